"""The language of an address is in the first tag of the page it gets."""

from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from tests.ui.api.conftest import asked
from ui.server.spoken import FROM_RIGHT, Spoken, opening


@pytest.fixture(scope="module")
def server() -> ASGIApp:
    """The files that every page begins with, behind this layer."""
    files = StaticFiles(directory=Path(streamlit.__file__).parent / "static", html=True)
    return Starlette(routes=[Mount("/", files)], middleware=[Middleware(Spoken)])


@pytest.mark.parametrize(
    ("address", "tag"),
    [
        ("/", '<html lang="en">'),
        ("/index.html?level=0&lang=pl", '<html lang="pl">'),
        ("/?lang=xx", '<html lang="en">'),
        ('/?lang="><script>', '<html lang="en">'),
        ("/?lang=fr&lang=de", '<html lang="de">'),
    ],
)
def test_the_first_tag_says_the_language(server: ASGIApp, address: str, tag: str) -> None:
    answer = asked(server, address)
    assert answer.text.count("<html ") == 1
    assert tag in answer.text
    assert "<title>" in answer.text
    assert len(answer.content) > 500


def test_the_copy_a_browser_has_in_another_language_is_not_used(server: ASGIApp) -> None:
    mark = asked(server, "/index.html").headers["etag"]
    french = asked(server, "/index.html?lang=fr", headers={"If-None-Match": mark})
    assert french.status_code == 200
    assert "etag" not in french.headers
    assert 'lang="fr"' in french.text
    assert int(french.headers["content-length"]) == len(french.content)


def test_what_is_no_page_is_passed_on_as_it_is(server: ASGIApp) -> None:
    plain, french = (asked(server, f"/favicon.png{query}") for query in ("", "?lang=fr"))
    assert plain.status_code == french.status_code == 200
    assert plain.content == french.content


def test_a_language_that_is_read_from_the_right_says_so() -> None:
    assert all(b' dir="rtl"' in opening(language) for language in FROM_RIGHT)
    assert b"dir" not in opening("de")
