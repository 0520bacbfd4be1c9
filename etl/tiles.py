"""Fill `map_tile`: the equal-area tile map of every level, in map coordinates."""

import pandas as pd
import shapely
from duckdb import DuckDBPyConnection

from analysis.tiles import tile_cells
from etl.derive import insert

# The tile map fills the same view as the map: see ui.mapview.EUROPE.
_WEST, _SOUTH, _EAST, _NORTH = -3.5, -4.4, 4.4, 4.2
_DECIMALS = 4


def fill(con: DuckDBPyConnection) -> None:
    """One grid a level; a coarser or joint territory is the union of the tiles inside it."""
    rows = con.execute(
        "select region.territory_id, region.level, region.country, region.members,"
        " map_shape.geojson from region inner join map_shape using (territory_id)"
        " order by region.territory_id"
    ).df()
    finest = rows.groupby("country")["level"].transform("max")
    for grid in range(4):
        own = rows[rows["members"].isna() & (rows["level"] == finest.clip(upper=grid))]
        insert(con, "map_tile", _grid(rows[rows["level"] <= grid], own).assign(grid=grid))


def _grid(rows: pd.DataFrame, own: pd.DataFrame) -> pd.DataFrame:
    """Outlines of `rows` on a grid that has a square for each of `own`."""
    middle = shapely.centroid(shapely.from_geojson(own["geojson"].to_numpy()))
    places = pd.DataFrame(
        {
            "x": shapely.get_x(middle),
            "y": shapely.get_y(middle),
            "country": own["country"].to_numpy(),
        },
        index=own["territory_id"],
    )
    squares = _squares(tile_cells(places))
    covers = rows["members"].fillna(rows["territory_id"]).str.split("+")
    shapes = [
        shapely.union_all(squares[squares.index.str.startswith(tuple(codes))].to_numpy())
        for codes in covers
    ]
    bounds = pd.DataFrame(
        shapely.bounds(shapes), columns=["west", "south", "east", "north"], index=rows.index
    )
    return rows[["territory_id", "level"]].join(bounds).assign(geojson=shapely.to_geojson(shapes))


def _squares(cells: pd.DataFrame) -> pd.Series:
    """The squares of grid cells, as large as the view allows and in its middle."""
    columns, height = cells["column"].max() + 1, cells["row"].max() + 1
    side = min((_EAST - _WEST) / columns, (_NORTH - _SOUTH) / height)
    west = (_WEST + _EAST - columns * side) / 2
    south = (_SOUTH + _NORTH - height * side) / 2
    left = (west + cells["column"] * side).round(_DECIMALS)
    right = (west + (cells["column"] + 1) * side).round(_DECIMALS)
    low = (south + cells["row"] * side).round(_DECIMALS)
    high = (south + (cells["row"] + 1) * side).round(_DECIMALS)
    return pd.Series(shapely.box(left, low, right, high), index=cells.index)
