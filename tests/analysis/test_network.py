"""The network of shared work: pairs, brokers, and a picture that does not change."""

import networkx as nx
import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.network import best_connected, edges_of, layout, measures


def agreements(*pairs: tuple[str, ...]) -> pd.DataFrame:
    rows = [(*pair, "language") if len(pair) == 2 else pair for pair in pairs]
    return pd.DataFrame(rows, columns=["organisation_id", "partner_id", "service"])


# A chain of four and a pair: b and c stand between.
CHAIN = edges_of(agreements(("a", "b"), ("b", "c"), ("d", "c"), ("x", "y")))


def test_a_pair_is_one_edge_whichever_is_named_first() -> None:
    found = edges_of(agreements(("a", "b"), ("b", "a", "housing"), ("a", "a")))
    assert found.to_dict("records") == [
        {"first": "a", "second": "b", "agreements": 2, "services": 2}
    ]


def test_who_stands_between() -> None:
    """Of the 15 pairs of the six others, the ways of two lead over b: a to c, and a to d."""
    found = measures(CHAIN, alone=["alone"])
    assert found["partners"].to_dict() == {
        "a": 1, "alone": 0, "b": 2, "c": 2, "d": 1, "x": 1, "y": 1,
    }  # fmt: skip
    assert found["component"].to_dict() == {
        "a": 0, "alone": 2, "b": 0, "c": 0, "d": 0, "x": 1, "y": 1,
    }  # fmt: skip
    assert sorted(found.index[found["broker"]]) == ["b", "c"]
    assert found.loc["b", "between"] == found.loc["c", "between"] == 2 / 15
    assert found.loc["a", "between"] == 0


def test_a_star_leads_over_its_middle() -> None:
    found = measures(edges_of(agreements(*[("state", city) for city in "abcd"])))
    assert found.loc["state", "between"] == 1
    assert found.index[found["broker"]].tolist() == ["state"]


def test_the_best_connected_are_kept() -> None:
    kept = best_connected(CHAIN, 2)
    assert kept[["first", "second"]].to_numpy().tolist() == [["b", "c"]]
    assert len(best_connected(CHAIN, 50)) == len(CHAIN)


def test_nothing_known_is_an_empty_network() -> None:
    empty = edges_of(agreements())
    assert empty.empty and measures(empty).empty and layout(empty).empty


names = st.sampled_from("abcdefgh")
many = st.lists(st.tuples(names, names), max_size=15)


@given(many)
def test_measures_follow_from_the_edges(pairs):
    edges = edges_of(agreements(*pairs))
    found = measures(edges)
    assert found["partners"].sum() == 2 * len(edges)
    assert found["between"].between(0, 1).all()
    sizes = found["component"].value_counts().sort_index()
    assert sizes.is_monotonic_decreasing
    # A broker's removal leaves more components than there were.
    graph = nx.Graph(zip(edges["first"], edges["second"], strict=True))
    for each in found.index[found["broker"]]:
        rest = graph.copy()
        rest.remove_node(each)
        assert nx.number_connected_components(rest) > nx.number_connected_components(graph)


@settings(max_examples=30)
@given(many, st.randoms())
def test_the_picture_does_not_depend_on_the_order(pairs, random):
    edges = edges_of(agreements(*pairs))
    first = layout(edges)
    shuffled = list(pairs)
    random.shuffle(shuffled)
    second = layout(edges_of(agreements(*[(b, a) for a, b in shuffled])))
    pd.testing.assert_frame_equal(first, second)
    assert np.isfinite(first.to_numpy()).all()
    # Nobody is drawn over somebody else.
    assert not first.round(6).duplicated().any()
