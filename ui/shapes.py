"""Outlines of a level as a file the browser fetches once, so that reruns send only colours.

Each feature carries `i`, its place among all territories, and `j`, its place in its level;
colours and labels are strings that these index.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from ui.language import current
from ui.store import ROOT, Dataset, ask
from ui.words import country

FOLDER = ROOT / "static" / "shapes"


@dataclass(frozen=True)
class Shapes:
    """A level's outlines: the address of the file, and the territories in its order.

    `parts` names what each is drawn with: its country, a joint territory, or the members of one.
    """

    level: int
    url: str
    first: int
    territory_ids: tuple[str, ...]
    parts: tuple[str, ...]


def shapes_of(dataset: Dataset, level: int, grid: int | None = None) -> Shapes:
    """Write the outlines of a level where the server serves them; named by content.

    Where a country's regions end before `level`, its finest ones are in the file instead.
    With a `grid` these are tiles of the tile map of that level.
    """
    return _shapes_of(dataset, level, grid, current())


@st.cache_resource(max_entries=60, show_spinner=False)
def _shapes_of(dataset: Dataset, level: int, grid: int | None, language: str) -> Shapes:
    territories = ask(dataset, "region")
    finest = territories.groupby("country")["level"].transform("max")
    # Finer files count first: most maps show the finest level they use.
    first = sum(
        int((finest.clip(upper=n) == territories["level"]).sum()) for n in range(level + 1, 4)
    )
    members = territories[territories["level"] == finest.clip(upper=level)]
    outlines = (
        pd.concat([outlines_of(dataset, int(each), grid) for each in members["level"].unique()])
        .merge(
            members[["territory_id", "name", "country"]].assign(
                part=members["territory_id"].map(_parts(territories))
            ),
            on="territory_id",
            validate="1:1",
        )
        .sort_values("territory_id", ignore_index=True)
    )
    features = [
        _feature(first + j, j, row) for j, row in enumerate(outlines.itertuples(index=False))
    ]
    text = '{"type":"FeatureCollection","features":[' + ",".join(features) + "]}"
    return Shapes(
        level,
        serve(f"nuts{level}" if grid is None else f"tiles{grid}-{level}", text),
        first,
        tuple(outlines["territory_id"]),
        tuple(outlines["part"]),
    )


def outlines_of(dataset: Dataset, level: int, grid: int | None) -> pd.DataFrame:
    """Outlines of a level as GeoJSON: of the map, or of a grid of the tile map."""
    if grid is None:
        return ask(dataset, "map_shape", level=level)
    return ask(dataset, "map_tile", level=level, grid=grid)


def _parts(territories: pd.DataFrame) -> dict[str, str]:
    """What each territory is drawn with, so that a filter of the map can name it."""
    parts = dict(zip(territories["territory_id"], territories["country"], strict=True))
    for joint, members in territories.set_index("territory_id")["members"].dropna().items():
        parts[str(joint)] = str(joint)
        parts |= dict.fromkeys(members.split("+"), f"in {joint}")
    return parts


def _feature(i: int, j: int, row: object) -> str:
    """One GeoJSON feature; the geometry is already text."""
    values = row._asdict()  # type: ignore[attr-defined]  # a pandas named tuple
    place = values["name"]
    if values["territory_id"] != values["country"]:
        place = f"{place}, {country(values['country'])}"
    else:
        place = country(values["country"])
    properties = {
        "i": i,
        "j": j,
        "c": values["part"],
        "id": values["territory_id"],
        "place": place,
    }
    return (
        f'{{"type":"Feature","properties":{json.dumps(properties, ensure_ascii=False)},'
        f'"geometry":{values["geojson"]}}}'
    )


def can_be_served() -> bool:
    """Whether outlines can be written where the server serves them."""
    return os.access(FOLDER if FOLDER.exists() else FOLDER.parent, os.W_OK | os.X_OK)


def serve(name: str, text: str) -> str:
    """The address of a file with this text, named by its content.

    Written beside and swapped in, so that no browser ever fetches half a file.
    """
    path = FOLDER / f"{name}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            unfinished.write_text(text, encoding="utf-8")
            os.replace(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
    return f"app/static/shapes/{path.name}"


@st.cache_resource(max_entries=2, show_spinner=False)
def insets_url(dataset: Dataset) -> str:
    """Write the boxes of far territories where the server serves them: frame, name, place."""
    features = [
        {
            "type": "Feature",
            "properties": {"name": row["name"], "at": [row["lon"] + 0.02, row["lat"] - 0.1]},
            "geometry": json.loads(row["geojson"]),
        }
        for row in ask(dataset, "map_inset").to_dict("records")
    ]
    return serve("insets", json.dumps(features, ensure_ascii=False))


@st.cache_resource(max_entries=8, show_spinner=False)
def labels_url(dataset: Dataset, grid: int) -> str:
    """Write the countries' codes where the tile map shows them: in the middle of their tiles."""
    features = []
    for row in ask(dataset, "map_tile", level=0, grid=grid).to_dict("records"):
        x, y = _middle(json.loads(row["geojson"]))
        properties = {"name": row["territory_id"], "at": [x, y]}
        point = {"type": "Point", "coordinates": [x, y]}
        features.append({"type": "Feature", "properties": properties, "geometry": point})
    return serve(f"labels{grid}", json.dumps(features))


def _middle(shape: dict[str, Any]) -> tuple[float, float]:
    """The middle of the largest of a shape's parts, by its corners."""
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    rings = [polygon[0][:-1] for polygon in polygons]
    ring = max(rings, key=_area)
    xs, ys = [x for x, _y in ring], [y for _x, y in ring]
    return round((min(xs) + max(xs)) / 2, 4), round((min(ys) + max(ys)) / 2, 4)


def _area(ring: list[list[float]]) -> float:
    """The area inside a ring (the shoelace formula)."""
    turns = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in turns)) / 2
