"""Numbers in tables: text of the language in front, values as they are behind it."""

from datetime import date
from typing import Any
from unittest.mock import patch

import pandas as pd
import pytest
import streamlit as st

from ui.language import speaking
from ui.language.tables import dataframe

_ROWS = pd.DataFrame(
    {
        "place": ["Nord", "Süd"],
        "people": [63585.0, None],
        "share": [12.34, 1234.56],
        "off": [5.0, -5.0],
        "value": [1234.5, 7.0],
        "rank": [3.456, 10.0],
        "free": [1.5, None],
        "year": [2024, 2025],
        "day": [date(2025, 9, 5), None],
    },
    index=[7, 7],
)
_number = st.column_config.NumberColumn
_COLUMNS: dict[str, Any] = {
    "place": "Place",
    "people": _number("People", format="%,.0f"),
    "share": _number("Share", format="%.1f", help="of all"),
    "off": _number("Off", format="%+.0f"),
    "value": _number("Value", format="localized"),
    "rank": _number("Rank", format="%.3g"),
    "year": _number("Year", format="%d"),
    "day": st.column_config.DateColumn("Day", format="D MMM YYYY"),
}


def _given(language: str) -> tuple[Any, dict[str, Any]]:
    """What is handed on to be shown: the frame and its columns."""
    with patch("streamlit.dataframe") as shown, speaking(language):
        dataframe(_ROWS, hide_index=True, column_config=_COLUMNS)
    assert shown.call_args.kwargs["hide_index"] is True
    return shown.call_args.args[0], shown.call_args.kwargs["column_config"]


def _texts(styled: Any) -> list[list[str]]:
    body = styled._translate(False, False)["body"]
    return [[str(cell["display_value"]) for cell in line if cell["type"] == "td"] for line in body]


def test_english_is_as_it_was() -> None:
    frame, columns = _given("en")
    assert frame is _ROWS
    assert columns == _COLUMNS


@pytest.mark.parametrize(("language", "first", "second"), [
    (
        "fr",
        ["Nord", "63\u202f585", "12,3", "+5", "1\u202f234,5", "3,46", "1,5", "2024",
         "5 septembre 2025"],
        ["Süd", "", "1\u202f234,6", "-5", "7", "10", "", "2025", ""],
    ),
    (
        "de",
        ["Nord", "63.585", "12,3", "+5", "1.234,5", "3,46", "1,5", "2024", "5. September 2025"],
        ["Süd", "", "1.234,6", "-5", "7", "10", "", "2025", ""],
    ),
])  # fmt: skip
def test_cells_read_as_the_language_writes(
    language: str, first: list[str], second: list[str]
) -> None:
    styled, columns = _given(language)
    with speaking(language):
        assert _texts(styled) == [first, second]
    # A format of the column's own would win over the text; all else of it stays.
    assert columns["share"]["type_config"]["format"] is None
    assert (columns["share"]["label"], columns["share"]["help"]) == ("Share", "of all")
    assert columns["year"] == _COLUMNS["year"]
    assert _COLUMNS["share"]["type_config"]["format"] == "%.1f"


def test_values_behind_the_text_still_sort() -> None:
    styled, _columns = _given("fr")
    pd.testing.assert_frame_equal(styled.data, _ROWS.reset_index(drop=True))


def test_a_table_too_large_to_style_is_shown_as_it_is() -> None:
    with pd.option_context("styler.render.max_elements", _ROWS.size - 1):
        frame, columns = _given("fr")
    assert frame is _ROWS
    assert columns == _COLUMNS
