"""The form is refused in sentences; what it must not say never reaches the journal."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections import FIGURE, PLACE, Published, Statement, Subject
from analysis.disclosure import BASE
from tests.ui.corrections.conftest import NOWHERE, PLACES
from ui.corrections.checks import Form, guarded, of_address, of_text, problems, proposal_of, tidy
from ui.corrections.target import BLUR, DAY, NUMBER, PERCENT, PROTECTED, TEXT, Target

TARGET = Target(
    PLACES, "Places", "Gelderland", "places", NUMBER, Published(Statement(10_474.0), "A")
)  # fmt: skip
CHILDREN = replace(
    TARGET, unit="persons", guard=BLUR, published=Published(Statement(10.0)),
    subject=Subject(FIGURE, "value", "ES61", "unaccompanied_children_present_persons",
                    "unaccompanied_children", "2023"),
)  # fmt: skip
GOOD = Form(Statement(12_000.0), "We counted every place.", "", "Helpers", "ngo", "")


def test_a_whole_form_is_a_proposal_of_what_was_published_then() -> None:
    assert problems(TARGET, GOOD) == []
    made = proposal_of(NOWHERE, TARGET, GOOD)
    assert made.published.statement == Statement(10_474.0)
    assert (made.proposed, made.dataset_file) == (Statement(12_000.0), "published.duckdb")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"reason": "no"}, "without a reason"),
        ({"reason": "x" * 2_001}, "2001 letters"),
        ({"organisation": ""}, "Name the organisation"),
        ({"role": "king"}, "as what you speak"),
        ({"says": Statement(-1.0)}, "from 0"),
        ({"says": Statement(float("inf"))}, "from 0"),
        ({"says": Statement(float("nan"))}, "from 0"),
        ({"says": Statement(1.5)}, "whole number"),
        ({"says": Statement(lower=5.0, upper=4.0)}, "change them round"),
        ({"says": Statement(10_474.0)}, "the same already"),
        ({"reason": "We counted\x00 every place."}, "not text"),
        ({"organisation": "Help\u202eers"}, "not text"),
        ({"organisation": "Help\ners"}, "not text"),
        ({"contact": "a\ud800b"}, "not text"),
        ({"evidence_url": "javascript:alert(1)"}, "web address"),
    ],
    ids=str,
)
def test_what_is_wrong_is_said(change, said) -> None:
    (found,) = problems(TARGET, replace(GOOD, **change))
    assert said in found


def test_a_person_may_speak_for_herself() -> None:
    assert problems(TARGET, replace(GOOD, organisation="", role="person")) == []


def test_writing_of_other_languages_is_text() -> None:
    """Joiners that Persian needs, marks that Arabic and Hebrew need, Tigrinya, line ends."""
    for text in (
        "می‌دانیم که درست نیست",
        "نحن نعرف\u200f هذا المكان",
        "ንሕና ቆጺርና",
        "one\r\ntwo lines",
    ):
        assert of_text("reason", tidy(text)) == []


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org", "http://", "https://a b.org", "https://x.org/(a)", "//example.org",
        "https://user:secret@example.org", "https://example.org@evil.example/", "data:text/html,x",
        'https://x.org/"onclick="', "https://x.org/<b>", "https://x.org/`a`", "https://x.org/$a$",
        "https://x.org\\@evil.example", "https://x.org/]", "https://x.org/a\u202eb c",
        "HTTPS://", "https://x.org:99999999/",
    ],
)  # fmt: skip
def test_addresses_that_could_be_more_than_a_link_are_refused(url: str) -> None:
    assert of_address(url) != []


@pytest.mark.parametrize(
    "url", ["", "https://example.org", "http://a.b.example:8080/c?d=e&f=%20#g", "https://köln.de/ä_~-"]
)  # fmt: skip
def test_plain_addresses_are_taken(url: str) -> None:
    assert of_address(url) == []


@given(st.integers(0, 100_000))
def test_counts_of_sensitive_people_are_kept_rounded_only(count: int) -> None:
    kept = guarded(CHILDREN, Statement(float(count), float(count), float(count)))
    for each in (kept.value, kept.lower, kept.upper):
        assert each is not None and each % BASE == 0 and abs(each - count) <= BASE // 2
    made = proposal_of(NOWHERE, CHILDREN, replace(GOOD, says=Statement(float(count))))
    assert made.proposed.value == kept.value


@pytest.mark.parametrize(
    "reason", ["There are 1,213 children.", "We met 1213 of them.", "1 213 in all, not more"]
)
def test_a_reason_may_not_give_the_exact_count_away(reason: str) -> None:
    form = replace(GOOD, says=Statement(1_213.0), reason=reason)
    assert any("exact count" in each for each in problems(CHILDREN, form))
    assert problems(CHILDREN, replace(form, reason="About 1,200 since 2023.")) == []


def test_rounding_back_to_what_is_published_is_nothing_to_correct() -> None:
    (found,) = problems(CHILDREN, replace(GOOD, says=Statement(11.0)))
    assert "already" in found


def test_shares_of_sensitive_people_are_whole_percent() -> None:
    target = replace(CHILDREN, guard=PERCENT, unit="percent")
    assert guarded(target, Statement(33.33)) == Statement(33.0)
    assert problems(target, replace(GOOD, says=Statement(1_001.0))) != []


def test_a_protected_place_takes_no_proposal_at_all() -> None:
    assert problems(replace(TARGET, refused=PROTECTED), GOOD) == [PROTECTED]


def test_texts_and_days_of_places() -> None:
    place = Subject(PLACE, "closed", "NL22", facility_id="f")
    day = replace(TARGET, subject=place, form=DAY, published=Published(Statement()))
    assert problems(day, replace(GOOD, says=Statement(text="2025-12-31"))) == []
    for wrong in ("31.12.2025", "2025-02-30", "20251231"):
        assert "2025-12-31" in problems(day, replace(GOOD, says=Statement(text=wrong)))[0]
    assert "unknown already" in problems(day, replace(GOOD, says=Statement()))[0]
    name = replace(day, form=TEXT)
    assert problems(name, replace(GOOD, says=Statement(text="x" * 201)))
