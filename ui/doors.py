"""Three doors from the first page: for a planner, an official, an analyst."""

from collections.abc import Mapping

import streamlit as st

from ui import words
from ui.address import kept
from ui.language import _, per_language
from ui.named import places_of
from ui.out import button
from ui.overview import State
from ui.store import Dataset, ask

_GAPS, _FIGURES, _SOURCES = "pages/gaps.py", "pages/figures.py", "pages/sources.py"
_PLAN = "pages/plan.py"
_OFFERED = (0, 2)


def doors(state: State) -> None:
    """Three quiet columns, each a title, a sentence and where to go."""
    planner, official, analyst = st.columns(3, gap="large")
    with planner:
        _head(_("My territory: what is short here?"), _(
"Choose a country or region; its page says what is asked for, what is there "
"and which figure to ask for."))  # fmt: skip
        _planner(state)
    with official:
        _head(_("How do countries compare?"), _(
"Hold them against one standard, and move the date to see how far apart they "
"were before."))  # fmt: skip
        st.page_link(
            _GAPS,
            label=_(":primary[Short, met or unknown, by country]"),
            query_params=kept({"level": "0"}),
        )
        st.page_link(
            _FIGURES, label=_(":primary[Reception places per 1,000 residents]"),
            query_params=kept({"short": "places", "level": "0"}),
        )  # fmt: skip
        st.page_link(
            _PLAN,
            label=_(":primary[What the Action Plan was asked, point by point]"),
            query_params=kept({}),
        )
    with analyst:
        _head(_("Rows, sources and licences"), _(
"Every figure leads to its source, its licence and its line; what is on this "
"page is a file too."))  # fmt: skip
        st.page_link(
            _SOURCES, label=_(":primary[Where every figure is from]"), query_params=kept({})
        )
        button.take_away(state.dataset, "overview", _("Figures of this page (CSV)"))


def _head(title: str, sentence: str) -> None:
    st.markdown(f"##### {title}")
    st.markdown(sentence)


def _planner(state: State) -> None:
    """A search for a territory, and the way to what is said of it."""
    labels = _labels(state.dataset)
    at = st.selectbox(
        _("Territory"), list(labels), index=None, key="my_territory",
        format_func=labels.__getitem__, label_visibility="collapsed",
        placeholder=_("Type a name or code"),
        help=_("A country or a NUTS 2 region; links below then lead to what is said of it."),
    )  # fmt: skip
    if at is None:
        st.page_link(
            _GAPS, label=_(":primary[Short, met or unknown, by region]"), query_params=kept({})
        )
    else:
        level, place = "0" if len(at) == 2 else "2", places_of(state.dataset)[at]
        st.page_link(
            _GAPS, label=_(":primary[What is short: {place}]", place=words.escaped(place)),
            query_params=kept({"at": at, "level": level}),
        )  # fmt: skip
    st.page_link(
        _SOURCES, label=_(":primary[What is known there and what is not]"),
        query_params=kept({"at": at} if at else {}),
    )  # fmt: skip


@per_language(24)
def _labels(dataset: Dataset) -> Mapping[str, str]:
    """What the list calls countries and regions, in its order; one for all readers."""
    regions = ask(dataset, "region")
    regions = regions[regions["level"].isin(_OFFERED) & regions["members"].isna()]
    named = zip(words.places(regions), regions["territory_id"], strict=True)
    # By name alone: regions of one name stay in the order they were.
    return {str(code): f"{at} ({code})" for at, code in sorted(named, key=lambda each: each[0])}
