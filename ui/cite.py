"""How a view was made and who its figures are from."""

import streamlit as st

from ui.address import source_link
from ui.corrections.beside import cited
from ui.language import _, n_
from ui.store import ask
from ui.view import View
from ui.words import BOUNDARIES, counted, escaped

# What every indicator stands on besides its own sources.
_BASE = {"hospital_reach": ("hospitals", "population_grid", "residents"), "figure": ("residents",)}


def cite(view: View) -> None:
    """Definition, method, caution, and each source with its licence and caveats."""
    indicator = view.choice.indicator
    st.markdown(_("###### What this shows"))
    st.markdown(f"{_(indicator.definition)} {_(indicator.caution)}")
    st.markdown(_("###### How it is worked out"))
    st.markdown(
        f"{_(indicator.method)} "
        + _("A figure that nobody publishes is unknown; it is never zero.")
    )
    if proposed := cited(view.dataset, view.rows.index):
        st.markdown(proposed)
    st.markdown(_("###### Sources"))
    sources = ask(view.dataset, "source").set_index("source_id")
    used = set(view.rows["source_id"].dropna()) | set(_BASE[indicator.reads])
    for source_id in [each for each in sources.index if each in used]:
        source = sources.loc[source_id]
        retrieved = source["retrieved_on"]
        st.markdown(
            f"- **[{escaped(str(source['title']))}]({source_link(source_id)})**, "
            f"{escaped(_(str(source['publisher'])))}. "
            f"{escaped(str(source['vintage']))}. "
            + _("Licence: {licence}.", licence=escaped(_(str(source["licence"]))))
            + f" {escaped(str(source['caveats'] or ''))} "
            + _(
                "Fetched: {day}.",
                day=retrieved if str(retrieved) != "NaT" else _("day not recorded"),
            )
        )


def attribution(view: View) -> str:
    """The credit line of a view."""
    sources = ask(view.dataset, "source").set_index("source_id")
    used = set(view.rows["source_id"].dropna()) | set(_BASE[view.choice.indicator.reads])
    main = [each for each in sources.index if each in used and not each.startswith("page_")]
    credit = {str(sources.loc[each, "attribution"]): each for each in main}
    pages = len(used) - len(main)
    more = []
    if pages:
        more = [
            n_(
                "{count} public page named with the figures",
                "{count} public pages named with the figures",
                pages, count=counted(pages),
            )
        ]  # fmt: skip
    linked = [f"[{escaped(name)}]({source_link(each)})" for name, each in credit.items()]
    return " · ".join([*linked, *more, _(BOUNDARIES)])
