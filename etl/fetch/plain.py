"""A file at an address: asked for only if it has changed."""

from pathlib import Path

from etl.fetch.content import check
from etl.fetch.http import Ask, Http
from etl.fetch.retrieval import Got, conditions, got
from etl.fetch.store import Stored
from etl.reading import Download


def retrieve(http: Http, download: Download, target: Path, stored: Stored | None) -> Got | None:
    """Write the file; None where the server says that the stored one is current."""
    came = http.save(Ask(download.url, conditions(download.url, stored)), target)
    if came is None:
        return None
    check(target, download.file, came.content_type)
    return got(download.url, came)
