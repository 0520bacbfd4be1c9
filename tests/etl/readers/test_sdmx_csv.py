"""Eurostat's SDMX-CSV: missing, flags and confidentiality, and downloads of another kind."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.readers.eurostat_tsv import Cell, CellError
from etl.readers.flags import MEANING, status
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


BROWSER = "DATAFLOW,LAST UPDATE,freq,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n"


def browsed(geo: str = "Austria", unit: str = "Person", cell: str = "73785,,") -> str:
    return f"ESTAT:X(1.0),27/03/25 23:00:00,Annual,{unit},{geo},2024,{cell}\n"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Austria", "AT"),
        ("Greece", "EL"),
        ("United Kingdom", "UK"),
        ("Kosovo*", "XK"),
        ("Türkiye", "TR"),
        ("European Union - 27 countries (from 2020)", "EU27_2020"),
    ],
)
def test_labels_of_the_data_browser_become_codes(put: Put, name: str, code: str) -> None:
    (row,) = rows(put("t.csv", BROWSER + browsed(name)), {"unit": "PER", "freq": "A"})
    assert (row.key["geo"], row.key["unit"], row.key["freq"]) == (code, "PER", "A")
    assert row.figure() == Cell("2024", 73785.0, "A", None)
    assert name in row.raw


def test_a_label_without_a_code_says_what_to_choose(put: Put) -> None:
    file = put("t.csv", BROWSER + browsed() + browsed("Narnia"))
    with pytest.raises(LayoutError, match=r"t\.csv, line 3: geo is the label 'Narnia'.*codes"):
        list(rows(file, {"unit": "PER"}))


def test_another_unit_of_the_data_browser_is_another_download(put: Put) -> None:
    file = put("t.csv", BROWSER + browsed(unit="Percentage"))
    with pytest.raises(LayoutError, match="unit is 'Percentage', expected 'PER'"):
        list(rows(file, {"unit": "PER"}))


NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12).map(str),
    st.decimals(-(10**6), 10**6, places=3).map(str),
    st.floats(allow_nan=False, allow_infinity=False, width=32).map(repr),
)
MISSING = st.sampled_from(["", ":"])
SPACES = st.sampled_from(["", " ", "  "])
FLAGS = st.sets(st.sampled_from("bdefinpsu"), max_size=3).map(lambda some: "".join(sorted(some)))


@pytest.mark.parametrize("dialect", ["service", "browser"])
@given(cells=st.lists(st.tuples(NUMBERS | MISSING, FLAGS, SPACES, st.booleans()), max_size=12))
def test_any_mix_of_values_flags_and_spaces_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    dialect: str,
    cells: list[tuple[str, str, str, bool]],
) -> None:
    """Value, flag and missing are read back exactly; confidential hides only what is missing."""
    body = ""
    for value, flags, space, secret in cells:
        cell = f"{space}{value}{space},{flags},{'C' if secret else ''}"
        body += browsed(cell=cell) if dialect == "browser" else f"X,PER,P,AT,2024,{cell}\n"
    header = BROWSER if dialect == "browser" else HEADER + "\n"
    file = tmp_path_factory.mktemp("any") / "t.csv"
    file.write_text(header + body, encoding="utf-8")
    found = [row.figure() for row in rows(file, {"unit": "PER"})]
    assert len(found) == len(cells)
    for cell, (value, flags, _, secret) in zip(found, cells, strict=True):
        missing = value in ("", ":")
        assert cell.value == (None if missing else float(value))
        meanings = [MEANING[flag] for flag in flags + ("c" if secret else "")]
        assert cell.note == ("; ".join(meanings) or None)
        assert cell.obs_status == status(flags + ("c" if secret else ""), missing)[0]
        assert (cell.obs_status in "LMQ") == missing
