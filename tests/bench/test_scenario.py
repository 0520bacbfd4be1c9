"""The ways of the benchmark of siting find the same where all of them end."""

import pytest

from bench.planning import siting
from bench.planning.sites import clustered, lived_in


@pytest.mark.parametrize("given", [clustered(150, 30), lived_in(150, 30)])
def test_all_ways_agree(given):
    figures, found = siting.ours(given, 4, 10)
    assert figures["proven"]
    assert found[0] > 0
    highs = pytest.importorskip("highspy") and siting.highs(given, 4, 10)
    assert highs[1][0] == found[0]


def test_spopt_agrees():
    pytest.importorskip("spopt")
    given = clustered(150, 30)
    _, found = siting.ours(given, 4, 10)
    figures, theirs = siting.spopt(given, 4, 60)
    assert (figures["ended"], theirs[0]) == (1, pytest.approx(found[0], rel=1e-9))


def test_a_peer_that_did_not_end_is_told_as_a_lower_bound():
    times = {"seconds": 1.0, "gap": 0.5, "proven": 1.0, "ended": 0.0}
    took = {way: [times] for way in siting.WAYS}
    took["siting_spopt"] = [times | {"seconds": 600.0}]
    covered = {way: [4.0 if way == "siting_highs60" else 5.0] for way in siting.WAYS}
    part = siting.told(took, covered)
    assert part.equal
    assert part.figures["siting_vs_spopt"] == 600
    assert any("at least 600 times ours" in line for line in part.lines)
