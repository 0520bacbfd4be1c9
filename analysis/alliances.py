"""Alliances of neighbours: whose surplus would cover whose shortage, and by how much for sure.

A territory's gap is an interval, so what it could give and what it lacks are intervals too.
Unknown is never a surplus: a territory without an answer gives nothing and takes nothing. Only
neighbours share, and only what one benchmark counts.
"""

from collections.abc import Mapping

import networkx as nx
import numpy as np
import pandas as pd

from analysis.gap import UNKNOWN

ENDS = ("lower", "upper")
PAIR = ["helper_id", "short_id"]


def positions(rows: pd.DataFrame) -> pd.DataFrame:
    """What each territory could give and what it lacks, at least and at most.

    Shape   : `rows` as `analysis.gap.gaps` gives them, indexed by territory; the result has
              surplus_lower, surplus_upper, shortage_lower, shortage_upper, same index.
    Units   : the benchmark's. One of surplus_lower and shortage_lower is always 0.
    Missing : all NaN where the answer is unknown; an end nobody knows is inf above, 0 below.

    >>> rows = pd.DataFrame({"gap_lower": [-30.0, -5.0], "gap_upper": [-10.0, 8.0],
    ...                      "answer": ["met", "cannot tell"]})
    >>> positions(rows).values.tolist()
    [[10.0, 30.0, 0.0, 0.0], [0.0, 5.0, 0.0, 8.0]]
    """
    known = rows["answer"] != UNKNOWN
    lower = rows["gap_lower"].astype(float).fillna(-np.inf)
    upper = rows["gap_upper"].astype(float).fillna(np.inf)
    # Who is short has no surplus, who has enough lacks nothing, whatever end is not known.
    lower = lower.mask(rows["answer"] == "short", lower.clip(lower=0))
    upper = upper.mask(rows["answer"] == "met", upper.clip(upper=0))
    found = pd.DataFrame(
        {
            "surplus_lower": (-upper).clip(lower=0), "surplus_upper": (-lower).clip(lower=0),
            "shortage_lower": lower.clip(lower=0), "shortage_upper": upper.clip(lower=0),
        }
    )  # fmt: skip
    return found.where(known) + 0.0


def pairs(found: pd.DataFrame, links: pd.DataFrame) -> pd.DataFrame:
    """Who could help which neighbour, most certain first.

    Shape   : `found` as `positions` gives it; `links` has territory_id, neighbour_id, both ways
              of each pair. One row per helper and neighbour it may help: helper_id, short_id,
              shared_lower, shared_upper, the helper's surplus and the other's shortage.
    Units   : the benchmark's; shared is the lesser of surplus and shortage, at least and at most.
    Missing : a pair with an unknown member, or that can share nothing, has no row; shared_upper
              is inf where neither end is bounded.
    """
    both = links[["territory_id", "neighbour_id"]].set_axis(PAIR, axis=1)
    both = both.join(found[["surplus_lower", "surplus_upper"]], on="helper_id", how="inner")
    both = both.join(found[["shortage_lower", "shortage_upper"]], on="short_id", how="inner")
    for end in ENDS:
        both[f"shared_{end}"] = np.minimum(both[f"surplus_{end}"], both[f"shortage_{end}"])
    both = both[both["shared_upper"] > 0]
    return both.sort_values(
        ["shared_lower", "shared_upper", *PAIR], ascending=[False, False, True, True],
        ignore_index=True,
    )  # fmt: skip


def most_coverable(shares: pd.DataFrame, end: str) -> tuple[float, pd.Series]:
    """The most shortage that neighbours' surplus covers, each surplus used once.

    Shape   : `shares` as `pairs` gives them; `end` is lower or upper. The sum, and what goes
              along each pair, indexed as `shares`.
    Units   : the benchmark's. The lower sum is exact; the upper one is the most there can be, not
              always reached: a territory that may be short or have enough is taken as both.
    Missing : inf where neither end of a pair is bounded.
    Source  : maximum flow (Ford & Fulkerson 1956), by push and relabel (Goldberg & Tarjan 1988).
    """
    some = shares[shares[f"shared_{end}"] > 0]
    none = pd.Series(0.0, index=shares.index)
    if some.empty:
        return 0.0, none
    if np.isinf(some[f"shared_{end}"]).any():
        return np.inf, none
    graph, nodes = _network(some, end)
    total, flow = nx.maximum_flow(graph, 0, 1)
    along = [
        float(flow[nodes["helper_id", helper]].get(nodes["short_id", short], 0.0))
        for helper, short in zip(some["helper_id"], some["short_id"], strict=True)
    ]
    return float(total), none.add(pd.Series(along, index=some.index), fill_value=0.0)


def _network(shares: pd.DataFrame, end: str) -> tuple[nx.DiGraph, Mapping[tuple[str, str], int]]:
    """From node 0 through helpers and those who are short to node 1."""
    # Numbers, so that the order of nodes, and with it the way chosen, is always the same.
    nodes: dict[tuple[str, str], int] = {}
    graph = nx.DiGraph()
    for side, column in (("helper_id", f"surplus_{end}"), ("short_id", f"shortage_{end}")):
        for territory, most in shares.groupby(side)[column].first().items():
            node = nodes[side, str(territory)] = len(nodes) + 2
            # An end that is not bounded binds nothing: the other side of each pair does.
            bound = {} if np.isinf(most) else {"capacity": float(most)}
            graph.add_edge(*((0, node) if side == "helper_id" else (node, 1)), **bound)
    for helper, short, most in zip(
        shares["helper_id"], shares["short_id"], shares[f"shared_{end}"], strict=True
    ):
        graph.add_edge(nodes["helper_id", helper], nodes["short_id", short], capacity=float(most))
    return graph, nodes


def worth_asking(found: pd.DataFrame, links: pd.DataFrame, covered: pd.Series) -> pd.DataFrame:
    """Territories without an answer beside a shortage that known surpluses leave open.

    Shape   : `found` and `links` as for `pairs`; `covered` is what reaches each territory that
              is short, by territory. One row per territory: left_open, beside (a tuple).
    Units   : the benchmark's; left_open is the certain shortage beside it that nobody covers.
    """
    left = (found["shortage_lower"] - covered.reindex(found.index).fillna(0.0)).clip(lower=0)
    both = links[["territory_id", "neighbour_id"]]
    silent = found.index[found["shortage_lower"].isna()]
    both = both[both["territory_id"].isin(silent)].join(left.rename("left_open"), on="neighbour_id")
    both = both[both["left_open"] > 0].sort_values(
        ["territory_id", "left_open", "neighbour_id"], ascending=[True, False, True]
    )
    asked = both.groupby("territory_id").agg(
        left_open=("left_open", "sum"), beside=("neighbour_id", tuple)
    )
    order = asked.reset_index().sort_values(["left_open", "territory_id"], ascending=[False, True])
    return order.set_index("territory_id")
