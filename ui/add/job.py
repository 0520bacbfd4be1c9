"""A change of a workspace under way: started once, shown until it ends, whatever is clicked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from ui.add.command import BUSY, Command
from ui.language import _
from ui.words import escaped

# A build takes half a minute; a slow machine many of them.
SECONDS = 1_200.0
_KEY, _ENDED, _STOPPED = "add job", "add ended", "add stopped"


@dataclass(frozen=True)
class Job:
    """A command that changes a workspace, where the page shows it, and what follows."""

    command: Command
    place: str
    doing: str
    then: Callable[[], None]


@dataclass(frozen=True)
class Ended:
    """How the last job of a place ended, where it did not end well."""

    place: str
    busy: bool
    said: str
    stopped: bool = False


def start(place: str, doing: str, arguments: Sequence[str], then: Callable[[], None]) -> None:
    """Start a command unless one is under way; `then` is called when it has ended well."""
    if is_running():
        return
    st.session_state.pop(_ENDED, None)
    st.session_state[_KEY] = Job(Command(arguments, SECONDS), place, doing, then)


def is_running() -> bool:
    """Whether this session has a job under way."""
    return st.session_state.get(_KEY) is not None


def show(place: str) -> None:
    """How far the job of a place is, anew every second; or how it ended if not well."""
    job: Job | None = st.session_state.get(_KEY)
    if job is not None and job.place == place:
        _watch()
        return
    ended: Ended | None = st.session_state.get(_ENDED)
    if ended is None or ended.place != place:
        return
    if ended.stopped:
        st.info(_("Stopped. The list of files says what the workspace holds."))
    elif ended.busy:
        st.warning(
            _(
                "This workspace is being changed at this moment ({said}). Nothing was changed by "
                "you; wait half a minute and try again.",
                said=escaped(ended.said),
            ),
            icon=":material/hourglass:",
        )
    else:
        st.error(
            _("Nothing was changed. {said}", said=escaped(ended.said)), icon=":material/error:"
        )


@st.fragment(run_every=1.0)
def _watch() -> None:
    """The step that is under way; when there is none left, the whole page again."""
    job: Job | None = st.session_state.get(_KEY)
    if job is None:
        return
    if not job.command.is_running:
        _end(job)
        st.rerun()
    steps = job.command.said()
    step = escaped(steps[-1]) if steps else _("starting")
    # Not a block that ends: that would show it as done.
    st.status(f"{job.doing} {_('This takes about a minute. Now: {step}', step=step)}")
    st.button(
        _("Stop"), key="add stop", on_click=_stop,
        help=_("Ends the work before it is done; published figures are never touched."),
    )  # fmt: skip


def _stop() -> None:
    """End the work that is under way, as the reader wishes."""
    job: Job | None = st.session_state.get(_KEY)
    if job is not None:
        st.session_state[_STOPPED] = job.command.is_running
        job.command.stop()


def _end(job: Job) -> None:
    """Take down how a job ended."""
    said, code = job.command.said(), job.command.code
    stopped = bool(st.session_state.pop(_STOPPED, False))
    del st.session_state[_KEY]
    if code == 0:
        job.then()
        return
    words = " ".join(said[-8:]) or _("The loader ended without a word.")
    if job.command.out_of_time:
        minutes = f"{SECONDS / 60:.0f}"
        words = _("It took longer than {minutes} minutes and was ended.", minutes=minutes)
    st.session_state[_ENDED] = Ended(job.place, code == BUSY, words, stopped)
