"""The headers of safety that every answer carries, and what a page of ours may load."""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

import streamlit

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_INLINE = re.compile(rb"<script>(.*?)</script>", re.S)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@lru_cache(maxsize=1)
def content_policy() -> str:
    """What a page may load: only what this server sends, no script but those of its framework.

    Styles may stand in the page, as the framework writes them there; pictures are also drawn by
    the page itself (`data:`, `blob:`), and the map works in a `blob:` thread of its own.
    """
    scripts = " ".join(("'self'", "'wasm-unsafe-eval'", *_inline_scripts(_INDEX.read_bytes())))
    parts = {
        "default-src": "'self'",
        "script-src": scripts,
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self' data: blob:",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in parts.items())


def _inline_scripts(page: bytes) -> list[str]:
    """The scripts that stand in the framework's own page, by their marks.

    >>> _inline_scripts(b"<script>a</script><script src=x></script>")
    ["'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs='"]
    """
    marks = (hashlib.sha256(found).digest() for found in _INLINE.findall(page))
    return [f"'sha256-{base64.b64encode(mark).decode()}'" for mark in marks]
