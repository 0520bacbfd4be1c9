"""Delimited text into a table of the contract, in bulk: good rows typed, bad lines kept.

For registers of services and a planner's own file. Records are told apart strictly
(`quoting`), values are read by the contract (`typed_columns`, and `typed_text` where in doubt),
so that whatever is loaded is what the file says, and every other line is refused with its
column, the reason and its text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.csv as pcsv
from duckdb import DuckDBPyConnection

from etl.columns import Column, Table
from etl.ddl import quoted
from etl.readers import blocks, quoting
from etl.readers.blocks import Block, as_text
from etl.readers.outcome import Outcome
from etl.readers.pour import connect, count, pour
from etl.readers.quoting import FieldError, Sieved
from etl.readers.typed_columns import TypedColumn
from etl.readers.typed_text import Value, ValueFaultError, read_value
from etl.reading import LayoutError, Reading
from etl.validate import Known

LINE, FILE = "source_line", "source_file"
_USABLE = "usable"
_BLANK = "blank line"


@dataclass(frozen=True)
class Form:
    """How the columns of a file become those of a table, which has a column `source_line`.

    A column of the table has its own name in the file, or the one in `names`; it may be absent
    from the file when it is in `optional`, and is not looked for when `constants` has its one
    value for all rows. `known` gives the keys that columns must refer to.
    """

    table: Table
    names: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()
    known: Known = field(default_factory=dict)
    separator: str = ","

    def columns(self, file: str, header: list[str]) -> dict[str, Column]:
        """The table's columns by their name in the header, in the order of the table.

        Raises LayoutError when one is absent, or a name of the header is there twice.
        """
        if len(set(header)) < len(header):
            raise LayoutError(f"{file}: a column is there twice in {', '.join(header)}")
        given = {*self.constants, LINE, FILE}
        asked = [column for column in self.table.columns if column.name not in given]
        by_name = {self.names.get(column.name, column.name): column for column in asked}
        absent = [name for name in by_name if name not in header]
        missing = [name for name in absent if by_name[name].name not in self.optional]
        if missing:
            raise LayoutError(
                f"{file}: column {', '.join(missing)} is missing; found {', '.join(header)}"
            )
        return {name: column for name, column in by_name.items() if name not in absent}


def records(reading: Reading, path: tuple[Path, str], form: Form) -> pd.DataFrame:
    """The good records of a file in its order; `path` is (folder, file below it).

    Columns are those of `form.table`. What became of the lines is entered in `reading`.
    """
    folder, file = path
    with connect() as con:
        load(con, "record", folder / file, form, file).note_in(reading)
        return con.execute(f"select * from record order by {LINE}").df()  # noqa: S608


def load(
    con: DuckDBPyConnection, table: str, path: Path, form: Form, file: str | None = None
) -> Outcome:
    """Create `table` with the columns of `form.table` and load the good records of a file.

    `file` is its name in the rows and in the outcome. A record with a key that an earlier line
    has is refused. Raises LayoutError when the header is not the one asked for or nearly
    nothing can be loaded; then there is no `table`.
    """
    outcome = Outcome(file or path.name)
    reader = _Reader.of(path, form, outcome)
    columns = ", ".join(f"{column.name} {column.type}" for column in form.table.columns)
    con.execute(f"create table {table} ({columns})")
    try:
        pour(con, _insert(table, form, reader), reader.schema, reader.batches())
        _refuse_repeated(con, table, reader)
        outcome.loaded = count(con, table)
        outcome.check()
    except Exception:
        con.execute(f"drop table {table}")
        raise
    return outcome


def _insert(table: str, form: Form, reader: "_Reader") -> str:
    """The statement that takes the good records in."""
    constants = dict(form.constants)
    if any(column.name == FILE for column in form.table.columns):
        constants[FILE] = reader.outcome.file
    named = [f"{quoted(value)} as {name}" for name, value in constants.items()]
    columns = ", ".join([*reader.schema.names[:-1], *named])
    return f"insert into {table} by name select {columns} from incoming where {_USABLE}"  # noqa: S608


@dataclass
class _Reader:
    """One file being read; `columns` are those it gives, by their name in the header."""

    path: Path
    form: Form
    outcome: Outcome
    header: list[str]
    columns: dict[str, TypedColumn]

    @classmethod
    def of(cls, path: Path, form: Form, outcome: Outcome) -> "_Reader":
        """The reader of a file whose header is as `form` says."""
        try:
            header = quoting.split(blocks.header(path), form.separator)
        except FieldError as error:
            raise LayoutError(f"{path.name}, line 1: {error}") from None
        columns = form.columns(path.name, header)
        typed = {name: TypedColumn(c, form.known.get(c.name)) for name, c in columns.items()}
        return cls(path, form, outcome, header, typed)

    @property
    def schema(self) -> pa.Schema:
        """Columns of a batch: those of the file, its line, and whether the row is good."""
        given = [(typed.column.name, typed.type) for typed in self.columns.values()]
        return pa.schema([*given, (LINE, pa.int64()), (_USABLE, pa.bool_())])

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The records of the file; those that cannot be loaded are refused."""
        first, rest = 2, b""
        following = blocks.blocks(self.path, whole=False)
        upcoming = next(following, None)
        while upcoming is not None:
            current, upcoming = upcoming, next(following, None)
            block = Block(first, rest + current.data) if rest else current
            final = upcoming is None
            sieved = quoting.sieve(block, self.form.separator, len(self.header), final)
            yield from self._records(block, sieved)
            first += sieved.taken
            settled = sieved.taken == len(block.ends)
            rest = b"" if settled else block.data[block.starts[sieved.taken] :]

    def _records(self, block: Block, sieved: Sieved) -> Iterator[pa.RecordBatch]:
        """The records of one block: the plain ones in bulk, the others one by one."""
        lines = np.flatnonzero(sieved.plain)
        self.outcome.read += len(lines) + len(sieved.odd)
        odd = sieved.odd
        if len(lines):
            texts, uneven = self._fields(_kept(block, sieved.plain))
            even = np.delete(lines, uneven)
            values, doubtful = self._values(texts)
            given = [*values, pa.array(even + block.first), pa.array(~doubtful)]
            yield pa.record_batch(given, schema=self.schema)
            odd = [*odd, *((i, i) for i in [*lines[uneven].tolist(), *even[doubtful].tolist()])]
        rows = [row for lines_of in sorted(odd) if (row := self._exactly(block, *lines_of))]
        yield pa.RecordBatch.from_pylist(rows, self.schema)

    def _fields(self, plain: bytes) -> tuple[pa.Table, list[int]]:
        """The fields of plain lines, and which lines have another number of them."""
        uneven: list[int] = []

        def skip(row: pcsv.InvalidRow) -> str:
            uneven.append(row.number - 1)
            return "skip"

        texts = pcsv.read_csv(
            pa.BufferReader(plain),
            pcsv.ReadOptions(
                column_names=self.header, use_threads=False, block_size=len(plain) + 1
            ),
            pcsv.ParseOptions(
                delimiter=self.form.separator, ignore_empty_lines=False, invalid_row_handler=skip
            ),
            pcsv.ConvertOptions(
                column_types={name: typed.text_type for name, typed in self.columns.items()},
                include_columns=list(self.columns),
                strings_can_be_null=True,
                null_values=[""],
                check_utf8=False,
            ),
        )
        return texts.combine_chunks(), uneven

    def _values(self, texts: pa.Table) -> tuple[list[pa.Array], npt.NDArray[np.bool_]]:
        """The columns with their types, and which rows are doubtful."""
        doubtful = np.zeros(len(texts), dtype=np.bool_)
        values = []
        for typed, column in zip(self.columns.values(), texts.columns, strict=True):
            read, in_doubt = typed.read(column.chunk(0))
            values.append(read)
            doubtful |= in_doubt
        return values, doubtful

    def _exactly(self, block: Block, first: int, last: int) -> dict[str, Value | int] | None:
        """One record read value by value; None, and the record refused, at the first fault."""
        raw = block.data[block.starts[first] : block.ends[last]].removesuffix(b"\r")
        line = block.first + first
        if not raw:
            self.outcome.left_out[_BLANK] += 1
            return None
        column = ""
        try:
            texts = dict(zip(self.header, self._split(raw), strict=True))
            row: dict[str, Value | int] = {LINE: line, _USABLE: True}
            for column, typed in self.columns.items():
                row[typed.column.name] = read_value(typed.column, texts[column], typed.keys)
        except _RecordFaultError as fault:
            self.outcome.refuse(line, fault.column, str(fault), as_text(raw))
        except ValueFaultError as fault:
            self.outcome.refuse(line, column, str(fault), as_text(raw))
        else:
            return row
        return None

    def _split(self, raw: bytes) -> list[str]:
        """The fields of a record as text; _RecordFaultError when it has none to speak of."""
        if b"\0" in raw:
            raise _RecordFaultError("", "holds a NUL byte")
        try:
            fields = quoting.split(raw.decode("utf-8"), self.form.separator)
        except UnicodeDecodeError:
            raise _RecordFaultError("", "not UTF-8 text") from None
        except FieldError as error:
            column = self.header[error.place] if error.place < len(self.header) else ""
            raise _RecordFaultError(column, str(error)) from None
        if len(fields) != len(self.header):
            what = f"{len(fields)} fields, expected {len(self.header)}"
            raise _RecordFaultError("", what)
        return fields


class _RecordFaultError(ValueError):
    """A line that is no record: in which column, if in one, and why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column


def _kept(block: Block, plain: npt.NDArray[np.bool_]) -> bytes:
    """The bytes of the lines that are plain."""
    if plain.all():
        return block.data
    edges = np.flatnonzero(np.diff(np.concatenate([[False], plain, [False]]).astype(np.int8)))
    stretches = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return b"".join(
        block.data[block.starts[first] : block.ends[after - 1] + 1] for first, after in stretches
    )


def _refuse_repeated(con: DuckDBPyConnection, table: str, reader: _Reader) -> None:
    """Refuse every record with a key that an earlier line has."""
    key = reader.form.table.key
    later = _repeated(con, table, ", ".join(key)) if key else []
    con.execute(f"delete from {table} where {LINE} in (select unnest(?))", [later])  # noqa: S608
    reason = f"same {', '.join(key)} as an earlier row"
    for line, raw in blocks.raw_lines(reader.path, later).items():
        reader.outcome.refuse(line, key[0], reason, as_text(raw))


def _repeated(con: DuckDBPyConnection, table: str, key: str) -> list[int]:
    """Lines of rows with a key that an earlier line has.

    Sorting hashes takes less memory than grouping keys; keys are compared where hashes agree.
    """
    found = con.execute(f"select hash({key}) as hashed from {table}").fetchnumpy()  # noqa: S608
    hashes = np.asarray(found["hashed"], dtype=np.uint64)
    hashes.sort()
    twice = np.unique(hashes[1:][hashes[1:] == hashes[:-1]])
    if not len(twice):
        return []
    rows = con.execute(
        f"select {LINE}, {key} from {table}"  # noqa: S608
        f" where hash({key}) in (select unnest(?)) order by {LINE}",
        [twice.tolist()],
    ).fetchall()
    seen: set[tuple[object, ...]] = set()
    later = []
    for line, *values in rows:
        if tuple(values) in seen:
            later.append(int(line))
        seen.add(tuple(values))
    return later
