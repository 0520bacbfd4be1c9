"""How much is known of each thing the plan asked for, from the dataset in view."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from ui.overview import State, state_of
from ui.store import Dataset, ask


@dataclass(frozen=True)
class Count:
    """How many of something are known, from when and from which sources; none known is 0."""

    known: int = 0
    first: str = ""
    last: str = ""
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Facts:
    """All counts of the page, the state of reception, and how many territories there are."""

    dataset: Dataset
    state: State
    counts: dict[str, Count]
    countries: int
    regions: int

    def count(self, figure_id: str) -> Count:
        """A count; one that the database does not give is none known."""
        return self.counts.get(figure_id, Count())

    @property
    def short(self) -> frozenset[str]:
        """The countries that are short of a reception place for every applicant."""
        return frozenset(str(code) for code in self.state.ledger.answered("short")["country"])

    @property
    def scheme_countries(self) -> frozenset[str]:
        """The countries with a sponsorship scheme that is known, or that counts there."""
        described = ask(self.dataset, "scheme")["country"].dropna()
        counted = ask(self.dataset, "sponsorship")["territory_id"].str[:2]
        return frozenset(str(code) for code in [*described, *counted])


@lru_cache(maxsize=4)
def facts_of(dataset: Dataset) -> Facts:
    """The facts of a dataset; shared between reruns and never written to."""
    rows = ask(dataset, "plan")
    state = state_of(dataset)
    territories = ask(dataset, "region")
    single = territories[territories["members"].isna()]
    levels = single["level"].value_counts()
    counts = {str(row["figure_id"]): _count(row) for row in rows.to_dict("records")}
    return Facts(dataset, state, counts, int(levels.get(0, 0)), int(levels.get(2, 0)))


def _count(row: dict[Hashable, Any]) -> Count:
    first, last = row["first_period"], row["last_period"]
    return Count(
        int(str(row["known"])),
        "" if pd.isna(first) else str(first),
        "" if pd.isna(last) else str(last),
        tuple(str(row["source_ids"]).split()),
    )
