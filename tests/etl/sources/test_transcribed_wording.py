"""Notes read as words for readers: no marks, no talk of how a page was read."""

import pytest

from etl.sources.transcribed_wording import in_words


@pytest.mark.parametrize(
    "remark",
    [
        "COMPLETE SET 14/14",
        "city point from memory",
        "my sum incl. unstated = 325742 (excerpt gives no exact total)",
        "excerpt covers départements 01-65 only",
        "départements not reached by the 2025/2021 excerpts",
        "OLD (2019), NUTS 3 pattern",
        "8 of 21 regions seen",
        "services.csv counts the region as 1",
        "page read through a mirror address",
    ],
)
def test_how_the_page_was_read_is_left_out(remark: str) -> None:
    assert in_words(remark) == ""
    assert in_words(f"rounded; {remark}; all camps") == "rounded; all camps"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("PARTIAL SET 5/14 (top four)", "5 of 14 regions are known (top four)"),
        ("PARTIAL SET 8/16 voivodeships", "8 of 16 voivodeships are known"),
        ("'rund'", "a round figure"),
        ("FLOW: applications lodged in 2024", "applications lodged in 2024"),
        ("incl. 285 UAM places", "including 285 places for unaccompanied children"),
        ("v2 (total 77,100, letter of 24 May)", "version 2 (77,100 in all, letter of 24 May)"),
        ("MUNICIPAL site; OLD", "municipal site"),
        ("whole DNA incl. CAES", "the whole national reception scheme (DNA) including CAES"),
        (
            "another page (oogtv.nl, already transcribed) prints 2,717",
            "another page prints 2,717",
        ),
        (
            "16 of 21 län seen, excerpt cut before X, Y (together 957 of the national 5,600)",
            "16 of 21 län are known; the others have 957 of the 5,600 together",
        ),
        ("registered; official: https://www.gov.uk/a", "registered"),
    ],
)
def test_shorthand_becomes_words(note: str, words: str) -> None:
    assert in_words(note) == words


def test_names_in_capitals_stay_and_brackets_hold_together() -> None:
    note = "FLOW: first-time applications (2024: 229,751; 2023: 329,120); AMIF; CLAIM Portimão"
    plain = "first-time applications (2024: 229,751; 2023: 329,120); AMIF; CLAIM Portimão"
    assert in_words(note) == plain


@pytest.mark.parametrize("note", ["old (2016)", "OLD (2016)", "history", "municipal"])
def test_marks_are_known_in_small_letters_too(note: str) -> None:
    assert in_words(f"{note}; flow: arrivals in the year") == "arrivals in the year"
