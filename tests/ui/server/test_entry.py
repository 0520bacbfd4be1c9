"""Around the login: where a reader is led, and what the address then says."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from tests.ui.api.conftest import HOST, asked
from ui.server import entry

SITE = HOST


def site(status: int = 302, mark: str = "") -> ASGIApp:
    """A site whose framework answers so: with a status, and a mark of who is logged in."""

    def out(_: Request) -> Response:
        return PlainTextResponse("Authentication error", status)

    def back(_: Request) -> Response:
        answer = RedirectResponse("/", 302)
        answer.headers.append("set-cookie", mark) if mark else None
        return answer

    routes = [Route(entry.OUT, out), Route(entry.BACK, back), Route("/", out)]
    return Starlette(routes=routes, middleware=[Middleware(entry.Entry)])


LET_IN, PUT_OUT = "_streamlit_user=anna; Max-Age=600", '_streamlit_user=""; Max-Age=0'


def there_and_back(app: ASGIApp, came: str, back: str) -> str:
    """Where a reader is led who went to log in from a page, and came back so."""
    out = asked(app, entry.OUT, headers={"Referer": came})
    kept = out.headers["set-cookie"].partition(";")[0]
    return asked(app, f"{entry.BACK}?{back}", headers={"Cookie": kept}).headers["location"]


@pytest.mark.parametrize(
    ("came", "back"),
    [
        (f"{SITE}/gaps?level=0&name=%C3%A9", "/gaps?level=0&name=%C3%A9"),
        (f"{SITE}/gaps?level=0&login=failed", "/gaps?level=0"),
        (f"{SITE}/", "/"),
        ("", "/"),
        ("https://other.example/gaps", "/"),
        (f"{SITE}//other.example/gaps", "/"),
        (f"{SITE}/gaps?{'a' * 3000}", "/"),
    ],
)
def test_a_login_that_works_ends_where_it_began(came: str, back: str) -> None:
    assert there_and_back(site(mark=LET_IN), came, "state=1&code=2") == back


@pytest.mark.parametrize(
    ("mark", "back", "failure"),
    [
        ("", "error=access_denied&state=1", entry.REFUSED),
        ("", "error=server_error", entry.FAILED),
        (PUT_OUT, "state=1&code=2", entry.FAILED),
    ],
)
def test_a_login_that_fails_is_told_where_it_began(mark: str, back: str, failure: str) -> None:
    led = there_and_back(site(mark=mark), f"{SITE}/gaps?level=0", back)
    assert led == f"/gaps?level=0&login={failure}"


def test_a_provider_that_does_not_answer_is_told() -> None:
    answer = asked(site(400), entry.OUT, headers={"Referer": f"{SITE}/gaps"})
    assert answer.status_code == 302
    assert answer.headers["location"] == f"/gaps?login={entry.UNANSWERED}"


def test_the_way_back_from_logging_out_says_nothing() -> None:
    assert asked(site(mark=PUT_OUT), entry.BACK).headers["location"] == "/"


def test_a_way_that_somebody_else_wrote_leads_nowhere_else() -> None:
    forged = {"Cookie": "groundwork_way=https%3A%2F%2Fother.example"}
    answer = asked(site(mark=LET_IN), f"{entry.BACK}?state=1", headers=forged)
    assert answer.headers["location"] == "/"


def test_other_addresses_are_left_alone() -> None:
    answer = asked(site(400), "/?state=1")
    assert (answer.status_code, answer.text) == (400, "Authentication error")
    assert "set-cookie" not in answer.headers
