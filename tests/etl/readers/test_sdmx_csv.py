"""Eurostat's SDMX-CSV: missing, flags and confidentiality, and downloads of another kind."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.readers.eurostat_tsv import Cell, CellError
from etl.readers.sdmx_csv import rows
from etl.reading import LayoutError

Put = Callable[[str, str], Path]
HEADER = "STRUCTURE_NAME,unit,Unit of measure,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS"
FIXED = {"unit": "PER"}


def record(value: str, flag: str = "", conf: str = "") -> str:
    return f'"Persons, by month",PER,Person,AT,2024-07,{value},{flag},{conf}\n'


def figure(put: Put, *fields: str) -> Cell:
    (row,) = rows(put("t.csv", HEADER + "\n" + record(*fields)), FIXED)
    return row.figure()


@pytest.mark.parametrize(
    ("fields", "value", "code"),
    [
        (("73785",), 73785, "A"),
        (("0",), 0, "A"),
        (("-1.5",), -1.5, "A"),
        (("12", "bep"), 12, "E"),
        (("12", "p"), 12, "P"),
        (("12", "d"), 12, "A"),
        (("",), None, "L"),
        ((":",), None, "L"),
        ((":", "u"), None, "L"),
        ((":", "c"), None, "Q"),
        (("", "z"), None, "M"),
        (("", "", "C"), None, "Q"),
        ((":", "u", "N"), None, "Q"),
        (("12", "", "C"), 12, "A"),
    ],
)
def test_a_figure_is_its_value_and_status(
    put: Put, fields: tuple[str, ...], value: float | None, code: str
) -> None:
    cell = figure(put, *fields)
    assert (cell.period, cell.value, cell.obs_status) == ("2024-07", value, code)


def test_flags_and_confidentiality_are_both_in_the_note(put: Put) -> None:
    assert figure(put, "", "b", "C").note == "break in time series; confidential"
    assert figure(put, "5").note is None


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        (("n/a",), "'n/a' is not a number"),
        (("1,5".replace(",", " "),), "'1 5'"),
        (("5", "q"), "'q'"),
    ],
)
def test_what_cannot_be_read_is_named(put: Put, fields: tuple[str, ...], named: str) -> None:
    with pytest.raises(CellError, match=re.escape(named)):
        figure(put, *fields)


def test_codes_are_told_from_their_labels_and_lines_are_numbered(put: Put) -> None:
    first, second = rows(put("t.csv", HEADER + "\n" + record("1") + record("2")), FIXED)
    assert (first.number, second.number) == (2, 3)
    assert (first.key["geo"], first.key["STRUCTURE_NAME"]) == ("AT", "Persons, by month")


def test_a_file_without_confidentiality_is_read(put: Put) -> None:
    file = put("t.csv", "unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nPER,AT,2024,:,u\n")
    (row,) = rows(file, FIXED)
    assert row.figure() == Cell("2024", None, "L", "low reliability")


@pytest.mark.parametrize("unit", ["PC", "Person", ""])
def test_another_code_in_a_fixed_dimension_is_another_download(put: Put, unit: str) -> None:
    text = HEADER + "\n" + record("1") + record("2").replace(",PER,", f",{unit},")
    expected = f"t.csv, line 3: unit is '{unit}', expected 'PER'"
    with pytest.raises(LayoutError, match=re.escape(expected)):
        list(rows(put("t.csv", text), FIXED))


@pytest.mark.parametrize("column", ["geo", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG", "unit"])
def test_a_missing_column_is_named_with_what_was_found(put: Put, column: str) -> None:
    header = ",".join("other" if name == column else name for name in HEADER.split(","))
    with pytest.raises(LayoutError, match=f"column {column} is missing; found STRUCTURE_NAME"):
        list(rows(put("t.csv", header + "\n" + record("1")), FIXED))


@pytest.mark.parametrize("extra", ["short", "long"])
def test_a_record_of_another_length_is_refused_with_its_line(put: Put, extra: str) -> None:
    line = "x,PER,Person,AT,2024,1,\n" if extra == "short" else "x,PER,Person,AT,2024,1,,,9\n"
    with pytest.raises(LayoutError, match="line 3: not 8 fields"):
        list(rows(put("t.csv", HEADER + "\n" + record("1") + line), FIXED))


@pytest.mark.parametrize("text", ["nan", "NaN", "1_000"])
def test_what_only_python_takes_for_a_number_is_none(put: Put, text: str) -> None:
    (row,) = rows(put("t.csv", f"geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nAT,2024,{text},\n"), {})
    with pytest.raises(CellError):
        row.figure()
