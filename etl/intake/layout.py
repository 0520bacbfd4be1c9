"""How a file is laid out: where its columns are named, which lines are rows, what is around."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from etl.intake.columns import Header
from etl.intake.grid import Grid, Line, Understood, UnreadableError
from etl.intake.plain import plain
from etl.intake.settings import Settings

_SEARCHED = 40
BLANK, TITLE, NAMES = "blank line", "a title above the columns", "the names of the columns again"
NUMBERED, NOTE, TOTAL = "numbers of the columns", "a note, not a row", "a total, not a row"
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER = re.compile(r"[-+]?[\d.,'\s\u00a0\u202f]*\d\s*%?")
_NOTE = re.compile(
    r"\s*(?:(?:source|sources|quelle|quellen|fonte|fonti|fuente|fuentes|bron|bronnen|note|notes|"
    r"nota|note bene|n\.?b\.?|anmerkung|anmerkungen|hinweis|remarque|remarques|opmerking|stand|"
    r"legend|legende|legenda|methodology|last update|updated|aggiornamento|data extracted|"
    r"extracted on|datenstand|mise a jour|erstellt am)\b[^;]{0,40}[:.]|©|\*+\s|\(?\d{1,2}\)\s|"
    r"[¹²³]\s?|\([a-z]\)\s|[a-z]\)\s|[:.…-]{1,3}\s*=|_{3,}|-{5,})",
    re.I,
)
_TOTALS = frozenset(
    "total|totals|grand total|overall|sum|subtotal|sub total|summe|gesamt|gesamtsumme|insgesamt|"
    "zusammen|zwischensumme|totale|totale generale|totale complessivo|subtotale|complessivo|"
    "total general|suma|total nacional|ensemble|sous total|totaal|eindtotaal|"
    "subtotaal|razem|celkem".split("|")
)
_TOTAL_WORDS = frozenset("total totale summe insgesamt gesamt zusammen totaal ensemble sum".split())


@dataclass
class Layout:
    """Where in a grid the rows are: the header, the lines that are rows, those left out.

    `strict` is whether a row must have a field for every column.
    """

    headers: list[Header]
    header_line: int
    header_lines: int
    rows: list[Line]
    left_out: list[tuple[Line, str]] = field(default_factory=list)
    strict: bool = False

    def leave_totals(self, place: int) -> None:
        """Leave out rows whose territory, at `place`, is the total of some: `Total France`."""
        for line in [line for line in self.rows if is_sum_of(line.text(place))]:
            self.rows.remove(line)
            self.left_out.append((line, TOTAL))

    def understood(self) -> list[Understood]:
        """What to say of it."""
        last = self.header_line + self.header_lines - 1
        where = (
            f"line {self.header_line}"
            if last == self.header_line
            else (f"lines {self.header_line} and {last}")
        )
        said = [Understood("header_line", str(self.header_line), f"Columns are named in {where}")]
        # Layers and Parquet files have names, but no line for them.
        said = said if self.header_line else []
        counts: dict[str, int] = {}
        for _, why in self.left_out:
            counts[why] = counts.get(why, 0) + 1
        for why, lines in counts.items():
            count = "1 line" if lines == 1 else f"{lines} lines"
            said.append(Understood("left_out", str(lines), f"Left out: {count} ({why})"))
        return said


def lay(grid: Grid, count: Callable[[Sequence[str]], int], settings: Settings) -> Layout:
    """Find the header and tell rows from what is around them.

    `count` says how many columns of the table a line's cells name. Raises UnreadableError when
    there are no rows.
    """
    first, depth = _header(grid.lines, count, settings)
    headers = _headers(grid.lines[first : first + depth]) if depth else _unnamed(grid.lines)
    number = grid.lines[first].number if depth else 0
    found = Layout(headers, number, depth, [], strict=not grid.ragged)
    for line in grid.lines[:first]:
        found.left_out.append((line, TITLE if line.filled else BLANK))
    rest = grid.lines[first + depth :]
    ended = _end_of_rows(rest, len(headers))
    for i, line in enumerate(rest):
        why = _why_no_row(line, headers, i == 0, i >= ended)
        if why:
            found.left_out.append((line, why))
        else:
            found.rows.append(line)
    return found


def _header(
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


def _headers(lines: list[Line]) -> list[Header]:
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


def _unnamed(lines: list[Line]) -> list[Header]:
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


def _end_of_rows(lines: list[Line], width: int) -> int:
    """From where on no line has more than one cell: what stands there is a note."""
    ended = len(lines)
    while width > 2 and ended and len(lines[ended - 1].filled) <= 1:
        ended -= 1
    return ended


def _why_no_row(line: Line, headers: list[Header], is_first: bool, is_after: bool) -> str:
    """Why a line is no row; '' where it is one."""
    filled = line.filled
    if line.fault or not filled:
        return "" if line.fault else BLANK
    texts = [line.text(place).strip() for place in filled]
    first = texts[0]
    names = {plain(header.name) for header in headers} | {
        plain(part) for header in headers for part in header.parts
    }
    if len(texts) > 1 and all(plain(text) in names for text in texts):
        return NAMES
    if is_first and len(texts) > 2 and _counts_up(texts):
        return NUMBERED
    if is_total(first) and filled[0] < 3:
        return TOTAL
    noted = _NOTE.match(first) and (len(filled) == 1 or is_after or ":" in first)
    return NOTE if noted or (is_after and len(headers) > 2 and not _is_code(first)) else ""


def is_total(text: str) -> bool:
    """Whether a row's name says that it sums up others.

    >>> is_total("TOTAL:"), is_total("Totale generale"), is_total("Toulouse")
    (True, True, False)
    """
    return plain(text) in _TOTALS


def is_sum_of(text: str) -> bool:
    """Whether a territory's name begins or ends with a word for a total.

    >>> is_sum_of("Total France"), is_sum_of("Österreich gesamt"), is_sum_of("Totana")
    (True, True, False)
    """
    words = plain(text).split()
    return bool(words) and (words[0] in _TOTAL_WORDS or words[-1] in _TOTAL_WORDS)


def _is_code(text: str) -> bool:
    """Whether a text may be a NUTS code, which a row can be all about."""
    return bool(re.fullmatch(r"[A-Z]{2}[0-9A-Z]{0,3}", text))


def _counts_up(texts: list[str]) -> bool:
    """Whether cells only number the columns: 1, 2, 3 or (1), (2), (3) or a, b, c."""
    bare = [re.sub(r"[().\s]", "", text).lower() for text in texts]
    return bare == [str(i) for i in range(1, len(bare) + 1)] or bare == [
        chr(ord("a") + i) for i in range(len(bare))
    ]
