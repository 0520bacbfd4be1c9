"""The first answer of a page says in which language it will be, and which way that is read.

Screen readers choose their voice by `lang`, browsers the side text begins on by `dir`; a page's
own script may set neither. A language that is chosen later on the page is in its address, and in
the first answer of the next one.
"""

from urllib.parse import parse_qs

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.language.spoken import ENGLISH, KEY, LANGUAGES

# Languages written from right to left, should the interface ever speak one.
FROM_RIGHT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "ur", "yi"})
_AS_SHIPPED = b'<html lang="en">'
# With these a browser may be told that it has the page already, in whatever language.
_CONDITIONS = (b"if-none-match", b"if-modified-since", b"accept-encoding", b"range")


def asked(query: bytes) -> str:
    """The language that an address asks for, the last where it names several, as on a page.

    English where it asks for none on offer.

    >>> asked(b"level=0&lang=fr"), asked(b"lang=xx"), asked(b"")
    ('fr', 'en', 'en')
    """
    found = parse_qs(query.decode("latin-1")).get(KEY, [ENGLISH])[-1]
    return found if found in LANGUAGES else ENGLISH


def opening(language: str) -> bytes:
    """The tag a page opens with.

    >>> opening("pl"), opening("ar")
    (b'<html lang="pl">', b'<html lang="ar" dir="rtl">')
    """
    way = ' dir="rtl"' if language in FROM_RIGHT else ""
    return f'<html lang="{language}"{way}>'.encode()


class Spoken:
    """Writes the language into the one HTML file that all pages begin with."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_read = scope["type"] == "http" and scope["method"] == "GET"
        language = asked(scope["query_string"]) if is_read else ENGLISH
        if language == ENGLISH:
            await self._app(scope, receive, send)
            return
        kept = [pair for pair in scope["headers"] if pair[0] not in _CONDITIONS]
        await self._app({**scope, "headers": kept}, receive, _Turned(send, language).send)


class _Turned:
    """Passes an answer on; where it is HTML, with the language in its first tag."""

    def __init__(self, send: Send, language: str) -> None:
        self._send, self._language = send, language
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._whole(self._start)

    async def _whole(self, start: Message) -> None:
        body = self._body.replace(_AS_SHIPPED, opening(self._language), 1)
        headers = MutableHeaders(scope=start)
        headers["content-length"] = str(len(body))
        for name in ("etag", "last-modified"):
            del headers[name]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_html(start: Message) -> bool:
    kind = dict(start["headers"]).get(b"content-type", b"")
    return bool(kind.startswith(b"text/html"))
