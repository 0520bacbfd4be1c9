"""Bytes that are no table: refused, whatever is broken, and Python lives."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.conftest import ROOT
from tests.ui.reach.ways.broken import GOOD
from ui.reach.ways import unpacked
from ui.reach.ways.columns import RefusedError


def written(folder: Path, **columns: object) -> Path:
    pq.write_table(pa.table(columns), folder / "ways.parquet")
    return folder / "ways.parquet"


def test_no_broken_byte_and_no_cut_ends_python(tmp_path: Path) -> None:
    """A bit of a size or a type in the footer was once enough."""
    command = [sys.executable, "-m", "tests.ui.reach.ways.broken", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    counts = json.loads(done.stdout)
    assert counts["refused"] > 1000, "all that is cut, and most of what is broken"
    assert counts["rows refused"] > 10 and counts["taken"] > 10, "the others are read on"


def test_too_many_rows_are_refused_before_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "MOST_ROWS", 1)
    with pytest.raises(RefusedError, match="2 rows; at most 1 "):
        unpacked.opened(written(tmp_path, **GOOD))


def test_only_the_columns_that_are_read_may_not_be_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A shape beside them of 2 MB is no matter; ids of places of as many are."""
    monkeypatch.setattr(unpacked, "MOST_UNPACKED", 1_000_000)
    shape = [{"shape": "x" * 1_000_000}, {"shape": "y" * 1_000_000}]
    assert unpacked.opened(written(tmp_path, **GOOD, more=shape)).num_rows == 2
    long = ["x" * 1_000_000, "y" * 1_000_000]
    with pytest.raises(RefusedError, match=r"take more than .* GB unpacked"):
        unpacked.opened(written(tmp_path, **{**GOOD, "destination": long}))


def test_what_is_small_in_the_file_is_weighed_as_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One id of 1,000 letters, 10,000 times: a file of some kilobytes, 10 MB of table."""
    monkeypatch.setattr(unpacked, "MOST_UNPACKED", 1_000_000)
    many = {"origin": [1] * 10_000, "destination": ["x" * 1_000] * 10_000, "minutes": [1] * 10_000}
    file = written(tmp_path, **many)
    assert file.stat().st_size < 100_000
    with pytest.raises(RefusedError, match="GB unpacked"):
        unpacked.opened(file)


def test_the_three_columns_come_in_their_order_whole(tmp_path: Path) -> None:
    turned = {name: GOOD[name] for name in reversed(list(GOOD))}
    table = unpacked.opened(written(tmp_path, more=[1, 2], **turned))
    assert table.to_pydict() == {name: pa.array(each).to_pylist() for name, each in GOOD.items()}
