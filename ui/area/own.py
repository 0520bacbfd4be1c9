"""A reader's own figures: what a table asks for, an empty file to fill in, how to add it."""

import pandas as pd
import streamlit as st

from ui import export
from ui.store import Dataset, ask

# Kinds of value as somebody with a spreadsheet calls them.
KINDS = {
    "VARCHAR": "text", "DOUBLE": "number", "BIGINT": "whole number", "TINYINT": "whole number",
    "DATE": "day, 2024-07-31", "BOOLEAN": "true or false",
}  # fmt: skip
_PLAIN = {"SDMX observation status": "status: A normal, E estimated, P provisional; A if left out"}
# What the loader fills in by itself.
_FILLED_IN = frozenset({"source_id", "evidence", "source_file", "source_line"})


def template(dataset: Dataset, table: str) -> pd.DataFrame:
    """The columns a reader fills in: `column_name`, `about`, `data_type`, `required`."""
    columns = ask(dataset, "columns", table_name=table)
    columns = columns[~columns["column_name"].isin(_FILLED_IN)].reset_index(drop=True)
    # A status left out is A, a normal figure.
    columns["required"] &= columns["column_name"] != "obs_status"
    columns["data_type"] = columns["data_type"].map(KINDS).fillna(columns["data_type"])
    columns["about"] = columns["about"].str.replace("NULL", "empty").replace(_PLAIN)
    return columns


def empty_file(dataset: Dataset, table: str) -> bytes:
    """An empty CSV with these columns."""
    names = list(template(dataset, table)["column_name"])
    return export.frame_as_csv(pd.DataFrame(columns=names))


def invite(dataset: Dataset, tables: dict[str, str]) -> None:
    """Below a page: how to see one's own figures on it. `tables` is table -> what a row is."""
    title = "Have figures of your own?"
    with st.expander(title, on_change="rerun", key="own") as own:
        if not own.open:
            return
        st.markdown(
            "Fill in the empty file, one row for each, and leave unknown cells empty: an empty "
            "cell is unknown, 0 is none. Then add it where Groundwork runs; every row is checked "
            "first, and if one is refused nothing is changed. Your figures stay on your machine, "
            "in a dataset of their own (*Own* in the sidebar) beside the published ones, and are "
            "always shown as declared."
        )
        for table, row in tables.items():
            _one(dataset, table, row)


def _one(dataset: Dataset, table: str, row: str) -> None:
    """One table: its file, its command, its columns."""
    st.markdown(f"###### {row}")
    st.download_button(
        "Download the empty file",
        data=lambda: empty_file(dataset, table),
        file_name=f"groundwork_own_{table}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=f"own_{table}",
    )
    st.code(f"python -m etl add groundwork_own_{table}.csv --as {table}", language=None)
    st.dataframe(
        template(dataset, table),
        hide_index=True,
        height="content",
        column_config={
            "column_name": st.column_config.TextColumn("Column", pinned=True),
            "about": st.column_config.TextColumn("What it holds", width="large"),
            "data_type": "Kind of value",
            "required": "Must be there",
        },
    )
