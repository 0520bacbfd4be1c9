"""What each column's values decide on how they are read, and what has to be asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from etl.columns import Column, Table
from etl.intake import dates, numbers, scale, territories
from etl.intake.cells import Ways
from etl.intake.columns import Matched
from etl.intake.grid import Question, Understood
from etl.intake.layout import Layout
from etl.intake.missing import marked, missing
from etl.intake.places import Places
from etl.intake.said import Words, say
from etl.intake.settings import Settings
from etl.intake.tables import NUMBERS
from etl.measures import BY_ID

_DECIMAL = Words({",": "comma", ".": "point"})


@dataclass(frozen=True)
class _Open:
    """A value that can be read two ways: its column in the file, its line, itself."""

    header: str
    line: int
    text: str


@dataclass
class Choices:
    """How each column is read, `usual` for those not in the file; what is understood and asked."""

    usual: Ways
    ways: dict[str, Ways] = field(default_factory=dict)
    understood: list[Understood] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    settings: dict[str, str] = field(default_factory=dict)

    def note(self, what: str, value: str, label: str) -> None:
        """Keep something that was understood."""
        self.understood.append(Understood(what, value, label))


def choose(
    layout: Layout, matched: Matched, table: Table, settings: Settings, places: Places
) -> Choices:
    """Decide column by column; what no value of a column decides is asked once for the file."""
    has_version = any(column.name == "nuts_version" for column in table.columns)
    base = Ways(
        places=places, names=settings.names, level=settings.level, display_only=not has_version
    )
    chooser = _Chooser(layout, settings, Choices(base))
    scaled, asked = scale.of(layout, matched, settings.scale)
    chooser.made.questions += asked
    if settings.scale is not None:
        chooser.made.note(
            "scale",
            settings.scale,
            say("Figures are {scale}", scale=say(scale.SCALES[settings.scale])),
        )
    chooser.version(matched.place("territory_id"), places)
    for place, name in matched.to.items():
        if not name:
            continue
        column = table.column(name)
        ways = base
        if column.type in NUMBERS:
            factor = scaled if scale.applies(name) else base.scale
            ways = replace(base, decimal=chooser.decimal(column, place), scale=factor)
        elif column.type == "DATE" or column.pattern is not None:
            ways = replace(base, order=chooser.order(place))
        chooser.made.ways[name] = ways
    chooser.ask()
    return chooser.made


@dataclass
class _Chooser:
    """Decides for the columns of one file; `numbers` and `days` are what stays open."""

    layout: Layout
    settings: Settings
    made: Choices
    numbers: list[_Open] = field(default_factory=list)
    days: list[_Open] = field(default_factory=list)

    def texts(self, place: int) -> list[tuple[int, str]]:
        """The cells of a column that are text, each with its line."""
        cells = [
            (line.number, line.cells[place] if place < len(line.cells) else None)
            for line in self.layout.rows
        ]
        return [(n, cell) for n, cell in cells if isinstance(cell, str) and missing(cell) is None]

    def decimal(self, column: Column, place: int) -> str:
        """The decimal sign of a column, '' where nothing decides it or it has none."""
        texts, header = self.texts(place), self.layout.headers[place].name
        decided = numbers.decide((_bare(t) for _, t in texts), (column.minimum, column.maximum))
        if decided.style is None:
            told = self.settings.decimal or self._by_thousands(decided.open)
            if not told:
                line = _line_of(texts, decided.open, _bare)
                self.numbers.append(_Open(header, line, decided.open))
            return told
        if sign := decided.style.decimal:
            label = say(
                "Column {column}: decimal {sign}, as {example} shows",
                column=header,
                sign=say(_DECIMAL[sign]),
                example=decided.by,
            )
            self.made.note(f"decimal of {header}", sign, label)
            self.made.settings.setdefault("decimal", sign)
            self.made.settings.setdefault("thousands", decided.style.thousands)
        return decided.style.decimal

    def _by_thousands(self, text: str) -> str:
        """The decimal sign by what one says parts thousands, '' where that does not say it."""
        mark = self.settings.thousands
        if mark is None:
            return ""
        return numbers.other(mark) or ("," if "," in text else ".")

    def order(self, place: int) -> str:
        """Whether the day or the month is first in a column, '' where nothing decides it."""
        texts, header = self.texts(place), self.layout.headers[place].name
        ordered = dates.decide(text for _, text in texts)
        if ordered.order is None:
            if self.settings.date_order is None:
                line = _line_of(texts, ordered.open, str)
                self.days.append(_Open(header, line, ordered.open))
            return self.settings.date_order or ""
        if not ordered.order and any(dates.is_pointed(text) for _, text in texts):
            self.made.note(
                f"date order of {header}",
                "dmy",
                say("Column {column}: day.month.year", column=header),
            )
        if ordered.order:
            label = say(
                "Column {column}: {order}, as {example} shows",
                column=header,
                order=say(dates.ORDERS[ordered.order]),
                example=ordered.by,
            )
            self.made.note(f"date order of {header}", ordered.order, label)
            self.made.settings.setdefault("date_order", ordered.order)
        return ordered.order

    def version(self, place: int | None, places: Places) -> None:
        """The NUTS version that the codes of a file are of."""
        if place is None:
            return
        codes = {
            part
            for line in self.layout.rows
            for part in line.text(place).strip().upper().split("+")
            if territories.is_code(part, places)
        }
        version = self.settings.nuts_version or territories.version_shown(codes, places)
        label = (
            say("Territories: codes of NUTS {version}", version=version)
            if codes
            else say("Territories: by name, as of NUTS {version}", version=version)
        )
        self.made.note("nuts_version", version, label)
        self.made.settings["nuts_version"] = version

    def ask(self) -> None:
        """Ask what stayed open; what one column decides is no answer for another."""
        if self.numbers:
            self.made.settings.pop("decimal", None)
            self.made.settings.pop("thousands", None)
            self.made.questions.append(_which_number(self.numbers))
        if self.days:
            self.made.settings.pop("date_order", None)
            self.made.questions.append(_which_day(self.days))


def _bare(text: str) -> str:
    """A figure less its marks, the euro and the percent sign."""
    return numbers.without_currency(marked(text).text).removesuffix("%").strip()


def _line_of(texts: list[tuple[int, str]], wanted: str, of: Callable[[str], str]) -> int:
    return next((line for line, text in texts if of(text) == wanted), 0)


def _which_number(found: list[_Open]) -> Question:
    options = []
    for sign, word in _DECIMAL.items():
        number = numbers.parsed(found[0].text, sign)
        read = say("no number") if number is None else f"{number:,f}".replace(",", "\u202f")
        options.append(
            (sign, say("{number}: the {sign} is the decimal sign", number=read, sign=say(word)))
        )
    return Question("decimal", say("{where}: which number is that?", where=_where(found)), options)


def _which_day(found: list[_Open]) -> Question:
    options = []
    for order, words in dates.ORDERS.items():
        try:
            read = dates.day(found[0].text, order)
        except dates.DateFaultError:
            read = say("no day")
        options.append((order, say("{day}: {order}", day=read, order=say(words))))
    return Question("date_order", say("{where}: which day is that?", where=_where(found)), options)


def _where(found: list[_Open]) -> str:
    """Where a value is that can be read two ways."""
    others = [each.header for each in found[1:]]
    parts = {"column": found[0].header, "line": found[0].line, "text": found[0].text}
    if not others:
        return say("In column {column}, line {line} says {text}", **parts)
    also = ", ".join(others)
    return say("In column {column} (as in {also}), line {line} says {text}", also=also, **parts)


def holds_percent(column: Column, row: Mapping[str, str | None]) -> bool:
    """Whether a row's figure is in percent: by its measure, or where the column says so."""
    if column.name in ("value", "lower", "upper"):
        measure = BY_ID.get(str(row.get("measure_id")))
        return measure is not None and measure.unit.startswith("percent")
    return column.name == "percent"
