"""Empty files and the worked example of a table, to take away and fill in."""

import streamlit as st

from ui.add import example
from ui.add.kinds import Kind
from ui.add.sheet import workbook
from ui.add.template import empty_file, template
from ui.language import _
from ui.store import Dataset

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(dataset: Dataset, kind: Kind) -> None:
    """Three files to start from, and what each column holds."""
    with st.expander(_("No file yet? Start from an empty one, or see an example")):
        buttons(dataset, kind.table)
        st.caption(
            _(
                "The workbook explains every column, offers the codes in lists and has a sheet "
                "with an example. An empty cell is unknown, 0 is none. The figures of the example "
                "are invented."
            )
        )
        columns(dataset, kind.table)


def buttons(dataset: Dataset, table: str) -> None:
    """The three files, beside each other."""
    stem = f"groundwork_own_{table}"
    with st.container(horizontal=True):
        _button(_("Empty workbook (XLSX)"), f"{stem}.xlsx", lambda: workbook(dataset, table), _XLSX)
        _button(
            _("Empty file (CSV)"), f"{stem}.csv", lambda: empty_file(dataset, table), "text/csv"
        )
        _button(
            _("Worked example (CSV)"),
            f"{stem}_example.csv",
            lambda: example.file(dataset, table),
            "text/csv",
        )


def _button(label: str, name: str, data: object, mime: str) -> None:
    st.download_button(
        label,
        data=data,  # type: ignore[arg-type]
        file_name=name,
        mime=mime,
        on_click="ignore",
        icon=":material/download:",
        key=f"own_{name}",
        help=_("Columns as this product reads them; fill it in and choose it above."),
    )


def columns(dataset: Dataset, table: str) -> None:
    """What each column holds."""
    rows = template(dataset, table)
    st.dataframe(
        rows.assign(data_type=[_(str(each)) for each in rows["data_type"]]),
        hide_index=True,
        height="content",
        column_config={
            "column_name": st.column_config.TextColumn(_("Column"), pinned=True),
            "about": st.column_config.TextColumn(_("What it holds"), width="large"),
            "data_type": _("Kind of value"),
            "required": _("Must be there"),
        },
    )
