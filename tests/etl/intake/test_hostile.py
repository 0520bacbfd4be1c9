"""Files that are traps, damaged, or not what they say: refused with a reason, quickly."""

import json
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from etl.intake import child, guard
from etl.intake.child import Task
from tests.conftest import BUNDLE, ROOT
from tests.etl.intake.conftest import Look

OBSERVED = ["territory_id", "period", "measure_id", "group_id", "value"]
ROW = ["ITC1", 2024, "reception_places", "all", 1]


def workbook(path: Path, **cells: object) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(OBSERVED)
    sheet.append(ROW)
    for place, value in cells.items():
        sheet[place] = value
    book.save(path)
    return path


def with_entry(path: Path, name: str, data: bytes) -> Path:
    workbook(path)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return path


def repacked(path: Path, name: str, before: bytes, after: bytes) -> Path:
    """The workbook with something in one of its parts replaced."""
    workbook(path)
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    parts[name] = parts[name].replace(before, after)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, data in parts.items():
            archive.writestr(entry, data)
    return path


def test_a_workbook_that_unpacks_to_far_more_than_it_is(tmp_path: Path, look: Look) -> None:
    file = with_entry(tmp_path / "bomb.xlsx", "xl/media/a.xml", b"0" * 30_000_000)
    assert "unpacks to" in look(file)["problem"]


def test_two_cells_a_sheet_apart_are_refused_at_once(tmp_path: Path, look: Look) -> None:
    assert "beyond column" in look(workbook(tmp_path / "far.xlsx", XFD1048576=1))["problem"]


def test_two_rows_a_sheet_apart_are_two_rows(tmp_path: Path, look: Look) -> None:
    found = look(workbook(tmp_path / "deep.xlsx", A1048576="* a note"))
    assert found["counts"] == {"lines": 2, "accepted": 1, "refused": 0, "left_out": 1, "rows": 1}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("xl/vbaProject.bin", "macros"),
        ("xl/macrosheets/sheet1.xml", "macros"),
        ("xl/embeddings/other.xlsx", "another file"),
        ("../../outside.xml", "odd path"),
    ],
)
def test_a_workbook_with_what_no_table_needs(
    name: str, words: str, tmp_path: Path, look: Look
) -> None:
    assert words in look(with_entry(tmp_path / "x.xlsx", name, b"x"))["problem"]


def test_a_workbook_that_names_other_files_in_its_xml(tmp_path: Path, look: Look) -> None:
    dtd = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet'
    file = repacked(tmp_path / "dtd.xlsx", "xl/worksheets/sheet1.xml", b"<worksheet", dtd)
    assert "document type" in look(file)["problem"]
    late = b"<!--" + b" " * 10_000 + b"-->" + dtd
    file = repacked(tmp_path / "late.xlsx", "xl/worksheets/sheet1.xml", b"<worksheet", late)
    assert "document type" in look(file)["problem"]


def test_a_damaged_workbook(tmp_path: Path, look: Look) -> None:
    file = repacked(tmp_path / "x.xlsx", "xl/worksheets/sheet1.xml", b"</row>", b"</rov>")
    assert "damaged" in look(file)["problem"]
    half = workbook(tmp_path / "half.xlsx").read_bytes()
    (tmp_path / "half.xlsx").write_bytes(half[: len(half) // 2])
    assert "damaged" in look(tmp_path / "half.xlsx")["problem"]


DTD = '<!DOCTYPE worksheet [<!ENTITY a "b">]>'


@pytest.mark.parametrize("ending", [".XML", ".dat", ".bin"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_a_document_type_in_a_part_of_any_name(
    ending: str, coding: str, tmp_path: Path, look: Look
) -> None:
    file = with_entry(tmp_path / "x.xlsx", f"xl/worksheets/x{ending}", DTD.encode(coding))
    assert "document type" in look(file)["problem"]


def test_a_document_type_in_an_encoding_nobody_saves_in(tmp_path: Path, look: Look) -> None:
    hidden = b'<?xml version="1.0" encoding="cp037"?>' + DTD.encode("cp037")
    file = with_entry(tmp_path / "x.xlsx", "xl/worksheets/x.xml", hidden)
    assert "document type" in look(file)["problem"]


ENDLESS = (
    "create view t as with recursive n(i) as (select 1 union all select i + 1 from n)"
    " select i as fid, 'a' || i as name from n"
)
COMPUTED = "create table t(fid integer primary key, name as/**/(hex(zeroblob(900000000))))"


@pytest.mark.parametrize("statement", [ENDLESS, COMPUTED], ids=["endless view", "worked out"])
def test_a_geopackage_that_works_out_its_rows(statement: str, tmp_path: Path, look: Look) -> None:
    file = tmp_path / "x.gpkg"
    with closing(sqlite3.connect(file)) as con:
        con.execute(statement)
        con.commit()
    assert "'t', which is no plain table" in look(file)["problem"]


def feature(file: Path, properties: str) -> Path:
    """A GeoJSON file of one feature whose properties are written as they are."""
    point = '{"type": "Point", "coordinates": [12.5, 41.9]}'
    told = f'{{"type": "Feature", "properties": {properties}, "geometry": {point}}}'
    file.write_text(f'{{"type": "FeatureCollection", "features": [{told}]}}')
    return file


def test_half_a_sign_is_shown_as_damaged(tmp_path: Path) -> None:
    file = feature(tmp_path / "x.geojson", r'{"name": "\ud800x", "\udc00": ["\ud800"]}')
    found = child.run(task(file, tmp_path / "report.json", table="reception"))
    assert found["problem"] == ""
    assert {"name": "name", "examples": ["\ufffdx"]}.items() <= found["columns"][0].items()


def test_a_number_of_thousands_of_digits_is_told_for_its_cell(tmp_path: Path, look: Look) -> None:
    file = feature(tmp_path / "x.geojson", f'{{"name": "a", "places": 1{"0" * 4000}}}')
    (fault,) = look(file, "reception")["refused"]
    assert (fault["line"], fault["column"]) == (1, "places")
    assert "whole number" in fault["reason"]


def test_notes_of_a_parquet_file_that_never_end_are_none(tmp_path: Path, look: Look) -> None:
    table = pa.table({"name": ["a"]}).replace_schema_metadata({b"geo": b"[" * 100_000})
    pq.write_table(table, tmp_path / "x.parquet")
    assert "no coordinates" in look(tmp_path / "x.parquet", "reception")["problem"], "it was read"


def test_columns_without_end_are_blank_or_too_many(
    tmp_path: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MOST_CELLS", 1_000)
    file = tmp_path / "x.csv"
    file.write_text("a,b\n" + ("," * 99 + "\n") * 50 + "c,d\n")
    assert look(file)["counts"]["left_out"] == 50
    file.write_text("a,b\n" + ("," * 99 + "x\n") * 50)
    assert "more than 1,000 cells" in look(file)["problem"]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.csv", b"", "empty"),
        ("zip.csv", b"PK\x03\x04rest", "is a xlsx file"),
        ("gzip.csv", b"\x1f\x8b\x08rest", "gzip"),
        ("old.csv", b"\xd0\xcf\x11\xe0rest", "old or protected Office file"),
        ("old.xls", b"\xd0\xcf\x11\xe0rest", "old Excel file"),
        ("macro.xlsm", b"PK\x03\x04rest", "macros"),
        ("text.xlsx", b"a,b\n1,2\n", "no .xlsx file"),
        ("archive.zip", b"PK\x03\x04rest", "is a xlsx file"),
        ("nothing", b"a,b\n", "not read"),
        ("nul.csv", b"a,b\n1,\x002\n", "NUL byte"),
        ("line.csv", b"a," + b"b" * 2_000_000 + b"\n", "signs"),
        ("wide.csv", b"," * 2_000 + b"\n1\n", "more than 500 columns"),
        ("list.geojson", b"[1, 2", "no JSON"),
        ("deep.geojson", b"[" * 100_000, "no JSON"),
        ("other.json", b'{"type": "Topology"}', "no list of features"),
        ("fake.gpkg", b"SQLite format 3\0rest", "GeoPackage cannot be read"),
        ("fake.parquet", b"PAR1restPAR1", "Parquet file cannot be read"),
    ],
)
def test_files_that_are_no_tables(
    name: str, data: bytes, words: str, tmp_path: Path, look: Look
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    found = look(file)
    assert words in found["problem"]
    assert found["counts"]["lines"] == 0


def test_a_file_too_large_is_not_opened(
    tmp_path: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "LARGEST_BYTES", 10)
    file = tmp_path / "large.csv"
    file.write_text("a,b\n1,2\n3,4\n")
    assert "at most" in look(file)["problem"]


def test_geometries_that_are_none_are_no_points(tmp_path: Path, look: Look) -> None:
    features = [
        {"type": "Feature", "properties": {"name": "a"}, "geometry": geometry}
        for geometry in (
            None,
            3,
            {"type": "Point"},
            {"type": "Point", "coordinates": []},
            {},
            {"type": "Point", "coordinates": [12.5, 41.9]},
        )
    ]
    file = tmp_path / "x.geojson"
    file.write_text(json.dumps({"features": [*features, "no feature"]}))
    found = look(file, "reception")
    assert found["problem"] == ""
    assert found["counts"]["lines"] == 7


def task(file: Path, report: Path, settings: str = "{}", table: str = "capacity") -> Task:
    return Task(str(file), table, settings, str(BUNDLE), str(report))


def test_reading_ends_where_it_takes_too_much_memory(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("territory_id,value\nITC1,1\n")
    small = replace(task(file, tmp_path / "report.json"), memory_bytes=60_000_000)
    found = child.run(small)
    assert "memory" in found["problem"]
    assert json.loads((tmp_path / "report.json").read_text()) == found


def test_settings_there_are_not_are_told_before_anything_is_read(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("a\n")
    with pytest.raises(ValueError, match="no setting 'colour'"):
        child.run(task(file, tmp_path / "report.json", '{"colour": "red"}'))


@pytest.mark.parametrize("written", ["", '{"half'])
def test_a_report_that_cannot_be_read_is_none(
    written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, report = tmp_path / "x.csv", tmp_path / "report.json"
    file.write_text("territory_id,value\nITC1,1\n")
    monkeypatch.setattr(child, "_start", lambda task: report.write_text(written))
    assert "no report was written" in child.run(task(file, report))["problem"]


_STARTS = """
import os, subprocess, sys, time
from etl.intake.__main__ import _end_with
if len(sys.argv) == 1:
    subprocess.run([sys.executable, "-c", sys.orig_argv[2], str(os.getpid())])
else:
    _end_with(int(sys.argv[1]))
    print("reading", flush=True)
    time.sleep(20)
    print("outlived", flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")
def test_reading_ends_with_what_started_it() -> None:
    command = [sys.executable, "-c", _STARTS]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, text=True) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == "reading\n"
        parent.kill()
        assert parent.stdout.read() == ""
