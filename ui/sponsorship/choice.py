"""What a reader can choose on the Sponsorship page; every choice is in the address."""

from dataclasses import dataclass

import pandas as pd

from analysis.spans import Span, span_of
from ui import controls, words
from ui.area.where import Where, where
from ui.cased import begins
from ui.controls import One
from ui.language import Words, _, later
from ui.store import Dataset, ask

ARRIVALS, GROUPS, PLEDGED = "arrivals", "groups", "pledged"
RATIO, SITUATION = "ratio", "short"
SHOWN = Words(
    {
        ARRIVALS: "Arrivals",
        GROUPS: "Sponsoring groups",
        PLEDGED: "Places pledged",
        RATIO: "Arrivals against pledges",
        SITUATION: "Short reception, and sponsors",
    }
)
PATHWAYS = Words(
    {
        "community_sponsorship": "community sponsorship",
        "humanitarian_corridor": "humanitarian corridors",
        "university_corridor": "university corridors",
        "private_hosting": "hosting in private homes",
        "family": "relatives as sponsors",
        "other": "other pathways",
    }
)
ALL, EVER = "all", "ever"
_QUESTIONS = {
    ARRIVALS: later("Where do people arrive through {pathway}?"),
    GROUPS: later("Where are there groups that sponsor, through {pathway}?"),
    PLEDGED: later("How many places are pledged through {pathway}?"),
    RATIO: later("Do arrivals keep up with pledges, in {pathway}?"),
    SITUATION: later("Where is reception short, and are there sponsors?"),
}


@dataclass(frozen=True)
class SponsorshipChoice:
    """One view: what is shown, of which pathway and schemes, when and where.

    `schemes` are the keys of those looked at: one, or all of the pathway.
    """

    show: str
    pathway: str
    scheme: str
    schemes: tuple[str, ...]
    year: str
    where: Where

    @property
    def within(self) -> Span | None:
        """The time looked at; None is all time."""
        return None if self.year == EVER else span_of(self.year)

    def question(self) -> str:
        """The question of the page's title."""
        return _(_QUESTIONS[self.show], pathway=PATHWAYS[self.pathway])

    def time(self) -> str:
        """The time looked at, as it stands in a sentence."""
        return _("since the schemes began") if self.year == EVER else _("in {year}", year=self.year)


def choose(dataset: Dataset) -> SponsorshipChoice:
    """Draw the controls in the sidebar and read them."""
    schemes = ask(dataset, "scheme")
    with controls.sidebar():
        show = controls.select(
            One(
                _("Map shows"), "show", list(SHOWN), SHOWN.__getitem__,
                _("Arrivals and groups per 100,000 residents; persons for 100 places pledged; or "
                "where reception places are short, and whether anybody sponsors there."),
            )
        )  # fmt: skip
        if show == SITUATION:
            # A shortage of reception does not ask by which pathway sponsors help.
            pathway, scheme, year = next(iter(PATHWAYS)), ALL, EVER
            of = tuple(schemes["scheme_id"])
            for name in ("pathway", "scheme", "when"):
                controls.absent(name)
        else:
            pathway = _pathway(schemes)
            scheme, of = _scheme(schemes[schemes["pathway"] == pathway])
            year = _year(dataset, of)
        place = where(dataset)
    return SponsorshipChoice(show, pathway, scheme, of, year, place)


def _pathway(schemes: pd.DataFrame) -> str:
    """The kind of pathway: kinds are never mixed on one map."""
    codes = [code for code in PATHWAYS if code in set(schemes["pathway"])] or list(PATHWAYS)[:1]
    return controls.select(
        One(_("Pathway"), "pathway", codes, words_of, _("Kinds of pathways are counted apart."))
    )


def words_of(pathway: str) -> str:
    """A pathway as it stands at the beginning of a line."""
    name = PATHWAYS[pathway]
    return begins(name)


def _scheme(schemes: pd.DataFrame) -> tuple[str, tuple[str, ...]]:
    """One scheme of the pathway, or all of them."""
    names = dict(zip(schemes["scheme_id"], schemes["name"], strict=True))
    options = [ALL, *names] if len(names) != 1 else list(names)
    labels = {ALL: _("All of them")} | names
    chosen = controls.select(
        One(
            _("Scheme"), "scheme", options, labels.__getitem__,
            _("The schemes of the pathway; their rules stand side by side below."),
        )
    )  # fmt: skip
    return chosen, tuple(names) if chosen == ALL else (chosen,)


def _year(dataset: Dataset, schemes: tuple[str, ...]) -> str:
    """All time, or one of the years that a figure lies in."""
    rows = ask(dataset, "sponsorship")
    periods = rows[rows["scheme_id"].isin(schemes)]["period"].unique()
    spans = [span_of(period) for period in periods]
    years = sorted({str(span.start.year) for span in spans if span.start.year == span.end.year})
    options = [EVER, *reversed(years)]
    return controls.select(
        One(
            _("When"), "when", options,
            lambda each: _("Since the schemes began") if each == EVER else words.day(each),
            _("Figures over several years belong to no single one of them."),
        )
    )  # fmt: skip
