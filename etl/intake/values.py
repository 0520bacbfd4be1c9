"""One cell as the text its column holds by the contract; what it may be else is never guessed."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from etl.columns import Column
from etl.intake import coded, dates, territories
from etl.intake.cells import MEND_NUMBER, CellFaultError, Held, Ways, blank
from etl.intake.dates import DateFaultError
from etl.intake.figures import figure
from etl.intake.grid import Broken, Cell, shown
from etl.intake.missing import missing
from etl.intake.tables import NUMBERS, codes_of
from etl.intake.territories import TerritoryFaultError
from etl.readers.typed_text import ValueFaultError, read_value

_SHIELDED = re.compile(r"''*\s*[=+\-@\uff1d\uff0b\uff0d\uff20]")


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
        return figure
    if column.type == "BOOLEAN":
        return _truth
    if column.type == "DATE" or column.pattern is not None:
        return _moment
    return _code if codes_of(column) is not None else _text


def _moment(column: Column, cell: Cell, ways: Ways) -> Held:
    if found := blank(column, cell):
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
    if blank(column, cell):
        return Held(None)
    codes, strange = coded.groups(column, shown(cell))
    if strange:
        raise CellFaultError(
            coded.wrong_code(column, strange), "Use the codes of groups, parted by spaces."
        )
    return Held(codes or None)


def _languages(column: Column, cell: Cell, ways: Ways) -> Held:
    if blank(column, cell):
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
    if blank(column, cell):
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
