"""Parquet, and GeoParquet 1.1 where rows are somewhere: the unescaped form, with exact types.

The key `groundwork` of the file's metadata holds title, filters, citation, notes and sources.
Geometry is WKB in longitude and latitude (OGC:CRS84, what GeoParquet takes for granted).
"""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pyarrow.types as kinds

from ui.out.formats import geometry
from ui.out.formats.about import Origins, facts
from ui.out.formats.batches import even
from ui.out.formats.plain import is_text
from ui.out.formats.sink import Sink
from ui.out.taken import Taken

ABOUT_FILE = "groundwork"
# Rows of a group: what is in memory at once.
_GROUP = 16_384
_DICTIONARY = 4 << 20  # bytes; an outline that many rows share stands once in their group


def stream(taken: Taken) -> Iterator[bytes]:
    """The file in pieces, a group of rows at a time; the same bytes however batches are cut."""
    placed = geometry.has_geometry(taken.name, taken.schema)
    schema = geometry.geographic(taken.schema) if placed else taken.schema
    origins, sink, where = Origins(), Sink(), geometry.Extent()
    writer = pq.ParquetWriter(
        pa.PythonFile(sink, mode="w"), schema, compression="zstd", store_schema=False,
        dictionary_pagesize_limit=_DICTIONARY, write_statistics=_sought(schema),
    )  # fmt: skip
    for batch in even(taken.schema, origins.watch(taken.batches()), _GROUP):
        for group in geometry.with_geometry(taken, batch, where) if placed else (batch,):
            writer.write_batch(group, row_group_size=_GROUP)
            yield sink.take()
            del group
        del batch  # before the next one is put together
    said = facts(taken) | {"citation": origins.citation, "sources": origins.sources}
    told = {ABOUT_FILE: json.dumps(said, ensure_ascii=False)}
    told |= {"geo": json.dumps(_geo(where))} if placed else {}
    stored = schema.with_metadata(told).serialize().to_pybytes()
    writer.add_key_value_metadata(told | {"ARROW:schema": base64.b64encode(stored).decode()})
    writer.close()
    yield sink.take()


def _sought(schema: pa.Schema) -> list[str]:
    """Columns that rows are sought by; least and most of long texts would fill the footer."""
    return [
        field.name
        for field in schema
        if field.name.endswith(("_id", "period"))
        or not (is_text(field.type) or kinds.is_binary(field.type))
    ]


def _geo(where: geometry.Extent) -> dict[str, Any]:
    """The metadata that makes a Parquet file a GeoParquet one."""
    column: dict[str, Any] = {
        "encoding": "WKB",
        "geometry_types": sorted(where.kinds),
        "orientation": "counterclockwise",
    }
    if where.bounds:
        column["bbox"] = list(where.bounds)
    return {
        "version": "1.1.0",
        "primary_column": geometry.GEOMETRY,
        "columns": {geometry.GEOMETRY: column},
    }
