"""Where a reader gives a table of travel times of her own, and whether it is used."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from ui import controls, words
from ui.add.inbox import keep
from ui.asked import without_a_page
from ui.controls import One
from ui.language import _, current, later
from ui.reach.ways.apart import NotReadError
from ui.reach.ways.reading import (
    CROW,
    LARGEST_BYTES,
    BusyError,
    NotHereError,
    load,
    table_of,
)
from ui.store import Dataset

_KEY, _TURN, _REFUSED = "ways", "ways turn", "ways refused"
_HELP = later(
    "A Parquet file with columns origin (H3 cell, resolution 6), destination (facility_id) and "
    "minutes. A cell or place it does not name is unknown. It stays on the machine this app runs "
    "on, until the app ends."
)


def chosen_ways() -> str:
    """The mark of the reader's own table, or '' for ways as the crow flies."""
    mark = str(st.session_state.get(_KEY) or "") if not without_a_page() else ""
    mark = mark if mark and mark != CROW else controls.value(_KEY)
    options = [CROW, mark] if mark and table_of(mark) is not None else [CROW]
    if without_a_page():
        return _plain(
            controls.select(
                One(
                    _("Ways"),
                    _KEY,
                    options,
                    _words,
                    about=_("As the crow flies times a factor, or the minutes of a given table."),
                )
            )
        )
    found = CROW
    if len(options) > 1:
        found = controls.radio(
            One(
                _("Ways"),
                _KEY,
                options,
                _words,
                usual=CROW,
                about=_("As the crow flies times a factor, or the minutes of the table you gave."),
            )
        )
    elif mark:
        st.caption(_("The table of travel times is not here any more; give it again."))
        controls.absent(_KEY)
    return _plain(found)


@contextmanager
def still_here() -> Iterator[None]:
    """Around a page: where a table is pushed out while it is drawn, the page begins anew.

    It then finds, as `chosen_ways` does, that the table is to be given again.
    """
    try:
        yield
    except NotHereError:
        st.rerun()


def upload(dataset: Dataset) -> None:
    """Where a table is given; one that is good is used at once. Nothing where there is no page."""
    if not without_a_page():
        with st.expander(_("Travel times of my own")):
            _upload(dataset)


def _upload(dataset: Dataset) -> None:
    turn = st.session_state.setdefault(_TURN, 0)
    most = LARGEST_BYTES // 1_000_000
    file = st.file_uploader(
        _("Table of travel times"), type="parquet", max_upload_size=most, help=_(_HELP),
        key=f"ways file {turn}",
    )  # fmt: skip
    if file is None:
        return
    mark, refusal = _read(file, dataset)
    if refusal:
        lines = refusal.split("\n")
        st.error("\n\n".join(words.escaped(line) for line in lines), icon=":material/error:")
        return
    st.session_state[_TURN] = turn + 1
    st.session_state.pop(_KEY, None)
    st.query_params[_KEY] = mark
    st.rerun()


def _read(file: UploadedFile, dataset: Dataset) -> tuple[str, str]:
    """The mark of the table, or why it is refused: told again as often as the page is drawn."""
    before, refusal = st.session_state.get(_REFUSED, (None, ""))
    if before == (asked_of := (file.file_id, dataset.path, current())):
        return "", str(refusal)
    # Held until it is read: the file goes with it.
    kept = keep(file.name, file.getvalue())
    try:
        with st.spinner(_("Reading the table")):
            return load(kept.path, dataset), ""
    except BusyError as error:
        return "", str(error)
    except NotReadError as error:
        st.session_state[_REFUSED] = (asked_of, str(error))
        return "", str(error)


def _words(mark: str) -> str:
    return _("As the crow flies") if mark == CROW else _("My own table, minutes")


def _plain(mark: str) -> str:
    return "" if mark == CROW else mark
