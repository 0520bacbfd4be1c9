"""What is said of a file is kept apart from what was found, and what follows is found anew."""

from typing import Any

from tests.ui.add.reports import report
from ui.add import desk


def test_another_header_line_gives_other_columns():
    said: dict[str, Any] = {"columns": {"Kreis": "value"}, "constants": {"period": "2025"}}
    desk.correct(said, "header_line", 3)
    assert said == {"header_line": 3, "constants": {"period": "2025"}}


def test_another_date_order_keeps_what_was_said_of_columns():
    said: dict[str, Any] = {"columns": {"Kreis": "territory_id"}}
    desk.correct(said, "date_order", "mdy")
    assert said["columns"] == {"Kreis": "territory_id"} and said["date_order"] == "mdy"


def test_a_setting_of_one_name_keeps_the_others():
    said: dict[str, Any] = {"names": {"Lazio": "ITI4"}}
    desk.correct(said, "names.St. Gallen", "CH055")
    assert said["names"] == {"Lazio": "ITI4", "St. Gallen": "CH055"}


def test_two_columns_never_lead_to_the_same_one():
    said: dict[str, Any] = {"constants": {"value": "3"}}
    desk.lead(said, report(), "Stand", "value")
    assert said["columns"] == {"Plätze": "", "Stand": "value"}
    assert said["constants"] == {}


def test_a_column_may_lead_nowhere():
    said: dict[str, Any] = {}
    desk.lead(said, report(), "Kreis", "")
    assert said["columns"] == {"Kreis": ""}


def test_an_empty_field_takes_a_constant_back():
    said: dict[str, Any] = {}
    desk.fill(said, "period", " 2025 ")
    assert said["constants"] == {"period": "2025"}
    desk.fill(said, "period", "")
    assert said["constants"] == {}
