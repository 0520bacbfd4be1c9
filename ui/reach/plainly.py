"""What is not known of a view, and what stands in for it: never silently."""

from ui import words
from ui.cased import begins
from ui.language import _, later, n_
from ui.language.numbers import with_point
from ui.reach.found import known_of
from ui.reach.ground import cells_of, told_of
from ui.reach.need import regions_in_need
from ui.reach.offer import Offer, is_complete, offer_of
from ui.reach.room import is_assumed
from ui.reach.together import together
from ui.reach.way import DISTANCE, DOUBT, EVERYBODY, FREE, OPEN, ReachChoice, Way, group_words
from ui.store import Dataset

_MOST_NAMED = 4
# Places that name no group, by how they are taken.
_SOME_SAY_NOT = {
    OPEN: later(
        "{some} of {all} places name no group: whether they take {whom} cannot be told, and they "
        "count as open."
    ),
    DOUBT: later(
        "{some} of {all} places name no group: whether they take {whom} cannot be told, and "
        "figures are intervals between none and all of them."
    ),
    DISTANCE: later(
        "{some} of {all} places name no group: whether they take {whom} cannot be told, and the "
        "nearest may be one of them."
    ),
}
_NONE_SAYS = {
    OPEN: later(
        "None of the {all} places says for whom it is: whether they take {whom} cannot be told, "
        "and they count as open."
    ),
    DOUBT: later(
        "None of the {all} places says for whom it is: whether they take {whom} cannot be told, "
        "and figures are intervals between none and all of them."
    ),
    DISTANCE: later(
        "None of the {all} places says for whom it is: whether they take {whom} cannot be told, "
        "and the nearest may be one of them."
    ),
}


def plainly(dataset: Dataset, choice: ReachChoice) -> str:
    """What is not known, and what stands in for it, in sentences."""
    sums, offer, way = together(dataset, choice), offer_of(dataset, choice.way.asked), choice.way
    said_of = _ways(offer, way)
    if way.by_need:
        said_of += _need(dataset, choice)
    if is_assumed(dataset, way):
        said_of.append(_("People in need: as many as there are places, an assumption."))
    if sums.dark >= 1:
        said_of.append(_(_in_the_dark(way), residents=words.short(sums.dark)))
    if way.show != DISTANCE:
        said_of += [*_sizes(offer), *_taken(offer, way)]
    said_of += _for_whom(offer, way)
    if doubtful := offer.doubtful_in(choice.where.countries):
        said_of.append(
            n_(
                "{count} place of which the source is not sure is left out.",
                "{count} places of which the source is not sure are left out.",
                doubtful, count=begins(words.counted(doubtful)),
            )
        )  # fmt: skip
    if not is_complete(dataset, way.service):
        said_of.append(
            n_(
                "Only {count} place on record count; no register says which exist.",
                "Only {count} places on record count; no register says which exist.",
                len(offer.rows), count=words.counted(len(offer.rows)),
            )
        )  # fmt: skip
    return " ".join(said_of)


def _in_the_dark(way: Way) -> str:
    """That nothing is known of so many residents, and why."""
    if way.by_need and way.own:
        return later(
            "{residents} residents live where no place is on record or the register has holes or "
            "people in need are not known or your table names no way: unknown, hatched, and in no "
            "sum."
        )
    if way.by_need:
        return later(
            "{residents} residents live where no place is on record or the register has holes or "
            "people in need are not known: unknown, hatched, and in no sum."
        )
    if way.own:
        return later(
            "{residents} residents live where no place is on record or the register has holes or "
            "your table names no way: unknown, hatched, and in no sum."
        )
    return later(
        "{residents} residents live where no place is on record or the register has holes: "
        "unknown, hatched, and in no sum."
    )


def _ways(offer: Offer, way: Way) -> list[str]:
    """What a way is."""
    if not way.own:
        factor = with_point(f"{way.detour:g}")
        return [_("Kilometres are as the crow flies, times {factor} for detours.", factor=factor)]
    said = [_("Minutes are of your own table.")]
    if many := offer.without_ways:
        said.append(
            n_(
                "{count} place it does not name is left out.",
                "{count} places it does not name are left out.",
                many, count=begins(words.counted(many)),
            )
        )  # fmt: skip
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
    between = _("{first} to {last}", first=words.day(first), last=words.day(last))
    said = [
        _(
            "{people} are of {when}, by region, shared out to cells by residents: an estimate.",
            people=begins(group_words(way.group)),
            when=words.day(last) if first == last else between,
        )
    ]
    bare = sorted(rows.index[~rows["has_interval"].astype(bool)].str[:2].unique())
    if bare:
        names = ", ".join(words.country(str(each)) for each in bare[:_MOST_NAMED])
        if (more := len(bare) - _MOST_NAMED) > 0:
            names = n_("{names} and {count} more", "{names} and {count} more", more, names=names)
        said.append(
            _("For {countries} what they are shared out by leaves no interval.", countries=names)
        )
    return said


def _sizes(offer: Offer) -> list[str]:
    if not offer.unknown:
        return []
    share = words.with_unit(offer.unknown / len(offer.rows) * 100, "%")
    if offer.typical is None:
        return [
            _("{share} of places do not state their size: each takes from none to any number "
              "people, so figures are intervals.", share=share)
        ]  # fmt: skip
    return [
        _("{share} of places do not state their size: each takes from none to {most} people, so "
          "figures are intervals.", share=share, most=words.number(offer.typical))
    ]  # fmt: skip


def _taken(offer: Offer, way: Way) -> list[str]:
    """How many places are in use, and what is done where that is not known."""
    stated = len(offer.rows) - offer.unknown
    unsaid = stated - offer.taken_known
    if way.room == FREE:
        if not unsaid:
            return [_("Only places that are free count.")]
        return [
            _("Only free places count. {some} of {all} places do not say how many are in use: "
              "between none and all of theirs are free.",
              some=words.number(unsaid), all=words.number(stated))
        ]  # fmt: skip
    if not stated:
        return []
    if not offer.taken_known:
        return [_("How many places are in use is not known: all count as free.")]
    return [
        _("All places count as free, though {some} of {all} say how many are in use.",
          some=words.number(offer.taken_known), all=words.number(stated))
    ]  # fmt: skip


def _for_whom(offer: Offer, way: Way) -> list[str]:
    """Which places are not for the group, and which do not say."""
    if way.group == EVERYBODY:
        return []
    said, whom = [], group_words(way.group)
    if offer.unnamed:
        every, some = words.number(len(offer.rows)), words.number(offer.unnamed)
        text = _NONE_SAYS if offer.says_nothing_of_whom else _SOME_SAY_NOT
        taken = OPEN if way.unnamed == OPEN else DISTANCE if way.show == DISTANCE else DOUBT
        said.append(_(text[taken], some=some, all=every, whom=whom))
    if offer.elsewhere:
        said.append(
            n_(
                "{count} place for other groups is left out.",
                "{count} places for other groups are left out.",
                offer.elsewhere, count=begins(words.counted(offer.elsewhere)),
            )
        )  # fmt: skip
    return said
