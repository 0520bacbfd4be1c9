"""Eurostat's SDMX-CSV, as its dissemination service gives it and as its data browser does.

The service's header names the dimensions; each holds a code, and in downloads with labels a
column with the code's label follows. The data browser's own downloads begin with DATAFLOW and
LAST UPDATE and hold labels in place of codes; those that a reader asks for are turned back
into codes (`eurostat_labels`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.readers.eurostat_labels import code_of
from etl.readers.eurostat_tsv import NUMBER, Cell, CellError
from etl.readers.flags import FlagError, status
from etl.reading import LayoutError, Record, records

_FREE = "F"  # SDMX code list CL_CONF_STATUS: free for publication
# A column that only the data browser's own downloads have.
_BROWSER = "LAST UPDATE"
_NEEDED = ("geo", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG")


@dataclass(frozen=True)
class Row:
    """One record: its line, its codes by dimension, and its figure still as text."""

    number: int
    key: dict[str, str]
    raw: str

    def figure(self) -> Cell:
        """The record's figure; raises CellError naming what cannot be read."""
        text, flags = self.key["OBS_VALUE"].strip(), self.key["OBS_FLAG"].strip()
        if self.key.get("CONF_STATUS", "").strip() not in ("", _FREE):
            flags += "c"
        missing = text in ("", ":")
        if not missing and not NUMBER.fullmatch(text):
            raise CellError(f"OBS_VALUE {text!r} is not a number")
        try:
            code, note = status(flags, missing)
        except FlagError as error:
            raise CellError(str(error)) from None
        return Cell(self.key["TIME_PERIOD"], None if missing else float(text), code, note)


def rows(path: Path, fixed: dict[str, str], dimensions: tuple[str, ...] = ()) -> Iterator[Row]:
    """Records of an SDMX-CSV file, which must have the columns of `dimensions`.

    `fixed` are dimensions that must hold one known code throughout (unit, frequency ...):
    another code means the download is not the one the reader was written for, and raises
    LayoutError, as does a label of the data browser that has no known code.
    """
    asked = ("geo", *dimensions, *fixed)
    for number, record in records(path, (*_NEEDED, *dimensions, *fixed)):
        key = _in_codes(f"{path.name}, line {number}", record, asked)
        for name, code in fixed.items():
            if key[name] != code:
                raise LayoutError(
                    f"{path.name}, line {number}: {name} is {record[name]!r}, expected {code!r}"
                )
        yield Row(number, key, record.raw)


def _in_codes(where: str, record: Record, asked: tuple[str, ...]) -> dict[str, str]:
    """The record with codes in the dimensions asked for, whichever dialect it is of."""
    if _BROWSER not in record:
        return record
    codes = dict(record)
    for name in asked:
        code = code_of(name, record[name])
        if code is None:
            raise LayoutError(
                f"{where}: {name} is the label {record[name]!r}, whose code is not known; choose "
                "SDMX-CSV with codes in the data browser's download"
            )
        codes[name] = code
    return codes
