"""Eurostat's flags: one status by weight, a note that says them all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl import codes
from etl.readers.flags import MEANING, FlagError, status

SOME_FLAGS = st.lists(st.sampled_from(sorted(MEANING)), unique=True, max_size=5).map("".join)


@pytest.mark.parametrize(
    ("flag", "code"),
    [
        ("b", "B"),
        ("c", "A"),
        ("d", "A"),
        ("e", "E"),
        ("f", "F"),
        ("i", "E"),
        ("m", "A"),
        ("n", "N"),
        ("p", "P"),
        ("s", "E"),
        ("u", "U"),
        ("z", "A"),
        ("", "A"),
    ],
)
def test_a_flag_on_a_value_is_its_sdmx_status(flag: str, code: str) -> None:
    assert status(flag, missing=False)[0] == code


@pytest.mark.parametrize(
    ("flags", "code"),
    [("bp", "P"), ("be", "E"), ("ep", "E"), ("bu", "U"), ("eu", "U"), ("np", "N"), ("bd", "B")],
)
def test_of_two_flags_the_one_that_weakens_the_figure_more_is_the_status(
    flags: str, code: str
) -> None:
    assert status(flags, missing=False)[0] == code


@pytest.mark.parametrize(
    ("flags", "code"),
    [("", "L"), ("c", "Q"), ("z", "M"), ("m", "M"), ("u", "L"), ("bu", "L"), ("cz", "Q")],
)
def test_a_missing_figure_says_why_it_is_missing(flags: str, code: str) -> None:
    assert status(flags, missing=True)[0] == code


@given(flags=SOME_FLAGS, missing=st.booleans())
def test_the_order_of_flags_does_not_change_the_status(flags: str, missing: bool) -> None:
    assert status(flags, missing)[0] == status(flags[::-1], missing)[0]


@given(flags=SOME_FLAGS, missing=st.booleans())
def test_status_is_in_the_contract_and_says_missing_only_of_what_is(
    flags: str, missing: bool
) -> None:
    code, _ = status(flags, missing)
    assert code in codes.OBS_STATUS
    assert (code in {"L", "M", "Q"}) == missing


@given(flags=SOME_FLAGS, missing=st.booleans())
def test_the_note_names_every_flag_and_nothing_else(flags: str, missing: bool) -> None:
    _, note = status(flags, missing)
    assert (note.split("; ") if note else []) == [MEANING[flag] for flag in flags]


@pytest.mark.parametrize("missing", [False, True])
@pytest.mark.parametrize(("flags", "strange"), [("q", "q"), ("bx", "x"), ("P", "P"), ("b p", " ")])
def test_a_flag_in_no_list_is_an_error_that_names_it(
    flags: str, strange: str, missing: bool
) -> None:
    with pytest.raises(FlagError, match=f"^flag '{strange}' is not one of"):
        status(flags, missing)
