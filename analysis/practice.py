"""Good practice of digital services: simple criteria, each met, not met or not stated.

There is no score: a service of which little is stated is not a bad one. Services are put in
order by how many criteria they are known to meet, then by how few are not stated.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import pandas as pd

MET, NOT_MET, NOT_STATED = "met", "not met", "not stated"
# An update this long before the page that describes the service still counts as kept up to date.
RECENT_MONTHS = 12
FIRST_YEAR, LAST_YEAR = 2020, 2022
BEFORE, DURING, AFTER = "before", "during", "after"


@dataclass(frozen=True)
class Criterion:
    """One thing a good service does: its name, and what it takes to be met."""

    criterion_id: str
    label: str
    takes: str


CRITERIA: tuple[Criterion, ...] = (
    Criterion("languages", "Languages", "speaks a language besides the country's own"),
    Criterion("accessibility", "Accessible", "states that it meets EN 301 549, in full or in part"),
    Criterion("offline", "Offline", "works without a connection"),
    Criterion("updated", "Up to date", "was updated in the year before it was described"),
    Criterion("on_site", "On site too", "has a counterpart that people can go to"),
    Criterion("use", "Evidence of use", "states how much it is used"),
    Criterion("effect", "Evidence of effect", "states what it changed for those who use it"),
)


def assess(services: pd.DataFrame, own: Mapping[str, frozenset[str]]) -> pd.DataFrame:
    """Each criterion of each service: met, not met or not stated.

    Shape   : `services` has the columns of table `digital_service` and `country`, indexed by
              service; `own` are the official languages of countries. Result: same index, a
              column a criterion, and `met` and `not_stated`, how many there are of each.
    Missing : what a page does not say is `not stated`, never `not met`.
    """
    found = pd.DataFrame(index=services.index)
    rows = services.to_dict("records")
    found["languages"] = [_languages(row, own.get(str(row["country"]))) for row in rows]
    found["accessibility"] = _yes_or_no(services["accessibility"].map(
        {"full": True, "partial": True, "none": False}))  # fmt: skip
    found["offline"] = _yes_or_no(services["offline"])
    found["updated"] = [_updated(row["updated"], row["period"]) for row in rows]
    found["on_site"] = _yes_or_no(services["on_site"])
    used = services["use_value"].notna() | services["use_lower"].notna()
    found["use"] = used.map({True: MET, False: NOT_STATED})
    found["effect"] = services["effect"].notna().map({True: MET, False: NOT_STATED})
    named = found[[each.criterion_id for each in CRITERIA]]
    return found.assign(
        met=(named == MET).sum(axis=1), not_stated=(named == NOT_STATED).sum(axis=1)
    )


def in_order(assessed: pd.DataFrame, names: pd.Series) -> pd.Index:
    """Services by criteria met, then by few that are not stated, then by name."""
    by = pd.DataFrame({"met": -assessed["met"], "open": assessed["not_stated"], "name": names})
    return by.sort_values(["met", "open", "name"], kind="stable").index


def started(period: object) -> str | None:
    """Whether a service began before, during or after COVID-19 (2020 to 2022); None if unknown.

    >>> [started(each) for each in ("2019-11", "2021", "2023", None)]
    ['before', 'during', 'after', None]
    """
    if not isinstance(period, str):
        return None
    year = int(period[:4])
    return BEFORE if year < FIRST_YEAR else DURING if year <= LAST_YEAR else AFTER


def _languages(row: Mapping[Hashable, object], own: frozenset[str] | None) -> str:
    """Whether a service speaks a language that is not the country's own."""
    text, count = row["languages"], row["languages_count"]
    named = frozenset(text.split()) if isinstance(text, str) else frozenset()
    total = int(str(count).split(".")[0]) if pd.notna(count) else None  # type: ignore[call-overload]
    if own is None:
        return NOT_STATED
    if named - own or (total is not None and total > len(own)):
        return MET
    return NOT_MET if total is not None and total == len(named) else NOT_STATED


def _yes_or_no(values: pd.Series) -> pd.Series:
    return values.map({True: MET, False: NOT_MET}).fillna(NOT_STATED)


def _updated(updated: object, seen: object) -> str:
    """Whether a service was updated in the months before a page described it."""
    if not isinstance(updated, str) or not isinstance(seen, str):
        return NOT_STATED
    # A date that is only known to the year or month is taken as late as it may be.
    apart = _month(seen) - _month(updated)
    return MET if apart <= RECENT_MONTHS else NOT_MET


def _month(period: str) -> int:
    """Months since year 0 of the last month a period may mean."""
    last = period.rsplit("/", maxsplit=1)[-1]
    year, rest = int(last[:4]), last[5:7]
    month = 12 if not rest else int(rest[1]) * 3 if rest.startswith("Q") else int(rest)
    return year * 12 + month
