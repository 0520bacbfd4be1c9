"""Outlines of a level as a file the browser fetches once, so that reruns send only colours.

Each feature carries `i`, its place among all territories, and `j`, its place in its level;
colours and labels are strings that these index.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import streamlit as st

from ui.store import ROOT, Dataset, ask
from ui.words import country

FOLDER = ROOT / "static" / "shapes"


@dataclass(frozen=True)
class Shapes:
    """A level's outlines: the address of the file, and the territories in its order."""

    level: int
    url: str
    first: int
    territory_ids: tuple[str, ...]


@st.cache_resource(max_entries=8, show_spinner=False)
def shapes_of(dataset: Dataset, level: int) -> Shapes:
    """Write the outlines of a level where the server serves them; named by content."""
    territories = ask(dataset, "region")
    first = int((territories["level"] < level).sum())
    outlines = ask(dataset, "map_shape", level=level).merge(
        territories[["territory_id", "name", "country"]], on="territory_id", validate="1:1"
    )
    features = [
        _feature(first + j, j, row) for j, row in enumerate(outlines.itertuples(index=False))
    ]
    text = '{"type":"FeatureCollection","features":[' + ",".join(features) + "]}"
    name = f"nuts{level}-{hashlib.sha256(text.encode()).hexdigest()[:12]}.json"
    _write_once(FOLDER / name, text)
    return Shapes(level, f"app/static/shapes/{name}", first, tuple(outlines["territory_id"]))


def _feature(i: int, j: int, row: object) -> str:
    """One GeoJSON feature; the geometry is already text."""
    values = row._asdict()  # type: ignore[attr-defined]  # a pandas named tuple
    place = values["name"]
    if values["territory_id"] != values["country"]:
        place = f"{place}, {country(values['country'])}"
    else:
        place = country(values["country"])
    properties = {"i": i, "j": j, "id": values["territory_id"], "place": place}
    return (
        f'{{"type":"Feature","properties":{json.dumps(properties, ensure_ascii=False)},'
        f'"geometry":{values["geojson"]}}}'
    )


def _write_once(path: Path, text: str) -> None:
    """Write beside and swap, so that no browser ever fetches half a file."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_text(text, encoding="utf-8")
    os.replace(unfinished, path)


def insets(dataset: Dataset) -> pd.DataFrame:
    """The boxes of far territories: name, corner, and frame as GeoJSON."""
    return ask(dataset, "map_inset")
