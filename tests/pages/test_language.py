"""A page in another language: all of it is turned, and none of it stays for the next reader."""

import re

import pytest

from tests.pages.shown import shown
from tests.pages.spoken import MARKED, bare, bracketed, texts

# Names of data, of the product and of languages; what stands in links and in markup is no word.
_NAMES = re.compile(
    r"\]\([^)]*\)|<[^>]*>|\[[^\]]*\]|https?://\S+|:primary|Groundwork|English|Deutsch|Español|"
    r"Français|Italiano|Polski"
)


def bare_words(page: str, **address: str) -> list[str]:
    """Texts of a page, names taken away, that still hold three words in a row."""
    with bracketed():
        app = shown(page, lang=MARKED, **address)
        left = [_NAMES.sub(" ", text) for text in bare(app)]
        assert app.title[0].value.startswith("⟦")
    return [text for text in left if re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", text)]


@pytest.mark.parametrize(("page", "at"), [("gaps", "IT"), ("equality", "IT"), ("protection", "ES")])
def test_all_words_of_a_page_are_turned_and_kept_apart(page: str, at: str) -> None:
    assert bare_words(page, at=at) == []
    # The same process then answers somebody who reads English, from the same memory.
    assert [text for text in texts(shown(page, at=at)) if "⟦" in text] == []


def test_a_language_that_is_not_spoken_is_english() -> None:
    assert "short" in shown("gaps", lang="xx").title[0].value
    assert "short" in shown("gaps", lang="FR").title[0].value


def test_french_is_spoken_with_its_numbers() -> None:
    app = shown("gaps", lang="fr")
    assert app.title[0].value.startswith("Où ")
    number = re.compile(r"\d{1,3}(?:\u202f\d{3})+")
    told = [number.findall(" ".join(texts(each))) for each in (app, shown("gaps"))]
    assert told[0][:1] == told[1][:1] != []
