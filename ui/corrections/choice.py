"""What a reader wants to correct, and which proposals she looks at; all in the address."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.corrections import FIGURE, PLACE
from analysis.need import BY_ID as NEEDS
from analysis.standards import STANDARDS
from ui import address, words
from ui.cased import begins
from ui.corrections.periods import is_period
from ui.corrections.target import COLUMNS, Target, of_figure, of_place
from ui.language import Words, _
from ui.store import Dataset, ask

ALL, HERE = "all", "here"
_KINDS = Words({FIGURE: "A figure", PLACE: "A place"})
_CODES = {"figure": FIGURE, "place": PLACE}
# Offered where nothing is published yet: what the ledgers ask for.
_ASKED = tuple(
    dict.fromkeys(
        [
            *(pair for each in STANDARDS for pair in each.supply),
            *((each.measures[0], each.group_id) for each in NEEDS.values()),
        ]
    )
)


@dataclass(frozen=True)
class Choice:
    """The territory, '' for none, and, where it is chosen, what is to be corrected in it."""

    territory_id: str
    target: Target | None


def choose(dataset: Dataset, where: DeltaGenerator) -> Choice:
    """Draw the territory on the page, where phones show it too, the rest in the sidebar."""
    if "what" not in st.session_state and "place" in st.query_params:
        st.session_state["what"] = "place"
    with where.container(key="whose", horizontal=True, vertical_alignment="bottom"):
        territory_id = _territory(dataset)
    with st.sidebar:
        what = st.radio(
            _("What to correct"), list(_CODES), format_func=lambda key: _KINDS[_CODES[key]],
            horizontal=True, help=_("A figure of a territory, or a place that people go to."),
            **address.one("what", list(_CODES), "figure"),
        )  # fmt: skip
        if _CODES[what] == PLACE:
            for name in ("measure", "whom", "period"):
                address.absent(name)
            return Choice(territory_id, _place(dataset, territory_id))
        for name in ("place", "column"):
            address.absent(name)
        if territory_id:
            return Choice(territory_id, _figure(dataset, territory_id))
        for name in ("measure", "whom", "period"):
            address.absent(name)
        return Choice("", None)


def _territory(dataset: Dataset) -> str:
    """A country, then a territory in it: all of Europe at once would be long to send."""
    regions = ask(dataset, "region")
    asked = regions[regions["territory_id"] == st.query_params.get("territory", "")]
    if "country" not in st.session_state:
        st.session_state["country"] = "" if asked.empty else str(asked["country"].iloc[0])
    codes = sorted(regions["country"].unique(), key=words.country)
    country = st.selectbox(
        _("Country"), ["", *codes], key="country", width=260,
        format_func=lambda code: words.country(code) if code else _("Choose a country"),
        help=_("Where the figure or place is; its regions are offered next."),
    )  # fmt: skip
    if not country:
        address.absent("territory")
        return ""
    inside = regions[regions["country"] == country]
    names = dict(zip(inside["territory_id"], words.places(inside), strict=True))
    short = {code: name.removesuffix(f", {words.country(country)}") for code, name in names.items()}
    return st.selectbox(
        _("Territory"), list(names), format_func=lambda code: f"{short[code]} ({code})", width=320,
        help=_("NUTS codes: two letters are a country, longer codes are regions in it."),
        **_kept("territory", list(names)),
    )  # fmt: skip


def _figure(dataset: Dataset, territory_id: str) -> Target | None:
    figures = ask(dataset, "correction_figures", territory_id=territory_id)
    labels = ask(dataset, "correction_measures").set_index("measure_id")["label"]
    asked = list(dict.fromkeys(measure for measure, _group_id in _ASKED))
    # What gaps depend on comes first.
    known = sorted(dict.fromkeys(figures["measure_id"]), key=lambda each: each not in asked)
    others = [each for each in asked if each in labels.index]
    others = sorted((each for each in others if each not in known), key=labels.__getitem__)
    if not known and not others:
        return None
    measure_id = st.selectbox(
        _("Figure"), [*known, *others],
        format_func=lambda key: _(labels[key])
        if key in known
        else _("{figure} (not published)", figure=_(labels[key])),
        help=_("Figures that are published for the territory come first. You may also say what "
        "nobody publishes."),
        **_kept("measure", [*known, *others]),
    )  # fmt: skip
    rows = figures[figures["measure_id"] == measure_id]
    group_id = _group(rows, measure_id)
    _forget_period(f"{territory_id} {measure_id} {group_id}")
    period = _period(dataset, rows[rows["group_id"] == group_id])
    return of_figure(dataset, territory_id, measure_id, group_id, period)


def _group(rows: pd.DataFrame, measure_id: str) -> str:
    """Whom the figure counts: groups that are published, then those that ledgers ask for."""
    asked = [group for measure, group in _ASKED if measure == measure_id]
    groups = list(dict.fromkeys([*rows["group_id"], *asked])) or ["all"]
    if len(groups) == 1:
        address.absent("whom")
        return groups[0]
    return st.selectbox(
        _("Whom it counts"), groups, format_func=_whom,
        help=_("Groups of people are counted apart: a correction is of one of them."),
        **_kept("whom", groups),
    )  # fmt: skip


def _kept(key: str, options: list[str]) -> dict[str, Any]:
    """Arguments that tie a control to `?key=`, written even where it is the first option.

    Which option comes first depends on what is published, and a link must outlive that.
    """
    if st.session_state.get(key) not in options:
        asked = st.query_params.get(key, "")
        st.session_state[key] = asked if asked in options else options[0]
    return address.one(key, options, "")


def _whom(group_id: str) -> str:
    name = words.GROUP_WORDS.get(group_id, group_id.replace("_", " "))
    return begins(name)


def _forget_period(figure: str) -> None:
    """A date that was typed for one figure, or on another page, is not this one's."""
    before = st.session_state.get("period of")
    if before != figure:
        st.session_state.pop("period", None)
        st.session_state["period of"] = figure
    if before not in (None, figure):
        address.absent("period")


def _period(dataset: Dataset, rows: pd.DataFrame) -> str:
    """When: a published date, or another one that the reader types."""
    periods = list(rows["period"]) or [str(dataset.built.year - 1)]
    typed = st.session_state.get("period") or st.query_params.get("period", "")
    if typed and typed not in periods:
        if is_period(str(typed)):
            periods = [*periods, str(typed)]
        else:
            st.caption(_("Write a date as 2024, 2024-07, 2024-Q3 or 2024-07-31."))
    return st.selectbox(
        _("When"), periods, format_func=words.day, accept_new_options=True,
        help=_("Choose a published date, or type another: 2024, 2024-07, 2024-Q3 or 2024-07-31."),
        **_kept("period", periods),
    )  # fmt: skip


def _place(dataset: Dataset, territory_id: str) -> Target | None:
    """A place of the territory that may be shown, and which of its columns is wrong."""
    text = st.text_input(
        _("Its name, or a part of it"), key="place_name", max_chars=80,
        help=_("Places that may be shown and have these letters in their name."),
    )  # fmt: skip
    found = ask(dataset, "correction_place_search", territory_id=territory_id, text=text.strip())
    names = dict(zip(found["facility_id"], found["name"], strict=True))
    asked = st.query_params.get("place", st.session_state.get("place", ""))
    if asked and asked not in names and not text:
        named = ask(dataset, "correction_place", facility_id=asked)
        names |= dict(zip(named["facility_id"], named["name"], strict=True))
    if not names:
        st.caption(_("No place with such a name is known here, or it is protected."))
        address.absent("place")
        return None
    names = {"": _("Choose a place"), **names}
    facility_id = st.selectbox(
        _("Place"), list(names), format_func=names.__getitem__,
        help=_("Places that may be shown; at most 60. Protected places are never listed."),
        **address.one("place", list(names), ""),
    )  # fmt: skip
    column = st.selectbox(
        _("What is wrong"), list(COLUMNS), format_func=lambda key: _(COLUMNS[key][0]),
        help=_("Which fact about the place you would change."),
        **address.one("column", list(COLUMNS), "places"),
    )  # fmt: skip
    return of_place(dataset, facility_id, column) if facility_id else None
