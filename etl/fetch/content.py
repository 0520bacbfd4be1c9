"""Refuse what came in place of a file: a web page, an error message, half of it, nothing.

A server may answer 200 and send something else. What a file must be follows from its name:
`.csv` and `.tsv` are text with columns, `.json` and `.geojson` whole JSON, `.gz` whole gzip.
"""

import gzip
import json
import re
import zlib
from pathlib import Path
from typing import Any

from etl.fetch.answers import FetchError, plain_text

_HTML = re.compile(r"<!doctype html|<html|<head|<body", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_TABLE = frozenset({".csv", ".tsv"})
_JSON = frozenset({".json", ".geojson"})
# Types that a table or JSON never has; publishers call a CSV many other things.
_OTHER = re.compile(r"(image|audio|video|font)/|application/(pdf|zip|xml|xhtml\+xml)$|text/html$")


def check(path: Path, name: str, content_type: str) -> None:
    """Raise FetchError unless the file at `path` is what `name` promises."""
    if path.stat().st_size == 0:
        raise FetchError("the answer is empty")
    start = opening(path).lstrip("\ufeff \t\r\n")
    if _HTML.match(start) or content_type == "text/html":
        raise FetchError(f"a web page came in place of the file: {plain_text(start)}")
    if start.startswith("<"):
        raise FetchError(f"a message came in place of the file: {plain_text(start)}")
    if _OTHER.match(content_type):
        raise FetchError(f"the answer is of type {content_type}")
    if name.endswith(".gz"):
        _whole_gzip(path)
    kind = Path(name.removesuffix(".gz")).suffix
    if kind in _JSON:
        _whole_json(path)
    elif kind in _TABLE and start.startswith(("{", "[")):
        raise FetchError(f"a message came in place of the file: {_message(start)}")


def opening(path: Path, size: int = 4_000) -> str:
    """The first characters of a file, unpacked if it is gzip."""
    with path.open("rb") as handle:
        packed = handle.read(2) == _GZIP
    try:
        with gzip.open(path) if packed else path.open("rb") as handle:
            return handle.read(size).decode("utf-8", errors="replace")
    except (EOFError, gzip.BadGzipFile, zlib.error):
        return ""


def whole_json(path: Path) -> Any:
    """The JSON of a file; FetchError where it breaks off."""
    try:
        return json.loads(path.read_bytes())
    except ValueError as error:
        raise FetchError(f"the JSON breaks off or is faulty: {error}") from None


def _whole_json(path: Path) -> None:
    """JSON to its end, and neither an error message nor an empty collection."""
    content = whole_json(path)
    if isinstance(content, dict) and "error" in content:
        raise FetchError(f"a message came in place of the file: {_message(json.dumps(content))}")
    if isinstance(content, dict) and content.get("type") == "FeatureCollection":
        content = content.get("features")
    if not content:
        raise FetchError("the answer holds nothing")


def _whole_gzip(path: Path) -> None:
    """Read a gzip file to its end."""
    try:
        with gzip.open(path) as handle:
            while handle.read(1 << 20):
                pass
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise FetchError(f"the file breaks off or is no gzip: {error}") from None


def _message(text: str) -> str:
    """What a JSON error message says: its label, message or error, else its beginning."""
    found = re.search(r'"(?:label|message|detail|error)"\s*:\s*"([^"]+)"', text)
    return found[1] if found else text[:300]
