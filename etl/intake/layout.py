"""How a file is laid out: where its columns are named, which lines are rows, what is around."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from etl.intake import headers as headers_of
from etl.intake.columns import Header
from etl.intake.grid import Grid, Line, Understood
from etl.intake.plain import plain
from etl.intake.said import say
from etl.intake.settings import Settings

BLANK, TITLE, NAMES = "blank line", "a title above the columns", "the names of the columns again"
NUMBERED, NOTE, TOTAL = "numbers of the columns", "a note, not a row", "a total, not a row"
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
        first = self.header_line
        where = (
            say("Columns are named in line {line}", line=first)
            if last == first
            else say("Columns are named in lines {first} and {last}", first=first, last=last)
        )
        said = [Understood("header_line", str(first), where)]
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
    first, depth = headers_of.find(grid.lines, count, settings)
    headers = (
        headers_of.named(grid.lines[first : first + depth])
        if depth
        else headers_of.unnamed(grid.lines)
    )
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
