"""Sums over everybody the page looks at, and the sentences that say them."""

import math
from dataclasses import dataclass

import pandas as pd

from ui import words
from ui.cased import begins
from ui.language import _, later
from ui.reach.found import VALUES, found_of
from ui.reach.offer import is_complete, offer_of
from ui.reach.room import people_words
from ui.reach.shades import said
from ui.reach.way import (
    COVERED,
    DISTANCE,
    OPEN,
    PER_1000,
    ReachChoice,
    Way,
    by_place,
    group_words,
)  # fmt: skip
from ui.store import Dataset
from ui.words import SERVICE_WORDS

_PC = f"{words.THIN}%"


@dataclass(frozen=True)
class Together:
    """Who is counted and can be told of, and residents of whom nothing can be told.

    Means are over the former; `beyond` is how many of them are farther than the distance asked.
    """

    known: float
    dark: float
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
    return Together(known, dark, means, beyond)


def inside(found: pd.DataFrame, choice: ReachChoice) -> pd.DataFrame:
    """The cells of the countries the page looks at."""
    countries = choice.where.countries
    return found[found["country"].isin(countries)] if countries else found


def finding(dataset: Dataset, choice: ReachChoice) -> str:
    """What the view shows, in a sentence or two."""
    sums, way = together(dataset, choice), choice.way
    if not sums.known:
        nothing = _("**Nothing can be told here**: no place of this service is on record.")
        return f"{nothing} {_('Choose other countries or another service.')}"
    offer = offer_of(dataset, way.asked)
    if way.show != DISTANCE and way.unnamed != OPEN and offer.says_nothing_of_whom:
        return _(
            "**Nobody can tell who finds room**: no place says whether it takes {whom}. Take such "
            "places as open to see what there would be.",
            whom=group_words(way.group),
        )
    if not is_complete(dataset, way.service):
        return _at_least(dataset, sums, choice)
    if way.show == COVERED:
        return _covered(dataset, sums, choice)
    if way.show == DISTANCE:
        return f"{_beyond(sums, way)} {_abroad(sums)}"
    rate = said(sums.means["lower"], sums.means["upper"])
    parts = {"rate": rate, "people": way.people(), "far": way.far()}
    found = (
        _(
            "**{finders} find {rate} places per 1,000 {people} within {far}**, shared with all who "
            "reach the same places.",
            finders=begins(_whom(sums, way)), **parts,
        )
        if way.own
        else _(
            "**People find {rate} places per 1,000 {people} within {far}**, shared with all who "
            "reach the same places.",
            **parts,
        )
    )  # fmt: skip
    return f"{found} {_abroad(sums)}"


def _beyond(sums: Together, way: Way) -> str:
    """Who lives farther than the distance asked for, where all places are known."""
    text = by_place(
        way.service,
        later("**{share} of {whom}, {many} people, live more than {far} from a known hospital.**"),
        later(
            "**{share} of {whom}, {many} people, live more than {far} from a known reception "
            "centre.**"
        ),
        later(
            "**{share} of {whom}, {many} people, live more than {far} from a known place for "
            "{service}.**"
        ),
    )
    share = words.rate(sums.beyond / sums.known * 100) + _PC
    return _(
        text, share=share, whom=_whom(sums, way), many=words.short(sums.beyond), far=way.far(),
        service=SERVICE_WORDS[way.service],
    )  # fmt: skip


def _within(sums: Together, way: Way) -> str:
    """Who lives within the distance asked for, where only some places are known."""
    text = by_place(
        way.service,
        later("**At least {share} of {whom} live within {far} of a hospital.**"),
        later("**At least {share} of {whom} live within {far} of a reception centre.**"),
        later("**At least {share} of {whom} live within {far} of a place for {service}.**"),
    )
    share = words.rate((1 - sums.beyond / sums.known) * 100) + _PC
    service = SERVICE_WORDS[way.service]
    return _(text, share=share, whom=_whom(sums, way), far=way.far(), service=service)


def _at_least(dataset: Dataset, sums: Together, choice: ReachChoice) -> str:
    """What can be said where only some places are known."""
    rest = _("Places that are not on record may be nearer or have room.")
    return f"{_of_some(dataset, sums, choice.way)} {rest}"


def _of_some(dataset: Dataset, sums: Together, way: Way) -> str:
    if way.show == DISTANCE:
        return _within(sums, way)
    if way.show == PER_1000:
        if math.isnan(sums.means["lower"]):
            return _("**Nobody can tell how many**: known places do not state their size.")
        parts = {
            "rate": words.rate(sums.means["lower"]), "people": way.people(), "far": way.far()
        }  # fmt: skip
        if way.own:
            finders = begins(_whom(sums, way))
            return _(
                "**{finders} find at least {rate} places per 1,000 {people} within {far}.**",
                finders=finders, **parts,
            )  # fmt: skip
        return _("**People find at least {rate} places per 1,000 {people} within {far}.**", **parts)
    lower = sums.means["served_lower"]
    if math.isnan(lower):
        return _("**Nobody can tell who finds room**: no known place states its size.")
    return _(
        "**At least {share} of {many} are served within {far}.**",
        share=words.rate(lower * 100) + _PC, many=_many(dataset, sums, way), far=way.far(),
    )  # fmt: skip


def _covered(dataset: Dataset, sums: Together, choice: ReachChoice) -> str:
    means = {name: value * 100 for name, value in sums.means.items()}
    out = words.rate(means["out"]) + _PC
    if math.isnan(means["served_lower"]) or math.isnan(means["served_upper"]):
        return _(
            "**{out} of {whom} are out of reach of every known place.** How many of the others "
            "find room cannot be told: no place states its size.",
            out=out, whom=_whom(sums, choice.way),
        )  # fmt: skip
    told = _(
        "**Of {many}, {served} are served, {full} reach only places that are full, and {out} "
        "are out of reach.**",
        many=_many(dataset, sums, choice.way), out=out,
        served=said(means["served_lower"], means["served_upper"]) + _PC,
        full=said(means["full_lower"], means["full_upper"]) + _PC,
    )  # fmt: skip
    return f"{told} {_abroad(sums)}"


def _many(dataset: Dataset, sums: Together, way: Way) -> str:
    """How many are counted; a number that was shared out is no exact one."""
    parts = {"count": words.short(sums.known), "people": people_words(dataset, way)}
    if way.own:
        return _told_of(way, parts)
    return _("about {count} {people}", **parts) if way.by_need else _("{count} {people}", **parts)


def _whom(sums: Together, way: Way) -> str:
    """Who is counted; a reader's own table may tell of few of them."""
    parts = {"count": words.short(sums.known), "people": way.people()}
    return _told_of(way, parts) if way.own else way.people()


def _told_of(way: Way, parts: dict[str, str]) -> str:
    if way.by_need:
        return _("the about {count} {people} your table tells of", **parts)
    return _("the {count} {people} your table tells of", **parts)


def _abroad(sums: Together) -> str:
    share = sums.means["abroad"] * 100
    if share < 0.05:
        return ""
    return _("For {share} the nearest place is across a border.", share=words.rate(share) + _PC)
