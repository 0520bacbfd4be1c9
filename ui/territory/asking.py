"""How a profile asks the other pages: by the filters of their addresses, drawn at its level."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from urllib.parse import urlencode

import pandas as pd

from ui import words
from ui.asked import asked
from ui.language import _
from ui.store import Dataset, ask
from ui.territory.model import NAN

T = TypeVar("T")
_USUAL_LEVEL = 2


def choice_of(choose: Callable[[Dataset], T], dataset: Dataset, **filters: str) -> T:
    """The choice a page makes of these filters, as if they stood in its address."""
    with asked(filters, strict=False):
        return choose(dataset)


def page(name: str, at: str, level: int, **filters: str) -> str:
    """The address of a page that shows a territory; a level that is usual there is left out."""
    own = {} if level == _USUAL_LEVEL else {"level": str(level)}
    return f"{name}?{urlencode({**filters, **own, 'at': at})}"


def drawn(rows: pd.DataFrame, at: str) -> str | None:
    """The territory, or the smallest one around it, that has a row; None where none has."""
    around = [str(code) for code in rows.index if at.startswith(str(code))]
    return max(around, key=len) if around else None


def as_a_whole(dataset: Dataset, at: str) -> str:
    """A larger territory by name, as a sentence about it begins."""
    names = ask(dataset, "region").set_index("territory_id")
    place = words.escaped(words.places(names.loc[[at]])[0])
    return _("Known for {place} as a whole:", place=place) + " "


def number(row: Mapping[Any, Any], name: str) -> float:
    """A number of a row; NaN where it is missing."""
    found = row.get(name)
    return float(found) if words.is_known(found) else NAN  # type: ignore[arg-type]


def text(row: Mapping[Any, Any], name: str) -> str:
    """A text of a row; '' where it is missing."""
    found = row.get(name)
    return str(found) if words.is_known(found) else ""


def sources(*ids: object) -> tuple[str, ...]:
    """Sources that are known, each once; several may stand in one text."""
    known = [each for found in ids if words.is_known(found) for each in str(found).split()]
    return tuple(dict.fromkeys(known))
