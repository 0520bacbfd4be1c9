"""Whom the data routes answer, and how they may be asked."""

import os

import pytest
from starlette.responses import Response

from tests.ui.api.conftest import asked
from ui.api.guard import MOST_QUERY, OwnEncoding

CSV = "/api/v1/tables/funding.csv"
OWN = f"{CSV}?data=own&limit=1"


@pytest.mark.parametrize("url", ["/api/v1", CSV, "/healthz", "/api/nothing"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8501"])
def test_a_foreign_host_name_is_refused(url, host, ask):
    answer = ask(url, headers={"Host": host})
    assert answer.status_code == 421
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY"])
@pytest.mark.parametrize("url", ["/api/v1", CSV, "/healthz", "/api/nothing"])
def test_data_can_be_read_only(url, method, ask):
    answer = ask(url, method)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_an_address_too_long_is_refused(ask):
    assert ask(f"{CSV}?in={'IT.' * MOST_QUERY}").status_code == 414
    assert ask(f"/api/v1/tables/{'x' * 600}.csv").status_code == 414


@pytest.fixture
def own(served, monkeypatch):
    """Somebody has figures of their own."""
    monkeypatch.setitem(os.environ, "GROUNDWORK_OWN", str(served))


def test_own_figures_are_given_to_this_machine_and_site(own, ask):
    for headers in ({}, {"Origin": "http://127.0.0.1:8501", "Sec-Fetch-Site": "same-origin"}):
        answer = ask(OWN, headers=headers)
        assert answer.status_code == 200
        assert "access-control-allow-origin" not in answer.headers
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["cache-control"].startswith("private")
    assert "own_groundwork" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"X-Forwarded-For": "203.0.113.9"},
        {"X-Forwarded-Host": "here.example"},
        {"Forwarded": "for=203.0.113.9"},
        {"Via": "1.1 proxy"},
        {"CF-Ray": "8a1b2c3d4e5f"},
        {"True-Client-IP": "203.0.113.9"},
        {"X-Real-IP": "203.0.113.9"},
    ],
    ids=str,
)
@pytest.mark.parametrize("url", [OWN, "/api/v1/tables/funding?data=own", "/api/v1?data=own"])
def test_own_figures_are_given_to_nobody_else(url, headers, own, ask):
    answer = ask(url, headers=headers)
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers


def test_own_figures_do_not_leave_this_machine(own, ask):
    assert ask(OWN, client=("192.0.2.7", 1)).status_code == 403
    assert ask(CSV, client=("192.0.2.7", 1)).status_code == 200


def test_an_error_of_ours_is_a_problem_and_shows_nothing_inside(ask, monkeypatch, caplog):
    def broken(*_args):
        raise RuntimeError("secret path /home/somebody")

    monkeypatch.setattr("ui.api.data.prepare", broken)
    answer = ask(CSV)
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "secret" not in answer.text
    assert "secret" in caplog.text


def test_what_an_answer_varies_by_is_said_once():
    inner = Response("x", headers={"Vary": "Accept, Accept-Encoding, accept-encoding"})
    assert asked(OwnEncoding(inner), "/api/v1").headers["vary"] == "Accept, Accept-Encoding"
