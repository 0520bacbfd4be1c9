"""The rows of a file: which are good, which are not and how to mend them, and that all count."""

import pandas as pd
import streamlit as st

from ui import export
from ui.add.columns import words_of
from ui.add.counted import lines_of, rows_of
from ui.add.report import Report
from ui.language import _, n_
from ui.words import escaped, number


def rows(report: Report, file: str) -> None:
    """What became of the lines of a file, once nothing is open that decides it."""
    if report.questions:
        st.markdown(_("The rows are checked as soon as the questions above are answered."))
        return
    counts(report)
    accepted(report)
    refused(report, file)


def counts(report: Report) -> None:
    """How many lines became what, in a sentence that adds up, or says that it does not."""
    told = report.counts
    said = [
        _(
            "**{lines}**: {good}, {refused}, {left_out}.",
            lines=lines_of(told.lines),
            good=n_("{count} good", "{count} good", told.accepted),
            refused=n_("{count} refused", "{count} refused", told.refused),
            left_out=n_("{count} left out", "{count} left out", told.left_out),
        )
    ]  # fmt: skip
    if told.rows != told.accepted:
        said.append(_("The good ones give {rows}.", rows=rows_of(told.rows)))
    st.markdown(" ".join(said))
    if told.missing:
        lines = lines_of(abs(told.missing))
        st.error(
            _("These do not add up: {lines} too few. Please do not add this file.", lines=lines)
            if told.missing > 0
            else _(
                "These do not add up: {lines} too many. Please do not add this file.", lines=lines
            ),
            icon=":material/error:",
        )


def accepted(report: Report) -> None:
    """The first good rows, as they would be added."""
    found = _typed(report)
    if found.empty:
        return
    st.markdown(f"### {_('Good rows')}")
    if report.counts.rows > len(found):
        first, rows = number(len(found)), number(report.counts.rows)
        st.caption(_("The first {first} of {all}.", first=first, all=rows))
    full = [name for name in found if found[name].notna().any()]
    st.dataframe(
        found[full],
        hide_index=True,
        height=320 if len(found) > 8 else "content",
        placeholder=_("unknown"),
        column_config={
            **{str(name): words_of(str(name)) for name in full},
            "line": st.column_config.NumberColumn(_("Line"), format="%d", width="small"),
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
    st.markdown(f"### {_('Refused rows')}")
    if report.counts.refused > (lines := found["line"].nunique()):
        st.caption(
            n_("The first {count} line is listed.", "The first {count} lines are listed.", lines)
        )
    shown = found.drop(columns="raw")
    st.dataframe(
        shown.assign(value=shown["value"].map(_text), column=shown["column"].map(_text)),
        hide_index=True,
        height=320 if len(shown) > 8 else "content",
        placeholder="",
        column_config={
            "line": st.column_config.NumberColumn(_("Line"), format="%d", width="small"),
            "column": _("Column"),
            "value": _("What is there"),
            "reason": st.column_config.TextColumn(_("Why it is refused"), width="large"),
            "mend": st.column_config.TextColumn(_("How to mend it"), width="large"),
        },
    )
    st.download_button(
        _("Download the refused rows with reasons"),
        data=lambda: export.frame_as_csv(found),
        file_name=f"refused_{file.rpartition('.')[0] or file}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        help=_("Every refused line with its column, the reason and how to mend it (CSV)."),
    )


def _text(value: object) -> str:
    """A cell as text: a column of a list may hold numbers and words."""
    return "" if value is None or pd.isna(value) else str(value)  # type: ignore[call-overload]


def unreadable(problem: str) -> None:
    """Why nothing of a file can be used."""
    said = _("This file cannot be used as it is. {problem}", problem=escaped(problem))
    st.error(said, icon=":material/error:")
    st.markdown(
        _(
            "If that does not help, open it in your spreadsheet program and save it as *CSV UTF-8* "
            "or *XLSX*, or fill in the empty file above."
        )
    )
