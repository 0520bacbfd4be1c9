"""Values as plain text: one spelling for each, that reads back as the same value.

Numbers have the fewest digits that give the number again, whole ones all of theirs and no `.0`;
an exponent only below 0.000001 and from 10^21. Dates are ISO 8601, moments with a zone in UTC.
"""

import json
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds

_PLAIN_UP_TO = 1e21


def plain(values: pa.Array) -> pa.Array:
    """An array of any type as strings; missing, and what is not a number, is null."""
    values = flat(values)
    if is_text(values.type):
        return values.cast(pa.string())
    if kinds.is_floating(values.type):
        return _floats(values)
    if kinds.is_timestamp(values.type):
        return _moments(values)
    if kinds.is_nested(values.type) or kinds.is_binary(values.type):
        return pa.array([_nested(each) for each in values.to_pylist()], pa.string())
    return values.cast(pa.string())


def flat(values: pa.Array) -> pa.Array:
    """The values themselves, where they are held as a dictionary."""
    return values.dictionary_decode() if kinds.is_dictionary(values.type) else values


def flat_type(kind: pa.DataType) -> pa.DataType:
    """The type of the values themselves, where they are held as a dictionary."""
    return kind.value_type if kinds.is_dictionary(kind) else kind


def is_text(kind: pa.DataType) -> bool:
    """Whether values of the type are texts; those of no type are all missing."""
    return (
        kinds.is_string(kind)
        or kinds.is_large_string(kind)
        or kinds.is_string_view(kind)
        or kinds.is_null(kind)
    )


def joined(lines: pa.Array) -> bytes:
    """The texts of an array end to end, none missing: so they lie in memory already."""
    _, offsets, data = lines.buffers()
    ends = memoryview(offsets).cast("i")
    return memoryview(data)[ends[lines.offset] : ends[lines.offset + len(lines)]].tobytes()


def _floats(values: pa.Array) -> pa.Array:
    texts = pc.if_else(pc.is_nan(values), None, values.cast(pa.string()))
    long = pc.match_substring(texts, "e+")
    if not pc.any(long).as_py():
        return texts
    whole = [
        str(int(each)) if each.is_integer() and abs(each) < _PLAIN_UP_TO else repr(each)
        for each in values.filter(long).to_pylist()
    ]
    return pc.replace_with_mask(texts, pc.fill_null(long, False), pa.array(whole, pa.string()))


def _moments(values: pa.Array) -> pa.Array:
    """2025-01-31T08:30:00, a fraction only where there is one, Z where a zone was known."""
    zone = "Z" if values.type.tz else ""
    texts = values.cast(pa.timestamp(values.type.unit)).cast(pa.string())
    texts = pc.replace_substring(texts, " ", "T", max_replacements=1)
    if values.type.unit != "s":
        texts = pc.replace_substring_regex(texts, r"\.?0*$", "")
    return pc.binary_join_element_wise(texts, zone, "") if zone else texts


def _nested(value: Any) -> str | None:
    """Lists and the like as JSON, bytes as hexadecimal digits."""
    if value is None:
        return None
    if isinstance(value, bytes):
        return value.hex()
    return json.dumps(value, ensure_ascii=False, default=str, separators=(",", ":"))
