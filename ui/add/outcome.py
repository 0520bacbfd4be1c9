"""The rows of a file: which are good, which are not and how to mend them, and that all count."""

import pandas as pd
import streamlit as st

from ui import export
from ui.add.columns import words_of
from ui.add.report import Report
from ui.words import THIN, escaped, number


def rows(report: Report, file: str) -> None:
    """What became of the lines of a file, once nothing is open that decides it."""
    if report.questions:
        st.markdown("The rows are checked as soon as the questions above are answered.")
        return
    counts(report)
    accepted(report)
    refused(report, file)


def counts(report: Report) -> None:
    """How many lines became what, in a sentence that adds up, or says that it does not."""
    told = report.counts
    st.markdown(
        f"**{_count(told.lines, 'line')}**: {number(told.accepted)} good, "
        f"{number(told.refused)} refused, {number(told.left_out)} left out."
        + (f" The good ones give {_count(told.rows, 'row')}." if told.rows != told.accepted else "")
    )
    if told.missing:
        st.error(
            f"These do not add up: {_count(abs(told.missing), 'line')} too "
            f"{'few' if told.missing > 0 else 'many'}. Please do not add this file.",
            icon=":material/error:",
        )


def _count(of: int, noun: str) -> str:
    return f"{number(of)}{THIN}{noun}{'' if of == 1 else 's'}"


def accepted(report: Report) -> None:
    """The first good rows, as they would be added."""
    found = _typed(report)
    if found.empty:
        return
    st.markdown("### Good rows")
    if report.counts.rows > len(found):
        st.caption(f"The first {number(len(found))} of {number(report.counts.rows)}.")
    full = [name for name in found if found[name].notna().any()]
    st.dataframe(
        found[full],
        hide_index=True,
        height=320 if len(found) > 8 else "content",
        placeholder="unknown",
        column_config={
            **{str(name): words_of(str(name)) for name in full},
            "line": st.column_config.NumberColumn("Line", format="%d", width="small"),
        },
    )


def _typed(report: Report) -> pd.DataFrame:
    """The good rows in the order of the table's columns, numbers as numbers."""
    names = [str(each["column"]) for each in report.wanted]
    order = [name for name in ("line", *names) if name in report.accepted]
    rows = report.accepted[order].copy()
    for each in report.wanted:
        if "number" in str(each.get("kind")) and each["column"] in rows:
            name = str(each["column"])
            rows[name] = pd.to_numeric(rows[name], errors="coerce")
    return rows


def refused(report: Report, file: str) -> None:
    """Every refused row: where, why, how to mend it; and the same as a file."""
    found = report.refused
    if found.empty:
        return
    st.markdown("### Refused rows")
    if report.counts.refused > found["line"].nunique():
        st.caption(f"The first {number(found['line'].nunique())} lines are listed.")
    shown = found.drop(columns="raw")
    st.dataframe(
        shown.assign(value=shown["value"].map(_text), column=shown["column"].map(_text)),
        hide_index=True,
        height=320 if len(shown) > 8 else "content",
        placeholder="",
        column_config={
            "line": st.column_config.NumberColumn("Line", format="%d", width="small"),
            "column": "Column",
            "value": "What is there",
            "reason": st.column_config.TextColumn("Why it is refused", width="large"),
            "mend": st.column_config.TextColumn("How to mend it", width="large"),
        },
    )
    st.download_button(
        "Download the refused rows with reasons",
        data=lambda: export.frame_as_csv(found),
        file_name=f"refused_{file.rpartition('.')[0] or file}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        help="Every refused line with its column, the reason and how to mend it (CSV).",
    )


def _text(value: object) -> str:
    """A cell as text: a column of a list may hold numbers and words."""
    return "" if value is None or pd.isna(value) else str(value)  # type: ignore[call-overload]


def unreadable(problem: str) -> None:
    """Why nothing of a file can be used."""
    st.error(f"This file cannot be used as it is. {escaped(problem)}", icon=":material/error:")
    st.markdown(
        "If that does not help, open it in your spreadsheet program and save it as *CSV UTF-8* or "
        "*XLSX*, or fill in the empty file above."
    )
