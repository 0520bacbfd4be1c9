"""Records of comma separated files: nothing is lost, and what is wrong is named."""

from pathlib import Path

import pytest

from etl.reading import LayoutError, records


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
