"""The glossary: every word said once, in a plain sentence or two, with where it is used."""

import re
from urllib.parse import parse_qsl

import pytest

from tests.conftest import ROOT
from ui.glossary import BY_ID, PART_WORDS, PARTS, TERMS, listed, lookup
from ui.language import speaking
from ui.out import views


def test_words_are_told_once() -> None:
    assert 40 <= len(TERMS) <= 80
    assert len(BY_ID) == len(TERMS) == len({each.name for each in TERMS})
    assert set(PARTS) == set(PART_WORDS)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.term_id)
def test_a_meaning_is_a_plain_sentence_or_two(term) -> None:
    sentences = re.findall(r"\. [A-Z0-9]", term.meaning)
    assert term.meaning.endswith(".")
    assert len(sentences) <= 1 and len(term.meaning) < 260
    assert not re.search(r"[<>*_\[\]]", term.meaning), "neither marks nor code"


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.term_id)
def test_a_word_is_used_on_pages_that_are_there_with_filters_they_have(term) -> None:
    assert term.used
    for used in term.used:
        page, _, query = used.partition("?")
        assert page in listed.PAGES
        assert (ROOT / f"pages/{page or 'overview'}.py").exists()
        for name, value in parse_qsl(query, strict_parsing=bool(query)):
            assert re.fullmatch(r"[a-z]+", name) and value
    assert not term.url or (term.url.startswith(("http://data.europa.eu/", "https://"))
                            and term.source)  # fmt: skip


def test_every_page_with_a_map_has_a_word() -> None:
    used = {page.partition("?")[0] for term in TERMS for page in term.used}
    assert {page for page in views.PAGE_OF.values() if page != "overview"} <= used | {""}


def test_a_search_finds_words_meanings_and_sources_words_first() -> None:
    assert lookup.matching("  ") == TERMS
    assert lookup.matching("GINI")[0].term_id == "gini"
    assert "bfca" in [each.term_id for each in lookup.matching("paez")], "without its accents"
    found = [each.term_id for each in lookup.matching("gap")]
    assert found[0] == "gap" and "cannot_tell" in found
    assert lookup.matching("no such word") == ()


def test_what_is_drawn_is_a_list_of_definitions_without_a_script() -> None:
    told = listed._list(TERMS)
    assert told.count("<dt>") == told.count("<dd>") == len(TERMS)
    tags = {tag.lower() for tag in re.findall(r"</?(\w+)", told)}
    assert tags == {"dl", "div", "dt", "dd", "a", "small"}
    assert "Gini (1912)" in told and "glossary?term=gini" in told


def test_a_link_says_the_word_or_another_form_of_it() -> None:
    assert lookup.link("gap") == "[Gap](glossary?term=gap)"
    assert lookup.link("gap", "gaps") == "[gaps](glossary?term=gap)"
    with speaking("fr"):
        assert lookup.link("gap").endswith("(glossary?term=gap&lang=fr)")
