"""Overpass is a shared server: one query at a time, when a slot is free, and no half answers."""

import json
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from etl.addresses import overpass as address
from etl.fetch import overpass
from etl.fetch.answers import FetchError
from etl.fetch.http import ATTEMPTS, Http
from etl.fetch.store import Stored
from tests.etl.fetch.conftest import Answer, FakeClock, Publisher

QUERY = "/api/interpreter"
STATUS = "/api/status"
AUSTRIA = address("osm/services_AT.jsonl", "AT", '  nwr["amenity"="x"](area.country);')
GREECE = address("osm/services_EL.jsonl", "EL", '  nwr["amenity"="x"](area.country);')
FREE = Answer(
    "Connected as: 1\nCurrent time: 2026-10-05T12:00:00Z\nRate limit: 2\n"
    "2 slots available now.\nCurrently running queries (pid, space limit):\n"
)


def slot_in(*seconds: int) -> Answer:
    lines = [f"Slot available after: 2026-10-05T12:00:30Z, in {s} seconds." for s in seconds]
    return Answer("\n".join(["Connected as: 1", "Rate limit: 2", *lines]))


def found(*elements: dict[str, object], **more: str) -> Answer:
    body: dict[str, object] = {
        "version": 0.6,
        "osm3s": {"timestamp_osm_base": "2026-10-05T11:58:00Z", "copyright": "ODbL"},
        "elements": list(elements),
        **more,
    }
    return Answer(json.dumps(body, indent=2), headers={"Content-Type": "application/json"})


SCHOOL = {"type": "node", "id": 1, "lat": 48.2, "lon": 16.4, "tags": {"amenity": "x"}}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "services_AT.jsonl"


def test_the_elements_are_lines_after_the_time_of_the_data(
    publisher: Publisher, http: Http, target: Path
) -> None:
    publisher.tell(STATUS, FREE)
    publisher.tell(QUERY, found(SCHOOL, SCHOOL | {"id": 2}))
    got = overpass.retrieve(http, AUSTRIA, target, None)
    assert got is not None
    assert got.published == "2026-10-05T11:58:00Z"
    header, *elements = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert header["timestamp_osm_base"] == "2026-10-05T11:58:00Z"
    assert [element["id"] for element in elements] == [1, 2]
    assert list(target.parent.iterdir()) == [target]


def test_the_query_is_posted_for_the_countrys_own_code(
    publisher: Publisher, http: Http, target: Path
) -> None:
    publisher.tell(STATUS, FREE)
    publisher.tell(QUERY, found(SCHOOL))
    overpass.retrieve(http, GREECE, target, None)
    status, query = publisher.asked
    assert (status.method, status.path) == ("GET", STATUS)
    (text,) = parse_qs(query.form)["data"]
    assert 'area["ISO3166-1"="GR"]["admin_level"="2"]->.country;' in text
    assert text.startswith("[out:json][timeout:180];")
    assert "Groundwork" in query.headers["User-Agent"]


def test_it_waits_for_the_next_slot(
    publisher: Publisher, http: Http, clock: FakeClock, target: Path
) -> None:
    publisher.tell(STATUS, slot_in(53, 28))
    publisher.tell(QUERY, found(SCHOOL))
    overpass.retrieve(http, AUSTRIA, target, None)
    assert clock.slept == [29.0, overpass.PAUSE_S]


def test_no_slot_for_long_ends_all_queries_of_the_run(
    publisher: Publisher, http: Http, target: Path
) -> None:
    publisher.tell(STATUS, slot_in(900))
    with pytest.raises(FetchError, match="no slot for 901 s"):
        overpass.retrieve(http, AUSTRIA, target, None)
    with pytest.raises(FetchError, match="no slot for 901 s"):
        overpass.retrieve(http, GREECE, target, None)
    assert publisher.paths() == [STATUS]


def test_a_busy_server_is_waited_out(publisher: Publisher, http: Http, target: Path) -> None:
    publisher.tell(STATUS, FREE)
    publisher.tell(QUERY, Answer("<html>too busy</html>", 504), Answer(status=429), found(SCHOOL))
    assert overpass.retrieve(http, AUSTRIA, target, None) is not None


def test_a_server_busy_for_two_queries_in_a_row_is_left_alone(
    publisher: Publisher, http: Http, target: Path
) -> None:
    publisher.tell(STATUS, FREE)
    publisher.tell(QUERY, Answer("<html>too busy</html>", 504))
    for _ in range(2):
        with pytest.raises(FetchError, match="504"):
            overpass.retrieve(http, AUSTRIA, target, None)
    asked = len(publisher.asked)
    assert publisher.paths().count(QUERY) == 2 * ATTEMPTS
    with pytest.raises(FetchError, match=r"not asked again after: .*504"):
        overpass.retrieve(http, GREECE, target, None)
    assert len(publisher.asked) == asked


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (found(SCHOOL, remark="runtime error: Query timed out"), "gave up: .*timed out"),
        (found(), "found nothing"),
        (Answer('{"version": 0.6}'), "no elements"),
        (Answer('["busy"]'), "no elements"),
        (Answer(found(SCHOOL).data[:-3]), "the JSON breaks off"),
        (Answer("<html>parse error</html>", 400), "answers 400 .*parse error"),
    ],
)
def test_half_an_answer_is_none(
    publisher: Publisher, http: Http, target: Path, answer: Answer, says: str
) -> None:
    publisher.tell(STATUS, FREE)
    publisher.tell(QUERY, answer)
    with pytest.raises(FetchError, match=says):
        overpass.retrieve(http, AUSTRIA, target, None)


@pytest.mark.parametrize(
    ("fetched", "asked"), [("2026-10-05T00:00:00+00:00", 0), ("2026-10-04T11:00:00+00:00", 2)]
)
def test_what_is_younger_than_a_day_is_not_asked_for(
    publisher: Publisher, http: Http, target: Path, fetched: str, asked: int
) -> None:
    publisher.tell(STATUS, FREE)
    publisher.tell(QUERY, found(SCHOOL))
    overpass.retrieve(http, AUSTRIA, target, Stored("", "0" * 64, 1, None, None, fetched, None))
    assert len(publisher.asked) == asked
