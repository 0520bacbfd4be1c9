"""Workspaces stand side by side, by name, and no other file is taken for one."""

from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import store
from ui.add import workspaces


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GROUNDWORK_WORKSPACES", str(tmp_path))
    monkeypatch.delenv("GROUNDWORK_OWN", raising=False)
    return tmp_path


def test_only_published_workspaces_are_offered(folder):
    for name in (
        "own_lazio-0123456789ab.duckdb", "own_lazio.building.duckdb", "own_Big.duckdb",
        "own_.duckdb", "own_2025.duckdb", "published.duckdb", "own_groundwork.duckdb",
    ):  # fmt: skip
        (folder / name).touch()
    (folder / "own_lazio.duckdb").symlink_to("own_lazio-0123456789ab.duckdb")
    (folder / "own_gone.duckdb").symlink_to("own_gone-0123456789ab.duckdb")
    assert store.kinds() == ["published", "demonstration", "own", "own.lazio"]
    assert workspaces.own_kinds() == ["own", "own.lazio"]


def test_a_workspace_is_known_by_its_name_and_so_are_its_files(folder):
    (folder / "own_lazio.duckdb").touch()
    dataset = store.current("own.lazio")
    assert dataset is not None
    assert (dataset.name, dataset.prefix, dataset.watermark) == ("Own: lazio", "own_lazio_", "")


def test_one_variable_still_names_the_file_of_the_unnamed_workspace(folder, monkeypatch):
    monkeypatch.setenv("GROUNDWORK_OWN", str(folder / "elsewhere.duckdb"))
    assert store.path_of("own") == folder / "elsewhere.duckdb"


@pytest.mark.parametrize("kind", ["own.", "own.../x", "own.A", "own.a/b", "other", "own.a.b", ""])
def test_no_other_name_leads_to_a_file(folder, kind):
    assert not store.is_kind(kind)
    with pytest.raises(ValueError, match="no dataset"):
        store.path_of(kind)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_name_or_none(text):
    name = workspaces.named(text)
    assert name == "" or (store.is_kind(f"own.{name}") and workspaces.named(name) == name)


def test_what_a_workspace_holds_is_told_with_when_it_came(folder):
    with duckdb.connect(str(folder / "own_lazio.duckdb")) as con:
        con.execute("create table line_count (module text, file text, outcome text, lines int)")
        con.execute(
            "insert into line_count values ('own', 'funding/a/b.csv', 'loaded', 3),"
            " ('own', 'funding/a/b.csv', 'rejected', 1),"
            " ('own', 'funding/a/b.csv', 'left out: blank line', 3),"
            " ('own', 'funding/a/b.csv', 'left out: a total, not a row', 2),"
            " ('nuts', 'x/y.csv', 'loaded', 9)"
        )
    row = workspaces.files_of("own.lazio").iloc[0]
    assert (row["table_name"], row["file"], row["loaded"], row["refused"], row["left_out"]) == (
        "funding", "a/b.csv", 3, 1, 5,
    )  # fmt: skip
    assert row["added"] is None
    assert workspaces.files_of("own.nobody").empty
