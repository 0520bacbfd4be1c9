"""What lies underneath a page fails: it is told, the rest works, and all is well once mended."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT
from ui import connection, faults, shapes, store
from ui.add import inbox
from ui.faults import FULL, MEMORY, Fault
from ui.funds import calendar
from ui.funds.empty import ANY as EMPTY

PAGES = [path.stem for path in sorted((ROOT / "pages").glob("*.py"))]
KIB = 1 << 10


def run(page: str, **address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180)
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page(f"pages/{page}.py")
    return app.run()


def errors(app: AppTest) -> str:
    """What a page says went wrong; no page may fail in any other way."""
    assert not app.exception
    return " ".join(str(each.value) for each in app.error)


def start_of(whole: Path, file: Path, size: int) -> None:
    with whole.open("rb") as handle:
        file.write_bytes(handle.read(size))


def garbled(whole: Path, file: Path) -> None:
    """The right head, and noise after it."""
    start_of(whole, file, 12 * KIB)
    with file.open("ab") as handle:
        handle.write(bytes(range(256)) * 4 * KIB)


def another_version(_whole: Path, file: Path) -> None:
    """A dataset whose tables have other columns."""
    with duckdb.connect(str(file)) as con:
        con.execute("create table source (source_id varchar); create table region (code varchar)")


def another_database(_whole: Path, file: Path) -> None:
    with duckdb.connect(str(file)) as con:
        con.execute("create table unrelated (a integer)")


DAMAGED: dict[str, Callable[[Path, Path], object]] = {
    "empty": lambda _whole, file: file.touch(),
    "text": lambda _whole, file: file.write_text("<html>moved</html>"),
    "zeros": lambda _whole, file: file.write_bytes(bytes(64 * KIB)),
    "cut in its head": lambda whole, file: start_of(whole, file, 4 * KIB),
    "cut after its head": lambda whole, file: start_of(whole, file, 13 * KIB),
    "cut in its tables": lambda whole, file: start_of(whole, file, 8 * KIB * KIB),
    "garbled": garbled,
    "a folder": lambda _whole, file: file.mkdir(),
}
OTHERS = {"other columns": another_version, "other tables": another_database}


@pytest.fixture
def dataset_of(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[Path, Path], object]], Path]:
    """Puts a file where the published dataset is looked for."""

    def put(make: Callable[[Path, Path], object]) -> Path:
        file = tmp_path / "published.duckdb"
        make(published.resolve(), file)
        monkeypatch.setenv("GROUNDWORK_DATA", str(file))
        return file

    return put


@pytest.mark.parametrize("make", DAMAGED.values(), ids=list(DAMAGED))
def test_a_damaged_dataset_is_told_with_the_way_out(make, dataset_of) -> None:
    dataset_of(make)
    app = run("gaps")
    assert "Published cannot be read: its file is missing, cut off or damaged" in errors(app)
    assert "python -m etl build --dataset published" in errors(app)
    # What is around the page still works: the switch, and the way to mend it.
    assert [each.key for each in app.sidebar.radio if each.key == "data"] == ["data"]
    assert app.button(key="rebuild").label == "Build the dataset again"


@pytest.mark.parametrize("make", OTHERS.values(), ids=list(OTHERS))
def test_a_dataset_of_another_version_is_told_as_one(make, dataset_of) -> None:
    dataset_of(make)
    assert "was built by another version of Groundwork" in errors(run("gaps"))


@pytest.mark.parametrize("page", PAGES)
def test_no_page_fails_in_another_way(page: str, dataset_of) -> None:
    dataset_of(another_version)
    app = run(page)
    # Some pages need nothing of the dataset before something is chosen or given.
    assert not app.exception
    assert errors(app) or page in ("add", "data", "corrections", "territory", "glossary")


def test_the_other_dataset_still_shows_and_a_mended_one_is_shown_at_once(
    published: Path, demonstration: Path, dataset_of, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = dataset_of(garbled)
    monkeypatch.setenv("GROUNDWORK_DEMO", str(demonstration))
    app = run("plan")
    assert errors(app)
    app.radio(key="data").set_value("demonstration").run()
    assert errors(app) == "" and app.title
    app.radio(key="data").set_value("published").run()
    assert errors(app)
    file.unlink()
    file.symlink_to(published.resolve())
    assert errors(app.run()) == "" and app.title


def test_a_dataset_that_is_damaged_while_it_is_read(published: Path, dataset_of) -> None:
    """Its pages fail one after the other, then all show again: nothing has to be restarted."""
    file = dataset_of(shutil.copyfile)
    assert errors(run("plan")) == ""
    good = file.stat()
    with file.open("r+b") as handle:
        handle.truncate(300 * KIB)
    assert "cannot be read" in errors(run("gaps"))
    file.unlink()
    file.symlink_to(published.resolve())
    assert good.st_size and errors(run("gaps")) == ""


NEEDS = [
    (MemoryError(), MEMORY),
    (duckdb.OutOfMemoryException("Out of Memory Error"), MEMORY),
    (RuntimeError("can't start new thread"), MEMORY),
    (OSError(errno.ENOSPC, "No space left on device"), FULL),
    (OSError(errno.EDQUOT, "Disk quota exceeded"), FULL),
    (duckdb.IOException("Could not write file: No space left on device"), FULL),
]


@pytest.mark.parametrize(("error", "fault"), NEEDS, ids=lambda each: type(each).__name__)
def test_a_page_that_lacks_memory_or_disk_says_so_and_works_again(
    error: Exception, fault: Fault, served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_args: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("ui.plan.known.facts_of", failing)
        app = run("plan")
        assert fault.what in errors(app) and fault.do in errors(app)
    assert errors(app.run()) == ""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are those of Linux")
def test_a_solve_that_runs_out_of_memory_is_told_and_the_next_one_answers(served: Path) -> None:
    """A process with a real limit of the system: it does not end, and works on with more."""
    command = [sys.executable, "-m", "tests.pages.short_of_memory"]
    # What is free in its heaps already no limit takes away, and the test itself may be what lacks
    # memory: then it says nothing of the page, and another process is asked.
    for _ in range(5):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
        if done.returncode == 0:
            short, enough = json.loads(done.stdout.splitlines()[-1])
            if short["errors"]:
                break
    assert MEMORY.what in short["errors"] and MEMORY.do in short["errors"]
    assert short["title"] and not short["exceptions"]
    assert (enough["errors"], enough["exceptions"]) == ("", 0) and "reach" in enough["said"]


def test_a_question_too_large_for_the_database_is_told() -> None:
    with duckdb.connect(config={"memory_limit": "10MB", "temp_directory": ""}) as con:
        with pytest.raises(duckdb.Error) as caught:
            con.execute("select list(range) from range(10000000)").fetchall()
        # And the connection answers the next one.
        assert con.execute("select 1").fetchone() == (1,)
    assert faults.fault_of(caught.value) is MEMORY


def test_a_fault_of_the_code_is_raised_for_the_log_and_told_without_its_inside() -> None:
    assert faults.fault_of(KeyError("secret")) is None
    app = AppTest.from_function(_unforeseen).run()
    assert "not yours" in errors(app) and "secret" not in errors(app)


def _unforeseen() -> None:
    from ui.faults import unforeseen

    assert unforeseen(KeyError("secret"))


def test_a_dataset_that_is_let_go_is_opened_anew(published: Path, monkeypatch) -> None:
    monkeypatch.setenv("GROUNDWORK_DATA", str(published))
    dataset = store.current(store.PUBLISHED)
    assert dataset is not None
    before = connection.opened(dataset)
    connection.let_go(dataset)
    assert connection.opened(dataset) is not before


def test_what_a_full_disk_cuts_off_is_removed(tmp_path: Path, monkeypatch) -> None:
    def full(*_args: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("ui.shapes.FOLDER", tmp_path / "shapes")
    monkeypatch.setattr(Path, "write_bytes", full)
    monkeypatch.setattr("os.replace", full)
    for write in (lambda: inbox.keep("a.csv", b"a"), lambda: shapes.serve("a", "{}")):
        with pytest.raises(OSError, match="No space"):
            write()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("year", [1970, 2106])
def test_a_clock_that_is_wrong_breaks_nothing(year: int, dataset_of) -> None:
    """The dataset is older than its figures, or was built in times to come: nothing is deduced."""
    file = dataset_of(shutil.copyfile)
    moment = datetime(year, 6, 1, tzinfo=UTC).timestamp()
    os.utime(file, (moment, moment))
    app = run("plan")
    assert errors(app) == ""
    assert any(f"built 1 June {year}" in str(each.value) for each in app.sidebar.caption)
    duties = calendar.table(EMPTY, date(year, 1, 1))
    assert duties["last"].isna().all() if year == 1970 else duties["next"].isna().all()
