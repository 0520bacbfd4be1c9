"""Two answers for whoever runs the server: that it lives, and that it can serve pages now.

A proxy or a service manager asks every few seconds. Both answers wait for nobody: they take no
place among the data routes and no thread that those could need.
"""

import json
from collections.abc import Awaitable, Callable

import anyio
import duckdb
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, request_response

from ui import shapes, store
from ui.api import asked
from ui.api.guard import Guard
from ui.api.problem import ProblemError
from ui.connection import reading
from ui.elsewhere import ElsewhereError
from ui.store import Dataset

# Longer nobody waits for a dataset that is being opened.
PATIENCE = 1.0
_HEADERS = {"Cache-Control": "no-store"}
_ASK_AGAIN = {"Retry-After": "1"}


class Ready:
    """Whether the published dataset opens and answers, and maps can be drawn; one look at a time.

    `look` opens it and asks it something; it is given to tests.
    """

    def __init__(self, look: Callable[[Dataset], None] | None = None) -> None:
        self._look = look or _look
        self._looking = False
        # What was wrong at the last look: the next may take longer than anybody waits.
        self._why = "is being opened"
        # A thread of its own: all others may be busy with large files.
        self._thread = anyio.CapacityLimiter(1)

    async def __call__(self, request: Request) -> Response:
        """200 with the version that is served; 503 with the reason where none is."""
        asked.nothing_more(request, ())
        try:
            dataset = store.current(store.PUBLISHED)
        except ElsewhereError as error:
            raise _not_ready("does not answer") from error
        if dataset is None:
            raise _not_ready("has not been built yet, or is being replaced")
        if not shapes.can_be_served():
            raise ProblemError(503, "Maps have no outlines: static/shapes cannot be written.")
        if self._looking:
            raise _not_ready(self._why)
        with anyio.move_on_after(PATIENCE):
            await anyio.to_thread.run_sync(
                self._seen, dataset, abandon_on_cancel=True, limiter=self._thread
            )
            return _said({"status": "ready", "version": dataset.version})
        raise _not_ready(self._why)

    def _seen(self, dataset: Dataset) -> None:
        self._looking = True
        try:
            self._look(dataset)
            self._why = "is being opened"
        except (duckdb.Error, OSError) as error:
            self._why = "cannot be read"
            raise _not_ready("does not answer") from error
        finally:
            self._looking = False


async def alive(request: Request) -> Response:
    """200: the process runs and answers. It looks at nothing else."""
    asked.nothing_more(request, ())
    return _said({"status": "alive"})


def routes() -> list[Route]:
    """The two addresses."""
    return [_route("/livez", alive), _route("/readyz", Ready())]


def _route(path: str, answer: Callable[[Request], Awaitable[Response]]) -> Route:
    async def answered(request: Request) -> Response:
        return await answer(request)

    return Route(path, endpoint=Guard(request_response(answered)))


def _look(dataset: Dataset) -> None:
    with reading(dataset) as cursor:
        cursor.execute("select source_id from source limit 1").fetchone()


def _said(what: dict[str, str]) -> Response:
    return Response(json.dumps(what), headers=_HEADERS, media_type="application/json")


def _not_ready(why: str) -> ProblemError:
    return ProblemError(503, f"The dataset published {why}.", headers=_ASK_AGAIN)
