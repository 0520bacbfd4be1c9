"""When a territory is full, in words."""

from collections.abc import Hashable, Mapping
from typing import Any

from analysis.stress.saturation import FILLS, FULL, MAY_FILL, ROOM
from ui.language import _, n_
from ui.stress.today import HOSTED_AT_ONCE
from ui.words import day, is_known

Row = Mapping[Hashable, Any]


def when(row: Row, horizon: int) -> str:
    """When a territory is full, short: digits and our own words.

    Where the most people hosted at once stand in for its places it is not full before: it may
    have more.

    >>> when({"answer": "fills", "week_full_earliest": 3.0, "week_full_latest": 5.0,
    ...       "places_known_as": "published"}, 26)
    'week 3 to 5'
    >>> when({"answer": "may fill", "week_full_earliest": 0.0,
    ...       "places_known_as": "most hosted at once"}, 26)
    'at its highest so far today'
    >>> when({"answer": "full today", "old_period": "2023-12-31"}, 26)
    'full on 31 December 2023'
    """
    answer, now = row["answer"], today(row)
    if answer == FULL:
        return _("full {now}", now=now)
    if answer == ROOM:
        return n_("not within {count} week", "not within {count} weeks", horizon)
    if answer not in (FILLS, MAY_FILL):
        return _("unknown")
    if not row["week_full_earliest"]:
        return _at_its_highest(now) if is_held(row) else already(row, horizon)
    return _later(row, horizon)


def _later(row: Row, horizon: int) -> str:
    """When a territory is full that is not so today."""
    first = int(row["week_full_earliest"])
    if is_held(row):
        return _("not before week {week}", week=first)
    if row["answer"] == MAY_FILL:
        return n_(
            "week {week} at the earliest, or not within {count} week",
            "week {week} at the earliest, or not within {count} weeks", horizon, week=first,
        )  # fmt: skip
    last = int(row["week_full_latest"])
    if last == first:
        return _("week {week}", week=first)
    return _("week {first} to {last}", first=first, last=last)


def is_held(row: Row) -> bool:
    """Whether the most people hosted at once stand in for a territory's places."""
    return bool(row["places_known_as"] == HOSTED_AT_ONCE)


def _at_its_highest(now: str) -> str:
    return _("at its highest so far {now}", now=now)


def already(row: Row, horizon: int) -> str:
    """When a territory is full that is so today in one case at least."""
    now = today(row)
    if row["answer"] == MAY_FILL:
        return n_(
            "{now} at the earliest, or not within {count} week",
            "{now} at the earliest, or not within {count} weeks", horizon, now=now,
        )  # fmt: skip
    last = row.get("week_full_latest")
    if row["answer"] == FULL or not last or not is_known(last):
        return now
    return _("{first} to {last}", first=now, last=int(last))


def first_when(row: Row, horizon: int) -> str:
    """When a territory is full that is not so today, as a part of a sentence."""
    week = int(row["week_full_earliest"])
    if is_held(row):
        return _("not before week {week}", week=week)
    if row["answer"] == MAY_FILL:
        return n_(
            "in week {week} at the earliest, or not within {count} week",
            "in week {week} at the earliest, or not within {count} weeks", horizon, week=week,
        )  # fmt: skip
    if (last := int(row["week_full_latest"])) == week:
        return _("in week {week}", week=week)
    return _("in week {first} to {last}", first=week, last=last)


def today(row: Row) -> str:
    """Week 0 of a territory: today, or the date of its figures where they are years old.

    >>> today({"old_period": ""}), today({"old_period": "2023"})
    ('today', 'in 2023')
    """
    old = str(row.get("old_period") or "")
    if not old:
        return _("today")
    if old.count("-") == 2:
        return _("on {day}", day=day(old))
    return _("in {period}", period=day(old))
