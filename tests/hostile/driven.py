"""A page as a program drives it: its folds opened, each of its choices taken."""

from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.hostile.live import alive
from tests.pages.shown import ROOT

# What opens and closes: tables, methods and lists that are drawn only when they are asked for.
FOLDS = frozenset(
    "adding cards_table checks columns curve enough formula frontier kept_out method own series "
    "steps table territories tongues who agreements".split()
)


def opened(page: str, **address: str) -> AppTest:
    """A page with all of its folds open."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    for name, value in address.items():
        app.query_params[name] = value
    if page != "overview":
        app.switch_page(f"pages/{page}.py")
    return unfolded(app.run())


def unfolded(app: AppTest) -> AppTest:
    """The same page with what is closed on it opened."""
    state = app.session_state._state.filtered_state
    closed = [key for key, value in state.items() if value is False and key in FOLDS]
    for key in closed:
        app.session_state[key] = True
    return app.run() if closed else app


def in_each_way(app: AppTest) -> Iterator[tuple[str, AppTest]]:
    """The page after each choice among few, one after the other; which, and the page."""
    for turn in range(len(_choices(app))):
        for at in range(99):
            choices = _choices(app)
            if turn >= len(choices) or at >= len(choices[turn].options):
                break
            choices[turn].set_value(choices[turn].options[at])
            yield f"{choices[turn].key} {at}", unfolded(app.run())


def _choices(app: AppTest) -> list[Any]:
    return [each for each in app.radio if each.key != "data"]


def wrong(app: AppTest) -> list[str]:
    """What is alive on a page, and what broke on it."""
    broke = [f"exception: {each.value}" for each in app.exception]
    return [*alive(app), *broke, *(f"error: {each.value}" for each in app.error)]
