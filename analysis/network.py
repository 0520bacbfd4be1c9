"""The network of shared work: who has agreements with whom, who stands between the others."""

from collections.abc import Collection

import networkx as nx
import numpy as np
import pandas as pd


def edges_of(agreements: pd.DataFrame) -> pd.DataFrame:
    """Pairs of organisations with how much they share.

    Shape   : `agreements` has organisation_id, partner_id and service, a row per agreement, in
              either order. Result: first, second (in the order of their keys), agreements,
              services; a row per pair, sorted.
    Units   : agreements, counted once per territory, period and service they are listed for.
    Missing : an agreement of an organisation with itself is left out.
    """
    if agreements.empty:
        return pd.DataFrame(columns=["first", "second", "agreements", "services"])
    pair = np.sort(agreements[["organisation_id", "partner_id"]].astype(str).to_numpy(), axis=1)
    rows = pd.DataFrame(
        {"first": pair[:, 0], "second": pair[:, 1], "service": agreements["service"].to_numpy()}
    )
    rows = rows[rows["first"] != rows["second"]]
    return rows.groupby(["first", "second"], as_index=False).agg(
        agreements=("service", "size"), services=("service", "nunique")
    )


def measures(edges: pd.DataFrame, alone: Collection[str] = ()) -> pd.DataFrame:
    """What the network says of each organisation.

    Shape   : `edges` has first and second; `alone` are organisations that may have no edge.
              Result, by organisation_id: `partners`, `component` (0 is the largest),
              `between` (0 to 1: the share of shortest ways between others that lead over it),
              `broker` (without it, some of its partners would have no way to the others).
    Missing : an organisation without a listed agreement has 0 listed partners; whether it
              shares work that no list tells is not known.
    Source  : betweenness: Freeman 1977; brokers: articulation points.
    """
    graph = _graph(edges, alone)
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    component = {each: i for i, part in enumerate(parts) for each in part}
    between = nx.betweenness_centrality(graph)
    brokers = set(nx.articulation_points(graph))
    nodes = sorted(graph)
    return pd.DataFrame(
        {
            "partners": [int(graph.degree(each)) for each in nodes],
            "component": [component[each] for each in nodes],
            "between": [float(between[each]) for each in nodes],
            "broker": [each in brokers for each in nodes],
        },
        index=pd.Index(nodes, name="organisation_id", dtype=object),
    )


def best_connected(edges: pd.DataFrame, most: int) -> pd.DataFrame:
    """The edges among the `most` organisations with most partners, ties by key."""
    degree = pd.concat([edges["first"], edges["second"]]).value_counts()
    order = sorted(degree.index, key=lambda each: (-int(degree[each]), str(each)))[:most]
    return edges[edges["first"].isin(order) & edges["second"].isin(order)].reset_index(drop=True)


def layout(edges: pd.DataFrame, alone: Collection[str] = ()) -> pd.DataFrame:
    """Where to draw each organisation: the same network always gives the same picture.

    Shape   : by organisation_id, `x` and `y`; each component is laid out by itself in a square
              as wide as the root of its size, and the squares stand in rows, largest first.
    Source  : Kamada and Kawai 1989, which starts from a circle in the order of the keys.
    """
    graph = _graph(edges, alone)
    parts = sorted(nx.connected_components(graph), key=lambda part: (-len(part), min(part)))
    sides = [float(np.sqrt(len(part))) for part in parts]
    width = max(float(np.sqrt(sum(side**2 for side in sides))) * 1.3, max(sides, default=1.0))
    found: dict[str, tuple[float, float]] = {}
    left, top, row = 0.0, 0.0, 0.0
    for part, side in zip(parts, sides, strict=True):
        if left and left + side > width:
            left, top, row = 0.0, top - row - 0.4, 0.0
        for node, (x, y) in _within(graph, part).items():
            found[node] = (left + side * x, top - side * y)
        left, row = left + side + 0.4, max(row, side)
    nodes = sorted(found)
    return pd.DataFrame(
        [found[node] for node in nodes],
        columns=["x", "y"],
        index=pd.Index(nodes, name="organisation_id", dtype=object),
        dtype=float,
    )


def _within(graph: nx.Graph, part: Collection[str]) -> dict[str, tuple[float, float]]:
    """Places of one component in a square of side 1."""
    nodes = sorted(part)
    if len(nodes) == 1:
        return {nodes[0]: (0.5, 0.5)}
    own = nx.Graph()
    own.add_nodes_from(nodes)
    own.add_edges_from(sorted(tuple(sorted(edge)) for edge in graph.subgraph(nodes).edges))
    placed = nx.kamada_kawai_layout(own)
    points = np.array([placed[node] for node in nodes])
    points = _upright(points)
    low, size = points.min(axis=0), np.ptp(points, axis=0).max() or 1.0
    scaled = (points - low) / size * 0.9 + 0.05
    return {node: (float(x), float(y)) for node, (x, y) in zip(nodes, scaled, strict=True)}


def _upright(points: np.ndarray) -> np.ndarray:
    """The same points turned so that their longest axis stands upright: names beside the marks
    of a chain are then below each other.
    """
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    return centred @ axes


def _graph(edges: pd.DataFrame, alone: Collection[str]) -> nx.Graph:
    """The network with its nodes and edges in the order of their keys."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted({*edges["first"], *edges["second"], *alone}))
    graph.add_edges_from(sorted(zip(edges["first"], edges["second"], strict=True)))
    return graph
