"""The download: the rows of the view and nothing else, safe to open in a spreadsheet."""

import csv
import io
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import export
from ui.out.formats.shield import bared
from ui.store import DEMONSTRATION


def read(data: bytes) -> list[dict[str, str]]:
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def cell(value: object) -> str:
    """What a value is in the file, between two others."""
    data = export.frame_as_csv(pd.DataFrame({"a": ["x"], "b": [value], "c": ["y"]}))
    (row,) = read(data)
    assert (row["a"], row["c"]) == ("x", "y")
    return row["b"]


@pytest.fixture
def view(make_view):
    return make_view(
        {"territory_id": "AT11", "name": "Burgenland, \"Süd\"\nOst", "value": 3.25, "lower": 3.0,
         "upper": 3.5, "count": 3.0, "source_line": 12, "note": "=1+1"},
        {"territory_id": "AT12", "name": "Ødegård Łódź", "value": 0.0, "count": 0.0,
         "source_id": "page_1"},
        {"territory_id": "BE10", "country": "BE", "obs_status": "L", "source_id": None,
         "evidence": None, "period": None},
    )  # fmt: skip


def test_every_row_of_the_view_is_there_once_in_its_order(view):
    rows = read(export.frame_as_csv(export.table(view)))
    assert [row["territory_id"] for row in rows] == ["AT11", "AT12", "BE10"]
    assert len(export.table(view)) == len(view.rows)


def test_unknown_is_empty_and_zero_is_zero(view):
    _, zero, unknown = read(export.frame_as_csv(export.table(view)))
    assert (zero["value"], zero["count"]) == ("0", "0")
    for column in ("value", "lower", "upper", "count", "note", "source_title", "retrieved_on"):
        assert unknown[column] == ""
    assert unknown["obs_status"] == "L"
    assert float(unknown["residents"]) == 1000


def test_no_cell_says_nan_in_any_spelling(view):
    for row in read(export.frame_as_csv(export.table(view))):
        assert not {"nan", "none", "nat", "<na>", "null"} & {cell.lower() for cell in row.values()}


def test_values_read_back_as_they_were(view):
    rows = read(export.frame_as_csv(export.table(view)))
    for (_, row), back in zip(view.rows.iterrows(), rows, strict=True):
        assert back["name"] == row["name"]
        for column in ("value", "lower", "upper", "residents"):
            found = float(back[column]) if back[column] else None
            assert found == (None if pd.isna(row[column]) else row[column])


def test_where_a_figure_is_from_stands_beside_it(view):
    first, second, _ = read(export.frame_as_csv(export.table(view)))
    assert (first["source_title"], first["publisher"]) == ("Register of homes", "Office")
    assert (first["licence"], first["attribution"]) == ("CC BY 4.0", "© Office")
    assert first["retrieved_on"].startswith("2025-01-31")
    assert float(first["source_line"]) == 12
    assert second["source_caveats"] == "Typed by hand"


def test_the_unit_and_what_is_counted_are_said(view):
    for row in read(export.frame_as_csv(export.table(view))):
        assert row["unit"] == view.choice.indicator.unit
        assert row["counted"] == view.choice.indicator.count_label


def test_lines_end_as_the_standard_says_and_accents_are_marked(view):
    data = export.frame_as_csv(export.table(view))
    assert data.startswith("\ufeff".encode())
    outside_quotes = b"".join(data.split(b'"')[::2])
    assert outside_quotes.count(b"\r\n") == 1 + len(view.rows)
    assert b"\n" not in outside_quotes.replace(b"\r\n", b"")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_a_spreadsheet_would_run_gets_a_quote(make_view, sign):
    view = make_view({"territory_id": "AT11", "value": 1.0, "name": f"{sign}cmd|' /C calc'!A0"})
    assert read(export.frame_as_csv(export.table(view)))[0]["name"] == f"'{sign}cmd|' /C calc'!A0"


def test_a_note_that_is_a_formula_gets_a_quote(view):
    assert read(export.frame_as_csv(export.table(view)))[0]["note"] == "'=1+1"


@pytest.mark.parametrize("text", ["a=b", "3-4", "Saxony", "", "'quoted"])
def test_other_text_is_left_alone(text):
    assert cell(text) == text


def test_negative_numbers_are_numbers(make_view):
    view = make_view({"territory_id": "AT11", "value": -2.5, "count": -3.0})
    row = read(export.frame_as_csv(export.table(view)))[0]
    assert (row["value"], row["count"]) == ("-2.5", "-3")


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_read_back_as_they_were_and_have_an_exponent_only_where_they_must(value):
    text = cell(value)
    assert float(text) == value
    assert not text.endswith(".0")
    if value == 0 or 1e-6 <= abs(value) < 1e21:
        assert "e" not in text


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_reads_back_as_itself(text):
    found = cell(text)
    assert bared(found) == text
    assert not found.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_generated_figures_say_so_in_every_row(make_view):
    view = make_view({"territory_id": "AT11", "evidence": "synthetic"}, period="2024")
    generated = replace(view.dataset, name="Demonstration", kind=DEMONSTRATION)
    view = replace(view, dataset=generated)
    (row,) = read(export.frame_as_csv(export.table(view)))
    assert (row["evidence"], row["dataset"]) == ("synthetic", "Demonstration")
