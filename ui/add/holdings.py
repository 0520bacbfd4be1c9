"""What each own workspace holds, and the way to take a file or all of it out again."""

import pandas as pd
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from ui.add import job
from ui.add.commit import clear_done, workspace_arguments
from ui.add.kinds import label_of
from ui.add.workspaces import files_of, own_kinds
from ui.language import _
from ui.language.tables import dataframe
from ui.store import current, title_of
from ui.words import day, escaped

_ALL = "all"
PLACE = "holdings"


def holdings() -> None:
    """Every workspace with its files; nothing where there is none."""
    workspaces = own_kinds()
    st.markdown(f"## {_('Your workspaces')}")
    job.show(PLACE)
    if not workspaces:
        st.markdown(_("There is none yet. The first rows you add make one."))
        return
    for kind in workspaces:
        _one(kind)


def _one(kind: str) -> None:
    """One workspace: when it was built, its files, and how to remove them."""
    dataset = current(kind)
    if dataset is None:
        return
    files = files_of(kind)
    st.markdown(f"### {escaped(title_of(kind))}")
    when, time = day(dataset.built.date().isoformat()), f"{dataset.built:%H:%M}"
    st.caption(_("Built {day} at {time}.", day=when, time=time))
    dataframe(
        _shown(files),
        hide_index=True,
        height="content",
        placeholder=_("unknown"),
        column_config={
            "file": _("File"),
            "table_name": _("A row is"),
            "loaded": _lines(_("Good lines"), _("They give the rows that are in this workspace.")),
            "refused": _lines(
                _("Lines refused"), _("They are kept in the list of rejected lines.")
            ),
            "left_out": _lines(
                _("Lines left out"), _("They are no rows: titles, totals, notes, blanks.")
            ),
            "added": st.column_config.DatetimeColumn(_("Added"), format="D MMM YYYY, HH:mm"),
        },
    )
    with st.popover(
        _("Remove ..."),
        disabled=job.is_running(),
        icon=":material/delete:",
        help=_("Choose a file or the whole workspace first; nothing goes before you confirm."),
    ):
        _remove(kind, files)


def _lines(label: str, about: str) -> ColumnConfig:
    """A column that counts lines."""
    return st.column_config.NumberColumn(label, format="localized", help=about)


def _shown(files: pd.DataFrame) -> pd.DataFrame:
    """The files with their tables in words."""
    shown = files.assign(table_name=[label_of(str(table)) for table in files["table_name"]])
    return shown[["file", "table_name", "loaded", "refused", "left_out", "added"]]


def _remove(kind: str, files: pd.DataFrame) -> None:
    """Choose what to remove, and confirm it."""
    pairs = files["table_name"].astype(str) + "/" + files["file"].astype(str)
    options = [*pairs, _ALL] if len(pairs) > 1 else [_ALL]
    title = escaped(title_of(kind))
    what = st.radio(
        _("What should be removed?"),
        options,
        format_func=lambda each: _("The whole workspace") if each == _ALL else escaped(each),
        key=f"add remove {kind}",
        help=_("One file with all its rows, or the workspace as a whole."),
    )
    st.markdown(
        _("Everything in **{title}** is removed from this machine, the files too.", title=title)
        if what == _ALL
        else _(
            "The rows of this file and the file itself are removed from **{title}**; the rest "
            "is built anew.",
            title=title,
        )
    )
    st.markdown(_("This cannot be undone. The published figures stay as they are."))
    if st.button(
        _("Remove it"),
        key=f"add remove now {kind}",
        type="primary",
        help=_("The rows and the file are removed from this machine for good."),
    ):
        arguments = ["forget", *workspace_arguments(kind), *([] if what == _ALL else [what])]
        clear_done()
        job.start(PLACE, _("Removing from {title}.", title=title), arguments, lambda: None)
        st.rerun()
