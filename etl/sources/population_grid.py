"""The 10 km population grid of 2018, shared out to cells of land.

Each grid square is cut into 5 x 5 points of 2 km; its persons go to the land cells those
points lie in, in equal parts. Squares with no point on land (small islands, piers, coasts
that generalisation cut off: about 2 % of residents) go to the nearest land cell. The result
is a weight within a NUTS 3 region, not a count: `etl.derive` scales it to the published total.
"""

from pathlib import Path

import h3
import numpy as np
import numpy.typing as npt
import pandas as pd
from pyproj import Transformer
from scipy.spatial import cKDTree

from etl.geography import RESOLUTION, centres
from etl.reading import Download, LayoutError, Reading, Source
from etl.sources import nuts

_FILE = "gisco/population_grid_10km_2018_3035.csv"
# Eurostat's own aggregate of the 1 km grid, published with its map library.
_GRIDVIZ = "https://raw.githubusercontent.com/eurostat/gridviz/master"
_SIDE_M = 10_000
_POINTS_A_SIDE = 5


def read(folder: Path) -> Reading:
    """Table `cell_persons`: persons of the grid by land cell, rounded to 0.1."""
    reading = Reading("population_grid")
    land = nuts.read(folder).tables["cell"]["cell"].to_numpy(dtype=np.uint64)
    squares = pd.read_csv(folder / _FILE)
    if list(squares.columns) != ["x", "y", "population"] or (squares["population"] < 0).any():
        raise LayoutError(f"{_FILE}: expected columns x, y, population, and no negative count")
    if ((squares[["x", "y"]] % _SIDE_M) != 0).to_numpy().any():
        raise LayoutError(f"{_FILE}: a lower left corner is not a multiple of 10 km")
    reading.loaded(_FILE, len(squares))
    reading.tables["cell_persons"] = share_out(squares, land)
    return reading


def share_out(squares: pd.DataFrame, land: npt.NDArray[np.uint64]) -> pd.DataFrame:
    """Persons by land cell; the sum over cells is the sum over squares, but for rounding.

    Shape: `squares` has x, y (EPSG:3035 metres, lower left corner) and population;
    `land` are H3 indexes.
    """
    points = _points(squares)
    known = set(land.tolist())
    points["on_land"] = [cell in known for cell in points["cell"]]
    hits = points.groupby("square")["on_land"].transform("sum")
    inside = points[points["on_land"]].copy()
    inside["persons"] = inside["population"] / hits[points["on_land"]]
    lost = (
        points[hits == 0].groupby("square").agg({"population": "first", "x": "mean", "y": "mean"})
    )
    far = pd.DataFrame(
        {
            "cell": _nearest(lost["x"].to_numpy(), lost["y"].to_numpy(), land),
            "persons": lost["population"].to_numpy(dtype=float),
        }
    )
    both = pd.concat([inside[["cell", "persons"]], far])
    total = both.groupby("cell", sort=True)["persons"].sum().round(1)
    return total.rename("grid_persons").reset_index()


def settle(persons: pd.DataFrame, land: npt.NDArray[np.uint64]) -> pd.DataFrame:
    """`cell_persons` on other cells of land: who is off them goes to the nearest; none is lost.

    For boundaries that are newer than the grid was shared out over.
    """
    cells = persons["cell"].to_numpy(dtype=np.uint64, copy=True)
    off = ~np.isin(cells, land)
    to_metres = Transformer.from_crs(4258, 3035, always_xy=True)
    x, y = to_metres.transform(*centres(cells[off])) if off.any() else (np.empty(0), np.empty(0))
    cells[off] = _nearest(np.asarray(x), np.asarray(y), land)
    settled = persons.assign(cell=cells).groupby("cell", sort=True)["grid_persons"].sum()
    return settled.round(1).reset_index()


def _points(squares: pd.DataFrame) -> pd.DataFrame:
    """The 25 points of each square, with the cell each lies in."""
    step = _SIDE_M / _POINTS_A_SIDE
    offsets = (np.arange(_POINTS_A_SIDE) + 0.5) * step
    dx, dy = (grid.ravel() for grid in np.meshgrid(offsets, offsets))
    repeat = len(dx)
    points = pd.DataFrame(
        {
            "square": np.repeat(np.arange(len(squares)), repeat),
            "population": np.repeat(squares["population"].to_numpy(), repeat),
            "x": (squares["x"].to_numpy()[:, None] + dx).ravel(),
            "y": (squares["y"].to_numpy()[:, None] + dy).ravel(),
        }
    )
    to_degrees = Transformer.from_crs(3035, 4258, always_xy=True)
    lon, lat = to_degrees.transform(points["x"].to_numpy(), points["y"].to_numpy())
    cells = (h3.latlng_to_cell(a, b, RESOLUTION) for a, b in zip(lat, lon, strict=True))
    # H3 indexes need all 64 bits: as signed or as float they are other cells.
    points["cell"] = np.array([h3.str_to_int(cell) for cell in cells], dtype=np.uint64)
    return points


def _nearest(
    x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], land: npt.NDArray[np.uint64]
) -> npt.NDArray[np.uint64]:
    """The land cell whose centre is nearest to each point, in the plane of the grid."""
    lon, lat = centres(land)
    to_metres = Transformer.from_crs(4258, 3035, always_xy=True)
    tree = cKDTree(np.column_stack(to_metres.transform(lon, lat)))
    _, index = tree.query(np.column_stack([x, y]))
    return land[index]


SOURCE = Source(
    source_id="population_grid",
    title="GEOSTAT population grid 2018, aggregated to 10 km",
    publisher="Eurostat GISCO",
    url="https://ec.europa.eu/eurostat/web/gisco/geodata/population-distribution/geostat",
    licence="CC BY 4.0",
    attribution="Population grid: © European Union, Eurostat GEOSTAT",
    vintage="2018",
    caveats=(
        "Tells where within a region people live, as of 2018 and to 10 km; how many live in "
        "the region is taken from the population register, not from the grid."
    ),
    files=(_FILE,),
    read=read,
    downloads=(Download(_FILE, f"{_GRIDVIZ}/assets/csv/Europe/pop_2018_10km.csv"),),
    needs=("nuts",),
)
