"""Our CSV read again: the same rows, types and missing values that were written.

The columns' types are not in the file; `described` keeps them beside it, `schema_of` reads
them from there.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv
import pyarrow.types as kinds

from ui.out.formats.delimited import STANDARD, Dialect
from ui.out.formats.plain import flat_type, is_text
from ui.out.formats.shield import bare
from ui.out.taken import ABOUT

_BLOCK = 1 << 24
_SIMPLE = {
    str(kind): kind
    for kind in (
        pa.string(), pa.large_string(), pa.null(), pa.bool_(), pa.binary(), pa.date32(),
        pa.int8(), pa.int16(), pa.int32(), pa.int64(),
        pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64(), pa.float32(), pa.float64(),
        *(pa.timestamp(unit, zone) for unit in ("s", "ms", "us", "ns") for zone in (None, "UTC")),
    )
}  # fmt: skip


class ReadBackError(ValueError):
    """The file is not one that we wrote with these columns; the message says what differs."""


def table(data: bytes, schema: pa.Schema, dialect: Dialect = STANDARD) -> pa.Table:
    """The rows of a CSV that was written with columns of this schema.

    Raises ReadBackError when columns differ or a cell is not of its column's type. In a file of
    one column a text of no letters is read as missing.
    """
    texts = _texts(data, len(schema), dialect)
    header = [bare(column.slice(0, 1)).to_pylist()[0] or "" for column in texts]
    if header != schema.names:
        raise ReadBackError(f"The columns are {header}, not {schema.names}.")
    if len(schema) == 1:
        texts = [pc.if_else(pc.equal(texts[0], ""), None, texts[0])]
    columns = []
    for field, column in zip(schema, texts, strict=True):
        try:
            columns.append(_typed(bare(column.slice(1)), field.type, dialect))
        except (pa.ArrowException, ValueError) as error:
            raise ReadBackError(f"Column {field.name} is not {field.type}: {error}") from error
    return pa.Table.from_arrays(columns, schema=schema)


def described(schema: pa.Schema) -> list[dict[str, str]]:
    """The columns as plain values: name, type and what each holds."""
    return [
        {
            "name": field.name,
            "type": str(flat_type(field.type)),
            "about": (field.metadata or {}).get(ABOUT, b"").decode(),
        }
        for field in schema
    ]


def schema_of(columns: Sequence[Mapping[str, str]]) -> pa.Schema:
    """The schema that was described; KeyError for a type that no column has."""
    return pa.schema(
        pa.field(
            each["name"],
            _SIMPLE[each["type"]],
            metadata={ABOUT: each["about"].encode()} if each.get("about") else None,
        )
        for each in columns
    )


def _texts(data: bytes, width: int, dialect: Dialect) -> list[pa.Array]:
    """All cells as texts, the header's too; what stands for missing is null."""
    names = [f"c{at}" for at in range(width)]
    try:
        found = arrow_csv.read_csv(
            pa.BufferReader(data),
            read_options=arrow_csv.ReadOptions(column_names=names, block_size=_BLOCK),
            parse_options=arrow_csv.ParseOptions(
                delimiter=dialect.separator, newlines_in_values=True, ignore_empty_lines=False
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=False,
            ),
        )
    except pa.ArrowInvalid as error:
        raise ReadBackError(f"The file does not have {width} columns in every row: {error}") from (
            error
        )
    return [column.combine_chunks() for column in found.columns]


def _typed(texts: pa.Array, kind: pa.DataType, dialect: Dialect) -> pa.Array:
    """Texts as values of a type."""
    kind = flat_type(kind)
    if is_text(kind):
        return texts if kinds.is_string(kind) else texts.cast(kind)
    if kinds.is_floating(kind) or kinds.is_decimal(kind):
        return pc.replace_substring(texts, dialect.decimal, ".").cast(kind)
    read: Callable[[str], Any] | None = None
    if kinds.is_nested(kind):
        read = json.loads
    elif kinds.is_binary(kind):
        read = bytes.fromhex
    if read is not None:
        return pa.array([None if each is None else read(each) for each in texts.to_pylist()], kind)
    if kinds.is_timestamp(kind) and kind.tz:
        moments = pc.replace_substring_regex(texts, "Z$", "").cast(pa.timestamp(kind.unit))
        return moments.cast(kind)
    return texts.cast(kind)
