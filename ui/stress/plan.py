"""The answer under the headings of a contingency plan."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from ui import words
from ui.address import link
from ui.area import records
from ui.palette import Palette
from ui.stress import amounts, charts
from ui.stress.amounts import nobody
from ui.stress.answers import stands_in, told_today
from ui.stress.cite import dates
from ui.stress.finding import cannot_be_told
from ui.stress.scenarios import needed, scenario_rows
from ui.stress.tested import Stress
from ui.stress.today import SUPPOSED
from ui.stress.words import Row, named, when
from ui.words import count_of, escaped, number, rate, short

_MOST = 8
HEADINGS = (
    "Situation today", "Scenarios", "Warning signs and thresholds",
    "Order in which territories fill", "Places needed, and until when",
    "Who acts, with what means", "What is unknown, and whom to ask",
)  # fmt: skip


def plan(stress: Stress, palette: Palette) -> None:
    """Every heading with what this test says under it."""
    st.header("The test as a contingency plan", anchor=False)
    draw: Callable[[Stress], None] = partial(_needed, palette=palette)
    parts: tuple[Callable[[Stress], None], ...] = (
        _situation,
        _scenarios,
        _warnings,
        _order,
        draw,
        _who,
        _unknown,
    )
    for heading, part in zip(HEADINGS, parts, strict=True):
        st.markdown(f"##### {heading}")
        part(stress)


def _situation(stress: Stress) -> None:
    """People and places in all territories that can be tested."""
    rows = told_today(stress.rows)
    if rows.empty:
        st.markdown("No territory here has people and places that are both known.")
        return
    people, places = float(rows["people"].sum()), float(rows["places"].sum())
    held = int(stands_in(rows).sum())
    published = len(rows) - held
    supposed = " (known or supposed)" if rows["people_known_as"].eq(SUPPOSED).any() else ""
    least, most = ("at least ", "at most ") if held else ("", "")
    said = (
        f"{amounts.people(people, people, 'is', 'are')} hosted{supposed} and there are "
        f"{least}{short(places)} places in {count_of(len(rows), 'territory')} of "
        f"{number(len(stress.rows))} where both are known"
    )
    said += f": {most}{rate(100 * people / places)} people per 100 places. " if places else ". "
    said += " ".join(f"{each[:1].upper()}{each[1:]}." for each in dates(rows)) + " "
    if held:
        whom = "all" if not published else number(held)
        said += f"For {whom} of them places are an estimate: the most people hosted at once."
    st.markdown(said)


def _scenarios(stress: Stress) -> None:
    if not stress.known.any():
        st.markdown(cannot_be_told(stress))
        return
    st.markdown(
        "A plan needs a likely and a severe case: the same shock in four sizes, within "
        f"{stress.choice.horizon} weeks."
    )
    number_column = partial(st.column_config.NumberColumn, format="localized")
    columns = {
        "scenario": "Scenario", "fill": "Territories that fill", "may": "that may",
        "room": "that keep room",
        "without_low": number_column("People without a place at once, at least"),
        "without_high": number_column("at worst"),
    }  # fmt: skip
    records.table(stress.dataset, scenario_rows(stress), columns)


def _warnings(stress: Stress) -> None:
    rows = stress.rows[stress.known & stress.rows["warning_occupancy_percent"].notna()]
    lead = count_of(stress.choice.lead, "week")
    if rows.empty:
        st.markdown("No threshold can be told: arrivals, people or places are unknown.")
        return
    percent = rows["warning_occupancy_percent"]
    past = rows["occupancy_today"] >= percent
    may = " may be" if (past & stands_in(rows)).any() else (" is" if past.sum() == 1 else " are")
    now = "today" if rows["old_period"].eq("").all() else "at the date of the figures"
    st.markdown(
        f"If it takes {lead} to open places, begin when so many places are taken that this shock "
        f"would fill the rest sooner: {_between(percent)}. "
        f"**{number(int(past.sum()))} of {number(len(rows))}{may} past it {now}.** "
        "The table has each one's threshold."
    )


def _between(percent: pd.Series) -> str:
    """The least and the most over the territories, once where they are the same."""
    low, high = (rate(float(each)) for each in (percent.min(), percent.max()))
    if low == high:
        return f"{low} people per 100 places"
    return f"{low} to {high} people per 100 places, by territory"


def _order(stress: Stress) -> None:
    if not stress.known.any():
        st.markdown(cannot_be_told(stress))
        return
    order = stress.first()
    lines = []
    names = named(stress, stress.rows.iloc[order[:_MOST]])
    for place, (at, name) in enumerate(zip(order, names, strict=False), 1):
        row: Row = stress.rows.iloc[[at]].to_dict("records")[0]
        low, high = row["without_peak_lower"], row["without_peak_upper"]
        without = "nobody is" if nobody(high) else amounts.people(low, high, "is", "are")
        lines.append(
            f"{place}. {escaped(name)}: {when(row, stress.choice.horizon)}; "
            f"{without} without a place"
        )
    st.markdown("\n".join(lines) or "No territory fills within the horizon.")
    if len(order) > _MOST:
        st.caption(f"And {number(len(order) - _MOST)} more, in the table.")


def _needed(stress: Stress, palette: Palette) -> None:
    """People without a place by week, and what a buffer buys."""
    st.markdown(needed(stress))
    if not stress.known.any():
        return
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown("**People without a place, week by week**")
        charts.without(stress, palette)
    with right:
        st.markdown("**What a buffer buys: people without a place at once**")
        charts.buffer(stress, palette)
    st.caption("Bands run from the best to the worst case of figures and keys.")


def _who(stress: Stress) -> None:
    partnership, funds, sites = link("partnership"), link("funds"), link("scenario")
    st.markdown(
        "No figure says who will act. A plan names, for each threshold above: who declares it and "
        "who is told; which places are opened, by whom, within how many weeks; who looks after "
        "unaccompanied children and others with special needs; staff, supplies, security and the "
        f"money for them. [Who works where]({partnership}) · [What funds pay]({funds}) · "
        f"[Try measures as a scenario]({sites})"
    )


def _unknown(stress: Stress) -> None:
    rows = stress.rows[stress.rows["missing"].ne("")]
    if rows.empty:
        lines = []
    else:
        counted = rows.groupby(["missing", "country"]).size().reset_index(name="many")
        lines = [
            f"- {str(what)[:1].upper()}{str(what)[1:]}: {_where(part)}"
            for what, part in counted.groupby("missing", sort=False)
        ]
    held = stress.rows[stands_in(stress.rows)]
    if len(held):
        where = words.countries([str(each) for each in held["country"].unique()])
        lines.append(f"- Places in {where}: only how many people were hosted is known.")
    lines += [
        "- How long people stay in reception, and how many of those who come ask for a place: "
        "nobody publishes it, so both are choices of yours.",
    ]
    st.markdown("\n".join(lines))
    st.markdown(
        "Whom to ask: the national reception authority, which knows places and people on any day "
        "and keeps the contingency plan of Article 32."
    )


def _where(part: pd.DataFrame) -> str:
    many = count_of(int(part["many"].sum()), "territory")
    return f"{many} in {words.countries([str(each) for each in part['country'].unique()])}"
