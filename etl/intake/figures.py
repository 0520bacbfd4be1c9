"""A cell as a number: with its marks, in percent, in thousands; never a guess."""

from datetime import date
from decimal import Decimal
from math import isfinite

from etl.columns import Column
from etl.intake.cells import MEND_NUMBER, CellFaultError, Held, Ways, blank
from etl.intake.grid import Cell, Percent, shown
from etl.intake.missing import marked
from etl.intake.numbers import DECIMALS, is_open, parsed, without_currency

_LONGEST = 100


def figure(column: Column, cell: Cell, ways: Ways) -> Held:
    """What a cell holds for a column of numbers; CellFaultError where it is none."""
    if found := blank(column, cell):
        return found
    if isinstance(cell, bool | date):
        raise CellFaultError(f"not {column.kind_of_number}", MEND_NUMBER)
    if isinstance(cell, Percent):
        return Held(_as_percent(column, Decimal(repr(cell.value)), ways))
    if isinstance(cell, int | float):
        if not isfinite(cell):
            raise CellFaultError("not a finite number", MEND_NUMBER)
        return Held(_written(column, Decimal(repr(cell)) * ways.scale))
    if len(str(cell)) > _LONGEST:
        raise CellFaultError(f"not {column.kind_of_number}", MEND_NUMBER)
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
    if number and not float(number):
        raise CellFaultError("too near to 0 to be told from it", MEND_NUMBER)
    whole = number == number.to_integral_value() and abs(number) < Decimal("1e18")
    return str(int(number)) if whole else repr(float(number))
