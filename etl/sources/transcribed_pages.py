"""The public pages that transcribed figures were read off: each page is a source of its own."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import pandas as pd

_CAVEATS = "Read off a public page by hand; see the note on each figure."


class Page(NamedTuple):
    """A page by title, publisher and address."""

    title: str
    publisher: str
    url: str


def page_of(record: Mapping[str, str]) -> Page:
    """The page a transcribed row names."""
    return Page(record["source_title"], record["source_publisher"], record["source_url"])


def page_id(page: Page) -> str:
    """`source_id` of a page: the same in whichever file it is named."""
    return "page_" + hashlib.sha256("|".join(page).encode()).hexdigest()[:10]


def pages(module: str, cited: Iterable[tuple[Page, str]]) -> pd.DataFrame:
    """Rows of table `source`, one per page; `cited` gives a page and a period per figure.

    An empty period is that of an undated figure.
    """
    periods: dict[Page, list[str]] = {}
    for page, period in cited:
        periods.setdefault(page, []).extend([period] if period else [])
    return pd.DataFrame(
        {
            "source_id": page_id(page),
            "module": module,
            "title": page.title,
            "publisher": page.publisher,
            "url": page.url,
            "licence": "facts, cited",
            "attribution": f"{page.publisher}: {page.title}",
            "retrieved_on": None,
            "sha256": None,
            "vintage": "..".join(sorted({min(of_page), max(of_page)})) if of_page else "undated",
            "caveats": _CAVEATS,
        }
        for page, of_page in periods.items()
    )
