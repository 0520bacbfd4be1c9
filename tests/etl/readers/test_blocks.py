"""A file in blocks: every line once, in order, with its number; what is no table is named."""

import gzip
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.readers import blocks
from etl.reading import LayoutError

Put = Callable[[str, str], Path]
LINE = st.binary(max_size=12).map(lambda raw: raw.replace(b"\n", b"").replace(b"\r", b""))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("blocks")


@given(
    lines=st.lists(LINE, max_size=20),
    size=st.integers(1, 60),
    end=st.sampled_from([b"\n", b"\r\n"]),
    packed=st.booleans(),
)
def test_every_line_comes_once_in_order_with_its_number(
    folder: Path, lines: list[bytes], size: int, end: bytes, packed: bool
) -> None:
    file = folder / ("t.csv.gz" if packed else "t.csv")
    data = b"head" + end + b"".join(line + end for line in lines)
    file.write_bytes(gzip.compress(data) if packed else data)
    with patch.object(blocks, "SIZE", size):
        found = list(blocks.blocks(file))
    assert b"".join(block.data for block in found) == data[len(b"head" + end) :]
    numbered = [(block.first + i, block.line(i)) for block in found for i in range(len(block.ends))]
    assert numbered == list(enumerate(lines, start=2))
    wanted = {number for number, _ in numbered if number % 3 == 0}
    assert blocks.raw_lines(file, wanted) == {n: raw for n, raw in numbered if n in wanted}


def test_a_last_line_without_an_end_is_cut_off_unless_that_is_allowed(put: Put) -> None:
    file = put("t.csv", "a,b\n1,2\n3,")
    with pytest.raises(LayoutError, match=r"t\.csv, line 3: breaks off without a line end"):
        list(blocks.blocks(file))
    (block,) = blocks.blocks(put("u.csv", "a,b\n3,"), whole=False)
    assert block.line(0) == b"3,"


def test_the_header_is_read_without_its_mark_and_line_end(put: Put) -> None:
    assert blocks.header(put("t.csv", "\ufeffa,ü\r\n1,2\n")) == "a,ü"
    assert blocks.header(put("t.csv", "\n1,2\n")) == ""


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"", "t.csv: the file is empty"),
        (b"<!DOCTYPE html>\n<html>", "t.csv, line 1: a web page, not a table: '<!DOCTYPE html>'"),
        (b"  <html>\n", "line 1: a web page"),
        (b"a,\xff\n", "t.csv, line 1: not UTF-8 text"),
    ],
)
def test_what_is_no_table_is_named(tmp_path: Path, data: bytes, named: str) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(data)
    with pytest.raises(LayoutError, match=named.replace(".", r"\.")):
        blocks.header(file)


@pytest.mark.parametrize("cut", [3, 15, -1])
def test_an_archive_that_breaks_off_or_is_none_is_named(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "t.csv.gz"
    file.write_bytes(gzip.compress(b"a,b\n" + b"1,2\n" * 1000)[:cut])
    with pytest.raises(LayoutError, match=r"t\.csv\.gz: not a whole archive"):
        list(blocks.blocks(file))
    file.write_bytes(b"a,b\n1,2\n")
    with pytest.raises(LayoutError, match=r"t\.csv\.gz: not a whole archive"):
        blocks.header(file)


def test_a_line_of_many_megabytes_is_no_line_of_a_table(put: Put) -> None:
    file = put("t.csv", "a\n" + "x" * 1000)
    with (
        patch.object(blocks, "SIZE", 100),
        patch.object(blocks, "_LONGEST_LINE", 500),
        pytest.raises(LayoutError, match=r"t\.csv: a line is longer than"),
    ):
        list(blocks.blocks(file))


def test_bytes_that_are_no_text_are_shown_as_numbers() -> None:
    assert blocks.as_text(b"caf\xe9") == r"caf\xe9"
    assert blocks.as_text("café".encode()) == "café"
