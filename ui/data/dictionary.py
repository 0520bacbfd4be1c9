"""The data dictionary: every table, column, code and measure, as the dataset itself says them."""

import re

import pandas as pd
import streamlit as st

from ui import words
from ui.add.template import KINDS
from ui.address import link
from ui.out.about import words_of_views
from ui.out.tables import TABLES
from ui.store import Dataset, ask

_CODE = re.compile(r"'((?:[^']|'')*)'")


def tables(dataset: Dataset) -> pd.DataFrame:
    """One row per column: `table_name`, `grain`, `column_name`, `about`, `kind`, `required`,
    `codes` (joined by commas, '' where any value may stand).
    """
    rows = ask(dataset, "dictionary")
    codes = [
        ", ".join(_CODE.findall(rule)) if isinstance(rule, str) else "" for rule in rows["rule"]
    ]
    kind = rows["data_type"].map(KINDS).fillna(rows["data_type"].str.lower())
    return rows.drop(columns=["rule", "data_type"]).assign(kind=kind, codes=codes)


def choose(dataset: Dataset, rows: pd.DataFrame) -> str:
    """The words looked for, in names, meanings and codes."""
    st.caption(
        f"{words.count_of(rows['table_name'].nunique(), 'table')}, "
        f"{words.count_of(len(rows), 'column')}, "
        f"{words.count_of(len(ask(dataset, 'measures')), 'measure')}. Each is said once, where "
        "the dataset is built; this page reads it from there."
    )
    return st.text_input(
        "Search",
        key="looked_for",
        placeholder="A word, a column or a code",
        help="Looks into names, meanings, units and codes of tables, views and measures.",
    )


def matching(rows: pd.DataFrame, text: str) -> pd.DataFrame:
    """The rows that have the text anywhere; all where there is none."""
    if not text.strip():
        return rows
    whole = rows.fillna("").astype(str).agg(" ".join, axis=1).str.casefold()
    return rows[whole.str.contains(text.strip().casefold(), regex=False)]


def draw_tables(rows: pd.DataFrame, opened: bool) -> None:
    """A part for each table, opened where the reader searched."""
    for name, part in rows.groupby("table_name", sort=False):
        grain = words.escaped(str(part["grain"].iloc[0]))
        with st.expander(f"**{name}** · {grain}", expanded=opened):
            if name in TABLES:
                st.markdown(f"[Take rows of this table]({link(f'data?take=table.{name}')})")
            st.dataframe(
                part[["column_name", "about", "kind", "required", "codes"]],
                hide_index=True,
                height="content",
                column_config={
                    "column_name": st.column_config.TextColumn("Column", pinned=True),
                    "about": st.column_config.TextColumn("What it holds", width="large"),
                    "kind": "Kind of value",
                    "required": "Always there",
                    "codes": st.column_config.TextColumn("Codes", width="large"),
                },
            )


def views() -> pd.DataFrame:
    """The columns of pages' views that no table has: `column_name` and `about`."""
    found = words_of_views()
    return pd.DataFrame({"column_name": list(found), "about": list(found.values())})


def draw_views(rows: pd.DataFrame) -> None:
    """These columns as a table."""
    st.dataframe(
        rows,
        hide_index=True,
        height=420 if len(rows) > 11 else "content",
        column_config={
            "column_name": st.column_config.TextColumn("Column", pinned=True),
            "about": st.column_config.TextColumn("What it holds", width="large"),
        },
    )


def draw_measures(rows: pd.DataFrame) -> None:
    """The measures as a table."""
    st.dataframe(
        rows,
        hide_index=True,
        height=420,
        column_config={
            "measure_id": st.column_config.TextColumn("Measure", pinned=True),
            "label": st.column_config.TextColumn("Name", width="medium"),
            "unit": "Unit",
            "kind": "Kind",
            "domain": "Domain",
            "direction": "More is",
            "definition": st.column_config.TextColumn("Definition", width="large"),
        },
    )
