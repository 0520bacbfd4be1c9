"""No number that could be the exact count gets into a text, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections import Statement
from analysis.disclosure import BASE
from ui.corrections.told import exact_in, near_in, number_in

KEPT = Statement(15.0)


@pytest.mark.parametrize(
    "text",
    ["There were 17 children.", "In 2024, 17 children were hosted here.",
     "On 31.12.2024 17 children", "Rooms 3, 17 children", "17.0 children", "1\u2009 7", "1 7",
     "seventeen children", "Seventeen", "SEVENTEEN", "sevénteen", "17children", "n17", "2024-17",
     "17/2024", "2024.17", "0017", "\uff11\uff17", "\u0661\u0667", "\u2460\u2466", "1\u20e37",
     "\U0001d7cf\U0001d7d5", "\u5341\u4e03", "1+16", "15.2", "15,2", "3 times", "0x11", "XVII",
     "\u2169\u2166", "2024 and 17", "20 17", "2,017", "1,015", "15 more, 2 fewer", "201 7",
     "siebzehn Kinder", "einundzwanzig", "zw\u00f6lf", "drei\u00dfig", "zweihundertdrei",
     "hunderteins", "dix-sept",
     "soixante et onze", "vingt", "diciassette", "ventuno", "duecento", "due minori",
     "diecisiete", "veintid\u00f3s", "once ni\u00f1os", "doscientos", "zeventien",
     "twee\u00ebntwintig",
     "honderd", "a dozen", "twenty-two", "two hundred", "one child", "no more than ten",
     "s\u0435venteen"],
    ids=ascii,
)  # fmt: skip
def test_a_number_is_found_in_every_dress(text: str) -> None:
    assert number_in(text, KEPT) != ""


@pytest.mark.parametrize(
    "text",
    ["We counted them in 2024.", "It is 15.", "It is 15, since 2021-2027.", "(15)", "about 15 %",
     "On 31.12.2024 we counted.", "On 2024-12-31, not 2024-11.", "31 December 2024",
     "December 2024", "am 31. M\u00e4rz 2024", "31 de marzo de 2024", "March 1st, 2024", "Q4 2024",
     "It was closed due to rain, once more.", "per cent", "es sei denn", "ten minste",
     "Ein Kind zu viel, et un autre, e una casa.", "Les enfants sont partis.", "No one came.",
     "We often attended; none listened.",
     "Der Verein hat nachgez\u00e4hlt und verzweifelt gewartet.",
     "De tiendaagse veldtocht begon eenmaal.", "Wir achten darauf."],
    ids=ascii,
)  # fmt: skip
def test_years_dates_and_the_blurred_number_may_stand(text: str) -> None:
    assert number_in(text, KEPT) == ""


def test_a_year_that_could_be_the_count_is_refused() -> None:
    assert number_in("There were 2017.", Statement(2_015.0)) == "2017"
    assert number_in("There were 2017-2019.", Statement(2_015.0)) != ""
    assert number_in("In 2024 there were 2,015.", Statement(2_015.0)) == ""


def test_both_ends_may_be_repeated_and_unknown_allows_none() -> None:
    assert number_in("From 15-20, or 1,250.", Statement(None, 15.0, 20.0)) != ""
    assert number_in("From 15-20.", Statement(None, 15.0, 20.0)) == ""
    assert number_in("There are 17.", Statement()) == "17"


@given(
    st.integers(0, 3_000).filter(lambda each: each % BASE),
    st.sampled_from("{} {:,} n{} {}.0 2024,{} ({})".split()),
)
def test_no_exact_count_passes(count: int, form: str) -> None:
    kept = float(round(count / BASE) * BASE)
    assert number_in(f"We met {form.format(count)} of them", Statement(kept)) != ""
    assert near_in(f"House {count}", Statement(kept))


def test_names_and_links_hold_no_digits_of_the_count() -> None:
    says = Statement(17.0)
    for text in (
        "https://x.org/17",
        "a-1-7",
        "%31%37",
        "%2531%2537",
        "\u0661\u0667",
        "017",
        "17.0",
    ):
        assert exact_in(text, says, KEPT)
    for text in ("https://x.org/117/2017", "15", "", "no"):
        assert not exact_in(text, says, KEPT)
    assert not exact_in("https://x.org/15", Statement(15.0), KEPT)
    assert near_in("Haus 17", KEPT) and not near_in("Haus 15 and 170", KEPT)
