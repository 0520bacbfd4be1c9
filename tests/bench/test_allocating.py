"""The ways of the benchmark of allocation find the same."""

import numpy as np
import pytest

from bench.planning import allocating


def test_all_ways_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allocating, "TERRITORIES", 120)
    monkeypatch.setattr(allocating, "REPEATS", 1)
    took, found = {}, {}
    for way, run in allocating.WAYS.items():
        figures, found[way] = run()
        took[way] = [figures]
    part = allocating.told(took, found)
    assert part.equal
    wrong = {**found, "allocating_highs_unmet": np.array([1.0])}
    assert not allocating.told(took, wrong).equal
