"""What catchments start from: cells of land with their residents, places, ways between them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catchment.crow import as_the_crow_flies
from analysis.catchment.model import Cells, Flags, Places, Setting
from ui.store import DEMONSTRATION, Dataset, ask

EVERYBODY = "everybody"
_REGISTERED = "health"  # the service whose register is checked for holes
_DOUBTFUL = "U"


@dataclass(frozen=True, eq=False)
class Offer:
    """Places of a service open to a group; `typical` is the median of known capacities or None.

    `rows` are those that count; `doubtful` how many do not, as their source is not sure of them.
    """

    rows: pd.DataFrame
    typical: float | None
    doubtful: int

    @property
    def unknown(self) -> int:
        """Places of unknown capacity."""
        return int(self.rows["places"].isna().sum())

    def places(self) -> Places:
        """The places, one group."""
        lon, lat, capacity = (
            self.rows[each].to_numpy(dtype=float) for each in ("lon", "lat", "places")
        )
        return Places(lon, lat, capacity, np.ones(len(lon), dtype=bool))


@st.cache_resource(max_entries=4, show_spinner=False)
def cells_of(dataset: Dataset) -> pd.DataFrame:
    """Cells of land in their order; see `ui/sql/reach_cell.sql`. Not to be changed."""
    cells = ask(dataset, "reach_cell")
    return cells.assign(
        residents=cells["residents"].astype(float),
        region_id=cells["region_id"].astype("category"),
        country=cells["region_id"].str[:2].astype("category"),
    )


@st.cache_resource(max_entries=16, show_spinner=False)
def offer_of(dataset: Dataset, service: str, group: str) -> Offer:
    """The places of a service open to a group. Not to be changed."""
    rows = ask(dataset, "reach_facility", service=service)
    if group != EVERYBODY:
        named = rows["groups"].fillna("").str.split()
        rows = rows[[not groups or group in groups for groups in named]]
    sure = rows[rows["obs_status"] != _DOUBTFUL].reset_index(drop=True)
    sure["places"] = sure["places"].astype(float)
    stated = sure["places"].dropna()
    typical = float(stated.median()) if len(stated) else None
    return Offer(sure, typical, len(rows) - len(sure))


def is_complete(dataset: Dataset, service: str) -> bool:
    """Whether places on record can be taken for all: hospitals have a register, checked by region.

    Of any other service only some places are known, so nobody can be said to be out of reach.
    Generated places are all there are.
    """
    return service == _REGISTERED or dataset.kind == DEMONSTRATION


def groups_of(dataset: Dataset, service: str) -> list[str]:
    """Groups that places of a service name, in alphabetical order."""
    named = ask(dataset, "reach_facility", service=service)["groups"].dropna()
    return sorted({group for groups in named for group in groups.split()})


def counted(dataset: Dataset, service: str, group: str) -> Flags:
    """Cells that can be told of: residents are known, and so are the country's places.

    A country without any place on record may have places: there nothing is known, but where
    places are generated. Hospitals have a register that is checked region by region.
    """
    cells = cells_of(dataset)
    with_places = offer_of(dataset, service, group).rows["country"].unique()
    on_record = cells["country"].isin(with_places) | (dataset.kind == DEMONSTRATION)
    if service == _REGISTERED:
        on_record &= cells["has_register"]
    return (cells["residents"].notna() & on_record).to_numpy(dtype=bool)


def usual_need(dataset: Dataset, service: str, group: str) -> float | None:
    """People in need per 1,000 residents if they are as many as there are places; None unknown."""
    offer = offer_of(dataset, service, group)
    if offer.typical is None:
        return None
    people = cells_of(dataset)["residents"][counted(dataset, service, group)].sum()
    if not people > 0:
        return None
    return float(f"{offer.rows['places'].fillna(offer.typical).sum() / people * 1000:.2g}")


@st.cache_resource(max_entries=4, show_spinner=False)
def setting_of(dataset: Dataset, service: str, group: str, detour: float) -> Setting:
    """All counted residents, all places, and ways between them, whatever border lies between."""
    cells = cells_of(dataset)[counted(dataset, service, group)]
    lon, lat, people = (cells[each].to_numpy(dtype=float) for each in ("lon", "lat", "residents"))
    places = offer_of(dataset, service, group).places()
    return as_the_crow_flies(Cells(lon, lat, people), places, detour)
