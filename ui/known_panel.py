"""One territory's knowledge in words: what is known, what only for more, what is missing."""

from collections.abc import Hashable, Mapping

import pandas as pd
import streamlit as st

from analysis.patchwork import BY_ID
from ui import chosen, words
from ui.address import source_link
from ui.known import Known
from ui.language import _
from ui.store import ask

_MOST_EXAMPLES = 5


def explain(known: Known, territory_id: str) -> None:
    """What is known of a territory and what is not, and who could publish it."""
    place = str(known.rows.loc[territory_id, "place"])
    chosen.heading(known.dataset, territory_id, str(place))
    cells = known.cells[known.cells["territory_id"] == territory_id]
    own = cells[cells["state"].isin(["recent", "older"])]
    larger = cells[cells["state"] == "larger"]
    missing = cells[cells["state"] == "missing"]
    regions = ask(known.dataset, "region")
    names = dict(zip(regions["territory_id"], words.places(regions), strict=True))
    if not own.empty:
        st.markdown(_("**Known here**"))
        st.markdown("\n".join(f"- {_line(cell)}" for cell in own.to_dict("records")))
    if not larger.empty:
        st.markdown(_("**Known for a larger territory only**"))
        lines = [
            "- "
            + _(
                "{what}, for {place} as a whole",
                what=_line(cell),
                place=words.escaped(names[str(cell["known_for"])]),
            )
            for cell in larger.to_dict("records")
        ]
        st.markdown("\n".join(lines))
    if not missing.empty or not larger.empty:
        st.markdown(_("**Missing, and who could publish it**"))
        absent = pd.concat([missing, larger])["kind_id"]
        st.markdown("\n".join(f"- {who_could(known, str(kind_id))}" for kind_id in absent))


def _line(cell: Mapping[Hashable, object]) -> str:
    """A kind of data that is known: when, and a link to where it is from."""
    kind, period = BY_ID[str(cell["kind_id"])], words.day(str(cell["latest_period"]))
    return f"**{_(kind.label)}**: [{period}]({source_link(cell['source_id'])})"


def who_could(known: Known, kind_id: str) -> str:
    """A kind of data, who could publish it, and which countries show that it can be done."""
    return f"**{_(BY_ID[kind_id].label)}.** {publishers(known, kind_id)}"


def publishers(known: Known, kind_id: str) -> str:
    """Who could publish a kind of data, and which countries show that it can be done."""
    who = _(BY_ID[kind_id].who)
    own = known.cells[
        (known.cells["kind_id"] == kind_id) & known.cells["state"].isin(["recent", "older"])
    ]
    count = own["territory_id"].str[:2].value_counts()
    if count.empty:
        return who
    best = words.listed([words.country(str(code)) for code in count.index[:_MOST_EXAMPLES]])
    shown = _(
        "Published for {territories} in {countries}.",
        territories=words.LEVEL_NOUN[known.level], countries=best,
    )  # fmt: skip
    return f"{who} {shown}"
