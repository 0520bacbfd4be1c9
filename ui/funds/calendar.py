"""When the funds are monitored and evaluated: what was due last and what comes next."""

from datetime import date

import pandas as pd
import streamlit as st

from analysis.fund_calendar import ADDRESS, around
from analysis.fund_series import FUNDS, Series
from ui import words
from ui.language import _
from ui.language.tables import dataframe

_LAW = "Regulation (EU) "


def draw(series: Series, today: date) -> None:
    """A row a duty, the next one first, each with its article of law."""
    st.markdown(f"##### {_('What is due next?')}")
    rows = table(series, today)
    coming = rows[rows["next"].notna()]
    if coming.empty:
        st.markdown(_("Nothing more is due by the two Regulations."))
    else:
        first = coming.iloc[0]
        st.markdown(
            _(
                "**Next: {what}, by {day}** ({who}).",
                what=words.inside(str(first["what"])),
                day=words.day(str(first["next"])),
                who=first["who"],
            )
        )
    dataframe(
        rows,
        hide_index=True,
        height="content",
        placeholder=_("none"),
        column_config={
            "what": st.column_config.TextColumn(_("What"), width=400),
            "who": _("Who"),
            "last": st.column_config.DateColumn(_("Last due"), format="D MMM YYYY"),
            "next": st.column_config.DateColumn(_("Next due"), format="D MMM YYYY"),
            "funds": _("Funds"),
            "article": _("Regulation (EU)"),
            "law": st.column_config.LinkColumn(_("Text"), display_text=_("Read it")),
        },
    )
    st.caption(
        _(
            "Days of Regulations (EU) 2021/1147 and 2021/1060, for the period 2021 to 2027. "
            "Whether a report was sent is not in the data."
        )
    )


def table(series: Series, today: date) -> pd.DataFrame:
    """The duties of the fund; of all funds of the Union where the fund has none of its own."""
    found = around(today, series.fund_id) or around(today)
    return pd.DataFrame(
        [
            {
                "what": _(duty.what),
                "who": _(duty.who),
                "last": last,
                "next": coming,
                "funds": ", ".join(_(FUNDS[each]) for each in duty.funds),
                "article": f"{duty.law.removeprefix(_LAW)}, {_(duty.article)}",
                "law": ADDRESS[duty.law],
            }
            for duty, last, coming in found
        ]
    )
