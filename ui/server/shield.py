"""The outermost layer of the server: whom it answers, how fast it listens, its headers."""

import time
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from ui.api.asked import is_at_home
from ui.server.policy import ALWAYS, content_policy

# Sessions that may be open at once: each holds memory.
MOST_OPEN = 300
# Messages of one session: so many at once, and so many a second after that.
BURST, PER_SECOND = 200, 40.0
_TOO_MANY, _POLICY = 1013, 1008
_PRIVATE = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
_OWN_WAY = ("/api", "/healthz", "/livez", "/readyz")
_CONTENT = "content-security-policy"


class Shield:
    """Refuses foreign host names, bounds sessions and their messages, adds headers of safety."""

    def __init__(self, app: ASGIApp, clock: Callable[[], float] = time.monotonic) -> None:
        self._app, self._clock, self._open = app, clock, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._session(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                add_headers(MutableHeaders(scope=message))
            await send(message)

        refused = refusal(scope)
        await (refused or self._app)(scope, receive, safe)

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A page's connection; closed where there are too many, or too much comes through it."""
        if self._open >= MOST_OPEN:
            await receive()
            await send({"type": "websocket.close", "code": _TOO_MANY, "reason": "Too many readers"})
            return
        bucket = Bucket(self._clock)

        async def bounded() -> Message:
            message = await receive()
            if message["type"] != "websocket.receive" or bucket.takes():
                return message
            await send({"type": "websocket.close", "code": _POLICY, "reason": "Too many messages"})
            return {"type": "websocket.disconnect", "code": _POLICY}

        self._open += 1
        try:
            await self._app(scope, bounded, send)
        finally:
            self._open -= 1


class Bucket:
    """Holds BURST messages and fills up again by PER_SECOND."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock, self._left, self._then = clock, float(BURST), clock()

    def takes(self) -> bool:
        """Whether one more message may come now."""
        now = self._clock()
        self._left = min(BURST, self._left + (now - self._then) * PER_SECOND)
        self._then = now
        if self._left < 1:
            return False
        self._left -= 1
        return True


def refusal(scope: Scope) -> ASGIApp | None:
    """What a request is told that is not let in; None for one that is.

    The data routes refuse a foreign host in their own way. What the framework tells of the
    server's inside is for this machine alone.
    """
    path = str(scope["path"])
    if path.startswith("/api/") or path in _OWN_WAY:
        return None
    if not is_host_allowed(Headers(scope=scope).get("host")):
        return PlainTextResponse("This host name is not among server.allowedHosts.", 421)
    if path.startswith(_PRIVATE) and not is_at_home(Request(scope)):
        return PlainTextResponse("There is nothing here.", 404)
    return None


def add_headers(headers: MutableHeaders) -> None:
    """Add the headers of safety where the answer has none of its own."""
    for name, value in ALWAYS.items():
        headers.setdefault(name, value)
    if _CONTENT not in headers:
        headers[_CONTENT] = content_policy()
