"""Rows of a table or view by address: checked, written once, sent whole, in pages or in part."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from starlette.requests import Request
from starlette.responses import Response

from ui.api import address, answers, asked, records, work
from ui.api.asked import Page
from ui.api.kinds import JSON, KINDS, Kind
from ui.api.problem import ProblemError, of
from ui.api.render import SPOOL, Write, render, window
from ui.api.spool import Kept
from ui.api.version import code
from ui.out.citation import as_written, dataset_hash
from ui.out.count import rows_of
from ui.out.formats import FORMATS
from ui.out.naming import file_name
from ui.out.taken import NotOfferedError, Offer, Taken
from ui.store import Dataset

Offers = Mapping[str, Offer]


@dataclass(frozen=True)
class Ready:
    """A request that was found right: rows not yet read, and what makes it one of a kind."""

    taken: Taken
    page: Page
    kind: Kind
    path: str
    content: str
    rows: int

    @property
    def key(self) -> str:
        """A checksum of everything the file depends on."""
        return _checksum(f"{self.path}?{address.query(self.taken, self.page)}", self.content)

    @property
    def rows_key(self) -> str:
        """The same for all rows, of which pages are cut."""
        asked_for = as_written(self.taken.filters)
        return _checksum(f"{self.path.rpartition('.')[0]}?{asked_for}", self.content)

    @property
    def is_large(self) -> bool:
        """Whether many rows are to be read or written that are not kept yet."""
        if self.page.is_whole or not SPOOL.has(self.rows_key):
            return self.rows >= work.LARGE
        return min(self.page.limit or self.rows, self.rows) >= work.LARGE


def _checksum(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


async def answer(request: Request, offers: Offers, section: str) -> Response:
    """Rows of one offer in one format."""
    name, _, ending = request.path_params["file"].partition(".")
    offer, kind = offer_of(offers, section, name), kind_of(ending)
    dataset = asked.dataset_of(request)
    path = f"{address.BASE}/{section}/{name}.{ending}"
    try:
        preparing = partial(prepare, request, offer, dataset, kind, path)
        async with (work.WORKING_OUT if offer.is_long else work.READING).one():
            ready = await work.waited_for(request, preparing)
        about = answers.About(kind.media_type, ready.key, dataset)
        if answers.unchanged(request, ready.key):
            return answers.not_modified(about, answers.wants_gzip(request, kind.media_type))
        found = await _found(request, ready)
    except work.GoneError:
        return Response(status_code=499)
    kept, handle = found
    about = answers.About(kind.media_type, ready.key, dataset, _headers(ready, kept.rows))
    return answers.file(request, about, handle, kept.size)


async def _found(request: Request, ready: Ready) -> tuple[Kept, BinaryIO]:
    """The file, open. Of figures of one's own nothing is kept once it is."""
    try:
        return SPOOL.opened(ready.key) or await _written(request, ready)
    finally:
        if ready.taken.dataset.kind not in asked.PUBLIC:
            SPOOL.forget(ready.key, ready.rows_key)


async def _written(request: Request, ready: Ready) -> tuple[Kept, BinaryIO]:
    """The file, written now."""
    if ready.is_large and asked.is_of_foreign_page(request):
        text = "A large file is not begun for another site's page. Open its address, and it is."
        raise ProblemError(403, text)
    keys = (ready.key, ready.rows_key)
    writing = partial(render, keys, ready.taken, ready.page, _writer(ready))
    async with (work.WRITING if ready.is_large else work.WRITING_SMALL).one():
        await work.waited_for(request, writing)
    found = SPOOL.opened(ready.key)
    if found is None:
        raise ProblemError(503, "The file was dropped at once. Ask again.")
    return found


def offer_of(offers: Offers, section: str, name: str) -> Offer:
    """The offer of this name; ProblemError says which there are."""
    if name not in offers:
        text = f"There is no {section.removesuffix('s')} {name!r}."
        raise ProblemError(404, text, tuple(sorted(offers)))
    return offers[name]


def kind_of(ending: str) -> Kind:
    """The format of this ending; ProblemError says which there are."""
    if ending not in KINDS:
        raise ProblemError(404, f"There is no format {ending!r}.", tuple(KINDS))
    return KINDS[ending]


def prepare(request: Request, offer: Offer, dataset: Dataset, kind: Kind, path: str) -> Ready:
    """The request, checked against what is on offer."""
    page = asked.page_of(request, kind.usual_limit, kind.most)
    try:
        taken = offer.take(dataset, asked.filters_of(request, offer, dataset))
    except NotOfferedError as error:
        raise of(error) from error
    rows = rows_of(taken)
    part = _page(taken, page, rows)
    if kind.ending != JSON and (why := FORMATS[kind.ending].refuses(part)):
        raise ProblemError(422, why, tuple(each for each in KINDS if each != kind.ending))
    content = "\n".join([dataset_hash(dataset), dataset.kind, dataset.built.isoformat(), code()])
    return Ready(taken, page, kind, path, content, rows)


def _page(taken: Taken, page: Page, rows: int) -> Taken:
    """The rows of a page alone."""
    if page.is_whole:
        return replace(taken, count=lambda: rows)
    left = max(0, rows - page.offset)
    count = left if page.limit is None else min(left, page.limit)
    return replace(taken, batches=lambda: window(taken.batches(), page), count=lambda: count)


def _writer(ready: Ready) -> Write:
    """How rows become this format."""
    if ready.kind.ending == JSON:
        return partial(records.stream, page=ready.page, path=ready.path)
    return partial(_as_file, ready.kind.ending)


def _as_file(ending: str, taken: Taken, _total: int) -> Iterator[bytes]:
    return FORMATS[ending].stream(taken)


def _headers(ready: Ready, total: int) -> dict[str, str]:
    """What the file is called, how many rows there are in all, where more are."""
    taken, suffix = ready.taken, ready.kind.suffix
    name = file_name(taken.dataset, taken.name, taken.filters, suffix)
    how = "inline" if ready.kind.ending == JSON else "attachment"
    return {
        "Content-Disposition": f'{how}; filename="{name}"',
        "X-Total-Count": str(total),
        "Link": address.links(ready.path, taken, ready.page, total),
    }
