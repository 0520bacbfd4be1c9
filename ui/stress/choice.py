"""The controls of the Stress page; every choice is in the address."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any, cast

import streamlit as st

from analysis.stress.shares import Key
from ui import controls
from ui.area.where import where
from ui.asked import without_a_page
from ui.controls import Amount, One
from ui.language import _, n_
from ui.language.numbers import with_point
from ui.store import Dataset
from ui.stress.asked import (
    BASE,
    CUSTOM,
    HORIZONS,
    KEYS,
    LEADS,
    LIKE,
    OVERFLOW,
    PLACES,
    SHOCKS,
    STAYS,
    WHOM,
    Shock,
    StressChoice,
)
from ui.stress.months import months_of
from ui.stress.today import today_of
from ui.words import country, day, rate

# More territories than this are too many to choose one from a list.
_MOST_LISTED = 60


def choose(dataset: Dataset) -> StressChoice:
    """Draw the controls in the sidebar and read them."""
    with controls.sidebar():
        looked_at = where(dataset)
        shock = _shock(dataset)
        key = _key()
        horizon = controls.select(
            One(_("Horizon"), "horizon", HORIZONS, _weeks, _("How far to look ahead."), 26)
        )
        buffer = _amount(_("More places, per cent"), "buffer", 10, _("What a buffer buys."))
        lead = controls.select(
            One(
                _("Weeks it takes to act"), "lead", LEADS, _weeks,
                _("How long it takes to open places: the page says at which occupancy to begin."),
                4,
            )
        )  # fmt: skip
        with _fold(_("Stay, overflow, losses")):
            stay, base, overflow = _stay()
            lost, lost_from = _loss()
            losses = st.container() if lost and not without_a_page() else nullcontext()
        with _fold(_("Figures of today")):
            whom, places, supposed = _today()
        choice = StressChoice(
            looked_at, shock, whom, places, supposed, key, stay, base, overflow, lost, lost_from,
            "", buffer, lead, horizon,
        )  # fmt: skip
        with losses:
            return replace(choice, lost_in=_lost_in(dataset, choice))


def _fold(label: str) -> AbstractContextManager[Any]:
    """Controls that are opened when they are wanted."""
    return nullcontext() if without_a_page() else st.expander(label)


def _shock(dataset: Dataset) -> Shock:
    kind = controls.select(
        One(
            _("Who comes"), "shock", list(SHOCKS), SHOCKS.__getitem__,
            _("Months are rises of the published series of temporary protection."),
        )
    )  # fmt: skip
    like, persons, weeks = "", 10_000.0, 4
    if kind == LIKE:
        like = _like(dataset)
    else:
        controls.absent("like")
    if kind == CUSTOM:
        about = _("In all territories looked at together.")
        persons = _amount(_("People who come"), "persons", 10_000, about)
        options = (1, 2, 4, 8, 13, 26)
        weeks = controls.select(
            One(
                _("within"), "weeks", options, _weeks, usual=4,
                about=_("The weeks in which all of them come, the same number in each."),
            )
        )  # fmt: skip
    else:
        controls.absent("persons")
        controls.absent("weeks")
    asks = _amount(
        _("Of them ask for a place, per cent"), "asks", 100,
        _("Most people under temporary protection lived in private homes: lower it to try that."),
    )  # fmt: skip
    about = _("After the shock, so many per cent of its weekly number go on coming.")
    tail = _amount(_("Go on coming after it, per cent"), "tail", 0, about)
    return Shock(kind, like, persons, weeks, min(asks, 100), tail)


def _like(dataset: Dataset) -> str:
    """A country whose worst month is known, the hardest hit for its size first."""
    months = months_of(dataset)
    known = months[months["worst_per_1000"].notna()]
    known = known.sort_values("worst_per_1000", ascending=False)
    if known.empty:
        controls.absent("like")
        return ""

    def said(code: str) -> str:
        per = rate(float(known["worst_per_1000"][code]))
        when = day(str(known["worst_period"][code]))
        return _(
            "{country}: {rate} per 1,000 residents, {when}",
            country=country(code), rate=per, when=when,
        )  # fmt: skip

    about = _("As many people per resident come as in that month there.")
    return controls.select(One(_("Whose"), "like", [*map(str, known.index)], said, about))


def _key() -> Key:
    about = _("Nobody knows where people will go. Without a key, the answer is an interval.")
    key = controls.select(
        One(_("Shared out to territories"), "key", list(KEYS), KEYS.__getitem__, about)
    )
    return cast(Key, key)


def _stay() -> tuple[int, str, str]:
    stay = controls.select(
        One(
            _("Newcomers stay, on average"), "stay", STAYS,
            lambda weeks: _weeks(weeks) if weeks else _("to the end: nobody leaves"),
            _("No length of stay is published: choose one. Each week the same part leaves."),
        )
    )  # fmt: skip
    about = _("Whether people hosted today stay as many as they are.")
    base = controls.select(One(_("Those here today"), "base", list(BASE), BASE.__getitem__, about))
    about = _("Each territory for itself, or the whole country together.")
    return (
        stay,
        base,
        controls.select(
            One(_("Who has no place"), "overflow", list(OVERFLOW), OVERFLOW.__getitem__, about)
        ),
    )


def _loss() -> tuple[float, int]:
    about = _("Facilities close or a fund ends: so many per cent of all places are gone.")
    lost = _amount(_("Places lost, per cent"), "lost", 0, about)
    if not lost:
        controls.absent("lost_from")
        return 0.0, 1
    options = (1, 2, 4, 8, 13)
    return min(lost, 100), controls.select(
        One(
            _("from week"), "lost_from", options, usual=1,
            about=_("The first week in which the places are gone."),
        )
    )  # fmt: skip


def _lost_in(dataset: Dataset, choice: StressChoice) -> str:
    """The one territory whose places are lost; '' is all."""
    rows = today_of(dataset, choice) if choice.lost else None
    if rows is None or not 1 < len(rows) <= _MOST_LISTED:
        controls.absent("lost_in")
        return ""
    names = {
        "all": _("All territories"),
        **dict(zip(map(str, rows.index), rows["place"], strict=True)),
    }
    found = controls.select(
        One(
            _("Lost in"), "lost_in", list(names), names.__getitem__,
            about=_("One territory whose places are lost, or all of them."),
        )
    )  # fmt: skip
    return "" if found == "all" else found


def _today() -> tuple[str, str, float | None]:
    whom = controls.select(
        One(_("Whose places and people"), "whom", list(WHOM), WHOM.__getitem__, _("Counted apart."))
    )
    places = controls.select(
        One(
            _("Where no places are published"), "places", list(PLACES), PLACES.__getitem__,
            _("A territory has room for the most people it hosted at once, perhaps for more."),
        )
    )  # fmt: skip
    supposed = controls.number(
        Amount(
            _("Where people are unknown, suppose places taken, per cent"), "supposed", "supposed",
            None, _("A supposition of yours; the page and every download then say so."),
            _("unknown"),
        )
    )  # fmt: skip
    return whom, places, supposed


def _amount(label: str, key: str, usual: float, about: str) -> float:
    """A number that is the usual one where it is emptied."""
    found = controls.number(Amount(label, key, key, float(usual), about, with_point(f"{usual:g}")))
    return float(usual) if found is None else found


def _weeks(weeks: int) -> str:
    return n_("{count} week", "{count} weeks", weeks)
