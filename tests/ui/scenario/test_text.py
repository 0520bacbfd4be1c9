"""Plans in an address: the same are read again, and what makes no sense is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.scenario.plan import Lose, Plan
from tests.ui.scenario.plans import KNOWN, plans
from ui.out.taken import NotOfferedError
from ui.scenario.text import read, read_strictly, written


@given(plans)
def test_what_is_written_is_read_again(found: list[Plan]) -> None:
    assert read_strictly(written(found), KNOWN).plans == tuple(found)


@given(st.text(max_size=60) | st.text("arive.unmetplacesfr,;:5_-~01", max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    found = read(text, KNOWN)
    assert read(written(found.plans), KNOWN).plans == found.plans


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("arrive.5", "word is missing"),
        ("arrive.0.unmet.residents", "from 1 to"),
        ("arrive.5.best.residents", "one of unmet, worst"),
        ("arrive.5.unmet.residents.fast", "no limit"),
        ("lose.101", "0.001 to 100"),
        ("lose.1e1", "no number"),
        ("places.ZZ.5", "no territory"),
        ("places.AT1.0", "changes nothing"),
        ("add.5.unmet", "word is missing"),
        ("add.5.unmet.residents.in", "no territory"),
        ("wish.5", "begins with"),
        ("arrive.99999999999999999999.unmet.residents", "no whole number"),
    ],
)
def test_what_makes_no_sense_is_said_and_refused(change: str, said: str) -> None:
    found = read(f"A:{change},lose.10", KNOWN)
    assert found.plans == (Plan("A", (Lose(10),)),)
    assert said in found.notes[0]
    with pytest.raises(NotOfferedError, match="Passed over"):
        read_strictly(f"A:{change},lose.10", KNOWN)


def test_a_name_that_stands_twice_gets_a_number() -> None:
    assert [each.name for each in read("A:lose.1;a:lose.2", KNOWN).plans] == ["A", "a (2)"]
    with pytest.raises(NotOfferedError, match="twice"):
        read_strictly("A:lose.1;a:lose.2", KNOWN)


def test_plans_and_changes_have_a_limit() -> None:
    many = ";".join(f"P{n}:lose.1" for n in range(6))
    assert len(read(many, KNOWN).plans) == 4
    long = "A:" + ",".join(["lose.1"] * 20)
    found = read(long, KNOWN)
    assert len(found.plans[0].changes) == 12 and "12 changes" in found.notes[0]


@pytest.mark.parametrize("text", ["", ";;", " "])
def test_nothing_is_no_plan(text: str) -> None:
    assert read(text, KNOWN).plans == () == read_strictly(text, KNOWN).plans


def test_a_colon_in_a_name_written_by_hand_ends_nothing() -> None:
    (found,) = read("See http://a.b: winter:lose.10", KNOWN).plans
    assert (found.name, len(found.changes)) == ("See http://a.b: winter", 1)
