"""What goes wrong underneath a page, in words: dataset, disk, memory. The rest still works."""

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import streamlit as st

from ui import frame
from ui.connection import let_go
from ui.elsewhere import is_elsewhere
from ui.language import _, later
from ui.store import DEMONSTRATION, PUBLISHED, Dataset
from ui.words import escaped

_LOG = logging.getLogger(__name__)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_OTHER_VERSION = (duckdb.CatalogException, duckdb.BinderException)
_DAMAGED = (
    duckdb.IOException, duckdb.SerializationException, duckdb.FatalException,
    duckdb.InternalException, duckdb.ConnectionException, duckdb.InvalidInputException,
    duckdb.TransactionException,
)  # fmt: skip
# What Python says where the system has no memory left for one more line of work.
_NO_THREAD = "can't start new thread"
_BUILT_HERE = (PUBLISHED, DEMONSTRATION)


@dataclass(frozen=True)
class Fault:
    """What happened, what to do, and whether building the dataset again would mend it."""

    what: str
    do: str
    is_of_dataset: bool = False


FULL = Fault(
    later("The disk of the machine this app runs on is full."),
    later("Make room on it and load the page again; nothing that was there is lost."),
)
MEMORY = Fault(
    later("This view takes more memory than there is."),
    later("Choose fewer territories or a coarser level and load the page again."),
)
AWAY = Fault(
    later("The object storage that this dataset lies on does not answer, or lacks a file of it."),
    later("Load the page again; if that does not help, tell whoever runs this server."),
    is_of_dataset=True,
)


def fault_of(error: BaseException, dataset: Dataset | None = None) -> Fault | None:
    """The fault behind an error; None for one that is a fault of the code."""
    name = f" {escaped(dataset.name)}" if dataset else ""
    mend = _mend(dataset.kind if dataset else PUBLISHED)
    if isinstance(error, MemoryError | duckdb.OutOfMemoryException) or _NO_THREAD in str(error):
        return MEMORY
    if isinstance(error, OSError) and error.errno in _FULL:
        return FULL
    if isinstance(error, duckdb.IOException) and "No space left" in str(error):
        return FULL
    if isinstance(error, _OTHER_VERSION):
        what = _("The dataset{name} was built by another version of Groundwork.", name=name)
        return Fault(what, mend, True)
    return _damage(dataset, mend) if isinstance(error, _DAMAGED) else None


def _damage(dataset: Dataset | None, mend: str) -> Fault:
    if dataset and is_elsewhere(dataset.path):
        return AWAY
    name = f" {escaped(dataset.name)}" if dataset else ""
    what = _(
        "The dataset{name} cannot be read: its file is missing, cut off or damaged.", name=name
    )
    return Fault(what, mend, True)


def _mend(kind: str) -> str:
    if kind in _BUILT_HERE:
        return _("Build it again, here or with `{command}`.",
                 command=frame.command_of(kind))  # fmt: skip
    return _("Take another one in the sidebar, or add the files of this workspace again.")


@contextmanager
def told(dataset: Dataset) -> Iterator[None]:
    """Around a page: a fault is told in its place, with the way out; other errors are raised."""
    try:
        yield
    except Exception as error:
        fault = fault_of(error, dataset)
        if fault is None:
            raise
        _LOG.exception("A page met a fault")
        if fault.is_of_dataset:
            let_go(dataset)
        tell(fault, dataset)


def tell(fault: Fault, dataset: Dataset) -> None:
    """Say what happened and offer what mends it."""
    st.error(f"**{_(fault.what)}** {_(fault.do)}", icon=":material/error:")
    if fault.is_of_dataset:
        st.caption(
            _("Other datasets in the sidebar, and what was already drawn, are not affected.")
        )
        again, about = _("Build the dataset again"), _(
            "Builds it from the figures that come with the product; nothing else is changed."
        )  # fmt: skip
        here = dataset.kind in _BUILT_HERE and not is_elsewhere(dataset.path)
        if here and st.button(again, key="rebuild", help=about):
            frame.build(dataset.kind)


def unforeseen(error: Exception) -> bool:
    """Tell of an error that is a fault of the code, without what is inside; gives True."""
    del error  # the server's log has it
    st.error(
        _(
            "**This page could not be shown.** The fault is the app's, not yours, and nothing was "
            "changed. Load the page again, or open it without what stands behind `?` in its "
            "address."
        ),
        icon=":material/error:",
    )
    return True
