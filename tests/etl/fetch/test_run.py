"""A source is fetched whole or stays as it was, and the outcome says which and why."""

import re
import socket
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from etl.fetch import http as client
from etl.fetch.attempt import RETRIEVE, Run
from etl.fetch.http import Http
from etl.fetch.run import Outcome, chosen, fetch
from etl.fetch.store import LOCK
from etl.reading import Download, Reading, Source, records
from tests.etl.fetch.conftest import Answer, FakeClock, Publisher

TODAY = date(2026, 10, 5)
LINES = ("code,persons", "AT,1", "BE,2", "CY,3", "DK,4")
Csv = Callable[..., Answer]


def read_table(source_id: str, *files: str) -> Callable[[Path], Reading]:
    """A reader of tables with a code and a number of persons; `x` is refused."""

    def read(folder: Path) -> Reading:
        reading = Reading(source_id)
        for file in files:
            if not (folder / file).exists():
                continue
            for line, record in records(folder / file, ("code", "persons")):
                if record["persons"].isdigit():
                    reading.loaded(file)
                else:
                    reading.reject(file, line, "persons", "is not a number", record.raw)
        return reading

    return read


def source(source_id: str, *names: str, **more: Any) -> Source:
    """A source of one file or more, each at an address of its own."""
    files = tuple(f"agency/{name}.csv" for name in names or (source_id,))
    return Source(
        source_id=source_id,
        title=source_id,
        publisher="Agency",
        url="https://agency.example",
        licence="CC0",
        attribution="© Agency",
        vintage="2020",
        caveats="invented",
        files=files,
        read=more.pop("read", read_table(source_id, *files)),
        downloads=tuple(
            Download(file, f"https://agency.example/{Path(file).name}") for file in files
        ),
        **more,
    )


def fetched(run: Run, *sources: Source) -> dict[str, Outcome]:
    return {outcome.source_id: outcome for outcome in fetch(sources, run, lambda name: None)}


def bytes_of(run: Run, source_id: str) -> dict[str, bytes]:
    """What is in use of a source."""
    snapshot = run.store.snapshots()[source_id]
    return {f: run.store.path(f, stored).read_bytes() for f, stored in snapshot.files.items()}


@pytest.fixture
def kept(run: Run, publisher: Publisher, csv: Csv, clock: FakeClock) -> Source:
    """A source with a good snapshot of today; it is then the day after tomorrow."""
    publisher.tell("/persons.csv", csv(*LINES, ETag='"v1"'))
    persons = source("persons")
    assert fetched(run, persons)["persons"].state == "new"
    clock.time += timedelta(days=2)
    return persons


def test_a_new_snapshot_is_taken_up_and_told(run: Run, publisher: Publisher, csv: Csv) -> None:
    modified = "Sun, 04 Oct 2026 08:00:00 GMT"
    publisher.tell("/persons.csv", csv(*LINES, ETag='"v1"', Last_Modified=modified))
    outcome = fetched(run, source("persons"))["persons"]
    assert outcome == Outcome("persons", "new", "1 of 1 files new, 0.0 MB, 4 lines", TODAY)
    snapshot = run.store.snapshots()["persons"]
    stored = snapshot.files["agency/persons.csv"]
    assert snapshot.lines == 4
    assert (stored.url, stored.etag, stored.last_modified, stored.retrieved_at) == (
        "https://agency.example/persons.csv", '"v1"', modified, "2026-10-05T12:00:00+00:00",
    )  # fmt: skip
    assert bytes_of(run, "persons")["agency/persons.csv"].decode().splitlines() == list(LINES)


def test_unchanged_is_asked_with_a_condition_and_keeps_its_day(
    run: Run, publisher: Publisher, kept: Source
) -> None:
    publisher.tell("/persons.csv", Answer(status=304))
    outcome = fetched(run, kept)["persons"]
    assert (outcome.state, outcome.kept) == ("unchanged", TODAY)
    assert publisher.asked[-1].headers["If-None-Match"] == '"v1"'
    assert run.store.snapshots()["persons"].checked_at.startswith("2026-10-07")


def test_the_same_bytes_again_are_unchanged(
    run: Run, publisher: Publisher, kept: Source, csv: Csv
) -> None:
    publisher.tell("/persons.csv", csv(*LINES, ETag='"v2"'))
    outcome = fetched(run, kept)["persons"]
    assert (outcome.state, outcome.kept) == ("unchanged", TODAY)
    assert run.store.snapshots()["persons"].files["agency/persons.csv"].etag == '"v2"'


def test_a_stored_file_that_was_changed_is_fetched_again(
    run: Run, publisher: Publisher, kept: Source, csv: Csv
) -> None:
    stored = run.store.snapshots()["persons"].files["agency/persons.csv"]
    run.store.path("agency/persons.csv", stored).write_text("spoilt")
    publisher.tell("/persons.csv", csv(*LINES))
    fetched(run, kept)
    assert "If-None-Match" not in publisher.asked[-1].headers
    assert run.store.intact("agency/persons.csv", stored)


HTML = Answer("<!doctype html><title>Service unavailable</title>", headers={"ETag": "x"})
FAILURES = {
    "503 for ever": (Answer(status=503), r"answers 503 Service Unavailable \(asked 4 times\)"),
    "404": (Answer("gone", 404), "answers 404 Not Found: gone"),
    "429 for an hour": (
        Answer(status=429, headers={"Retry-After": "3600"}), "asks for 3600 s of rest",
    ),
    "truncated": (Answer("\n".join(LINES), cut=20), "broke off"),
    "truncated, no length": (Answer("\n".join(LINES), cut=20, chunked=True), "broke off"),
    "a page with 200": (HTML, "a web page came in place of the file: Service unavailable"),
    "wrong type": (
        Answer("%PDF", headers={"Content-Type": "application/pdf"}), "of type application/pdf",
    ),
    "an error as JSON": (Answer('{"error": "no such table"}'), "no such table"),
    "nothing": (Answer(), "the answer is empty"),
    "a header and no line": (Answer("code,persons\n"), "no line of it can be loaded"),
    "lines that say nothing": (
        Answer("code,persons\nAT,x\nBE,x\n"), "no line of it can be loaded: is not a number",
    ),
    "a changed column": (
        Answer("code,people\nAT,1\n"),
        "not laid out as expected: persons.csv: column persons is missing; found code, people",
    ),
    "a line of other fields": (Answer("code,persons\nAT,1,7\n"), "line 2: not 2 fields"),
    "far fewer lines": (Answer("code,persons\nAT,1\n"), "it gives 1 lines where .* gave 4"),
}  # fmt: skip


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_keeps_the_snapshot_and_says_why(
    run: Run, publisher: Publisher, kept: Source, failure: str
) -> None:
    before = bytes_of(run, "persons")
    answer, says = FAILURES[failure]
    publisher.tell("/persons.csv", answer)
    outcome = fetched(run, kept)["persons"]
    assert (outcome.state, outcome.kept) == ("failed", TODAY)
    assert re.search(says, outcome.detail)
    assert bytes_of(run, "persons") == before
    assert list(run.store.folder.glob("partial-*")) == []


@pytest.mark.parametrize("failure", sorted(FAILURES.keys() - {"far fewer lines"}))
def test_a_failure_without_a_snapshot_leaves_none(
    run: Run, publisher: Publisher, failure: str
) -> None:
    publisher.tell("/persons.csv", FAILURES[failure][0])
    outcome = fetched(run, source("persons"))["persons"]
    assert (outcome.state, outcome.kept) == ("failed", None)
    assert run.store.snapshots() == {}


def test_a_failure_does_not_keep_the_next_source_from_its_snapshot(
    run: Run, publisher: Publisher, kept: Source, csv: Csv
) -> None:
    publisher.tell("/persons.csv", HTML)
    publisher.tell("/places.csv", csv(*LINES))
    outcomes = fetched(run, kept, source("places"))
    assert outcomes["persons"].state == "failed"
    assert (outcomes["places"].state, outcomes["places"].kept) == ("new", date(2026, 10, 7))


def test_what_nobody_thought_of_does_not_either(
    run: Run, publisher: Publisher, kept: Source, csv: Csv, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*args: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setitem(RETRIEVE, "unhcr", stumble)
    deep = Download("agency/persons.csv", "https://agency.example/persons.csv", "unhcr")
    publisher.tell("/places.csv", csv(*LINES))
    odd = Source(**{**kept.__dict__, "downloads": (deep,)})
    outcomes = fetched(run, odd, source("places"))
    assert outcomes["persons"].detail == "RecursionError: too deep"
    assert (outcomes["persons"].state, outcomes["persons"].kept) == ("failed", TODAY)
    assert outcomes["places"].state == "new"


def test_no_connection_keeps_every_snapshot(
    run: Run, kept: Source, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*args: Any, **more: Any) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    offline = Run(run.store, Http(clock=clock))
    outcomes = fetched(offline, kept, source("places"))
    assert (outcomes["persons"].state, outcomes["persons"].kept) == ("failed", TODAY)
    assert "cannot be reached" in outcomes["persons"].detail
    assert outcomes["places"].state == "failed"


def test_out_of_time_keeps_the_snapshot(
    run: Run, publisher: Publisher, kept: Source, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_TIMEOUT", httpx.Timeout(0.05))
    publisher.tell("/persons.csv", Answer(hang=True))
    slow = Run(run.store, Http({"agency.example": publisher.base}, clock))
    outcome = fetched(slow, kept)["persons"]
    assert (outcome.state, outcome.kept) == ("failed", TODAY)
    assert "did not answer in time" in outcome.detail


def test_killed_while_bytes_arrive_everything_is_as_it_was(
    run: Run, publisher: Publisher, kept: Source, csv: Csv
) -> None:
    before, lock = bytes_of(run, "persons"), (run.store.folder / LOCK).read_bytes()

    def killed(size: int) -> None:
        raise KeyboardInterrupt

    run.http.watch = killed
    publisher.tell("/persons.csv", csv(*LINES, "EE,5"))
    with pytest.raises(KeyboardInterrupt):
        fetched(run, kept)
    assert (run.store.folder / LOCK).read_bytes() == lock
    assert bytes_of(run, "persons") == before
    assert list(run.store.folder.glob("partial-*")) == []


def test_a_full_disk_keeps_the_snapshot(
    run: Run, publisher: Publisher, kept: Source, csv: Csv, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(client.os, "fsync", full)
    publisher.tell("/persons.csv", csv(*LINES, "EE,5"))
    outcome = fetched(run, kept)["persons"]
    assert (outcome.state, outcome.kept) == ("failed", TODAY)
    assert "No space left" in outcome.detail


def test_fewer_lines_are_taken_when_that_is_said(
    run: Run, publisher: Publisher, kept: Source, csv: Csv
) -> None:
    publisher.tell("/persons.csv", csv(*LINES[:2]))
    outcome = fetched(Run(run.store, run.http, accept_fewer=True), kept)["persons"]
    assert outcome.state == "new"
    assert run.store.snapshots()["persons"].lines == 1


def test_a_reader_that_stumbles_is_no_reader(run: Run, publisher: Publisher, csv: Csv) -> None:
    def stumble(folder: Path) -> Reading:
        raise KeyError("geo")

    publisher.tell("/persons.csv", csv(*LINES))
    outcome = fetched(run, source("persons", read=stumble))["persons"]
    assert outcome.detail == "it cannot be read: KeyError: 'geo'"


def test_files_of_a_source_are_taken_up_together(run: Run, publisher: Publisher, csv: Csv) -> None:
    both = source("both", "left", "right")
    publisher.tell("/left.csv", csv(*LINES))
    publisher.tell("/right.csv", csv(*LINES))
    fetched(run, both)
    before = bytes_of(run, "both")
    publisher.tell("/left.csv", csv(*LINES, "EE,5"))
    publisher.tell("/right.csv", Answer("gone", 410))
    outcome = fetched(run, both)["both"]
    assert (outcome.state, outcome.detail.partition(":")[0]) == ("failed", "agency/right.csv")
    assert bytes_of(run, "both") == before
    publisher.tell("/right.csv", Answer(status=304))
    assert fetched(run, both)["both"].detail.startswith("1 of 2 files new")
    assert b"EE,5" in bytes_of(run, "both")["agency/left.csv"]


def test_files_that_stand_on_their_own_are_taken_up_each(
    run: Run, publisher: Publisher, csv: Csv
) -> None:
    lands = source("lands", "at", "be", separable=True)
    publisher.tell("/at.csv", csv(*LINES))
    outcome = fetched(run, lands)["lands"]
    assert (outcome.state, outcome.kept) == ("failed", TODAY)
    assert outcome.detail.startswith("agency/be.csv: agency.example answers 404")
    assert list(bytes_of(run, "lands")) == ["agency/at.csv"]
    publisher.tell("/at.csv", Answer(status=503))
    publisher.tell("/be.csv", csv(*LINES, "EE,5"))
    assert fetched(run, lands)["lands"].detail.startswith("agency/at.csv")
    assert set(bytes_of(run, "lands")) == {"agency/at.csv", "agency/be.csv"}


def test_what_was_never_fetched_is_asked_for_first(
    run: Run, publisher: Publisher, csv: Csv
) -> None:
    """So that a run that a busy server cut short is continued, not begun again."""
    lands = source("lands", "at", "be", "cy", separable=True)
    publisher.tell("/at.csv", csv(*LINES))
    fetched(run, lands)
    publisher.asked.clear()
    fetched(run, lands)
    assert publisher.paths() == ["/be.csv", "/cy.csv", "/at.csv"]


def test_a_reader_that_opens_another_sources_files_finds_them(
    run: Run, publisher: Publisher, csv: Csv
) -> None:
    land = source("land")
    people = source(
        "people", needs=("land",), read=read_table("people", "agency/land.csv", "agency/people.csv")
    )
    publisher.tell("/people.csv", csv(*LINES))
    alone = fetched(run, people)["people"]
    assert alone.detail == "it is read together with land, which was not fetched"
    publisher.tell("/land.csv", csv(*LINES))
    assert fetched(run, land, people)["people"].state == "new"
    assert run.store.snapshots()["people"].lines == 8
    assert list(run.store.snapshots()["people"].files) == ["agency/people.csv"]


def test_a_source_without_an_address_says_so(run: Run) -> None:
    page = Source(
        **{**source("page").__dict__, "downloads": ()},
    )
    assert fetched(run, page)["page"] == Outcome(
        "page", "no address", "no address to fetch from", None
    )


def test_a_name_brings_what_it_needs_and_an_unknown_one_is_refused() -> None:
    land, people = source("land"), source("people", needs=("land",))
    other = source("other")
    everything = [land, people, other]
    assert chosen(everything, []) == everything
    assert chosen(everything, ["people"]) == [land, people]
    with pytest.raises(ValueError, match="no source peple; there is: land, people, other"):
        chosen(everything, ["peple"])
