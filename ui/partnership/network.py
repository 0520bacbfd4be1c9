"""The network of shared work, drawn for a territory or the countries looked at."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from analysis.network import best_connected, edges_of, layout, measures
from analysis.partnership import ACTORS
from ui.language import _, n_
from ui.palette import Palette
from ui.partnership.choice import Choice
from ui.partnership.mark import title
from ui.partnership.words import ACTOR_HEADS, ACTOR_ONE, ACTOR_WORDS, LEVEL_WORDS
from ui.plot import PLAIN, plot
from ui.store import Dataset, ask
from ui.words import count_of, counted, escaped

MOST = 40
# On a narrow screen names would lie on each other; pointing at a mark still says them.
_WIDE_ENOUGH = "width > 520 ? 1 : 0"
_NAMED, _ALL_NAMED = 9, 24
# Shapes and not colours alone tell the types of actor apart.
_SHAPES = ("square", "circle", "triangle-up", "diamond", "cross", "triangle-down", "triangle-right")


@dataclass(frozen=True, eq=False)
class Network:
    """Agreements of a place, the pairs drawn, and the organisations with what they are."""

    agreements: pd.DataFrame
    edges: pd.DataFrame
    nodes: pd.DataFrame
    left_out: int


NOTHING = Network(pd.DataFrame(), pd.DataFrame(), pd.DataFrame(), 0)


def network_of(dataset: Dataset, choice: Choice, at: str | None) -> Network:
    """The best connected organisations with a listed agreement in a territory or countries."""
    where = at or " ".join(choice.where.countries)
    rows = ask(dataset, "agreements", territories=where, service=choice.service)
    edges = edges_of(rows)
    every = set(edges["first"]) | set(edges["second"])
    drawn = best_connected(edges, MOST)
    names = pd.concat(
        [
            rows[["organisation_id", "name", "actor", "level"]],
            rows[["partner_id", "partner_name", "partner_actor", "partner_level"]].set_axis(
                ["organisation_id", "name", "actor", "level"], axis=1
            ),
        ]
    ).drop_duplicates("organisation_id")
    nodes = measures(drawn).join(layout(drawn))
    nodes = nodes.join(names.set_index("organisation_id"), how="left")
    return Network(rows, drawn, nodes, len(every) - len(nodes))


def draw(network: Network, dataset: Dataset, palette: Palette) -> None:
    """The picture and what it says; nothing is drawn where no agreement is listed."""
    nodes = network.nodes
    if nodes.empty:
        st.markdown(
            _(
                "No agreement between organisations is listed here, so no network can be drawn. "
                "Italy's contract files name the public buyer and have no column for who was "
                "awarded the contract; whoever publishes both names makes the network visible."
            )
        )
        return
    top = nodes.sort_values(["between", "partners"], ascending=False)
    named = set(top.index[: len(top) if len(top) <= _ALL_NAMED else _NAMED])
    points = [
        {
            "x": row["x"], "y": row["y"], "name": str(row["name"]),
            "short": _short(str(row["name"])) if key in named else "",
            "actor": ACTOR_HEADS[str(row["actor"])], "level": LEVEL_WORDS[str(row["level"])],
            "partners": int(row["partners"]), "broker": bool(row["broker"]),
        }
        for key, row in nodes.iterrows()
    ]  # fmt: skip
    place = nodes[["x", "y"]]
    lines = [
        {"pair": i, "x": float(place.loc[end, "x"]), "y": float(place.loc[end, "y"])}
        for i, pair in enumerate(network.edges[["first", "second"]].to_numpy())
        for end in pair
    ]
    present = [each for each in ACTORS if each in set(nodes["actor"])]
    spec = _spec(palette, present, dataset.watermark)
    spec["datasets"] = {"points": points, "lines": lines}
    plot(None, spec, _("Organisations joined by their agreements."), key="network")
    st.caption(how_to_read(network))


def connectors(network: Network) -> None:
    """Who stands between the others, where there is a network."""
    if not network.nodes.empty:
        st.markdown(f"##### {_('Who connects the others?')}")
        st.markdown("\n\n".join(brokers(network)))


def how_to_read(network: Network) -> str:
    """What the marks mean, and what is left out."""
    said = [
        _("Each mark is an organisation, larger with more partners; a line is at least one listed "
          "agreement; a ring marks those without whom some would have no way to the others. "
          "Distance means nothing.")
    ]  # fmt: skip
    if network.left_out:
        said.append(
            n_("Only the {most} with most partners are drawn; {count} more has a listed "
               "agreement.",
               "Only the {most} with most partners are drawn; {count} more have a listed "
               "agreement.",
               network.left_out, most=MOST)
        )  # fmt: skip
    return " ".join(said)


def brokers(network: Network) -> list[str]:
    """Who stands between the others, in sentences."""
    nodes = network.nodes
    parts = int(nodes["component"].nunique())
    count = counted(len(nodes)).capitalize()
    said = [
        n_("**{count} organisation** in {groups} with no listed agreement between the groups.",
           "**{count} organisations** in {groups} with no listed agreement between the groups.",
           len(nodes), count=count, groups=count_of(parts, "group"))
        if parts > 1
        else n_("**{count} organisation**, all connected.",
                "**{count} organisations**, all connected.", len(nodes), count=count)
    ]  # fmt: skip
    top = nodes[nodes["broker"]].sort_values(["between", "partners"], ascending=False).head(3)
    said += [
        n_("{name} ({type}) has {count} partner; without it some would have no way to the others.",
           "{name} ({type}) has {count} partners; without it some would have no way to the "
           "others.",
           int(row["partners"]), name=escaped(str(row["name"])), type=ACTOR_ONE[str(row["actor"])])
        for row in top.to_dict("records")
    ]  # fmt: skip
    absent = [each for each in ACTORS if each not in set(nodes["actor"])]
    if absent:
        types = ", ".join(ACTOR_WORDS[each] for each in absent)
        said.append(_("No listed agreement here has {types}.", types=types))
    return said


def _short(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23]}…"


def _spec(palette: Palette, present: list[str], watermark: str) -> dict[str, Any]:
    """Lines below, marks above, a few names beside their marks."""
    x, y = (
        {"field": axis, "type": "quantitative", "axis": None,
         "scale": {"zero": False, "padding": room}}
        for axis, room in (("x", 60), ("y", 30))
    )  # fmt: skip
    heads = [ACTOR_HEADS[each] for each in present]
    size = {
        "field": "partners", "type": "quantitative", "legend": None,
        "scale": {"domain": [1, 20], "range": [130, 800], "clamp": True},
    }  # fmt: skip
    ring = {
        "condition": {"test": "datum.broker", "value": palette.selected},
        "value": palette.border,
    }
    # A type keeps its colour and shape whoever else is drawn.
    colours = [*palette.scale(6)[2:], palette.selected, *palette.turn[:2]]
    fills = [colours[ACTORS.index(each)] for each in present]
    shapes = [_SHAPES[ACTORS.index(each)] for each in present]
    marks = {
        "data": {"name": "points"},
        "mark": {"type": "point", "filled": True, "opacity": 1, "strokeWidth": 2},
        "encoding": {
            "x": x, "y": y, "size": size, "stroke": ring,
            "shape": {"field": "actor", "scale": {"domain": heads, "range": shapes},
                      "legend": {"title": None, "orient": "bottom", "columns": 4,
                                 "labelColor": palette.text}},
            "fill": {"field": "actor", "scale": {"domain": heads, "range": fills},
                     "legend": {"title": None, "orient": "bottom", "columns": 4,
                                "labelColor": palette.text}},
            "tooltip": [
                {"field": "name", "title": _("Organisation")},
                {"field": "actor", "title": _("Type")},
                {"field": "level", "title": _("Level")},
                {"field": "partners", "title": _("Partners listed")},
            ],
        },
    }  # fmt: skip
    lines = {
        "data": {"name": "lines"},
        "mark": {"type": "line", "strokeWidth": 1.1, "opacity": 0.8, "interpolate": "linear"},
        "encoding": {"x": x, "y": y, "detail": {"field": "pair"},
                     "color": {"value": palette.hatch}},
    }  # fmt: skip
    names = {
        "data": {"name": "points"},
        "transform": [{"filter": "datum.short != ''"}],
        "mark": {"type": "text", "align": "left", "dx": 16, "fontSize": 12,
                 "opacity": {"expr": _WIDE_ENOUGH}},
        "encoding": {"x": x, "y": y, "text": {"field": "short"},
                     "color": {"value": palette.text}},
    }  # fmt: skip
    return {
        "height": 520,
        "background": None,
        "title": title(watermark, palette),
        "config": PLAIN,
        "layer": [lines, marks, names],
    }
