"""CSV (RFC 4180, UTF-8 with mark, so that spreadsheets read accents): empty is unknown.

The one writer of pages, routes and the command line. A text of no letters is `""`, so that it
is not taken for unknown. Rows are joined a piece at a time, column by column: the bytes are the
same however the rows come in batches, and memory does not grow with their number.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.types as kinds

from ui.out.formats.plain import flat_type, is_text, joined, plain
from ui.out.formats.shield import shield, shielded
from ui.out.taken import Taken

MARK = b"\xef\xbb\xbf"
_PIECE = 8192
_END = "\r\n"


@dataclass(frozen=True)
class Dialect:
    """What stands between cells, and before decimals."""

    separator: str = ","
    decimal: str = "."


STANDARD = Dialect()
SPREADSHEET = Dialect(";", ",")


def stream(taken: Taken, dialect: Dialect = STANDARD) -> Iterator[bytes]:
    """The rows as pieces of such a file."""
    return pieces(taken.schema, taken.batches(), dialect)


def stream_for_spreadsheets(taken: Taken) -> Iterator[bytes]:
    """The same for spreadsheets of most of Europe: semicolons, decimal comma."""
    return stream(taken, SPREADSHEET)


def pieces(
    schema: pa.Schema, batches: Iterable[pa.RecordBatch], dialect: Dialect = STANDARD
) -> Iterator[bytes]:
    """Mark and header, then the rows of the batches; at least one piece."""
    names = pa.array([shielded(name) for name in schema.names], pa.string())
    header = dialect.separator.join(_quoted(names, dialect).to_pylist())
    yield MARK + (header + _END).encode()
    for batch in batches:
        for start in range(0, batch.num_rows, _PIECE):
            yield _rows(batch.slice(start, _PIECE), dialect)


def _rows(batch: pa.RecordBatch, dialect: Dialect) -> bytes:
    """The lines of some rows."""
    empty = "" if batch.num_columns > 1 else '""'  # a line of nothing is no row to most readers
    cells = [pc.fill_null(_cells(column, dialect), empty) for column in batch.columns]
    lines = pc.binary_join_element_wise(*cells, dialect.separator) if cells else pa.array([""])
    return joined(pc.binary_join_element_wise(lines, _END, ""))


def _cells(values: pa.Array, dialect: Dialect) -> pa.Array:
    """A column as it stands in the file; each text that is there often is written once."""
    if is_text(flat_type(values.type)):
        codes = values.dictionary_encode()
        different = _quoted(shield(plain(codes.dictionary)), dialect)
        return different.take(codes.indices)
    texts = plain(values)
    kind = flat_type(values.type)
    if kinds.is_nested(kind):
        return _quoted(shield(texts), dialect)
    if dialect.decimal != "." and (kinds.is_floating(kind) or kinds.is_decimal(kind)):
        return pc.replace_substring(texts, ".", dialect.decimal)
    return texts


def _quoted(texts: pa.Array, dialect: Dialect) -> pa.Array:
    """Texts in quotes where they must be: separator, quote, line break, or nothing at all."""
    needs = pc.match_substring_regex(texts, f'[{dialect.separator}"\r\n]|^$')
    if not pc.any(needs).as_py():
        return texts
    inside = pc.replace_substring(texts, '"', '""')
    return pc.if_else(needs, pc.binary_join_element_wise('"', inside, '"', ""), texts)
