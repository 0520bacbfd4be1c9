"""UNHCR's Refugee Data Finder: pages of JSON, written as one item a line.

Each page is `{"page": 1, "maxPages": 14, "items": [{…}, …]}`. The same address without new
figures gives the same lines, so that an unchanged dataset is recognised by its checksum.
Source: https://api.unhcr.org/docs/refugee-statistics.html
"""

import json
import os
from pathlib import Path
from typing import IO, Any

from etl.fetch.answers import FetchError, too_large
from etl.fetch.content import check, whole_json
from etl.fetch.http import LIMIT_BYTES, Ask, Http
from etl.fetch.retrieval import Got
from etl.fetch.store import Stored
from etl.reading import Download

ITEMS_A_PAGE = 10_000
PAUSE_S = 1.0


def retrieve(http: Http, download: Download, target: Path, stored: Stored | None) -> Got | None:
    """Write every page's items to `target`; an answer that changes between pages is refused."""
    url = _until_now(download.url, http.clock.now().year)
    page, pages = 1, 1
    with target.open("w", encoding="utf-8", newline="\n") as handle:
        while page <= pages:
            answer = _page(http, f"{url}&limit={ITEMS_A_PAGE}&page={page}", target)
            if page > 1 and answer["maxPages"] != pages:
                raise FetchError(f"page {page} tells of {answer['maxPages']} pages, not {pages}")
            pages = answer["maxPages"]
            if not answer["items"]:
                raise FetchError(f"page {page} of {pages} holds nothing")
            _write(answer["items"], handle)
            if handle.tell() > LIMIT_BYTES:
                raise FetchError(too_large(LIMIT_BYTES))
            page += 1
            http.clock.sleep(PAUSE_S)
        handle.flush()
        os.fsync(handle.fileno())
    return Got(url)


def _until_now(url: str, year: int) -> str:
    """The address with the years it leaves open; the interface ignores a bound that is alone."""
    return url.replace("{year}", str(year)).replace("{two_years_ago}", str(year - 2))


def _page(http: Http, url: str, beside: Path) -> dict[str, Any]:
    """One page: `items` is a list of objects, `maxPages` a number of pages."""
    path = beside.with_name(f"{beside.name}.page")
    came = http.save(Ask(url), path)
    if came is None:
        raise FetchError("UNHCR calls a page unchanged that it was not asked for before")
    check(path, "page", came.content_type)
    answer = whole_json(path)
    path.unlink()
    items = answer.get("items") if isinstance(answer, dict) else None
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise FetchError(f"the answer has no list of items: {str(answer)[:200]}")
    if not isinstance(answer.get("maxPages"), int):
        raise FetchError(f"the answer does not say how many pages there are: {list(answer)}")
    return dict(answer)


def _write(items: list[dict[str, Any]], handle: IO[str]) -> None:
    """One line an item, its fields in the publisher's order."""
    for item in items:
        handle.write(json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n")
