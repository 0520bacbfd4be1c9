"""What the page says of one territory, in sentences; everything from data is escaped."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from analysis.partnership import EVERY_SERVICE, KNOWN, NO_LIST, NONE, NONE_FOUND, NOT_STATED
from ui.partnership.here import Here
from ui.partnership.words import (
    ACTOR_ONE,
    ACTOR_WORDS,
    LEVEL_WORDS,
    SERVICE_WORDS,
    WHO_COULD,
    actors,
    many,
    power,
)
from ui.words import count_of, day, escaped, is_known, listed, number

_MOST_NAMED = 5


def at_work(here: Here) -> str:
    """Who is known to work in the territory, by type of actor."""
    found = here.organisations
    on = "" if here.service == EVERY_SERVICE else f" on {SERVICE_WORDS[here.service]}"
    if found.empty:
        if (here.actors == NONE).all():
            return f"**Nobody** works{on} here: complete lists of every type of actor hold none."
        return f"**Unknown** who works{on} here: nobody is known, which is not to say none."
    counts = found["actor"].value_counts()
    parts = [many(int(n), ACTOR_ONE[str(a)], ACTOR_WORDS[str(a)]) for a, n in counts.items()]
    verb = "is" if len(found) == 1 else "are"
    noun = "organisation" if len(found) == 1 else "organisations"
    which = f", all {ACTOR_WORDS[str(counts.index[0])]}" if len(counts) == 1 else ""
    which = f": {listed(parts)}" if len(counts) > 1 or len(found) == 1 else which
    said = f"**{number(len(found))} {noun}** {verb} known to work{on} here{which}."
    return said + _services(here)


def _services(here: Here) -> str:
    """On what, where several services are looked at; and their contracts."""
    said = ""
    if here.service == EVERY_SERVICE:
        known = here.work["service"].dropna().unique()
        names = [SERVICE_WORDS[each] for each in sorted(known)]
        silent = here.work["service"].isna().any()
        names += [f"a service that is {NOT_STATED}"] if silent else []
        many_services = f"{len(known)} of {len(SERVICE_WORDS)} services"
        said = f" They work on {listed(names) if len(names) <= _MOST_NAMED else many_services}."
    contracts = here.work["contracts"].dropna()
    if contracts.empty:
        return said
    some = "at least " if here.work["contracts"].isna().any() else ""
    last = here.work["last_period"].dropna()
    first = here.work["first_period"].dropna()
    span = {str(first.min()), str(last.max())}
    when = " to ".join(day(each) for each in sorted(span))
    total = int(contracts.sum())
    return f"{said} They put out {some}**{number(total)} contracts** ({when})."


def levels(here: Here) -> str:
    """Which levels of government are at work for the territory, and which are not known."""
    known = [LEVEL_WORDS[str(each)] for each, state in here.levels.items() if state == KNOWN]
    lost = {
        state: [LEVEL_WORDS[str(each)] for each, own in here.levels.items() if own == state]
        for state in (NONE, NONE_FOUND, NO_LIST)
    }
    parts = [f"Levels known to be at work for it: {listed(known)}." if known else ""]
    if lost[NONE]:
        parts.append(f"Known to be none: {listed(lost[NONE])}.")
    unknown = lost[NONE_FOUND] + lost[NO_LIST]
    if unknown:
        parts.append(f"Not known: {listed(unknown)}.")
    return " ".join(part for part in parts if part)


def missing(here: Here) -> list[str]:
    """Types of actor not known here: known to be none, none found, on no list."""
    of = {
        state: [str(each) for each, own in here.actors.items() if own == state]
        for state in (NONE, NONE_FOUND, NO_LIST)
    }
    if (here.actors == KNOWN).all():
        return ["All seven types of actor are known to work here."]
    said = []
    if of[NONE]:
        said.append(f"**Known to be none**, by a complete list: {actors(of[NONE])}.")
    if of[NONE_FOUND]:
        said.append(
            f"**None found**, on a list that is not complete, so unknown: {actors(of[NONE_FOUND])}."
        )
    if of[NO_LIST]:
        said.append(f"**No list** covers {actors(of[NO_LIST])}: whether they work here is unknown.")
        first = of[NO_LIST][0]
        said.append(f"Who could list {ACTOR_WORDS[first]}: {WHO_COULD[first]}.")
    return said


def what_lists_say(here: Here) -> str:
    """What the lists that cover the territory are of."""
    found = here.lists.drop_duplicates(["about", "complete"])
    if found.empty:
        inside = count_of(here.lists_inside, "territory")
        some = f"; lists cover {inside} inside it" if here.lists_inside else ""
        return f"No list of organisations covers all of it{some}."
    parts = [
        f"{escaped(str(row['about']))} ({'complete' if row['complete'] else 'not complete'})"
        for row in found.to_dict("records")
    ]
    return f"The lists: {'; '.join(parts[:3])}."


def above(here: Here) -> str:
    """Organisations of larger territories that act for this one too."""
    found = here.above.drop_duplicates("organisation_id")
    if found.empty:
        return ""
    return f"For larger territories around it: {_named(found['name'], 3)}."


def sharing(here: Here) -> str:
    """Who shares work with whom, by listed agreements."""
    found = here.agreements
    if found.empty:
        return (
            "**No agreement** between organisations is listed here. Whether they share work is "
            "unknown."
        )
    pairs = found.drop_duplicates(["organisation_id", "partner_id"])
    said = [
        f"{escaped(str(row['name']))} with {escaped(str(row['partner_name']))}"
        f" ({escaped(str(row['agreement']))})"
        for row in pairs.head(2).to_dict("records")
    ]
    more = len(pairs) - len(said)
    tail = f", and {number(more)} more" if more else ""
    return f"**{count_of(len(pairs), 'pair').capitalize()}** share work: {'; '.join(said)}{tail}."


def bodies(here: Here) -> list[str]:
    """The bodies in which newcomers sit, or may: seats, meetings, power."""
    own = here.bodies
    if own.empty:
        return ["**No body** with seats for newcomers is known here; whether there is is unknown."]
    return [body(row) for row in own.head(3).to_dict("records")]


def body(row: Mapping[Any, Any]) -> str:
    """One body: its seats, its power, its meetings; what is not told is said to be unknown."""
    seats, mine, meetings = row["seats"], row["newcomer_seats"], row["meetings"]
    if is_known(seats) and is_known(mine):
        said = f"newcomers have **{number(float(str(mine)))} of {number(float(str(seats)))} seats**"
    elif is_known(seats):
        said = f"{number(float(str(seats)))} seats, **unknown** how many are newcomers'"
    else:
        said = "**unknown** how many seats it has"
    met = (
        f"meetings in the period: {number(float(str(meetings)))}"
        if is_known(meetings)
        else "how often it met is unknown"
    )
    level = LEVEL_WORDS[str(row["level"])]
    return (
        f"{escaped(str(row['name']))} ({level}, {day(str(row['period']))}): {said}; "
        f"{power(row['decision_power'])}; {met}."
    )


def asked(row: Mapping[Any, Any]) -> str:
    """A consultation: who asked whom, how many replied, what became of it."""
    replies, mine = row["replies"], row["newcomer_replies"]
    said = f"**{number(replies)} replies**" if is_known(replies) else "**unknown** how many replied"
    of = f"{number(mine)} from newcomers" if is_known(mine) else "unknown how many from newcomers"
    whom = f" asked {escaped(str(row['asked']))}" if is_known(row["asked"]) else ""
    became = escaped(str(row["outcome"])) if is_known(row["outcome"]) else "unknown"
    return (
        f"{escaped(str(row['organiser']))}{whom}, {day(str(row['period']))} "
        f"({escaped(str(row['name']))}): {said}, {of}. What became of it: {became}."
    )


def _named(names: Iterable[object], most: int) -> str:
    """A few names, and how many more."""
    found = [escaped(str(each)) for each in pd.unique(pd.Series(list(names)))]
    more = len(found) - most
    return "; ".join(found[:most]) + (f"; and {number(more)} more" if more > 0 else "")
