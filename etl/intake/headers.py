"""Where the columns of a file are named: in one line or two, or nowhere."""

import re
from collections.abc import Callable, Sequence

from etl.intake.columns import Header
from etl.intake.grid import Line, UnreadableError
from etl.intake.settings import Settings

_SEARCHED = 40
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"[-+]?[\d.,'\s\u00a0\u202f]*\d\s*%?")


def find(
    lines: list[Line], count: Callable[[Sequence[str]], int], settings: Settings
) -> tuple[int, int]:
    """Where the columns are named, and in how many lines."""
    if settings.header_line is not None:
        by_number = {line.number: i for i, line in enumerate(lines)}
        if settings.header_line not in by_number:
            raise UnreadableError(f"There is no line {settings.header_line}.", "Choose another.")
        at = by_number[settings.header_line]
        return at, settings.header_lines or _depth(lines, at, count)
    searched = lines[:_SEARCHED]
    marks = [(count([line.text(p) for p in line.filled]), -i) for i, line in enumerate(searched)]
    pairs = [
        (count(_names(searched[i : i + 2])), -i)
        for i in range(len(searched) - 1)
        if _is_pair(searched[i], searched[i + 1])
    ]
    best, best_pair = max(marks, default=(0, 0)), max(pairs, default=(0, 0))
    if best_pair[0] > best[0]:
        return -best_pair[1], 2
    if best[0]:
        return -best[1], _depth(lines, -best[1], count)
    widest = max(searched, key=lambda line: (_all_text(line), len(line.filled)), default=None)
    if widest is None or not widest.filled:
        raise UnreadableError("The file has no rows.", "Save it again with its rows.")
    return (searched.index(widest), 1) if _all_text(widest) else (0, 0)


def _depth(lines: list[Line], at: int, count: Callable[[Sequence[str]], int]) -> int:
    """2 where the line below goes on naming the columns, else 1."""
    if at + 1 >= len(lines) or not _is_pair(lines[at], lines[at + 1]):
        return 1
    alone = count([lines[at].text(p) for p in lines[at].filled])
    blank = [p for p in lines[at + 1].filled if not lines[at].text(p).strip()]
    return 2 if count(_names(lines[at : at + 2])) > alone or blank else 1


def _is_pair(upper: Line, lower: Line) -> bool:
    """Whether two lines may name the columns together: the lower one fills or parts the upper."""
    if not _all_text(upper) or not _all_text(lower) or len(upper.filled) < 2:
        return False
    gaps = [p for p in lower.filled if not upper.text(p).strip()]
    # A name that is merged over both lines may stand in both.
    bare = [p for p in upper.filled if lower.text(p).strip() in ("", upper.text(p).strip())]
    return bool(gaps) and bool(bare)


def _all_text(line: Line) -> bool:
    """Whether no cell of a line is a number; years may name columns."""
    texts = [line.text(place).strip() for place in line.filled]
    return bool(texts) and not any(_is_number(t) and not _YEAR.fullmatch(t) for t in texts)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text.strip()))


def named(lines: list[Line]) -> list[Header]:
    """A name for each column, told apart where two are the same."""
    found: list[Header] = []
    seen: dict[str, int] = {}
    parts = [_parts(lines, place) for place in range(max(len(line.cells) for line in lines))]
    while parts and not any(parts[-1]):
        parts.pop()
    for place, own in enumerate(parts):
        name = " ".join(own) or f"Column {place + 1}"
        seen[name] = seen.get(name, 0) + 1
        told = name if seen[name] == 1 else f"{name} ({seen[name]})"
        found.append(Header(told, own if len(own) > 1 else ()))
    return found


def unnamed(lines: list[Line]) -> list[Header]:
    """Names for the columns of a file that has none: they are numbered."""
    width = max(len(line.cells) for line in lines[:_SEARCHED])
    return [Header(f"Column {place + 1}") for place in range(width)]


def _names(lines: list[Line]) -> list[str]:
    """What the columns may be called: their whole names and the lower parts of these."""
    found: list[str] = []
    for place in range(max(len(line.cells) for line in lines)):
        own = _parts(lines, place)
        found += [" ".join(own), *own[-1:]]
    return found


def _parts(lines: list[Line], place: int) -> tuple[str, ...]:
    """The lines of a column's name; one that is merged over several columns is in each."""
    parts: list[str] = []
    for i, line in enumerate(lines):
        text = " ".join(line.text(place).split())
        below = lines[i + 1].text(place).strip() if i + 1 < len(lines) else ""
        if not text and below:
            before = [line.text(p) for p in range(place) if line.text(p).strip()]
            text = " ".join(before[-1].split()) if before else ""
            left = max((p for p in range(place) if line.text(p).strip()), default=0)
            text = text if lines[i + 1].text(left).strip() else ""
        if text and text not in parts[-1:]:
            parts.append(text)
    return tuple(parts)
