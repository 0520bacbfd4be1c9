"""The rows behind a part of a page: as a table, as a file, and where they are from."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from ui import address, export, words
from ui.address import source_link
from ui.language import _, later, n_
from ui.language.tables import dataframe
from ui.store import Dataset, ask
from ui.table import status_of

_PROVENANCE = (
    "source_title", "publisher", "licence", "attribution", "url", "source_file", "source_line",
    "source_caveats", "retrieved_on", "boundaries", "dataset", "dataset_built",
)  # fmt: skip
_MOST_NAMED = 5


def twin(
    dataset: Dataset,
    rows: pd.DataFrame,
    columns: Mapping[str, Any],
    key: str = "table",
    title: str = later("Show as a table"),
) -> None:
    """A table that is sent to the browser only when it is asked for.

    `columns` are the ones shown, in their order, with a label or a column configuration each.
    Status and source follow where the rows have `obs_status` and `evidence`, and `source_id`.
    """
    if not st.toggle(
        _(title),
        help=_(
            "The same figures as rows, with status and source, for a screen reader or to copy from."
        ),
        **address.switch(key),
    ):
        return
    table(dataset, rows, columns)


def table(dataset: Dataset, rows: pd.DataFrame, columns: Mapping[str, Any]) -> None:
    """Such a table at once; an empty cell says that it is unknown."""
    if dataset.watermark:
        st.caption(dataset.watermark)
    flat = rows.reset_index() if rows.index.name else rows
    shown, config = flat.reindex(columns=list(columns)).copy(), dict(columns)
    if {"obs_status", "evidence"} <= set(flat):
        shown["status"] = [
            status_of(str(status), str(evidence)) if words.is_known(status) else _("not published")
            for status, evidence in zip(flat["obs_status"], flat["evidence"], strict=True)
        ]
        config["status"] = _("Status")
    if "source_id" in flat:
        shown["source"] = [
            source_link(each) if words.is_known(each) else "" for each in flat["source_id"]
        ]
        config["source"] = st.column_config.LinkColumn(
            _("Source"), display_text=_("Source and caveats")
        )
    dataframe(
        shown,
        hide_index=True,
        height=420 if len(shown) > 11 else "content",
        placeholder=_("unknown"),
        column_config=config,
    )


def with_provenance(dataset: Dataset, rows: pd.DataFrame, question: str) -> pd.DataFrame:
    """The rows with where each is from; `rows` may have `source_id`, `source_line`, ..."""
    flat = rows.reset_index() if rows.index.name else rows.reset_index(drop=True)
    flat = flat.drop(columns=["map_class", "label"], errors="ignore")
    flat.insert(0, "question", question)
    if "source_id" in flat:
        sources = ask(dataset, "source").rename(
            columns={"title": "source_title", "caveats": "source_caveats"}
        )
        sources = sources.drop(columns=["module", "sha256", "vintage"])
        flat = flat.merge(sources, on="source_id", how="left", validate="m:1")
    flat["boundaries"] = words.BOUNDARIES
    flat["dataset"] = dataset.watermark or dataset.name
    flat["dataset_built"] = dataset.built.date().isoformat()
    last = [each for each in _PROVENANCE if each in flat]
    return flat[[each for each in flat if each not in last] + last]


def download(
    dataset: Dataset,
    rows: pd.DataFrame,
    stem: str,
    question: str,
    label: str = later("Download these rows"),
) -> None:
    """A button that gives exactly these rows as CSV, with provenance; empty is unknown."""
    st.download_button(
        _(label),
        data=lambda: export.frame_as_csv(with_provenance(dataset, rows, question)),
        file_name=f"{dataset.prefix}groundwork_{stem}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        help=_("All rows of this table with period, status and source of each (CSV)."),
    )


def origin(
    dataset: Dataset,
    source_ids: Sequence[Any] | pd.Series,
    period: str = "",
    most_named: int = _MOST_NAMED,
) -> str:
    """The quiet line below a figure: period and sources, those behind most rows first."""
    ids = [str(each) for each in pd.Series(list(source_ids), dtype=object).dropna()]
    counted = pd.Series(ids, dtype=object).value_counts().index
    sources = ask(dataset, "source").set_index("source_id")
    # A publisher of several pages is named once, by the page behind most rows.
    named: dict[str, str] = {}
    for each in counted:
        if each in sources.index:
            named.setdefault(str(sources.loc[each, "publisher"]), source_link(each))
    links = [f"[{words.escaped(_(name))}]({link})" for name, link in named.items()]
    parts = [words.day(period)] if period else []
    parts += links[:most_named]
    if len(links) > most_named:
        more = len(links) - most_named
        parts.append(
            n_(
                "and {count} other source", "and {count} other sources",
                more, count=words.counted(more),
            )
        )  # fmt: skip
    if dataset.watermark:
        parts.insert(0, dataset.watermark)
    return " · ".join(parts) if parts else _("No figure of any source is shown here.")


def titles(dataset: Dataset) -> dict[str, str]:
    """Publisher and title of every source, for files that name several in one cell."""
    sources = ask(dataset, "source").set_index("source_id")
    named = sources["publisher"] + ": " + sources["title"]
    return {str(source_id): str(name) for source_id, name in named.items()}
