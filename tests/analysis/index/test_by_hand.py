"""The Handbook's steps done by hand, and the same by the kernel.

The steps are those of OECD/JRC (2008): normalise (step 5), weigh and aggregate (step 6).
"""

import numpy as np
import pytest

from analysis.index.compiled import normalise
from analysis.index.ranking import rank
from tests.analysis.index.worked import fixed, table

# Places per 100 in need, kilometres to the nearest office (less is better), languages spoken.
#            places  km  languages
VALUES = [
    [80.0, 40.0, 4.0],  # A
    [50.0, 20.0, 3.0],  # B
    [20.0, 10.0, 6.0],  # C
    [50.0, 30.0, 2.0],  # D
]
BETTER = ["more", "less", "more"]


def scores(values: list[float], how: int, is_less: bool = False) -> list[float]:
    turned = -np.array(values) if is_less else np.array(values)
    out = np.empty(len(values))
    normalise(turned, how, is_less, out)
    return out.tolist()


def test_min_max_runs_from_the_worst_to_the_best() -> None:
    # (80-20)/60 = 1, 30/60 = 0.5, 0, 0.5; on a scale of 1 to 100: 1 + 99 x share.
    assert scores([80, 50, 20, 50], 0) == pytest.approx([100, 50.5, 1, 50.5])
    # Less is better: (40-40)/30 = 0, (40-20)/30 = 2/3, 1, 1/3.
    assert scores([40, 20, 10, 30], 0, is_less=True) == pytest.approx([1, 67, 100, 34])


def test_deviations_are_counted_from_the_mean() -> None:
    # Mean 50, variance (900 + 0 + 900 + 0)/4 = 450, deviation 21.213; 30/21.213 = 1.41421.
    assert scores([80, 50, 20, 50], 1) == pytest.approx([64.1421, 50, 35.8579, 50], abs=1e-4)


def test_ranks_share_the_middle_place() -> None:
    # From the least: C 1, B and D share 2 and 3 (2.5), A 4; 1 + 99 x (rank - 1)/3.
    assert scores([80, 50, 20, 50], 2) == pytest.approx([100, 50.5, 1, 50.5])
    assert scores([7, float("nan"), 9], 2)[::2] == pytest.approx([1, 100])


def test_the_leader_has_a_hundred() -> None:
    # 80/80, 50/80, 20/80, 50/80.
    assert scores([80, 50, 20, 50], 3) == pytest.approx([100, 62.5, 25, 62.5])
    # Turned round in its range, x becomes 10 + 40 - x: 10, 30, 40, 20; the leader has 40.
    assert scores([40, 20, 10, 30], 3, is_less=True) == pytest.approx([25, 75, 100, 50])
    # A ratio to the leader makes no sense below zero: min-max then.
    assert scores([-5, 0, 5], 3) == pytest.approx([1, 50.5, 100])


@pytest.mark.parametrize(
    ("aggregation", "order"),
    [
        # Min-max scores (places, km, languages):
        # A 100, 1, 50.5; B 50.5, 67, 25.75; C 1, 100, 100; D 50.5, 34, 1.
        # Means: A 151.5/3 = 50.5, B 143.25/3 = 47.75, C 201/3 = 67, D 85.5/3 = 28.5.
        ("arithmetic", "CABD"),
        # Products: A 5,050, B 87,125, C 10,000, D 1,717: what one lacks the others cannot buy.
        ("geometric", "BCAD"),
        # A beats B (places, languages), D (places, languages); C beats A (km, languages), B (km,
        # languages), D (km, languages); B beats D (km, languages; places are equal).
        ("outranking", "CABD"),
    ],
)
def test_the_order_worked_by_hand(aggregation: str, order: str) -> None:
    found = rank(table(VALUES, BETTER), fixed("minmax", aggregation), base=8)
    by_place = sorted("ABCD", key=lambda name: found.summary.loc[name, "reference"])
    assert "".join(by_place) == order
    assert sorted(found.reference) == [1, 2, 3, 4]
    # Nothing is left to chance, so every draw says the same.
    assert (found.positions == found.reference).all()


def test_own_weights_change_the_order() -> None:
    # Places weigh 3, km 1, languages 1: A (300+1+50.5)/5 = 70.3, B (151.5+67+25.75)/5 = 48.85,
    # C (3+100+100)/5 = 40.6, D (151.5+34+1)/5 = 37.3.
    chosen = fixed("minmax", "arithmetic", weights={"i0": 3.0})
    found = rank(table(VALUES, BETTER), chosen, base=8)
    assert found.reference.tolist() == [1, 2, 3, 4]


def test_outranking_agrees_with_the_example_of_munda_and_nardo() -> None:
    # Gross domestic product, unemployment, solid waste, income disparity, crime; only of the first
    # is more better. Weights 0.165, 0.165, 0.333, 0.165, 0.165.
    values = [
        [25000, 0.15, 0.4, 9.2, 40],  # A
        [45000, 0.10, 0.7, 13.2, 52],  # B
        [20000, 0.08, 0.35, 5.3, 80],  # C
    ]
    weights = {"i0": 0.165, "i1": 0.165, "i2": 0.333, "i3": 0.165, "i4": 0.165}
    # A over B: waste, disparity, crime 0.663; B over A: product, work 0.33. A over C: product,
    # crime 0.33; C over A: work, waste, disparity 0.663. B over C: product, crime 0.33; C over B:
    # 0.663. So C beats both, A beats B.
    chosen = fixed("minmax", "outranking", weights=weights)
    found = rank(table(values, ["more", *["less"] * 4]), chosen, base=8)
    assert found.reference.tolist() == [2, 3, 1]


def test_areas_weigh_the_same_however_many_indicators_they_have() -> None:
    # Area x has i0 and i1, area y has i2: A (100 + 1)/2 x 1/2 + 1 x 1/2 = 25.75,
    # B (1 + 100)/2 x 1/2 + 100 x 1/2 = 75.25; C as A with the middle of y.
    values = [[2.0, 1.0, 1.0], [1.0, 2.0, 3.0], [2.0, 1.0, 2.0]]
    found = rank(table(values, areas=["x", "x", "y"]), fixed("minmax", "arithmetic"), base=8)
    assert found.reference.tolist() == [3, 1, 2]


def test_an_unknown_is_left_out_and_the_rest_weighed_anew() -> None:
    # B has only i0: its score is 50.5 alone; A (100 + 1)/2 = 50.5 as well; C (1 + 100)/2 = 50.5.
    values = [[3.0, 1.0], [2.0, float("nan")], [1.0, 4.0]]
    found = rank(table(values), fixed("minmax", "arithmetic"), base=8)
    assert found.reference.tolist() == [2, 2, 2]


def test_a_territory_too_little_is_known_of_is_withheld_and_moves_nobody() -> None:
    # B has one of two, less than two thirds. A and C are 1st and 2nd of two; on the scale of
    # three: (1 - 0.5)/2 x 3 + 0.5 = 1.25 and (2 - 0.5)/2 x 3 + 0.5 = 2.75: 2 stays the middle.
    values = [[3.0, 4.0], [2.0, float("nan")], [1.0, 1.0]]
    found = rank(table(values), fixed("minmax", "arithmetic", "withhold"), base=8)
    assert found.reference[[0, 2]].tolist() == [1.25, 2.75]
    assert np.isnan(found.reference[1])
    assert found.summary.loc["B", ["ranked", "coverage"]].tolist() == [0.0, 0.5]
    assert bool(found.summary.loc["B", "wide"])
