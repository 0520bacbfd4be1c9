"""Sensitivity indices against functions whose indices are known."""

import numpy as np
import pytest

from analysis.sensitivity import design, indices


def ishigami(points: np.ndarray) -> np.ndarray:
    x, y, z = (np.pi * (2 * points - 1)).T
    return np.sin(x) + 7 * np.sin(y) ** 2 + 0.1 * z**4 * np.sin(x)


def test_ishigamis_function_has_its_analytic_indices() -> None:
    # With a = 7, b = 0.1 (Ishigami and Homma 1990): V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2,
    # V1 = (1 + bπ⁴/5)²/2, V2 = a²/8, V3 = 0, V13 = b²π⁸(1/18 - 1/50).
    a, b = 7.0, 0.1
    alone = (1 + b * np.pi**4 / 5) ** 2 / 2
    second = a**2 / 8
    together = b**2 * np.pi**8 * (1 / 18 - 1 / 50)
    whole = alone + second + together
    found = indices(ishigami(design(3, 2**13, 7)), 3)
    assert found.spread == pytest.approx(whole, rel=0.01)
    assert found.first == pytest.approx([alone / whole, second / whole, 0.0], abs=0.01)
    assert found.total == pytest.approx(
        [(alone + together) / whole, second / whole, together / whole], abs=0.01
    )
    assert found.first == pytest.approx([0.314, 0.442, 0.0], abs=0.012)
    assert found.total == pytest.approx([0.558, 0.442, 0.244], abs=0.012)


def test_a_sum_has_shares_that_add_up_and_no_interaction() -> None:
    # Variances of 1x, 2y and 3z of uniform inputs stand as 1 : 4 : 9.
    found = indices(design(3, 2**12, 1) @ np.array([1.0, 2.0, 3.0]), 3)
    assert found.first == pytest.approx(np.array([1, 4, 9]) / 14, abs=0.01)
    assert found.total == pytest.approx(np.array([1, 4, 9]) / 14, abs=0.01)


def test_a_product_of_centred_inputs_is_interaction_alone() -> None:
    found = indices(np.prod(design(2, 2**12, 1) - 0.5, axis=1), 2)
    assert found.first == pytest.approx([0.0, 0.0], abs=0.03)
    assert found.total == pytest.approx([1.0, 1.0], abs=0.03)


def test_an_input_without_effect_has_none_exactly() -> None:
    points = design(2, 64, 1)
    assert indices(points[:, 0], 2).total[1] == 0.0


def test_what_does_not_vary_or_is_not_known_has_no_indices() -> None:
    assert np.isnan(indices(np.ones(4 * 8), 2).total).all()
    assert np.isnan(indices(np.full(4 * 8, np.nan), 2).first).all()


def test_rows_that_hold_an_unknown_are_passed_over() -> None:
    results = design(2, 256, 1) @ np.array([1.0, 2.0])
    holed = results.copy()
    holed[3] = np.nan  # a point of A: its row of the design goes, no other
    kept = results.reshape(4, -1)[:, [each for each in range(256) if each != 3]]
    assert indices(holed, 2).total == pytest.approx(indices(kept.ravel(), 2).total)


def test_the_design_crosses_one_input_at_a_time() -> None:
    blocks = design(3, 16, 5).reshape(5, 16, 3)
    for at in range(3):
        others = [each for each in range(3) if each != at]
        assert (blocks[2 + at][:, at] == blocks[1][:, at]).all()
        assert (blocks[2 + at][:, others] == blocks[0][:, others]).all()
    assert ((blocks >= 0) & (blocks < 1)).all()


def test_a_design_needs_inputs_and_results_its_shape() -> None:
    with pytest.raises(ValueError, match="at least one input"):
        design(0, 8, 1)
    with pytest.raises(ValueError, match="design with 2 inputs"):
        indices(np.ones(7), 2)
