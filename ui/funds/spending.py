"""Below the map: high gap and little money, what was paid, who spends it."""

import pandas as pd
import streamlit as st

from analysis import funding
from analysis.funding import CANNOT_TELL, LITTLE, NOT_LITTLE, UNKNOWN, UNTOLD
from ui import words
from ui.funds.amounts import kept_apart
from ui.funds.scatter import noun
from ui.funds.view import View, high_gap
from ui.funds.words import between, euro
from ui.store import ask

_MOST = 5
# Of fewer territories the middle one says nothing.
_LEAST = 4
RECIPIENTS = {
    "national": "National authorities",
    "local_or_regional": "Local and regional authorities",
    "civil_society": "Civil society",
    "other": "Others",
    UNTOLD: "Not said",
}
_REACHED = ("local_or_regional", "civil_society")


def little_money(view: View) -> None:
    """Where many places are missing and little money is for one in need."""
    st.markdown("##### Where is the gap high and the money little?")
    rows = high_gap(view.dataset, view.choice)
    counts = rows["answer"].value_counts()
    known = int(counts.get(LITTLE, 0) + counts.get(NOT_LITTLE, 0) + counts.get(CANNOT_TELL, 0))
    unknown = int(counts.get(UNKNOWN, 0))
    if not known:
        st.markdown(
            f"**Unknown in all {words.count_of(len(rows), 'territory')}**: nowhere are both the "
            "reception places missing and this money known."
        )
        return
    if known < _LEAST:
        st.markdown(
            f"**Too few to compare**: only {words.count_of(known, 'territory')} "
            f"{'has' if known == 1 else 'have'} both known. Unknown: {words.number(unknown)}."
        )
        return
    low = rows[rows["answer"] == LITTLE].sort_values("gap", ascending=False)
    cannot = int(counts.get(CANNOT_TELL, 0))
    many = "none combines" if low.empty else f"{words.number(len(low))} combine"
    many = "one combines" if len(low) == 1 else many
    st.markdown(
        f"**Of {words.count_of(known, 'territory')} with both known, {many} a gap above the "
        "median with less money than the median**: reception places missing for the residents, "
        f"money for one in need. Unknown: {words.number(unknown)}"
        + (f"; cannot tell: {words.number(cannot)}." if cannot else ".")
    )
    lines = []
    for row in low.head(_MOST).to_dict("records"):
        each = between(row["each"], row["each_lower"], row["each_upper"])
        lines.append(
            f"- {words.escaped(str(row['place']))}: {words.short(row['missing_places'])} places "
            f"missing, {words.rate(row['gap'])} for 1,000 residents; {each} for one in need"
        )
    if lines:
        st.markdown("\n".join(lines))


def absorption(view: View) -> None:
    """How much of what was committed was paid."""
    st.markdown("##### How much of it was paid?")
    rows = view.compared[view.compared["money"].notna()]
    share, both, without = funding.total_absorption(
        rows[["money", "paid_eur"]].rename(columns={"money": "committed_eur"})
    )
    if view.choice.series.estimated:
        st.markdown(
            "These amounts are an estimate, not commitments: there is nothing to be paid of them."
        )
        return
    if not both:
        st.markdown(
            f"**Unknown, not zero.** No payment is published with any of these "
            f"{words.count_of(len(rows), 'amount')}. {_who_could_say(view)}"
        )
        return
    st.markdown(
        f"**{words.rate(share)}{words.THIN}% of what was committed was paid** in "
        f"{words.count_of(both, 'territory')} with both amounts; for {words.number(without)} "
        "the payment is unknown."
    )
    least = rows[rows["paid_percent"].notna()].sort_values(["paid_percent", "place"])
    lines = [
        f"- {words.escaped(str(row['place']))}: {words.rate(row['paid_percent'])}{words.THIN}%, "
        f"{euro(row['money'] - row['paid_eur'])} not paid yet"
        for row in least.head(_MOST).to_dict("records")
    ]
    st.markdown("Least was paid in:\n" + "\n".join(lines))


def _who_could_say(view: View) -> str:
    if not view.choice.series.states():
        return "Whoever grants the money could say."
    if view.choice.series.period < "2021":
        return "Managing authorities and the Commission, which get the accounts, could say."
    return (
        "Managing authorities send data on payments to the Commission five times a year: they and "
        "the Commission's open data on the funds could say."
    )


def access(view: View) -> None:
    """Who spends the money in the end."""
    st.markdown("##### Who gets to spend it?")
    rows = _own_rows(view)
    shares = funding.access(rows)
    told = shares.drop(index=UNTOLD, errors="ignore")
    if told.empty:
        st.markdown(
            "**Unknown**: none of these amounts says who spends it in the end, so the share that "
            "reaches local and regional authorities and civil society is not known. "
            + _told_elsewhere(view)
        )
        return
    reached = told.reindex(list(_REACHED)).fillna(0)["committed_eur"].sum()
    total = shares["committed_eur"].sum()
    untold = float(shares["committed_eur"].get(UNTOLD, 0.0))
    low, high = reached / total * 100, (reached + untold) / total * 100
    share = f"{words.rate(low)}{words.THIN}%"
    rest = "of every amount it is said who spends it."
    if untold:
        share = f"Between {words.rate(low)} and {words.rate(high)}{words.THIN}%"
        rest = f"for {words.rate(untold / total * 100)}{words.THIN}% of the money it is not said "
        rest += "who spends it."
    st.markdown(f"**{share} reaches local and regional authorities and civil society**: {rest}")
    shown = shares.reindex([each for each in RECIPIENTS if each in shares.index]).reset_index()
    shown["recipient"] = shown["recipient"].map(RECIPIENTS)
    number = st.column_config.NumberColumn
    st.dataframe(
        shown[["recipient", "committed_eur", "share_lower", "share_upper", "amounts"]],
        hide_index=True,
        column_config={
            "recipient": "Spent by",
            "committed_eur": number("Committed (EUR)", format="%,.0f"),
            "share_lower": number("at least (%)", format="%.1f"),
            "share_upper": number("at most (%)", format="%.1f"),
            "amounts": number("Amounts", format="%,.0f"),
        },
    )
    if view.dataset.watermark:
        st.caption(view.dataset.watermark)


def _own_rows(view: View) -> pd.DataFrame:
    """The amounts of the series as they were told, in the countries looked at."""
    rows, series = ask(view.dataset, "funding"), view.choice.series
    rows = rows[
        (rows["fund_id"] == series.fund_id)
        & (rows["objective"] == series.objective)
        & (rows["period"] == series.period)
    ]
    countries = view.choice.where.countries
    return rows[rows["country"].isin(countries)] if countries else rows


def _told_elsewhere(view: View) -> str:
    rows = ask(view.dataset, "funding")
    told = rows[rows["recipient"].notna()]
    if told.empty:
        return "It is not said of any money in this dataset."
    who = words.listed(sorted({words.country(str(each)) for each in told["country"]}))
    return f"It is said only of {words.count_of(len(told), 'amount')} of other money, in {who}."


def kept_out(view: View) -> None:
    """Amounts that are known but compared with nothing, and why."""
    rows = kept_apart(view.dataset)
    countries = view.choice.where.countries
    rows = rows[rows["country"].isin(countries)] if countries else rows
    if rows.empty:
        return
    title = f"{words.count_of(len(rows), 'amount').capitalize()} not compared with others"
    with st.expander(title, on_change="rerun", key="kept_out") as apart:
        if not apart.open:
            return
        st.caption(
            "Published and kept, but no ranking holds them: a programme and its part, or one "
            f"fund and two together, are different amounts. Shown with {noun(view)} above is "
            "one kind of amount only."
        )
        st.dataframe(
            rows[["fund", "objective", "territory_id", "period", "committed_eur", "why", "note"]],
            hide_index=True,
            placeholder="not stated",
            column_config={
                "fund": "Fund",
                "objective": st.column_config.TextColumn("What it is", width="medium"),
                "territory_id": "Territory",
                "period": "Period",
                "committed_eur": st.column_config.NumberColumn("Committed (EUR)", format="%,.0f"),
                "why": st.column_config.TextColumn("Why apart", width="medium"),
                "note": st.column_config.TextColumn("Note", width="large"),
            },
        )
