"""Where every figure is from: the sources, what became of their lines, what is doubted."""

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd
import streamlit as st

from ui import address, export, words
from ui.cased import begins
from ui.language import _, n_
from ui.language.tables import dataframe
from ui.store import Dataset, ask


def table(dataset: Dataset) -> None:
    """One row per source: what it is, how old, and what became of every line read."""
    account = ask(dataset, "account")
    shown = account[
        [
            "title", "publisher", "lines", "loaded", "left_out", "rejected", "findings",
            "vintage", "retrieved_on", "licence", "caveats",
        ]
    ]  # fmt: skip
    number = st.column_config.NumberColumn
    dataframe(
        shown,
        hide_index=True,
        height="content",
        placeholder=_("not recorded"),
        column_config={
            "title": st.column_config.TextColumn(_("Source"), width="large", pinned=True),
            "publisher": st.column_config.TextColumn(_("Publisher"), width="medium"),
            "vintage": _("Period"),
            "retrieved_on": st.column_config.DateColumn(_("Fetched"), format="D MMM YYYY"),
            "lines": number(_("Lines read"), format="localized"),
            "loaded": number(_("loaded"), format="localized"),
            "left_out": number(_("left out"), format="localized"),
            "rejected": number(_("rejected"), format="localized"),
            "findings": number(_("Figures in doubt"), format="localized"),
            "licence": _("Licence"),
            "caveats": st.column_config.TextColumn(_("Caveats"), width="large"),
        },
    )


def choose_source(dataset: Dataset) -> str | None:
    """The source to look into, in the address; None when none is chosen."""
    titles = _titles(dataset)
    options = ["", *titles]
    return (
        st.selectbox(
            _("Look into a source"),
            options,
            format_func=lambda code: titles.get(code, _("Choose a source or a page")),
            help=_("Publisher, licence, dates and lines of one source, or of all behind a page."),
            **address.one("source", options, ""),
        )
        or None
    )


@lru_cache(maxsize=8)
def _titles(dataset: Dataset) -> Mapping[str, str]:
    """What a list calls every source, in its order; one for all readers."""
    sources = ask(dataset, "source")
    rows = zip(sources["source_id"], sources["title"], sources["publisher"], strict=True)
    titles = {str(code): f"{title} ({publisher})" for code, title, publisher in rows}
    return dict(sorted(titles.items(), key=lambda each: each[1].casefold()))


def explain(dataset: Dataset, source_id: str) -> None:
    """One source: terms, caveats, and every line that was left out, rejected or doubted."""
    source = ask(dataset, "source").set_index("source_id").loc[source_id]
    title, url = words.escaped(str(source["title"])), str(source["url"] or "")
    linked = f"[{title}]({url})" if words.is_web(url) else title
    retrieved = source["retrieved_on"]
    fetched: str = _("day not recorded") if pd.isna(retrieved) else words.day(str(retrieved)[:10])
    st.markdown(f"##### {linked}")
    st.markdown(
        _(
            "{publisher}. Period: {period}. Licence: {licence}. Credit: {credit}. Fetched: {day}.",
            publisher=words.escaped(_(str(source["publisher"]))),
            period=words.escaped(words.span(str(source["vintage"]))),
            licence=words.escaped(_(str(source["licence"]))),
            credit=words.escaped(_(str(source["attribution"]))), day=fetched,
        )
    )  # fmt: skip
    st.markdown(words.escaped(str(source["caveats"] or "")))
    module = str(source["module"])
    if module != source_id:
        st.caption(_("A page read by hand; the lines below are those of all pages in its files."))
    outcomes = ask(dataset, "outcomes", module=module)
    rejected = ask(dataset, "rejected", module=module)
    findings = ask(dataset, "findings", module=module)
    apart = ask(dataset, "set_aside", module=module)
    if module != source_id:
        findings = findings[findings["source_id"] == source_id]
        apart = apart[apart["source_id"] == source_id]
    left, right = st.columns(2, gap="large")
    with left:
        _lines(outcomes)
    with right:
        _doubted(findings)
    _set_aside(apart, f"{dataset.prefix}groundwork_{module}")
    _rejected(rejected, f"{dataset.prefix}groundwork_{module}")


def _lines(outcomes: pd.DataFrame) -> None:
    """What became of each file's lines."""
    st.markdown(_("###### What became of every line"))
    dataframe(
        outcomes,
        hide_index=True,
        column_config={
            "file": st.column_config.TextColumn(_("File"), width="medium"),
            "outcome": st.column_config.TextColumn(_("Outcome"), width="medium"),
            "lines": st.column_config.NumberColumn(_("Lines"), format="localized"),
        },
    )


def _doubted(findings: pd.DataFrame) -> None:
    """Figures that a plausibility check doubts: still shown, marked, never deleted."""
    st.markdown(_("###### Figures in doubt"))
    if findings.empty:
        st.caption(_("The plausibility checks found nothing odd."))
        return
    dataframe(
        findings[["name", "period", "measure", "value", "reason"]],
        hide_index=True,
        column_config={
            "name": _("Territory"),
            "period": _("Period"),
            "measure": _("Figure"),
            "value": st.column_config.NumberColumn(_("Value"), format="localized"),
            "reason": st.column_config.TextColumn(_("What is odd"), width="large"),
        },
    )


def _set_aside(figures: pd.DataFrame, stem: str) -> None:
    """Published figures that no map or sum uses, each with the reason."""
    if figures.empty:
        return
    count = begins(words.counted(len(figures)))
    st.markdown(
        "###### " + n_(
            "{count} figure kept out of maps", "{count} figures kept out of maps",
            len(figures), count=count,
        )
    )  # fmt: skip
    st.caption(
        _("Published and kept, but not the value of a territory as a whole; see the reason.")
    )
    dataframe(
        figures[["reason", "territory_name", "measure", "period", "value", "unit", "note"]],
        hide_index=True,
        height=260,
        placeholder=_("not stated"),
        column_config={
            "reason": st.column_config.TextColumn(_("Why"), width="large"),
            "territory_name": _("Place"),
            "measure": _("Figure"),
            "period": _("Period"),
            "value": _("Value"),
            "unit": _("Unit"),
            "note": st.column_config.TextColumn(_("Note"), width="large"),
        },
    )
    _download(
        _("Download these figures"),
        figures,
        f"{stem}_kept_out_of_maps.csv",
    )


def _rejected(rejected: pd.DataFrame, stem: str) -> None:
    """Lines that could not be loaded, as they stand in the file."""
    if rejected.empty:
        return
    count = begins(words.counted(len(rejected)))
    st.markdown(
        "###### " + n_(
            "{count} rejected line", "{count} rejected lines", len(rejected), count=count
        )
    )  # fmt: skip
    dataframe(
        rejected,
        hide_index=True,
        height=260,
        column_config={
            "file": _("File"),
            "line": _("Line"),
            "column_name": _("Column"),
            "reason": st.column_config.TextColumn(_("Why"), width="large"),
            "raw": st.column_config.TextColumn(_("As in the file"), width="large"),
        },
    )
    _download(_("Download the rejected lines"), rejected, f"{stem}_rejected.csv")


def _download(label: str, rows: pd.DataFrame, file_name: str) -> None:
    """A button that gives all rows of a table."""
    st.download_button(
        label,
        data=lambda: export.frame_as_csv(rows),
        file_name=file_name,
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        help=_("All rows of this table (CSV)."),
    )
