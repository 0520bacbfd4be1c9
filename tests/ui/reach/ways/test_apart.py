"""What the process that reads a table may do instead: end, say nothing, too much, or else."""

import json
import signal
import subprocess
from pathlib import Path

import pandas as pd
import pytest

from ui.language import speaking
from ui.reach.ways import apart
from ui.reach.ways.apart import NotReadError

GOOD = {"problem": "", "parts": {}, "faults": [], "wrong": 0, "rows": 2}
TASK = {"report": "", "rows": ""}


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the report of a child is read that did its work."""
    monkeypatch.setattr(apart.subprocess, "run", lambda *_, **__: None)
    return tmp_path / "report"


def ending(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def run(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(apart.subprocess, "run", run)


@pytest.mark.parametrize(
    "error",
    [
        subprocess.TimeoutExpired("child", 1),
        subprocess.CalledProcessError(-signal.SIGKILL, "child"),
        subprocess.CalledProcessError(-signal.SIGXCPU, "child"),
        OSError("no process"),
    ],
    ids=str,
)
def test_a_child_that_takes_too_much_is_a_refusal(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    ending(monkeypatch, error)
    with pytest.raises(NotReadError, match="too much time or memory"):
        apart._report(TASK)


@pytest.mark.parametrize("code", [-signal.SIGSEGV, -signal.SIGABRT, 1])
def test_a_child_that_falls_over_its_file_is_a_refusal_of_the_file(
    monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    ending(monkeypatch, subprocess.CalledProcessError(code, "child"))
    with pytest.raises(NotReadError, match="no Parquet file that can be read"):
        apart._report(TASK)


@pytest.mark.parametrize(
    "text",
    [
        b"", b"{", b"[]", b"null", b"\xff\xfe", b"9" * 5000, b"[" * 100_000, b"{}",
        json.dumps({**GOOD, "rows": "2"}).encode(),
        json.dumps({**GOOD, "more": 1}).encode(),
        json.dumps(GOOD).encode() + b" " * apart._LARGEST_REPORT + b"x",
    ],
)  # fmt: skip
def test_a_report_that_is_none_is_a_refusal(report: Path, text: bytes) -> None:
    report.write_bytes(text)
    with pytest.raises(NotReadError, match="no Parquet file that can be read"):
        apart._report({"report": str(report)})


def test_a_report_that_is_not_there_is_a_refusal(report: Path) -> None:
    with pytest.raises(NotReadError, match="no Parquet file that can be read"):
        apart._report({"report": str(report)})


def test_a_whole_report_is_taken(report: Path) -> None:
    report.write_text(json.dumps(GOOD), encoding="utf-8")
    assert apart._report({"report": str(report)}) == GOOD


def test_rows_are_as_many_as_reported_and_of_the_three_columns(tmp_path: Path) -> None:
    file = tmp_path / "rows"
    whole = pd.DataFrame({"origin": [1, 2], "destination": ["a", "b"], "minutes": [1.0, 2.0]})
    whole.to_parquet(file)
    pd.testing.assert_frame_equal(apart._rows(file, 2), whole)
    for bad in (whole[:1], whole.rename(columns={"minutes": "hours"})):
        bad.to_parquet(file)
        with pytest.raises(NotReadError):
            apart._rows(file, 2)
    file.write_bytes(file.read_bytes()[:50])
    with pytest.raises(NotReadError):
        apart._rows(file, 2)


def test_numbers_are_written_as_the_reader_writes_them() -> None:
    report = {**GOOD, "rows": 1_234_567, "wrong": 1_234, "faults": [
        [12_345, "minutes", "-1", "is no number of minutes from 0 to 10000"]]}  # fmt: skip
    assert "1\u202f234 of 1\u202f234\u202f567 rows" in apart._faults(report)
    assert "Row 12\u202f345, column" in apart._faults(report)
    with speaking("de"):
        assert "1.234.567" in apart._faults(report)
    assert apart._written({"rows": 5_000_001, "kind": "int"}) == {
        "rows": "5\u202f000\u202f001", "kind": "int",
    }  # fmt: skip
