"""GISCO's distribution service: files, and an index of the versions that says their date.

`distribution/v2/nuts/datasets.json` maps `nuts-2024` to a title, a date (`dd/mm/yyyy`) and the
lists of its files. Source: https://gisco-services.ec.europa.eu/distribution/v2/nuts
"""

import json
import re
from datetime import datetime
from pathlib import Path

from etl.fetch import plain
from etl.fetch.answers import FetchError
from etl.fetch.http import Ask, Http
from etl.fetch.retrieval import Got
from etl.fetch.store import Stored
from etl.reading import Download


def retrieve(http: Http, download: Download, target: Path, stored: Stored | None) -> Got | None:
    """Write the file; its date of publication is the one of its version in the index."""
    found = plain.retrieve(http, download, target, stored)
    if found is None:
        return None
    return Got(found.url, found.etag, found.last_modified, _published(http, download))


def _published(http: Http, download: Download) -> str | None:
    """Day the version was published (ISO), None where the index gives none that can be read."""
    root, _, name = download.url.rpartition("/")
    version = re.search(r"_(\d{4})[_.]", name)
    if version is None:
        raise FetchError(f"{name} names no version")
    try:
        index = json.loads(http.text(Ask(f"{root.rpartition('/')[0]}/datasets.json")))
        day = index[f"nuts-{version[1]}"]["date"]
    except (ValueError, KeyError, TypeError):
        raise FetchError(f"GISCO's index does not list NUTS {version[1]}") from None
    try:
        return datetime.strptime(day, "%d/%m/%Y").date().isoformat()
    except (ValueError, TypeError):
        return None
