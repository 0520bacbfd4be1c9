"""The worked examples and empty files are what the loader reads, in every format."""

import csv
import io
import zipfile
from pathlib import Path

import duckdb
import openpyxl
import pandas as pd
import pytest

from etl import contract
from etl.intake.places import Places, places_of
from etl.intake.read import read
from etl.intake.settings import Settings
from etl.intake.tables import TABLES, meant
from tests.conftest import BUNDLE
from ui.add import example, sheet, template
from ui.add.kinds import KINDS
from ui.store import Dataset, current


@pytest.fixture(scope="module")
def places() -> Places:
    return places_of(BUNDLE)


@pytest.fixture
def opened(served: Path) -> Dataset:
    found = current("published")
    assert found is not None
    return found


def test_every_table_one_may_bring_is_on_the_page_with_an_example():
    assert {kind.table for kind in KINDS} == set(TABLES) == set(example.EXAMPLES)
    assert [meant(kind.name).table.name for kind in KINDS] == [kind.table for kind in KINDS]


@pytest.mark.parametrize("table", sorted(example.EXAMPLES))
def test_the_example_is_accepted_as_it_is(opened, places, tmp_path, table):
    file = tmp_path / f"groundwork_own_{table}_example.csv"
    file.write_bytes(example.file(opened, table))
    report = read(file, meant(table), Settings(), places).as_dict()
    assert (report["problem"], report["questions"], report["refused"]) == ("", [], [])
    assert report["counts"]["accepted"] == report["counts"]["lines"] == len(example.EXAMPLES[table])
    for told, row in zip(example.EXAMPLES[table], report["accepted"], strict=True):
        for column, value in told.items():
            assert _same(row[column], value), column


def _same(read_as: object, written: object) -> bool:
    """Whether a value came back: numbers as numbers, the rest as text."""
    if isinstance(written, bool) or not isinstance(written, int | float):
        return str(read_as).lower() == str(written).lower()
    return float(str(read_as)) == written


@pytest.mark.parametrize("table", ["observation", "facility", "funding"])
def test_the_workbook_explains_every_column_and_offers_its_codes(opened, table):
    names = list(template.template(opened, table)["column_name"])
    book = openpyxl.load_workbook(io.BytesIO(sheet.workbook(opened, table)))
    assert book.sheetnames == ["Rows", "Columns", "Example", "Codes"]
    rows = book["Rows"]
    assert [cell.value for cell in rows[1]] == names
    assert all(cell.comment is not None for cell in rows[1])
    explained = [cell.value for cell in book["Columns"]["A"]][1 : len(names) + 1]
    assert explained == names
    coded = {c.name for c in contract.BY_NAME[table].columns if c.codes and c.name in names}
    lists = {str(each.sqref)[0] for each in rows.data_validations.dataValidation}
    assert len(lists) >= len(coded) > 0
    shown = list(book["Example"].iter_rows(min_row=2, values_only=True))
    first = {str(row[0]): row[1] for row in shown}
    assert list(first) == names
    for column, value in example.EXAMPLES[table][0].items():
        assert first[column] == value
    book.close()


@pytest.mark.parametrize("table", ["observation", "facility", "participation"])
def test_a_workbook_comes_back_as_it_was_filled_in_and_empty_it_holds_no_rows(
    opened, places, tmp_path, table
):
    """The example sheet is never taken for rows of one's own."""
    file = tmp_path / f"{table}.xlsx"
    file.write_bytes(sheet.workbook(opened, table))
    empty = read(file, meant(table), Settings(), places).as_dict()
    assert empty["counts"]["accepted"] == 0
    book = openpyxl.load_workbook(file)
    for row in example.frame(opened, table).itertuples(index=False, name=None):
        book["Rows"].append([None if pd.isna(value) else value for value in row])
    book.save(file)
    book.close()
    report = read(file, meant(table), Settings(), places).as_dict()
    assert (report["problem"], report["questions"], report["refused"]) == ("", [], [])
    assert report["counts"]["accepted"] == len(example.EXAMPLES[table])


def test_the_codes_are_the_contract_s(opened):
    told = template.codes(opened, "facility")
    for column in contract.BY_NAME["facility"].columns:
        if column.codes is not None and column.name in told:
            assert list(told[column.name]) == list(column.codes)
    assert {"kind", "service", "mode", "publish_level", "obs_status"} == set(told)
    assert "reception_places" in template.codes(opened, "observation")["measure_id"]


def test_no_text_becomes_a_formula_or_link(opened, monkeypatch):
    risky = {"name": '=HYPERLINK("http://x.example")', "note": "https://x.example", "kind": "@x"}
    monkeypatch.setitem(sheet.EXAMPLES, "facility", (risky,))  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(sheet.workbook(opened, "facility"))) as book:
        parts = {name: book.read(name).decode("utf-8", "replace") for name in book.namelist()}
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert not any("<f>" in text or "<hyperlink" in text for text in sheets)
    text = example.file(opened, "facility").decode("utf-8-sig")
    row = next(iter(csv.DictReader(io.StringIO(text))))
    assert row["name"].startswith("'=") and row["kind"] == "'@x"


def test_the_same_table_gives_the_same_workbook(opened):
    assert sheet.workbook(opened, "scheme") == sheet.workbook(opened, "scheme")


def test_organisations_of_the_examples_are_known(dataset: duckdb.DuckDBPyConnection):
    known = {
        row[0] for row in dataset.execute("select organisation_id from organisation").fetchall()
    }
    rows = [*example.EXAMPLES["activity"], *example.EXAMPLES["partnership"]]
    assert {str(row["organisation_id"]) for row in rows} <= known
    assert {str(row["partner_id"]) for row in example.EXAMPLES["partnership"]} <= known
