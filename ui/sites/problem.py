"""Who has none today, and where new places could stand."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
import streamlit as st

from analysis.catchment.crow import as_the_crow_flies
from analysis.catchment.decay import flat
from analysis.catchment.model import Cells, Flags, Floats, Places, Watch, part
from analysis.hexagons import around
from analysis.siting.around import People, candidates_within, thinned
from analysis.siting.model import Candidates, Index
from ui import words
from ui.language import per_language
from ui.out.stop import is_awaited
from ui.reach.found import found_of
from ui.reach.ground import cells_of, people_of
from ui.reach.offer import is_complete
from ui.reach.regions import territories_of
from ui.sites.asked import NONE, Task
from ui.store import Dataset, ask

MOST_CANDIDATES, _MOST_PAIRS = 20_000, 1e6
# Where there are more, or they reach too many cells in all, one cell stands for those around it.
_AROUND = (5, 4, 3)


@dataclass(frozen=True, eq=False)
class Problem:
    """The cells looked at that can be told of, and the candidates among them.

    `cells` has at (its label among all cells), cell, region_id, country, residents, people (who
    is counted, persons), least and most (the same between what is known), km, lon, lat, `covered`
    (a place is in reach) and `territory` (the position in `territories` of the territory drawn
    that it lies in, -1 none).
    `sites` are positions of candidate cells, in the order of `candidates`; `possible` is how many
    cells could have been candidates, `dark` residents of whom nothing can be told.
    """

    cells: pd.DataFrame
    territories: pd.DataFrame
    sites: Index
    candidates: Candidates
    possible: int
    dark: float

    @property
    def people(self) -> Floats:
        """Who is counted in each cell."""
        return self.cells["people"].to_numpy(dtype=float)

    @property
    def covered(self) -> Flags:
        """The cells that have a place in reach today."""
        return self.cells["covered"].to_numpy(dtype=bool)

    @property
    def total(self) -> float:
        """Who is counted and can be told of."""
        return float(self.people.sum())

    @property
    def without(self) -> float:
        """Of these, who has none."""
        return float(self.candidates.need.sum())


def can_tell(dataset: Dataset, task: Task) -> bool:
    """Whether it can be told who has no place in reach: all places are on record, or taken so."""
    return is_complete(dataset, task.way.service) or task.unlisted == NONE


@st.cache_resource(max_entries=8, show_spinner=False)
def problem_of(dataset: Dataset, task: Task, _watch: Watch = is_awaited) -> Problem:
    """The problem of a task; not to be changed. It is the same for any number of new places.

    Where only some places are on record, who has none in reach is unknown and left out, unless
    the reader takes it that there are no others.
    """
    way = task.way
    found = found_of(dataset, way, part(_watch, 0, 2))
    looked_at = found["country"].isin(task.where.countries or found["country"].unique())
    told = found["km"].notna() & found["people"].notna() & (found["residents"] > 0)
    covered = found["km"] <= way.km
    if not can_tell(dataset, task):
        told &= covered
    dark = float(found["residents"].where(looked_at & ~told, 0.0).sum())
    here = (looked_at & told).to_numpy(dtype=bool)
    need, centres = people_of(dataset, way.counted), cells_of(dataset)
    cells = found[here].assign(
        region_id=found["region_id"][here].astype(str), covered=covered[here],
        least=need.lower[here], most=need.upper[here],
        lon=centres["lon"][here], lat=centres["lat"][here],
    )  # fmt: skip
    cells = cells.rename_axis("at").reset_index()
    territories = _named(dataset, territories_of(dataset, task.where))
    cells["territory"] = _territory_of(dataset, cells["region_id"], territories)
    return _with_candidates(cells, territories, (way.km / way.detour, dark), part(_watch, 1, 2))


def _with_candidates(
    cells: pd.DataFrame, territories: pd.DataFrame, terms: tuple[float, float], watch: Watch
) -> Problem:
    """The candidates: all cells with people that would reach anybody, or the best of them."""
    km, dark = terms
    lon, lat = (cells[each].to_numpy(dtype=float) for each in ("lon", "lat"))
    people = cells["people"].to_numpy(dtype=float)
    need = np.where(cells["covered"], 0.0, people)
    everywhere = Places(lon, lat, np.ones(len(lon)), np.ones(len(lon), dtype=bool))
    ways = as_the_crow_flies(Cells(lon, lat, need), everywhere).ways
    gain = ways.at_places(need, flat(km), watch=part(watch, 0, 3))
    reached = ways.at_places((need > 0).astype(float), flat(km), watch=part(watch, 1, 3))
    sites = np.flatnonzero(gain > 0)
    possible = len(sites)
    numbers = cells["cell"].to_numpy(dtype=np.uint64)
    for resolution in _AROUND:
        if len(sites) <= MOST_CANDIDATES and reached[sites].sum() <= _MOST_PAIRS:
            break
        sites = sites[thinned(gain[sites], around(numbers[sites], resolution), len(sites))]
    candidates = candidates_within(People(lon, lat, need), sites, km, part(watch, 2, 3))
    return Problem(cells, territories, sites, candidates, possible, dark)


def _named(dataset: Dataset, territories: pd.DataFrame) -> pd.DataFrame:
    """Territories by the names of the data: names in a language are `places_in`."""
    names = ask(dataset, "region").set_index("territory_id")["name"]
    return territories.drop(columns="place").assign(name=names.reindex(territories.index))


@per_language(8)
def places_in(problem: Problem) -> "pd.Series[str]":
    """The territories of a problem as readers know them; not to be changed."""
    rows = problem.territories
    return pd.Series(words.places(rows), index=rows.index, dtype=object)


def _territory_of(dataset: Dataset, region_id: pd.Series, territories: pd.DataFrame) -> pd.Series:
    """The position of the territory drawn that each region lies in, -1 where none is."""
    position = pd.Series(range(len(territories)), index=territories.index)
    every = ask(dataset, "membership")
    inside = every[every["territory_id"].isin(territories.index)].drop_duplicates("region_id")
    of_region = inside.set_index("region_id")["territory_id"].map(position)
    return region_id.map(of_region).fillna(-1).astype("int64")
