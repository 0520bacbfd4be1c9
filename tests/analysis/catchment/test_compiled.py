"""Compiled arithmetic where nothing can be kept, and a decay as it is given to it."""

import math

import numpy as np
import pytest

from analysis.catchment import kernel
from analysis.catchment.compiled import arc, as_written, chord2, compiled, law_of
from analysis.catchment.decay import bands, exponential, flat, gaussian, linear
from analysis.reach import EARTH_RADIUS_KM


@pytest.mark.parametrize("how", [compiled, as_written])
def test_where_nothing_can_be_kept_it_is_compiled_all_the_same(how):
    # A function that no file holds has no place on disk.
    scope: dict = {}
    exec("def twice(x):\n    return 2 * x", scope)
    assert how(scope["twice"])(21) == 42


@pytest.mark.parametrize("angle", [0.0, 1e-9, 0.001, 0.1, 1.0, 3.1])
def test_an_arc_and_its_chord_tell_the_same(angle):
    assert arc(chord2(np.array([angle]))) == pytest.approx([angle], rel=1e-12)


def test_an_arc_beyond_half_the_round_has_more_than_any_chord():
    assert chord2(np.array([math.pi, 9.0, math.inf])).tolist() == [5, 5, 5]


@pytest.mark.parametrize("angle", [0.0, 1e-9, 0.001, 0.05, 0.1])
def test_the_short_series_of_the_arc(angle):
    square = float(chord2(np.array([angle]))[0])
    assert math.sqrt(kernel._arc2(square)) == pytest.approx(angle, rel=1e-14)


@pytest.mark.parametrize("t", [0.0, 1e-9, 0.3, 4.6, 12.0, 20.0])
def test_the_short_series_of_the_exponential_function(t):
    assert kernel._fading(t) == pytest.approx(math.exp(-t), rel=1e-13)


@pytest.mark.parametrize(
    "decay",
    [flat(90), bands(90), gaussian(90), exponential(90), linear(90), gaussian(2000, 100)],
    ids=["flat", "bands", "gaussian", "exponential", "linear", "far"],
)
def test_a_law_weighs_as_its_decay_does(decay):
    km = np.linspace(0, 2500, 999)
    law = law_of(decay, EARTH_RADIUS_KM)
    plain = law._replace(kind=decay.kind)
    ours = [kernel.weight(square, plain) for square in chord2(km / EARTH_RADIUS_KM)]
    assert ours == pytest.approx(decay.weights(km).tolist(), rel=1e-9, abs=1e-12)
