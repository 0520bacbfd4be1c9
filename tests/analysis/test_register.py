"""Verdicts on a register, worked out by hand: no entry at all has a chance of e^-expected."""

import pandas as pd
import pytest

from analysis.register import TOWN_KM, TOWN_RESIDENTS, silent_towns, verdicts

MILLION = 1_000_000


def judged(unplaced: int = 0, **regions: tuple[str, float | None, int]) -> pd.DataFrame:
    """Regions with as many sites as entries, and in the last one some more."""
    columns = ["country", "residents", "entries"]
    frame = pd.DataFrame.from_dict(regions, orient="index", columns=columns)
    frame["sites"] = frame["entries"]
    frame.iloc[-1, -1] += unplaced
    return verdicts(frame)


def test_a_country_without_any_entry_has_no_register():
    out = judged(A1=("A", MILLION, 0), A2=("A", 20, 0), B1=("B", MILLION, 5))
    assert out["verdict"].to_dict() == {
        "A1": "no register",
        "A2": "no register",
        "B1": "covered",
    }


def test_none_of_sixty_expected_is_too_few():
    out = judged(A1=("A", MILLION, 60), A2=("A", MILLION, 60), A3=("A", MILLION, 0))
    assert out["expected"].tolist() == pytest.approx([60, 60, 60])
    assert out["verdict"].tolist() == ["covered", "covered", "too few"]


def test_none_of_one_expected_is_nothing_to_speak_of():
    """One in e, 37 %, of such regions have none by chance alone."""
    out = judged(A1=("A", MILLION, 60), A2=("A", MILLION, 60), A3=("A", MILLION / 60, 0))
    assert out.loc["A3", "expected"] == pytest.approx(1)
    assert out.loc["A3", "verdict"] == "covered"


@pytest.mark.parametrize(("expected", "verdict"), [(6, "covered"), (7, "too few")])
def test_chance_must_be_under_one_in_a_thousand(expected, verdict):
    """e^-6 is 0.0025, e^-7 is 0.0009."""
    out = judged(A1=("A", 10_000, 100), A2=("A", 10_000, 100), A3=("A", expected * 100, 0))
    assert out.loc["A3", "expected"] == pytest.approx(expected)
    assert out.loc["A3", "verdict"] == verdict


@pytest.mark.parametrize(
    ("residents", "entries", "verdict"),
    [(49_999, 0, "covered"), (50_000, 0, "too few"), (50_000, 1, "covered")],
)
def test_fifty_thousand_residents_without_any_entry_are_a_hole(residents, entries, verdict):
    """Whatever the country's density: here one of 50,000 is expected to have one entry."""
    out = judged(A1=("A", MILLION, 20), A2=("A", MILLION, 20), A3=("A", residents, entries))
    assert out.loc["A3", "verdict"] == verdict


def test_a_country_that_sends_few_of_its_regions_has_holes_where_it_sends_none():
    """The typical region has none, so nothing is expected; none for a million is a hole still."""
    out = judged(A1=("A", MILLION, 20), A2=("A", MILLION, 0), A3=("A", MILLION, 0))
    assert out["verdict"].tolist() == ["covered", "too few", "too few"]


@pytest.mark.parametrize(("entries", "verdict"), [(400, "covered"), (399, "too few")])
def test_four_tenths_of_the_typical_density_are_enough(entries, verdict):
    out = judged(A1=("A", MILLION, 1000), A2=("A", MILLION, 1000), A3=("A", MILLION, entries))
    assert out.loc["A3", "verdict"] == verdict


def test_regions_are_held_against_their_own_country():
    out = judged(
        A1=("A", MILLION, 100), A2=("A", MILLION, 100), B1=("B", MILLION, 10), B2=("B", MILLION, 10)
    )
    assert out["verdict"].eq("covered").all()
    assert out["expected"].tolist() == pytest.approx([100, 100, 10, 10])


def test_unknown_residents_expect_nothing_and_speak_against_nothing():
    out = judged(A1=("A", MILLION, 60), A2=("A", None, 0), B1=("B", None, 0))
    assert pd.isna(out.loc["A2", "expected"])
    assert out["verdict"].tolist() == ["covered", "covered", "no register"]


@pytest.mark.parametrize(("unplaced", "verdict"), [(10, "covered"), (11, "too few")])
def test_half_of_the_sites_must_have_a_known_place(unplaced, verdict):
    out = judged(unplaced=unplaced, A1=("A", MILLION, 10), A2=("A", MILLION, 10))
    assert out["verdict"].tolist() == ["covered", verdict]


def test_towns_far_from_every_entry_are_silent_and_nothing_else_is():
    residents = pd.Series(
        {"town": TOWN_RESIDENTS, "served": TOWN_RESIDENTS, "village": TOWN_RESIDENTS - 1, "?": None}
    )
    km = pd.Series({"town": TOWN_KM + 1, "served": TOWN_KM, "village": 90.0, "?": 90.0})
    silent = silent_towns(residents, km)
    assert silent[silent].index.tolist() == ["town"]
    assert silent_towns(residents.astype("Int64"), km).tolist() == silent.tolist()


def test_more_than_expected_is_covered_and_inputs_stay():
    frame = pd.DataFrame(
        {"country": "A", "residents": 10, "entries": [5, 5, 900], "sites": 900}, index=list("xyz")
    )
    frame["sites"] = frame["entries"]
    before = frame.copy()
    assert verdicts(frame)["verdict"].eq("covered").all()
    pd.testing.assert_frame_equal(frame, before)


def test_a_region_may_not_be_there_twice():
    frame = pd.DataFrame(
        {"country": ["A", "A"], "residents": [1, 1], "entries": [1, 1], "sites": [1, 1]},
        index=["x", "x"],
    )
    with pytest.raises(ValueError, match="twice"):
        verdicts(frame)
