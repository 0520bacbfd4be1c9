"""The form is refused in sentences; what it must not say never reaches the journal."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections import FIGURE, PLACE, Published, Statement, Subject
from analysis.disclosure import BASE
from tests.ui.corrections.conftest import NOWHERE, PLACES
from ui.corrections.checks import Form, guarded, of_decision, problems, proposal_of
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
        ({"reason": ".... .... ...."}, "without a reason"),
        ({"organisation": "C\u0430ritas"}, "mixes alphabets"),
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
        ({"organisation": "Help\u3164ers"}, "not text"),
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


@given(st.integers(0, 100_000))
def test_counts_of_sensitive_people_are_kept_rounded_only(count: int) -> None:
    kept = guarded(CHILDREN, Statement(float(count), float(count), float(count)))
    for each in (kept.value, kept.lower, kept.upper):
        assert each is not None and each % BASE == 0 and abs(each - count) <= BASE // 2
    made = proposal_of(NOWHERE, CHILDREN, replace(GOOD, says=Statement(float(count))))
    assert made.proposed.value == kept.value


def test_texts_about_sensitive_people_hold_no_number_but_the_blurred_one() -> None:
    form = replace(GOOD, says=Statement(1_213.0), reason="There are 1,213 children.")
    (found,) = problems(CHILDREN, form)
    assert found.startswith("Leave the exact number out of the reason") and "1,213" not in found
    assert problems(CHILDREN, replace(form, reason="About 1,215 since 2023.")) == []
    assert problems(TARGET, replace(form, reason="There are 1,213 places.")) == []
    fine = replace(form, reason="We counted them all.")
    for field, text in (
        ("evidence_url", "https://x.org/1213"),
        ("evidence_url", "https://x.org/a?n=1%2C213"),
        ("evidence_url", "https://x.org/%31213"),
        ("organisation", "House of 1 213"),
        ("contact", "1.213 of us"),
    ):
        assert any(
            "exact number" in each for each in problems(CHILDREN, replace(fine, **{field: text}))
        )
    assert problems(CHILDREN, replace(fine, evidence_url="https://x.org/2024/1215")) == []


def test_a_share_s_own_digits_are_kept_out_too() -> None:
    share = replace(CHILDREN, guard=PERCENT, unit="percent")
    form = replace(GOOD, says=Statement(33.33), reason="We counted that 33.33 % are.")
    assert problems(share, form) != []
    assert problems(share, replace(form, reason="It is 33 % in all.")) == []
    assert problems(share, replace(form, reason="These are 17 of them all.")) != []


def test_a_decision_tells_no_count_either() -> None:
    kept = Statement(15.0)
    assert of_decision(CHILDREN, kept, "The list says 15.", "Office") == []
    for reason, organisation in (("It is 17.", "Office"), ("Seventeen.", "Office"),
                                 ("So it is.", "Office 17"), ("\u3164" * 12, "Office"),
                                 ("...", "Office"), ("So it is.", "\u0421ourt")):  # fmt: skip
        assert of_decision(CHILDREN, kept, reason, organisation) != []
    assert of_decision(TARGET, kept, "It is 17, not 15.", "Office 17") == []


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
