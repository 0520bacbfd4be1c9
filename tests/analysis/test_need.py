"""Need: what is published stays, what is shared out sums, what is unknown stays unknown."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.need import (
    COMBINED,
    HALF_GDP,
    NATIONAL,
    POPULATION,
    check_apart,
    combined,
    interval,
    key_weights,
    shared_down,
)

NAN = math.nan
# A country of two regions, the first of two parts.
TREE = pd.Series({"XA": "", "XA1": "XA", "XA2": "XA", "XA11": "XA1", "XA12": "XA1"})


def regions(**columns: list[float]) -> pd.DataFrame:
    """Finest regions of one country; what is not said is unknown."""
    rows = len(next(iter(columns.values())))
    usual = {"residents": [NAN] * rows, "gdp": [NAN] * rows, "national": [NAN] * rows}
    frame = pd.DataFrame(usual | columns, index=[f"XA{i}" for i in range(rows)])
    return frame.assign(country="XA")


def one_key(**weights: float) -> pd.DataFrame:
    """Weights of TREE by residents: parents are the sum of their parts."""
    weights["XA1"] = weights["XA11"] + weights["XA12"]
    weights["XA"] = weights["XA1"] + weights["XA2"]
    return pd.DataFrame({POPULATION: pd.Series(weights).reindex(TREE.index)})


def down(stated: dict[str, float], weights: pd.DataFrame) -> dict[str, float]:
    return shared_down(pd.Series(stated, dtype=float), TREE, weights)[POPULATION].to_dict()


def test_keys_by_hand() -> None:
    """Residents 1 : 3, product 1 : 1, own key 30 : 70."""
    found = key_weights(regions(residents=[100, 300], gdp=[5, 5], national=[30, 70]))
    assert found[POPULATION].tolist() == [0.25, 0.75]
    assert found[HALF_GDP].tolist() == [0.375, 0.625]
    assert found[NATIONAL].tolist() == pytest.approx([0.3, 0.7])


def test_a_key_that_lacks_one_region_says_nothing_of_its_country() -> None:
    frame = regions(residents=[100, 300], gdp=[5, NAN])
    other = frame.set_axis(["XB1", "XB2"]).assign(country="XB", gdp=[1.0, 3.0])
    found = key_weights(pd.concat([frame, other]))
    assert found.loc[["XA0", "XA1"], HALF_GDP].isna().all()
    assert found.loc[["XB1", "XB2"], HALF_GDP].tolist() == [0.25, 0.75]
    assert found[NATIONAL].isna().all()
    assert found[POPULATION].notna().all()


def test_a_key_of_nothing_but_zeros_shares_nothing_out() -> None:
    assert key_weights(regions(residents=[0, 0]))[POPULATION].isna().all()


def test_a_published_region_stays_and_the_rest_is_shared() -> None:
    """100 in the country, 40 published in XA1: 60 are left for XA2; in XA1 10 : 30 for XA11."""
    weights = one_key(XA11=0.1, XA12=0.3, XA2=0.6)
    assert down({"XA": 100, "XA1": 40}, weights) == pytest.approx(
        {"XA": 100, "XA1": 40, "XA2": 60, "XA11": 10, "XA12": 30}
    )
    assert down({"XA": 100, "XA11": 25}, weights) == pytest.approx(
        {"XA": 100, "XA1": 40, "XA2": 60, "XA11": 25, "XA12": 15}
    )


def test_regions_that_add_up_to_more_than_the_whole_leave_the_others_unknown() -> None:
    found = down({"XA": 100, "XA1": 140}, one_key(XA11=0.1, XA12=0.3, XA2=0.6))
    assert found["XA1"] == 140 and math.isnan(found["XA2"])
    assert (found["XA11"], found["XA12"]) == pytest.approx((35, 105))


def test_without_a_key_or_a_figure_nothing_is_shared() -> None:
    weights = one_key(XA11=0.1, XA12=0.3, XA2=0.6)
    nowhere = weights.where(weights.index.to_series() == "", axis=0)
    assert down({"XA": 100}, nowhere) == pytest.approx(
        {"XA": 100} | dict.fromkeys(["XA1", "XA2", "XA11", "XA12"], NAN), nan_ok=True
    )
    assert all(math.isnan(value) for value in down({}, weights).values())


def test_a_region_of_no_weight_gets_nothing_and_all_of_no_weight_are_unknown() -> None:
    found = down({"XA": 100}, one_key(XA11=0.0, XA12=0.0, XA2=1.0))
    assert (found["XA1"], found["XA2"]) == (0, 100)
    assert math.isnan(found["XA11"]) and math.isnan(found["XA12"])


def test_persons_are_not_negative() -> None:
    with pytest.raises(ValueError, match="negative"):
        down({"XA": -1}, one_key(XA11=1, XA12=1, XA2=1))


def test_the_countrys_own_key_is_the_centre() -> None:
    found = interval(pd.DataFrame({POPULATION: [20.0], HALF_GDP: [30.0], NATIONAL: [28.0]}))
    assert found.loc[0].to_dict() == {"value": 28, "lower": 20, "upper": 30}


def test_without_an_own_key_the_mean_is_and_one_key_spans_nothing() -> None:
    found = interval(
        pd.DataFrame(
            {POPULATION: [20.0, 20.0, NAN], HALF_GDP: [30.0, NAN, NAN], NATIONAL: [NAN] * 3}
        )
    )
    assert found["value"].tolist() == pytest.approx([25, 20, NAN], nan_ok=True)
    assert found["lower"].tolist() == pytest.approx([20, NAN, NAN], nan_ok=True)
    assert found["upper"].tolist() == pytest.approx([30, NAN, NAN], nan_ok=True)


def part(value: float, lower: float, upper: float) -> pd.DataFrame:
    return pd.DataFrame({"value": [value], "lower": [lower], "upper": [upper]}, index=["XA"])


def test_an_unknown_part_makes_the_sum_unknown_from_what_is_known() -> None:
    pair = COMBINED["pending_and_temporary"]
    both = combined([part(10, 8, 12), part(5, 5, 5)], pair)
    assert both.loc["XA"].to_dict() == {"value": 15, "lower": 13, "upper": 17}
    half = combined([part(10, 8, 12), part(5, 5, 5).set_axis(["XB"])], pair)
    assert half["value"].isna().all() and half["upper"].isna().all()
    assert half["lower"].to_dict() == {"XA": 8, "XB": 5}
    blind = combined([part(10, NAN, NAN), part(5, 5, 5)], pair).loc["XA"]
    assert blind["value"] == 15 and math.isnan(blind["lower"]) and math.isnan(blind["upper"])


def test_needs_that_share_people_are_never_added() -> None:
    with pytest.raises(ValueError, match="both count temporary protection"):
        combined([part(1, 1, 1)] * 2, ("recognised", "temporary_protection"))
    with pytest.raises(ValueError, match="pending applicants"):
        check_apart(["asylum_pending", "asylum_applied"])
    for members in COMBINED.values():
        check_apart(members)


COUNTS = st.none() | st.integers(0, 1_000_000).map(float)
FINEST = ["XA11", "XA12", "XA2"]


@given(
    st.lists(st.integers(1, 1000), min_size=9, max_size=9),
    st.integers(0, 1_000_000),
    st.none() | st.floats(0, 1),
)
def test_parts_sum_to_their_whole_by_every_key_and_in_the_middle(counts, total, first) -> None:
    """Whatever the keys, and whether or not one region has a figure of its own."""
    frame = regions(residents=counts[:3], gdp=counts[3:6], national=counts[6:])
    finest = key_weights(frame).set_axis(FINEST)
    weights = finest.reindex(TREE.index)
    weights.loc["XA1"] = weights.loc["XA11"] + weights.loc["XA12"]
    weights.loc["XA"] = weights.loc["XA1"] + weights.loc["XA2"]
    stated = {"XA": float(total)} | ({} if first is None else {"XA11": total * first * 0.001})
    by_key = shared_down(pd.Series(stated), TREE, weights)
    value = interval(by_key)["value"]
    if by_key.isna().any(axis=None):
        # Only where more is published in a part than its parent is given by a key.
        assert first is not None
        return
    for column in [*(by_key[key] for key in by_key), value]:
        assert column["XA1"] + column["XA2"] == pytest.approx(total)
        assert column["XA11"] + column["XA12"] == pytest.approx(column["XA1"])
    ends = interval(by_key)
    assert (ends["lower"] <= value * (1 + 1e-9)).all()
    assert (value <= ends["upper"] * (1 + 1e-9)).all()


@given(st.dictionaries(st.sampled_from(list(TREE.index)), COUNTS), st.booleans())
def test_unknown_never_becomes_zero(stated, keyless) -> None:
    """Every weight is above zero, so a zero can only come from a published zero or full parts."""
    weights = one_key(XA11=0.2, XA12=0.3, XA2=0.5) * (NAN if keyless else 1)
    known = {key: value for key, value in stated.items() if value is not None}
    found = down(stated, weights)
    for territory_id, value in found.items():
        if territory_id in known:
            assert value == known[territory_id]
        elif keyless or not TREE[territory_id] or math.isnan(found[TREE[territory_id]]):
            assert math.isnan(value)
        elif value == 0:
            inside = [known.get(each, 0.0) for each in TREE.index[TREE.eq(TREE[territory_id])]]
            assert sum(inside) == pytest.approx(found[TREE[territory_id]])


@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=5))
def test_a_sum_is_known_only_where_both_parts_are(pairs) -> None:
    frames = [
        pd.DataFrame({name: [row[i] for row in pairs] for name in ("value", "lower", "upper")},
                     dtype=float)
        for i in (0, 1)
    ]  # fmt: skip
    found = combined(frames, COMBINED["pending_and_temporary"])
    for (first, second), row in zip(pairs, found.to_dict("records"), strict=True):
        known = [each for each in (first, second) if each is not None]
        assert math.isnan(row["value"]) == (len(known) < 2)
        assert row["lower"] == sum(known) if known else math.isnan(row["lower"])
