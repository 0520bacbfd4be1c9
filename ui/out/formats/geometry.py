"""Where rows are: a point from their own coordinates, else their territory's outline.

Longitude and latitude in degrees. Outlines turn as GeoJSON wants them (RFC 7946: the outer ring
against the clock) and have six decimals, a tenth of a metre, in every format.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import shapely
import streamlit as st

from ui.out.formats.batches import portions
from ui.out.formats.plain import flat, plain
from ui.out.taken import Taken
from ui.store import Dataset, ask

GEOMETRY = "geometry"
DECIMALS = 6
_OUTLINES = 8 << 20  # bytes of outlines that are put together at once
_KEY, _POINT = "territory_id", ("lon", "lat")
# Rows that are territories have a point too, to write their name at.
_TERRITORIES = frozenset({"territory", "region"})
# One point in WKB: byte order, type, longitude, latitude.
_WKB_POINT = np.dtype([("order", "u1"), ("kind", "<u4"), ("lon", "<f8"), ("lat", "<f8")])


@dataclass(frozen=True)
class Outlines:
    """Outlines of a dataset's territories, in the order of their codes: WKB, its bytes, GeoJSON."""

    ids: pa.Array
    wkb: pa.Array
    geojson: pa.Array
    sizes: pa.Array
    kinds: tuple[str, ...]
    bounds: np.ndarray[Any, np.dtype[np.float64]]


class Extent:
    """What kinds of geometry rows have, and the box around all: west, south, east, north."""

    def __init__(self) -> None:
        self.kinds: set[str] = set()
        self.bounds: tuple[float, ...] = ()

    def note_points(self, lon: pa.Array, lat: pa.Array) -> None:
        if lon.null_count < len(lon):
            west, south = (pc.min(each).as_py() for each in (lon, lat))
            east, north = (pc.max(each).as_py() for each in (lon, lat))
            self._add("Point", (west, south, east, north))

    def note_outlines(self, found: Outlines, at: pa.Array) -> None:
        for each in at.unique().drop_null().to_pylist():
            self._add(found.kinds[each], tuple(found.bounds[each].tolist()))

    def _add(self, kind: str, box: tuple[float, ...]) -> None:
        self.kinds.add(kind)
        old = self.bounds or box
        self.bounds = (*map(min, old[:2], box[:2]), *map(max, old[2:], box[2:]))


@st.cache_resource(max_entries=4, show_spinner=False)
def outlines(dataset: Dataset) -> Outlines:
    """The outlines as they stand in files."""
    rows = ask(dataset, "outline")
    shapes = shapely.from_wkb([bytes(each) for each in rows["wkb"]])
    shapes = shapely.orient_polygons(shapes, exterior_cw=False)
    shapes = shapely.transform(shapes, lambda at: np.round(at, DECIMALS))
    wkb = pa.array(shapely.to_wkb(shapes, output_dimension=2, byte_order=1), pa.binary())
    return Outlines(
        pa.array(rows["territory_id"], pa.string()),
        wkb,
        pa.array(shapely.to_geojson(shapes), pa.string()),
        pc.binary_length(wkb),
        tuple(each.geom_type for each in shapes),
        shapely.bounds(shapes),
    )


def is_of_points(name: str, schema: pa.Schema) -> bool:
    """Whether rows of a table of this name have coordinates of their own."""
    return set(_POINT) <= set(schema.names) and name not in _TERRITORIES


def has_geometry(name: str, schema: pa.Schema) -> bool:
    """Whether rows of a table of this name are anywhere, and the columns leave room to say so."""
    if GEOMETRY in schema.names:
        return False
    return is_of_points(name, schema) or _KEY in schema.names


def places(batch: pa.RecordBatch, found: Outlines) -> pa.Array:
    """The place of each row's territory in the outlines, null where there is none."""
    ids = flat(batch.column(batch.schema.get_field_index(_KEY))).cast(pa.string())
    return pc.index_in(ids, found.ids)


def coordinates(batch: pa.RecordBatch) -> tuple[pa.Array, pa.Array]:
    """Longitude and latitude; both null where either is missing or no number."""
    lon, lat = (
        batch.column(batch.schema.get_field_index(name)).cast(pa.float64()) for name in _POINT
    )
    known = pc.and_(pc.is_finite(lon), pc.is_finite(lat))
    return pc.if_else(known, lon, None), pc.if_else(known, lat, None)


def points_wkb(lon: pa.Array, lat: pa.Array) -> pa.Array:
    """Points in WKB, null where coordinates are."""
    made = np.empty(len(lon), _WKB_POINT)
    made["order"], made["kind"] = 1, 1
    made["lon"], made["lat"] = (
        pc.fill_null(each, 0.0).to_numpy(zero_copy_only=False) for each in (lon, lat)
    )
    width = _WKB_POINT.itemsize
    data = pa.FixedSizeBinaryArray.from_buffers(
        pa.binary(width), len(lon), [None, pa.py_buffer(made.tobytes())]
    )
    return pc.if_else(pc.is_valid(lon), data.cast(pa.binary()), None)


def points_geojson(lon: pa.Array, lat: pa.Array) -> pa.Array:
    """Points in GeoJSON, null where coordinates are."""
    pair = [plain(pc.round(each, DECIMALS)) for each in (lon, lat)]
    inside = pc.binary_join_element_wise(*pair, ",")
    return pc.binary_join_element_wise('{"type":"Point","coordinates":[', inside, "]}", "")


def geographic(schema: pa.Schema) -> pa.Schema:
    """The columns, and one more for the"""
    return schema.append(pa.field(GEOMETRY, pa.binary()))


def with_geometry(taken: Taken, batch: pa.RecordBatch, where: Extent) -> Iterator[pa.RecordBatch]:
    """The rows with their geometry as WKB, in portions that are not too large; `where` notes it."""
    schema = geographic(taken.schema)
    if is_of_points(taken.name, taken.schema):
        lon, lat = coordinates(batch)
        where.note_points(lon, lat)
        points = points_wkb(lon, lat)
        yield pa.RecordBatch.from_arrays([*batch.columns, points], schema=schema)
        return
    found = outlines(taken.dataset)
    at = places(batch, found)
    where.note_outlines(found, at)
    for start, rows in portions(found.sizes.take(at), _OUTLINES):
        yield pa.RecordBatch.from_arrays(
            [*batch.slice(start, rows).columns, found.wkb.take(at.slice(start, rows))],
            schema=schema,
        )
