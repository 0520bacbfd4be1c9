"""Cells as the map draws them: corners in map coordinates, those of far territories in insets."""

import h3
import numpy as np
import pandas as pd
import pyarrow as pa
import shapely
from duckdb import DuckDBPyConnection

from analysis.hexagons import around
from etl import geography, mapframe

# For Europe as a whole, for several countries, and the cells themselves.
RESOLUTIONS = (4, 5, geography.RESOLUTION)
_DEGREE_DECIMALS = 5  # a metre


def fill(con: DuckDBPyConnection) -> None:
    """Fill `map_cell`, the cells of land and coarser ones around them, and `facility_point`."""
    land = con.execute("select cell, nuts_2024 as region_id from cell order by cell").df()
    for resolution in RESOLUTIONS:
        cells = land.assign(cell=around(land["cell"].to_numpy(dtype=np.uint64), resolution))
        # A coarse cell is drawn where its first cell of land is.
        _append(con, "map_cell", drawn(con, cells.drop_duplicates("cell"), resolution))
    _append(con, "facility_point", points(con))


def drawn(con: DuckDBPyConnection, cells: pd.DataFrame, resolution: int) -> pa.Table:
    """Centres in degrees and corners in map coordinates.

    Shape   : `cells` has cell and region_id; result: columns of `map_cell`, corners x, y in turn.
    """
    names = [h3.int_to_str(int(cell)) for cell in cells["cell"]]
    edges = [h3.cell_to_boundary(name) for name in names]
    many = np.array([len(edge) for edge in edges])
    degrees = np.array([point for edge in edges for point in edge]).reshape(-1, 2)[:, ::-1]
    corners = _placed(con, degrees, cells["region_id"], many)
    starts = np.concatenate([[0], np.cumsum(many * 2)])
    lon, lat = geography.centres(cells["cell"].to_numpy(dtype=np.uint64))
    return pa.table(
        {"cell": cells["cell"].to_numpy(), "resolution": np.full(len(cells), resolution),
         "lon": lon.round(_DEGREE_DECIMALS), "lat": lat.round(_DEGREE_DECIMALS),
         "corners": pa.ListArray.from_arrays(starts, corners.ravel())}
    )  # fmt: skip


def points(con: DuckDBPyConnection) -> pa.Table:
    """Map coordinates of the facilities that may be shown as points: no protected one is."""
    rows = con.execute(
        "select facility_id, lon, lat, coalesce(region_id, '') as region_id"
        " from facility inner join facility_place using (facility_id)"
        " where publish_level = 'point' order by facility_id"
    ).df()
    degrees = rows[["lon", "lat"]].to_numpy(dtype=float)
    found = _placed(con, degrees, rows["region_id"], np.ones(len(rows), dtype=np.int64))
    return pa.table({"facility_id": rows["facility_id"], "x": found[:, 0], "y": found[:, 1]})


def _placed(
    con: DuckDBPyConnection, degrees: mapframe.Points, region_of: pd.Series, many: np.ndarray
) -> mapframe.Points:
    """Map coordinates of longitudes and latitudes, `many` in a row for each region named."""
    found, far = np.empty_like(degrees), np.zeros(len(degrees), dtype=bool)
    for inset in mapframe.insets():
        here = region_of.str.startswith(inset.territory_id).to_numpy(dtype=bool)
        if here.any():
            inside = np.repeat(here, many)
            found[inside] = mapframe.to_inset(_outline(con, inset), inset)(degrees[inside])
            far |= inside
    if not far.all():
        found[~far] = mapframe.to_europe(degrees[~far])
    return mapframe.rounded(found)


def _append(con: DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    con.register("incoming", rows)
    con.execute(f"insert into {table} by name select * from incoming")  # noqa: S608
    con.unregister("incoming")


def _outline(con: DuckDBPyConnection, inset: mapframe.Inset) -> np.ndarray:
    """The outlines that fill an inset: of its finest regions, as the map of territories has."""
    rows = con.execute(
        "select outline.wkb from outline inner join territory using (territory_id)"
        " where territory.shown and starts_with(territory_id, ?) order by territory_id",
        [inset.territory_id],
    ).fetchall()
    return np.array(shapely.from_wkb([bytes(wkb) for (wkb,) in rows]))
