"""The store's connection reads one file and nothing else, and notices a new dataset."""

import os
from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from ui import connection, store
from ui.store import Dataset, ask, current

MakeFile = Callable[[str, str], Path]


def dataset_at(path: Path, title: str) -> Path:
    """A dataset of one source."""
    with duckdb.connect(str(path)) as con:
        con.execute("create table source (source_id varchar, title varchar, day date)")
        con.execute("insert into source values ('a', ?, null)", [title])
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return dataset_at(tmp_path / "one.duckdb", "first")


@pytest.fixture
def con(file: Path) -> duckdb.DuckDBPyConnection:
    opened = Dataset("x", str(file), pd.Timestamp(0).to_pydatetime())
    cursor = connection.opened(opened).connection.cursor()
    cursor.execute("use dataset")
    return cursor


def refused(con: duckdb.DuckDBPyConnection, statement: str) -> str:
    with pytest.raises(duckdb.Error) as caught:
        con.execute(statement).fetchall()
    return str(caught.value).lower()


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('{folder}/secret.csv')",
        "select * from '{folder}/secret.csv'",
        "select * from read_text('{folder}/secret.csv')",
        "select * from read_blob('{folder}/secret.csv')",
        "select * from read_json('{folder}/secret.csv')",
        "select * from read_parquet('{folder}/secret.parquet')",
        "select * from glob('{folder}/*')",
        "attach '{folder}/other.duckdb' as other",
        "attach '{folder}/new.duckdb' as other",
        "copy source to '{folder}/out.csv'",
        "export database '{folder}/out'",
        "install httpfs",
        "load '{folder}/evil.duckdb_extension'",
    ],
)
def test_no_other_file_is_read_or_written(con, tmp_path, statement):
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    pd.DataFrame({"a": [1]}).to_parquet(tmp_path / "secret.parquet")
    dataset_at(tmp_path / "other.duckdb", "other")
    before = sorted(tmp_path.iterdir())
    said = refused(con, statement.format(folder=tmp_path))
    assert "disabled" in said or "permission" in said
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "statement",
    [
        "insert into source values ('b', 'x', null)",
        "update source set title = 'x'",
        "delete from source",
        "drop table source",
        "create table mine (a integer)",
        "alter table source add column x integer",
    ],
)
def test_nothing_is_written(con, statement):
    assert "read-only" in refused(con, statement)
    assert con.execute("select title from source").fetchall() == [("first",)]


@pytest.mark.parametrize(
    "statement",
    [
        "set enable_external_access = true",
        "set memory_limit = '64GB'",
        "set threads = 64",
        "set lock_configuration = false",
        "set python_enable_replacements = true",
        "reset memory_limit",
    ],
)
def test_settings_are_locked(con, statement):
    assert refused(con, statement)


def test_a_table_that_is_missing_is_not_a_variable_of_ours(con):
    secret_frame = pd.DataFrame({"password": ["hunter2"]})
    assert "does not exist" in refused(con, "select * from secret_frame")
    assert len(secret_frame) == 1


@pytest.fixture
def named(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """GROUNDWORK_DATA names a link to the dataset, as a build leaves it."""
    link = file.with_name("published.duckdb")
    link.symlink_to(file.name)
    monkeypatch.setenv("GROUNDWORK_DATA", str(link))
    return link


def title(dataset: Dataset | None) -> str:
    assert dataset is not None
    return str(ask(dataset, "source")["title"].item())


def test_the_dataset_is_the_file_behind_the_link(named, file):
    dataset = current()
    assert dataset is not None
    assert Path(dataset.path) == file.resolve()
    assert dataset.built.timestamp() == pytest.approx(file.stat().st_mtime)


def test_no_dataset_yet_is_none(tmp_path, monkeypatch):
    monkeypatch.setenv("GROUNDWORK_DATA", str(tmp_path / "none.duckdb"))
    assert current() is None
    (tmp_path / "none.duckdb").symlink_to("gone.duckdb")
    assert current() is None


def test_without_a_name_it_is_the_published_one(monkeypatch):
    monkeypatch.delenv("GROUNDWORK_DATA", raising=False)
    assert store.path_of(store.PUBLISHED) == store.ROOT / "data" / "published.duckdb"


def test_a_newly_published_dataset_is_read_and_the_old_one_still_is(named, tmp_path):
    before = current()
    assert title(before) == "first"
    new = dataset_at(tmp_path / "two.duckdb", "second")
    beside = tmp_path / "link"
    beside.symlink_to(new.name)
    os.replace(beside, named)
    after = current()
    assert after != before
    assert title(after) == "second"
    assert title(before) == "first"


def test_a_dataset_replaced_where_links_are_not_to_be_had_is_read_too(file, tmp_path, monkeypatch):
    """`publish` then replaces the file itself; an open connection would show the old one."""
    monkeypatch.setenv("GROUNDWORK_DATA", str(file))
    before = current()
    assert title(before) == "first"
    new = dataset_at(tmp_path / "two.duckdb", "second")
    later = file.stat().st_mtime + 60
    os.utime(new, (later, later))
    os.replace(new, file)
    after = current()
    assert after != before
    assert title(after) == "second"


def test_values_are_values_and_never_part_of_the_question(file):
    with duckdb.connect(str(file.with_name("figures.duckdb"))) as con:
        con.execute("create table map_shape (territory_id varchar, geojson varchar, level integer)")
        con.execute("insert into map_shape values ('AT', '{}', 0)")
    dataset = Dataset("x", str(file.with_name("figures.duckdb")), pd.Timestamp(0).to_pydatetime())
    assert len(ask(dataset, "map_shape", level=0)) == 1
    with pytest.raises(duckdb.ConversionException):
        ask(dataset, "map_shape", level="0 or true")


def test_what_a_caller_does_to_an_answer_stays_with_the_caller(named):
    dataset = current()
    assert dataset is not None
    answer = ask(dataset, "source")
    answer["title"] = "spoilt"
    assert title(dataset) == "first"
