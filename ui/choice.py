"""What a reader can choose on a page of gaps; every choice is in the address."""

from dataclasses import dataclass

import streamlit as st

from analysis import BY_ID, INDICATORS
from analysis.indicator import Indicator
from ui import address
from ui.store import Dataset, ask
from ui.words import GROUPS, LEVELS, country

DISTANCES_KM = tuple(range(5, 65, 5))
USUAL_KM = 20
LATEST = "latest"


@dataclass(frozen=True)
class Choice:
    """One view: the question, for whom, when, at which level, in which countries."""

    indicator: Indicator
    group_id: str
    km: int
    period: str
    level: int
    countries: tuple[str, ...]

    def values(self) -> dict[str, str | int]:
        """The values the store's queries take."""
        return {
            "km": self.km,
            "measure_id": self.indicator.measures[self.group_id],
            "group_id": self.group_id,
            "period": "" if self.period == LATEST else self.period,
        }

    def counted(self) -> str:
        """What the figures count."""
        return self.indicator.counts_of.get(self.group_id, self.indicator.count_label)

    def question(self) -> str:
        """The question of the page's title."""
        return self.indicator.question.format(km=self.km)


def choose(dataset: Dataset) -> Choice:
    """Draw the controls in the sidebar and read them."""
    with st.sidebar:
        indicator = BY_ID[
            st.selectbox(
                "What is short",
                ids := [each.indicator_id for each in INDICATORS],
                format_func=lambda key: BY_ID[key].label,
                help="The question the map answers.",
                **address.one("short", ids, ids[0]),
            )
        ]
        group_id = _group(dataset, indicator)
        km = _distance(indicator)
        period = _period(dataset, indicator, group_id)
        level = st.selectbox(
            "Territories",
            list(LEVELS),
            format_func=lambda key: LEVELS[key],
            help="NUTS levels of the EU's territorial statistics. Where a figure is published "
            "only for larger territories, those are drawn instead.",
            **address.one("level", list(LEVELS), 2),
        )
        countries = _countries(dataset)
    return Choice(indicator, group_id, km, period, level, countries)


def _group(dataset: Dataset, indicator: Indicator) -> str:
    """Whom the figures count; only groups with a figure are offered."""
    groups = [
        group
        for group, measure_id in indicator.measures.items()
        if group in ("reception", "residents")
        or group in set(ask(dataset, "groups", measure_id=measure_id)["group_id"])
    ]
    if len(groups) == 1:
        address.absent("whom")
        return groups[0]
    return st.selectbox(
        "For whom",
        groups,
        format_func=lambda key: GROUPS[key],
        help="Groups are counted apart by their publishers and are never added here. Where a "
        "country does not publish all newcomers, its asylum applicants are shown.",
        **address.one("whom", groups, groups[0]),
    )


def _distance(indicator: Indicator) -> int:
    """The distance beyond which care counts as out of reach."""
    if indicator.reads != "hospital_reach":
        address.absent("km")
        return USUAL_KM
    return st.select_slider(
        "Out of reach beyond",
        DISTANCES_KM,
        format_func=lambda km: f"{km} km",
        help="As the crow flies. 20 km is about half an hour by car.",
        **address.one("km", DISTANCES_KM, USUAL_KM),
    )


def _period(dataset: Dataset, indicator: Indicator, group_id: str) -> str:
    """The year, or the latest figure of each territory."""
    if indicator.reads != "figure":
        address.absent("period")
        return LATEST
    measure_id = indicator.measures[group_id]
    years = ask(dataset, "periods", measure_id=measure_id, group_id=group_id)
    counts = dict(zip(years["year"], years["countries"], strict=True))

    asked = st.query_params.get("period", LATEST)
    if asked not in counts and asked != LATEST:
        st.caption("No figure for this group in the year asked for: the latest are shown.")

    def words(year: str) -> str:
        if year == LATEST:
            return "Latest of each territory"
        return f"{year} ({counts[year]} {'country' if counts[year] == 1 else 'countries'})"

    return st.selectbox(
        "Period",
        [LATEST, *counts],
        format_func=words,
        help="The last figure in the year chosen, or the last there is. Dates differ between "
        "countries; every figure says its own.",
        **address.one("period", [LATEST, *counts], LATEST),
    )


def _countries(dataset: Dataset) -> tuple[str, ...]:
    """The countries to look at; none chosen means all."""
    territories = ask(dataset, "region")
    codes = sorted(territories["country"].unique(), key=country)
    chosen = st.multiselect(
        "Countries",
        codes,
        format_func=country,
        placeholder="All of Europe",
        **address.several("in", codes),
    )
    return tuple(chosen)
