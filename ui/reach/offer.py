"""The places that count: of a service, open to a group, and how many people each can take."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catchment.model import Floats, Places
from ui.reach.way import EVERYBODY, FREE, NEWCOMERS, OPEN, Asked
from ui.reach.ways.reading import kept_table
from ui.store import DEMONSTRATION, Dataset, ask

_REGISTERED = "health"  # the service whose register is checked for holes
_DOUBTFUL = "U"
# A place for all newcomers takes applicants and people with a status.
_ALL_NEWCOMERS = frozenset({"asylum_applicants", "beneficiaries_of_protection"})


@dataclass(frozen=True, eq=False)
class Offer:
    """Places of a service open to a group; `typical` is the median of known capacities or None.

    `rows` are those that count, each with `least` and `most`: how many it can take, both NaN where
    that is not known and nothing is typical. Not in `rows` are places in doubt, as their source
    is not sure of them (`doubtful` has the country of each), `elsewhere` ones, which are for other
    groups, and those `without_ways`, which a reader's own table does not name. Of those in
    `rows`, `unnamed` do not say for whom they are, and `taken_known` say how many places are in
    use.
    """

    rows: pd.DataFrame
    typical: float | None
    doubtful: tuple[str, ...]
    elsewhere: int
    unnamed: int
    taken_known: int
    without_ways: int

    @property
    def unknown(self) -> int:
        """Places of unknown capacity."""
        return int(self.rows["places"].isna().sum())

    @property
    def says_nothing_of_whom(self) -> bool:
        """Whether a group is asked for, and no place says that it is for it."""
        return self.unnamed == len(self.rows) > 0

    @property
    def exact(self) -> bool:
        """Whether how many each takes is one number, or withheld."""
        return bool(((self.rows["least"] == self.rows["most"]) | self.rows["least"].isna()).all())

    def doubtful_in(self, countries: tuple[str, ...]) -> int:
        """Places in doubt in some countries, () for all of them."""
        return sum(not countries or each in countries for each in self.doubtful)

    def places(self, end: str) -> Places:
        """The places, one group, with the `least` or the `most` they can take."""
        lon, lat, capacity = (self.rows[each].to_numpy(dtype=float) for each in ("lon", "lat", end))
        return Places(lon, lat, capacity, np.ones(len(lon), dtype=bool))


@st.cache_resource(max_entries=16, show_spinner=False)
def offer_of(dataset: Dataset, asked: Asked) -> Offer:
    """The places that count, not to be changed; NotHereError without the table asked for."""
    every = ask(dataset, "reach_facility", service=asked.service)
    is_sure = every["obs_status"] != _DOUBTFUL
    sure, doubtful = every[is_sure], tuple(every.loc[~is_sure, "country"].astype(str))
    names = sure["groups"].fillna("").str.split()
    fitting = sure[[is_open(groups, asked.group) for groups in names]]
    rows = fitting[_named_in(asked.own, fitting["facility_id"])].reset_index(drop=True)
    rows["places"], rows["occupied"] = (rows[each].astype(float) for each in ("places", "occupied"))
    stated = rows["places"].dropna()
    typical = float(stated.median()) if len(stated) else None
    silent = rows["groups"].fillna("").eq("") & (asked.group != EVERYBODY)
    rows["least"], rows["most"] = room(rows, typical, asked.room)
    if asked.unnamed != OPEN:
        rows["least"] = rows["least"].mask(silent & rows["least"].notna(), 0.0)
    return Offer(
        rows, typical, doubtful, len(sure) - len(fitting), int(silent.sum()),
        int((rows["occupied"].notna() & rows["places"].notna()).sum()), len(fitting) - len(rows),
    )  # fmt: skip


def _named_in(mark: str, facility_id: pd.Series) -> pd.Series:
    """Whether a reader's own table names each place; every one where ways are the crow's."""
    if not mark:
        return pd.Series(True, facility_id.index)
    return facility_id.isin(kept_table(mark)["destination"].unique())


def room(rows: pd.DataFrame, typical: float | None, which: str) -> tuple[Floats, Floats]:
    """The least and the most each place can take, from `places` and `occupied`.

    A place of unknown size takes from nobody to `typical`; both are NaN where nothing is typical.
    If only free places count, one that does not say how many are in use has none to all of them
    free, and one that is over-full none.

    >>> rows = pd.DataFrame({"places": [9.0, 9.0, 9.0, np.nan], "occupied": [4, 11, np.nan, 2]})
    >>> [end.tolist() for end in room(rows, 6.0, "free")]
    [[5.0, 0.0, 0.0, 0.0], [5.0, 0.0, 9.0, 6.0]]
    """
    places = rows["places"].to_numpy(dtype=float)
    most = np.where(np.isnan(places), np.nan if typical is None else typical, places)
    least = np.where(np.isnan(places) & ~np.isnan(most), 0.0, places)
    if which != FREE:
        return least, most
    taken = np.where(np.isnan(places), np.nan, rows["occupied"].to_numpy(dtype=float))
    free = np.maximum(places - taken, 0.0)
    unsaid = np.isnan(taken)
    return np.where(unsaid & ~np.isnan(least), 0.0, np.where(unsaid, least, free)), np.where(
        unsaid, most, free
    )


def is_open(named: list[str], group: str) -> bool:
    """Whether a place may take a group: it names it, or all newcomers, or nobody.

    >>> is_open([], "resettled"), is_open(["victims_of_torture"], "all")
    (True, False)
    """
    if not named or group == EVERYBODY or group in named or NEWCOMERS in named:
        return True
    return group == NEWCOMERS and set(named) >= _ALL_NEWCOMERS


def groups_of(dataset: Dataset, service: str) -> list[str]:
    """Groups that places of a service name, in alphabetical order."""
    named = ask(dataset, "reach_facility", service=service)["groups"].dropna()
    return sorted({group for groups in named for group in groups.split()})


def is_complete(dataset: Dataset, service: str) -> bool:
    """Whether places on record can be taken for all: hospitals have a register, checked by region.

    Of any other service only some places are known, so nobody can be said to be out of reach.
    Generated places are all there are.
    """
    return service == _REGISTERED or dataset.kind == DEMONSTRATION


def has_register(service: str) -> bool:
    """Whether a register of the service is checked for holes."""
    return service == _REGISTERED
