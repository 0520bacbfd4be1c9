"""The legal formula: shares that sum, intervals that hold the truth, parameters from the norms."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import amif_formula as formula
from analysis.amif_formula import APPLIED, CRITERIA, GRANTED, RESETTLED, STATES, Weights

NORMS = {
    "eu_amif_2021_27_fixed_amount_per_ms": 8e6, "eu_amif_2021_27_fixed_amount_cy_mt_el": 28e6,
    "eu_amif_2021_27_weight_asylum": 35.0,
    "eu_amif_2021_27_weight_legal_migration_integration": 30.0,
    "eu_amif_2021_27_weight_return": 35.0,
    "eu_amif_2021_27_asylum_subweight_applications": 60.0,
    "eu_amif_2021_27_asylum_subweight_protection_status": 30.0,
    "eu_amif_2021_27_asylum_subweight_resettlement": 10.0,
}  # fmt: skip


@pytest.fixture
def at() -> Weights:
    found = formula.weights(NORMS)
    assert found is not None
    return found


def exact(values: pd.Series) -> pd.DataFrame:
    return pd.DataFrame({"lower": values, "upper": values})


def test_parameters_are_the_norms_and_one_missing_is_none(at: Weights) -> None:
    assert at.asylum + at.migration + at.returned == pytest.approx(1)
    assert sum(at.criteria.values()) == pytest.approx(1)
    assert (at.fixed("AT"), at.fixed("EL")) == (8e6, 28e6)
    for lost in NORMS:
        assert formula.weights({key: v for key, v in NORMS.items() if key != lost}) is None


def test_exact_counts_share_out_the_whole(at: Weights) -> None:
    """Fixed 23 x 8 + 3 x 28 = 268 million; rest 4,957; asylum 35 % = 1,734.95 million."""
    states = pd.Index(STATES)
    counts = {
        each: exact(pd.Series(np.arange(1.0, 27.0) * (i + 1), index=states))
        for i, each in enumerate(CRITERIA)
    }
    found = formula.envelopes(counts, pd.Series(np.arange(1.0, 27.0), index=states), at)
    assert found["fixed_eur"].sum() == 268e6
    assert found["asylum_lower_eur"].sum() == pytest.approx(1_734.95e6)
    # Residents in the same proportion as the asylum part: both keys agree, and all is shared.
    assert found["lower"].to_numpy() == pytest.approx(found["upper"].to_numpy())
    assert found["value"].sum() == pytest.approx(5_225e6)


def test_two_states_by_hand(at: Weights) -> None:
    states = ["AT", "EL"]
    counts = {
        APPLIED: exact(pd.Series([3.0, 1.0], states)),
        GRANTED: exact(pd.Series([1.0, 1.0], states)),
        RESETTLED: exact(pd.Series([0.0, 5.0], states)),
    }
    # Asylum share of AT: 0.6 x 3/4 + 0.3 x 1/2 + 0.1 x 0 = 0.6; by residents 0.5.
    shares = formula.asylum_shares(counts, at)
    assert shares["lower"].tolist() == pytest.approx([0.6, 0.4])
    found = formula.envelopes(counts, pd.Series([10.0, 10.0], states), at)
    rest = 5_225e6 - 36e6
    assert found.loc["AT", "lower"] == pytest.approx(8e6 + rest * (0.35 * 0.6 + 0.65 * 0.5))
    assert found.loc["AT", "upper"] == pytest.approx(8e6 + rest * 0.6)


@given(
    st.lists(
        st.tuples(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 1)), min_size=2, max_size=8
    )
)
def test_a_share_interval_holds_every_share_there_can_be(
    parts: list[tuple[float, float, float]],
) -> None:
    low = pd.Series([1 + min(a, b) for a, b, _ in parts])
    high = pd.Series([1 + max(a, b) for a, b, _ in parts])
    found = formula.share_intervals(pd.DataFrame({"lower": low, "upper": high}))
    truth = low + (high - low) * pd.Series([t for _, _, t in parts])
    shares = truth / truth.sum()
    assert (found["lower"] <= shares + 1e-9).all()
    assert (shares <= found["upper"] + 1e-9).all()


def test_a_share_needs_the_whole() -> None:
    counts = pd.DataFrame({"lower": [1.0, 2.0], "upper": [1.0, np.nan]})
    assert formula.share_intervals(counts)["lower"].isna().all()
    with pytest.raises(ValueError, match="above its upper end"):
        formula.share_intervals(pd.DataFrame({"lower": [3.0], "upper": [1.0]}))


def test_a_year_not_published_runs_from_none_to_the_most_assumed() -> None:
    rows = pd.DataFrame(
        [(APPLIED, state, year, 100.0) for state in STATES for year in (2017, 2018, 2019)]
        + [(GRANTED, state, year, 10.0) for state in STATES[1:] for year in (2017, 2018, 2019)]
        + [(RESETTLED, "DE", year, n) for year, n in ((2017, 6.0), (2018, 8.0), (2019, 9.0))]
        + [(RESETTLED, "FR", 2017, 2.0)],
        columns=["criterion", "territory_id", "year", "persons"],
    )
    found = formula.counted(rows)
    assert found[APPLIED].loc["AT"].tolist() == [300, 300, 0]
    assert found[GRANTED].loc["AT"].tolist() == [0, 300, 3]
    # Medians of those that publish: (6 + 2) / 2 = 4 in 2017, then 8 and 9.
    assert found[RESETTLED].loc["FR"].tolist() == [2, 2 + 8 + 9, 2]
    assert found[RESETTLED].loc["AT"].tolist() == [0, 21, 3]


def test_how_far_off_is_counted_from_the_nearest_end() -> None:
    estimate = pd.DataFrame(
        {"lower": [10.0, 10.0, 10.0, 10.0], "upper": [20.0, 20.0, 20.0, 20.0]}, index=list("ABCD")
    )
    found = formula.against_published(estimate, pd.Series({"A": 15.0, "B": 25.0, "C": 8.0}))
    assert found["off_percent"].to_dict() == {"A": 0, "B": 20, "C": -25}
    assert found["inside"].to_dict() == {"A": True, "B": False, "C": False}
