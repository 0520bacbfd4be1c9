"""Which dataset is on object storage: seen behind the pages' back, known by its content."""

import hashlib
import json

import duckdb
import pytest

from tests.ui.objects import AtOnce
from ui import elsewhere, faults, folder, store
from ui.elsewhere import ElsewhereError

ADDRESS = "s3://bucket/published.parquet"


class Storage:
    """Object storage with one manifest; a fault instead of an answer where there is one."""

    def __init__(self) -> None:
        self.content, self.fault, self.asked = b"", "", 0

    def publish(self, built: str) -> str:
        """Put another manifest there; the place of its dataset."""
        self.content = json.dumps({"built": built}).encode()
        return f"{ADDRESS}#{hashlib.sha256(self.content).hexdigest()[:12]}"

    def fetched(self, _address: str) -> bytes:
        self.asked += 1
        if self.fault:
            raise ElsewhereError(self.fault)
        return self.content


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(elsewhere, "monotonic", clock)
    return clock


@pytest.fixture
def storage(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Storage:
    storage = Storage()
    monkeypatch.setattr(elsewhere, "_fetched", storage.fetched)
    monkeypatch.setattr(elsewhere, "Thread", AtOnce)
    elsewhere._WATCHED.drop(ADDRESS)
    monkeypatch.setenv("GROUNDWORK_DATA", ADDRESS)
    return storage


def test_a_new_dataset_is_noticed_within_a_minute(storage, clock):
    first = storage.publish("2026-01-01T00:00:00")
    assert elsewhere.newest(ADDRESS) == first
    second = storage.publish("2026-01-02T00:00:00")
    assert elsewhere.newest(ADDRESS) == first
    clock.now += 61
    assert elsewhere.newest(f"{ADDRESS}/") == second
    assert storage.asked == 2
    # Who began with the first keeps to it.
    assert json.loads(elsewhere.manifest(first))["built"] == "2026-01-01T00:00:00"


def test_every_process_calls_a_dataset_the_same(storage):
    place = storage.publish("2026-01-01T10:20:30")
    dataset = store.current(store.PUBLISHED)
    assert dataset.version == place[-12:] == folder.checksum(dataset.path)[:12]
    assert dataset.built.isoformat() == "2026-01-01T10:20:30"


def test_while_storage_does_not_answer_the_last_dataset_stays(storage, clock):
    first = storage.publish("2026-01-01T00:00:00")
    assert elsewhere.newest(ADDRESS) == first
    storage.fault = "no answer"
    for _ in range(5):
        clock.now += 61
        assert elsewhere.newest(ADDRESS) == first
    storage.fault = ""
    second = storage.publish("2026-01-02T00:00:00")
    clock.now += 11
    assert elsewhere.newest(ADDRESS) == second


def test_one_that_never_answered_is_not_asked_by_every_reader(storage, clock):
    storage.fault = "The dataset cannot be read: 403"
    for _ in range(20):
        with pytest.raises(ElsewhereError, match="403"):
            elsewhere.newest(ADDRESS)
    assert storage.asked == 1
    storage.fault = ""
    place = storage.publish("2026-01-01T00:00:00")
    clock.now += 11
    assert elsewhere.newest(ADDRESS) == place


def test_nobody_waits_longer_than_some_seconds_for_the_first_answer(storage, monkeypatch):
    monkeypatch.setattr(elsewhere, "_PATIENCE_SECONDS", 0.01)
    monkeypatch.setattr(elsewhere, "Thread", lambda target, daemon: AtOnce(lambda: None, daemon))
    with pytest.raises(ElsewhereError, match="does not answer"):
        elsewhere.newest(ADDRESS)


@pytest.mark.parametrize(
    "address",
    [
        "https://user:hunter2@example.org/x.parquet",
        "s3://bucket/x.parquet?s3_secret_access_key=hunter2",
        "https://example.org/x.parquet?sig=hunter2",
        "s3://bucket/x.parquet#hunter2",
    ],
)
def test_a_key_in_an_address_is_refused_and_not_repeated(storage, monkeypatch, address):
    monkeypatch.setenv("GROUNDWORK_DATA", address)
    with pytest.raises(ElsewhereError, match="may hold no keys") as told:
        store.current(store.PUBLISHED)
    assert "hunter2" not in str(told.value)
    assert storage.asked == 0


def test_a_manifest_of_long_ago_is_not_taken_for_the_newest():
    with pytest.raises(duckdb.IOException, match="has been replaced"):
        elsewhere.manifest(f"{ADDRESS}#0123456789ab")


def test_without_its_extension_it_is_said_what_to_do(monkeypatch):
    monkeypatch.setenv("HOME", "/nonexistent")
    with pytest.raises(ElsewhereError, match="install httpfs"):
        elsewhere.with_httpfs(duckdb.connect())


def test_of_a_fault_only_what_has_no_key_is_passed_on(storage):
    storage.publish("2026-01-01T00:00:00")
    said = "HTTP GET error on 's3://bucket/x' (HTTP 403)\n\nAccess Key: \"hunter2\""
    with pytest.raises(duckdb.IOException) as told, elsewhere.without_keys():
        raise duckdb.HTTPException(said)
    assert "403" in str(told.value) and "hunter2" not in str(told.value)
    assert faults.fault_of(told.value, store.current(store.PUBLISHED)) is faults.AWAY
