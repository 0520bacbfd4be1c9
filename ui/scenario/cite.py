"""How plans are worked out, at which prices, and what to choose where too little is known."""

import streamlit as st

from analysis.gap import UNKNOWN
from ui import gap_cite
from ui.address import link, source_link
from ui.language import _, later, n_
from ui.language.numbers import with_point
from ui.scenario.baselines import baselines
from ui.scenario.costs import priced
from ui.scenario.found import Scenario
from ui.words import count_of, counted, country, escaped

_METHOD = later(
    "Plans start from today's ledger of the page Gaps. Their changes happen in the order they "
    "are listed, in whole people and whole places. **People who arrive** are shared out exactly: "
    "no other way of sharing out whole people leaves fewer without a place, a smaller worst gap "
    "for its residents, or gaps more alike, as the rule says; free places, and then the rest, "
    "are shared by the key. **Places that are added** go where they lower the same measure most. "
    "Where today's figure is an interval, both of its ends move and the rules look at its best "
    "guess, else its middle. **A territory whose need or places are unknown is passed over** by "
    "every rule that looks at the gap, is counted, and stays unknown. A plan says what sharing "
    "out could do; it does not say that people would go or places could open there."
)
_FEW = 2
_MOST = 6


def too_little(scenario: Scenario) -> None:
    """Say so where hardly any gap is known, and which baselines have answers."""
    known = int(scenario.today.rows["answer"].ne(UNKNOWN).sum())
    if known >= _FEW:
        return
    found = baselines(scenario.today.dataset)
    st.markdown(
        n_(
            "With this baseline {count} territory has an answer: too few to share anything out. "
            "These have more:",
            "With this baseline {count} territories have an answer: too few to share anything out. "
            "These have more:",
            known,
            count=counted(known),
        )
    )
    lines = [
        f"- [{escaped(each.label)}]({link(each.page)}): {count_of(each.known, 'territory')}"
        for each in found[:_MOST]
    ]
    st.markdown("\n".join(lines) or f"- {_('none in this dataset')}")


def cite(scenario: Scenario) -> None:
    """Method, then benchmark and sources of today's figures."""
    st.markdown(_(_METHOD))
    _prices(scenario)
    st.markdown(_("###### Today's figures"))
    gap_cite.cite(scenario.today)


def _prices(scenario: Scenario) -> None:
    """The daily prices that costs are worked out from, each with its source."""
    today = scenario.today
    norms = priced(today.dataset, today.choice.standard).norms
    if norms.empty:
        return
    st.markdown(_("###### Daily prices of a place"))
    lines = []
    for row in norms.sort_values(["country", "threshold"]).to_dict("records"):
        said = _(
            "{country}: {price} euro, {label}.", country=country(str(row["country"])),
            price=with_point(f"{row['threshold']:g}"), label=escaped(str(row["label"])),
        )  # fmt: skip
        lines.append(f"- {said} [{_('Its source')}]({source_link(row['source_id'])})")
    st.markdown("\n".join(lines))
    st.caption(
        _("A country's cost runs from its lowest to its highest price. Where a country cites none, "
          "it runs from the lowest to the highest of all; an amount that rests on such prices is "
          "marked. Prices are of different years and cover different services; none is adjusted.")
    )  # fmt: skip
