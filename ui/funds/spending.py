"""Below the map: high gap and little money, what was paid, what is kept apart."""

import streamlit as st

from analysis import funding
from analysis.funding import CANNOT_TELL, LITTLE, NOT_LITTLE, UNKNOWN
from ui import words
from ui.funds.amounts import kept_apart
from ui.funds.scatter import noun
from ui.funds.view import View, high_gap
from ui.funds.words import between, euro
from ui.language import _, n_, plural
from ui.language.tables import dataframe

_MOST = 5
# Of fewer territories the middle one says nothing.
_LEAST = 4
_NONE_COMBINES = plural(
    "**Of {count} territory with both known, none combines a gap above the median with less "
    "money than the median**: reception places missing for the residents, money for one in need.",
    "**Of {count} territories with both known, none combines a gap above the median with less "
    "money than the median**: reception places missing for the residents, money for one in need.",
)
_ONE_COMBINES = plural(
    "**Of {count} territory with both known, one combines a gap above the median with less "
    "money than the median**: reception places missing for the residents, money for one in need.",
    "**Of {count} territories with both known, one combines a gap above the median with less "
    "money than the median**: reception places missing for the residents, money for one in need.",
)
_MANY_COMBINE = plural(
    "**Of {count} territory with both known, {low} combine a gap above the median with less "
    "money than the median**: reception places missing for the residents, money for one in need.",
    "**Of {count} territories with both known, {low} combine a gap above the median with less "
    "money than the median**: reception places missing for the residents, money for one in need.",
)


def little_money(view: View) -> None:
    """Where many places are missing and little money is for one in need."""
    st.markdown(f"##### {_('Where is the gap high and the money little?')}")
    rows = high_gap(view.dataset, view.choice)
    counts = rows["answer"].value_counts()
    known = int(counts.get(LITTLE, 0) + counts.get(NOT_LITTLE, 0) + counts.get(CANNOT_TELL, 0))
    unknown = int(counts.get(UNKNOWN, 0))
    if not len(rows):
        st.markdown(
            _(
                "**Unknown**: nowhere here are both the reception places missing and this money "
                "known. Choose more countries or other money."
            )
        )
        return
    if not known:
        st.markdown(
            n_(
                "**Unknown in all {count} territory**: nowhere are both the reception places "
                "missing and this money known.",
                "**Unknown in all {count} territories**: nowhere are both the reception places "
                "missing and this money known.",
                len(rows),
                count=words.counted(len(rows)),
            )
        )
        return
    if known < _LEAST:
        st.markdown(
            n_(
                "**Too few to compare**: only {count} territory has both known. Unknown: "
                "{unknown}.",
                "**Too few to compare**: only {count} territories have both known. Unknown: "
                "{unknown}.",
                known,
                count=words.counted(known),
                unknown=words.number(unknown),
            )
        )
        return
    low = rows[rows["answer"] == LITTLE].sort_values("gap", ascending=False)
    cannot = int(counts.get(CANNOT_TELL, 0))
    pair = _NONE_COMBINES if low.empty else _ONE_COMBINES if len(low) == 1 else _MANY_COMBINE
    lead = n_(*pair, known, count=words.counted(known), low=words.number(len(low)))
    told = {"unknown": words.number(unknown), "cannot": words.number(cannot)}
    rest = (
        _("Unknown: {unknown}; cannot tell: {cannot}.", **told)
        if cannot
        else _("Unknown: {unknown}.", unknown=told["unknown"])
    )
    st.markdown(f"{lead} {rest}")
    lines = []
    for row in low.head(_MOST).to_dict("records"):
        each = between(row["each"], row["each_lower"], row["each_upper"])
        line = n_(
            "{place}: {count} place missing, {rate} for 1,000 residents; {each} for one in need",
            "{place}: {count} places missing, {rate} for 1,000 residents; {each} for one in need",
            round(row["missing_places"]), place=words.escaped(str(row["place"])),
            count=words.short(row["missing_places"]), rate=words.rate(row["gap"]), each=each,
        )  # fmt: skip
        lines.append(f"- {line}")
    if lines:
        st.markdown("\n".join(lines))


def absorption(view: View) -> None:
    """How much of what was committed was paid."""
    st.markdown(f"##### {_('How much of it was paid?')}")
    rows = view.compared[view.compared["money"].notna()]
    share, both, without = funding.total_absorption(
        rows[["money", "paid_eur"]].rename(columns={"money": "committed_eur"})
    )
    if view.choice.series.estimated:
        st.markdown(
            _(
                "These amounts are an estimate, not commitments: there is nothing to be paid of "
                "them."
            )
        )
        return
    if rows.empty:
        st.markdown(
            _(
                "**Unknown, not zero.** This money is known for no territory drawn here. Choose "
                "more countries, another period or other money."
            )
        )
        return
    if not both:
        st.markdown(
            n_(
                "**Unknown, not zero.** No payment is published with any of these {count} amount.",
                "**Unknown, not zero.** No payment is published with any of these {count} amounts.",
                len(rows),
                count=words.counted(len(rows)),
            )
            + f" {_who_could_say(view)}"
        )
        return
    st.markdown(
        n_("**{share} of what was committed was paid** in {count} territory with both amounts; "
           "for {without} the payment is unknown.",
           "**{share} of what was committed was paid** in {count} territories with both amounts; "
           "for {without} the payment is unknown.",
           both, share=f"{words.rate(share)}{words.THIN}%", count=words.counted(both),
           without=words.number(without))
    )  # fmt: skip
    least = rows[rows["paid_percent"].notna()].sort_values(["paid_percent", "place"])
    lines = [
        "- "
        + _(
            "{place}: {share}, {amount} not paid yet",
            place=words.escaped(str(row["place"])),
            share=f"{words.rate(row['paid_percent'])}{words.THIN}%",
            amount=euro(row["money"] - row["paid_eur"]),
        )
        for row in least.head(_MOST).to_dict("records")
    ]
    st.markdown("\n".join([_("Least was paid in:"), *lines]))


def _who_could_say(view: View) -> str:
    if not view.choice.series.states():
        return _("Whoever grants the money could say.")
    if view.choice.series.period < "2021":
        return _("Managing authorities and the Commission, which get the accounts, could say.")
    return _(
        "Managing authorities send data on payments to the Commission five times a year: they and "
        "the Commission's open data on the funds could say."
    )


def kept_out(view: View) -> None:
    """Amounts that are known but compared with nothing, and why."""
    rows = kept_apart(view.dataset)
    countries = view.choice.where.countries
    rows = rows[rows["country"].isin(countries)] if countries else rows
    if rows.empty:
        return
    title = n_(
        "{count} amount not compared with others", "{count} amounts not compared with others",
        len(rows), count=words.counted(len(rows)).capitalize(),
    )  # fmt: skip
    with st.expander(title, on_change="rerun", key="kept_out") as apart:
        if not apart.open:
            return
        st.caption(
            _(
                "Published and kept, but no ranking holds them: a programme and its part, or one "
                "fund and two together, are different amounts. Shown with {territories} above is "
                "one kind of amount only.",
                territories=noun(view),
            )
        )
        for column in ("fund", "objective", "why"):
            rows[column] = rows[column].map(_)
        dataframe(
            rows[["fund", "objective", "territory_id", "period", "committed_eur", "why", "note"]],
            hide_index=True,
            placeholder=_("not stated"),
            column_config={
                "fund": _("Fund"),
                "objective": st.column_config.TextColumn(_("What it is"), width="medium"),
                "territory_id": _("Territory"),
                "period": _("Period"),
                "committed_eur": st.column_config.NumberColumn(
                    _("Committed (EUR)"), format="%,.0f"
                ),
                "why": st.column_config.TextColumn(_("Why apart"), width="medium"),
                "note": st.column_config.TextColumn(_("Note"), width="large"),
            },
        )
