"""Numbers and names as readers meet them."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ui import words

# ASCII punctuation that CommonMark lets a backslash escape.
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKUP = set("\\`*_{}[]()<>#|~$:")
NAMES = st.text(st.sampled_from("ab .-+1é\u202e\n" + "".join(sorted(MARKUP)) + "!&@w/"))


def digits_that_count(text: str) -> str:
    """The significant digits of a number in words."""
    number = text.replace(words.THIN, "").removesuffix("million").removesuffix("billion")
    whole, _, part = number.partition(".")
    assert whole.isdigit() and (part.isdigit() or not part), f"{text!r} is no plain number"
    return (whole + part).lstrip("0").rstrip("0")


@given(st.floats(10_000, 9.99e8))
@example(999_950.0)
@example(9_999_999.0)
def test_a_large_count_has_three_significant_digits_at_most(value):
    assert len(digits_that_count(words.short(value))) <= 3


@given(st.floats(1e9, 1e13))
def test_thousands_of_millions_have_three_significant_digits_at_most(value):
    assert len(digits_that_count(words.short(value))) <= 3


@given(st.floats(10_000, 9e8))
def test_a_large_count_is_off_by_half_a_percent_at_most(value):
    text = words.short(value).replace(words.THIN, "")
    read = float(text.removesuffix("million")) * (1e6 if text.endswith("million") else 1)
    assert read == pytest.approx(value, rel=0.005)


@given(st.integers(0, 9_999))
def test_a_small_count_is_exact(value):
    assert int(words.short(value).replace(words.THIN, "")) == value


@given(st.floats(0, 1e6))
def test_a_rate_is_near_and_only_nothing_reads_zero(value):
    text = words.rate(value)
    assert (text == "0") == (value == 0)
    if not text.startswith("<"):
        read = float(text.replace(words.THIN, ""))
        assert read == pytest.approx(value, abs=0.5 if value >= 9.95 else 0.0501)
        assert len(text.partition(".")[2]) <= (0 if value >= 9.95 else 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.04, "<0.1"),
        (0.1, "0.1"),
        (1.0, "1"),
        (9.94, "9.9"),
        (9.95, "10"),
        (4073.4, f"4{words.THIN}073"),
    ],
)
def test_rates_at_their_edges(value, text):
    assert words.rate(value) == text


@given(NAMES)
def test_no_special_letter_stands_without_its_backslash(name):
    """Pairs of a backslash and a letter taken out, nothing special is left."""
    assert not MARKUP & set(re.sub(r"\\.", "", words.escaped(name), flags=re.DOTALL))


VISIBLE = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"], exclude_characters="@:."
)


@given(st.text(VISIBLE))
def test_the_reader_sees_the_name_as_it_is(name):
    assert ESCAPE.sub(r"\1", words.escaped(name)) == name


@pytest.mark.parametrize(
    "name",
    ["www.evil.example/x", "http://evil.example", "see https://evil.example", "me@evil.example"],
)
def test_no_bare_address_becomes_a_link(name):
    """The page's Markdown looks for addresses after it has taken escapes away."""
    seen = ESCAPE.sub(r"\1", words.escaped(name))
    assert not re.search(r"(https?://|www\.)[-.\w]+", seen, re.IGNORECASE)
    assert not re.search(r"[-.\w+]+@[-\w]+(\.[-\w]+)+", seen)


@pytest.mark.parametrize("name", ["a\n\n- b", "a\n---", "a\n\n1. b", "a\r\n\r\n    b", "a\n\nb"])
def test_a_name_never_leaves_its_line(name):
    """A new line would end a heading, or begin a list or a heading of its own."""
    assert len(words.escaped(name).splitlines()) == 1


def test_a_name_cannot_be_an_icon_of_the_page():
    seen = ESCAPE.sub(r"\1", words.escaped(":material/home:"))
    assert not re.search(r":material/\w+:", seen)


def test_a_name_cannot_be_written_as_entities():
    assert not re.search(r"(?<!\\)&(#\d+|#x[0-9a-f]+|\w+);", words.escaped("&#60; &lt; &#x3c;"))


def test_countries_are_named_the_european_way_and_unknown_codes_stay():
    assert words.country("EL") == "Greece"
    assert words.country("UK") == "United Kingdom"
    assert words.country("TR") == "Türkiye"
    assert words.country("Q7") == "Q7"


@given(st.lists(st.text("abc", min_size=1), min_size=2))
def test_a_list_names_everything_in_order(names):
    before, _, last = words.listed(names).rpartition(" and ")
    assert [*before.split(", "), last] == names


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "no regions"), (1, "one region"), (2, "two regions"), (13, "13 regions")],
)
def test_counts_with_their_noun(count, text):
    assert words.count_of(count, "region") == text


@pytest.mark.parametrize("period", ["2024-S2", "latest"])
def test_a_period_of_another_shape_is_shown_as_it_is(period):
    assert words.day(period) == period


def test_a_day_and_a_month():
    assert words.day("2024-02-29") == "29 February 2024"
    assert words.day("2023-12") == "December 2023"
