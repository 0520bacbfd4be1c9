"""Long work of a page: how far it is, and a button that stops it; other pages never wait for it.

The work runs beside the page's script, which only tells how far it is. Whatever the reader does
meanwhile, a press of the button or another choice, ends the script, and that ends the work.
"""

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

import pandas as pd
import streamlit as st

from analysis.catchment.model import Watch
from ui.language import _, current, speaking
from ui.reach.found import found_of, one_more
from ui.reach.way import Way
from ui.store import Dataset

T = TypeVar("T")
_STOPPED = "reach stopped"
# What takes less is done before anybody could read how far it is.
_AT_ONCE, _TICK = 0.4, 0.2


class Work(Generic[T]):
    """Work under way: how much of it is done, and what came of it."""

    def __init__(self, work: Callable[[Watch], T]) -> None:
        self.share, self._go_on = 0.0, True
        self._language = current()
        self._found: list[T] = []
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(work,), daemon=True)
        self._thread.start()

    def is_done(self, within: float) -> bool:
        """Whether it has ended, waiting for that so many seconds."""
        self._thread.join(within)
        return not self._thread.is_alive()

    def stop(self) -> None:
        """Have it end at its next step; nothing that is half done is kept."""
        self._go_on = False

    def found(self) -> T:
        """What came of it; raises what it raised, StoppedError if it was stopped."""
        if self._error is not None:
            raise self._error
        return self._found[0]

    def _run(self, work: Callable[[Watch], T]) -> None:
        try:
            with speaking(self._language):
                self._found.append(work(self._watch))
        except Exception as error:
            self._error = error

    def _watch(self, share: float) -> bool:
        self.share = max(self.share, min(1.0, share))
        return self._go_on


def worked_out(dataset: Dataset, way: Way) -> bool:
    """Whether a way is worked out now; the reader may have stopped it, and may go on."""
    return watched(
        way, _("Working out who reaches what in all of Europe"),
        lambda watch: found_of(dataset, way, watch),
    ) is not None  # fmt: skip


def one_more_worked_out(
    dataset: Dataset, way: Way, at: tuple[float, float], capacity: float
) -> pd.DataFrame | None:
    """What one more place changes (`one_more`), or None where the reader stopped it."""
    return watched(
        (way, at, capacity), _("Filling all places anew, nearest people first"),
        lambda watch: one_more(dataset, way, at, capacity, watch),
    )  # fmt: skip


def watched(key: Hashable, doing: str, work: Callable[[Watch], T]) -> T | None:
    """What work gives, told how far it is; None where the reader stopped this work.

    `key` says which work it is, `doing` what is done, at the start of a sentence. `work` is given a
    function that takes the share that is done and says whether to go on.
    """
    if st.session_state.get(_STOPPED) == key:
        st.info(_("Stopped. Nothing is shown that is only half worked out."))
        st.button(
            _("Work it out"),
            on_click=_forget,
            key="reach go on",
            help=_("Begins again from the start."),
        )
        return None
    task = Work(work)
    if not task.is_done(_AT_ONCE):
        _show(task, key, doing)
    return task.found()


def _show(task: Work[T], key: Hashable, doing: str) -> None:
    """How far it is, until it has ended."""
    room = st.empty()
    with room.container(horizontal=True, vertical_alignment="center"):
        bar = st.progress(0.0, doing)
        st.button(
            _("Stop"),
            on_click=_remember,
            args=(key,),
            key=f"reach stop {hash(key)}",
            help=_("Ends the work; nothing half worked out is shown."),
        )
    try:
        while not task.is_done(_TICK):
            bar.progress(task.share, f"{doing}: {task.share:.0%}")
    finally:
        # Where the script is ended from outside, by whatever exception, nobody waits any more.
        task.stop()
    room.empty()


def _remember(key: Hashable) -> None:
    st.session_state[_STOPPED] = key


def _forget() -> None:
    st.session_state.pop(_STOPPED, None)
