"""Which language a page speaks: the one of its address, English where that is silent."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ui.kept import Kept

KEY = "lang"  # in the address and in the session
ENGLISH = "en"
# By their own names: who looks for her language does not read ours.
LANGUAGES = {
    "en": "English",
    "de": "Deutsch",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "pl": "Polski",
}
_spoken: ContextVar[str] = ContextVar("language of the page")
P = ParamSpec("P")
R = TypeVar("R")


def begin() -> str:
    """Take the language from the page's control or address; it holds until the run ends."""
    asked = st.session_state.get(KEY, st.query_params.get(KEY))
    language = asked if asked in LANGUAGES else ENGLISH
    _spoken.set(language)
    return language


def current() -> str:
    """Code of the language that is spoken; English outside a page.

    A part of a page that runs again by itself does so in a thread of its own: it looks in its
    session.
    """
    try:
        return _spoken.get()
    except LookupError:
        return ENGLISH if get_script_run_ctx(suppress_warning=True) is None else begin()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while: for a file in the reader's language, or a test."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def per_language(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Like `functools.lru_cache`, for what has words in it: kept once for each language.

    Whoever asks for what another is working out waits for it (`ui.kept`): many readers come to a
    page at once when its dataset is new.

    >>> @per_language(8)
    ... def greeting() -> str:
    ...     return current()
    >>> with speaking("fr"):
    ...     french = greeting()
    >>> french, greeting()
    ('fr', 'en')
    """

    def keeping(function: Callable[P, R]) -> Callable[P, R]:
        def made(asked: tuple[str, tuple[Any, ...], tuple[tuple[str, Any], ...]]) -> R:
            _language, args, named = asked
            return function(*args, **dict(named))

        kept = Kept(most, made)

        @wraps(function)
        def called(*args: P.args, **kwargs: P.kwargs) -> R:
            return kept.get((current(), args, tuple(sorted(kwargs.items()))))

        called.cache_clear = kept.clear  # type: ignore[attr-defined]
        return called

    return keeping
