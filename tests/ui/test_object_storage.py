"""A dataset really read from object storage on this machine, where DuckDB's httpfs is there."""

import logging
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from starlette.applications import Starlette
from streamlit.testing.v1 import AppTest

from etl import build as building
from etl import bundle
from etl.engine.folder import MANIFEST
from tests.conftest import ROOT
from tests.etl.invented import hosted, world
from tests.ui.api.conftest import asked
from tests.ui.objects import AtOnce, Objects, serving
from ui import connection, elsewhere, faults
from ui.elsewhere import ElsewhereError
from ui.server import ready
from ui.store import Dataset, ask, current

KEY, SECRET = "AKIAHUNTER", "hunter2hunter2"


@pytest.fixture(scope="module")
def httpfs() -> str:
    """The file of the extension; skipped where it was not installed."""
    with duckdb.connect() as con:
        try:
            con.execute("set autoinstall_known_extensions = false")
            con.execute("load httpfs")
        except duckdb.Error:
            pytest.skip("DuckDB's extension httpfs is not installed")
        found = con.execute(
            "select install_path from duckdb_extensions() where extension_name = 'httpfs'"
        ).fetchone()
        return str(found[0])


@pytest.fixture(scope="module")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two states of a dataset, with other figures."""
    built = []
    for persons in (5, 6):
        place = tmp_path_factory.mktemp("dataset")
        bundle.write(place / "bundle", world([hosted("XA111", persons)]), ())
        building.build(place / "bundle", place / "x.parquet", lambda step: None)
        built.append((place / "x.parquet").resolve())
    return built[0], built[1]


def publish(objects: Objects, dataset: Path) -> None:
    """As a deployment does it: files first, the manifest last, nothing removed."""
    for file in dataset.rglob("*"):
        if file.is_file() and file.name != MANIFEST:
            target = objects.folder / "bucket/x.parquet" / file.relative_to(dataset)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    shutil.copyfile(dataset / MANIFEST, objects.folder / "bucket/x.parquet" / MANIFEST)


@pytest.fixture
def objects(
    httpfs: str, datasets: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Objects]:
    """A bucket with the first state, and its keys as a secret of DuckDB's."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    with serving(tmp_path / "storage") as storage:
        publish(storage, datasets[0])
        with duckdb.connect() as con:
            con.execute(f"install '{httpfs}'")
            con.execute(
                "create persistent secret (type s3, url_style 'path', use_ssl false,"
                f" key_id '{KEY}', secret '{SECRET}', endpoint '127.0.0.1:{storage.port}')"
            )
        monkeypatch.setattr(elsewhere, "Thread", AtOnce)
        monkeypatch.setattr(elsewhere, "_SETTINGS", ("http_timeout = 1", "http_retries = 0"))
        monkeypatch.setattr(elsewhere, "_FRESH_SECONDS", 0.0)
        elsewhere._WATCHED.drop("s3://bucket/x.parquet")
        monkeypatch.setenv("GROUNDWORK_DATA", "s3://bucket/x.parquet")
        yield storage


def persons(dataset: Dataset) -> list[float]:
    rows = ask(
        dataset, "figure", measure_id="people_hosted_persons", group_id="all", period="2022-06-30"
    )
    return sorted(set(rows["value"].dropna()))


def test_figures_are_those_of_the_folder_and_are_asked_for_once(objects, datasets, monkeypatch):
    there = current()
    assert all(KEY in each for each in objects.signed)
    far = {question: ask(there, question) for question in ("source", "region", "measures")}
    monkeypatch.setenv("GROUNDWORK_DATA", str(datasets[0]))
    for question, rows in far.items():
        pd.testing.assert_frame_equal(rows, ask(current(), question))
    objects.asked.clear()
    with connection.reading(there) as cursor:
        cursor.execute("from source").fetchall()
    assert objects.asked == []


def test_a_page_reads_one_dataset_to_its_end_and_the_next_reads_the_new_one(objects, datasets):
    first = current()
    with connection.holding(first):
        publish(objects, datasets[1])
        assert current() != first
        assert persons(first) == [5.0]
    assert persons(current()) == [6.0]


@pytest.mark.parametrize("fault", ["403", "404", "500", "cut"])
def test_a_file_that_cannot_be_read_is_told_without_keys_and_mends_itself(objects, fault):
    dataset = current()
    connection.let_go(dataset)
    objects.faults["/figure/"] = fault
    with pytest.raises(duckdb.IOException) as told:
        persons(dataset)
    assert faults.fault_of(told.value, dataset) is faults.AWAY
    assert KEY not in str(told.value) and SECRET not in str(told.value)
    objects.faults.clear()
    assert persons(dataset) == [5.0]


@pytest.mark.parametrize("fault", ["403", "404", "500", "cut"])
def test_a_manifest_that_cannot_be_read_is_told_without_keys(objects, fault):
    objects.faults[MANIFEST] = fault
    with pytest.raises(
        ElsewhereError, match=r"The dataset at s3://bucket/x\.parquet cannot"
    ) as told:
        current()
    assert KEY not in str(told.value) and SECRET not in str(told.value)


def test_storage_that_fails_later_leaves_the_last_dataset(objects):
    first = current()
    objects.faults[""] = "500"
    assert current() == first


def test_pages_and_routes_say_what_is_wrong_and_no_key_is_in_the_log(objects, caplog):
    with caplog.at_level(logging.DEBUG):
        shown = AppTest.from_file(str(ROOT / "app.py"), default_timeout=180)
        shown.switch_page("pages/sources.py").run()
        assert shown.title and not shown.error
        objects.faults["x.parquet/"] = "403"
        connection.let_go(current())
        shown.run()
        (told,) = shown.error
        assert faults.AWAY.what in told.value and "rebuild" not in {b.key for b in shown.button}
        answer = asked(Starlette(routes=ready.routes()), "/readyz")
        assert answer.status_code == 503
    assert KEY not in caplog.text + answer.text and SECRET not in caplog.text + answer.text


def test_keys_cannot_be_asked_for(objects):
    with connection.reading(current()) as cursor:
        said = str(cursor.execute("from duckdb_secrets()").fetchall())
        assert SECRET not in said
        with pytest.raises(duckdb.Error):
            cursor.execute("set allow_unredacted_secrets = true")
        with pytest.raises(duckdb.Error):
            cursor.execute("from duckdb_secrets(redact = false)")
        with pytest.raises(duckdb.Error):
            cursor.execute("from read_text('s3://bucket/other.parquet')")
