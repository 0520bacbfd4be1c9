"""What tests of equality share: territories drawn at random, and measures worked out plainly."""

import math

import numpy as np
from hypothesis import strategies as st

from analysis.equality.held import Held, held

COUNTRIES = 3


def of(capacity, need=None, group=None) -> Held:
    """Territories by lists; everybody needs one where nothing is said."""
    capacity = np.array(capacity, dtype=float)
    need = np.ones(len(capacity)) if need is None else np.array(need, dtype=float)
    return held(capacity, need, None if group is None else np.array(group))


@st.composite
def holdings(draw, most: int = 9, least: int = 2) -> Held:
    """Some territories of up to three countries, with some capacity among them."""
    many = draw(st.integers(least, most))
    number = st.integers(0, 60)
    capacity = draw(st.lists(number, min_size=many, max_size=many).filter(any))
    need = draw(st.lists(st.integers(1, 40), min_size=many, max_size=many))
    group = draw(st.lists(st.integers(0, COUNTRIES - 1), min_size=many, max_size=many))
    return of(capacity, need, group)


def plain_gini(these: Held) -> float:
    """Half the mean difference of all pairs of people over the mean, pair by pair."""
    pairs = sum(
        ni * nj * abs(ci / ni - cj / nj)
        for ci, ni in zip(these.capacity, these.need, strict=True)
        for cj, nj in zip(these.capacity, these.need, strict=True)
    )
    return pairs / (2 * these.need.sum() * these.capacity.sum())


def plain_theil(capacity, need) -> float:
    """Sum of s log(s / q) over territories."""
    parts = [
        (c / sum(capacity)) * math.log((c / sum(capacity)) / (n / sum(need)))
        for c, n in zip(capacity, need, strict=True)
        if c > 0
    ]
    return sum(parts)
