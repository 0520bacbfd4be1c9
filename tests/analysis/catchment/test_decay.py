"""Weights by distance."""

import math

import numpy as np
import pytest

from analysis.catchment.decay import Decay, bands, exponential, flat, gaussian, linear, step

DECAYS = {
    "flat": flat(30), "bands": bands(30), "gaussian": gaussian(30), "exponential": exponential(30),
    "linear": linear(30), "step": step({10: 1, 30: 0.5}),
}  # fmt: skip


@pytest.mark.parametrize("decay", DECAYS)
def test_full_at_the_door_never_rising_nothing_beyond_reach(decay):
    weight = DECAYS[decay].weights(np.linspace(0, 40, 401))
    assert weight[0] == 1
    assert (np.diff(weight) <= 0).all()
    assert (weight[301:] == 0).all()
    assert DECAYS[decay].weights(np.array([math.inf, math.nan])).tolist() == [0, 0]


@pytest.mark.parametrize("decay", [gaussian(50), exponential(50)])
def test_a_width_not_given_leaves_a_hundredth_at_the_reach(decay):
    assert decay.weights(np.array([50.0])) == pytest.approx([0.01])


@pytest.mark.parametrize(
    "make",
    [
        lambda: flat(0), lambda: flat(math.nan), lambda: linear(math.inf), lambda: step({}),
        lambda: step({10: -1}), lambda: step({-1: 1, 5: 1}), lambda: gaussian(10, -1),
        lambda: gaussian(math.inf), lambda: Decay(2, 10, math.nan),
    ],
)  # fmt: skip
def test_a_decay_that_cannot_be_is_refused(make):
    with pytest.raises(ValueError, match=r"must|need"):
        make()
