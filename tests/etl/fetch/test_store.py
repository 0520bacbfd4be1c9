"""The lock file is the only truth, and it is replaced in one step."""

import hashlib
import json
from pathlib import Path

import pytest

from etl.fetch.store import LOCK, LockError, Snapshot, Store, Stored


def stored(data: bytes, retrieved_at: str = "2026-10-05T12:00:00+00:00") -> Stored:
    sha256 = hashlib.sha256(data).hexdigest()
    url = "https://agency.example/a.csv"
    return Stored(url, sha256, len(data), '"v1"', None, retrieved_at, "2026-09-30")


def keep(store: Store, source_id: str, file: str, data: bytes) -> Snapshot:
    store.folder.mkdir(parents=True, exist_ok=True)
    path = store.folder / "arrived"
    path.write_bytes(data)
    snapshot = Snapshot({file: stored(data)}, 3, "2026-10-05T12:00:00+00:00")
    store.keep(source_id, snapshot, {file: path})
    return snapshot


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "fetched")


def test_nothing_fetched_is_no_snapshot(store: Store) -> None:
    assert store.snapshots() == {}


def test_what_is_kept_is_there_after_reading_the_lock_file_again(store: Store) -> None:
    kept = keep(store, "one", "a/x.csv", b"first")
    again = Store(store.folder)
    assert again.snapshots() == {"one": kept}
    assert again.path("a/x.csv", kept.files["a/x.csv"]).read_bytes() == b"first"
    assert again.intact("a/x.csv", kept.files["a/x.csv"])


def test_the_lock_file_says_all_of_a_file(store: Store) -> None:
    keep(store, "one", "a/x.csv", b"first")
    entry = json.loads((store.folder / LOCK).read_text())["sources"]["one"]["files"]["a/x.csv"]
    assert entry == {
        "url": "https://agency.example/a.csv",
        "sha256": hashlib.sha256(b"first").hexdigest(),
        "bytes": 5,
        "etag": '"v1"',
        "last_modified": None,
        "retrieved_at": "2026-10-05T12:00:00+00:00",
        "published": "2026-09-30",
    }


def test_one_source_leaves_the_others(store: Store) -> None:
    first = keep(store, "one", "a/x.csv", b"first")
    keep(store, "two", "a/x.csv", b"second")
    assert store.snapshots()["one"] == first
    assert store.intact("a/x.csv", first.files["a/x.csv"])


def test_older_files_stay_until_they_are_cleared(store: Store) -> None:
    """A build that began before may still be reading them."""
    first = keep(store, "one", "a/x.csv", b"first")
    second = keep(store, "one", "a/x.csv", b"second")
    assert store.intact("a/x.csv", first.files["a/x.csv"])
    (store.folder / "partial-killed").mkdir()
    store.clear()
    assert not store.path("a/x.csv", first.files["a/x.csv"]).exists()
    assert store.intact("a/x.csv", second.files["a/x.csv"])
    assert not (store.folder / "partial-killed").exists()


def test_a_file_that_was_changed_or_lost_is_not_intact(store: Store) -> None:
    kept = keep(store, "one", "a/x.csv", b"first").files["a/x.csv"]
    store.path("a/x.csv", kept).write_bytes(b"other")
    assert not store.intact("a/x.csv", kept)
    store.path("a/x.csv", kept).unlink()
    assert not store.intact("a/x.csv", kept)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"sources": []}',
        '{"sources": {"one": {"files": {}, "lines": 1, "checked_at": ""}}}',
        '{"sources": {"one": {"files": {"a": {"url": "x"}}, "lines": 1, "checked_at": ""}}}',
    ],
)
def test_a_damaged_lock_file_is_said_with_the_way_out(store: Store, text: str) -> None:
    store.folder.mkdir()
    (store.folder / LOCK).write_text(text)
    with pytest.raises(LockError, match=r"cannot be read .*; delete .* to start anew"):
        store.snapshots()


def test_a_checksum_in_the_lock_file_leads_nowhere_else(store: Store) -> None:
    keep(store, "one", "a/x.csv", b"first")
    lock = store.folder / LOCK
    content = json.loads(lock.read_text())
    content["sources"]["one"]["files"]["a/x.csv"]["sha256"] = "../../etc/passwd"
    lock.write_text(json.dumps(content))
    with pytest.raises(LockError, match="checksum"):
        store.snapshots()


def test_files_are_laid_out_where_readers_look(store: Store, tmp_path: Path) -> None:
    kept = keep(store, "one", "a/x.csv", b"first").files["a/x.csv"]
    view = tmp_path / "view"
    store.lay_out([("a/x.csv", store.path("a/x.csv", kept))], view)
    assert (view / "a/x.csv").read_bytes() == b"first"


def test_a_snapshot_is_as_young_as_its_youngest_file() -> None:
    files = {
        "a": stored(b"a", "2026-09-01T23:00:00+00:00"),
        "b": stored(b"b", "2026-10-02T01:00:00+00:00"),
    }
    assert Snapshot(files, 1, "").retrieved_on().isoformat() == "2026-10-02"
