"""What is not known of a view, and what stands in for it: never silently."""

import pandas as pd

from ui import words
from ui.reach.found import known_of
from ui.reach.ground import cells_of, told_of
from ui.reach.need import regions_in_need
from ui.reach.offer import Offer, is_complete, offer_of
from ui.reach.room import is_assumed
from ui.reach.together import together
from ui.reach.way import DISTANCE, EVERYBODY, FREE, OPEN, ReachChoice, Way, group_words
from ui.store import Dataset

_PC = f"{words.THIN}%"
_MOST_NAMED = 4


def plainly(dataset: Dataset, choice: ReachChoice) -> str:
    """What is not known, and what stands in for it, in sentences."""
    sums, offer, way = together(dataset, choice), offer_of(dataset, choice.way.asked), choice.way
    said_of = _ways(offer, way)
    if way.by_need:
        said_of += _need(dataset, choice)
    if is_assumed(dataset, way):
        said_of.append("People in need: as many as there are places, an assumption.")
    if sums.dark >= 1:
        table = " or your table names no way" if way.own else ""
        why = " or people in need are not known" if way.by_need else ""
        said_of.append(
            f"{words.short(sums.dark)} residents live where no place is on record or the register "
            f"has holes{why}{table}: unknown, hatched, and in no sum."
        )
    if way.show != DISTANCE:
        said_of += [*_sizes(offer), *_taken(offer, way)]
    said_of += _for_whom(offer, way)
    if doubtful := offer.doubtful_in(choice.where.countries):
        said_of.append(
            f"{_capital(words.count_of(doubtful, 'place'))} of which the source is not sure "
            f"{'is' if doubtful == 1 else 'are'} left out."
        )
    if not is_complete(dataset, way.service):
        many = words.count_of(len(offer.rows), "place")
        said_of.append(f"Only {many} on record count; no register says which exist.")
    return " ".join(said_of)


def _ways(offer: Offer, way: Way) -> list[str]:
    """What a way is."""
    if not way.own:
        return [f"Kilometres are as the crow flies, times {way.detour:g} for detours."]
    said = ["Minutes are of your own table."]
    if offer.without_ways:
        many = words.count_of(offer.without_ways, "place")
        are = "is" if offer.without_ways == 1 else "are"
        said.append(f"{_capital(many)} it does not name {are} left out.")
    return said


def _need(dataset: Dataset, choice: ReachChoice) -> list[str]:
    """Of when people in need are, and how they came to cells."""
    way, countries = choice.way, choice.where.countries
    rows = regions_in_need(dataset, way.counted)
    here = cells_of(dataset)["region_id"][told_of(dataset, known_of(way))].unique()
    rows = rows[rows.index.isin(here.astype(str))]
    rows = rows[rows.index.str[:2].isin(countries)] if countries else rows
    if rows.empty:
        return []
    first, last = str(rows["period"].min()), str(rows["period"].max())
    when = words.day(last) if first == last else f"{words.day(first)} to {words.day(last)}"
    said = [
        f"{_capital(group_words(way.group))} are of {when}, by region, shared out to cells by "
        "residents: an estimate."
    ]
    bare = sorted(rows.index[~rows["has_interval"].astype(bool)].str[:2].unique())
    if bare:
        names = pd.Series(bare[:_MOST_NAMED]).map(words.country)
        more = f" and {len(bare) - _MOST_NAMED} more" if len(bare) > _MOST_NAMED else ""
        said.append(f"For {', '.join(names)}{more} what they are shared out by leaves no interval.")
    return said


def _sizes(offer: Offer) -> list[str]:
    if not offer.unknown:
        return []
    share = words.rate(offer.unknown / len(offer.rows) * 100)
    most = "any number" if offer.typical is None else words.number(offer.typical)
    return [
        f"{share}{_PC} of places do not state their size: each takes from none to {most} "
        "people, so figures are intervals."
    ]


def _taken(offer: Offer, way: Way) -> list[str]:
    """How many places are in use, and what is done where that is not known."""
    stated = len(offer.rows) - offer.unknown
    unsaid = stated - offer.taken_known
    if way.room == FREE:
        if not unsaid:
            return ["Only places that are free count."]
        return [
            f"Only free places count. {words.number(unsaid)} of {words.number(stated)} places do "
            "not say how many are in use: between none and all of theirs are free."
        ]
    if not stated:
        return []
    if not offer.taken_known:
        return ["How many places are in use is not known: all count as free."]
    return [
        f"All places count as free, though {words.number(offer.taken_known)} of "
        f"{words.number(stated)} say how many are in use."
    ]


def _for_whom(offer: Offer, way: Way) -> list[str]:
    """Which places are not for the group, and which do not say."""
    if way.group == EVERYBODY:
        return []
    said, whom = [], group_words(way.group)
    if offer.unnamed:
        taken = (
            "they count as open"
            if way.unnamed == OPEN
            else "figures are intervals between none and all of them"
            if way.show != DISTANCE
            else "the nearest may be one of them"
        )
        every, some = words.number(len(offer.rows)), words.number(offer.unnamed)
        which = f"{some} of {every} places name no group"
        if offer.says_nothing_of_whom:
            which = f"None of the {every} places says for whom it is"
        said.append(f"{which}: whether they take {whom} cannot be told, and {taken}.")
    if offer.elsewhere:
        are = "is" if offer.elsewhere == 1 else "are"
        said.append(
            f"{_capital(words.count_of(offer.elsewhere, 'place'))} for other groups {are} left out."
        )
    return said


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
