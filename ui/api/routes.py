"""The data routes: which address gives what."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from functools import lru_cache, partial
from typing import Any

import duckdb
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, request_response

from ui import store
from ui.api import address, answers, asked, data, dcat, describe, openapi, problem, work
from ui.api.answers import About
from ui.api.ending import ENDING
from ui.api.guard import PREFIX, Guard
from ui.api.problem import ProblemError
from ui.api.render import SPOOL
from ui.api.version import API
from ui.connection import reading
from ui.elsewhere import ElsewhereError
from ui.out.scratch import sweep
from ui.out.tables import TABLES
from ui.out.taken import Offer
from ui.out.views import VIEWS
from ui.server import ready
from ui.server.start import settle
from ui.server.upkeep import upkeep
from ui.store import Dataset

Sections = Mapping[str, Mapping[str, Offer]]
Content = Callable[[Dataset], Any]
# Long descriptions are kept for so many datasets.
_DATASETS = 4


def routes(sections: Sections | None = None) -> list[BaseRoute]:
    """The routes to put beside the pages."""
    inner = application(sections or {"tables": TABLES, "views": VIEWS})
    return [
        Route("/healthz", endpoint=Guard(request_response(healthz))),
        *ready.routes(),
        Route(PREFIX, endpoint=inner),
        Mount(PREFIX, app=inner),
    ]


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """While the server runs; the files it kept go with it, those of one that was killed too."""
    sweep()
    settle()
    with ENDING.at_signals():
        try:
            async with upkeep():
                yield
        finally:
            ENDING.end()
            SPOOL.close()


def application(sections: Sections) -> Starlette:
    """All that is below /api; what is not known there is a 404 that says what is."""
    base = f"/{API}"
    said: dict[str, Content] = {
        base: partial(index, sections),
        f"{base}/": partial(index, sections),
        "/": partial(index, sections),
        f"{base}/dictionary": lru_cache(_DATASETS)(describe.dictionary),
        f"{base}/openapi.json": lru_cache(_DATASETS)(partial(openapi.document, sections=sections)),
    }
    found: list[BaseRoute] = [Route(at, partial(say, content)) for at, content in said.items()]
    found.append(Route(f"{base}/catalogue", partial(catalogue, sections)))
    found.append(Route(f"{base}/catalogue.jsonld", partial(catalogue, sections)))
    for section, offers in sections.items():
        listing = partial(_listing, section, offers)
        found.append(Route(f"{base}/{section}", partial(say, listing)))
        found.append(Route(f"{base}/{section}/{{file}}", partial(one, section, offers)))
    app = Starlette(routes=found, middleware=[Middleware(Guard)])
    app.add_exception_handler(HTTPException, _not_found)
    app.router.redirect_slashes = False
    return app


async def say(content: Content, request: Request, vary: str = "") -> Response:
    """A description of something, as JSON."""
    asked.nothing_more(request)
    dataset = asked.dataset_of(request)
    try:
        async with work.DESCRIBING.one():
            said = await work.waited_for(request, partial(content, dataset))
    except work.GoneError:
        return Response(status_code=499)
    about = About("application/json", dataset=dataset, headers={"Vary": vary} if vary else {})
    return answers.document(request, said, about)


async def one(section: str, offers: Mapping[str, Offer], request: Request) -> Response:
    """A table or view: its rows where the address ends in a format, else what it holds."""
    if "." in (name := request.path_params["file"]):
        return await data.answer(request, offers, section)
    offer = data.offer_of(offers, section, name)
    return await say(partial(describe.offer, section=section, each=offer), request)


async def catalogue(sections: Sections, request: Request) -> Response:
    """Everything there is, as plain JSON or for portals of open data."""
    accepted = request.headers.get("accept", "")
    wants_ld = request.url.path.endswith(".jsonld") or dcat.MEDIA_TYPE in accepted
    if not wants_ld:
        return await say(partial(index, sections), request, "Accept")
    asked.nothing_more(request)
    host = f"{request.url.scheme}://{request.url.netloc}"
    dataset = asked.dataset_of(request)
    found = dcat.catalogue(dataset, host, sections)
    about = About(dcat.MEDIA_TYPE, dataset=dataset, headers={"Vary": "Accept"})
    return answers.document(request, found, about)


def index(sections: Sections, dataset: Dataset) -> dict[str, Any]:
    """What there is: sections, their offers, and the other addresses."""
    return {
        "title": "Groundwork data routes",
        "dataset": describe.dataset_facts(dataset),
        "datasets": store.kinds(),
        "openapi": f"{address.BASE}/openapi.json",
        "dictionary": f"{address.BASE}/dictionary",
        "catalogue": f"{address.BASE}/catalogue.jsonld",
        **{name: _listing(name, offers, dataset)[name] for name, offers in sections.items()},
    }


def _listing(section: str, offers: Mapping[str, Offer], _dataset: Dataset) -> dict[str, Any]:
    return {section: [describe.brief(section, each) for each in offers.values()]}


async def healthz(request: Request) -> Response:
    """Whether the published dataset is there and answers."""
    asked.nothing_more(request, ())
    try:
        dataset = store.current(store.PUBLISHED)
        if dataset is None:
            raise ProblemError(503, "The dataset published has not been built yet.")
        await work.waited_for(request, partial(_answers, dataset))
    except (duckdb.Error, ElsewhereError) as error:
        raise ProblemError(503, "The dataset published does not answer.") from error
    said = {"status": "ok", "built": dataset.built.isoformat()}
    return answers.document(request, said, About("application/json"))


def _answers(dataset: Dataset) -> None:
    with reading(dataset) as cursor:
        cursor.execute("select source_id from source limit 1").fetchone()


def _not_found(request: Request, error: Exception) -> Response:
    """An address that no route has."""
    known = tuple(f"{address.BASE}{end}" for end in _KNOWN)
    detail = f"There is nothing at {request.url.path}."
    return problem.answer(ProblemError(404, detail, known))


_KNOWN = ("", "/catalogue", "/tables", "/views", "/dictionary", "/openapi.json")
