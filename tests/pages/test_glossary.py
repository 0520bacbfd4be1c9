"""The page Glossary: a word from its address, a search, and what is said where nothing is found."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shown import shown

pytestmark = pytest.mark.usefixtures("served")


def lists(app: AppTest) -> list[str]:
    """The lists of definitions, in their order."""
    found = [each.proto.body for each in app.main if each.type == "html"]
    return [each for each in found if "gw-glossary" in each]


def test_all_words_by_part() -> None:
    app = shown("glossary")
    assert len(lists(app)) == 6
    assert "69 words" in str(app.caption[0].value)


def test_an_address_opens_one_word_above_the_others() -> None:
    found = lists(shown("glossary", term="e2sfca"))
    assert len(found) == 7
    assert found[0].count("<dt>") == 1 and "E2SFCA" in found[0]


def test_an_address_that_names_no_word_shows_them_all() -> None:
    assert len(lists(shown("glossary", term="<script>"))) == 6


def test_a_search_is_one_list_and_one_that_finds_nothing_says_what_to_do() -> None:
    app = shown("glossary", word="eurostat")
    (found,) = lists(app)
    assert "Asylum applicant" in found
    app.text_input(key="word").set_value("no such word").run()
    assert not lists(app)
    assert "empty the search" in str(app.info[0].value)
