"""Answers that say what is wrong with a request and what would be right (RFC 9457)."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import Response

from ui.out.taken import NotOfferedError

MEDIA_TYPE = "application/problem+json"


class ProblemError(Exception):
    """What is wrong, in a sentence, with its HTTP status; `allowed` says what would be right."""

    def __init__(
        self,
        status: int,
        detail: str,
        allowed: tuple[str, ...] = (),
        parameter: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.allowed = status, detail, allowed
        self.parameter, self.headers = parameter, dict(headers or {})


def answer(problem: ProblemError) -> Response:
    """The problem as a response."""
    said: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": problem.detail,
    }
    if problem.parameter:
        said["parameter"] = problem.parameter
    if problem.allowed:
        said["allowed"] = list(problem.allowed)
    headers = {"Cache-Control": "no-store"} | problem.headers
    body = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, problem.status, headers, MEDIA_TYPE)


def of(error: NotOfferedError) -> ProblemError:
    """A filter or value that is not on offer: 404 where it is a key too many to list, else 400."""
    status = 400 if error.allowed else 404
    return ProblemError(status, str(error), error.allowed, error.name)
