"""Who is beside a territory: across land borders, also of countries; else across water."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
import pandas as pd

from ui import words
from ui.shapes import outlines_of
from ui.store import Dataset, ask
from ui.territory.model import Neighbour

KM = 500.0  # of one unit of the map's coordinates
_FARTHEST, _MOST_FAR = 150.0, 3
# Two outlines that meet in one point only touch; from two on they share a line.
_SHARED = 2
Points = frozenset[tuple[float, float]]


@lru_cache(maxsize=16)
def outlines(dataset: Dataset, level: int) -> dict[str, Points]:
    """The corners of each single territory's outline, of a country's finest where levels end."""
    regions = ask(dataset, "region")
    regions = regions[regions["members"].isna()]
    finest = regions.groupby("country")["level"].transform("max").clip(upper=level)
    shown = regions[regions["level"] == finest]
    shapes = pd.concat([outlines_of(dataset, int(each), None) for each in shown["level"].unique()])
    shapes = shapes[shapes["territory_id"].isin(shown["territory_id"])]
    return {
        str(row.territory_id): frozenset(corners(str(row.geojson))) for row in shapes.itertuples()
    }


def corners(geojson: str) -> Iterator[tuple[float, float]]:
    """The corners of every ring of a polygon or several."""
    for ring in rings(geojson):
        for x, y in ring:
            yield round(x, 4), round(y, 4)


def rings(geojson: str) -> Iterator[list[tuple[float, float]]]:
    """The rings of a polygon or several, in map coordinates."""
    shape = json.loads(geojson)
    whole = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    for polygon in whole:
        for ring in polygon:
            yield [(float(x), float(y)) for x, y, *_ in ring]


@lru_cache(maxsize=16)
def borders(dataset: Dataset, level: int) -> dict[str, Counter[str]]:
    """For each territory those it shares a border with, and how many corners they share.

    Outlines are simplified together, so that two sides of a border have the same corners.
    """
    owners: dict[tuple[float, float], list[str]] = defaultdict(list)
    for territory_id, points in outlines(dataset, level).items():
        for point in points:
            owners[point].append(territory_id)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for sharing in owners.values():
        for each in sharing:
            found[each].update(other for other in sharing if other != each)
    return found


def neighbours(dataset: Dataset, at: str, level: int) -> tuple[Neighbour, ...]:
    """Territories that share a border, longest first; without any, the nearest across water."""
    # A joint territory stands where its members do.
    parts = at.split("+")
    shared: Counter[str] = Counter()
    for part in parts:
        shared.update(borders(dataset, level).get(part, Counter()))
    found = [code for code, n in shared.most_common() if n >= _SHARED and code not in parts]
    names = ask(dataset, "region").set_index("territory_id")[["name", "country"]]
    if found:
        return tuple(_neighbour(names, code) for code in found)
    return tuple(_neighbour(names, code, km) for code, km in _across_water(dataset, parts, level))


def _neighbour(names: pd.DataFrame, code: str, km: float = 0.0) -> Neighbour:
    row = names.loc[code]
    country = str(row["country"])
    name = words.country(code) if code == country else str(row["name"])
    return Neighbour(code, name, country, km)


def _across_water(dataset: Dataset, parts: list[str], level: int) -> list[tuple[str, float]]:
    """The nearest territories within 150 km, as the map has them; none for those moved on it."""
    boxes = tuple(ask(dataset, "map_inset")["territory_id"])
    if parts[0].startswith(boxes):
        return []
    every = outlines(dataset, level)
    own = _array(point for part in parts for point in every.get(part, ()))
    if not len(own):
        return []
    far = []
    for code, points in every.items():
        if code in parts or code.startswith(boxes) or not points:
            continue
        km = _nearest(own, _array(points)) * KM
        if km <= _FARTHEST:
            far.append((code, km))
    return sorted(far, key=lambda each: each[1])[:_MOST_FAR]


def _array(points: Iterable[tuple[float, float]]) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    found = np.array(list(points), dtype=np.float64)
    return found.reshape(-1, 2)


def _nearest(a: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]",
             b: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]") -> float:  # fmt: skip
    """The least distance between corners; boxes too far apart are not measured."""
    gap = np.maximum(np.maximum(b.min(0) - a.max(0), a.min(0) - b.max(0)), 0)
    if float(np.hypot(*gap)) * KM > _FARTHEST:
        return float("inf")
    return float(np.sqrt(((a[:, None, :] - b[None, :, :]) ** 2).sum(2).min()))
