"""What a request asks for: dataset, filters, page of rows, format; each checked."""

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass

from starlette.datastructures import QueryParams
from starlette.requests import Request

from ui import store
from ui.api.problem import ProblemError
from ui.elsewhere import ElsewhereError
from ui.out.asking import BETWEEN
from ui.out.taken import Offer
from ui.store import Dataset

DATA, LIMIT, OFFSET = "data", "limit", "offset"
MOST_VALUES = 50
_OWN = (DATA, LIMIT, OFFSET)
PUBLIC = (store.PUBLISHED, store.DEMONSTRATION)
# What proxies say of whom they ask for: names, and beginnings of names.
_FORWARDED = (
    "forwarded", "via", "true-client-ip", "x-real-ip", "x-client-ip", "x-cluster-client-ip",
    "fastly-client-ip",
)  # fmt: skip
_FORWARDED_BY = ("x-forwarded-", "cf-")


@dataclass(frozen=True)
class Page:
    """A part of the rows; all of them where there is no limit."""

    limit: int | None = None
    offset: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it is all rows."""
        return self.limit is None and not self.offset


def dataset_of(request: Request) -> Dataset:
    """The dataset asked for by `data`; one's own figures only from this machine and site."""
    given, kinds = request.query_params.getlist(DATA), tuple(store.kinds())
    _given_once(DATA, given, kinds)
    kind = given[0] if given else store.PUBLISHED
    if kind not in kinds:
        raise ProblemError(400, f"{DATA}: {kind!r} is not on offer; name one.", kinds, DATA)
    if kind not in PUBLIC and not is_at_home(request):
        text = "Figures of one's own are given only to this machine and this site."
        raise ProblemError(403, text, parameter=DATA)
    try:
        dataset = store.current(kind)
    except ElsewhereError as error:
        raise ProblemError(503, str(error)) from error
    if dataset is None:
        text = f"The dataset {kind} has not been built yet."
        raise ProblemError(404 if given else 503, text, parameter=DATA if given else "")
    return dataset


def is_at_home(request: Request) -> bool:
    """Whether a request comes from this machine, not through a proxy, not from another site."""
    if any(name in _FORWARDED or name.startswith(_FORWARDED_BY) for name in request.headers):
        return False
    try:
        near = ipaddress.ip_address(request.client.host if request.client else "").is_loopback
    except ValueError:
        return False
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "none")
    here = f"{request.url.scheme}://{request.headers.get('host', '')}"
    return near and site in ("none", "same-origin") and origin in (None, here)


def is_of_foreign_page(request: Request) -> bool:
    """Whether another site's page asks for this on its own, without the reader going there."""
    said = request.headers
    goes = (said.get("sec-fetch-mode"), said.get("sec-fetch-dest")) == ("navigate", "document")
    return said.get("sec-fetch-site") == "cross-site" and not goes


def nothing_more(request: Request, names: tuple[str, ...] = (DATA,)) -> None:
    """Raise ProblemError for a parameter that a route does not have."""
    for name in request.query_params:
        if name not in names:
            raise ProblemError(400, f"{name!r} is no parameter here.", names, name)


def filters_of(request: Request, offer: Offer, dataset: Dataset) -> Mapping[str, str]:
    """The filters as an offer reads them: several values joined by a dot."""
    params = [name for name in dict.fromkeys(request.query_params) if name not in _OWN]
    given = {name: BETWEEN.join(request.query_params.getlist(name)) for name in params}
    several = {each.name: each.several for each in offer.parameters(dataset, given)}
    for name in params:
        most = MOST_VALUES if several.get(name, True) else 1
        if len(request.query_params.getlist(name)) > most:
            text = f"{name} stands here too often; {most} is the most."
            raise ProblemError(400, text, parameter=name)
    return given


def page_of(request: Request, usual: int | None, most: int) -> Page:
    """Which rows: `limit` and `offset`; `usual` many where no limit is given."""
    limit = _whole(request.query_params, LIMIT, 1, most)
    return Page(usual if limit is None else limit, _whole(request.query_params, OFFSET, 0) or 0)


def _given_once(name: str, values: list[str], allowed: tuple[str, ...] = ()) -> None:
    """Raise ProblemError for a parameter that stands more than once in the address."""
    if len(values) > 1:
        times = "twice" if len(values) == 2 else f"{len(values)} times"  # two
        raise ProblemError(400, f"{name} is given {times}. Give it once.", allowed, name)


def _whole(params: QueryParams, name: str, least: int, most: int = 10**9) -> int | None:
    """A whole number in the address, or None."""
    values = params.getlist(name)
    if not values:
        return None
    _given_once(name, values)
    text = values[0]
    number = int(text) if re.fullmatch(r"[0-9]{1,10}", text) else -1
    if not least <= number <= most:
        span = f"one whole number from {least} to {most}"
        raise ProblemError(400, f"{name}: {text!r} is not {span}.", (span,), name)
    return number
