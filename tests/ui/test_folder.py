"""A folder of Parquet is read like the file it was written from."""

import json
import os
import shutil
from pathlib import Path

import duckdb
import pytest

from etl.engine import folder as written
from ui import folder, store
from ui.connection import reading
from ui.out.citation import dataset_hash
from ui.out.tables import TABLES
from ui.store import Dataset, ask, current


@pytest.fixture(scope="module")
def whole(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published dataset as a folder."""
    place = tmp_path_factory.mktemp("folder") / "published.parquet"
    with duckdb.connect(str(published.resolve()), read_only=True) as con:
        written.finish(con, place, {})
    return place


@pytest.fixture
def both(whole: Path, published: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Dataset, Dataset]:
    """The same dataset as a folder and as a file."""
    found = []
    for place in (whole, published):
        monkeypatch.setenv("GROUNDWORK_DATA", str(place))
        found.append(current())
    assert found[0] is not None and found[1] is not None
    return found[0], found[1]


def test_every_table_has_the_rows_and_types_of_the_file(both):
    with reading(both[0]) as ours, reading(both[1]) as theirs:
        names = [
            row[0] for row in theirs.execute("select table_name from duckdb_tables()").fetchall()
        ]
        assert len(names) > 40
        for name in names:
            assert _sum(ours, name) == _sum(theirs, name)


def _sum(con, name):
    """Names and types of a table's columns, its rows, and a sum over them in any order."""
    columns = con.execute(f"describe {name}").fetchall()
    (rows,) = con.execute(f"select (count(*), bit_xor(hash(t))) from {name} as t").fetchall()
    return [row[:2] for row in columns], rows


@pytest.mark.parametrize("question", ["dictionary", "column_words"])
def test_the_data_dictionary_is_that_of_the_file(both, question):
    ours, theirs = (ask(dataset, question) for dataset in both)
    assert ours.to_dict("list") == theirs.to_dict("list")
    assert len(ours) > 100
    # In whatever order the tables were made.
    assert list(ours.iloc[:, 0]) == sorted(ours.iloc[:, 0])


@pytest.mark.parametrize("question", ["columns", "column_codes"])
@pytest.mark.parametrize("table", ["observation", "figure", "facility", "need"])
def test_the_columns_of_a_table_are_those_of_the_file(both, question, table):
    ours, theirs = (ask(dataset, question, table_name=table) for dataset in both)
    assert ours.to_dict("list") == theirs.to_dict("list")


def test_every_question_of_the_pages_can_be_asked_of_a_folder(both):
    """None needs what only a table of DuckDB's own has, such as the number of a row."""
    with reading(both[0]) as con:
        for path in sorted(store.SQL.glob("*.sql")):
            text = path.read_text("utf-8")
            (asked,) = con.extract_statements(text)
            con.execute(f"explain {text}", dict.fromkeys(asked.named_parameters, "0"))


def test_what_is_taken_away_is_the_same(both):
    """Only when it was written, and which dataset it is, is another."""
    ours, theirs = (TABLES["organisation"].take(dataset, {}) for dataset in both)
    assert ours.schema == theirs.schema
    one, other = (next(iter(each.batches())) for each in (ours, theirs))
    own = {"citation", "dataset_built"}
    names = [name for name in one.schema.names if name not in own]
    assert one.select(names) == other.select(names)


def test_it_is_told_by_its_content_and_by_when_it_was_written(whole, both, tmp_path):
    assert dataset_hash(both[0]) == folder.checksum(str(whole))
    copy = tmp_path / "copy.parquet"
    shutil.copytree(whole, copy)
    os.utime(copy / folder.MANIFEST, (1, 1))
    assert folder.checksum(str(copy)) == folder.checksum(str(whole))
    assert folder.built(str(copy)) == both[0].built
    assert both[0].built.timestamp() == pytest.approx(
        (whole / folder.MANIFEST).stat().st_mtime, abs=2
    )


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_text('/etc/hosts')",
        "select * from read_csv('{beside}')",
        "copy (select 1) to '{beside}'",
        "attach '{beside}'",
        "set allowed_directories = ['/']",
        "reset enable_external_access",
    ],
)
def test_no_other_file_can_be_read_or_written(both, tmp_path, statement):
    beside = tmp_path / "beside.csv"
    beside.write_text("a\n1\n")
    with reading(both[0]) as con, pytest.raises(duckdb.Error):
        con.execute(statement.format(beside=beside))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: said.update(format=2),
        lambda said: said.pop("tables"),
        lambda said: said["tables"]["region"]["files"][0].update(path="../secret.parquet"),
        lambda said: said["tables"]["region"]["files"][0].update(path="/etc/hosts"),
        lambda said: said["tables"]["region"]["columns"].update(level="INT) from x; --"),
        lambda said: said["tables"]["region"]["files"][0].update(path="region/gone.parquet"),
    ],
)
def test_a_manifest_that_was_spoilt_is_refused(whole, tmp_path, monkeypatch, spoil):
    copy = tmp_path / "spoilt.parquet"
    shutil.copytree(whole, copy)
    said = json.loads((copy / folder.MANIFEST).read_text())
    spoil(said)
    (copy / folder.MANIFEST).write_text(json.dumps(said))
    monkeypatch.setenv("GROUNDWORK_DATA", str(copy))
    with pytest.raises((duckdb.IOException, duckdb.CatalogException)):
        ask(current(), "source")


def test_a_folder_that_is_no_dataset_is_told_as_one_that_cannot_be_read(tmp_path, monkeypatch):
    monkeypatch.setenv("GROUNDWORK_DATA", str(tmp_path))
    with pytest.raises(duckdb.IOException, match="no dataset"):
        ask(current(), "source")
