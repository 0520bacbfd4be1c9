"""A territory among its neighbours as a drawing (SVG): where it is, in equal area, north up."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

import pandas as pd

from ui import words
from ui.palette import Palette
from ui.shapes import outlines_of
from ui.store import Dataset, ask
from ui.territory.model import Profile

_WIDTH, _HEIGHT = 460, 340
# The window is so many times as wide as the territory, and at least so many map units (500 km).
_ROOM, _LEAST = 1.9, 0.24
_MOST_NAMED, _LONGEST, _ROW = 9, 22, 17.0
Ring = list[tuple[float, float]]
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

    def path(self, shape: tuple[Ring, ...]) -> str:
        """Rings as the path of a drawing."""
        parts = []
        for ring in shape:
            points = (self.at(x, y) for x, y in ring)
            parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z")
        return "".join(parts)


def locator(profile: Profile, colours: Palette) -> str:
    """The drawing; '' where the territory has no outline.

    Shape   : one path a territory, with its name as title; the territory itself is filled.
    """
    shapes = _shapes(profile.dataset, profile.level)
    parts = [each for each in profile.territory_id.split("+") if each in shapes]
    if not parts:
        return ""
    frame = _frame([_box(_at_home(profile.dataset, shapes[part])) for part in parts])
    near = {each.territory_id for each in profile.neighbours}
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" role="img" aria-label="{escape(alt(profile))}">',
        _style(colours), f'<rect class="sea" width="{_WIDTH}" height="{_HEIGHT}"/>',
    ]  # fmt: skip
    drawn = _window(shapes, frame)
    names = ask(profile.dataset, "region").set_index("territory_id")["name"]
    for code in drawn:
        kind = "own" if code in parts else "near" if code in near else "land"
        title = escape(str(names.get(code, code)))
        lines.append(f'<path class="{kind}" d="{frame.path(shapes[code])}"><title>{title}</title>'
                     "</path>")  # fmt: skip
    lines += [f'<path class="state" d="{frame.path(shape)}"/>'
              for shape in _window_of(_shapes(profile.dataset, 0), frame)]  # fmt: skip
    lines += [f'<path class="edge" d="{frame.path(shapes[code])}"/>' for code in parts]
    lines += _labels(profile, shapes, frame, drawn)
    if profile.dataset.watermark:
        lines.append(f'<text class="mark" x="{_WIDTH / 2}" y="{_HEIGHT - 12}">'
                     f"{escape(profile.dataset.watermark)}</text>")  # fmt: skip
    return "\n".join([*lines, "</svg>"])


def alt(profile: Profile) -> str:
    """The map in words."""
    near = [each.name for each in profile.neighbours[:_MOST_NAMED]]
    beside = f" Beside it: {words.listed(near)}." if near else ""
    return f"Map: where {profile.name} lies.{beside}"


@lru_cache(maxsize=16)
def _shapes(dataset: Dataset, level: int) -> dict[str, tuple[Ring, ...]]:
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


def _at_home(dataset: Dataset, shape: tuple[Ring, ...]) -> tuple[Ring, ...]:
    """The rings that are not in the boxes of far territories; all, where all are in them."""
    boxes = [_box(tuple(_lines(str(text)))) for text in ask(dataset, "map_inset")["geojson"]]
    home = tuple(ring for ring in shape if not any(_within(_box((ring,)), box) for box in boxes))
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


def _box(shape: tuple[Ring, ...]) -> Box:
    xs = [x for ring in shape for x, _ in ring]
    ys = [y for ring in shape for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)


def _frame(boxes: list[Box]) -> Frame:
    """A window around the boxes, in the proportions of the drawing."""
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    wide, high = max((east - west) * _ROOM, _LEAST), max((north - south) * _ROOM, _LEAST)
    scale = min(_WIDTH / wide, _HEIGHT / high)
    middle = (west + east) / 2, (south + north) / 2
    return Frame(middle[0] - _WIDTH / scale / 2, middle[1] + _HEIGHT / scale / 2, scale)


def _meets(shape: tuple[Ring, ...], frame: Frame) -> bool:
    west, south, east, north = _box(shape)
    left, top = frame.at(west, north)
    right, bottom = frame.at(east, south)
    return right >= 0 and bottom >= 0 and left <= _WIDTH and top <= _HEIGHT


def _window(shapes: dict[str, tuple[Ring, ...]], frame: Frame) -> list[str]:
    return [code for code, shape in shapes.items() if _meets(shape, frame)]


def _window_of(shapes: dict[str, tuple[Ring, ...]], frame: Frame) -> Iterator[tuple[Ring, ...]]:
    return (shape for shape in shapes.values() if _meets(shape, frame))


def _labels(
    profile: Profile, shapes: dict[str, tuple[Ring, ...]], frame: Frame, drawn: list[str]
) -> Iterator[str]:
    """Names of the territory and its neighbours, each where no name is yet."""
    taken: list[Box] = []
    order = [(profile.territory_id.split("+")[0], profile.name, "name")]
    order += [(each.territory_id, each.name, "other") for each in profile.neighbours]
    for code, name, kind in order[: _MOST_NAMED + 1]:
        if code not in drawn:
            continue
        x, y = _middle(shapes[code], frame)
        text = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        half = (4.0 if kind == "name" else 3.1) * len(text)
        x = min(max(x, half + 4), _WIDTH - half - 4)
        y = min(max(y, _ROW), _HEIGHT - 6.0)
        box = (x - half, y - _ROW / 2, x + half, y + _ROW / 2)
        if any(_overlap(box, other) for other in taken):
            continue
        taken.append(box)
        yield f'<text class="{kind}" x="{x:.0f}" y="{y:.0f}">{escape(text)}</text>'


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _middle(shape: tuple[Ring, ...], frame: Frame) -> tuple[float, float]:
    """The middle of what is seen of the largest part, in the drawing."""
    ring = max(shape, key=lambda each: abs(_area(each)))
    points = [frame.at(x, y) for x, y in ring]
    xs = [min(max(x, 0.0), float(_WIDTH)) for x, _ in points]
    ys = [min(max(y, 0.0), float(_HEIGHT)) for _, y in points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _area(ring: Ring) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def _style(colours: Palette) -> str:
    text = "font-family:'Source Sans',sans-serif;text-anchor:middle;paint-order:stroke;" \
           f"stroke:{colours.border};stroke-width:3px;stroke-linejoin:round"  # fmt: skip
    return (
        f"<style>.sea{{fill:{colours.border}}}.land{{fill:{colours.ground}}}"
        f".near{{fill:{colours.stops[1]}}}.own{{fill:{colours.bar}}}"
        f".land,.near,.own{{stroke:{colours.border};stroke-width:.7}}"
        f".state{{fill:none;stroke:{colours.country_border};stroke-width:.9}}"
        f".edge{{fill:none;stroke:{colours.text};stroke-width:1.1}}"
        f".name{{{text};fill:{colours.text};font-size:15px;font-weight:600}}"
        f".other{{{text};fill:{colours.text};font-size:11.5px}}"
        f".mark{{{text};fill:{colours.selected};font-size:12px}}</style>"
    )
