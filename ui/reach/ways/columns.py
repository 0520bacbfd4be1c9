"""The three columns of a table of travel times, each in its type, or why they cannot be read."""

import pyarrow as pa
import pyarrow.compute as pc


class RefusedError(Exception):
    """The file as a whole cannot be read; the message says why and what to do.

    `text` and `parts` are the message and what is filled in, for a reader of another language;
    numbers stay numbers, to be written as that language writes them.
    """

    def __init__(self, text: str, **parts: str | int) -> None:
        super().__init__(text.format(**parts))
        self.text, self.parts = text, parts


def later(message: str) -> str:
    """Mark a message for translation as `ui.language` does, which is too large to load here."""
    return message


def cells_of(column: pa.ChunkedArray) -> pa.Array:
    """H3 numbers; a text is read as hexadecimal, null where it is none."""
    kind = column.type
    if pa.types.is_integer(kind):
        return pc.cast(column, pa.uint64(), safe=False).combine_chunks()
    if not _is_text(kind):
        raise RefusedError(
            later("Column origin is of type {kind}: it must be whole numbers or texts."),
            kind=str(kind),
        )
    texts = _readable(column, "origin").dictionary_encode().combine_chunks()
    words = [_hexadecimal(each) for each in texts.dictionary.to_pylist()]
    return pa.array(words, pa.uint64()).take(texts.indices)


def _hexadecimal(text: str | None) -> int | None:
    try:
        return int(text or "", 16) if len(text or "") == 15 else None
    except ValueError:
        return None


def texts(column: pa.ChunkedArray) -> pa.Array:
    """Ids of places."""
    if not _is_text(column.type):
        raise RefusedError(
            later("Column destination is of type {kind}: it must be texts."), kind=str(column.type)
        )
    return pc.cast(_readable(column, "destination"), pa.string()).combine_chunks()


def _readable(column: pa.ChunkedArray, name: str) -> pa.ChunkedArray:
    """The same texts; RefusedError where bytes are none, which Parquet itself does not check."""
    try:
        column.validate(full=True)
    except pa.ArrowMemoryError:
        raise MemoryError from None
    except (ValueError, pa.ArrowException):
        raise RefusedError(
            later("Column {column} is not readable text (UTF-8)."), column=name
        ) from None
    return column


def minutes_of(column: pa.ChunkedArray) -> pa.Array:
    """Minutes, of whatever type of number."""
    kind = column.type
    numbers = (pa.types.is_integer, pa.types.is_floating, pa.types.is_decimal)
    if not any(is_kind(kind) for is_kind in numbers):
        raise RefusedError(
            later("Column minutes is of type {kind}: it must be numbers."), kind=str(kind)
        )
    return pc.cast(column, pa.float64(), safe=False).combine_chunks()


def _is_text(kind: pa.DataType) -> bool:
    inner = kind.value_type if pa.types.is_dictionary(kind) else kind
    return pa.types.is_string(inner) or pa.types.is_large_string(inner)
