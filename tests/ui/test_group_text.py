"""Named groups in an address: what is written is read again, nothing is lost without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.group_text import (
    LONGEST,
    MOST_GROUPS,
    Group,
    read,
    read_strictly,
    tidy,
    unused,
    written,
)
from ui.out.taken import NotOfferedError

KNOWN = frozenset(["IT", "ITG1", "ITG12", "ITH1", "AT33", "ES61", "NL22"])
APART = ["ITG1", "ITH1", "AT33", "ES61", "NL22"]
NAMES = st.text(max_size=LONGEST + 20).map(tidy).filter(lambda name: 0 < len(name) <= LONGEST)
GROUPS = st.lists(
    st.builds(
        Group,
        NAMES,
        st.lists(st.sampled_from(APART), min_size=1, unique=True).map(tuple),
    ),
    max_size=MOST_GROUPS,
    unique_by=lambda group: group.name.casefold(),
)
HOSTILE = [
    "<script>alert(1)</script>", "=cmd|'/c calc'!A0", "![](http://evil.example)", "a;b:c.d~e&f=g#h",
    "50 %", "Ελλάδα", "نام‌ها", "../../etc", "{name}", "none", "x'; drop table region; --",
]  # fmt: skip


@given(GROUPS)
def test_what_is_written_is_read_again(groups: list[Group]) -> None:
    text = written(groups)
    assert read_strictly(text, KNOWN).groups == tuple(groups)
    assert read(text, KNOWN).groups == tuple(groups) and read(text, KNOWN).notes == ()


@given(st.text())
def test_any_text_is_read_and_what_was_read_can_be_read_strictly(text: str) -> None:
    found = read(text, KNOWN)
    assert read_strictly(written(found.filled), KNOWN).groups == found.filled
    assert len(found.groups) <= MOST_GROUPS


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_a_name(name: str) -> None:
    text = written([Group(name, ("ITG1",)), Group("Coast", ("ES61",))])
    assert text.count(";") == 1 and not set("&=#%") & set(text)
    assert [each.name for each in read_strictly(text, KNOWN).groups] == [tidy(name), "Coast"]


def test_marks_that_hide_a_name_are_taken_out() -> None:
    assert tidy("a\u202eb\u200b\x00\nc") == "ab c"


@pytest.mark.parametrize("inner", ["ITH1", "ITH2", "ITH10"])
def test_what_lies_within_a_joint_territory_counts_once(inner: str) -> None:
    known = {"ITH1+ITH2", "ITH1", "ITH2", "ITH10", "ITG1"}
    for codes in (f"ITH1+ITH2.{inner}.ITG1", f"{inner}.ITH1+ITH2.ITG1"):
        found = read(f"A:{codes}", known)
        assert found.groups == (Group("A", ("ITH1+ITH2", "ITG1")),)
        assert found.notes == (f"{inner} lies within ITH1+ITH2 and is counted there.",)


def test_both_parts_of_a_joint_territory_are_neither_within_the_other() -> None:
    known = {"ITH1+ITH2", "ITH1", "ITH2"}
    assert read("A:ITH1.ITH2", known).groups == (Group("A", ("ITH1", "ITH2")),)


def test_a_territory_inside_another_counts_once_and_it_is_said() -> None:
    found = read("Mine:IT.ITG1.AT33.AT33", KNOWN)
    assert found.groups == (Group("Mine", ("IT", "AT33")),)
    assert found.notes == ("ITG1 lies within IT and is counted there.",)


def test_what_is_not_there_is_passed_over_and_said() -> None:
    found = read("Mine:XX1.ITG1;Empty:;:AT33", KNOWN)
    assert [each.name for each in found.groups] == ["Mine", "Empty", "Group 3"]
    assert [each.name for each in found.filled] == ["Mine", "Group 3"]
    assert found.notes == ("Not a territory of this dataset: XX1.",)


def test_no_name_is_lost_where_two_are_the_same() -> None:
    found = read("Coast:ITG1;coast:ES61", KNOWN)
    assert [each.name for each in found.groups] == ["Coast", "coast (2)"]
    assert len(unused("x" * LONGEST, ["x" * LONGEST])) == LONGEST


@pytest.mark.parametrize(
    "text",
    [
        "Mine:XX1", "Mine:", ":ITG1", "Mine", "Mine:IT.ITG1", "A:ITG1;a:ES61",
        "x" * (LONGEST + 1) + ":ITG1", ";".join(f"G{i}:ITG1" for i in range(MOST_GROUPS + 1)),
    ],
)  # fmt: skip
def test_a_file_refuses_what_a_page_passes_over(text: str) -> None:
    with pytest.raises(NotOfferedError):
        read_strictly(text, KNOWN)
