"""What is said of a territory, before it is drawn on a page or written into a file.

Texts are Markdown of our own words; everything from data in them is escaped (`ui.words.escaped`).
"""

from dataclasses import dataclass, field

from ui.language import _
from ui.store import Dataset

NAN = float("nan")


@dataclass(frozen=True)
class Figure:
    """One figure as its page has it; a value of NaN is unknown, with what bounds it.

    `page` is the address of the page behind it, `page?key=value`, without the dataset.
    """

    label: str
    unit: str
    value: float = NAN
    lower: float = NAN
    upper: float = NAN
    group_id: str = ""
    period: str = ""
    obs_status: str = "L"
    evidence: str = ""
    answer: str = ""
    source_ids: tuple[str, ...] = ()
    page: str = ""


@dataclass(frozen=True)
class Table:
    """A small table: caption, heads, rows of texts; `right` are the columns of numbers."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()


@dataclass(frozen=True)
class Point:
    """A date of a series: `at` in years, the period in its own writing, value (NaN is unknown)."""

    at: float
    period: str
    value: float
    obs_status: str
    evidence: str


@dataclass(frozen=True)
class Trend:
    """A series over time, and how it changed in a sentence."""

    title: str
    unit: str
    points: tuple[Point, ...]
    said: str = ""


@dataclass(frozen=True)
class Link:
    """The page behind a section, with its filters: `page?key=value`, without the dataset."""

    label: str
    page: str


@dataclass(frozen=True)
class Section:
    """One question about the territory: sentences first, then figures, then where from."""

    key: str
    title: str
    sentences: tuple[str, ...]
    tables: tuple[Table, ...] = ()
    trends: tuple[Trend, ...] = ()
    figures: tuple[Figure, ...] = ()
    links: tuple[Link, ...] = ()
    note: str = ""
    more_sources: tuple[str, ...] = ()

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Sources of its figures and of what else it says, each once, in their order."""
        own = [each for figure in self.figures for each in figure.source_ids]
        return tuple(dict.fromkeys([*own, *self.more_sources]))


@dataclass(frozen=True)
class Neighbour:
    """A territory beside the one told of: across a land border, or across water (`km`)."""

    territory_id: str
    name: str
    country: str
    km: float = 0.0


@dataclass(frozen=True, eq=False)
class Profile:
    """All that is said of a territory of a dataset."""

    dataset: Dataset
    territory_id: str
    name: str
    place: str
    level: int
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    neighbours: tuple[Neighbour, ...] = field(default=())

    @property
    def title(self) -> str:
        """The question of the page."""
        return _("What can {name} offer newcomers, and what is missing?", name=self.name)

    def told(self, section: Section) -> tuple[str, ...]:
        """The sentences of a section that the lead has not said already."""
        return tuple(each for each in section.sentences if each not in self.lead)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Every source behind the profile, each once."""
        return tuple(dict.fromkeys(each for part in self.sections for each in part.source_ids))
