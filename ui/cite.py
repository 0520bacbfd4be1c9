"""How a view was made and who its figures are from."""

import streamlit as st

from ui.address import source_link
from ui.corrections.beside import cited
from ui.store import ask
from ui.view import View
from ui.words import BOUNDARIES, count_of, escaped

# What every indicator stands on besides its own sources.
_BASE = {"hospital_reach": ("hospitals", "population_grid", "residents"), "figure": ("residents",)}


def cite(view: View) -> None:
    """Definition, method, caution, and each source with its licence and caveats."""
    indicator = view.choice.indicator
    st.markdown("###### What this shows")
    st.markdown(f"{indicator.definition} {indicator.caution}")
    st.markdown("###### How it is worked out")
    st.markdown(f"{indicator.method} A figure that nobody publishes is unknown; it is never zero.")
    if proposed := cited(view.dataset, view.rows.index):
        st.markdown(proposed)
    st.markdown("###### Sources")
    sources = ask(view.dataset, "source").set_index("source_id")
    used = set(view.rows["source_id"].dropna()) | set(_BASE[indicator.reads])
    for source_id in [each for each in sources.index if each in used]:
        source = sources.loc[source_id]
        retrieved = source["retrieved_on"]
        st.markdown(
            f"- **[{escaped(str(source['title']))}]({source_link(source_id)})**, "
            f"{escaped(str(source['publisher']))}. "
            f"{escaped(str(source['vintage']))}. Licence: {escaped(str(source['licence']))}. "
            f"{escaped(str(source['caveats'] or ''))} "
            f"Fetched: {retrieved if str(retrieved) != 'NaT' else 'day not recorded'}."
        )


def attribution(view: View) -> str:
    """The credit line of a view."""
    sources = ask(view.dataset, "source").set_index("source_id")
    used = set(view.rows["source_id"].dropna()) | set(_BASE[view.choice.indicator.reads])
    main = [each for each in sources.index if each in used and not each.startswith("page_")]
    credit = {str(sources.loc[each, "attribution"]): each for each in main}
    pages = len(used) - len(main)
    more = [f"{count_of(pages, 'public page')} named with the figures"] if pages else []
    linked = [f"[{escaped(name)}]({source_link(each)})" for name, each in credit.items()]
    return " · ".join([*linked, *more, BOUNDARIES])
