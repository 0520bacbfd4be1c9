"""What a server's answer can be: a file, worth asking for again, or no."""

import re
from dataclasses import dataclass


class FetchError(RuntimeError):
    """A file could not be had; the message says why."""


class RefusedError(FetchError):
    """The server answered, and the answer is no."""


class AgainError(Exception):
    """An answer worth asking for again, perhaps after a time the server names."""

    def __init__(self, why: str, after_s: float | None = None, unreachable: bool = False) -> None:
        super().__init__(why)
        self.after_s = after_s
        self.unreachable = unreachable


@dataclass(frozen=True)
class Came:
    """What the server said of the file it sent."""

    etag: str | None
    last_modified: str | None
    content_type: str


def plain_text(markup: str) -> str:
    """The words of a page or message without its tags, at most 300 characters.

    >>> plain_text("<S:Fault><faultcode>413</faultcode> TOO_BIG </S:Fault>")
    '413 TOO_BIG'
    """
    body = re.sub(r"(?is)<(script|style)\b.*?</\1>|<[^>]*>", " ", markup)
    return " ".join(body.split())[:300]


def too_large(limit: int) -> str:
    """Why a file is not taken."""
    return f"it is more than the {limit / 1e6:.0f} MB it may be"
