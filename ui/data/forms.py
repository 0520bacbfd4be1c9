"""The forms of a file, each with what it is good for, and the parcel that can be asked again."""

import streamlit as st

from ui.controls import One, select
from ui.data.choice import Choice
from ui.data.programmes import route
from ui.language import Words, _
from ui.out.count import rows_of
from ui.out.formats import FORMATS
from ui.out.naming import file_name
from ui.out.parcel import pack
from ui.out.taken import Taken
from ui.store import Dataset

# A file made by a button is held in memory; larger ones are streamed by a data route.
_MOST_ROWS = 200_000
_GOOD_FOR = Words(
    {
        "csv": "Read by everything; numbers with a decimal point.",
        "csv-semicolon": "For spreadsheets set to a decimal comma: semicolons between columns.",
        "xlsx": "A spreadsheet with typed cells and a sheet of notes.",
        "parquet": "For programmes: types kept, small; with outlines where rows are territories.",
        "geojson": "For maps on the web: outlines or points with every column.",
        "gpkg": "For QGIS and other map programmes.",
        "json-stat": "For statistical programmes: figures by dimension.",
    }
)
# Names of forms that are words; the others are the same in every language.
_NAMES = Words(
    {
        "csv-semicolon": "CSV for spreadsheets: semicolons, decimal comma",
        "xlsx": "Excel workbook",
    }
)


def download(dataset: Dataset, choice: Choice, taken: Taken) -> None:
    """Choose a form and take the file."""
    form = select(
        One(
            _("Format"), "form_of_file", list(FORMATS),
            lambda key: _NAMES.get(key, FORMATS[key].label), usual="csv",
            about=_(
                "What you want to do with the rows decides which is best; the line below says."
            ),
        )
    )  # fmt: skip
    kind = FORMATS[form]
    st.caption(_GOOD_FOR[form])
    if reason := kind.refuses(taken):
        st.warning(reason)
        return
    if rows_of(taken) > _MOST_ROWS:
        st.link_button(
            _("Download the rows"),
            route(dataset, choice, form),
            icon=":material/download:",
            help=_("The rows above in this format, streamed by the data route as there are many."),
        )
        return
    st.download_button(
        _("Download the rows"),
        data=lambda: b"".join(kind.stream(taken)),
        file_name=file_name(dataset, taken.name, taken.filters, kind.suffix),
        mime=kind.media_type,
        on_click="ignore",
        icon=":material/download:",
        key="download_rows",
        help=_("The rows above in this format, with the filters in the file's name."),
    )


def parcel(dataset: Dataset, choice: Choice) -> None:
    """The view as one parcel, where it is a view."""
    if not choice.is_view:
        return
    st.markdown(f"###### {_('To be checked later')}")
    st.caption(
        _(
            "One ZIP: rows, query, filters, the dataset's checksum, sources and licences, the map "
            "as a drawing. `python -m etl reopen FILE.zip` says whether the rows still come out "
            "the same, or what has changed."
        )
    )
    filters = dict(choice.filters)
    st.download_button(
        _("Download the whole view"),
        data=lambda: pack(dataset, choice.name, filters),
        file_name=file_name(dataset, choice.name, filters, "zip"),
        mime="application/zip",
        on_click="ignore",
        icon=":material/folder_zip:",
        key="download_parcel",
        help=_(
            "Rows, query, map, sources and checksums together, so that somebody else can check "
            "them."
        ),
    )
