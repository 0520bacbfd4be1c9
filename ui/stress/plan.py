"""The answer under the headings of a contingency plan."""

from collections.abc import Callable
from functools import partial

import pandas as pd
import streamlit as st

from ui import words
from ui.address import link
from ui.area import records
from ui.cased import begins
from ui.language import _, later, n_, plural
from ui.palette import Palette
from ui.stress import amounts, charts
from ui.stress.amounts import nobody
from ui.stress.answers import stands_in
from ui.stress.finding import cannot_be_told
from ui.stress.scenarios import needed, scenario_rows
from ui.stress.situation import situation
from ui.stress.tested import Stress
from ui.stress.when import Row, when
from ui.stress.words import named
from ui.words import counted, escaped, number, rate

_MOST = 8
HEADINGS = (
    later("Situation today"), later("Scenarios"), later("Warning signs and thresholds"),
    later("Order in which territories fill"), later("Places needed, and until when"),
    later("Who acts, with what means"), later("What is unknown, and whom to ask"),
)  # fmt: skip


_WITHOUT = plural("{count} person is without a place", "{count} people are without a place")
# By whether they only may be past it, and whether all figures are of today.
_PAST = {
    (True, True): plural(
        "**{count} of {all} may be past it today.**", "**{count} of {all} may be past it today.**"
    ),
    (True, False): plural(
        "**{count} of {all} may be past it at the date of the figures.**",
        "**{count} of {all} may be past it at the date of the figures.**",
    ),
    (False, True): plural(
        "**{count} of {all} is past it today.**", "**{count} of {all} are past it today.**"
    ),
    (False, False): plural(
        "**{count} of {all} is past it at the date of the figures.**",
        "**{count} of {all} are past it at the date of the figures.**",
    ),
}


def plan(stress: Stress, palette: Palette) -> None:
    """Every heading with what this test says under it."""
    st.header(_("The test as a contingency plan"), anchor=False)
    draw: Callable[[Stress], None] = partial(_needed, palette=palette)
    parts: tuple[Callable[[Stress], None], ...] = (
        situation,
        _scenarios,
        _warnings,
        _order,
        draw,
        _who,
        _unknown,
    )
    for heading, part in zip(HEADINGS, parts, strict=True):
        st.markdown(f"##### {_(heading)}")
        part(stress)


def _scenarios(stress: Stress) -> None:
    if not stress.known.any():
        st.markdown(cannot_be_told(stress))
        return
    st.markdown(
        n_(
            "A plan needs a likely and a severe case: the same shock in four sizes, within {count} "
            "week.",
            "A plan needs a likely and a severe case: the same shock in four sizes, within {count} "
            "weeks.",
            stress.choice.horizon,
        )
    )
    number_column = partial(st.column_config.NumberColumn, format="localized")
    columns = {
        "scenario": _("Scenario"), "fill": _("Territories that fill"), "may": _("that may"),
        "room": _("that keep room"),
        "without_low": number_column(_("People without a place at once, at least")),
        "without_high": number_column(_("at worst")),
    }  # fmt: skip
    records.table(stress.dataset, scenario_rows(stress), columns)


def _warnings(stress: Stress) -> None:
    rows = stress.rows[stress.known & stress.rows["warning_occupancy_percent"].notna()]
    if rows.empty:
        st.markdown(_("No threshold can be told: arrivals, people or places are unknown."))
        return
    percent = rows["warning_occupancy_percent"]
    past = rows["occupancy_today"] >= percent
    may, many = bool((past & stands_in(rows)).any()), int(past.sum())
    pair = _PAST[may, bool(rows["old_period"].eq("").all())]
    lead = stress.choice.lead
    begin = n_(
        "If it takes {count} week to open places, begin when so many places are taken that this "
        "shock would fill the rest sooner: {occupancy}.",
        "If it takes {count} weeks to open places, begin when so many places are taken that this "
        "shock would fill the rest sooner: {occupancy}.",
        lead, count=counted(lead), occupancy=_between(percent),
    )  # fmt: skip
    rest = _("The table has each one's threshold.")
    st.markdown(f"{begin} {n_(*pair, many, all=number(len(rows)))} {rest}")


def _between(percent: pd.Series) -> str:
    """The least and the most over the territories, once where they are the same."""
    low, high = (rate(float(each)) for each in (percent.min(), percent.max()))
    if low == high:
        return _("{rate} people per 100 places", rate=low)
    return _("{low} to {high} people per 100 places, by territory", low=low, high=high)


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
        without = (
            _("nobody is without a place") if nobody(high) else amounts.people(_WITHOUT, low, high)
        )
        lines.append(f"{place}. {escaped(name)}: {when(row, stress.choice.horizon)}; {without}")
    st.markdown("\n".join(lines) or _("No territory fills within the horizon."))
    if (more := len(order) - _MOST) > 0:
        st.caption(n_("And {count} more, in the table.", "And {count} more, in the table.", more))


def _needed(stress: Stress, palette: Palette) -> None:
    """People without a place by week, and what a buffer buys."""
    st.markdown(needed(stress))
    if not stress.known.any():
        return
    left, right = st.columns(2, gap="large")
    with left:
        st.markdown(_("**People without a place, week by week**"))
        charts.without(stress, palette)
    with right:
        st.markdown(_("**What a buffer buys: people without a place at once**"))
        charts.buffer(stress, palette)
    st.caption(_("Bands run from the best to the worst case of figures and keys."))


def _who(stress: Stress) -> None:
    partnership, funds, sites = link("partnership"), link("funds"), link("scenario")
    st.markdown(
        _(
            "No figure says who will act. A plan names, for each threshold above: who declares it "
            "and who is told; which places are opened, by whom, within how many weeks; who looks "
            "after unaccompanied children and others with special needs; staff, supplies, security "
            "and the money for them. [Who works where]({partnership}) · [What funds pay]({funds}) "
            "· [Try measures as a scenario]({scenario})",
            partnership=partnership,
            funds=funds,
            scenario=sites,
        )
    )


def _unknown(stress: Stress) -> None:
    rows = stress.rows[stress.rows["missing"].ne("")]
    if rows.empty:
        lines = []
    else:
        counted = rows.groupby(["missing", "country"]).size().reset_index(name="many")
        lines = [
            f"- {begins(_(str(what)))}: {_where(part)}"
            for what, part in counted.groupby("missing", sort=False)
        ]
    held = stress.rows[stands_in(stress.rows)]
    if len(held):
        where = words.countries([str(each) for each in held["country"].unique()])
        told = _(
            "Places in {countries}: only how many people were hosted is known.", countries=where
        )
        lines.append(f"- {told}")
    choices = _(
        "How long people stay in reception, and how many of those who come ask for a place: "
        "nobody publishes it, so both are choices of yours."
    )
    st.markdown("\n".join([*lines, f"- {choices}"]))
    st.markdown(
        _(
            "Whom to ask: the national reception authority, which knows places and people on any "
            "day and keeps the contingency plan of Article 32."
        )
    )


def _where(part: pd.DataFrame) -> str:
    many = int(part["many"].sum())
    return n_(
        "{count} territory in {countries}", "{count} territories in {countries}", many,
        count=counted(many),
        countries=words.countries([str(each) for each in part["country"].unique()]),
    )  # fmt: skip
