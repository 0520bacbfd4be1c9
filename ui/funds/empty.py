"""What the Funds page says where a dataset has no money at all."""

import streamlit as st

from analysis.fund_series import Series
from ui.language import _

# No fund in particular: the calendar of all of them.
ANY = Series("", "", "2021/2027")


def explain() -> None:
    """What is missing and who could publish it."""
    st.title(_("Does money follow need?"), anchor=False)
    st.markdown(
        _(
            "**Unknown**: this dataset holds no amount of any fund, which is not to say that there "
            "is no money. Amounts by territory could be published by the European Commission (what "
            "is allocated to each Member State, and the payments), by managing authorities (what "
            "reaches regions, and who spends it), and by national and regional budgets."
        )
    )
