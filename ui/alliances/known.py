"""One view of alliances: what each territory could give or lacks, and who could share."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis import alliances
from analysis.alliance_clusters import Cluster, clusters
from ui import words
from ui.alliances import older
from ui.alliances.choice import ACROSS, LAND, AllianceChoice
from ui.language import _, per_language
from ui.ledger import Ledger, ledger_of
from ui.store import Dataset, ask


@dataclass(frozen=True, eq=False)
class Alliances:
    """The ledger of a choice and what neighbours could share; equals itself only.

    `found` is `analysis.alliances.positions` of its rows; `links` both ways of every pair of
    neighbours drawn; `shares` is `analysis.alliances.pairs`, with `along`: what goes along each
    pair where all together cover most, for sure, and `older`: the helper's oldest figure is of a
    year before the other's oldest. `most_older` is how much of the sure sum rests on such pairs.
    `doubts` has territories whose newer need is above their places: their surplus is not sure.
    """

    choice: AllianceChoice
    ledger: Ledger
    found: pd.DataFrame
    links: pd.DataFrame
    shares: pd.DataFrame
    most_lower: float
    most_upper: float
    most_older: float
    doubts: pd.DataFrame

    @property
    def dataset(self) -> Dataset:
        """The dataset looked at."""
        return self.ledger.dataset

    @cached_property
    def clusters(self) -> list[Cluster]:
        """Small alliances, none overlapping, most shared for sure first."""
        return clusters(self.shares)

    @cached_property
    def asks(self) -> pd.DataFrame:
        """Territories without an answer beside a shortage left open, the largest first."""
        covered = self.shares.groupby("short_id")["along"].sum()
        return alliances.worth_asking(self.found, self.links, covered)

    @property
    def receives(self) -> bool:
        """Whether people received are held against a quota: then more than asked is no room."""
        return self.ledger.choice.standard.supply_kind == "use"

    def unit(self) -> str:
        """What is shared: places, hours, people."""
        return _(self.ledger.unit())

    def place(self, territory_id: str) -> str:
        """A territory as readers know it."""
        return str(self.ledger.rows.loc[territory_id, "place"])

    def name(self, territory_id: str) -> str:
        """Its name alone; a country's as readers know it."""
        row = self.ledger.rows.loc[territory_id]
        return words.country(str(row["country"])) if row["level"] == 0 else str(row["name"])


@per_language(64)
def alliances_of(dataset: Dataset, choice: AllianceChoice) -> Alliances:
    """What neighbours could share in a view; its frames are shared and never written to."""
    ledger = ledger_of(dataset, choice.shortage)
    doubts = older.doubted(ledger)
    found = older.unsure(alliances.positions(ledger.rows), doubts)
    links = ask(dataset, "neighbour")
    drawn = links["territory_id"].isin(found.index) & links["neighbour_id"].isin(found.index)
    if choice.borders == ACROSS:
        drawn &= links["across_border"]
    if choice.way == LAND:
        drawn &= links["connection"] == "land"
    links = links[drawn].reset_index(drop=True)
    shares = alliances.pairs(found, links)
    least, along = alliances.most_coverable(shares, "lower")
    most, _along = alliances.most_coverable(shares, "upper")
    ties = links.rename(columns={"territory_id": "helper_id", "neighbour_id": "short_id"})
    is_older = older.is_older(ledger.rows, shares)
    fresh, _along = alliances.most_coverable(shares[~is_older], "lower")
    shares = shares.assign(along=along, older=is_older)
    shares = shares.merge(ties, on=alliances.PAIR, validate="1:1")
    return Alliances(choice, ledger, found, links, shares, least, most, least - fresh, doubts)
