"""The ways of the benchmark of reach give one answer."""

import numpy as np
import pytest

from bench import reach


def test_all_ways_agree(monkeypatch):
    monkeypatch.setattr(reach, "PLACES", 400)
    demand, supply = reach.drawn(900)
    found = {way: run(demand, supply)[1] for way, run in reach.WAYS.items()}
    assert (found["ours"] > 0).sum() > 100
    for way in reach.WAYS:
        assert found[way] == pytest.approx(found["ours"], rel=1e-9, abs=1e-12)
    assert np.isfinite(found["ours"]).all()
