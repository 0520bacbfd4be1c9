"""The first look at a wide table: every line counted, its codes listed, its fate decided.

Only the key of each line is taken apart, so that lines nobody asked for cost little, and
drift is named before a row is written.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from etl.readers import blocks
from etl.readers.blocks import Block, as_text
from etl.readers.eurostat_tsv import Layout
from etl.readers.outcome import Outcome
from etl.reading import LayoutError

Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class LeaveOut:
    """Lines with this code are not loaded, for a reason that is counted."""

    reason: str


@dataclass(frozen=True)
class Refuse:
    """Lines with this code cannot be loaded; each is kept with the reason."""

    reason: str


class UnknownCodeError(ValueError):
    """A code that makes the file another one than its reader was written for."""


Verdict = LeaveOut | Refuse | None
Judge = Callable[[str], Verdict]


@dataclass
class Codes:
    """The codes of one dimension in the order they are met, and the verdict on each."""

    judge: Judge
    place: dict[str, int] = field(default_factory=dict)
    verdicts: list[Verdict] = field(default_factory=list)

    def places(self, column: pa.StringArray) -> Places:
        """Where the code of each row stands in the list, which takes in new ones.

        Raises UnknownCodeError, with the row it is in as second argument.
        """
        coded = column.dictionary_encode()
        rows, codes = coded.indices.to_numpy(), coded.dictionary.to_pylist()
        for i, code in enumerate(codes):
            if code not in self.place:
                try:
                    self.verdicts.append(self.judge(code))
                except UnknownCodeError as error:
                    raise UnknownCodeError(str(error), int(np.argmax(rows == i))) from None
                self.place[code] = len(self.place)
        return np.array([self.place[code] for code in codes], dtype=np.int64)[rows]

    def by_verdict(self, places: Places) -> list[tuple[Verdict, npt.NDArray[np.bool_]]]:
        """The verdicts that turn lines away, each with the rows it falls on."""
        kinds = list(dict.fromkeys(self.verdicts))
        kind = np.array([kinds.index(verdict) for verdict in self.verdicts])[places]
        return [(v, kind == i) for i, v in enumerate(kinds) if v is not None and i in kind]


@dataclass
class Survey:
    """What a wide table holds: its codes, and for each block which of its lines are wanted.

    `places` has, a block, one array a dimension: where each line's code stands in the list.
    """

    layout: Layout
    codes: dict[str, Codes]
    outcome: Outcome
    wanted: list[npt.NDArray[np.bool_]] = field(default_factory=list)
    places: list[tuple[npt.NDArray[np.int32], ...]] = field(default_factory=list)

    @property
    def lines_wanted(self) -> int:
        """How many lines are wanted."""
        return sum(int(wanted.sum()) for wanted in self.wanted)

    def add(self, block: Block) -> None:
        """Take in one block: decide on its lines, count those that are not wanted."""
        places = self._places(block)
        wanted = np.ones(len(block.ends), dtype=np.bool_)
        for (name, codes), of_lines in zip(self.codes.items(), places, strict=True):
            for verdict, lines in codes.by_verdict(of_lines):
                self._turn_away(block, np.flatnonzero(lines & wanted), name, verdict)
                wanted &= ~lines
        self.outcome.read += len(wanted)
        self.wanted.append(wanted)
        self.places.append(tuple(of_lines.astype(np.int32) for of_lines in places))

    def _places(self, block: Block) -> list[Places]:
        """Where the codes of each line stand, a dimension after the other."""
        found = []
        for name, column in zip(self.codes, _keys(block, self.layout), strict=True):
            try:
                found.append(self.codes[name].places(column))
            except UnknownCodeError as error:
                what, row = error.args
                line = block.first + row
                raise LayoutError(f"{self.layout.name}, line {line}: {name} is {what}") from None
        return found

    def _turn_away(self, block: Block, rows: Places, name: str, verdict: Verdict) -> None:
        """Count lines whose code in dimension `name` is not wanted, or keep them as refused."""
        if isinstance(verdict, LeaveOut):
            self.outcome.left_out[verdict.reason] += len(rows)
        elif isinstance(verdict, Refuse):
            for row in rows.tolist():
                raw = as_text(block.line(row))
                self.outcome.refuse(block.first + row, name, verdict.reason, raw)


def survey(path: Path, layout: Layout, judges: Mapping[str, Judge], outcome: Outcome) -> Survey:
    """Look through the whole file.

    Raises LayoutError when a line has another number of fields than the header, a key is not
    text, a code makes it another file, or the file breaks off.
    """
    codes = {name: Codes(judges.get(name, lambda code: None)) for name in layout.dimensions}
    found = Survey(layout, codes, outcome)
    for block in blocks.blocks(path):
        found.add(block)
    return found


def separators(block: Block, layout: Layout) -> Places:
    """Where the fields of a block end, one row a line; LayoutError when their number differs."""
    mark = ord("\t" if layout.tabbed else ",")
    found = np.flatnonzero((block.array == mark) | (block.array == ord("\n")))
    fields = len(layout.periods) + (1 if layout.tabbed else len(layout.dimensions))
    lines = len(block.ends)
    if len(found) != lines * fields or (found[fields - 1 :: fields] != block.ends).any():
        counted = np.diff(np.searchsorted(found, block.ends), prepend=-1)
        odd = int(np.argmax(counted != fields))
        layout.line(block.first + odd, as_text(block.line(odd)))
        raise AssertionError(f"{layout.name}: the fields of line {block.first + odd} differ")
    return found.reshape(lines, fields)


def _keys(block: Block, layout: Layout) -> list[pa.StringArray]:
    """The codes of each line, one array a dimension."""
    dimensions = len(layout.dimensions)
    key_ends = separators(block, layout)[:, 0 if layout.tabbed else dimensions - 1]
    # Key, rest, key, rest ... lie end to end: every other stretch of bytes is a key.
    edges = np.stack([block.starts, key_ends], axis=1).ravel().astype(np.int32)
    stretches = pa.StringArray.from_buffers(
        len(edges) - 1, pa.py_buffer(edges), pa.py_buffer(block.data)
    )
    keys = stretches.take(pa.array(np.arange(0, len(edges), 2)))
    try:
        keys.validate(full=True)
    except pa.ArrowInvalid:
        line = next(i for i in range(len(key_ends)) if not _is_text(block.line(i)))
        raise LayoutError(f"{layout.name}, line {block.first + line}: not UTF-8 text") from None
    split = pc.split_pattern(keys, ",")
    odd = np.flatnonzero(pc.list_value_length(split).to_numpy() != dimensions)
    if len(odd):
        row = int(odd[0])
        layout.line(block.first + row, as_text(block.line(row)))
    parts = split.flatten()
    return [parts.take(pa.array(np.arange(i, len(parts), dimensions))) for i in range(dimensions)]


def _is_text(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
