"""Workbooks as ministries publish them, made here cell by cell."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.etl.intake.conftest import Look

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A workbook with a sheet for each list of rows; `then` works on the last one."""

    def written(then: Callable[[Worksheet], None] = lambda sheet: None, **sheets: Any) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        then(sheet)
        path = tmp_path / "made.xlsx"
        book.save(path)
        return path

    return written


MINISTRY = [
    ["Aufnahmeplätze nach Kreisen"],
    ["Stand: 31. Dezember 2024"],
    [],
    ["Kreis", "NUTS", "Plätze", None, "Anmerkung"],
    [None, None, "insgesamt", "belegt", None],
    ["Augsburg", "DE271", 1234, 1000, None],
    ["Rosenheim", "DE213", 300, "k.A.", "*"],
    ["Ansbach", "DE251", None, None, None],
    ["Insgesamt", None, 1534, None, None],
    ["* geschätzt"],
    ["Quelle: Ministerium"],
]


def laid_out(sheet: Worksheet) -> None:
    for cells in ("C4:D4", "A4:A5", "B4:B5", "E4:E5", "A1:E1"):
        sheet.merge_cells(cells)
    sheet.row_dimensions[7].hidden = True


def test_a_table_with_titles_merged_names_totals_and_notes(make: Make, look: Look) -> None:
    file = make(laid_out, Deckblatt=[["Statistik der Aufnahme"]], Tabelle=MINISTRY)
    found = look(file, constants={"period": "2024-12-31"})
    assert found["questions"] == [] and found["refused"] == []
    rows = [(r["line"], r["territory_id"], r["value"], r["obs_status"]) for r in found["accepted"]]
    assert rows == [(6, "DE271", "1234", "A"), (7, "DE213", "300", "A"), (8, "DE251", None, "L")]
    assert [each["line"] for each in found["left_out"]] == [1, 2, 9, 10, 11]
    labels = {each["what"]: each["label"] for each in found["understood"]}
    assert labels["sheet"] == "Sheet: Tabelle, one of 2"
    assert labels["hidden_rows"] == "Hidden rows are read too: 7"
    assert labels["header_line"] == "Columns are named in lines 4 and 5"


def test_the_day_in_a_title_is_offered_for_all_rows(make: Make, look: Look) -> None:
    (asked,) = look(make(laid_out, Tabelle=MINISTRY))["questions"]
    assert asked["setting"] == "constants.period"
    assert [each["value"] for each in asked["options"]] == ["2024-12-31"]


OBSERVED = ["territory_id", "period", "measure_id", "group_id", "value"]


def test_cells_have_types_and_a_day_is_a_day(make: Make, look: Look) -> None:
    rows = [
        OBSERVED,
        ["ITC1", date(2024, 7, 31), "reception_places", "all", 12.5],
        ["ITC2", datetime(2024, 7, 31, 0, 0), "reception_places", "all", 0],
        ["ITC3", 2024, "reception_places", "all", "=1+1"],
        ["ITC4", 2024, "reception_places", "all", True],
    ]
    found = look(make(T=rows))
    assert [(r["period"], r["value"]) for r in found["accepted"]] == [
        ("2024-07-31", "12.5"),
        ("2024-07-31", "0"),
    ]
    assert [(r["line"], r["reason"]) for r in found["refused"]] == [
        (4, "a formula whose result is not in the file"),
        (5, "not a number"),
    ]


def test_a_number_shown_in_percent_is_a_percentage(make: Make, look: Look) -> None:
    rows = [
        OBSERVED,
        ["ITC1", 2024, "unemployment_rate_percent", "residents", 0.045],
        ["ITC2", 2024, "reception_places", "all", 0.5],
    ]

    def shown(sheet: Worksheet) -> None:
        sheet["E2"].number_format = sheet["E3"].number_format = "0.0%"

    found = look(make(shown, T=rows))
    assert [row["value"] for row in found["accepted"]] == ["4.5"]
    assert [(r["line"], r["value"]) for r in found["refused"]] == [(3, "50%")]


def test_an_error_of_the_spreadsheet_is_refused(make: Make, look: Look) -> None:
    rows = [OBSERVED, ["ITC1", 2024, "reception_places", "all", "#DIV/0!"]]
    (refused,) = look(make(T=rows))["refused"]
    assert refused["reason"] == "the spreadsheet shows #DIV/0!"


def test_cells_merged_downwards_hold_for_each_row(make: Make, look: Look) -> None:
    rows = [
        OBSERVED,
        ["ITC1", "2023", "reception_places", "all", 1],
        [None, "2024", "reception_places", "all", 2],
    ]
    found = look(make(lambda sheet: sheet.merge_cells("A2:A3"), T=rows))
    assert [row["territory_id"] for row in found["accepted"]] == ["ITC1", "ITC1"]


def test_two_sheets_that_both_fit_are_asked_and_chosen(make: Make, look: Look) -> None:
    row = [2024, "reception_places", "all", 1]
    file = make(Old=[OBSERVED, ["ITC1", *row]], New=[OBSERVED, ["ITC2", *row]])
    asked = look(file)
    assert [question["setting"] for question in asked["questions"]] == ["sheet"]
    assert asked["settings"]["sheet"] is None
    found = look(file, sheet="New")
    assert [row["territory_id"] for row in found["accepted"]] == ["ITC2"]
    told = next(each for each in found["understood"] if each["what"] == "sheet")
    assert told["options"] == ["Old", "New"]
    assert "There is no sheet 'Other'" in look(file, sheet="Other")["problem"]


def test_a_sheet_of_nothing_says_so(make: Make, look: Look) -> None:
    assert look(make(T=[[]]))["problem"].startswith("The sheet is empty.")


def test_a_sheet_of_examples_is_not_taken_for_the_rows(make: Make, look: Look) -> None:
    row = ["ITC1", 2024, "reception_places", "all", 1]
    assert look(make(Rows=[OBSERVED], Example=[OBSERVED, row]))["counts"]["accepted"] == 0
    filled = look(make(Rows=[OBSERVED, row, row[:4]], Example=[OBSERVED, row]))
    assert filled["settings"]["sheet"] == "Rows"
