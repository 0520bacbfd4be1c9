"""Arrivals by local authority: finer than any region of NUTS, where a publisher lists them."""

import streamlit as st

from analysis.sponsorship import lying_in
from ui import words
from ui.area import records
from ui.language import _
from ui.sponsorship.choice import SponsorshipChoice
from ui.store import Dataset, ask

_NAMED = 5


def localities(dataset: Dataset, choice: SponsorshipChoice, at: str) -> None:
    """The local authorities of a territory with the most arrivals; all of them when asked for."""
    rows = ask(dataset, "sponsorship_locality")
    rows = rows[rows["territory_id"].str.startswith(at) & rows["scheme_id"].isin(choice.schemes)]
    rows = lying_in(rows, choice.within)
    if rows.empty:
        return
    sums = rows.groupby("locality_name")["arrivals_persons"].sum().sort_values(ascending=False)
    named = [
        f"{words.escaped(str(name))} {words.number(n)}" for name, n in sums.head(_NAMED).items()
    ]
    more = len(sums) - len(named)
    said = (
        _("{names} and {count} more", names=", ".join(named), count=words.number(more))
        if more
        else words.listed(named)
    )
    st.markdown(_("By local authority: {authorities}.", authorities=said))
    records.download(
        dataset, rows, f"sponsorship_local_authorities_{at}",
        "Who arrived through sponsors, by local authority and quarter?",
        label=_("Download the local authorities"),
    )  # fmt: skip
