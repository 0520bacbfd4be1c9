"""A dataset built as a folder of Parquet: published in one step, and the same as a file."""

import json
from pathlib import Path

import duckdb
import pytest

from etl import build as building
from etl import bundle
from etl.engine import folder
from etl.engine.query import EngineError
from etl.engine.spark import Spark, StagedTwiceError, session
from tests.etl.invented import hosted, world


def build(place: Path, target: str, hosts: int, master: str | None = None) -> Path:
    """The invented world with so many people hosted, built at `target`."""
    bundle.write(place / "bundle", world([hosted("XA111", hosts)]), ())
    building.build(place / "bundle", place / target, lambda step: None, master)
    return place / target


def hosted_in(path: Path) -> list[tuple[object, ...]]:
    with folder.opened(path.resolve()) as con:
        return con.execute(
            "select territory_id, value, lower from figure"
            " where measure_id = 'people_hosted_persons' order by territory_id"
        ).fetchall()


def test_a_folder_has_what_the_file_has(tmp_path: Path) -> None:
    assert hosted_in(build(tmp_path, "x.parquet", 5)) == hosted_in(build(tmp_path, "x.duckdb", 5))


def test_a_new_folder_takes_the_place_of_the_old_one_which_stays_whole(tmp_path: Path) -> None:
    first = build(tmp_path, "x.parquet", 5).resolve()
    rows = hosted_in(first)
    second = build(tmp_path, "x.parquet", 6).resolve()
    assert second != first and hosted_in(first) == rows != hosted_in(second)
    assert (tmp_path / "x.parquet").is_symlink()
    # A build says when it was made, so the same figures a second later are another folder.
    third = build(tmp_path, "x.parquet", 6).resolve()
    kept = {second.name, third.name} if third != second else {first.name, second.name}
    found = sorted(path.name for path in tmp_path.glob("x*") if path.is_dir())
    assert found == sorted({"x.parquet", *kept})
    assert list(tmp_path.glob("*.building*")) == []


def test_the_manifest_names_every_file_with_its_checksum(tmp_path: Path) -> None:
    place = build(tmp_path, "x.parquet", 5).resolve()
    said = json.loads((place / folder.MANIFEST).read_text())
    named = {f["path"]: f["bytes"] for t in said["tables"].values() for f in t["files"]}
    there = {p.relative_to(place).as_posix(): p.stat().st_size for p in place.rglob("*.parquet")}
    assert named == there
    assert said["tables"]["figure"]["columns"]["value"] == "DOUBLE"


def test_a_build_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = hosted_in(build(tmp_path, "x.parquet", 5))

    def full(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(folder, "write_table", full)
    with pytest.raises(OSError, match="no space"):
        build(tmp_path, "x.parquet", 6)
    assert hosted_in(tmp_path / "x.parquet") == before
    assert list(tmp_path.glob("*.building*")) == []


def test_spark_writes_a_folder_and_says_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"must end in \.parquet"):
        build(tmp_path, "x.duckdb", 5, "local[1]")


def test_without_spark_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    with pytest.raises(EngineError, match=r"pip install -r requirements-spark\.txt"), session():
        pass


def test_without_java_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed: requirements-spark.txt")
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(EngineError, match="needs Java 17"), session():
        pass


def test_a_table_that_changes_after_a_mart_read_it_is_noticed(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        con.execute("create table a as select 1 as x")
        engine = Spark(None, tmp_path, staged={"a": 1})
        engine.settled(con)
        con.execute("insert into a values (2)")
        with pytest.raises(StagedTwiceError, match="a changed"):
            engine.settled(con)


def test_rows_keep_their_order_in_groups_that_can_be_passed_over(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        con.execute("create table a as select n // 7 as x from range(300_000) as t(n)")
        assert_in_order(con, [folder.write_table(con, "a", tmp_path)], 300_000)


def assert_in_order(con: duckdb.DuckDBPyConnection, files: list[Path], rows: int) -> None:
    """Files with so many rows whose groups, one after the other, hold greater and greater x."""
    groups = [
        group
        for file in files
        for group in con.execute(
            "select row_group_num_rows, stats_min::bigint, stats_max::bigint"
            " from parquet_metadata(?) order by row_group_id",
            [str(file)],
        ).fetchall()
    ]
    assert sum(group[0] for group in groups) == rows
    assert all(group[0] <= folder.ROWS_TOGETHER for group in groups) and len(groups) > 2
    ends = [end for group in groups for end in group[1:]]
    assert ends == sorted(ends)
