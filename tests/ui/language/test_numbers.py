"""Numbers and dates as each language writes them, by the locale data of Unicode."""

import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from ui import words
from ui.language import LANGUAGES, speaking
from ui.language.numbers import grouped, vega

OTHERS = [each for each in LANGUAGES if each != "en"]


@pytest.mark.parametrize("language", OTHERS)
@given(value=st.integers(0, 10**12))
def test_whole_numbers_are_those_of_the_locale(language: str, value: int) -> None:
    with speaking(language):
        ours = grouped(value)
    if language in ("es", "pl") and 1_000 <= value < 10_000:
        # Four figures stand together (CLDR: minimumGroupingDigits 2), which Babel leaves out.
        assert ours == str(value)
        return
    theirs = format_decimal(value, locale=Locale(language))
    # One kind of space between thousands in all languages that have one.
    assert ours == theirs.replace("\u00a0", "\u202f")


@pytest.mark.parametrize(("language", "said"), [
    ("en", "1\u202f234.5"), ("de", "1.234,5"), ("fr", "1\u202f234,5"), ("it", "1.234,5"),
    ("es", "1234,5"), ("pl", "1234,5"),
])  # fmt: skip
def test_decimals(language: str, said: str) -> None:
    with speaking(language):
        assert grouped(1234.5, 1) == said


@pytest.mark.parametrize(("language", "said"), [
    ("en", "15 September 2025"), ("de", "15. September 2025"), ("fr", "15 septembre 2025"),
    ("it", "15 settembre 2025"), ("es", "15 de septiembre de 2025"), ("pl", "15 września 2025"),
])  # fmt: skip
def test_dates(language: str, said: str) -> None:
    with speaking(language):
        assert words.day("2025-09-15") == said


@pytest.mark.parametrize(("language", "said"), [("pl", "wrzesień 2025"), ("fr", "septembre 2025")])
def test_a_month_alone_stands_in_the_nominative(language: str, said: str) -> None:
    with speaking(language):
        assert words.day("2025-09") == said


def test_countries_have_their_names() -> None:
    with speaking("fr"):
        assert words.country("EL") == "Grèce"
    assert words.country("EL") == "Greece"


@pytest.mark.parametrize("language", OTHERS)
def test_charts_get_the_same_signs(language: str) -> None:
    with speaking(language):
        number, time = vega()["number"], vega()["time"]
        assert isinstance(number, dict)
        assert isinstance(time, dict)
        assert grouped(12345.5, 1) == f"12{number['thousands']}345{number['decimal']}5"
        assert len(time["months"]) == 12
        assert len(time["days"]) == 7


def test_a_small_value_keeps_its_sign() -> None:
    with speaking("de"):
        assert words.rate(0.01) == "<0,1"
        assert words.rate(3.44) == "3,4"
