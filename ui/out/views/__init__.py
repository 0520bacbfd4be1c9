"""Every view of the pages as rows, by the parameters of its address; in the order of the menu."""

from collections.abc import Mapping
from functools import lru_cache

from ui.language import speaking
from ui.language.spoken import ENGLISH
from ui.out.taken import Offer
from ui.out.views import areas, compare, front, remedies
from ui.out.views.view import View
from ui.picture import Picture
from ui.store import Dataset

_ALL = (*front.VIEWS, *compare.VIEWS, *remedies.VIEWS, *areas.VIEWS)
_BY_NAME: Mapping[str, View] = {view.name: view for view in _ALL}
VIEWS: Mapping[str, Offer] = {view.name: view.offer() for view in _ALL}
PAGE_OF: Mapping[str, str] = {view.name: view.page for view in _ALL}


def filters_of(dataset: Dataset, name: str, values: Mapping[str, str]) -> dict[str, str]:
    """The filters of a view that an address sets; what else it says is passed over."""
    return dict(_filters(dataset, name, tuple(sorted(values.items()))))


@lru_cache(maxsize=256)
def _filters(dataset: Dataset, name: str, values: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return _BY_NAME[name].choice(dataset, dict(values), strict=False)[1].filters


def picture_of(dataset: Dataset, name: str, values: Mapping[str, str]) -> Picture | None:
    """The map of a view with these filters, where it has one; in English, as its rows."""
    view = _BY_NAME[name]
    with speaking(ENGLISH):
        return view.drawn(dataset, view.choice(dataset, values, strict=True)[0])


def chosen_on_page(dataset: Dataset, name: str) -> None:
    """Draw the controls of a view, the same as on its page."""
    _BY_NAME[name].choose(dataset)
