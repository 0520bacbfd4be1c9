"""The steps of a build that are not SQL: residents of cells, outlines, distances, verdicts.

Each takes the database being built, reads what the SQL before it made, and fills one table.
"""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from duckdb import DuckDBPyConnection

from analysis.apportion import largest_remainder
from analysis.patchwork import kind_of
from analysis.reach import nearest
from analysis.register import silent_towns, verdicts
from etl import geography, mapframe, vintages

_CHANGE_SHARES = Path(__file__).parent / "sql" / "core" / "change_shares.sql"
LEAST_GRID_SHARE = 0.5


def crosswalk(con: DuckDBPyConnection) -> None:
    """Fill `crosswalk`: where every NUTS code that ended is in the display geography."""
    changes = con.execute(_CHANGE_SHARES.read_text("utf-8")).df()
    insert(con, "crosswalk", vintages.crosswalk(changes))


def cell_residents(con: DuckDBPyConnection) -> None:
    """Fill `cell.residents`: each region's published total over its cells."""
    cells = con.execute(
        """
        select cell.cell, cell_persons.grid_persons,
            coalesce(own.region_id, rest.region_id) || coalesce(own.nuts_2024, '') as total_of
        from cell
        left join cell_persons using (cell)
        left join cell_total as own
            on own.region_id = cell.nuts_2021
            and coalesce(own.nuts_2024, cell.nuts_2024) = cell.nuts_2024
        left join cell_total as rest on rest.region_id = substr(cell.nuts_2021, 1, 4)
        order by cell.cell
        """
    ).df()
    totals = con.execute(
        "select region_id || coalesce(nuts_2024, '') as total_of, residents from cell_total"
    ).df()
    by_region = totals.set_index("total_of")["residents"]
    placed = by_region[_grid_covers(cells, by_region)]
    shared = largest_remainder(cells["grid_persons"], cells["total_of"], placed)
    found = pd.DataFrame({"cell": cells["cell"], "residents": shared}).dropna()
    con.register("found", found.astype({"residents": "int64"}))
    con.execute(
        "update cell as c set residents = f.residents from found as f where f.cell = c.cell"
    )
    con.unregister("found")


def _grid_covers(cells: pd.DataFrame, by_region: pd.Series) -> pd.Series:
    """Whether the grid covers each region's country: it holds most of the residents there.

    Coasts of islands put a few thousand persons on the far shore of countries it leaves out.
    """
    country = by_region.index.str[:2]
    in_grid = cells.groupby(cells["total_of"].str[:2])["grid_persons"].sum()
    share = in_grid / by_region.groupby(country).sum()
    return pd.Series(share.reindex(country).to_numpy() > LEAST_GRID_SHARE, index=by_region.index)


def outlines(con: DuckDBPyConnection) -> None:
    """Fill `outline` (degrees), `map_shape` and `map_inset` (map coordinates)."""
    membership = con.execute("select territory_id, region_id from membership").df()
    finest = _finest_outlines(con)
    whole = mapframe.dissolve(finest, membership)
    insert(con, "outline", whole.assign(wkb=shapely.to_wkb(whole.geometry.to_numpy())))
    shapes = mapframe.dissolve(mapframe.to_map(finest), membership)
    level = con.execute("select territory_id, level from territory where shown").df()
    shapes = shapes.merge(level, on="territory_id", validate="1:1")
    bounds = mapframe.bounds_to_show(shapes.geometry)
    points = mapframe.points_inside(shapes.geometry)
    drawn = shapes.assign(geojson=_geojson(shapes.geometry)).join(bounds).join(points)
    insert(con, "map_shape", drawn)
    boxes = mapframe.insets()
    frame = pd.DataFrame(
        {
            "territory_id": [box.territory_id for box in boxes],
            "name": [box.name for box in boxes],
            "lon": [box.x for box in boxes],
            "lat": [box.y for box in boxes],
            "geojson": _geojson(gpd.GeoSeries([box.frame() for box in boxes])),
        }
    )
    insert(con, "map_inset", frame)


def _finest_outlines(con: DuckDBPyConnection) -> gpd.GeoDataFrame:
    """Outlines of the finest regions: the publisher's where they were fetched, else of cells.

    Fetched ones are taken out of `outline`, which then gets every territory.
    """
    drawn = con.execute("select territory_id, wkb from outline").df()
    if drawn.empty:
        cells = con.execute("select cell, nuts_2024 as territory_id from cell").df()
        return geography.outlines_of(cells)
    con.execute("delete from outline")
    shapes = shapely.from_wkb([bytes(wkb) for wkb in drawn["wkb"]])
    return geography.boundaries_of(gpd.GeoDataFrame(drawn[["territory_id"]], geometry=shapes))


def _geojson(shapes: gpd.GeoSeries) -> list[str]:
    """Geometries as GeoJSON text."""
    return [str(text) for text in shapely.to_geojson(shapes.to_numpy())]


def facility_places(con: DuckDBPyConnection) -> None:
    """Fill `facility_place`: the cell of land and region each facility lies in."""
    region_of = dict(con.execute("select cell, nuts_2024 from cell").fetchall())
    rows = []
    for facility_id, lon, lat in con.execute(
        "select facility_id, lon, lat from facility"
    ).fetchall():
        cell = geography.land_at(lon, lat, region_of)
        rows.append((facility_id, cell, region_of.get(cell)))
    frame = pd.DataFrame(rows, columns=["facility_id", "cell", "region_id"])
    insert(con, "facility_place", frame.astype({"cell": "UInt64"}))


def register_verdicts(con: DuckDBPyConnection) -> None:
    """Fill `register_verdict`: a region speaks if it and its NUTS 2 region do."""
    register = con.execute("select * from register").df()
    judged = {
        level: verdicts(rows.set_index("territory_id"))["verdict"]
        for level, rows in register.groupby("level")
    }
    finest = judged[3]
    above = judged[2].reindex(finest.index.str[:4]).to_numpy()
    frame = finest.where(finest != "covered", above).rename("verdict")
    insert(con, "register_verdict", frame.rename_axis("region_id").reset_index())


def cell_reach(con: DuckDBPyConnection) -> None:
    """Fill `cell_reach`: nearest hospital, and nearest cell the register is silent about."""
    cells = con.execute(
        """
        select cell.cell, cell.residents, verdict.verdict <> 'covered' as hole
        from cell
        inner join register_verdict as verdict on verdict.region_id = cell.nuts_2024
        order by cell.cell
        """
    ).df()
    hospitals = con.execute(
        "select lon, lat, country from facility"
        " where service = 'health' and obs_status <> 'U' order by facility_id"
    ).df()
    lon, lat = geography.centres(cells["cell"].to_numpy(dtype=np.uint64))
    km, index = nearest(lon, lat, hospitals["lon"].to_numpy(), hospitals["lat"].to_numpy())
    towns = silent_towns(cells["residents"], pd.Series(km, index=cells.index))
    hole = (cells["hole"] | towns).to_numpy(dtype=bool)
    hole_km, _ = nearest(lon, lat, lon[hole], lat[hole])
    country = hospitals["country"].to_numpy()
    frame = pd.DataFrame(
        {
            "cell": cells["cell"],
            "nearest_km": np.minimum(km, 20_100.0),
            "nearest_country": country[index] if len(country) else None,
            "hole_km": np.minimum(hole_km, 20_100.0),
        }
    )
    insert(con, "cell_reach", frame)


def measure_kinds(con: DuckDBPyConnection) -> None:
    """Fill `measure_kind`: the kind of data each measure's figures for a group are."""
    pairs = con.execute(
        """
        select distinct figure.measure_id, figure.group_id, measure.kind, measure.domain
        from figure inner join measure on measure.measure_id = figure.measure_id
        order by figure.measure_id, figure.group_id
        """
    ).fetchall()
    rows = [
        (measure_id, group_id, kind_id)
        for measure_id, group_id, kind, domain in pairs
        if (kind_id := kind_of(kind, domain, group_id)) is not None
    ]
    frame = pd.DataFrame(rows, columns=["measure_id", "group_id", "kind_id"])
    insert(con, "measure_kind", frame)


def insert(con: DuckDBPyConnection, table: str, frame: pd.DataFrame) -> None:
    """Append the columns of `frame` that `table` has; `table` is one of this module's."""
    columns = [column[0] for column in con.table(table).description]
    con.register("incoming", pd.DataFrame(frame[[c for c in columns if c in frame.columns]]))
    con.execute(f"insert into {table} by name select * from incoming")  # noqa: S608
    con.unregister("incoming")
