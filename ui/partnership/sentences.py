"""What the page says of one territory, in sentences; everything from data is escaped."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis.partnership import KNOWN, NO_LIST, NONE, NONE_FOUND
from ui.language import _, n_
from ui.partnership.here import Here
from ui.partnership.words import (
    ACTOR_WORDS,
    LEVEL_WORDS,
    WHO_COULD,
    actors,
    power,
)
from ui.partnership.work_words import at_work as at_work  # noqa: PLC0414  (among the others)
from ui.words import counted, day, escaped, is_known, listed, number


def levels(here: Here) -> str:
    """Which levels of government are at work for the territory, and which are not known."""
    known = [LEVEL_WORDS[str(each)] for each, state in here.levels.items() if state == KNOWN]
    lost = {
        state: [LEVEL_WORDS[str(each)] for each, own in here.levels.items() if own == state]
        for state in (NONE, NONE_FOUND, NO_LIST)
    }
    parts = []
    if known:
        parts.append(_("Levels known to be at work for it: {levels}.", levels=listed(known)))
    if lost[NONE]:
        parts.append(_("Known to be none: {levels}.", levels=listed(lost[NONE])))
    unknown = lost[NONE_FOUND] + lost[NO_LIST]
    if unknown:
        parts.append(_("Not known: {levels}.", levels=listed(unknown)))
    return " ".join(parts)


def missing(here: Here) -> list[str]:
    """Types of actor not known here: known to be none, none found, on no list."""
    of = {
        state: [str(each) for each, own in here.actors.items() if own == state]
        for state in (NONE, NONE_FOUND, NO_LIST)
    }
    if (here.actors == KNOWN).all():
        return [_("All seven types of actor are known to work here.")]
    said = []
    if of[NONE]:
        types = actors(of[NONE])
        said.append(_("**Known to be none**, by a complete list: {types}.", types=types))
    if of[NONE_FOUND]:
        said.append(
            _(
                "**None found**, on a list that is not complete, so unknown: {types}.",
                types=actors(of[NONE_FOUND]),
            )
        )
    if of[NO_LIST]:
        said.append(
            _("**No list** covers {types}: whether they work here is unknown.",
              types=actors(of[NO_LIST]))
        )  # fmt: skip
        first = of[NO_LIST][0]
        said.append(
            _("Who could list {types}: {who}.", types=ACTOR_WORDS[first], who=WHO_COULD[first])
        )
    return said


def what_lists_say(here: Here) -> str:
    """What the lists that cover the territory are of."""
    found = here.lists.drop_duplicates(["about", "complete"])
    if found.empty:
        if not here.lists_inside:
            return _("No list of organisations covers all of it.")
        return n_(
            "No list of organisations covers all of it; lists cover {count} territory inside it.",
            "No list of organisations covers all of it; lists cover {count} territories inside it.",
            here.lists_inside, count=counted(here.lists_inside),
        )  # fmt: skip
    parts = [
        f"{escaped(str(row['about']))} ({_('complete') if row['complete'] else _('not complete')})"
        for row in found.to_dict("records")
    ]
    return _("The lists: {lists}.", lists="; ".join(parts[:3]))


def above(here: Here) -> str:
    """Organisations of larger territories that act for this one too."""
    found = here.above.drop_duplicates("organisation_id")
    if found.empty:
        return ""
    return _("For larger territories around it: {names}.", names=_named(found["name"], 3))


def sharing(here: Here) -> str:
    """Who shares work with whom, by listed agreements."""
    found = here.agreements
    if found.empty:
        return _(
            "**No agreement** between organisations is listed here. Whether they share work is "
            "unknown."
        )
    pairs = found.drop_duplicates(["organisation_id", "partner_id"])
    said = [
        _(
            "{one} with {other} ({agreement})",
            one=escaped(str(row["name"])),
            other=escaped(str(row["partner_name"])),
            agreement=escaped(str(row["agreement"])),
        )
        for row in pairs.head(2).to_dict("records")
    ]
    more = len(pairs) - len(said)
    count, named = counted(len(pairs)).capitalize(), "; ".join(said)
    if not more:
        return n_(
            "**{count} pair** share work: {pairs}.", "**{count} pairs** share work: {pairs}.",
            len(pairs), count=count, pairs=named,
        )  # fmt: skip
    return n_(
        "**{count} pair** share work: {pairs}, and {more} more.",
        "**{count} pairs** share work: {pairs}, and {more} more.",
        len(pairs), count=count, pairs=named, more=number(more),
    )  # fmt: skip


def bodies(here: Here) -> list[str]:
    """The bodies in which newcomers sit, or may: seats, meetings, power."""
    own = here.bodies
    if own.empty:
        return [
            _("**No body** with seats for newcomers is known here; whether there is is unknown.")
        ]
    return [body(row) for row in own.head(3).to_dict("records")]


def body(row: Mapping[Any, Any]) -> str:
    """One body: its seats, its power, its meetings; what is not told is said to be unknown."""
    seats, mine, meetings = row["seats"], row["newcomer_seats"], row["meetings"]
    if is_known(seats) and is_known(mine):
        said = n_(
            "newcomers have **{mine} of {count} seat**",
            "newcomers have **{mine} of {count} seats**",
            int(seats), mine=number(float(str(mine))),
        )  # fmt: skip
    elif is_known(seats):
        said = n_(
            "{count} seat, **unknown** how many are newcomers'",
            "{count} seats, **unknown** how many are newcomers'", int(seats),
        )  # fmt: skip
    else:
        said = _("**unknown** how many seats it has")
    met = (
        _("meetings in the period: {count}", count=number(float(str(meetings))))
        if is_known(meetings)
        else _("how often it met is unknown")
    )
    level = LEVEL_WORDS[str(row["level"])]
    return (
        f"{escaped(str(row['name']))} ({level}, {day(str(row['period']))}): {said}; "
        f"{power(row['decision_power'])}; {met}."
    )


def asked(row: Mapping[Any, Any]) -> str:
    """A consultation: who asked whom, how many replied, what became of it."""
    replies, mine = row["replies"], row["newcomer_replies"]
    told = {
        "organiser": escaped(str(row["organiser"])),
        "day": day(str(row["period"])),
        "name": escaped(str(row["name"])),
        "replies": n_("**{count} reply**", "**{count} replies**", int(replies))
        if is_known(replies)
        else _("**unknown** how many replied"),
        "newcomers": n_("{count} from newcomers", "{count} from newcomers", int(mine))
        if is_known(mine)
        else _("unknown how many from newcomers"),
        "outcome": escaped(str(row["outcome"])) if is_known(row["outcome"]) else _("unknown"),
    }
    if not is_known(row["asked"]):
        return _("{organiser}, {day} ({name}): {replies}, {newcomers}. What became of it: "
                 "{outcome}.", **told)  # fmt: skip
    return _("{organiser} asked {whom}, {day} ({name}): {replies}, {newcomers}. What became of it: "
             "{outcome}.", whom=escaped(str(row["asked"])), **told)  # fmt: skip


def _named(names: Iterable[object], most: int) -> str:
    """A few names, and how many more."""
    found = [escaped(str(each)) for each in pd.unique(pd.Series(list(names)))]
    more = len(found) - most
    names = "; ".join(found[:most])
    return _("{names}; and {count} more", names=names, count=number(more)) if more > 0 else names
