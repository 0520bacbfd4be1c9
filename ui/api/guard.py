"""What every data route keeps to, whatever it answers: host, method, length, headers."""

import logging

import anyio
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from ui.api import problem
from ui.api.ending import ENDING
from ui.api.problem import ProblemError
from ui.faults import fault_of

ALLOWED = ("GET", "HEAD")
MOST_QUERY, MOST_PATH = 8000, 500
ENCODINGS = "groundwork.encodings"
PREFIX = "/api"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "Referrer-Policy": "no-referrer",
}
_LOG = logging.getLogger(__name__)


class Guard:
    """Refuses what no route answers, turns errors into problems, adds headers of safety."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        try:
            check(scope)
            with anyio.CancelScope() as going, ENDING.stops(going.cancel):
                await self._app(scope, receive, guarded)
        except ProblemError as error:
            if begun:
                raise
            await problem.answer(error)(scope, receive, guarded)
        except Exception as error:
            if begun:
                raise
            _LOG.exception("A data route failed")
            await problem.answer(_sorry(error))(scope, receive, guarded)


def check(scope: Scope) -> None:
    """Raise ProblemError for a request that no route answers.

    A foreign host name is refused as the pages refuse it: else a site could have its own name
    point here and read what is meant for this machine alone.
    """
    if not is_host_allowed(Headers(scope=scope).get("host")):
        raise ProblemError(421, "This host name is not among server.allowedHosts.")
    if scope["method"] not in ALLOWED:
        text = f"{scope['method']} is not answered here; data can be read only."
        raise ProblemError(405, text, ALLOWED, headers={"Allow": ", ".join(ALLOWED)})
    if len(scope["query_string"]) > MOST_QUERY or len(scope["path"]) > MOST_PATH:
        raise ProblemError(414, f"The address is too long; its query may have {MOST_QUERY} bytes.")


def _sorry(error: Exception) -> ProblemError:
    """An error of ours as a problem that shows nothing of our inside."""
    if fault := fault_of(error):
        return ProblemError(503, fault.what)
    return ProblemError(500, "Something went wrong here; the request is not at fault.")


class OwnEncoding:
    """Leaves compression to the data routes, whose checksums (ETag) depend on it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(f"{PREFIX}/"):
            await self._app(scope, receive, send)
            return
        accepted = Headers(scope=scope).get("accept-encoding", "")
        kept = [each for each in scope["headers"] if each[0] != b"accept-encoding"]

        async def varied(message: Message) -> None:
            if message["type"] == "http.response.start":
                _name_once(MutableHeaders(scope=message))
            await send(message)

        await self._app({**scope, "headers": kept, ENCODINGS: accepted}, receive, varied)


def _name_once(headers: MutableHeaders) -> None:
    """Say once what an answer varies by, whoever said so."""
    once: dict[str, str] = {}
    for line in headers.getlist("vary"):
        for each in line.split(","):
            once.setdefault(each.strip().lower(), each.strip())
    if once:
        headers["Vary"] = ", ".join(once.values())
