"""Sums over everybody the page looks at, and the sentences that say them."""

import math
from dataclasses import dataclass

import pandas as pd

from ui import words
from ui.reach.choice import COVERED, DISTANCE, PER_1000, ReachChoice, place_of
from ui.reach.found import VALUES, found_of
from ui.reach.ground import is_complete, offer_of
from ui.reach.shades import said
from ui.store import Dataset

_PC = f"{words.THIN}%"


@dataclass(frozen=True)
class Together:
    """Residents that can be told of and those that cannot; means over the former."""

    known: float
    dark: float
    cells_without_residents: int
    means: dict[str, float]
    beyond: float


def together(dataset: Dataset, choice: ReachChoice) -> Together:
    """The sums of a view; `beyond` is residents farther than its distance."""
    found = inside(found_of(dataset, choice.way), choice)
    clear = found["km"].notna() & (found["residents"] > 0)
    people = found["residents"].where(clear, 0.0)
    columns = ["km", "abroad", *VALUES.get(choice.way.show, [])]
    known = float(people.sum())
    means = {
        name: float((found.loc[clear, name] * people[clear]).sum(skipna=False)) / known
        for name in columns
        if known
    }
    beyond = float(people[found["km"] > choice.way.km].sum())
    everybody = float(found["residents"].sum())
    return Together(known, everybody - known, int(found["residents"].isna().sum()), means, beyond)


def inside(found: pd.DataFrame, choice: ReachChoice) -> pd.DataFrame:
    """The cells of the countries the page looks at."""
    countries = choice.where.countries
    return found[found["country"].isin(countries)] if countries else found


def finding(dataset: Dataset, choice: ReachChoice) -> str:
    """What the view shows, in a sentence or two."""
    sums, way = together(dataset, choice), choice.way
    if not sums.known:
        return "**Nothing can be told here**: no place of this service is on record."
    if not is_complete(dataset, way.service):
        return _at_least(sums, choice)
    if way.show == COVERED:
        return _covered(sums, choice)
    if way.show == DISTANCE:
        share = words.rate(sums.beyond / sums.known * 100)
        return (
            f"**{share}{_PC} of residents, {words.short(sums.beyond)} people, live more than "
            f"{way.km} km from a known {place_of(way.service)}.** {_abroad(sums)}"
        )
    rate = said(sums.means["lower"], sums.means["upper"])
    return (
        f"**People find {rate} places per 1,000 residents within {way.km} km**, shared with all "
        f"who reach the same places. {_abroad(sums)}"
    )


def _at_least(sums: Together, choice: ReachChoice) -> str:
    """What can be said where only some places are known."""
    way, rest = choice.way, "Places that are not on record may be nearer or have room."
    if way.show == DISTANCE:
        share = words.rate((1 - sums.beyond / sums.known) * 100)
        return (
            f"**At least {share}{_PC} of residents live within {way.km} km of a "
            f"{place_of(way.service)}.** {rest}"
        )
    if way.show == PER_1000:
        return (
            f"**People find at least {words.rate(sums.means['lower'])} places per 1,000 residents "
            f"within {way.km} km.** {rest}"
        )
    lower = sums.means["served_lower"]
    if math.isnan(lower):
        return f"**Nobody can tell who finds room**: no known place states its size. {rest}"
    who = "residents" if way.need is None else "people in need"
    many = sums.known * (1 if way.need is None else way.need / 1000)
    return (
        f"**At least {words.rate(lower * 100)}{_PC} of {words.short(many)} {who} are served "
        f"within {way.km} km.** {rest}"
    )


def _covered(sums: Together, choice: ReachChoice) -> str:
    means = {name: value * 100 for name, value in sums.means.items()}
    need = choice.way.need
    who = "residents" if need is None else "people in need"
    many = sums.known if need is None else sums.known * need / 1000
    if said(means["served_lower"], means["served_upper"]) == "unknown":
        out = words.rate(means["out"])
        return (
            f"**{out}{_PC} of {who} are out of reach of every known place.** How many of the "
            "others find room cannot be told: no place states its size."
        )
    served = said(means["served_lower"], means["served_upper"])
    full = said(means["full_lower"], means["full_upper"])
    return (
        f"**Of {words.short(many)} {who}, {served}{_PC} are served, {full}{_PC} reach only places "
        f"that are full, and {words.rate(means['out'])}{_PC} are out of reach.** {_abroad(sums)}"
    )


def _abroad(sums: Together) -> str:
    share = sums.means["abroad"] * 100
    if share < 0.05:
        return ""
    return f"For {words.rate(share)}{_PC} the nearest place is across a border."


def plainly(dataset: Dataset, choice: ReachChoice) -> str:
    """What is not known, and what stands in for it."""
    sums, offer = together(dataset, choice), offer_of(dataset, choice.way.service, choice.way.group)
    said_of = [f"Kilometres are as the crow flies, times {choice.way.detour:g} for detours."]
    if sums.dark >= 1:
        said_of.append(
            f"{words.short(sums.dark)} residents live where no place is on record or the register "
            "has holes: unknown, hatched, and in no sum."
        )
    if offer.unknown and choice.way.show != DISTANCE:
        share = words.rate(offer.unknown / len(offer.rows) * 100)
        most = "any number" if offer.typical is None else words.number(offer.typical)
        said_of.append(
            f"{share}{_PC} of places do not state their size: each takes from none to {most} "
            "people, so figures are intervals."
        )
    if not is_complete(dataset, choice.way.service):
        many = words.count_of(len(offer.rows), "place")
        said_of.append(f"Only {many} on record count; no register says which exist.")
    return " ".join(said_of)
