"""What every interface's module gives and takes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from etl.fetch.answers import Came
from etl.fetch.http import Http
from etl.fetch.store import Stored
from etl.reading import Download


@dataclass(frozen=True)
class Got:
    """A file that was written: the address it is from, and what is said of its age."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    published: str | None = None


# Writes the file of a download to a path; None where what is stored is still current.
Retrieve = Callable[[Http, Download, Path, Stored | None], Got | None]


def conditions(url: str, stored: Stored | None) -> dict[str, str]:
    """Headers that ask for the file only if it is another than the stored one."""
    if stored is None or stored.url != url:
        return {}
    headers = {"If-None-Match": stored.etag, "If-Modified-Since": stored.last_modified}
    return {name: value for name, value in headers.items() if value}


def got(url: str, came: Came, published: str | None = None) -> Got:
    """What came, with the publisher's date where its interface tells one."""
    return Got(url, came.etag, came.last_modified, published)
