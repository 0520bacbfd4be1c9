"""The part of the map around a territory: its outlines, and how they lie in a drawing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from ui.shapes import outlines_of
from ui.store import Dataset, ask

WIDTH, HEIGHT = 460, 340
# The window is so many times as wide as the territory, and at least so many map units (500 km).
_ROOM, _LEAST = 1.9, 0.24
Ring = list[tuple[float, float]]
Shape = tuple[Ring, ...]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Frame:
    """The part of the map that is drawn, and how it lies in the drawing."""

    west: float
    north: float
    scale: float

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A place of the map in the drawing."""
        return (x - self.west) * self.scale, (self.north - y) * self.scale

    def path(self, shape: Shape) -> str:
        """Rings as the path of a drawing."""
        parts = []
        for ring in shape:
            points = (self.at(x, y) for x, y in ring)
            parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
        return "".join(parts)


@lru_cache(maxsize=16)
def shapes_of(dataset: Dataset, level: int) -> dict[str, Shape]:
    """Outlines by territory: of a level, or of a country's finest where its levels end before."""
    regions = ask(dataset, "region")
    regions = regions[regions["members"].isna()]
    finest = regions.groupby("country")["level"].transform("max").clip(upper=level)
    shown = set(regions.loc[regions["level"] == finest, "territory_id"])
    levels = sorted(int(each) for each in finest.unique())
    found = pd.concat([outlines_of(dataset, each, None) for each in levels])
    return {
        str(row.territory_id): tuple(rings(str(row.geojson)))
        for row in found.itertuples() if row.territory_id in shown
    }  # fmt: skip


def at_home(dataset: Dataset, shape: Shape) -> Shape:
    """The rings that are not in the boxes of far territories; all, where all are in them."""
    boxes = [box_of(tuple(_lines(str(text)))) for text in ask(dataset, "map_inset")["geojson"]]
    home = tuple(
        ring for ring in shape if not any(_within(box_of((ring,)), each) for each in boxes)
    )
    return home or shape


def rings(geojson: str) -> Iterator[Ring]:
    """The rings of a polygon or several, in map coordinates."""
    shape = json.loads(geojson)
    whole = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    for polygon in whole:
        for ring in polygon:
            yield [(float(x), float(y)) for x, y, *_ in ring]


def _lines(geojson: str) -> Iterator[Ring]:
    """The rings of a frame, which is a polygon or a line."""
    shape = json.loads(geojson)
    if shape["type"] == "LineString":
        yield [(float(x), float(y)) for x, y in shape["coordinates"]]
    else:
        yield from rings(geojson)


def _within(inner: Box, outer: Box) -> bool:
    west, south = inner[0] >= outer[0], inner[1] >= outer[1]
    return west and south and inner[2] <= outer[2] and inner[3] <= outer[3]


def box_of(shape: Shape) -> Box:
    """West, south, east and north of a shape."""
    xs = [x for ring in shape for x, _ in ring]
    ys = [y for ring in shape for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def frame_of(boxes: list[Box]) -> Frame:
    """A window around the boxes, in the proportions of the drawing."""
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    wide, high = max((east - west) * _ROOM, _LEAST), max((north - south) * _ROOM, _LEAST)
    scale = min(WIDTH / wide, HEIGHT / high)
    middle = (west + east) / 2, (south + north) / 2
    return Frame(middle[0] - WIDTH / scale / 2, middle[1] + HEIGHT / scale / 2, scale)


def is_seen(shape: Shape, frame: Frame) -> bool:
    """Whether a shape may reach into the window."""
    west, south, east, north = box_of(shape)
    left, top = frame.at(west, north)
    right, bottom = frame.at(east, south)
    return right >= 0 and bottom >= 0 and left <= WIDTH and top <= HEIGHT


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share an area; in a drawing or on the map."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def middle_of(shape: Shape, frame: Frame) -> tuple[float, float]:
    """The middle of what is seen of the largest part, in the drawing."""
    ring = max(shape, key=lambda each: abs(_area(each)))
    points = [frame.at(x, y) for x, y in ring]
    xs = [min(max(x, 0.0), float(WIDTH)) for x, _ in points]
    ys = [min(max(y, 0.0), float(HEIGHT)) for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _area(ring: Ring) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2
