"""CSV: as the standard says, the same however batches are cut, and read by others."""

import csv
import io

import duckdb
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given

from tests.ui.out.formats.rows import PLAIN_TEXTS, ROWS, TEXTS, tables, taken
from ui import export
from ui.out.formats import FORMATS
from ui.out.formats.delimited import SPREADSHEET, pieces
from ui.out.formats.shield import bared, shielded


def csv_of(table: pa.Table, size: int = 1000, form: str = "csv") -> bytes:
    return b"".join(FORMATS[form].stream(taken(table, size=size)))


def cells(data: bytes, separator: str = ",") -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


@given(tables())
def test_the_library_of_the_language_reads_every_cell(table):
    header, *rows = cells(csv_of(table))
    assert header == table.schema.names
    for row, values in zip(rows, table.to_pylist(), strict=True):
        found = dict(zip(header, row, strict=True))
        assert bared(found["text"]) == (values["text"] or "")
        assert (float(found["number"]) if found["number"] else None) == values["number"]
        assert found["whole"] == ("" if values["whole"] is None else str(values["whole"]))
        assert found["yes"] == {None: "", True: "true", False: "false"}[values["yes"]]
        assert found["day"] == (values["day"].isoformat() if values["day"] else "")


@pytest.mark.parametrize("form", ["csv", "csv-semicolon"])
def test_the_bytes_are_the_same_however_the_rows_come(form):
    whole = csv_of(ROWS, form=form)
    assert csv_of(ROWS, 1, form) == csv_of(ROWS, 3, form) == whole
    repeated = ROWS.set_column(0, "territory_id", ROWS["territory_id"].dictionary_encode())
    assert csv_of(repeated, form=form) == whole


def test_a_page_s_frame_is_written_by_the_same_writer():
    assert export.frame_as_csv(ROWS.to_pandas(integer_object_nulls=True)) == csv_of(ROWS)


def test_it_has_a_mark_and_every_line_ends_as_the_standard_says():
    data = csv_of(ROWS)
    assert data.startswith("\ufeff".encode())
    outside_quotes = b"".join(data.split(b'"')[::2])
    assert outside_quotes.count(b"\r\n") == 1 + ROWS.num_rows
    assert not {b"\n", b"\r"} & set(outside_quotes.replace(b"\r\n", b""))


def test_missing_is_nothing_and_a_text_of_no_letters_is_a_pair_of_quotes():
    data = csv_of(pa.table({"a": ["", None], "b": ["x", "y"]}))
    assert data.decode("utf-8-sig") == 'a,b\r\n"",x\r\n,y\r\n'


def test_a_row_of_one_column_is_never_an_empty_line():
    assert csv_of(pa.table({"a": ["x", None]})).decode("utf-8-sig") == 'a\r\nx\r\n""\r\n'


def test_rows_without_any_have_a_header():
    assert csv_of(ROWS.slice(0, 0)).decode("utf-8-sig").count("\r\n") == 1


@given(TEXTS)
def test_a_column_s_name_is_shielded_too(name):
    header, _ = cells(csv_of(pa.table([pa.array([1]), pa.array([2])], names=[name, "b"])))
    assert header == [shielded(name), "b"]


def test_for_spreadsheets_semicolons_part_cells_and_commas_decimals():
    table = pa.table({"text": ["a;b", "a,b"], "number": [1234.5, -0.25], "whole": [10, None]})
    data = b"".join(pieces(table.schema, table.to_batches(), SPREADSHEET))
    assert data.decode("utf-8-sig") == ('text;number;whole\r\n"a;b";1234,5;10\r\na,b;-0,25;\r\n')


@given(tables())
def test_pandas_reads_the_rows_the_types_and_what_is_missing(table):
    found = pd.read_csv(
        io.BytesIO(csv_of(table)), encoding="utf-8-sig",
        dtype={"text": str, "whole": "Int64", "yes": "boolean", "number": float},
        keep_default_na=False, na_values={name: [""] for name in table.schema.names},
        parse_dates=False,
    )  # fmt: skip
    for name in ("number", "whole", "yes"):
        expected = table[name].to_pylist()
        assert [None if pd.isna(each) else each for each in found[name]] == expected
    texts = ["" if pd.isna(each) else bared(each) for each in found["text"]]
    assert texts == [each or "" for each in table["text"].to_pylist()]


@pytest.mark.parametrize(("form", "options"), [
    ("csv", "delim=','"), ("csv-semicolon", "delim=';', decimal_separator=','"),
])  # fmt: skip
def test_duckdb_reads_the_rows_the_types_and_what_is_missing(tmp_path, form, options):
    file = tmp_path / "rows.csv"
    file.write_bytes(csv_of(ROWS, form=form))
    kinds = {"string": "varchar", "double": "double", "int64": "bigint", "bool": "boolean",
             "date32[day]": "date", "timestamp[us]": "timestamp"}  # fmt: skip
    columns = {field.name: kinds[str(field.type)] for field in ROWS.schema}
    with duckdb.connect() as con:
        found = con.sql(
            f"select * from read_csv($file, header=true, quote='\"', escape='\"', {options}, "
            f"allow_quoted_nulls=false, new_line='\\r\\n', columns={columns})",
            params={"file": str(file)},
        ).to_arrow_table()
    for name in ROWS.schema.names:
        values = [
            bared(each) if isinstance(each, str) else each for each in found[name].to_pylist()
        ]
        assert values == ROWS[name].to_pylist(), name


@given(tables(PLAIN_TEXTS))
def test_the_two_dialects_say_the_same(table):
    standard, other = cells(csv_of(table)), cells(csv_of(table, form="csv-semicolon"), ";")
    number = table.schema.get_field_index("number")
    for row in other[1:]:
        row[number] = row[number].replace(",", ".")
    assert other == standard
