"""Languages of newcomers, worked out on paper, and what must hold whatever the figures are."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.languages import (
    CANNOT_TELL,
    NO_SERVICE,
    NOT_KNOWN,
    OWN,
    SPOKEN,
    Voices,
    abilities,
    gains,
    reach,
    speakers,
    together,
)

# Half of AF's people use fa, 40 % ps; of UA's 65 % uk and 46 % ru. Nothing is known of XX.
ABLE = pd.DataFrame(
    [("AF", "fa", 0.5, 0.5), ("AF", "ps", 0.4, 0.4), ("UA", "ru", 0.46, 0.46),
     ("UA", "uk", 0.65, 0.65)],
    columns=["country", "language", "lower", "upper"],
)  # fmt: skip
ORIGINS = pd.DataFrame(
    [("FR", "AF", 1000), ("FR", "UA", 2000), ("FR", "XX", 100), ("DE", "UA", 500)],
    columns=["territory_id", "origin", "persons"],
)


def test_a_language_in_two_scripts_is_between_the_larger_and_the_sum() -> None:
    table = pd.DataFrame(
        {"country": "XK", "language": ["sr", "sr", "sq"], "percent": [5.0, 4.0, None]}
    )
    found = abilities(table)
    assert found["language"].tolist() == ["sr"]
    assert found.loc[0, ["lower", "upper"]].tolist() == pytest.approx([0.05, 0.09])


def test_speakers_are_counted_by_language_and_country_of_asylum() -> None:
    found = speakers(ORIGINS, ABLE).set_index(["territory_id", "language"])
    assert found.loc[("FR", "fa"), "upper"] == 500
    assert found.loc[("FR", "ru"), "upper"] == pytest.approx(920)
    assert found.loc[("DE", "uk"), "lower"] == pytest.approx(325)
    assert found.loc[("FR", "ps"), "main_origin"] == "AF"
    assert not {"XX"} & set(found["main_origin"])


def test_whom_known_languages_do_not_reach() -> None:
    """fa and ps reach 50 to 90 % of 1,000; ru 46 % of 2,000; 100 cannot be told at all.

    Unreached: at least 100 + 1,080, at most 500 + 1,080 + 100.
    """
    voices = {"FR": Voices(frozenset({"fa", "ps", "ru"}), services=1, listed=True)}
    found = reach(ORIGINS, ABLE, voices)
    france = found.loc["FR"]
    assert france["persons"] == 3100 and france["unplaced_persons"] == 100
    assert france["unreached_lower"] == pytest.approx(1180)
    assert france["unreached_upper"] == pytest.approx(1680)
    assert found.loc["DE", ["unreached_lower", "unreached_upper"]].isna().all()


def test_the_country_s_own_language_reaches_too() -> None:
    voices = {"FR": Voices(own=frozenset({"uk"}), services=1, listed=True)}
    # 65 % of 2,000 are reached: 700 are not; nobody of AF's 1,000 is.
    assert reach(ORIGINS, ABLE, voices).loc["FR", "unreached_lower"] == pytest.approx(1700)


def test_a_service_that_lists_no_languages_may_speak_any() -> None:
    voices = {"FR": Voices(frozenset({"ru"}), services=2, listed=False)}
    found = reach(ORIGINS, ABLE, voices).loc["FR"]
    assert found["unreached_lower"] == 0
    assert found["unreached_upper"] == pytest.approx(1000 + 1080 + 100)


def test_what_is_said_of_a_language() -> None:
    listed = Voices(frozenset({"ar"}), frozenset({"fr"}), 1, True)
    assert [listed.state(each) for each in ("ar", "fr", "ti")] == [SPOKEN, OWN, NOT_KNOWN]
    assert Voices(frozenset({"ar"}), services=1).state("ti") == CANNOT_TELL
    assert Voices(own=frozenset({"fr"})).state("ti") == NO_SERVICE


def test_what_one_language_more_would_add() -> None:
    """With fa spoken, ps adds at most 40 %, and at least nobody; uk adds 19 % at the least."""
    france = ORIGINS[ORIGINS["territory_id"] == "FR"]
    found = gains(france, ABLE, {"fa", "ru"})
    assert set(found.index) == {"ps", "uk"}
    assert found.loc["ps"].tolist() == pytest.approx([0, 400])
    assert found.loc["uk"].tolist() == pytest.approx([(0.65 - 0.46) * 2000, 0.54 * 2000])


def test_countries_counted_together_have_the_bounds_of_both() -> None:
    """Of RS and XK together, sr is used by 5 to 90 %, sq by none or up to 92 %."""
    able = pd.DataFrame(
        [("RS", "sr", 0.9, 0.9), ("XK", "sr", 0.05, 0.1), ("XK", "sq", 0.92, 0.92)],
        columns=["country", "language", "lower", "upper"],
    )
    found = together(able, ["RS+XK", "AF"]).set_index(["country", "language"])
    assert found.loc[("RS+XK", "sr")].tolist() == [0.05, 0.9]
    assert found.loc[("RS+XK", "sq")].tolist() == [0.0, 0.92]
    assert len(found) == 5


shares = st.floats(0.001, 1.0)


@st.composite
def worlds(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame, frozenset[str]]:
    able = [
        (origin, language, draw(shares))
        for origin in ("A", "B", "C")
        for language in draw(st.sets(st.sampled_from("abcdef"), max_size=4))
    ]
    table = pd.DataFrame(able, columns=["country", "language", "lower"])
    table = table.astype({"lower": float}).assign(upper=lambda each: each["lower"])
    persons = draw(st.lists(st.integers(0, 10_000), min_size=4, max_size=4))
    origins = pd.DataFrame({"territory_id": "T", "origin": list("ABCD"), "persons": persons})
    return origins, table, frozenset(draw(st.sets(st.sampled_from("abcdef"))))


@given(worlds())
def test_bounds_are_bounds(world: tuple[pd.DataFrame, pd.DataFrame, frozenset[str]]) -> None:
    origins, able, spoken = world
    total = origins["persons"].sum()
    found = reach(origins, able, {"T": Voices(spoken, services=1, listed=True)}).loc["T"]
    assert -1e-6 <= found["unreached_lower"] <= found["unreached_upper"] + 1e-6
    assert found["unreached_upper"] <= total + 1e-6


@given(worlds(), st.sampled_from("abcdef"))
def test_another_language_never_reaches_fewer(
    world: tuple[pd.DataFrame, pd.DataFrame, frozenset[str]], more: str
) -> None:
    origins, able, spoken = world
    ends = ["unreached_lower", "unreached_upper"]
    before = reach(origins, able, {"T": Voices(spoken, services=1, listed=True)}).loc["T", ends]
    after = reach(origins, able, {"T": Voices(spoken | {more}, services=1, listed=True)})
    assert (after.loc["T", ends] <= before + 1e-6).all()
    added = gains(origins, able, spoken)
    if more in added.index:
        # What it adds fits into what was not reached.
        assert 0 <= added.loc[more, "lower"] <= added.loc[more, "upper"] + 1e-6
        assert added.loc[more, "upper"] <= before["unreached_upper"] + 1e-6
