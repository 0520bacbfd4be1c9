"""A report is understood whole, says what is missing, and never hides a lost line."""

import json

import pytest

from etl.intake.said import say, written
from tests.ui.add.reports import report, told
from ui.add.report import parse, text_of
from ui.language import speaking


def test_what_must_be_there_is_named_unless_a_column_or_constant_has_it():
    """A line of the hand-made file is refused because nobody says whom it counts."""
    assert [each["column"] for each in report().missing] == ["group_id"]
    settings = told()["settings"]
    constants = {**settings["constants"], "group_id": "all"}
    filled = report(settings={**settings, "constants": constants})
    assert filled.missing == []


def test_what_the_reader_finds_by_itself_is_not_asked_for():
    """No row was refused for want of a country: its coordinates say it."""
    country = {"column": "country", "about": "", "required": True, "kind": "text", "codes": []}
    found = report(wanted=[*told()["wanted"], country])
    assert [each["column"] for each in found.missing] == ["group_id"]


def test_what_is_asked_is_not_asked_for_twice():
    asked = {"setting": "constants.group_id", "text": "Whom?", "options": []}
    assert report(questions=[asked]).missing == []


def test_a_lost_line_is_seen():
    assert report().counts.missing == 0
    lost = {"lines": 5, "accepted": 2, "refused": 1, "left_out": 1}
    assert report(counts=lost).counts.missing == 1


def test_no_rows_at_all_is_a_report_too():
    empty = report(accepted=[], refused=[], counts=dict.fromkeys(told()["counts"], 0))
    assert empty.accepted.empty and empty.refused.empty


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"table": "x"}', "null"])
def test_what_is_no_report_is_said_to_be_none(text):
    with pytest.raises(ValueError, match="cannot be understood"):
        parse(text)


def test_a_line_may_give_several_rows():
    wide = {"lines": 2, "accepted": 2, "refused": 0, "left_out": 0, "rows": 6}
    found = report(counts=wide).counts
    assert (found.rows, found.missing) == (6, 0)
    assert report().counts.rows == 2


def test_what_was_understood_is_said_in_the_language_of_the_page():
    """As the reader writes it: the English stands finished beside what it is made of."""
    label = say("Columns are parted by: {separator}", separator=say("semicolon"))
    record = json.loads(json.dumps({"label": label, **written(label)}))
    assert text_of(record, "label") == "Columns are parted by: semicolon" == record["label"]
    with speaking("de"):
        assert text_of(record, "label") == "Trennzeichen der Spalten: Semikolon"
        # The name of a sheet is never turned.
        sheet = written(say("Sheet: {sheet}", sheet="semicolon"))
        assert text_of(sheet, "message") == "Blatt: semicolon"
