"""Every control says in a sentence what it asks for; every picture is drawn with its words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import drawn

ROOT = Path(__file__).parents[2]
# Streamlit's names for what a reader sets or presses; what only unfolds is none.
CONTROLS = {
    "selectbox", "multiselect", "radio", "select_slider", "slider", "number_input", "text_input",
    "text_area", "toggle", "checkbox", "file_uploader", "button", "download_button",
    "form_submit_button", "link_button", "segmented_control", "pills", "date_input",
}  # fmt: skip
# Where controls are drawn for others.
ELSEWHERE = {"ui/controls.py"}
PICTURES = {"vega_lite_chart": "ui/plot.py", "altair_chart": "ui/plot.py"}
PICTURES |= {"pydeck_chart": "ui/mapping.py"}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in what the pages show, with the file it is in."""
    for path in [*(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield path.relative_to(ROOT).as_posix(), node


def text_of(node: ast.expr | None) -> str:
    """The text a call is given there, marked for translation or not, as far as it is written."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("_", "n_") and node.args:
        return text_of(node.args[0])
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(text_of(each) for each in node.values if isinstance(each, ast.Constant))
    return ""


def named(call: ast.Call) -> dict[str | None, ast.expr]:
    return {each.arg: each.value for each in call.keywords}


def is_plain(call: ast.Call) -> bool:
    label = text_of(call.args[0] if call.args else None)
    return drawn.is_plain(text_of(named(call).get("key")), label)


def test_every_control_is_given_help() -> None:
    found = [
        f"{path}:{call.lineno}"
        for path, call in calls()
        if isinstance(call.func, ast.Attribute) and call.func.attr in CONTROLS
        and ast.unparse(call.func.value) != "controls" and path not in ELSEWHERE
        and "help" not in named(call) and not is_plain(call)
    ]  # fmt: skip
    assert found == []


def test_every_choice_says_what_it_is_about() -> None:
    found = [
        f"{path}:{call.lineno}"
        for path, call in calls()
        if isinstance(call.func, ast.Name) and call.func.id == "One"
        and len(call.args) < 5 and "about" not in named(call)
    ]  # fmt: skip
    assert found == []


def test_pictures_are_drawn_where_they_are_given_their_words() -> None:
    for path, call in calls():
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        assert path == PICTURES.get(name, path), f"{path}:{call.lineno}"
        if name == "image":
            assert "alt" in named(call), f"{path}:{call.lineno}"


def test_a_control_without_help_is_seen() -> None:
    def page() -> None:
        import streamlit as st

        st.selectbox("Of what", ["a"])
        st.selectbox("How much", ["a"], help="So much.")
        st.button("Clear")

    assert drawn.without_help(AppTest.from_function(page).run()) == ["selectbox: Of what"]


@pytest.mark.parametrize(("words", "lacking"), [("", ["vega_lite_chart"]), ("Bars.", [])])
def test_a_picture_without_words_is_seen(words: str, lacking: list[str]) -> None:
    def page(words: str) -> None:
        import streamlit as st

        st.vega_lite_chart({"mark": "bar", "description": words})

    assert drawn.without_words(AppTest.from_function(page, args=(words,)).run()) == lacking
