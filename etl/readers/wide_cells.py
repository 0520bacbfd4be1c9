r"""The second look at a wide table: its cells as Arrow batches, one row a cell.

The cells of a block lie in the order of their lines, so that the block's own bytes, cut at the
separators, already are the column of cells; nothing is copied a cell at a time. Flags are read
here, where they are few; numbers are left to the database:

    `12.5 bp<TAB>`  ->  `12.5   ` with status P and the note of b and p
    `: c<TAB>`      ->  `:  `     with status Q and the note of c

A cell written in a less common way comes through unread, as text the database cannot take for
a figure, and is left to `etl.readers.eurostat_tsv.read_cell`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from etl.readers import blocks
from etl.readers.blocks import Block
from etl.readers.eurostat_tsv import Layout
from etl.readers.flags import FlagError, status
from etl.readers.wide_survey import Survey, separators

_CODE = pa.dictionary(pa.int32(), pa.string())
_SPACE, _RETURN, _MISSING = ord(" "), ord("\r"), ord(":")
_FIRST_FLAG, _LAST_FLAG = ord("a"), ord("z")
_MOST_FLAGS = 7
_IS_MISSING = np.uint64(1 << 63)


def schema(layout: Layout) -> pa.Schema:
    """Columns of a batch: the cell's text, its place in the table, status and note."""
    codes = ("period", "obs_status", "note", *layout.dimensions)
    plain = [("cell", pa.string()), ("line", pa.int32())]
    return pa.schema([*plain, *((name, _CODE) for name in codes)])


def batches(path: Path, survey: Survey) -> Iterator[pa.RecordBatch]:
    """The cells of every block that has lines that are wanted.

    Cells of other lines, and keys, are among them without a period.
    """
    flags = _Flags()
    lists = [pa.array(list(codes.place), pa.string()) for codes in survey.codes.values()]
    for i, block in enumerate(blocks.blocks(path)):
        if survey.wanted[i].any():
            dimensions = list(zip(survey.places[i], lists, strict=True))
            yield _batch(block, survey.layout, survey.wanted[i], flags, dimensions)


def _batch(
    block: Block,
    layout: Layout,
    wanted: npt.NDArray[np.bool_],
    flags: "_Flags",
    dimensions: list[tuple[npt.NDArray[np.int32], pa.Array]],
) -> pa.RecordBatch:
    """One block's fields in the order of the file, one row a field."""
    ends = separators(block, layout)
    lines, fields = ends.shape
    text = bytearray(block.data)
    key_fields = fields - len(layout.periods)
    statuses, notes = flags.read(np.frombuffer(text, np.uint8), ends, key_fields)
    edges = np.concatenate([[0], ends.ravel() + 1]).astype(np.int32)
    cells = pa.StringArray.from_buffers(ends.size, pa.py_buffer(edges), pa.py_buffer(text))
    numbers = np.arange(block.first, block.first + lines, dtype=np.int32)
    periods = np.arange(fields, dtype=np.int32) - key_fields
    of_cells = np.where(wanted[:, None], periods, -1).ravel()
    return pa.record_batch(
        [
            cells,
            np.repeat(numbers, fields),
            pa.DictionaryArray.from_arrays(
                pa.array(of_cells, mask=of_cells < 0), pa.array(layout.periods)
            ),
            statuses,
            notes,
            *(_coded(np.repeat(places, fields), known) for places, known in dimensions),
        ],
        schema=schema(layout),
    )


def _coded(places: npt.NDArray[np.int32], known: pa.Array) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(places), known)


@dataclass
class _Flags:
    """Every combination of flags met so far, with its status and note.

    A combination is known by its letters, packed into a number, and by whether the figure is
    missing; place 0 is a figure without flags.
    """

    place: dict[int, int] = field(default_factory=lambda: {0: 0})
    statuses: list[str | None] = field(default_factory=lambda: ["A"])
    notes: list[str | None] = field(default_factory=lambda: [None])

    def read(
        self, text: npt.NDArray[np.uint8], ends: npt.NDArray[np.int64], key_fields: int
    ) -> tuple[pa.DictionaryArray, pa.DictionaryArray]:
        """Status and note of each field; flags and separators become spaces in `text`.

        The first `key_fields` of a line are no figures and left as they are.
        """
        starts = np.concatenate([[0], ends.ravel()[:-1] + 1])
        last = ends - 1
        last[:, -1] -= text[last[:, -1]] == _RETURN
        missing = text[starts] == _MISSING
        unusual = (_is_flag(text[last]) | missing.reshape(ends.shape))[:, key_fields:]
        lines, columns = np.nonzero(unusual)
        flagged = lines * ends.shape[1] + columns + key_fields
        packed = _packed(text, last.ravel()[flagged])
        packed |= np.where(missing[flagged], _IS_MISSING, np.uint64(0))
        text[ends.ravel()] = _SPACE
        found, which = np.unique(packed, return_inverse=True)
        places = np.zeros(ends.size, dtype=np.int32)
        places[flagged] = np.array([self._place(int(key)) for key in found], np.int32)[which]
        return (
            _coded(places, pa.array(self.statuses, pa.string())),
            _coded(places, pa.array(self.notes, pa.string())),
        )

    def _place(self, packed: int) -> int:
        """The place of a combination in the list; a flag nobody knows has no status."""
        if packed not in self.place:
            missing, letters = packed >> 63 == 1, packed & ~(1 << 63)
            flags = letters.to_bytes(_MOST_FLAGS, "little").rstrip(b"\0").decode()[::-1]
            try:
                code, note = status(flags, missing)
            except FlagError:
                code, note = "", None
            self.place[packed] = len(self.statuses)
            self.statuses.append(code or None)
            self.notes.append(note)
        return self.place[packed]


def _is_flag(text: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    return (text >= _FIRST_FLAG) & (text <= _LAST_FLAG)


def _packed(text: npt.NDArray[np.uint8], last: npt.NDArray[np.int64]) -> npt.NDArray[np.uint64]:
    """The flags that end at `last`, read backwards into one number each; they become spaces."""
    packed = np.zeros(len(last), dtype=np.uint64)
    cells, at = np.arange(len(last)), last
    for letter in range(_MOST_FLAGS):
        flags = text[at]
        more = _is_flag(flags)
        cells, at, flags = cells[more], at[more], flags[more]
        packed[cells] |= flags.astype(np.uint64) << np.uint64(8 * letter)
        text[at] = _SPACE
        at = at - 1
    return packed
