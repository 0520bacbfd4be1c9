"""Which amounts may be compared, and who takes part."""

from analysis.fund_series import FORMULA, MEMBER_STATES, Series, ordered

BASIC = Series("AMIF", "basic allocation, without top-ups", "2014/2020")


def test_amif_is_for_every_member_state_but_denmark_and_the_kingdom_while_it_was_one() -> None:
    assert len(MEMBER_STATES) == 27
    assert set(BASIC.states()) == set(MEMBER_STATES) - {"DK"} | {"UK"}
    assert len(BASIC.states()) == 27
    later = Series("AMIF", FORMULA, "2021/2027")
    assert set(later.states()) == set(MEMBER_STATES) - {"DK"}
    assert "DK" in Series("ESF_plus", "anything", "2021/2027").states()
    assert Series("my_fund", "anything", "2024").states() == ()


def test_a_series_says_what_it_is_even_when_nobody_registered_it() -> None:
    assert "Emergency" in BASIC.about.what
    assert Series("my_fund", "language courses", "2024").about.what == "language courses."
    assert Series("my_fund", "x", "2024").fund == "my_fund"
    assert Series("AMIF_ISF", "programmes approved in August 2015", "2014/2020").about.not_ranked


def test_the_unions_funds_come_first_and_the_latest_period() -> None:
    mine = [Series("zzz", "a", "2024"), Series("zzz", "a", "2025"), BASIC]
    assert ordered(mine) == [BASIC, Series("zzz", "a", "2025"), Series("zzz", "a", "2024")]


def test_years_of_a_period() -> None:
    assert BASIC.years() == tuple(range(2014, 2021))
    assert Series("a", "b", "2026-02-13").years() == (2026,)
