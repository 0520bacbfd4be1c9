"""When the funds are monitored and evaluated: what was due last and what comes next."""

from datetime import date

import pandas as pd
import streamlit as st

from analysis.fund_calendar import ADDRESS, around
from analysis.fund_series import FUNDS, Series
from ui import words

_LAW = "Regulation (EU) "


def draw(series: Series, today: date) -> None:
    """A row a duty, the next one first, each with its article of law."""
    st.markdown("##### What is due next?")
    rows = table(series, today)
    coming = rows[rows["next"].notna()]
    if coming.empty:
        st.markdown("Nothing more is due by the two Regulations.")
    else:
        first = coming.iloc[0]
        st.markdown(
            f"**Next: {str(first['what'])[:1].lower()}{str(first['what'])[1:]}, by "
            f"{words.day(str(first['next']))}** ({first['who']})."
        )
    st.dataframe(
        rows,
        hide_index=True,
        height="content",
        placeholder="none",
        column_config={
            "what": st.column_config.TextColumn("What", width=400),
            "who": "Who",
            "last": st.column_config.DateColumn("Last due", format="D MMM YYYY"),
            "next": st.column_config.DateColumn("Next due", format="D MMM YYYY"),
            "funds": "Funds",
            "article": "Regulation (EU)",
            "law": st.column_config.LinkColumn("Text", display_text="Read it"),
        },
    )
    st.caption(
        "Days of Regulations (EU) 2021/1147 and 2021/1060, for the period 2021 to 2027. Whether a "
        "report was sent is not in the data."
    )


def table(series: Series, today: date) -> pd.DataFrame:
    """The duties of the fund; of all funds of the Union where the fund has none of its own."""
    found = around(today, series.fund_id) or around(today)
    return pd.DataFrame(
        [
            {
                "what": duty.what,
                "who": duty.who,
                "last": last,
                "next": coming,
                "funds": ", ".join(FUNDS[each] for each in duty.funds),
                "article": f"{duty.law.removeprefix(_LAW)}, {duty.article}",
                "law": ADDRESS[duty.law],
            }
            for duty, last, coming in found
        ]
    )
