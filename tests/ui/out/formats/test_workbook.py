"""XLSX: typed cells that openpyxl and pandas read back; no formula, no link, no markup."""

import gc
import io
import zipfile
from contextvars import copy_context
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from openpyxl.utils.escape import unescape

from tests.ui.out.formats.rows import ROWS, tables, taken
from ui.out.formats import FORMATS, workbook
from ui.out.formats.shield import bared
from ui.out.stop import STOP, Stop, StoppedError


def xlsx_of(table: pa.Table = ROWS, size: int = 1000) -> bytes:
    return b"".join(FORMATS["xlsx"].stream(taken(table, size=size)))


def sheet(data: bytes, name: str = "rows") -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(data))[name].iter_rows(values_only=True))


def original(value: Any, kind: pa.DataType) -> Any:
    """What was written, from what was read; a text of no letters is an empty cell."""
    if isinstance(value, str):
        return bared(unescape(value)) or None
    if pa.types.is_date(kind) and isinstance(value, datetime):
        return value.date()
    return value


def test_rows_and_types_come_back():
    header, *rows = sheet(xlsx_of())
    assert list(header) == ROWS.schema.names
    expected = [
        tuple(each or None if each == "" else each for each in row.values())
        for row in ROWS.to_pylist()
    ]
    kinds = ROWS.schema.types
    found = [tuple(map(original, row, kinds)) for row in rows]
    assert found == expected
    assert isinstance(rows[0][header.index("since")], datetime)
    assert rows[0][header.index("open")] is True


@settings(max_examples=30)
@given(tables())
def test_any_rows_come_back(table):
    _, *rows = sheet(xlsx_of(table))
    rows += [(None,) * 5] * (table.num_rows - len(rows))
    for row, values in zip(rows, table.to_pylist(), strict=True):
        assert [original(*each) for each in zip(row, table.schema.types, strict=True)] == [
            each if each != "" or isinstance(each, bool) else None for each in values.values()
        ]


def test_text_is_never_a_formula_a_link_or_markup():
    texts = ["=1+1", "@cmd", "https://a.example", "mailto:a@b.example", "1", "{=a}",
             "<r><t>x</t></r>", "<r></t></is></c><c r=\"B9\"><f>1+1</f></c></r>"]  # fmt: skip
    table = pa.table({"=head": texts, "b": ["x"] * len(texts)})
    data = xlsx_of(table)
    book = openpyxl.load_workbook(io.BytesIO(data))
    for row in book["rows"].iter_rows():
        assert {cell.data_type for cell in row} <= {"s", "inlineStr"}
        assert not any(cell.hyperlink for cell in row)
    (head, _), *rows = sheet(data)
    assert head == "'=head"
    assert [bared(first) for first, _ in rows] == texts
    assert rows[0][0] == "'=1+1"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist())


def test_numbers_keep_every_digit_and_those_a_sheet_would_change_are_text():
    table = pa.table(
        {"number": [0.1 + 0.2, float("inf"), 1e300, float("nan")],
         "whole": pa.array([2**53, 2**53 + 1, -(2**63), None])}
    )  # fmt: skip
    _, *rows = sheet(xlsx_of(table))
    assert [row[0] for row in rows] == [0.1 + 0.2, "inf", 1e300]
    assert [row[1] for row in rows] == [2**53, str(2**53 + 1), f"'{-(2**63)}"]


def test_days_before_the_calendar_of_spreadsheets_are_text():
    days = [date(1900, 2, 28), date(1900, 3, 1), date(1789, 7, 14)]
    _, *rows = sheet(xlsx_of(pa.table({"day": days})))
    assert [row[0] for row in rows] == ["1900-02-28", datetime(1900, 3, 1), "1789-07-14"]


def test_the_header_stays_in_view():
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of()))
    assert book.sheetnames == ["rows", "notes"]
    assert book["rows"].freeze_panes == "A2"
    assert book["rows"].auto_filter.ref == "A1:R5"
    assert book["rows"].column_dimensions["C"].width > 10


def test_a_sheet_of_notes_says_what_it_is_and_where_it_is_from():
    notes = sheet(xlsx_of(), "notes")
    said = {row[0]: row[1] for row in notes if row[0]}
    assert (said["Title"], said["Filters"]) == ("Who has a place?", "in=AT.BE&level=2")
    assert (said["Dataset"], said["Dataset of"]) == ("Published", "2026-03-01")
    assert said["Cite as"] == 'Groundwork, "Who?"'
    assert "never zero" in said["Missing"]
    assert (said["obs_status E"], said["Column value"]) == ("estimated", "People per place")
    assert [row[1] for row in notes if row[0] == "Note"] == ["Totals may not add up.", "'=note"]
    at = next(i for i, row in enumerate(notes) if row[0] == "source_title")
    assert [row[0] for row in notes[at + 1 :]][:2] == ["'=Notice", "Register"]


def test_the_bytes_are_the_same_however_the_rows_come():
    assert xlsx_of(size=1) == xlsx_of()


def test_pandas_reads_it():
    found = pd.read_excel(io.BytesIO(xlsx_of()), sheet_name="rows")
    assert found["value"].tolist()[0] == 0.1 + 0.2
    assert found["places"].isna().tolist() == [False, True, False, False]
    assert found["since"].tolist()[0] == pd.Timestamp("2025-01-31")


def test_what_does_not_fit_is_refused_in_words(monkeypatch):
    refuses = FORMATS["xlsx"].refuses
    assert refuses(taken()) == ""
    assert refuses(taken(pa.table({"a": ["x" * 32_767, "=" * 32_766]}))) == ""
    for text in ("x" * 32_768, "=" * 32_767, "😀" * 16_384):
        assert "column a has a longer text" in refuses(taken(pa.table({"a": [text]})))
    many = pa.table({"a": pa.nulls(200_001, pa.int8())})
    assert "200,000 of these rows" in refuses(taken(many, size=2**20))
    assert "CSV or Parquet" in refuses(taken(many, size=2**20))
    assert refuses(taken(many.slice(1), size=2**20)) == ""
    wide = pa.table({str(at): pa.nulls(100_001, pa.int8()) for at in range(50)})
    assert "100,000 of these rows" in refuses(taken(wide, size=2**20))
    unread = replace(taken(many), batches=lambda: pytest.fail("rows were read"))
    assert refuses(replace(unread, count=lambda: 10**7))
    assert "16,384 columns" in refuses(taken(pa.table({str(i): [1] for i in range(16_385)})))


def test_what_was_not_asked_first_is_an_error_not_a_loss(monkeypatch):
    with pytest.raises(workbook.TooLargeError):
        xlsx_of(pa.table({"a": ["x" * 32_768]}))
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(workbook.TooLargeError):
        xlsx_of()


@pytest.mark.parametrize("at", ["rows", "zip"])
def test_a_workbook_nobody_waits_for_is_given_up_and_leaves_nothing(at, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    stop = Stop()
    if at == "zip":
        monkeypatch.setattr(workbook, "_write_notes", lambda *_: stop.stop())
    many = taken(pa.table({"a": range(2 * workbook._BETWEEN)}))

    def batches():
        yield from many.batches()
        if at == "rows":
            stop.stop()

    def written():
        STOP.set(stop)
        with pytest.raises(StoppedError):
            b"".join(FORMATS["xlsx"].stream(replace(many, batches=batches)))

    copy_context().run(written)
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def test_no_rows_are_a_sheet_with_a_header():
    assert len(sheet(xlsx_of(ROWS.slice(0, 0)))) == 1
