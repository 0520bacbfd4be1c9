"""Who reads, where a login is asked for: nobody else sees a page, each has workspaces of her own.

A login is asked for where the secrets have a section `auth` or GROUNDWORK_LOGIN is 1. The
second also holds where the secrets cannot be read: then nobody is let in.
"""

import hashlib
import logging
import os
from functools import cache

import streamlit as st
from streamlit.auth_util import get_secrets_auth_section
from streamlit.errors import StreamlitAuthError, StreamlitMissingAuthlibError
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.language import _, later
from ui.server import entry

SWITCH = "GROUNDWORK_LOGIN"
_LOG = logging.getLogger(__name__)
# Outside a page nobody is known: a folder that nobody has.
_NOBODY = "of_nobody"
# Why a login came to nothing, as the address says it (ui/server/entry.py).
_FAILED = {
    entry.REFUSED: later("You are not logged in: the login was refused or broken off."),
    entry.FAILED: later(
        "You are not logged in: the answer of the login service could not be checked. Try again. "
        "If it happens again, tell whoever runs this site."
    ),
    entry.UNANSWERED: later(
        "You are not logged in: the login service does not answer. Try again in a few minutes."
    ),
}


@cache
def is_asked_for() -> bool:
    """Whether readers have to log in; settled when the first one comes."""
    return os.environ.get(SWITCH) == "1" or bool(get_secrets_auth_section())


def is_in() -> bool:
    """Whether the reader may see pages: nobody has to log in, or she has."""
    return not is_asked_for() or bool(st.user.get("is_logged_in", False))


def let_in() -> None:
    """Go on for whoever has logged in; for others, offer the login and end the run."""
    if not is_asked_for():
        return
    if not is_in():
        _offer(st.query_params.get(entry.KEY, ""))
        st.stop()
    st.query_params.pop(entry.KEY, None)
    with st.sidebar:
        st.button(_("Log out"), type="tertiary", on_click=st.logout)


def _offer(failure: str) -> None:
    """The login, and what became of the last one."""
    st.title("Groundwork", anchor=False)
    st.markdown(_("Figures of this site are for those who log in."))
    if failure in _FAILED:
        st.warning(_(_FAILED[failure]))
    if st.button(_("Log in"), type="primary"):
        try:
            st.login()
        except (StreamlitAuthError, StreamlitMissingAuthlibError):
            _LOG.exception("The login is not set up")
            st.error(
                _("Nobody can log in: the login of this site is not set up. Tell whoever runs it.")
            )


def folder() -> str:
    """The folder of the reader's workspaces below that of all; '' where nobody has to log in."""
    if not is_asked_for():
        return ""
    if get_script_run_ctx(suppress_warning=True) is None or not st.user.get("is_logged_in", False):
        return _NOBODY
    return folder_of(str(st.user.get("iss", "")), str(st.user["sub"]))


def folder_of(issuer: str, subject: str) -> str:
    """A name for a person of an issuer of logins: always the same, and it tells nothing of her.

    >>> folder_of("https://a.example", "1") == folder_of("https://b.example", "1")
    False
    >>> len(folder_of("https://a.example", "../.."))
    27
    """
    return "of_" + hashlib.sha256(f"{issuer}\n{subject}".encode()).hexdigest()[:24]
