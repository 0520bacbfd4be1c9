"""The data dictionary: every table, column, code and measure, as the dataset itself says them."""

import re

import pandas as pd
import streamlit as st

from ui import words
from ui.add.template import KINDS
from ui.address import link
from ui.language import _, n_
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
    tables = rows["table_name"].nunique()
    st.caption(
        _(
            "{tables}, {columns}, {measures}. Each is said once, where the dataset is built; this "
            "page reads it from there.",
            tables=n_("{count} table", "{count} tables", tables, count=words.counted(tables)),
            columns=words.count_of(len(rows), "column"),
            measures=words.count_of(len(ask(dataset, "measures")), "measure"),
        )
    )
    return st.text_input(
        _("Search"),
        key="looked_for",
        placeholder=_("A word, a column or a code"),
        help=_("Looks into names, meanings, units and codes of tables, views and measures."),
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
        grain = words.escaped(_(str(part["grain"].iloc[0])))
        with st.expander(f"**{name}** · {grain}", expanded=opened):
            if name in TABLES:
                way = _("Take rows of this table")
                st.markdown(f"[{way}]({link(f'data?take=table.{name}')})")
            shown = part[["column_name", "about", "kind", "required", "codes"]]
            st.dataframe(
                shown.assign(kind=[_(str(each)) for each in part["kind"]]),
                hide_index=True,
                height="content",
                column_config={
                    "column_name": st.column_config.TextColumn(_("Column"), pinned=True),
                    "about": st.column_config.TextColumn(_("What it holds"), width="large"),
                    "kind": _("Kind of value"),
                    "required": _("Always there"),
                    "codes": st.column_config.TextColumn(_("Codes"), width="large"),
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
            "column_name": st.column_config.TextColumn(_("Column"), pinned=True),
            "about": st.column_config.TextColumn(_("What it holds"), width="large"),
        },
    )


def draw_measures(rows: pd.DataFrame) -> None:
    """The measures as a table."""
    said = {
        name: [_(str(each)) if words.is_known(each) else each for each in rows[name]]
        for name in ("label", "unit", "kind", "domain", "direction", "definition")
        if name in rows
    }
    st.dataframe(
        rows.assign(**said),
        hide_index=True,
        height=420,
        column_config={
            "measure_id": st.column_config.TextColumn(_("Measure"), pinned=True),
            "label": st.column_config.TextColumn(_("Name"), width="medium"),
            "unit": _("Unit"),
            "kind": _("Kind"),
            "domain": _("Domain"),
            "direction": _("More is"),
            "definition": st.column_config.TextColumn(_("Definition"), width="large"),
        },
    )
