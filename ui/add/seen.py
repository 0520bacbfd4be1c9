"""Where rows are seen once they are added: the page that draws them, at the first one's place."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analysis import BY_ID as INDICATORS
from ui.add.kinds import Kind

# Services whose places are drawn beside digital ones.
_ON_SITE = frozenset(
    {"language", "social_orientation", "employment", "legal_aid", "mental_health", "housing",
     "education", "social_participation"}
)  # fmt: skip
# The view of its page that draws a table.
_VIEWS = {
    "digital_service": "services", "participation": "seats", "consultation": "seats",
    "partnership": "network",
}  # fmt: skip
# What of a measure no page draws by itself is drawn of all kinds of data together.
_KNOWN = "sources"


@dataclass(frozen=True)
class Seen:
    """A page and its address."""

    page: str
    query: Mapping[str, str]

    @property
    def path(self) -> str:
        """The page's file."""
        return f"pages/{self.page}.py"


def seen(kind: Kind, rows: pd.DataFrame) -> Seen:
    """The page that draws such rows, at the place of the first one."""
    first = {str(name): rows[name].iloc[0] for name in rows} if len(rows) else {}
    where = _where(str(first.get("territory_id") or first.get("country") or ""))
    if kind.table == "observation":
        return _figure(first, where)
    if kind.table == "facility":
        service = str(first.get("service") or "")
        if service in _ON_SITE:
            return Seen("digital", {"view": "on_site", "term": service, **where})
        return _reach(service, first)
    view = {"view": _VIEWS[kind.table]} if kind.table in _VIEWS else {}
    return Seen(kind.page, {**view, **where})


def _reach(service: str, first: Mapping[str, object]) -> Seen:
    """Who reaches a place of a service, in the country of the first one."""
    asked = {"for": service, "in": str(first.get("country") or "")}
    return Seen("reach", {name: value for name, value in asked.items() if value})


def _figure(first: Mapping[str, object], where: Mapping[str, str]) -> Seen:
    """The question that a figure answers, else what is known of its territory."""
    measure, group = str(first.get("measure_id") or ""), str(first.get("group_id") or "")
    for indicator in INDICATORS.values():
        if indicator.measures.get(group) == measure:
            return Seen("figures", {"short": indicator.indicator_id, "whom": group, **where})
    for indicator in INDICATORS.values():
        if measure in indicator.measures.values():
            return Seen("figures", {"short": indicator.indicator_id, **where})
    return Seen(_KNOWN, where)


def _where(territory: str) -> dict[str, str]:
    """The territory chosen and its level; nothing where there is none on the map.

    >>> _where("ITC4"), _where("DE"), _where("")
    ({'level': '2', 'at': 'ITC4'}, {'level': '0', 'at': 'DE'}, {})
    """
    code = territory.partition("+")[0]
    level = len(code) - 2
    return {"level": str(level), "at": code} if 0 <= level <= 3 else {}
