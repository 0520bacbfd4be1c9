"""How the funnel is worked out, what is protected, by which norms, from whose figures."""

import pandas as pd
import streamlit as st

from analysis.safeguards import RATIOS
from ui import words
from ui.address import source_link
from ui.area import records
from ui.language import _, later
from ui.language.numbers import with_point
from ui.protection import ratios
from ui.protection.step_words import MEANS, STEP_LABELS
from ui.protection.view import View
from ui.store import ask

_METHOD = later(
    "A step lets through as many people as its own figure says, and never more than came through "
    "the step before. Where a figure is missing, anybody between nobody and all may come through: "
    "the count is unknown, and later steps are bounded only. *Narrows most* is said of a step "
    "that surely loses more than any other step can, by more than rounding explains. Figures of "
    "one funnel are at most a year apart. Groups overlap, and countries count them "
    "differently: do not add them."
)
_PROTECTED = later(
    "No address, name or number of a protected service is ever shown, linked, downloaded or "
    "spoken of in a message. Services are counted by territory, and reach is worked out from the "
    "territory a service may be shown in, wherever in it the service stands: hence an interval, "
    "and the same one wherever that is. People in these groups are rounded by the build before "
    "anything is shown, so totals may not add up."
)


def cite(view: View) -> None:
    """Method, protection of addresses, norms, sources."""
    st.markdown(_(_METHOD))
    st.markdown("\n".join(f"- *{STEP_LABELS[step]}*: {means}." for step, means in MEANS.items()))
    st.markdown(_(_PROTECTED))
    st.markdown(f"###### {_('Norms')}")
    lines = [
        ratios.cited(view.dataset, each) for each in RATIOS if view.choice.group_id in each.groups
    ]
    st.markdown("\n".join(f"- {line}" for line in [*lines, *_norms(view)]))
    st.markdown(f"###### {_('Sources')}")
    used = pd.concat([view.inputs["source_id"], _shown_sources(view)]).dropna()
    sources = ask(view.dataset, "source").set_index("source_id")
    for source_id in used.value_counts().index:
        source = sources.loc[source_id]
        st.markdown(
            f"- **[{words.escaped(str(source['title']))}]({source_link(source_id)})**, "
            f"{words.escaped(str(source['publisher']))}. "
            + _("Licence: {licence}.", licence=words.escaped(str(source["licence"])))
        )


def _norms(view: View) -> list[str]:
    """Norms and observed values of the catalogue that are about this group."""
    norms = ask(view.dataset, "benchmark")
    used = {each.benchmark_id for each in RATIOS}
    mine = norms[norms["group_id"].eq(view.choice.group_id) & ~norms["benchmark_id"].isin(used)]
    return [
        f"{words.escaped(_(str(row['label'])))} ({words.country(str(row['territory_id']))}): "
        f"{with_point(format(row['threshold'], 'g'))} {words.escaped(_(str(row['unit'])))}, "
        f"{words.BENCHMARK_KINDS[str(row['kind'])]}. "
        f"[{_('Its source')}]({source_link(row['source_id'])})."
        for row in mine.to_dict("records")
    ]


def _shown_sources(view: View) -> pd.Series:
    rows = view.shown.rows
    return rows["source_id"] if "source_id" in rows else pd.Series(dtype=object)


def attribution(view: View) -> str:
    """The credit line of a view."""
    return f"{records.origin(view.dataset, _shown_sources(view))} · {_(words.BOUNDARIES)}"
