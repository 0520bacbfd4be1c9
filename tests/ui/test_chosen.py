"""Finding a territory by its name or code."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from ui.chosen import matches

PLACES = {
    "AT13": "Wien, Austria",
    "DE30": "Berlin, Germany",
    "ES51": "Cataluña, Spain",
    "PL22": "Śląskie, Poland",
    "PL71": "Łódzkie, Poland",
    "DK03": "Sønderjylland, Denmark",
    "HU22": "Nyugat-Dunántúl, Hungary",
    "TRA1": "IĞDIR, Türkiye",
    "DE40": "Preußen (de30), Germany",
    "MT002": "Gozo and Comino/Għawdex u Kemmuna, Malta",
}
ROWS = pd.DataFrame({"place": PLACES.values()}, index=pd.Index(PLACES, name="territory_id"))


def found(text: str) -> list[str]:
    return matches(ROWS, text).index.tolist()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Wien", "AT13"), ("wien", "AT13"), ("  WIEN ", "AT13"), ("cataluna", "ES51"),
        ("CATALUÑA", "ES51"), ("slaskie", "PL22"), ("śląskie", "PL22"), ("lodzkie", "PL71"),
        ("sonderjylland", "DK03"), ("Sønder", "DK03"), ("dunantul", "HU22"), ("igdir", "TRA1"),
        ("preussen", "DE40"), ("Preußen", "DE40"), ("austria", "AT13"), ("turkiye", "TRA1"),
        ("Catalun\u0303a", "ES51"), ("Għawdex", "MT002"), ("Ghawdex", "MT002"),
    ],
)  # fmt: skip
def test_accents_case_and_blanks_do_not_matter(text, code):
    assert found(text) == [code]


@pytest.mark.parametrize("text", ["DE30", "de30", " De30 "])
def test_a_code_comes_before_names_that_hold_it(text):
    assert found(text) == ["DE30", "DE40"]


def test_the_beginning_of_a_code_finds_its_territories():
    """The field promises places and codes that contain what is typed."""
    assert set(found("PL2")) == {"PL22"}
    assert set(found("PL")) >= {"PL22", "PL71"}


@pytest.mark.parametrize("text", ["nowhere", ".*", "wien|berlin", "[", "(", "\\", "%"])
def test_what_is_not_there_is_not_found_and_no_pattern_is_run(text):
    assert found(text) == ([c for c, p in PLACES.items() if text in p])


def test_no_more_than_six_are_shown():
    many = pd.DataFrame({"place": ["Same"] * 20}, index=[f"A{i}" for i in range(20)])
    assert len(matches(many, "same")) == 6


def test_nothing_drawn_is_nothing_found():
    assert matches(ROWS.iloc[:0], "wien").empty


@given(st.text(max_size=40))
def test_any_text_can_be_typed(text):
    assert len(matches(ROWS, text)) <= 6


@pytest.mark.parametrize("text", ["\u0301", "¨", "´"])
def test_an_accent_alone_finds_nothing(text):
    assert found(text) == []


def page() -> None:
    import pandas as pd

    from ui import chosen

    places = {"AT13": "Wien, Austria", "DE30": "Berlin, Germany"}
    others = {"territory_id": ["FR101"], "name": ["Paris"], "country": ["FR"], "level": [3]}
    drawn = pd.DataFrame({"place": places.values()}, index=list(places))
    chosen.search(drawn, pd.DataFrame(others))


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_an_empty_field_offers_nothing(text):
    at = AppTest.from_function(page).run(timeout=30)
    at.text_input(key="find").set_value(text).run()
    assert not at.exception and not at.button and not at.caption


def test_a_found_territory_is_chosen_by_its_button():
    at = AppTest.from_function(page).run(timeout=30)
    at.text_input(key="find").set_value("wien").run()
    assert [button.label for button in at.button] == ["Wien, Austria"]
    at.button(key="found_AT13").click().run()
    assert at.query_params["at"] in ("AT13", ["AT13"])
    assert at.text_input(key="find").value == ""


def test_a_name_that_is_not_there_says_so():
    at = AppTest.from_function(page).run(timeout=30)
    at.text_input(key="find").set_value("nowhere").run()
    assert not at.button
    assert len(at.caption) == 1


def test_a_name_of_another_level_is_offered_with_its_level():
    at = AppTest.from_function(page).run(timeout=30)
    at.text_input(key="find").set_value("paris").run()
    assert [button.label for button in at.button] == [
        "Paris, France \\(Small regions \\(NUTS 3\\)\\)"
    ]
    at.button(key="found_FR101").click().run()
    assert at.session_state["level"] == 3
    assert at.query_params["at"] in ("FR101", ["FR101"])
