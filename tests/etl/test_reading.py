"""Records of comma separated files: nothing is lost, and what is wrong is named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.reading import LayoutError, Source, checksum, held, raw_lines, records


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "t.csv"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('a,b\n1,"2\n', "unexpected end of data"),
        ("a,a\n1,2\n", "twice"),
        ("b,c\n1,2\n", "column a is missing; found b, c"),
        ("a,b\n1\n", "line 2: not 2 fields"),
        ("a,b\n1,2,3\n", "line 2: not 2 fields"),
    ],
)
def test_a_broken_table_is_a_layout_error(file: Path, text: str, message: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(LayoutError, match=message):
        list(records(file, ("a",)))


def test_raw_is_the_record_as_it_stands(file: Path) -> None:
    file.write_text('a,b\n"x, y",2\n"two\nlines",3\n', "utf-8")
    found = [(line, dict(row), row.raw) for line, row in records(file, ("a",))]
    assert found == [
        (2, {"a": "x, y", "b": "2"}, '"x, y",2'),
        (4, {"a": "two\nlines", "b": "3"}, '"two\nlines",3'),
    ]


def test_lines_are_shown_as_they_stand_and_records_of_a_table_as_json(
    put: Callable[[str, str], Path], put_records: Callable[..., Path]
) -> None:
    text = put("t.csv", "a,b\r\n1,2\r\n3,4\r\n")
    assert raw_lines(text, {1, 3}) == {1: "a,b", 3: "3,4"}
    table = put_records("t.parquet", [{"a": "x"}, {"a": "é"}])
    assert raw_lines(table, {2}) == {2: '{"a": "é"}'}


def test_a_table_fetched_as_lines_stands_before_the_one_given(
    put: Callable[[str, str], Path], tmp_path: Path, invent: Callable[..., Source]
) -> None:
    given = put("agency/t.parquet", "given")
    source = invent("agency", files=["agency/t.parquet"])
    assert held(tmp_path, "agency/t.parquet") == given
    assert source.row(tmp_path, None)["sha256"] == checksum([given])
    fetched = put("agency/t.jsonl", "fetched")
    assert held(tmp_path, "agency/t.parquet") == fetched
    assert source.row(tmp_path, None)["sha256"] == checksum([fetched])
