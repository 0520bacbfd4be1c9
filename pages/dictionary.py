"""Dictionary: what every table, column, code and measure of the dataset means."""

import streamlit as st

from ui import export
from ui.data import dictionary
from ui.language import _
from ui.opened import opened
from ui.store import ask

dataset = opened()

# Choose
rows = dictionary.tables(dataset)
st.title(_("What do the columns and codes mean?"), anchor=False)
looked_for = dictionary.choose(dataset, rows)

# Compute
found = dictionary.matching(rows, looked_for)
measures = dictionary.matching(ask(dataset, "measures"), looked_for)
of_views = dictionary.matching(dictionary.views(), looked_for)

# Draw
if found.empty and measures.empty and of_views.empty:
    st.info(_("Nothing has these words. Try a shorter one."))
if not found.empty:
    st.markdown(f"##### {_('Tables')}")
    dictionary.draw_tables(found, opened=bool(looked_for.strip()) and len(found) < len(rows))
if not of_views.empty:
    columns = _("Columns of the pages' views")
    st.markdown(f"##### {columns}")
    dictionary.draw_views(of_views)
if not measures.empty:
    st.markdown(f"##### {_('Measures')}")
    dictionary.draw_measures(measures)

# Take away
st.download_button(
    _("Download the dictionary"),
    data=lambda: export.frame_as_csv(rows),
    file_name="groundwork_dictionary.csv",
    mime="text/csv",
    on_click="ignore",
    icon=":material/download:",
    help=_("Every table and column with what it holds, as a table (CSV)."),
)
