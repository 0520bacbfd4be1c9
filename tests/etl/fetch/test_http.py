"""The client: patient with what passes, firm with what does not, never content with half."""

import gzip
import socket
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from etl.fetch import http as module
from etl.fetch.answers import FetchError, RefusedError
from etl.fetch.http import ATTEMPTS, LONGEST_WAIT_S, USER_AGENT, Ask, Http
from tests.etl.fetch.conftest import Answer, FakeClock, Publisher

URL = "https://agency.example/file.csv"
MONDAY = "Mon, 05 Oct 2026 00:00:00 GMT"
ASK = Ask(URL)
GOOD = Answer("a,b\n1,2\n", headers={"ETag": '"v1"', "Last-Modified": MONDAY})


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "file.csv"


def test_a_file_arrives_with_what_is_said_of_it(
    publisher: Publisher, http: Http, target: Path
) -> None:
    publisher.tell("/file.csv", GOOD)
    came = http.save(ASK, target)
    assert came is not None
    assert target.read_text() == "a,b\n1,2\n"
    assert (came.etag, came.last_modified) == ('"v1"', MONDAY)
    (asked,) = publisher.asked
    assert asked.headers["User-Agent"] == USER_AGENT
    assert "Groundwork" in USER_AGENT


def test_every_piece_that_arrives_is_reported(publisher: Publisher, target: Path) -> None:
    sizes: list[int] = []
    http = Http({"agency.example": publisher.base}, watch=sizes.append)
    publisher.tell("/file.csv", GOOD)
    http.save(ASK, target)
    assert sum(sizes) == len(GOOD.data)
    http.close()


def test_unchanged_writes_nothing(publisher: Publisher, http: Http, target: Path) -> None:
    publisher.tell("/file.csv", Answer(status=304))
    assert http.save(Ask(URL, {"If-None-Match": '"v1"'}), target) is None
    assert not target.exists()
    assert publisher.asked[0].headers["If-None-Match"] == '"v1"'


def test_503_twice_and_then_the_file_waits_longer_each_time(
    publisher: Publisher, http: Http, clock: FakeClock, target: Path
) -> None:
    publisher.tell("/file.csv", Answer(status=503), Answer(status=503), GOOD)
    assert http.save(ASK, target) is not None
    assert clock.slept == [1.0, 2.0]


def test_chance_spreads_the_waits(publisher: Publisher, clock: FakeClock, target: Path) -> None:
    """Else everybody whom a server turned away comes back at the same moment."""
    chances = iter([0.0, 0.99])
    http = Http({"agency.example": publisher.base}, clock, chance=lambda: next(chances))
    publisher.tell("/file.csv", Answer(status=500), Answer(status=500), GOOD)
    http.save(ASK, target)
    assert clock.slept == pytest.approx([0.5, 2.98])
    http.close()


def test_429_waits_as_long_as_the_server_asks_in_seconds(
    publisher: Publisher, http: Http, clock: FakeClock, target: Path
) -> None:
    publisher.tell("/file.csv", Answer(status=429, headers={"Retry-After": "37"}), GOOD)
    http.save(ASK, target)
    assert clock.slept == [37.0]


def test_429_waits_until_the_date_the_server_names(
    publisher: Publisher, http: Http, clock: FakeClock, target: Path
) -> None:
    until = format_datetime(clock.now() + timedelta(seconds=42), usegmt=True)
    publisher.tell("/file.csv", Answer(status=429, headers={"Retry-After": until}), GOOD)
    http.save(ASK, target)
    assert clock.slept == [42.0]


def test_a_date_gone_by_is_no_wait(
    publisher: Publisher, http: Http, clock: FakeClock, target: Path
) -> None:
    past = format_datetime(clock.now() - timedelta(hours=1), usegmt=True)
    publisher.tell("/file.csv", Answer(status=503, headers={"Retry-After": past}), GOOD)
    http.save(ASK, target)
    assert clock.slept == [0.0]


def test_who_wants_a_long_rest_is_not_asked_again(
    publisher: Publisher, http: Http, clock: FakeClock, target: Path
) -> None:
    asks = str(int(LONGEST_WAIT_S) + 1)
    publisher.tell("/file.csv", Answer(status=429, headers={"Retry-After": asks}))
    with pytest.raises(FetchError, match=rf"429 .*asks for {asks} s of rest"):
        http.save(ASK, target)
    assert len(publisher.asked) == 1
    assert clock.slept == []


def test_a_server_that_stays_away_is_given_up(
    publisher: Publisher, http: Http, target: Path
) -> None:
    publisher.tell("/file.csv", Answer("<p>Down for <b>maintenance</b></p>", 503))
    with pytest.raises(FetchError, match=r"503 .*: Down for maintenance \(asked 4 times\)"):
        http.save(ASK, target)
    assert len(publisher.asked) == ATTEMPTS
    assert not target.exists()


def test_a_refusal_is_not_asked_again(publisher: Publisher, http: Http, target: Path) -> None:
    with pytest.raises(RefusedError, match=r"agency.example answers 404 Not Found: Not found"):
        http.save(ASK, target)
    assert len(publisher.asked) == 1


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_that_breaks_off_is_asked_for_again(
    publisher: Publisher, http: Http, target: Path, chunked: bool
) -> None:
    publisher.tell("/file.csv", Answer("a,b\n1,2\n3,4\n", cut=8, chunked=chunked), GOOD)
    http.save(ASK, target)
    assert target.read_bytes() == GOOD.data


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_that_always_breaks_off_is_no_file(
    publisher: Publisher, http: Http, target: Path, chunked: bool
) -> None:
    publisher.tell("/file.csv", Answer("a,b\n1,2\n3,4\n", cut=8, chunked=chunked))
    with pytest.raises(FetchError, match=r"the answer of agency.example broke off"):
        http.save(ASK, target)


def test_a_transfer_packed_with_gzip_is_unpacked(
    publisher: Publisher, http: Http, target: Path
) -> None:
    packed = Answer(gzip.compress(GOOD.data), headers={"Content-Encoding": "gzip"})
    publisher.tell("/file.csv", packed)
    http.save(ASK, target)
    assert target.read_bytes() == GOOD.data
    assert list(target.parent.iterdir()) == [target]


def test_a_gzip_that_ends_too_soon_is_half_a_file(
    publisher: Publisher, http: Http, target: Path
) -> None:
    """The connection is whole; only the end of the gzip stream is missing."""
    half = gzip.compress(GOOD.data * 1000)[:-20]
    publisher.tell("/file.csv", Answer(half, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(FetchError, match="broke off"):
        http.save(ASK, target)


def test_a_packed_file_is_asked_for_as_it_is(
    publisher: Publisher, http: Http, tmp_path: Path
) -> None:
    publisher.tell("/file.csv", GOOD)
    http.save(ASK, tmp_path / "file.tsv.gz")
    assert publisher.asked[0].headers["Accept-Encoding"] == "identity"


@pytest.mark.parametrize("chunked", [False, True])
def test_more_than_the_limit_is_not_taken(
    publisher: Publisher, http: Http, target: Path, chunked: bool
) -> None:
    publisher.tell("/file.csv", Answer(b"x" * 3_000_000, chunked=chunked))
    with pytest.raises(RefusedError, match="more than the 2 MB"):
        http.save(Ask(URL, limit_bytes=2_000_000), target)


def test_a_small_transfer_may_not_unpack_to_more_than_the_limit(
    publisher: Publisher, http: Http, target: Path
) -> None:
    bomb = gzip.compress(bytes(30_000_000))
    publisher.tell("/file.csv", Answer(bomb, headers={"Content-Encoding": "gzip"}))
    with pytest.raises(RefusedError, match="more than the 1 MB"):
        http.save(Ask(URL, limit_bytes=1_000_000), target)


def test_a_host_without_a_name_is_said_and_asked_no_more_in_the_run(
    clock: FakeClock, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []

    def unknown(host: Any, *args: Any, **more: Any) -> None:
        looked_up.append(host)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    http = Http(clock=clock)
    with pytest.raises(FetchError, match=r"agency.example cannot be reached: .*not known"):
        http.save(ASK, target)
    assert len(looked_up) == ATTEMPTS
    with pytest.raises(FetchError, match=r"not asked again after: agency.example cannot"):
        http.save(Ask("https://agency.example/other.csv"), target)
    assert len(looked_up) == ATTEMPTS
    http.close()


def test_a_server_that_says_nothing_is_out_of_time(
    publisher: Publisher, target: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_TIMEOUT", httpx.Timeout(0.05))
    http = Http({"agency.example": publisher.base}, clock)
    publisher.tell("/file.csv", Answer(hang=True))
    with pytest.raises(FetchError, match=r"agency.example did not answer in time"):
        http.save(ASK, target)
    publisher.tell("/file.csv", GOOD)
    assert http.save(ASK, target) is not None, "a slow host may be asked again"
    http.close()


def test_a_body_that_drips_for_ever_is_given_up(
    publisher: Publisher, http: Http, clock: FakeClock, target: Path
) -> None:
    def hours_pass(size: int) -> None:
        clock.time += timedelta(hours=1)

    http.watch = hours_pass
    publisher.tell("/file.csv", Answer(b"x" * 500_000))
    with pytest.raises(FetchError, match="not complete after 30 minutes"):
        http.save(ASK, target)


def test_a_redirect_is_followed(publisher: Publisher, http: Http, target: Path) -> None:
    publisher.tell("/file.csv", Answer(status=302, headers={"Location": "/moved.csv"}))
    publisher.tell("/moved.csv", GOOD)
    http.save(ASK, target)
    assert target.read_bytes() == GOOD.data


def test_the_query_survives_another_base(publisher: Publisher, http: Http, target: Path) -> None:
    publisher.tell("/data", GOOD)
    http.save(Ask("https://agency.example/data?format=csv&c[geo]=AT"), target)
    (path,) = publisher.paths()
    assert path.replace("%5B", "[").replace("%5D", "]") == "/data?format=csv&c[geo]=AT"
