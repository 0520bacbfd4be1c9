"""Responses with checksums: not sent again where it is there already, in part where asked."""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any, BinaryIO

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from ui.api import guard, ranges
from ui.api.asked import PUBLIC
from ui.api.problem import ProblemError
from ui.store import Dataset

_COMPRESSIBLE = ("text/", "application/json", "application/geo+json", "application/ld+json")
_LEVEL, _SMALL = 5, 1000
_EXPOSED = (
    "ETag, Link, X-Total-Count, X-Dataset-Version, Content-Disposition, Content-Range, "
    "Accept-Ranges"
)


@dataclass(frozen=True)
class About:
    """What a response says of its content: kind, checksum, dataset, further headers."""

    media_type: str
    checksum: str = ""
    dataset: Dataset | None = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def all(self, zipped: bool) -> MutableHeaders:
        """Its headers; the compressed form has a checksum of its own."""
        own = self.dataset is not None and self.dataset.kind not in PUBLIC
        headers = MutableHeaders(dict(self.headers))
        headers["Content-Type"] = self.media_type
        headers["ETag"] = f'"{self.checksum}{"-gzip" if zipped else ""}"'
        headers["Cache-Control"] = "private, no-cache" if own else "no-cache"
        headers.add_vary_header("Accept-Encoding")
        if self.dataset:
            moment = self.dataset.built.astimezone().timestamp()
            headers["Last-Modified"] = _http_date(moment)
            headers["X-Dataset-Version"] = self.dataset.version
        if own:
            headers["Cross-Origin-Resource-Policy"] = "same-origin"
        else:
            headers["Access-Control-Allow-Origin"] = "*"
            headers["Access-Control-Expose-Headers"] = _EXPOSED
            headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        if zipped:
            headers["Content-Encoding"] = "gzip"
        return headers


def document(request: Request, content: Any, about: About) -> Response:
    """A small answer: anything JSON can say, with a checksum of it."""
    body = json.dumps(content, ensure_ascii=False).encode()
    about = replace(about, checksum=hashlib.sha256(body).hexdigest()[:32])
    zipped = len(body) > _SMALL and wants_gzip(request, about.media_type)
    headers = about.all(zipped)
    if unchanged(request, about.checksum):
        return Response(status_code=304, headers=headers)
    body = gzip.compress(body, _LEVEL, mtime=0) if zipped else body
    return _bodiless(request, headers, len(body)) or Response(body, headers=headers)


def file(request: Request, about: About, handle: BinaryIO, size: int) -> Response:
    """An open file, whole or in part; it is closed once it was sent."""
    part = _part(request, about, size, handle)
    zipped = part is None and size > _SMALL and wants_gzip(request, about.media_type)
    headers = about.all(zipped)
    headers["Accept-Ranges"] = "bytes"
    start, end = part or (0, size)
    if part:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    if bodiless := _bodiless(request, headers, None if zipped else end - start):
        handle.close()
        return bodiless
    chunks = ranges.pieces(handle, start, end)
    if not zipped:
        headers["Content-Length"] = str(end - start)
    return StreamingResponse(_zipped(chunks) if zipped else chunks, 206 if part else 200, headers)


def not_modified(about: About, zipped: bool) -> Response:
    """The client's copy is still good."""
    return Response(status_code=304, headers=about.all(zipped))


def unchanged(request: Request, checksum: str) -> bool:
    """Whether the client has this content, compressed or not."""
    held = request.headers.get("if-none-match", "")
    tags = {each.strip().removeprefix("W/").strip('"') for each in held.split(",")}
    return bool(tags & {checksum, f"{checksum}-gzip"}) or held.strip() == "*"


def wants_gzip(request: Request, media_type: str) -> bool:
    """Whether the client takes gzip and the content gets smaller by it."""
    accepted = request.scope.get(guard.ENCODINGS, request.headers.get("accept-encoding", ""))
    offers = [each.replace(" ", "").partition(";q=") for each in accepted.lower().split(",")]
    taken = any(
        name == "gzip" and not (sign and weight.strip("0.") == "") for name, sign, weight in offers
    )
    return taken and media_type.startswith(_COMPRESSIBLE)


def _part(request: Request, about: About, size: int, handle: BinaryIO) -> tuple[int, int] | None:
    """The part that is asked for, unless it is of another content (If-Range)."""
    header, condition = request.headers.get("range"), request.headers.get("if-range")
    if (
        header is None
        or request.method == "HEAD"
        or (condition is not None and condition != f'"{about.checksum}"')
    ):
        return None
    try:
        return ranges.asked(header, size)
    except ranges.NotSatisfiableError:
        handle.close()
        text = f"The file has {size} bytes; the range begins behind them."
        raise ProblemError(416, text, headers={"Content-Range": f"bytes */{size}"}) from None


def _bodiless(request: Request, headers: MutableHeaders, size: int | None) -> Response | None:
    """The answer to HEAD: the same headers, no body; no length where it is not known before."""
    if request.method != "HEAD":
        return None
    answer = Response(headers=headers)
    del answer.headers["Content-Length"]
    if size is not None:
        answer.headers["Content-Length"] = str(size)
    return answer


def _zipped(chunks: Iterator[bytes]) -> Iterator[bytes]:
    squeeze = zlib.compressobj(_LEVEL, wbits=31)
    for chunk in chunks:
        if out := squeeze.compress(chunk):
            yield out
    yield squeeze.flush()


def _http_date(moment: float) -> str:
    return format_datetime(datetime.fromtimestamp(moment, UTC).replace(microsecond=0), usegmt=True)
