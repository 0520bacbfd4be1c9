"""GeoJSON (RFC 7946): a feature a row, with every column; no place is a null geometry.

`metadata` before the features says what they are, `sources` behind them where they are from.
Texts are joined column by column, as in the CSV, and an outline is spelled once a dataset.
"""

import json
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds

from ui.out.formats import geometry
from ui.out.formats.about import Origins, facts
from ui.out.formats.batches import portions
from ui.out.formats.plain import flat_type, is_text, joined, plain
from ui.out.taken import Taken

_PIECE = 8192
_ROUGHLY = 4 << 20  # bytes of outlines that are put together at once
_ESCAPED = '["\\\\\\x00-\\x1f]'
_BEYOND = {"inf": "1e999", "-inf": "-1e999"}  # what every reader of JSON takes for infinite


def stream(taken: Taken) -> Iterator[bytes]:
    """The file in pieces; memory does not grow with the number of rows."""
    origins, first = Origins(), True
    batches = origins.watch(taken.batches())
    ahead = list(islice(batches, 1))  # the citation stands in the rows
    yield _head(taken, origins.citation)
    for batch in chain(ahead, batches):
        for start in range(0, batch.num_rows, _PIECE):
            for rows, shapes in _with_geometry(taken, batch.slice(start, _PIECE)):
                text = _features(rows, shapes)
                yield text[1:] if first else text
                first = False
    yield b'\n],"sources":' + _json(origins.sources).encode() + b"}\n"


def literals(values: pa.Array) -> pa.Array:
    """Values as they stand in JSON: text in quotes, numbers, true, false, null."""
    kind = flat_type(values.type)
    if kinds.is_integer(kind) or kinds.is_boolean(kind) or kinds.is_nested(kind):
        texts = plain(values)
    elif kinds.is_floating(kind):
        texts = plain(values)
        for spelled, json_number in _BEYOND.items():
            texts = pc.if_else(pc.equal(texts, spelled), json_number, texts)
    else:
        codes = (values if is_text(kind) else plain(values)).dictionary_encode()
        different = plain(codes.dictionary)
        quoted = pc.binary_join_element_wise('"', _escaped(different), '"', "")
        texts = quoted.take(codes.indices)
    return pc.fill_null(texts, "null")


def _head(taken: Taken, citation: str) -> bytes:
    said = facts(taken) | {"citation": citation}
    opening = {"type": "FeatureCollection", "name": taken.name, "metadata": said}
    return _json(opening)[:-1].encode() + b',"features":['


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _escaped(texts: pa.Array) -> pa.Array:
    """Texts as they stand between the quotes of JSON."""
    special = pc.match_substring_regex(texts, _ESCAPED)
    if not pc.any(special).as_py():
        return texts
    special = pc.fill_null(special, False)
    few = [json.dumps(each, ensure_ascii=False)[1:-1] for each in texts.filter(special).to_pylist()]
    return pc.replace_with_mask(texts, special, pa.array(few, pa.string()))


def _with_geometry(
    taken: Taken, batch: pa.RecordBatch
) -> Iterator[tuple[pa.RecordBatch, pa.Array]]:
    """The rows and each one's geometry as JSON, null where there is none, in portions."""
    if geometry.is_of_points(taken.name, taken.schema):
        yield batch, geometry.points_geojson(*geometry.coordinates(batch))
    elif geometry.has_geometry(taken.name, taken.schema):
        found = geometry.outlines(taken.dataset)
        at = geometry.places(batch, found)
        for start, rows in portions(found.sizes.take(at), _ROUGHLY):
            yield batch.slice(start, rows), found.geojson.take(at.slice(start, rows))
    else:
        yield batch, pa.nulls(batch.num_rows, pa.string())


def _features(batch: pa.RecordBatch, shapes: pa.Array) -> bytes:
    """Rows as features, each with a comma before it."""
    parts: list[Any] = []
    opening = ',\n{"type":"Feature","properties":{'
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        parts += [f"{opening}{_json(name)}:", literals(column)]
        opening = ","
    if not parts:
        parts = [opening]
    parts += ['},"geometry":', pc.fill_null(shapes, "null"), "}"]
    return joined(pc.binary_join_element_wise(*parts, ""))
