"""What a page that ran has drawn, and what of it lacks words for whoever cannot see or know it."""

import json
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest

# What a reader sets or presses. Links, tables and things that only unfold are none.
CONTROLS = {
    "selectbox", "multiselect", "radio", "select_slider", "slider", "number_input", "text_input",
    "text_area", "toggle", "checkbox", "file_uploader", "button", "download_button",
    "button_group", "date_input", "time_input",
}  # fmt: skip
# Buttons that need no help, by the beginning of their key or by their label, each with why.
PLAIN = {
    "found_": "names the territory it goes to",
    "far_": "names the territory it goes to",
    "go_": "names the territory it goes to",
    "another": "names what it does",
    "Clear": "names what it does: nothing is chosen any more",
    "Show more": "names what it does",
    "Log in": "names what it does",
    "Log out": "names what it does",
}


def everything(app: AppTest) -> Iterator[Any]:
    """Every element of a page, the sidebar's too."""
    yield from _below(app._tree)


def _below(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from _below(child)
        else:
            yield child


def is_plain(key: str, label: str) -> bool:
    """Whether a button says itself all there is to say.

    >>> is_plain("found_ITG1", "Sicilia"), is_plain("", "Remove it")
    (True, False)
    """
    return any(key.startswith(each) or label.startswith(each) for each in PLAIN)


def without_help(app: AppTest) -> list[str]:
    """Controls that do not say what they ask for."""
    drawn = [each for each in everything(app) if each.type in CONTROLS]
    return [
        f"{each.type}: {each.proto.label}"
        for each in drawn
        if not each.proto.help.strip()
        and not (each.type == "button" and is_plain(str(each.key or ""), each.proto.label))
    ]


def without_words(app: AppTest) -> list[str]:
    """Maps, charts and drawings that have no text for whoever cannot see them."""
    return [each.type for each in everything(app) if _words_of(each) == ""]


def without_keyboard(app: AppTest) -> bool:
    """Whether it has a map on which nothing could be chosen but by a pointer."""
    drawn = list(everything(app))
    found = [each for each in drawn if each.type == "text_input" and each.key == "find"]
    return any(each.type == "deck_gl_json_chart" for each in drawn) and not found


def _words_of(element: Any) -> str | None:
    """The text of a picture; None for what is none."""
    if element.type == "deck_gl_json_chart":
        return str(element.proto.alt).strip()
    if element.type == "vega_lite_chart":
        return str(json.loads(element.proto.spec).get("description", "")).strip()
    return None
