"""Parquet as a grid; the points of GeoParquet as lon and lat."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from etl.intake.grid import Grid, UnreadableError
from etl.intake.layers import DEGREES, SAVE, from_wkb, grid_of, within
from etl.intake.settings import Settings
from etl.intake.sniff import Score

_LARGEST_BYTES = 1_000_000_000


def read(file: Path, settings: Settings, score: Score) -> Grid:
    """The rows of a Parquet file; a geometry column of GeoParquet gives lon and lat."""
    try:
        opened = pq.ParquetFile(file)
        meta = opened.metadata
        within(meta.num_rows, meta.num_columns)
        size = sum(meta.row_group(i).total_byte_size for i in range(meta.num_row_groups))
        if size > _LARGEST_BYTES:
            raise UnreadableError(f"The file unpacks to {size / 1e6:,.0f} MB.", "Split it.")
        table = opened.read()
    except pa.ArrowMemoryError:
        raise MemoryError from None
    except (pa.ArrowException, OSError) as error:
        raise UnreadableError(f"The Parquet file cannot be read: {error}.", SAVE) from None
    column, crs = _geometry_of(table.schema.metadata or {})
    shapes: list[Any] = []
    if column in table.column_names:
        shapes = from_wkb(table, column)
        table = table.drop_columns([column])
    return grid_of(table.to_pylist(), shapes, crs, table.column_names)


def _geometry_of(metadata: Mapping[bytes, bytes]) -> tuple[str, str]:
    """The geometry column of a GeoParquet file and its reference system; ('', '') without."""
    try:
        told = json.loads(metadata.get(b"geo", b"{}"))
        name = str(told["primary_column"])
        crs = told["columns"][name].get("crs", DEGREES)
        if isinstance(crs, dict):
            named = crs["id"]
            return name, f"{named['authority']}:{named['code']}".replace("OGC:CRS84", DEGREES)
        return name, str(crs or "")
    except (KeyError, TypeError, ValueError, RecursionError):
        return "", ""
