"""Cells as the map draws them: corners in map coordinates, those of far territories in insets."""

import h3
import numpy as np
import pandas as pd
import shapely
from duckdb import DuckDBPyConnection

from analysis.hexagons import around
from etl import geography, mapframe

# For Europe as a whole, for several countries, and the cells themselves.
RESOLUTIONS = (4, 5, geography.RESOLUTION)
_DEGREE_DECIMALS = 5  # a metre


def fill(con: DuckDBPyConnection) -> None:
    """Fill `map_cell`: the cells of land and the coarser ones around them."""
    land = con.execute("select cell, nuts_2024 as region_id from cell order by cell").df()
    for resolution in RESOLUTIONS:
        cells = land.assign(cell=around(land["cell"].to_numpy(dtype=np.uint64), resolution))
        # A coarse cell is drawn where its first cell of land is.
        frame = placed(con, cells.drop_duplicates("cell")).assign(resolution=resolution)
        con.register("incoming", frame)
        con.execute("insert into map_cell by name select * from incoming")
        con.unregister("incoming")


def placed(con: DuckDBPyConnection, cells: pd.DataFrame) -> pd.DataFrame:
    """Centres in degrees and corners in map coordinates.

    Shape   : `cells` has cell and region_id; result: cell, lon, lat, corners (x, y in turn).
    """
    names = [h3.int_to_str(int(cell)) for cell in cells["cell"]]
    edges = [h3.cell_to_boundary(name) for name in names]
    many = np.array([len(edge) for edge in edges])
    points = np.array([point for edge in edges for point in edge]).reshape(-1, 2)[:, ::-1]
    region_of = pd.Series(np.repeat(cells["region_id"].to_numpy(dtype=str), many), dtype=str)
    on_map, far = np.empty_like(points), np.zeros(len(points), dtype=bool)
    for inset in mapframe.insets():
        inside = region_of.str.startswith(inset.territory_id).to_numpy()
        if inside.any():
            on_map[inside] = mapframe.to_inset(_outline(con, inset), inset)(points[inside])
            far |= inside
    if not far.all():
        on_map[~far] = mapframe.to_europe(points[~far])
    corners = np.split(mapframe.rounded(on_map).ravel(), np.cumsum(many * 2)[:-1])
    lon, lat = geography.centres(cells["cell"].to_numpy(dtype=np.uint64))
    return pd.DataFrame(
        {"cell": cells["cell"].to_numpy(), "lon": lon.round(_DEGREE_DECIMALS),
         "lat": lat.round(_DEGREE_DECIMALS), "corners": [list(each) for each in corners]}
    )  # fmt: skip


def _outline(con: DuckDBPyConnection, inset: mapframe.Inset) -> np.ndarray:
    """The outlines that fill an inset: of its finest regions, as the map of territories has."""
    rows = con.execute(
        "select outline.wkb from outline inner join territory using (territory_id)"
        " where territory.shown and starts_with(territory_id, ?) order by territory_id",
        [inset.territory_id],
    ).fetchall()
    return np.array(shapely.from_wkb([bytes(wkb) for (wkb,) in rows]))
