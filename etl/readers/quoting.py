r"""Where the records of a delimited file begin and end, strictly by RFC 4180.

A quote opens only at the start of a field and closes only at its end; inside, it is doubled.
Lenient readers guess what a stray quote means and can take the lines after it for part of one
field. Here a line with a slip is one refused record and the next line is the next record.

A quoted field may go on over several lines. Such lines are one record when they make a
well-formed one together, unless the first line and one of the others have the separators of a
whole record each: then a quote is astray, and both readings cannot be told apart safely.
"""

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from etl.readers.blocks import Block

Mask = npt.NDArray[np.bool_]
Lines = npt.NDArray[np.int64]
_LONGEST_RECORD = 1 << 20  # bytes
_QUOTE, _END, _RETURN, _NUL = ord('"'), ord("\n"), ord("\r"), 0


class FieldError(ValueError):
    """A record that is not well formed: in which field (from 0) and how."""

    def __init__(self, place: int, reason: str) -> None:
        super().__init__(reason)
        self.place = place


@cache
def _field(separator: str) -> re.Pattern[str]:
    """One field and what ends it."""
    mark = re.escape(separator)
    return re.compile(rf'("[^"]*(?:""[^"]*)*"|[^"\r\n{mark}]*)({mark}|\Z)')


def split(record: str, separator: str) -> list[str]:
    """The fields of a record; FieldError at the first slip.

    >>> split('1,"a ""b"", c",', ",")
    ['1', 'a "b", c', '']
    """
    fields: list[str] = []
    start, ended = 0, False
    while not ended:
        found = _field(separator).match(record, start)
        if found is None:
            raise FieldError(len(fields), _slip(record, start, separator))
        text = found[1]
        fields.append(text[1:-1].replace('""', '"') if text.startswith('"') else text)
        start, ended = found.end(), not found[2]
    return fields


def _slip(record: str, start: int, separator: str) -> str:
    """What is wrong with the field that starts here."""
    if not record.startswith('"', start):
        until = re.compile(rf"[^{re.escape(separator)}]*").match(record, start)
        inside = until[0] if until else ""
        what = "a quote" if '"' in inside else "a line end"
        return f"{what} inside a field that is not quoted"
    rest = record[start + 1 :].replace('""', "")
    return "a quote opens and never closes" if '"' not in rest else "text after a closing quote"


@dataclass(frozen=True)
class Sieved:
    """The lines of a block: `plain` ones hold one well-formed record each, the others are odd.

    `odd` has (first, last) line of each record that has to be read by itself. Lines from
    `taken` on wait for the next block, as a quoted field may go on there.
    """

    plain: Mask
    odd: list[tuple[int, int]]
    taken: int


def sieve(block: Block, separator: str, fields: int, final: bool) -> Sieved:
    """Tell the plain lines of a block from the odd ones; `final` when no block follows.

    Whether a plain line has `fields` fields is not looked at, only that it is well formed.
    """
    quotes = np.flatnonzero(block.array == _QUOTE)
    line_of = np.searchsorted(block.ends, quotes)
    uneven = np.flatnonzero(np.bincount(line_of, minlength=len(block.ends)) % 2)
    strange = _no_plain_text(block)
    strange[uneven] = True
    even = ~strange[line_of]
    strange[_misquoted(block, quotes[even], line_of[even], separator)] = True
    spans, taken = _spans(block, uneven.tolist(), separator, fields, final)
    inside = np.zeros(len(strange), dtype=np.bool_)
    for first, last in spans:
        inside[first : last + 1] = True
    plain = ~(strange | inside)
    plain[taken:] = False
    alone = np.flatnonzero((strange & ~inside)[:taken]).tolist()
    return Sieved(plain, sorted([*spans, *((line, line) for line in alone)]), taken)


def _no_plain_text(block: Block) -> Mask:
    """Lines that are blank, hold NUL or a line end of another kind, or are not UTF-8."""
    strange = block.ends == block.starts
    strange |= (block.ends == block.starts + 1) & (block.array[block.starts] == _RETURN)
    data = block.data
    if b"\0" in data or data.count(b"\r") != data.count(b"\r\n"):
        low = np.flatnonzero((block.array == _NUL) | (block.array == _RETURN))
        stray = low[(block.array[low] == _NUL) | (block.array[low + 1] != _END)]
        strange[np.searchsorted(block.ends, stray)] = True
    if not _is_text(block):
        strange[_no_utf8(block)] = True
    return strange


def _is_text(block: Block) -> bool:
    """Whether all bytes are UTF-8."""
    edges = pa.py_buffer(np.array([0, len(block.data)], dtype=np.int32))
    text = pa.StringArray.from_buffers(1, edges, pa.py_buffer(block.data))
    try:
        text.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def _no_utf8(block: Block) -> list[int]:
    """Lines whose bytes are no text."""
    found: list[int] = []
    start, view = 0, memoryview(block.data)
    while start < len(view):
        try:
            str(view[start:], "utf-8")
        except UnicodeDecodeError as error:
            found.append(int(np.searchsorted(block.ends, start + error.start)))
            start = int(block.ends[found[-1]]) + 1
        else:
            break
    return found


def _misquoted(block: Block, quotes: Lines, line_of: Lines, separator: str) -> Lines:
    """Lines with a quote that is neither at an edge of its field nor doubled.

    Every line has an even number of `quotes`, so that they open and close in turn; a doubled
    one closes and opens at once.
    """
    mark = ord(separator)
    before = block.array[quotes[::2] - 1]  # before the first byte comes the last, a line end
    after = block.array[quotes[1::2] + 1]
    opens = (before == mark) | (before == _END) | (before == _QUOTE)
    closes = (after == mark) | (after == _END) | (after == _RETURN) | (after == _QUOTE)
    return line_of[::2][~(opens & closes)]


def _spans(
    block: Block, uneven: list[int], separator: str, fields: int, final: bool
) -> tuple[list[tuple[int, int]], int]:
    """First and last line of each record over several lines, and how many lines are settled."""
    spans = []
    waiting = iter(range(len(uneven)))
    for i in waiting:
        first = uneven[i]
        if i + 1 < len(uneven):
            if _one_record(block, first, uneven[i + 1], separator, fields):
                spans.append((first, uneven[i + 1]))
                next(waiting)
        elif not final and len(block.data) - block.starts[first] <= _LONGEST_RECORD:
            return spans, first
    return spans, len(block.ends)


def _one_record(block: Block, first: int, last: int, separator: str, fields: int) -> bool:
    """Whether these lines are one record and nothing else."""
    start, end = int(block.starts[first]), int(block.ends[last])
    raw = block.data[start:end]
    if len(raw) > _LONGEST_RECORD or b"\0" in raw:
        return False
    marks = [line.count(separator.encode()) for line in raw.split(b"\n")]
    if marks[0] >= fields - 1 and max(marks[1:]) >= fields - 1:
        return False
    try:
        return len(split(raw.decode("utf-8").removesuffix("\r"), separator)) == fields
    except (FieldError, UnicodeDecodeError):
        return False
