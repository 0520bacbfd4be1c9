"""Peers: distances worked by hand, and what holds whatever the facts are."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.peers import likeness, logged, spread

NAN = math.nan
# Spreads by hand: residents have the median 3 and deviations 2 1 0 1 2, so 1 x 1.4826;
# density the median 20, deviations 10 0 0 10 20, so 10 x 1.4826.
FACTS = pd.DataFrame(
    {"residents": [1.0, 2.0, 3.0, 4.0, 5.0], "density": [10.0, 20.0, 20.0, 30.0, 40.0]},
    index=["A", "B", "C", "D", "E"],
)
SCALE = 1.4826


def test_by_hand() -> None:
    found = likeness(FACTS, "C")
    # B: (1, 0); D: (1, 1); A: (2, 1); E: (2, 2), in spreads.
    assert list(found.distance.index) == ["B", "D", "A", "E"]
    by_hand = np.sqrt(np.array([1 / 2, (1 + 1) / 2, (4 + 1) / 2, (4 + 4) / 2])) / SCALE
    assert found.distance.to_numpy() == pytest.approx(by_hand)
    assert list(found.parts.T["B"]) == [1.0, 0.0]
    assert list(found.parts.T["A"]) == pytest.approx([0.8, 0.2])
    assert found.shared.tolist() == [2, 2, 2, 2]
    assert (found.apart, found.silent) == ((), ())


def test_an_unknown_fact_is_left_out_for_that_pair_only() -> None:
    facts = FACTS.copy()
    facts.loc["A", "density"] = NAN
    found = likeness(facts, "C")
    assert found.shared["A"] == 1 and found.shared["D"] == 2
    assert found.distance["A"] == pytest.approx(2 / SCALE), "the mean is over what is shared"
    assert found.parts["density"].isna()["A"] and found.parts["residents"]["A"] == 1


def test_who_shares_too_little_is_not_compared_and_named() -> None:
    facts = FACTS.copy()
    facts.loc[["E", "A"], "density"] = NAN
    found = likeness(facts, "C", least_shared=2)
    assert found.apart == ("A", "E")
    assert set(found.distance.index) == {"B", "D"}


def test_what_is_unknown_here_or_the_same_everywhere_tells_nothing_and_is_named() -> None:
    facts = FACTS.assign(flat=7.0, own=[1.0, 2.0, NAN, 3.0, 4.0])
    found = likeness(facts, "C")
    assert found.silent == ("flat", "own")
    assert found.distance.equals(likeness(FACTS, "C").distance)
    alone = likeness(facts[["own"]], "C")
    assert alone.distance.empty and alone.apart == ("A", "B", "D", "E")


def test_ties_are_in_order_of_their_codes() -> None:
    facts = pd.DataFrame({"x": [0.0, 0.1, -0.1, 0.3]}, index=["M", "Z", "B", "Q"])
    assert list(likeness(facts, "M").distance.index) == ["B", "Z", "Q"]
    shuffled = likeness(facts.sample(frac=1, random_state=1), "M")
    assert list(shuffled.distance.index) == ["B", "Z", "Q"]


def test_twice_as_large_is_as_far_as_half_as_large() -> None:
    facts = pd.DataFrame({"x": logged(pd.Series([1e5, 2e5, 5e4], index=["A", "B", "C"]))})
    found = likeness(facts, "A")
    assert found.distance.iloc[0] == pytest.approx(found.distance.iloc[1])


def test_zero_has_no_logarithm_and_below_zero_is_refused() -> None:
    assert math.isnan(logged(pd.Series([0.0])).iloc[0])
    with pytest.raises(ValueError, match="below zero"):
        logged(pd.Series([-1.0]))


def test_a_spread_that_most_agree_on_falls_back() -> None:
    assert spread(pd.Series([0.0, 0.0, 0.0, 4.0])) == pytest.approx(math.sqrt(3))
    assert math.isnan(spread(pd.Series([1.0, NAN])))


@pytest.mark.parametrize(("of", "least", "error"), [("X", 1, KeyError), ("A", 0, ValueError)])
def test_what_cannot_be_asked(of: str, least: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        likeness(FACTS, of, least)
    with pytest.raises(ValueError, match="twice"):
        likeness(pd.concat([FACTS, FACTS]), "A")


FEW = settings(max_examples=20)
VALUE = st.one_of(st.none(), st.integers(-1000, 1000).map(float))
TABLES = st.lists(st.tuples(VALUE, VALUE, VALUE), min_size=2, max_size=12).map(
    lambda rows: pd.DataFrame(
        rows, columns=["a", "b", "c"], index=[f"T{i:02}" for i in range(len(rows))], dtype=float
    )
)


@FEW
@given(TABLES)
def test_what_holds_whatever_the_facts_are(facts: pd.DataFrame) -> None:
    first, second = facts.index[:2]
    there, back = likeness(facts, first), likeness(facts, second)
    if second in there.distance.index:
        assert there.distance[second] == back.distance[first], "as far there as back"
    assert set(there.distance.index) | set(there.apart) == set(facts.index) - {first}
    assert there.distance.is_monotonic_increasing and (there.distance >= 0).all()
    told = there.parts.sum(axis=1)[there.distance > 1e-9]
    assert np.allclose(told, 1)


@FEW
@given(TABLES, st.integers(1, 500), st.integers(-100, 100))
def test_units_do_not_matter(facts: pd.DataFrame, times: int, plus: int) -> None:
    before, after = likeness(facts, "T00"), likeness(facts * times + plus, "T00")
    assert (before.apart, before.silent) == (after.apart, after.silent)
    assert np.allclose(before.distance, after.distance.reindex(before.distance.index), atol=1e-9)


@FEW
@given(TABLES)
def test_a_twin_has_no_distance(facts: pd.DataFrame) -> None:
    twin = pd.concat([facts, facts.loc[["T00"]].rename(index={"T00": "twin"})])
    found = likeness(twin, "T00")
    assert "twin" in found.apart or found.distance["twin"] == 0
