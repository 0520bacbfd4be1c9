"""One cell as the text its column holds by the contract; what it may be else is never guessed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from math import isfinite

from etl.columns import Column
from etl.intake import coded, dates, territories
from etl.intake.dates import DateFaultError
from etl.intake.grid import Broken, Cell, Fault, Percent, shown
from etl.intake.missing import marked, missing
from etl.intake.numbers import DECIMALS, is_open, parsed, without_currency
from etl.intake.tables import NUMBERS, codes_of
from etl.intake.territories import Places, TerritoryFaultError
from etl.readers.typed_text import ValueFaultError, read_value

_SHIELDED = re.compile(r"''*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")
MEND_NUMBER = "Write digits only, or leave the cell empty where the number is unknown."


class CellFaultError(ValueError):
    """A cell that its column cannot hold."""

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(reason)
        self.reason, self.mend = reason, mend

    def fault(self, column: str, value: str) -> Fault:
        """The fault of a cell of this column."""
        return Fault(column, value, self.reason, self.mend)


@dataclass(frozen=True)
class Held:
    """What a cell holds: the text by the contract, None where there is no figure.

    `status` is the observation status it gives, '' where it gives none; `note` what it marks.
    """

    text: str | None
    status: str = ""
    note: str = ""


@dataclass(frozen=True)
class Ways:
    """How the cells of one column are read: its decimal sign, the order of its days.

    '' is not decided: what can be read two ways is then refused.
    """

    decimal: str = ""
    order: str = ""
    percent: bool = False
    scale: Decimal = Decimal(1)
    places: Places | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    level: str | None = None
    display_only: bool = False


def held(column: Column, cell: Cell, ways: Ways) -> Held:
    """What a cell holds for a column; CellFaultError where that is nothing it can hold."""
    if isinstance(cell, Broken):
        raise CellFaultError(cell.reason, cell.mend)
    found = _reader(column)(column, cell, ways)
    if found.text is not None:
        try:
            read_value(column, found.text)
        except ValueFaultError as error:
            raise CellFaultError(_told(str(error), found.text), _mend(column)) from None
    return found


def _told(reason: str, text: str) -> str:
    """A reason less the value, which stands beside it."""
    return reason.removeprefix(f"{text!r} is ").removeprefix(f"{text!r} ")


def _mend(column: Column) -> str:
    if column.type in NUMBERS:
        return MEND_NUMBER
    return f"The column holds: {column.about.replace('NULL', 'empty')}."


def _reader(column: Column) -> Callable[[Column, Cell, Ways], Held]:
    """The function that reads a column's cells."""
    named: dict[str, Callable[[Column, Cell, Ways], Held]] = {
        "territory_id": _territory,
        "country": _country,
        "groups": _groups,
        "languages": _languages,
        "obs_status": _status,
    }
    if column.name in named:
        return named[column.name]
    if column.type in NUMBERS:
        return _number
    if column.type == "BOOLEAN":
        return _truth
    if column.type == "DATE" or column.pattern is not None:
        return _moment
    return _code if codes_of(column) is not None else _text


def _blank(column: Column, cell: Cell) -> Held | None:
    """What a cell without a figure holds; None where there is one."""
    if not isinstance(cell, str) and cell is not None:
        return None
    text = shown(cell)
    status = missing(text)
    if status is None:
        return None
    return Held(None, status, text.strip() if text.strip() else "")


def _number(column: Column, cell: Cell, ways: Ways) -> Held:
    if found := _blank(column, cell):
        return found
    if isinstance(cell, bool | date):
        raise CellFaultError(f"not {column.kind_of_number}", MEND_NUMBER)
    if isinstance(cell, Percent):
        return Held(_as_percent(column, Decimal(repr(cell.value)), ways))
    if isinstance(cell, int | float):
        if not isfinite(cell):
            raise CellFaultError("not a finite number", MEND_NUMBER)
        return Held(_written(column, Decimal(repr(cell)) * ways.scale))
    given = marked(shown(cell))
    text = without_currency(given.text) if column.name.endswith("_eur") else given.text
    share = text.endswith("%")
    number = _parsed(text.removesuffix("%").strip(), ways.decimal)
    if number is None:
        reason = "not a finite number" if _is_infinite(text) else f"not {column.kind_of_number}"
        raise CellFaultError(reason, MEND_NUMBER)
    written = _as_percent(column, number, ways) if share else _written(column, number * ways.scale)
    note = f"marked {given.footnote} in its file" if given.footnote else ""
    return Held(written, given.status, note)


def _parsed(text: str, decimal: str) -> Decimal | None:
    """The number a text is; CellFaultError where that depends on what is not decided."""
    if decimal:
        return parsed(text, decimal)
    if is_open(text):
        raise CellFaultError("can be read as two numbers", "Answer which sign is the decimal one.")
    return next((n for sign in DECIMALS if (n := parsed(text, sign)) is not None), None)


def _is_infinite(text: str) -> bool:
    return text.strip().lower().lstrip("+-") in {"inf", "infinity", "∞", "1e999"}


def _as_percent(column: Column, number: Decimal, ways: Ways) -> str:
    """A number with a percent sign, where the column holds percent."""
    if not ways.percent:
        raise CellFaultError(
            f"is a share, the column holds {column.kind_of_number}",
            "Write the figure itself, not its share.",
        )
    return _written(column, number)


def _written(column: Column, number: Decimal) -> str:
    """A number in plain digits; a whole one without a decimal part."""
    if column.type != "DOUBLE" and number != number.to_integral_value():
        raise CellFaultError(f"not {column.kind_of_number}", MEND_NUMBER)
    if abs(number) > Decimal("1e300"):
        raise CellFaultError("not a finite number", MEND_NUMBER)
    whole = number == number.to_integral_value() and abs(number) < Decimal("1e18")
    return str(int(number)) if whole else repr(float(number))


def _moment(column: Column, cell: Cell, ways: Ways) -> Held:
    if found := _blank(column, cell):
        return replace(found, status="")
    if isinstance(cell, datetime):
        return Held(cell.date().isoformat())
    if isinstance(cell, date):
        return Held(cell.isoformat())
    read = dates.day if column.type == "DATE" else dates.period
    try:
        return Held(read(shown(cell), ways.order))
    except DateFaultError as fault:
        raise CellFaultError(str(fault), fault.mend) from None


def _territory(column: Column, cell: Cell, ways: Ways) -> Held:
    text = shown(cell).strip()
    if not text or ways.places is None:
        return Held(text or None)
    try:
        found = territories.resolve(text, ways.places, ways.names, ways.level)
    except TerritoryFaultError as fault:
        raise CellFaultError(str(fault), fault.mend) from None
    if ways.display_only and (now := territories.for_display(found, ways.places)) != found:
        return Held(now, note=f"{found} in its file")
    return Held(found)


def _country(column: Column, cell: Cell, ways: Ways) -> Held:
    text = shown(cell).strip()
    found = territories.country(text) if text else None
    if text and found is None:
        raise CellFaultError("not a country", "Write its two letters, such as IT or EL.")
    return Held(found)


def _groups(column: Column, cell: Cell, ways: Ways) -> Held:
    if _blank(column, cell):
        return Held(None)
    codes, strange = coded.groups(column, shown(cell))
    if strange:
        raise CellFaultError(
            coded.wrong_code(column, strange), "Use the codes of groups, parted by spaces."
        )
    return Held(codes or None)


def _languages(column: Column, cell: Cell, ways: Ways) -> Held:
    if _blank(column, cell):
        return Held(None)
    codes, strange = coded.languages(shown(cell))
    if strange:
        raise CellFaultError(
            f"{strange!r} is not the name or code of a language",
            "Use ISO 639 codes, parted by spaces: ar fa uk.",
        )
    return Held(codes or None)


def _status(column: Column, cell: Cell, ways: Ways) -> Held:
    text = shown(cell).strip()
    upper = text.upper()
    return Held(upper if upper in (column.codes or {}) else coded.code(column, text) or text or "A")


def _truth(column: Column, cell: Cell, ways: Ways) -> Held:
    if _blank(column, cell):
        return Held(None)
    found = coded.truth(shown(cell))
    if found is None:
        raise CellFaultError("neither yes nor no", "Write true or false.")
    return Held(found)


def _code(column: Column, cell: Cell, ways: Ways) -> Held:
    text = shown(cell).strip()
    found = coded.code(column, text) if text else None
    if text and found is None:
        if missing(text) and not column.required:
            return Held(None)
        raise CellFaultError(coded.wrong_code(column, text), _mend(column))
    return Held(found)


def _bared(text: str) -> str:
    """A text less the apostrophe that keeps spreadsheets from running it as a formula.

    >>> _bared("'=1+1"), _bared("'quoted'")
    ('=1+1', "'quoted'")
    """
    return text[1:] if _SHIELDED.match(text) else text


def _text(column: Column, cell: Cell, ways: Ways) -> Held:
    text = " ".join(_bared(shown(cell)).split())
    if column.name != "name" and not column.required and text and missing(text):
        return Held(None)
    return Held(text or None)
