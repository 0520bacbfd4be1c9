"""Eurostat's dissemination service: queues, messages in place of data, and dates of update.

A request may be queued: the answer is then XML with a key (`<queued><id>…`), whose state is
asked for at `1.0/async/status/{id}` until it is AVAILABLE and the file at `1.0/async/data/{id}`.
Too large a request is answered 413 with a fault, other errors as XML or JSON, some of them with
status 200. The day a dataset was last updated is the annotation UPDATE_DATA of its dataflow,
one short request a dataset: where it is the stored one, nothing is downloaded.
Source: Eurostat, user guide of the Data Browser, "API - Detailed guidelines".
"""

import re
from pathlib import Path

from etl.fetch.answers import Came, FetchError, RefusedError, plain_text
from etl.fetch.content import check, opening
from etl.fetch.http import Ask, Http
from etl.fetch.retrieval import Got, conditions, got
from etl.fetch.store import Stored
from etl.reading import Download

POLL_S = 10.0
POLLS = 90
_ROOT = re.compile(r"https?://[^/]+/eurostat/api/dissemination")
_CODE = re.compile(r"/data/(?:dataflow/ESTAT/)?(\w+)")
_UPDATE = re.compile(
    r"<(?:\w+:)?AnnotationTitle>([^<]+)</(?:\w+:)?AnnotationTitle>\s*"
    r"<(?:\w+:)?AnnotationType>UPDATE_DATA<"
)
_QUEUED = re.compile(r"<(?:\w+:)?queued>.*?<(?:\w+:)?id>([\w-]+)<", re.DOTALL)
_STATE = re.compile(r"<(?:\w+:)?status>(\w+)<")
_WAITING = frozenset({"SUBMITTED", "PROCESSING", "QUEUED"})


def retrieve(http: Http, download: Download, target: Path, stored: Stored | None) -> Got | None:
    """Write a dataset; None where it was not updated since the stored one."""
    updated = _updated(http, download.url)
    known = stored if stored and stored.url == download.url else None
    if known and updated and known.published == updated:
        return None
    came = http.save(Ask(download.url, conditions(download.url, known)), target)
    if came is None:
        return None
    if queued := _QUEUED.search(opening(target)):
        came = _collect(http, _root(download.url), queued[1], target)
    check(target, download.file, came.content_type)
    return got(download.url, came, updated)


def _root(url: str) -> str:
    root = _ROOT.match(url)
    if root is None:
        raise FetchError(f"{url} is no address of Eurostat's dissemination service")
    return root[0]


def _updated(http: Http, url: str) -> str | None:
    """When the dataset was last updated, as Eurostat writes it; None where it does not say."""
    code = _CODE.search(url)
    if code is None:
        raise FetchError(f"{url} names no dataset")
    try:
        dataflow = http.text(Ask(f"{_root(url)}/sdmx/2.1/dataflow/ESTAT/{code[1].upper()}/1.0"))
    except RefusedError:
        return None
    found = _UPDATE.search(dataflow)
    return found[1].strip() if found else None


def _collect(http: Http, root: str, key: str, target: Path) -> Came:
    """Wait for a queued request and write its file."""
    for _ in range(POLLS):
        answer = http.text(Ask(f"{root}/1.0/async/status/{key}"))
        state = _STATE.search(answer)
        if state and state[1] == "AVAILABLE":
            came = http.save(Ask(f"{root}/1.0/async/data/{key}"), target)
            if came is None:
                raise FetchError("Eurostat calls a file unchanged that it was not asked for before")
            return came
        if state is None or state[1] not in _WAITING:
            raise FetchError(f"Eurostat queued the request and then says: {plain_text(answer)}")
        http.clock.sleep(POLL_S)
    raise FetchError(f"Eurostat queued the request; not ready after {POLLS * POLL_S / 60:.0f} min")
