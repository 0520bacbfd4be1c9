"""Every view of the pages as rows, by the parameters of its address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import pandas as pd

from ui import choice, known, shortage_choice
from ui.alliances import choice as alliances
from ui.asked import Asked, asked
from ui.compare import choice as compare
from ui.compare import rows as compare_rows
from ui.digital import choice as digital
from ui.equality import choice as equality
from ui.funds import choice as funds
from ui.language import later, speaking
from ui.language.spoken import ENGLISH
from ui.out import maps_of_pages, of_pages
from ui.out.about import about
from ui.out.carried import carried
from ui.out.from_frame import taken_from_frame
from ui.out.queries import queries
from ui.out.taken import Offer, Parameter, Taken
from ui.partnership import choice as partnership
from ui.picture import Picture
from ui.protection import choice as protection
from ui.reach import choice as reach
from ui.scenario import choice as scenario
from ui.scenario import rows as scenario_rows
from ui.sites import choice as sites
from ui.sponsorship import choice as sponsorship
from ui.store import Dataset, Question
from ui.stress import choice as stress
from ui.stress import drawn as stress_drawn
from ui.stress import rows as stress_rows
from ui.territory import choice as territory
from ui.territory import rows as territory_rows
from ui.vision import choice as vision
from ui.vision import rows as vision_rows
from ui.words import BOUNDARIES, EMPTY


def _not_drawn(dataset: Dataset, choice: Any) -> None:
    """A view without a map."""


# Pages whose rows are worked out when they are asked for, which may take minutes.
_LONG = ("reach", "sites", "stress", "vision")


@dataclass(frozen=True)
class _View:
    """A view: its page, what it shows, how its filters are read, its rows, what they are read of,
    its map.
    """

    name: str
    page: str
    title: str
    choose: Callable[[Dataset], Any]
    rows: Callable[[Dataset, Any], pd.DataFrame]
    reads: tuple[Question, ...]
    drawn: Callable[[Dataset, Any], Picture | None] = _not_drawn

    def choice(
        self, dataset: Dataset, values: Mapping[str, str], strict: bool
    ) -> tuple[Any, Asked]:
        """The choice that values mean, and what was read of them."""
        with asked(values, strict) as found:
            chosen = self.choose(dataset)
        return chosen, found

    def take(self, dataset: Dataset, values: Mapping[str, str]) -> Taken:
        """The rows of the view with these filters, in English whatever the page speaks."""
        with speaking(ENGLISH):
            return self._take(dataset, values)

    def _take(self, dataset: Dataset, values: Mapping[str, str]) -> Taken:
        chosen, found = self.choice(dataset, values, strict=True)
        rows = self.rows(dataset, chosen)
        title = str(rows["question"].iloc[0]) if len(rows) and "question" in rows else self.title
        frame = carried(dataset, rows, title, {**found.usual, **found.filters})
        taken = taken_from_frame(
            self.name, title, dataset, found.filters, frame,
            about(dataset, frame.columns), queries(self.reads),
            tuple(each for each in (dataset.watermark, EMPTY, BOUNDARIES) if each),
        )  # fmt: skip
        return replace(taken, usual=found.usual)

    def parameters(self, dataset: Dataset, values: Mapping[str, str]) -> tuple[Parameter, ...]:
        """The filters the view has once these values are chosen."""
        return tuple(self.choice(dataset, values, strict=False)[1].parameters.values())

    def offer(self) -> Offer:
        """The view as something to take away."""
        grain = (self.rows.__doc__ or "").split("\n", maxsplit=1)[0]
        return Offer(
            self.name, self.title, grain, self.take, self.parameters, self.page in _LONG
        )  # fmt: skip


def _nothing(dataset: Dataset) -> None:
    """A page without controls has nothing to choose."""


_VIEWS = (
    _View(
        "overview", "overview", later("The state of capacity in Europe"), _nothing,
        of_pages.overview,
        ("overview", "shortage", "region", "knowledge"), maps_of_pages.overview,
    ),
    _View(
        "gaps", "gaps", later("What is short, for whom, by which benchmark"),
        shortage_choice.choose,
        of_pages.gaps, ("shortage", "region", "source", "benchmark"), maps_of_pages.gaps,
    ),
    _View(
        "figures", "figures", later("What is published, for whom, where"), choice.choose,
        of_pages.figures, ("figure", "hospital_reach", "region", "source"), maps_of_pages.figures,
    ),
    _View(
        "alliances", "alliances", later("Which neighbours could cover each other's shortage"),
        alliances.choose, of_pages.alliances,
        ("shortage", "neighbour", "region", "source", "benchmark"), maps_of_pages.alliances,
    ),
    _View(
        "protection", "protection", later("Where protection narrows"), protection.choose,
        of_pages.protection, ("protection", "protection_measures", "region", "source"),
        maps_of_pages.protection,
    ),
    _View(
        "protection-steps", "protection", later("The steps of protection"), protection.choose,
        of_pages.protection_steps, ("protection", "protection_measures", "region", "source"),
        maps_of_pages.protection,
    ),
    _View(
        "reach", "reach", later("Who can get to a service that still has room"), reach.choose,
        of_pages.reach,
        ("reach_cell", "reach_facility", "reach_need", "membership", "region", "source"),
        maps_of_pages.reach,
    ),
    _View(
        "reach-cells", "reach", later("Who can get to a service, cell by cell"), reach.choose,
        of_pages.reach_cells, ("reach_cell", "reach_facility", "reach_need", "region", "source"),
        maps_of_pages.reach,
    ),
    _View(
        "sites", "sites", later("Where new places would reach most people who have none"),
        sites.choose,
        of_pages.sites,
        ("reach_cell", "reach_facility", "reach_need", "membership", "region", "source"),
        maps_of_pages.sites,
    ),
    _View(
        "sites-territories", "sites", later("Who has a place in reach before and after new ones"),
        sites.choose, of_pages.sites_territories,
        ("reach_cell", "reach_facility", "reach_need", "membership", "region", "source"),
        maps_of_pages.sites,
    ),
    _View(
        "sponsorship", "sponsorship", later("Who arrives through sponsors"), sponsorship.choose,
        of_pages.sponsorship, ("sponsorship", "scheme", "shortage", "region", "source"),
        maps_of_pages.sponsorship,
    ),
    _View(
        "sponsorship-figures", "sponsorship", later("The published figures of sponsorship"),
        sponsorship.choose, of_pages.sponsorship_figures, ("sponsorship", "scheme", "source"),
        maps_of_pages.sponsorship,
    ),
    _View(
        "partnership", "partnership", later("Who does what where, who is missing, who decides"),
        partnership.choose, of_pages.partnership,
        ("actors_at_work", "actor_list", "sharing", "deciding_body", "region", "source"),
        maps_of_pages.partnership,
    ),
    _View(
        "funds", "funds", later("Does money follow need?"), funds.choose, of_pages.funds,
        ("funding", "fund_need", "region", "source"), maps_of_pages.funds,
    ),
    _View(
        "digital", "digital", later("Digital services, languages left out, digital only"),
        digital.choose, of_pages.digital,
        ("digital_service", "origin", "spoken_language", "on_site_supply", "region", "source"),
        maps_of_pages.digital,
    ),
    _View(
        "digital-languages", "digital", later("Newcomers' languages and who speaks them"),
        digital.choose, of_pages.digital_languages,
        ("origin", "spoken_language", "digital_service", "source"),
    ),
    _View(
        "digital-services", "digital", later("The catalogue of digital services"), digital.choose,
        of_pages.digital_services, ("digital_service", "source"),
    ),
    _View(
        "equality", "equality", later("Is capacity spread more equally over need than before"),
        equality.choose, of_pages.equality,
        ("equality_ledger", "equality_residents", "region", "source"), maps_of_pages.equality,
    ),
    _View(
        "equality-series", "equality", later("Measures of equality over time"), equality.choose,
        of_pages.equality_series, ("equality_ledger", "equality_residents", "region"),
        maps_of_pages.equality,
    ),
    _View("plan", "plan", later("Where each point of the Action Plan stands"), _nothing,
          of_pages.plan,
          ("plan", "source")),
    _View(
        "compare", "compare", later("Territories side by side"), compare.choose,
        compare_rows.compare,
        ("context", "shortage", "figure", "region", "source"),
    ),
    _View(
        "peers", "compare", later("The territories most alike"), compare.choose, compare_rows.peers,
        ("context", "source"),
    ),
    _View(
        "territory", "territory", later("Everything known of one territory"), territory.choose,
        territory_rows.territory,
        ("region", "territory_need", "shortage", "figure", "hospital_reach", "protection",
         "sponsorship", "work_in", "funding", "digital_service", "knowledge", "source"),
    ),
    _View(
        "vision", "vision", later("Who has a whole strategy: ranks as ranges"), vision.choose,
        vision_rows.of_territories, ("shortage", "figure", "region", "source"),
        maps_of_pages.vision,
    ),
    _View(
        "vision-matrix", "vision", later("Who has a whole strategy: areas by territory"),
        vision.choose,
        vision_rows.of_matrix, ("shortage", "figure", "region", "source"),
    ),
    _View(
        "scenario", "scenario", later("What would close the gap, territory by territory"),
        scenario.choose, scenario_rows.territories, ("shortage", "region", "source", "benchmark"),
        maps_of_pages.scenario,
    ),
    _View(
        "scenario-ledger", "scenario", later("What a plan moves, change by change"),
        scenario.choose,
        scenario_rows.ledger, ("shortage", "region", "source", "benchmark"),
    ),
    _View(
        "scenario-compared", "scenario", later("Plans compared with today"), scenario.choose,
        scenario_rows.compared, ("shortage", "region", "source", "benchmark"),
    ),
    _View(
        "stress", "stress", later("Who overflows first, and when"), stress.choose,
        stress_rows.territories, ("stress_today", "stress_stock", "region", "source"),
        stress_drawn.picture_of,
    ),
    _View(
        "stress-weeks", "stress", later("Who overflows first, week by week"), stress.choose,
        stress_rows.weeks, ("stress_today", "stress_stock", "region", "source"),
    ),
    _View(
        "knowledge", "sources", later("What is known of its own capacity"), known.choose_known,
        of_pages.knowledge, ("knowledge", "region"), maps_of_pages.knowledge,
    ),
)  # fmt: skip
_BY_NAME: Mapping[str, _View] = {view.name: view for view in _VIEWS}
VIEWS: Mapping[str, Offer] = {view.name: view.offer() for view in _VIEWS}
PAGE_OF: Mapping[str, str] = {view.name: view.page for view in _VIEWS}


def filters_of(dataset: Dataset, name: str, values: Mapping[str, str]) -> dict[str, str]:
    """The filters of a view that an address sets; what else it says is passed over."""
    return dict(_filters(dataset, name, tuple(sorted(values.items()))))


@lru_cache(maxsize=256)
def _filters(dataset: Dataset, name: str, values: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return _BY_NAME[name].choice(dataset, dict(values), strict=False)[1].filters


def picture_of(dataset: Dataset, name: str, values: Mapping[str, str]) -> Picture | None:
    """The map of a view with these filters, where it has one; in English, as its rows."""
    view = _BY_NAME[name]
    with speaking(ENGLISH):
        return view.drawn(dataset, view.choice(dataset, values, strict=True)[0])


def chosen_on_page(dataset: Dataset, name: str) -> None:
    """Draw the controls of a view, the same as on its page."""
    _BY_NAME[name].choose(dataset)
