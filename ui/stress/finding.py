"""The answer of the Stress page in sentences, with how sure it is."""

import numpy as np

from analysis.stress.saturation import FILLS, FULL, MAY_FILL, ROOM, UNKNOWN
from ui import words
from ui.cased import begins
from ui.language import _, n_, plural
from ui.stress.amounts import nobody, people, worst_of
from ui.stress.asked import CUSTOM
from ui.stress.tested import Stress
from ui.stress.when import Row, already, first_when, is_held, today
from ui.stress.words import named  # fmt: skip
from ui.words import day, escaped

_NAMED = 3
_IS_FULL = plural("**{names} is full {when}.**", "**{names} are full {when}.**")
_WAS_FULL = plural("**{names} was full {when}.**", "**{names} were full {when}.**")
_IS_HIGHEST = plural(
    "**{names} is at its highest so far {now}.**", "**{names} are at their highest so far {now}.**"
)
_WAS_HIGHEST = plural(
    "**{names} was at its highest so far {now}.**",
    "**{names} were at their highest so far {now}.**",
)
_FULL_FIRST = plural("**{names} is full first, {when}.**", "**{names} are full first, {when}.**")
_FULL_FIRST_BY = plural(
    "**{names} is full first, {when}, by figures of {day}.**",
    "**{names} are full first, {when}, by figures of {day}.**",
)
_WORST = plural(
    "At worst, {count} person is without a place at once (week {week}).",
    "At worst, {count} people are without a place at once (week {week}).",
)
_UP_TO = plural(
    "Up to {count} person is without a place at once (week {week}).",
    "Up to {count} people are without a place at once (week {week}).",
)
_WORST_HERE = plural(
    "At worst, {count} person is without a place in these at once (week {week}).",
    "At worst, {count} people are without a place in these at once (week {week}).",
)
_UP_TO_HERE = plural(
    "Up to {count} person is without a place in these at once (week {week}).",
    "Up to {count} people are without a place in these at once (week {week}).",
)
_GOING = plural(
    "{count} person goes where nothing can be tested.",
    "{count} people go where nothing can be tested.",
)
_GOING_AT_LEAST = plural(
    "At least {count} person goes where nothing can be tested.",
    "At least {count} people go where nothing can be tested.",
)


def finding(stress: Stress) -> str:
    """Who is full first, how many follow, how many people are without a place, who is unknown."""
    if not stress.known.any():
        return nothing(stress)
    lines = [_first(stress), _many(stress), _without(stress)]
    return " ".join(line for line in lines if line)


def nothing(stress: Stress) -> str:
    """What is said where nothing can be tested, and what to do."""
    advice = _(
        "Choose other countries, another group or shock, or suppose how many places are taken."
    )
    return f"**{cannot_be_told(stress)}** {advice}"


def cannot_be_told(stress: Stress) -> str:
    """Why nothing can be tested."""
    missing = stress.rows["missing"].value_counts()
    what = str(missing.index[0]) if len(missing) else "people and places"
    return _("It cannot be told: nobody publishes the {missing} here.", missing=_(what))


def _first(stress: Stress) -> str:
    order, horizon = stress.first(), stress.choice.horizon
    if not order:
        return n_(
            "**Nobody is full within {count} week.**", "**Nobody is full within {count} weeks.**",
            horizon,
        )  # fmt: skip
    rows = stress.rows.iloc[order]
    lead = rows.iloc[0]
    alike = [
        "week_full_earliest", "week_full_latest", "answer", "places_known_as", "old_period",
    ]  # fmt: skip
    # What is unknown of the first is unknown of those like it.
    same = rows[
        (rows[alike].eq(lead[alike]) | (rows[alike].isna() & lead[alike].isna())).all(axis=1)
    ]
    names = [escaped(each) for each in named(stress, same)[:_NAMED]]
    if (more := len(same) - _NAMED + 1) > 1:
        names = [*names[: _NAMED - 1], n_("{count} more", "{count} more", more)]
    row, old, listed = _row(lead), str(lead["old_period"]), words.listed(names)
    if lead["week_full_earliest"]:
        said = first_when(row, horizon)
        if old:
            return n_(*_FULL_FIRST_BY, len(same), names=listed, when=said, day=day(old))
        return n_(*_FULL_FIRST, len(same), names=listed, when=said)
    if is_held(row) and row["answer"] != FULL:
        pair = _WAS_HIGHEST if old else _IS_HIGHEST
        return n_(*pair, len(same), names=listed, now=today(row))
    pair = _WAS_FULL if old else _IS_FULL
    return n_(*pair, len(same), names=listed, when=already(row, horizon))


def _many(stress: Stress) -> str:
    answers = stress.rows["answer"].value_counts()
    full = int(answers.get(FULL, 0) + answers.get(FILLS, 0))
    may, room, unknown = (int(answers.get(each, 0)) for each in (MAY_FILL, ROOM, UNKNOWN))
    horizon = stress.choice.horizon
    parts = []
    if full:
        parts.append(
            n_("{count} fills within {horizon} weeks", "{count} fill within {horizon} weeks", full,
               horizon=horizon)
        )  # fmt: skip
    if may and full:
        parts.append(n_("{count} may", "{count} may", may))
    elif may:
        parts.append(
            n_("{count} may fill within {horizon} weeks", "{count} may fill within {horizon} weeks",
               may, horizon=horizon)
        )  # fmt: skip
    if room:
        parts.append(n_("{count} keeps room", "{count} keep room", room))
    tested = full + may + room
    said = n_(
        "Of {count} territory that can be tested, {answers}.",
        "Of {count} territories that can be tested, {answers}.",
        tested, count=words.counted(tested), answers=words.listed(parts),
    )  # fmt: skip
    if not unknown:
        return said
    rest = n_(
        "Of {count} more it is unknown, which is not room.",
        "Of {count} more it is unknown, which is not room.",
        unknown,
    )
    return f"{said} {rest}"


def _without(stress: Stress) -> str:
    low, high = stress.without()
    week = int(high.argmax())
    least, most = float(low[week]), float(high[week])
    elsewhere = _elsewhere(stress)
    if nobody(most):
        here = (
            _("Nobody is without a place in these.")
            if elsewhere
            else _("Nobody is without a place.")
        )
    else:
        pairs = (_WORST_HERE, _UP_TO_HERE) if elsewhere else (_WORST, _UP_TO)
        here = worst_of(*pairs, least, most, week=week)
    return f"{here} {elsewhere}" if elsewhere else here


def _elsewhere(stress: Stress) -> str:
    """How many people go where nothing can be tested, whose places nobody knows."""
    going = stress.given.arrivals[:, ~stress.known].sum(axis=2)
    known = ~np.isnan(going)
    if not known.any():
        return ""
    every = np.where(known, going, 0).sum(axis=1)
    least, most = float(every.min()), float(every.max())
    if nobody(most):
        return ""
    # People of one's own are shared out whole, among those with residents on record.
    if known.all() or stress.choice.shock.kind == CUSTOM:
        said = people(_GOING, least, most)
        return begins(said)
    return people(_GOING_AT_LEAST, least, most)


def _row(series: object) -> Row:
    return dict(series)  # type: ignore[call-overload]
