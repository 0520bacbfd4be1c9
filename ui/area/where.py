"""Where to look: the level of the territories and the countries, kept in the address."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui import controls
from ui.controls import One
from ui.language import _, per_language
from ui.store import Dataset, ask
from ui.words import LEVELS, country


@dataclass(frozen=True)
class Where:
    """The level asked for and the countries looked at; no country means all of Europe."""

    level: int
    countries: tuple[str, ...] = ()


def where(dataset: Dataset, usual_level: int = 2, levels: Sequence[int] = tuple(LEVELS)) -> Where:
    """Draw the two controls where the caller stands, usually the sidebar, and read them."""
    level = controls.select(
        One(
            _("Territories"), "level", list(levels), LEVELS.__getitem__,
            _(
"NUTS levels of the EU's territorial statistics. A country whose figures "
"are known only for larger territories is drawn with those."),
            usual_level,
        )
    )  # fmt: skip
    return Where(level, countries(dataset))


def countries(dataset: Dataset) -> tuple[str, ...]:
    """The countries to look at; none chosen means all."""
    about = _("Only their territories are drawn, ranked and added up.")
    asked = One(_("Countries"), "in", _codes(dataset), country, about)
    return controls.several(asked, _("All of Europe"))


@per_language(16)
def _codes(dataset: Dataset) -> list[str]:
    """The countries of a dataset in the order of their names."""
    return sorted(ask(dataset, "region")["country"].unique(), key=country)
