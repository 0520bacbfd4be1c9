"""Sums over everybody the page looks at, and the sentences that say them."""

import math
from dataclasses import dataclass

import pandas as pd

from ui import words
from ui.reach.found import VALUES, found_of
from ui.reach.offer import is_complete, offer_of
from ui.reach.room import people_words
from ui.reach.shades import said
from ui.reach.way import COVERED, DISTANCE, OPEN, PER_1000, ReachChoice, Way, group_words, place_of
from ui.store import Dataset

_PC = f"{words.THIN}%"


@dataclass(frozen=True)
class Together:
    """Who is counted and can be told of, and residents of whom nothing can be told.

    Means are over the former; `beyond` is how many of them are farther than the distance asked.
    """

    known: float
    dark: float
    cells_without_residents: int
    means: dict[str, float]
    beyond: float


def together(dataset: Dataset, choice: ReachChoice) -> Together:
    """The sums of a view; `beyond` is residents farther than its distance."""
    found = inside(found_of(dataset, choice.way), choice)
    told = found["km"].notna() & (found["residents"] > 0)
    clear = told & (found["people"] > 0)
    people = found["people"].where(clear, 0.0)
    columns = ["km", "abroad", *VALUES.get(choice.way.show, [])]
    known = float(people.sum())
    means = {
        name: float((found.loc[clear, name] * people[clear]).sum(skipna=False)) / known
        for name in columns
        if known
    }
    beyond = float(people[found["km"] > choice.way.km].sum())
    dark = float(found["residents"].where(~told, 0.0).sum())
    return Together(known, dark, int(found["residents"].isna().sum()), means, beyond)


def inside(found: pd.DataFrame, choice: ReachChoice) -> pd.DataFrame:
    """The cells of the countries the page looks at."""
    countries = choice.where.countries
    return found[found["country"].isin(countries)] if countries else found


def finding(dataset: Dataset, choice: ReachChoice) -> str:
    """What the view shows, in a sentence or two."""
    sums, way = together(dataset, choice), choice.way
    if not sums.known:
        return "**Nothing can be told here**: no place of this service is on record."
    offer = offer_of(dataset, way.asked)
    if way.show != DISTANCE and way.unnamed != OPEN and offer.says_nothing_of_whom:
        return (
            f"**Nobody can tell who finds room**: no place says whether it takes "
            f"{group_words(way.group)}. Take such places as open to see what there would be."
        )
    if not is_complete(dataset, way.service):
        return _at_least(dataset, sums, choice)
    if way.show == COVERED:
        return _covered(dataset, sums, choice)
    if way.show == DISTANCE:
        share = words.rate(sums.beyond / sums.known * 100)
        return (
            f"**{share}{_PC} of {_whom(sums, way)}, {words.short(sums.beyond)} people, live more "
            f"than {way.km} {way.unit} from a known {place_of(way.service)}.** {_abroad(sums)}"
        )
    rate, whom = said(sums.means["lower"], sums.means["upper"]), way.people()
    return (
        f"**{_finders(sums, way)} find {rate} places per 1,000 {whom} within {way.km} "
        f"{way.unit}**, shared with all who reach the same places. {_abroad(sums)}"
    )


def _at_least(dataset: Dataset, sums: Together, choice: ReachChoice) -> str:
    """What can be said where only some places are known."""
    way, rest = choice.way, "Places that are not on record may be nearer or have room."
    if way.show == DISTANCE:
        share = words.rate((1 - sums.beyond / sums.known) * 100)
        return (
            f"**At least {share}{_PC} of {_whom(sums, way)} live within {way.km} {way.unit} of a "
            f"{place_of(way.service)}.** {rest}"
        )
    if way.show == PER_1000:
        if math.isnan(sums.means["lower"]):
            return f"**Nobody can tell how many**: known places do not state their size. {rest}"
        rate = words.rate(sums.means["lower"])
        return (
            f"**{_finders(sums, way)} find at least {rate} places per 1,000 {way.people()} "
            f"within {way.km} {way.unit}.** {rest}"
        )
    lower = sums.means["served_lower"]
    if math.isnan(lower):
        return f"**Nobody can tell who finds room**: no known place states its size. {rest}"
    return (
        f"**At least {words.rate(lower * 100)}{_PC} of {_many(dataset, sums, way)} are served "
        f"within {way.km} {way.unit}.** {rest}"
    )


def _covered(dataset: Dataset, sums: Together, choice: ReachChoice) -> str:
    means = {name: value * 100 for name, value in sums.means.items()}
    if said(means["served_lower"], means["served_upper"]) == "unknown":
        out = words.rate(means["out"])
        return (
            f"**{out}{_PC} of {_whom(sums, choice.way)} are out of reach of every known "
            "place.** How many of the others find room cannot be told: no place states its size."
        )
    served = said(means["served_lower"], means["served_upper"])
    full = said(means["full_lower"], means["full_upper"])
    many = _many(dataset, sums, choice.way)
    return (
        f"**Of {many}, {served}{_PC} are served, {full}{_PC} reach only "
        f"places that are full, and {words.rate(means['out'])}{_PC} are out of reach.** "
        f"{_abroad(sums)}"
    )


def _many(dataset: Dataset, sums: Together, way: Way) -> str:
    """How many are counted; a number that was shared out is no exact one."""
    about = "about " if way.by_need else ""
    many = f"{about}{words.short(sums.known)} {people_words(dataset, way)}"
    return f"the {many} your table tells of" if way.own else many


def _whom(sums: Together, way: Way) -> str:
    """Who is counted; a reader's own table may tell of few of them."""
    if not way.own:
        return way.people()
    about = "about " if way.by_need else ""
    return f"the {about}{words.short(sums.known)} {way.people()} your table tells of"


def _finders(sums: Together, way: Way) -> str:
    """Who finds places, at the start of a sentence."""
    whom = _whom(sums, way)
    return whom[0].upper() + whom[1:] if way.own else "People"


def _abroad(sums: Together) -> str:
    share = sums.means["abroad"] * 100
    if share < 0.05:
        return ""
    return f"For {words.rate(share)}{_PC} the nearest place is across a border."
