"""Addresses of data: the same query is always written the same."""

from starlette.datastructures import QueryParams

from ui import store
from ui.api.asked import DATA, LIMIT, OFFSET, Page
from ui.api.version import API
from ui.out.taken import Taken

BASE = f"/api/{API}"


def query(taken: Taken, page: Page) -> str:
    """What was asked, in one order; usual values left out."""
    parts = dict(sorted(taken.filters.items()))
    if taken.dataset.kind != store.PUBLISHED:
        parts[DATA] = taken.dataset.kind
    if page.limit is not None:
        parts[LIMIT] = str(page.limit)
    if page.offset:
        parts[OFFSET] = str(page.offset)
    return str(QueryParams(parts))


def neighbour(path: str, taken: Taken, page: Page, total: int, step: int) -> str | None:
    """The address of the page after (`step` 1) or before (-1) this one; None where none is."""
    if page.limit is None:
        return None
    offset = page.offset + step * page.limit
    if offset >= total or page.offset + step < 0:
        return None
    return f"{path}?{query(taken, Page(page.limit, max(0, offset)))}"


def links(path: str, taken: Taken, page: Page, total: int) -> str:
    """The Link header of a page: what comes next and before, and what describes it."""
    described = f'<{path.rpartition(".")[0]}>; rel="describedby"'
    found = [(neighbour(path, taken, page, total, step), rel) for step, rel in _STEPS]
    return ", ".join([*(f'<{link}>; rel="{rel}"' for link, rel in found if link), described])


_STEPS = ((1, "next"), (-1, "prev"))
