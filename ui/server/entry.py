"""Around the login: one that fails is told on the page, one that works ends where it began.

The framework itself leads back to the front page, whatever address a reader came with, and says
nothing where the provider of the login refuses her, cannot be believed, or does not answer.
"""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

OUT, BACK = "/auth/login", "/oauth2callback"
# What the address of a page says of a login that failed, and how it can fail.
KEY = "login"
REFUSED, FAILED, UNANSWERED = "refused", "failed", "unanswered"
FRONT = "/"
_WAY, _SECONDS = "groundwork_way", 600
# An address of this site alone: a second slash would begin another's.
_INSIDE = re.compile(r"/(?![/\\])[\x21-\x7e]{0,2000}")


class Entry:
    """Keeps where a reader was when she went to log in, and turns the answers that lead back."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in (OUT, BACK):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        turn = _out if scope["path"] == OUT else _back

        async def turned(message: Message) -> None:
            if message["type"] == "http.response.start":
                turn(request, message)
            await send(message)

        await self._app(scope, receive, turned)


def came_from(request: Request) -> str:
    """The page a reader was at, with what its address says; the front page where none is known."""
    came = urlsplit(request.headers.get("referer", ""))
    if came.netloc != request.headers.get("host"):
        return FRONT
    return inside(f"{came.path}?{came.query}" if came.query else came.path)


def inside(way: str) -> str:
    """An address of this site; the front page for any other.

    >>> inside("/gaps?level=0"), inside("//other.example"), inside("https://other.example")
    ('/gaps?level=0', '/', '/')
    """
    return way if _INSIDE.fullmatch(way) else FRONT


def saying(way: str, failure: str = "") -> str:
    """An address that says how a login failed, and nothing of one before.

    >>> saying("/gaps?level=0&login=failed", "refused"), saying("/?login=failed")
    ('/gaps?level=0&login=refused', '/')
    """
    path, _, query = way.partition("?")
    pairs = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] != KEY]
    pairs += [(KEY, failure)] if failure else []
    return f"{path}?{urlencode(pairs)}" if pairs else path


def _out(request: Request, start: Message) -> None:
    """On the way to the provider: remember the page, or say that the provider does not answer."""
    headers, way = MutableHeaders(scope=start), came_from(request)
    if start["status"] >= 400:
        start["status"] = 302
        headers["location"] = saying(way, UNANSWERED)
        return
    headers.append("set-cookie", _kept(quote(saying(way), safe=""), _SECONDS))


def _back(request: Request, start: Message) -> None:
    """On the way back; without a `state`, it is the way back from logging out."""
    headers, asked = MutableHeaders(scope=start), request.query_params
    if start["status"] != 302 or not {"state", "error"} & set(asked):
        return
    failure = "" if _lets_in(headers) else FAILED
    if failure and asked.get("error") == "access_denied":
        failure = REFUSED
    headers["location"] = saying(inside(unquote(request.cookies.get(_WAY, FRONT))), failure)
    headers.append("set-cookie", _kept("", 0))


def _lets_in(headers: MutableHeaders) -> bool:
    """Whether an answer gives the mark of somebody who has logged in."""
    given = [each for each in headers.getlist("set-cookie") if each.startswith(USER_COOKIE_NAME)]
    return any("max-age=0" not in each.lower() for each in given)


def _kept(value: str, seconds: int) -> str:
    return f"{_WAY}={value}; Path={BACK}; Max-Age={seconds}; HttpOnly; SameSite=Lax"
