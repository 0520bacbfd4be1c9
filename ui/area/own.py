"""A reader's own figures: the way to the page that adds them, and the files to fill in."""

import streamlit as st

from ui.add import templates
from ui.add.kinds import of_table
from ui.add.template import empty_file, template
from ui.address import kept
from ui.language import _
from ui.store import Dataset

__all__ = ["empty_file", "invite", "template"]


def invite(dataset: Dataset, tables: dict[str, str]) -> None:
    """Below a page: how to see one's own figures on it. `tables` is table -> what a row is."""
    title = _("Have figures of your own?")
    with st.expander(title, on_change="rerun", key="own") as own:
        if not own.open:
            return
        st.markdown(
            _(
                "Bring the spreadsheet you have: every row is checked first, and you see "
                "what was understood. Your figures stay on the machine this app runs on, "
                "in a workspace of their own (*Own* in the sidebar) beside the published "
                "ones, and are always shown as declared."
            )
        )
        for table, row in tables.items():
            _one(dataset, table, row)


def _one(dataset: Dataset, table: str, row: str) -> None:
    """One table: where to add its rows, its files, its command, its columns."""
    st.markdown(f"###### {_(row)}")
    kind = of_table(table)
    if kind is not None:
        st.page_link(
            "pages/add.py", label=_(":primary[Add a file]"), query_params=kept({"as": kind.key}),
            icon=":material/add:",
        )  # fmt: skip
    templates.buttons(dataset, table)
    st.caption(_("Or on the command line, where Groundwork runs:"))
    st.code(f"python -m etl add groundwork_own_{table}.csv --as {table}", language=None)
    templates.columns(dataset, table)
