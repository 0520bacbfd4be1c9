"""The list of formats, and what holds for every one of them."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.out.formats.rows import ROWS, taken
from ui.out.formats import FORMATS

EACH = pytest.mark.parametrize("form", list(FORMATS))


def test_the_formats_are_those_that_addresses_name():
    assert list(FORMATS) == [
        "csv", "csv-semicolon", "xlsx", "parquet", "geojson", "gpkg", "json-stat",
    ]  # fmt: skip
    assert len({each.label for each in FORMATS.values()}) == len(FORMATS)
    assert {each.suffix for each in FORMATS.values()} == {
        "csv", "xlsx", "parquet", "geojson", "gpkg", "json",
    }  # fmt: skip


@EACH
def test_a_file_comes_in_pieces_the_same_each_time(form):
    first, second = (list(FORMATS[form].stream(taken())) for _ in range(2))
    assert b"".join(first) == b"".join(second)
    assert all(isinstance(piece, bytes) for piece in first)


@EACH
def test_a_file_that_is_left_unread_leaves_nothing_behind(form, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    pieces = FORMATS[form].stream(taken())
    next(pieces)
    pieces.close()
    assert list(tmp_path.iterdir()) == []


@EACH
def test_no_format_refuses_a_view(form):
    assert FORMATS[form].refuses(taken()) == ""


@pytest.mark.parametrize("form", ["csv", "csv-semicolon", "geojson"])
def test_the_rows_are_read_as_the_file_is(form):
    read = []
    source = taken(ROWS, size=1)

    def batches():
        for number, batch in enumerate(source.batches()):
            read.append(number)
            yield batch

    pieces = FORMATS[form].stream(replace(source, batches=batches))
    next(pieces)
    assert len(read) < ROWS.num_rows
    assert b"".join(pieces)


def test_the_slow_libraries_are_not_loaded_with_the_list():
    code = "import sys, ui.out.formats; sys.exit('geopandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[4], check=False)
    assert done.returncode == 0
