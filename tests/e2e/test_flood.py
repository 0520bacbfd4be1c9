"""A running server that is flooded: the one who does it is shown out, everybody else is served."""

import urllib.error
import urllib.request

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from ui.server.shield import BURST


def flooded(address: str, message: bytes, times: int) -> int:
    """The code with which a session ends that sends so many messages at once."""
    host = address.removeprefix("http://")
    with connect(f"ws://{host}/_stcore/stream", origin=address, open_timeout=60) as session:
        try:
            for _ in range(times):
                session.send(message)
            for _ in range(times):
                session.recv(timeout=60)
        except ConnectionClosed as ended:
            return ended.rcvd.code if ended.rcvd else 1006
    return 0


def status(url: str, data: bytes | None = None, method: str = "GET") -> int:
    asked = urllib.request.Request(url, data, method=method)
    try:
        with urllib.request.urlopen(asked, timeout=60) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code


@pytest.mark.parametrize(
    ("message", "times", "codes"),
    [
        # What makes no sense may end it before there is too much of it.
        (b"\xff" * 40, 4 * BURST, {1008, 1002}),
        (b"", 4 * BURST, {1008}),
        # More than a message may hold: the server hangs up, maybe before it said why.
        (b"x" * 60_000_000, 1, {1009, 1006}),
    ],
    ids=["noise", "nothing", "sixty megabytes"],
)
def test_a_session_that_floods_is_closed_and_the_server_answers(
    address: str, message: bytes, times: int, codes: set[int], record_property
) -> None:
    assert flooded(address, message, times) in codes
    record_property("hostile", ("cases", 1))
    assert status(f"{address}/_stcore/health") == status(f"{address}/gaps") == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("route", ["/api/v1/catalogue", "/app/static/style.css", "/healthz"])
def test_no_route_takes_anything_in(address: str, method: str, route: str) -> None:
    assert status(f"{address}{route}", b"x", method) in (403, 404, 405)
