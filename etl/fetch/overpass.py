"""OpenStreetMap through Overpass: one query at a time, and only when a slot is free.

The public servers are shared and run by volunteers. Before each query `/api/status` says
whether a slot is free or in how many seconds one will be; 429 and 504 (busy) are waited out,
and a server that stays busy for two queries in a row is asked nothing more in this run. What
is younger than a day is not asked for again. A query that ran out of time or memory answers
200 with what it had found so far and a `remark`: that is no answer.

Written as lines: first the time of the data, then one element a line, as Overpass gives it.
Source: https://dev.overpass-api.de/overpass-doc/en/preface/commons.html
"""

import json
import os
import re
from datetime import datetime, timedelta
from pathlib import Path

from etl.fetch.answers import FetchError
from etl.fetch.content import check, whole_json
from etl.fetch.http import LONGEST_WAIT_S, Ask, Http
from etl.fetch.retrieval import Got
from etl.fetch.store import Stored
from etl.reading import Download

PAUSE_S = 2.0
PATIENT_FOR = 2
YOUNG = timedelta(days=1)
_FREE = re.compile(r"\d+ slots? available now|Rate limit: 0\b")
_NEXT_S = re.compile(r"in (-?\d+) seconds")


def retrieve(http: Http, download: Download, target: Path, stored: Stored | None) -> Got | None:
    """Write the elements a query finds, one a line, after a line with the time of the data."""
    if download.query is None:
        raise FetchError(f"{download.file} has no query")
    if stored and http.clock.now() - datetime.fromisoformat(stored.retrieved_at) < YOUNG:
        return None
    raw = target.with_name(f"{target.name}.answer")
    _await_slot(http, download.url)
    came = http.save(_ask(download.url, {"data": download.query}), raw)
    if came is None:
        raise FetchError("Overpass calls an answer unchanged that it was not asked for before")
    check(raw, "answer", came.content_type)
    _write_lines(raw, target)
    raw.unlink()
    http.clock.sleep(PAUSE_S)
    return Got(download.url, published=_time_of(target))


def _ask(url: str, form: dict[str, str] | None = None) -> Ask:
    return Ask(url, form=form, patient_for=PATIENT_FOR)


def _await_slot(http: Http, url: str) -> None:
    """Wait until the server has a slot for us; FetchError when that takes too long."""
    answer = http.text(_ask(url.replace("/interpreter", "/status")))
    if _FREE.search(answer):
        return
    waits = [int(seconds) for seconds in _NEXT_S.findall(answer)]
    wait = max(min(waits, default=0), 0) + 1.0
    if wait > LONGEST_WAIT_S:
        why = f"Overpass has no slot for {wait:.0f} s"
        http.leave_alone(url, why)
        raise FetchError(why)
    http.clock.sleep(wait)


def _write_lines(raw: Path, target: Path) -> None:
    """From Overpass's one JSON document to lines."""
    answer = whole_json(raw)
    if not isinstance(answer, dict):
        raise FetchError(f"the answer has no elements: {str(answer)[:200]}")
    if remark := answer.get("remark"):
        raise FetchError(f"Overpass gave up: {remark}")
    if not isinstance(answer.get("elements"), list) or "osm3s" not in answer:
        raise FetchError(f"the answer has no elements: {list(answer)}")
    if not answer["elements"]:
        raise FetchError("the query found nothing")
    with target.open("w", encoding="utf-8", newline="\n") as handle:
        for line in (answer["osm3s"], *answer["elements"]):
            handle.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")
        handle.flush()
        os.fsync(handle.fileno())


def _time_of(target: Path) -> str | None:
    """The time of the data, from the first line."""
    with target.open(encoding="utf-8") as handle:
        moment = json.loads(handle.readline()).get("timestamp_osm_base")
    return str(moment) if moment else None
