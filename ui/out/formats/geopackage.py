"""GeoPackage: layer `rows`, and `notes` and `sources` as tables beside it.

It is written to a file of its own first, then sent. Its types are fewer: moments are kept to
the millisecond in UTC; whole numbers have 64 bits with a sign; lists and bytes are text; NUL in
a text, at which most readers would end it, is U+FFFD.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from threading import Lock

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds

from ui.out.formats import geometry
from ui.out.formats.about import SOURCE, Origins, lines
from ui.out.formats.batches import even
from ui.out.formats.plain import flat, flat_type, is_text, plain
from ui.out.formats.sink import sent
from ui.out.scratch import scratch
from ui.out.taken import Taken

ROWS, NOTES, SOURCES = "rows", "notes", "sources"
_AT_ONCE = 8192
# The date that the library writes is a setting of the whole process.
_ONE_AT_A_TIME = Lock()
_DATE = "OGR_CURRENT_DATE"
_NUL, _NO_SIGN = "\x00", "\ufffd"


def stream(taken: Taken) -> Iterator[bytes]:
    """The file in pieces, once it is written: the same bytes for the same rows."""
    with scratch() as folder:
        path = folder / "rows.gpkg"
        _write(taken, path)
        yield from sent(path)


def refuses(taken: Taken) -> str:
    """A sentence where two columns differ in capitals alone, which the format cannot hold."""
    names = [name.lower() for name in taken.schema.names]
    twice = sorted({name for name in names if names.count(name) > 1})
    return f"GeoPackage cannot hold two columns named {twice[0]}." if twice else ""


def _write(taken: Taken, path: Path) -> None:
    import pyogrio  # noqa: PLC0415  # it takes seconds, and only this format needs it

    placed = geometry.has_geometry(taken.name, taken.schema)
    origins, where = Origins(), geometry.Extent()
    batches = even(taken.schema, origins.watch(taken.batches()), _AT_ONCE)
    found = (
        chain.from_iterable(geometry.with_geometry(taken, each, where) for each in batches)
        if placed
        else batches
    )
    layers = [
        (ROWS, _reader(geometry.geographic(taken.schema) if placed else taken.schema, found)),
        (NOTES, lambda: _texts(("about", "text"), lines(taken, origins))),
        (SOURCES, lambda: _texts(SOURCE, [tuple(each.values()) for each in origins.sources])),
    ]
    with _ONE_AT_A_TIME:
        pyogrio.set_gdal_config_options({_DATE: f"{taken.dataset.built:%Y-%m-%dT%H:%M:%S}.000Z"})
        try:
            for name, rows in layers:
                at = geometry.GEOMETRY if placed and name == ROWS else None
                pyogrio.write_arrow(
                    rows() if callable(rows) else rows, str(path), layer=name, driver="GPKG",
                    geometry_name=at, geometry_type="Unknown" if at else None,
                    crs="EPSG:4326" if at else None,
                    layer_options={"FID": _key(taken.schema.names)},
                )  # fmt: skip
        finally:
            pyogrio.set_gdal_config_options({_DATE: None})


def _reader(schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> pa.RecordBatchReader:
    """The rows in the format's types, as they come."""
    held = pa.schema([pa.field(each.name, _held(each.name, each.type)) for each in schema])
    changed = (
        pa.RecordBatch.from_arrays(
            [
                _as_held(column, field.type)
                for column, field in zip(batch.columns, held, strict=True)
            ],
            schema=held,
        )
        for batch in batches
    )
    return pa.RecordBatchReader.from_batches(held, changed)


def _held(name: str, kind: pa.DataType) -> pa.DataType:
    """The type in the file of a column's values."""
    kind = flat_type(kind)
    if kinds.is_binary(kind) and name == geometry.GEOMETRY:
        return kind
    if kinds.is_integer(kind):
        return pa.int64()
    if kinds.is_floating(kind):
        return pa.float64()
    if kinds.is_boolean(kind) or kinds.is_date(kind) or kinds.is_timestamp(kind):
        return kind
    return pa.string()


def _as_held(values: pa.Array, kind: pa.DataType) -> pa.Array:
    values = flat(values)
    if kinds.is_string(kind):
        texts = plain(values)
        return pc.replace_substring(texts, _NUL, _NO_SIGN) if is_text(values.type) else texts
    return values.cast(kind)


def _texts(names: tuple[str, ...], rows: Iterable[tuple[str | None, ...]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    schema = pa.schema([(name, pa.string()) for name in names])
    return pa.table([pa.array(each, pa.string()) for each in columns], schema=schema)


def _key(names: list[str]) -> str:
    """A name for the format's own numbering of rows that no column has."""
    taken, key = {name.lower() for name in names}, "fid"
    while key in taken:
        key = f"_{key}"
    return key
