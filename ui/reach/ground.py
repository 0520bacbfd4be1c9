"""The cells of land: who lives there, who of them is counted, and what can be told of."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catchment.model import Flags
from ui.reach.need import Need, on_cells
from ui.reach.offer import has_register, offer_of
from ui.reach.way import RESIDENTS, Asked
from ui.reach.ways.reading import kept_table
from ui.store import DEMONSTRATION, Dataset, ask


@dataclass(frozen=True)
class Known:
    """What decides which cells can be told of: the places that count, and who is counted."""

    asked: Asked
    counted: str = RESIDENTS


@st.cache_resource(max_entries=4, show_spinner=False)
def cells_of(dataset: Dataset) -> pd.DataFrame:
    """Cells of land in their order; see `ui/sql/reach_cell.sql`. Not to be changed."""
    cells = ask(dataset, "reach_cell")
    return cells.assign(
        residents=cells["residents"].astype(float),
        region_id=cells["region_id"].astype("category"),
        country=cells["region_id"].str[:2].astype("category"),
    )


@st.cache_resource(max_entries=8, show_spinner=False)
def people_of(dataset: Dataset, counted: str) -> Need:
    """Who is counted in each cell: its residents, or those in need. Not to be changed."""
    cells = cells_of(dataset)
    if counted == RESIDENTS:
        residents = cells["residents"].to_numpy(dtype=float)
        return Need(residents, residents, residents)
    return on_cells(dataset, counted, cells)


@st.cache_resource(max_entries=16, show_spinner=False)
def told_of(dataset: Dataset, known: Known) -> Flags:
    """Cells that can be told of: people are known, and so are the country's places.

    A country without any place on record may have places: there nothing is known, but where
    places are generated. Hospitals have a register that is checked region by region.
    """
    cells = cells_of(dataset)
    with_places = offer_of(dataset, known.asked).rows["country"].unique()
    on_record = cells["country"].isin(with_places) | (dataset.kind == DEMONSTRATION)
    if known.asked.own:
        # A cell that a table of travel times does not lead from is unknown, not out of reach.
        ways = ways_of(dataset, known.asked)
        on_record = cells["cell"].isin(ways["origin"].unique())
    if has_register(known.asked.service):
        on_record &= cells["has_register"]
    people = people_of(dataset, known.counted).persons
    return (cells["residents"].notna() & on_record).to_numpy(dtype=bool) & np.isfinite(people)


def ways_of(dataset: Dataset, asked: Asked) -> pd.DataFrame:
    """The rows of a reader's own table that lead to places that count, or NotHereError."""
    table = kept_table(asked.own)
    return table[table["destination"].isin(offer_of(dataset, asked).rows["facility_id"])]
