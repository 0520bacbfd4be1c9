"""Weeks, persons and figures of the stress test as readers meet them."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from analysis.stress.saturation import FILLS, FULL, MAY_FILL, ROOM
from ui import words
from ui.store import Dataset
from ui.stress.amounts import people, span
from ui.stress.asked import CUSTOM, LIKE, MARCH, STEADY, StressChoice
from ui.stress.months import months_of
from ui.stress.tested import Stress
from ui.stress.today import HOSTED_AT_ONCE, SUPPOSED, WORKED_OUT
from ui.words import THIN, country, day, is_known, rate, short

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
        return f"full {now}"
    if answer == ROOM:
        return f"not within {horizon} weeks"
    if answer not in (FILLS, MAY_FILL):
        return "unknown"
    first = _week(row["week_full_earliest"], now)
    if row["places_known_as"] == HOSTED_AT_ONCE:
        return (
            f"not before {first}" if row["week_full_earliest"] else f"at its highest so far {now}"
        )
    if answer == MAY_FILL:
        return f"{first} at the earliest, or not within {horizon} weeks"
    last = int(row["week_full_latest"])
    return first if last == row["week_full_earliest"] else f"{first} to {last}"


def _week(week: float, now: str) -> str:
    return now if week == 0 else f"week {int(week)}"


def today(row: Row) -> str:
    """Week 0 of a territory: today, or the date of its figures where they are years old.

    >>> today({"old_period": ""}), today({"old_period": "2023"})
    ('today', 'in 2023')
    """
    old = str(row.get("old_period") or "")
    if not old:
        return "today"
    return f"on {day(old)}" if old.count("-") == 2 else f"in {day(old)}"


def figure(row: Row, what: str) -> str:
    """People or places of today, with their date and how they are known."""
    if not is_known(row[what]):
        return ""
    known_as, noun = row[f"{what}_known_as"], "people hosted" if what == "people" else "places"
    if known_as == SUPPOSED:
        return f"{short(float(row[what]))} {noun} (your supposition)"
    if known_as == HOSTED_AT_ONCE:
        return (
            f"at least {short(float(row[what]))} {noun}, the most people hosted at once since "
            f"{day(str(row['first_period']))} ({day(str(row['most_period']))})"
        )
    ends = span(float(row[f"{what}_lower"]), float(row[f"{what}_upper"]))
    sure = ", worked out" if known_as == WORKED_OUT else ""
    return f"{ends} {noun} ({day(str(row[f'{what}_period']))}{sure})"


def shock(dataset: Dataset, choice: StressChoice) -> str:
    """Who comes, in a sentence with its source in the series."""
    asked, months = choice.shock, months_of(dataset)
    looked_at = choice.where.countries
    if asked.kind == CUSTOM:
        weeks = words.count_of(asked.weeks, "week")
        said = people(asked.persons, asked.persons, "comes", "come")
        said = f"{said} within {weeks}, to all territories together"
    elif asked.kind == LIKE and asked.like in months.index:
        per = rate(float(months["worst_per_1000"][asked.like]))
        of = day(str(months["worst_period"][asked.like]))
        said = f"{per} people per 1,000 residents come, as to {country(asked.like)} in {of}"
    elif len(looked_at) == 1 and looked_at[0] in months.index:
        said = _of_one(str(looked_at[0]), choice, months)
    elif asked.kind == MARCH:
        said = "To each country come as many people as came under temporary protection in March "
        said += "2022"
    else:
        said = "To each country come as many people as in its worst month of temporary protection"
    parts = [said]
    if asked.asks < 100:
        parts.append(f"{rate(asked.asks)}{THIN}% of them ask for a place")
    if asked.tail:
        parts.append(f"afterwards {rate(asked.tail)}{THIN}% of the weekly number go on coming")
    return "; ".join(parts) + "."


def _of_one(code: str, choice: StressChoice, months: pd.DataFrame) -> str:
    """The month of one country."""
    if choice.shock.kind == MARCH:
        persons, of = float(months["march"][code]), "March 2022"
        if not is_known(persons):
            return f"How many people came to {country(code)} in March 2022 is not known"
        if persons <= 0:
            return (
                f"Nobody was registered in {country(code)} by the end of March 2022: its worst "
                "month came later"
            )
    else:
        persons, period = float(months["worst"][code]), str(months["worst_period"][code])
        # A monthly series gives the month itself, another the average of a longer time.
        of = day(period) if len(period) == 7 else f"an average month up to {day(period)}"
    return f"{people(persons, persons, 'comes', 'come')} to {country(code)}, as in {of}"


def terms(choice: StressChoice, rows: pd.DataFrame) -> str:
    """How long people stay, what is lost and how people are spread, in sentences."""
    stay = "nobody leaves before the end"
    if choice.stay:
        stay = f"newcomers stay {choice.stay} weeks on average"
    base = "those here today stay as many as they are"
    if choice.base != STEADY:
        base = "those here today leave as newcomers do"
    lost = ""
    if choice.lost:
        of = "all places"
        if choice.lost_in in rows.index:
            of = f"the places of {words.escaped(str(rows.loc[choice.lost_in, 'place']))}"
        lost = f" {rate(choice.lost)}{THIN}% of {of} are lost from week {choice.lost_from}."
    return f"Supposed: {stay}; {base}.{lost}"


def named(stress: Stress, rows: pd.DataFrame) -> list[str]:
    """Territories by name; with their country where several are looked at."""
    one = stress.rows["country"].nunique() == 1
    return [
        str(name if one and level else place)
        for name, place, level in zip(rows["name"], rows["place"], rows["level"], strict=True)
    ]
