"""The rows that are taken away, before they are: how many, of what, which columns, how cited."""

import pandas as pd
import pyarrow as pa
import streamlit as st

from ui import words
from ui.cased import begins
from ui.data.choice import Choice
from ui.language import Words, _, current, n_
from ui.language.spoken import ENGLISH
from ui.out.citation import cited
from ui.out.count import rows_of
from ui.out.taken import ABOUT, Taken

_SHOWN = 100
_KINDS = Words(
    {"int64": "whole number", "double": "number", "bool": "true or false", "string": "text",
     "date32[day]": "day"}
)  # fmt: skip


def finding(choice: Choice, taken: Taken) -> str:
    """How much there is.

    The rows, with the question they answer, are in English: in another language they go by name.
    """
    title = taken.title if current() == ENGLISH else _(choice.offer.title)
    return _(
        "**{title}** {rows}, {columns}. Every row carries its status, source, licence and the "
        "filters it was asked for with.",
        title=words.escaped(title), rows=words.count_of(rows_of(taken), "row"),
        columns=words.count_of(len(taken.schema), "column"),
    )  # fmt: skip


def grain(choice: Choice, taken: Taken) -> str:
    """What a row is, and what holds for all of them."""
    row = _(choice.offer.grain).rstrip(".")
    parts = [begins(row), *(_(note).rstrip(".") for note in taken.notes)]
    return words.escaped(". ".join(parts)) + "."


def head(taken: Taken) -> pd.DataFrame:
    """The first rows."""
    found, left = [], _SHOWN
    for batch in taken.batches():
        found.append(batch.slice(0, left))
        left -= found[-1].num_rows
        if left <= 0:
            break
    return pa.Table.from_batches(found, taken.schema).to_pandas()


def preview(taken: Taken) -> None:
    """The first rows as a table."""
    rows = head(taken)
    if rows.empty:
        st.info(_("No row has all these filters. Take one away in the sidebar."))
        return
    alike = [name for name in rows if len(rows) > 1 and rows[name].nunique(dropna=False) == 1]
    st.dataframe(rows.drop(columns=alike), hide_index=True, height=300, placeholder=_("unknown"))
    told = [_("The first {count} rows.", count=_SHOWN)] if len(rows) == _SHOWN else []
    if alike:
        told.append(
            n_(
                "{count} column in which they all say the same are not shown here; the file has "
                "them.",
                "{count} columns in which they all say the same are not shown here; the file has "
                "them.",
                len(alike), count=words.counted(len(alike)).capitalize(),
            )
        )  # fmt: skip
    st.caption(words.escaped(" ".join(told)))


def cite(taken: Taken) -> None:
    """A sentence to copy, and what to add to it."""
    st.code(cited(taken.dataset, _(taken.title), taken.choice), language=None, wrap_lines=True)
    st.caption(
        _(
            "Name the publishers of the figures too: they stand in every row, with their "
            "licences. The checksum names exactly this dataset."
        )
    )


def about(taken: Taken) -> None:
    """Every column with its kind of value and what it holds."""
    rows = pd.DataFrame(
        {
            "column": [each.name for each in taken.schema],
            "about": [(each.metadata or {}).get(ABOUT, b"").decode() for each in taken.schema],
            "kind": [_KINDS.get(str(each.type), str(each.type)) for each in taken.schema],
        }
    )
    st.dataframe(
        rows,
        hide_index=True,
        height="content",
        column_config={
            "column": st.column_config.TextColumn(_("Column"), pinned=True),
            "about": st.column_config.TextColumn(_("What it holds"), width="large"),
            "kind": _("Kind of value"),
        },
    )
