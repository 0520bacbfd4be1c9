"""Who spends the money in the end, as far as amounts say it."""

import pandas as pd
import streamlit as st

from analysis import funding
from analysis.funding import UNTOLD
from ui import words
from ui.funds.view import View
from ui.language import Words, _, n_
from ui.language.tables import dataframe
from ui.store import ask

RECIPIENTS = Words(
    {
        "national": "National authorities",
        "local_or_regional": "Local and regional authorities",
        "civil_society": "Civil society",
        "other": "Others",
        UNTOLD: "Not said",
    }
)
_REACHED = ("local_or_regional", "civil_society")


def access(view: View) -> None:
    """Who spends the money in the end."""
    st.markdown(f"##### {_('Who gets to spend it?')}")
    rows = _own_rows(view)
    shares = funding.access(rows)
    told = shares.drop(index=UNTOLD, errors="ignore")
    if told.empty:
        st.markdown(
            _(
                "**Unknown**: none of these amounts says who spends it in the end, so the share "
                "that reaches local and regional authorities and civil society is not known."
            )
            + " "
            + _told_elsewhere(view)
        )
        return
    reached = told.reindex(list(_REACHED)).fillna(0)["committed_eur"].sum()
    total = shares["committed_eur"].sum()
    untold = float(shares["committed_eur"].get(UNTOLD, 0.0))
    low, high = reached / total * 100, (reached + untold) / total * 100
    st.markdown(_reaches(low, high, untold / total * 100))
    shown = shares.reindex([each for each in RECIPIENTS if each in shares.index]).reset_index()
    shown["recipient"] = shown["recipient"].map(RECIPIENTS)
    number = st.column_config.NumberColumn
    dataframe(
        shown[["recipient", "committed_eur", "share_lower", "share_upper", "amounts"]],
        hide_index=True,
        column_config={
            "recipient": _("Spent by"),
            "committed_eur": number(_("Committed (EUR)"), format="%,.0f"),
            "share_lower": number(_("at least (%)"), format="%.1f"),
            "share_upper": number(_("at most (%)"), format="%.1f"),
            "amounts": number(_("Amounts"), format="%,.0f"),
        },
    )
    if view.dataset.watermark:
        st.caption(_(view.dataset.watermark))


def _reaches(low: float, high: float, untold: float) -> str:
    """How much reaches those the money is meant to reach, in percent."""
    if not untold:
        return _(
            "**{share} reaches local and regional authorities and civil society**: of every "
            "amount it is said who spends it.",
            share=f"{words.rate(low)}{words.THIN}%",
        )
    return _(
        "**Between {low} and {high} reaches local and regional authorities and civil society**: "
        "for {untold} of the money it is not said who spends it.",
        low=words.rate(low), high=f"{words.rate(high)}{words.THIN}%",
        untold=f"{words.rate(untold)}{words.THIN}%",
    )  # fmt: skip


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
        return _("It is not said of any money in this dataset.")
    who = words.listed(sorted({words.country(str(each)) for each in told["country"]}))
    return n_(
        "It is said only of {count} amount of other money, in {countries}.",
        "It is said only of {count} amounts of other money, in {countries}.",
        len(told), count=words.counted(len(told)), countries=who,
    )  # fmt: skip
