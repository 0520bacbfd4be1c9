"""What each column's values decide on how they are read, and what has to be asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from etl.columns import Column, Table
from etl.intake import dates, numbers, territories
from etl.intake.columns import Matched
from etl.intake.grid import Line, Question, Understood, shown
from etl.intake.layout import Layout
from etl.intake.missing import marked, missing
from etl.intake.settings import Settings
from etl.intake.tables import NUMBERS
from etl.intake.territories import Places
from etl.intake.values import Ways
from etl.measures import BY_ID

_DECIMAL = {",": "comma", ".": "point"}


@dataclass
class Choices:
    """How each column is read, `usual` for those not in the file; what is understood and asked."""

    usual: Ways
    ways: dict[str, Ways] = field(default_factory=dict)
    understood: list[Understood] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Open:
    """A value that can be read two ways: its column in the file, its line, itself."""

    header: str
    line: int
    text: str


def choose(
    layout: Layout, matched: Matched, table: Table, settings: Settings, places: Places
) -> Choices:
    """Decide column by column; what no value of a column decides is asked once for the file."""
    base = Ways(places=places, names=settings.names, level=settings.level)
    made = Choices(base)
    base = _versioned(base, made, layout, matched, settings, "nuts_version" in _names(table))
    undecided: dict[str, list[_Open]] = {"decimal": [], "date_order": []}
    for place, name in matched.to.items():
        if not name:
            continue
        column = table.column(name)
        ways = base
        if column.type in NUMBERS:
            ways = _numbers(column, place, layout, settings, ways, made, undecided)
        elif column.type == "DATE" or column.pattern is not None:
            ways = _dates(place, layout, settings, ways, made, undecided)
        made.ways[name] = ways
    for name in [name for name, found in undecided.items() if found]:
        # What one column decides is no answer for another.
        made.settings.pop(name, None)
        made.settings.pop("thousands" if name == "decimal" else name, None)
    made.questions += [*_ask_decimal(undecided["decimal"]), *_ask_order(undecided["date_order"])]
    return made


def _names(table: Table) -> set[str]:
    return {column.name for column in table.columns}


def _texts(layout: Layout, place: int) -> list[tuple[int, str]]:
    """The cells of a column that are text, each with its line."""
    found = []
    for line in layout.rows:
        cell = line.cells[place] if place < len(line.cells) else None
        if isinstance(cell, str) and missing(cell) is None:
            found.append((line.number, cell))
    return found


def _line_of(texts: list[tuple[int, str]], wanted: str, of: Callable[[str], str]) -> int:
    return next((line for line, text in texts if of(text) == wanted), 0)


def _numbers(
    column: Column,
    place: int,
    layout: Layout,
    settings: Settings,
    ways: Ways,
    made: Choices,
    undecided: dict[str, list[_Open]],
) -> Ways:
    """How a column's numbers are read."""

    def bare(text: str) -> str:
        return numbers.without_currency(marked(text).text).removesuffix("%").strip()

    texts = _texts(layout, place)
    bounds = (column.minimum, column.maximum)
    decided = numbers.decide((bare(text) for _, text in texts), bounds)
    header = layout.headers[place].name
    if decided.style is not None:
        decimal = decided.style.decimal
        if decimal:
            label = f"Column {header}: decimal {_DECIMAL[decimal]}, as {decided.by} shows"
            made.understood.append(Understood(f"decimal of {header}", decimal, label))
            made.settings.setdefault("decimal", decimal)
            made.settings.setdefault("thousands", decided.style.thousands)
    else:
        decimal = settings.decimal or _other(settings.thousands)
        if not decimal:
            line = _line_of(texts, decided.open, bare)
            undecided["decimal"].append(_Open(header, line, decided.open))
    return replace(ways, decimal=decimal or "")


def _other(thousands: str | None) -> str:
    return {".": ",", ",": "."}.get(thousands or "", "")


def _dates(
    place: int,
    layout: Layout,
    settings: Settings,
    ways: Ways,
    made: Choices,
    undecided: dict[str, list[_Open]],
) -> Ways:
    """How a column's days are read."""
    texts = _texts(layout, place)
    ordered = dates.decide(text for _, text in texts)
    header = layout.headers[place].name
    order = ordered.order
    if order:
        label = f"Column {header}: {dates.ORDERS[order]}, as {ordered.by} shows"
        made.understood.append(Understood(f"date order of {header}", order, label))
        made.settings.setdefault("date_order", order)
    elif order is None:
        order = settings.date_order
        if order is None:
            line = _line_of(texts, ordered.open, str)
            undecided["date_order"].append(_Open(header, line, ordered.open))
    return replace(ways, order=order or "")


def _ask_decimal(found: list[_Open]) -> list[Question]:
    if not found:
        return []
    options = []
    for sign in (",", "."):
        number = numbers.parsed(found[0].text, sign)
        read = "no number" if number is None else f"{number:,f}".replace(",", "\u202f")
        options.append((sign, f"{read}: the {_DECIMAL[sign]} is the decimal sign"))
    return [Question("decimal", f"{_where(found)}: which number is that?", options)]


def _ask_order(found: list[_Open]) -> list[Question]:
    if not found:
        return []
    options = []
    for order, words in dates.ORDERS.items():
        try:
            read = dates.day(found[0].text, order)
        except dates.DateFaultError:
            read = "no day"
        options.append((order, f"{read}: {words}"))
    return [Question("date_order", f"{_where(found)}: which day is that?", options)]


def _where(found: list[_Open]) -> str:
    """Where a value is that can be read two ways."""
    others = [each.header for each in found[1:]]
    also = f" (as in {', '.join(others)})" if others else ""
    return f"In column {found[0].header}{also}, line {found[0].line} says {found[0].text}"


def _versioned(
    ways: Ways,
    made: Choices,
    layout: Layout,
    matched: Matched,
    settings: Settings,
    has_version: bool,
) -> Ways:
    """The NUTS version the codes of a file are of."""
    place, places = matched.place("territory_id"), ways.places
    if place is None or places is None:
        return ways
    codes = {
        part
        for line in layout.rows
        for part in line.text(place).strip().upper().split("+")
        if territories.is_code(part, places)
    }
    version = settings.nuts_version or territories.version_shown(codes, places)
    if codes:
        label = f"Territories: codes of NUTS {version}"
        made.understood.append(Understood("nuts_version", version, label))
    elif layout.rows:
        label = f"Territories: by name, as of NUTS {places.latest}"
        made.understood.append(Understood("nuts_version", places.latest, label))
    made.settings["nuts_version"] = version
    return replace(ways, display_only=not has_version)


def holds_percent(column: Column, row: Mapping[str, str | None]) -> bool:
    """Whether a row's figure is in percent: by its measure, or where the column says so."""
    if column.name in ("value", "lower", "upper"):
        measure = BY_ID.get(str(row.get("measure_id")))
        return measure is not None and measure.unit.startswith("percent")
    return "percent" in column.about or column.name == "percent"


def sample(lines: list[Line], place: int) -> list[str]:
    """A few values of a column, for people."""
    found: list[str] = []
    for line in lines[:200]:
        text = shown(line.cells[place]) if place < len(line.cells) else ""
        if text.strip() and text not in found:
            found.append(text[:60])
        if len(found) == 3:
            break
    return found
