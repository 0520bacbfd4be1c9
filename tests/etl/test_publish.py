"""Publishing: readers have the old file or the new one, whole, and never a mixture."""

import os
from pathlib import Path

import duckdb
import pytest

from etl.publish import KEEP, publish


def built(folder: Path, number: int) -> Path:
    """A finished dataset that holds one number."""
    file = folder / "published.building.duckdb"
    with duckdb.connect(str(file)) as con:
        con.execute(f"create table fact as select {number} as number from range(1000)")
    return file


def numbers(con: duckdb.DuckDBPyConnection) -> list[int]:
    return [row[0] for row in con.execute("select distinct number from fact").fetchall()]


def read(file: Path) -> list[int]:
    with duckdb.connect(str(file.resolve()), read_only=True) as con:
        return numbers(con)


def files(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "published.duckdb"


def test_the_link_leads_to_the_new_file(tmp_path: Path, target: Path) -> None:
    first = publish(built(tmp_path, 1), target)
    assert (target.is_symlink(), target.resolve()) == (True, first.resolve())
    assert read(target) == [1]
    second = publish(built(tmp_path, 2), target)
    assert target.resolve() == second.resolve() != first.resolve()
    assert read(target) == [2]
    assert files(tmp_path) == {target.name, first.name, second.name}


def test_the_link_stands_when_the_folder_is_moved(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    publish(built(tmp_path / "here", 1), tmp_path / "here" / "published.duckdb")
    (tmp_path / "here").rename(tmp_path / "there")
    assert read(tmp_path / "there" / "published.duckdb") == [1]


def test_who_has_the_old_file_open_keeps_reading_it(tmp_path: Path, target: Path) -> None:
    publish(built(tmp_path, 1), target)
    with duckdb.connect(str(target.resolve()), read_only=True) as old:
        for number in range(2, 3 + KEEP):
            publish(built(tmp_path, number), target)
            # A cursor opened after the swap, even after the file's name is gone, sees the same.
            assert numbers(old.cursor()) == [1]
            assert read(target) == [number]


def test_only_the_newest_files_stay(tmp_path: Path, target: Path) -> None:
    made = []
    for number in range(KEEP + 2):
        made.append(publish(built(tmp_path, number), target))
        os.utime(made[-1], (number, number))
    assert files(tmp_path) == {target.name, *(file.name for file in made[-KEEP:])}


def test_the_current_file_stays_even_if_others_look_newer(tmp_path: Path, target: Path) -> None:
    later = [publish(built(tmp_path, number), target) for number in (1, 2)]
    for file in later:
        os.utime(file, (4_000_000_000, 4_000_000_000))
    current = publish(built(tmp_path, 3), target)
    assert current.exists()
    assert read(target) == [3]


def test_other_datasets_are_left_alone(tmp_path: Path, target: Path) -> None:
    for name in ("demonstration-0123456789ab.duckdb", "published.duckdb.lock", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    for number in range(KEEP + 2):
        publish(built(tmp_path, number), target)
    assert files(tmp_path) >= {
        "demonstration-0123456789ab.duckdb",
        "published.duckdb.lock",
        "notes.txt",
    }


def test_publishing_the_same_content_again_changes_nothing(tmp_path: Path, target: Path) -> None:
    first = publish(built(tmp_path, 1), target)
    content = first.read_bytes()
    again = tmp_path / "published.building.duckdb"
    again.write_bytes(content)
    assert publish(again, target) == first
    assert files(tmp_path) == {target.name, first.name}
    assert first.read_bytes() == content


def test_a_link_left_by_a_killed_build_is_no_obstacle(tmp_path: Path, target: Path) -> None:
    (tmp_path / "published.duckdb.link").symlink_to("gone.duckdb")
    publish(built(tmp_path, 1), target)
    assert read(target) == [1]
    assert "published.duckdb.link" not in files(tmp_path)


def test_without_links_the_file_itself_is_replaced(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("links are not to be had")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    for number in (1, 2):
        assert publish(built(tmp_path, number), target) == target
        assert not target.is_symlink()
        assert read(target) == [number]
    assert files(tmp_path) == {target.name}


def test_a_dataset_with_a_longer_name_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "published-scenario2030.duckdb"
    other.write_bytes(b"x")
    os.utime(other, (0, 0))
    for number in range(3):
        (tmp_path / "b.duckdb").write_bytes(bytes([number]))
        publish(tmp_path / "b.duckdb", tmp_path / "published.duckdb")
    assert other.exists()
