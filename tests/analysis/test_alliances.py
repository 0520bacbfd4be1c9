"""Alliances against cases worked by hand, against every way of sharing, and invariants."""

from itertools import combinations, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.alliance_clusters import clusters, connected
from analysis.alliances import most_coverable, pairs, positions, worth_asking

NAN = float("nan")


def rows(**gaps: tuple[float, float] | None) -> pd.DataFrame:
    """Gaps from and to by territory; None is unknown."""
    frame = pd.DataFrame(
        {code: gap or (NAN, NAN) for code, gap in gaps.items()}, index=["gap_lower", "gap_upper"]
    ).T
    frame["answer"] = [
        "unknown" if gap is None else "short" if gap[0] > 0 else "met" if gap[1] <= 0
        else "cannot tell" for gap in gaps.values()
    ]  # fmt: skip
    return frame


def links(*pairs_of: str) -> pd.DataFrame:
    """Both ways of neighbours written as `ab`."""
    both = [tuple(pair) for pair in pairs_of] + [tuple(pair[::-1]) for pair in pairs_of]
    return pd.DataFrame(both, columns=["territory_id", "neighbour_id"])


def shared(found: pd.DataFrame) -> list[tuple[str, float, float]]:
    columns = ["helper_id", "short_id", "shared_lower", "shared_upper"]
    return [(h + s, low, high) for h, s, low, high in found[columns].itertuples(index=False)]


def test_one_side_of_an_interval_is_surplus_the_other_shortage() -> None:
    found = positions(rows(a=(-150, -120), b=(200, 230), c=(-5, 8), d=None, e=(0, 0)))
    assert found.loc["a"].tolist() == [120, 150, 0, 0]
    assert found.loc["b"].tolist() == [0, 0, 200, 230]
    assert found.loc["c"].tolist() == [0, 5, 0, 8]
    assert found.loc["d"].isna().all()
    assert found.loc["e"].tolist() == [0, 0, 0, 0]


def test_an_end_nobody_knows_is_open_and_never_turns_the_answer() -> None:
    open_ends = pd.DataFrame(
        {"gap_lower": [40.0, NAN, NAN], "gap_upper": [NAN, -10.0, NAN],
         "answer": ["short", "met", "met"]}, index=list("abc"),
    )  # fmt: skip
    found = positions(open_ends)
    assert found.loc["a"].tolist() == [0, 0, 40, np.inf]
    assert found.loc["b"].tolist() == [10, np.inf, 0, 0]
    # Nothing is asked for: enough, and nobody knows how many places there are.
    assert found.loc["c"].tolist() == [0, np.inf, 0, 0]


def test_pairs_share_the_lesser_of_both_and_the_surest_come_first() -> None:
    """a can give 120 to 150; b lacks 200 to 230, c 30 to 40, d 0 to 500; e is unknown."""
    found = positions(rows(a=(-150, -120), b=(200, 230), c=(30, 40), d=(-10, 500), e=None))
    got = shared(pairs(found, links("ab", "ac", "ad", "ae", "bd", "bc")))
    assert got == [("ab", 120, 150), ("ac", 30, 40), ("ad", 0, 150), ("db", 0, 10)]


def test_who_is_unknown_or_no_neighbour_shares_nothing() -> None:
    found = positions(rows(a=(-100, -100), b=(50, 50), c=None))
    assert pairs(found, links("ac", "bc")).empty
    assert pairs(found, links()).empty


def test_a_surplus_is_used_once() -> None:
    """a's 10 go to b or c, each short of 10; d's 4 to c only: 14 of 20."""
    found = positions(rows(a=(-10, -10), b=(10, 10), c=(10, 10), d=(-4, -4)))
    shares = pairs(found, links("ab", "ac", "cd"))
    total, along = most_coverable(shares, "lower")
    assert total == pytest.approx(14)
    assert along.groupby(shares["helper_id"]).sum().to_dict() == {"a": 10, "d": 4}
    assert (along <= shares["shared_lower"]).all()


def test_the_way_round_is_found_where_the_greedy_way_is_blocked() -> None:
    """a can help b and c, d only b: greedy gives a to b and leaves c alone."""
    found = positions(rows(a=(-9, -9), b=(9, 9), c=(7, 7), d=(-8, -8)))
    total, _ = most_coverable(pairs(found, links("ab", "ac", "bd")), "lower")
    assert total == pytest.approx(16)


def test_ends_without_a_bound() -> None:
    found = positions(rows(a=(-10, -10), b=(5, 6), c=(5, 6)))
    found.loc["a", "surplus_upper"] = np.inf
    shares = pairs(found, links("ab", "ac"))
    assert most_coverable(shares, "upper")[0] == pytest.approx(12)
    found.loc["b", "shortage_upper"] = np.inf
    assert most_coverable(pairs(found, links("ab", "ac")), "upper")[0] == np.inf
    assert most_coverable(pairs(found, links()), "lower")[0] == 0


def test_whom_to_ask_beside_a_shortage_left_open() -> None:
    """b lacks 30 at least, a gives 10: 20 are open beside u; c's shortage is uncertain."""
    found = positions(rows(a=(-10, -10), b=(30, 50), c=(-1, 9), u=None, v=None))
    neighbours = links("ab", "bu", "cu", "cv")
    shares = pairs(found, neighbours)
    _, along = most_coverable(shares, "lower")
    asked = worth_asking(found, neighbours, along.groupby(shares["short_id"]).sum())
    assert asked.index.tolist() == ["u"]
    assert asked.loc["u", "left_open"] == 20
    assert asked.loc["u", "beside"] == ("b",)


def test_a_cluster_of_three_worked_by_hand() -> None:
    """a 10 and c 6 to spare beside b that lacks 20: three share 16 of 20; d is not needed."""
    found = positions(rows(a=(-10, -10), b=(20, 20), c=(-6, -6), d=(1, 1)))
    (best, *others) = clusters(pairs(found, links("ab", "bc", "bd")))
    assert best.members == ("a", "b", "c")
    assert (best.shared_lower, best.shared_upper, best.shortage_lower) == (16, 16, 20)
    assert best.certain
    assert others == []


def test_an_alliance_that_covers_little_is_none() -> None:
    found = positions(rows(a=(-4, -4), b=(20, 20)))
    assert clusters(pairs(found, links("ab"))) == []


def test_who_is_short_or_has_enough_is_not_both_at_once() -> None:
    """c may lack 5 or have 5: a's 5 to c or c's 5 to b, never both."""
    found = positions(rows(a=(-5, -5), b=(5, 5), c=(-5, 5)))
    (best,) = clusters(pairs(found, links("ac", "cb")))
    assert (best.shared_lower, best.shared_upper) == (0, 5)
    assert not best.certain


territory = st.sampled_from(["short", "met", "either", "unknown"])


@st.composite
def worlds(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    codes = "abcdef"[: draw(st.integers(2, 6))]
    gaps: dict[str, tuple[float, float] | None] = {}
    for code in codes:
        kind, low, more = draw(territory), draw(st.integers(1, 4)), draw(st.integers(0, 2))
        gaps[code] = {
            "short": (float(low), float(low + more)), "met": (float(-low - more), float(-low)),
            "either": (float(-low), float(low + more)), "unknown": None,
        }[kind]  # fmt: skip
    every = ["".join(pair) for pair in combinations(codes, 2)]
    return rows(**gaps), links(*draw(st.lists(st.sampled_from(every), unique=True)))


def by_trying(shares: pd.DataFrame, end: str) -> float:
    """The most shared in whole places: every amount along every pair is tried."""
    best, some = 0, shares[shares[f"shared_{end}"] > 0]
    amounts = [range(int(most) + 1) for most in some[f"shared_{end}"]]
    helpers, shorts = some["helper_id"].to_list(), some["short_id"].to_list()
    gives = dict(zip(helpers, some[f"surplus_{end}"], strict=True))
    lacks = dict(zip(shorts, some[f"shortage_{end}"], strict=True))
    for tried in product(*amounts):
        given, got = dict.fromkeys(gives, 0), dict.fromkeys(lacks, 0)
        for helper, short, amount in zip(helpers, shorts, tried, strict=True):
            given[helper] += amount
            got[short] += amount
        fits = all(given[h] <= gives[h] for h in given) and all(got[s] <= lacks[s] for s in got)
        best = max(best, sum(tried)) if fits else best
    return float(best)


@settings(max_examples=30)
@given(worlds())
def test_the_most_coverable_equals_trying_every_way(
    world: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    shares = pairs(positions(world[0]), world[1])
    if (shares["shared_lower"] + 1).prod() > 500:
        shares = shares.head(4)
    total, along = most_coverable(shares, "lower")
    assert total == pytest.approx(by_trying(shares, "lower"))
    assert along.sum() == pytest.approx(total)


@settings(max_examples=30)
@given(worlds())
def test_clusters_are_small_connected_apart_and_sure_of_what_they_say(
    world: tuple[pd.DataFrame, pd.DataFrame],
) -> None:
    gaps, neighbours = world
    found = positions(gaps)
    shares = pairs(found, neighbours)
    alliances = clusters(shares)
    assert clusters(shares.sample(frac=1, random_state=1)) == alliances
    members = [member for each in alliances for member in each.members]
    assert len(members) == len(set(members))
    assert found.loc[members].notna().all(axis=None)
    possible = set(connected(shares.groupby("helper_id")["short_id"].agg(frozenset).to_dict(), 4))
    for each in alliances:
        assert frozenset(each.members) in possible
        inside = shares[shares[["helper_id", "short_id"]].isin(each.members).all(axis=1)]
        assert each.shared_lower == pytest.approx(most_coverable(inside, "lower")[0])
        assert each.shared_lower <= each.shared_upper <= most_coverable(inside, "upper")[0] + 1e-9
        # At any gaps inside the intervals they share at least so much, and at most.
        for part in (0.0, 0.5, 1.0):
            gap = gaps["gap_lower"] + part * (gaps["gap_upper"] - gaps["gap_lower"])
            exact = positions(gaps.assign(gap_lower=gap, gap_upper=gap))
            now = pairs(exact.loc[list(each.members)], neighbours)
            total, _ = most_coverable(now, "lower")
            assert each.shared_lower - 1e-9 <= total <= each.shared_upper + 1e-9


def test_every_connected_set_is_found_once() -> None:
    """A square with a tail has 5 pairs, 6 threes and 5 fours that hang together."""
    ways = {"a": frozenset("bd"), "c": frozenset("bd"), "e": frozenset("d")}
    found = list(connected(ways, 4))
    assert len(found) == len(set(found))
    edges = {frozenset(edge) for edge in ("ab", "ad", "cb", "cd", "ed")}

    def hangs_together(members: tuple[str, ...]) -> bool:
        reached = {members[0]}
        for _ in members:
            reached |= {x for m in reached for x in members if {m, x} in edges}
        return reached == set(members)

    expected = {
        frozenset(some)
        for size in (2, 3, 4)
        for some in combinations("abcde", size)
        if hangs_together(some)
    }
    assert set(found) == expected


@pytest.mark.parametrize("more", [1.0, 25.0])
def test_a_larger_surplus_never_covers_less(more: float) -> None:
    gaps = rows(a=(-10, -4), b=(3, 9), c=(-7, -7), d=(6, 6))
    neighbours = links("ab", "bc", "cd")
    before, _ = most_coverable(pairs(positions(gaps), neighbours), "lower")
    gaps.loc["a", ["gap_lower", "gap_upper"]] -= more
    after, _ = most_coverable(pairs(positions(gaps), neighbours), "lower")
    assert after >= before
