"""The map: outlines from a static address, colours as one expression, values on hover.

Layers are written in deck.gl's own JSON. Found by experiment and kept by tests: a list or
text that an expression indexes stands in parentheses; picking works on layers without stroke;
a layer's own `getFillColor` would be dimmed by Streamlit's selection, so colours go to the
sublayer that draws the fill; the view stays where the reader left it because the initial view
is the same on every rerun.
"""

import hashlib
import json
import math
from dataclasses import dataclass

import pandas as pd
import pydeck as pdk

from analysis.classes import CANNOT_TELL
from ui import hover, map_marks
from ui.map_marks import Layer
from ui.palette import Palette, rgb
from ui.picture import Bounds, Link, Mark
from ui.shapes import Shapes

# The whole of Europe with its insets, in map coordinates.
EUROPE: Bounds = (-3.6, -4.5, 4.5, 4.3)
# Width and height the view is fitted to, pixels: the page's CSS scales the map to its column.
CANVAS = (640, 720)
_UNKNOWN = "8"
_FILTER = {"@@type": "DataFilterExtension", "categorySize": 1, "filterSize": 0}
_PATTERN = {"@@type": "FillStyleExtension", "pattern": True}


@dataclass(frozen=True)
class Drawing:
    """What to draw: one row per territory, the shapes of the levels used, and the colours.

    `rows` is indexed by territory_id and has `file_level` (the level of the shapes it is drawn
    from), `map_class` (-1 is unknown, -2 cannot tell) and `label`
    (what the hover says: digits and our own words). `classes` is how many classes there are.
    `points_url` has places to draw on top; without `borders` shapes stand side by side.
    """

    rows: pd.DataFrame
    shapes: tuple[Shapes, ...]
    ground: Shapes
    insets_url: str
    unit: str
    bounds: Bounds
    classes: int
    palette: Palette
    scale: str = "sequential"
    labels_url: str = ""
    watermark: str = ""
    points_url: str = ""
    borders: bool = True
    links: tuple[Link, ...] = ()
    marks: tuple[Mark, ...] = ()


class CompactDeck(pdk.Deck):  # type: ignore[misc]  # pydeck has no types
    """A deck whose JSON has no indentation: a third of the bytes on the wire.

    It is written once, as a deck is remembered between reruns and never changed.
    """

    _text = ""

    def to_json(self) -> str:
        """The deck as JSON."""
        if not self._text:
            self._text = json.dumps(json.loads(super().to_json()), separators=(",", ":"))
        return self._text


def deck(drawing: Drawing, selected: str) -> CompactDeck:
    """The map of a drawing; `selected` is the GeoJSON of the chosen territory or ''."""
    palette = drawing.palette
    layers = [_fill("ground", drawing.ground, list(rgb(palette.ground)))]
    for shapes in drawing.shapes:
        layers += _level(shapes, drawing)
    layers.append(map_marks.lines("countries", drawing.ground.url, palette.country_border, 0.7))
    if drawing.insets_url:
        layers += map_marks.insets(drawing.insets_url, palette)
    if drawing.points_url:
        layers.append(map_marks.points(drawing.points_url, palette))
    layers += map_marks.links(drawing.links, palette)
    if drawing.labels_url:
        ground = [*rgb(palette.border), 190]
        names = map_marks.names("country-names", drawing.labels_url, palette.text, "middle")
        # On a ground of their own: tiles may be as pale or as dark as the letters.
        names |= {"background": True, "getBackgroundColor": ground, "backgroundPadding": [2, 0]}
        layers.append(names)
    if drawing.watermark:
        layers.append(map_marks.watermark(drawing.watermark, drawing.bounds, palette))
    if selected:
        feature = {"type": "Feature", "properties": {}, "geometry": json.loads(selected)}
        # Around zero orange means short: there the outline is of the ink of the text.
        ink = palette.selected if drawing.scale == "sequential" else palette.text
        layers.append(map_marks.lines("selected", feature, ink, 2.4))
    layers += map_marks.numbers(drawing.marks, palette)
    controller = {"dragRotate": False, "touchRotate": False}
    return CompactDeck(
        layers=layers,
        initial_view_state=_view(drawing.bounds),
        views=[pdk.View(type="MapView", controller=controller)],
        map_provider=None,
        tooltip=hover.tooltip(drawing.rows, drawing.shapes, drawing.unit, palette),
    )


def _view(bounds: Bounds) -> pdk.ViewState:
    """The view that shows `bounds` whole in the page's map."""
    west, south, east, north = bounds
    pixels_per_degree = 512 / 360
    zoom = min(
        math.log2(CANVAS[0] / ((east - west) * pixels_per_degree)),
        math.log2(CANVAS[1] / ((north - south) * pixels_per_degree)),
    )
    return pdk.ViewState(
        longitude=round((west + east) / 2, 4),
        latitude=round((south + north) / 2, 4),
        zoom=round(min(zoom - 0.02, 9), 3),
        min_zoom=4,
        max_zoom=11,
    )


def _level(shapes: Shapes, drawing: Drawing) -> list[Layer]:
    """One level: what is not known patterned below, classes above where there is one, borders."""
    palette = drawing.palette
    rows = drawing.rows[drawing.rows["file_level"] == shapes.level]
    classes = rows["map_class"].reindex(shapes.territory_ids)
    some = _only(shapes, set(rows.index))
    name = f"level{shapes.level}"
    layers = [_fill(name, shapes, _class_colours(classes, drawing)) | some | {"pickable": True}]
    if (rows["map_class"] < 0).any():
        layers.insert(0, _pattern(shapes, classes, palette) | _with_pattern(some))
    if not drawing.borders:
        return layers
    return [
        *layers,
        map_marks.lines(f"borders{shapes.level}", shapes.url, palette.border, 0.5) | some,
    ]


def _class_colours(classes: pd.Series, drawing: Drawing) -> str:
    """An expression for a territory's colour: one digit a territory, from first to last drawn.

    What has no class is transparent, so that the pattern below shows, and can still be picked.
    """
    digits = "".join(_UNKNOWN if pd.isna(c) or c < 0 else str(int(c)) for c in classes)
    colours = [
        list(rgb(colour)) for colour in drawing.palette.colours(drawing.classes, drawing.scale)
    ]
    colours += [[0, 0, 0, 0]] * (int(_UNKNOWN) + 1 - len(colours))
    return _picked(json.dumps(colours, separators=(",", ":")), digits, _UNKNOWN)


def _picked(choices: str, digits: str, usual: str) -> str:
    """An expression that takes one of `choices` by a territory's digit.

    Beyond either end there is no digit: `||` makes it the usual one, which is not written out.
    """
    first = len(digits) - len(digits.lstrip(usual))
    place = f"properties.j-{first}" if first else "properties.j"
    return f'@@=({choices})[("{digits.strip(usual)}")[{place}]||{usual}]'


def _only(shapes: Shapes, drawn: set[str]) -> Layer:
    """Draw, and let be picked, only these territories; nothing where all are drawn."""
    parts = dict(zip(shapes.territory_ids, shapes.parts, strict=True))
    wanted = sorted({parts[territory_id] for territory_id in drawn})
    if set(wanted) == set(shapes.parts):
        return {}
    return {
        "extensions": [_FILTER],
        "getFilterCategory": "@@=properties.c",
        "filterCategories": wanted,
    }


def _with_pattern(some: Layer) -> Layer:
    return some | {"extensions": [*some.get("extensions", []), _PATTERN]}


def _fill(name: str, shapes: Shapes, colour: str | list[int]) -> Layer:
    """Territories filled with a colour, or with the colour an expression gives."""
    accessor: Layer = {"getFillColor": colour}
    if isinstance(colour, str):
        trigger = hashlib.sha256(colour.encode()).hexdigest()[:8]
        accessor["updateTriggers"] = {"getFillColor": trigger}
    return {
        "@@type": "GeoJsonLayer",
        "id": name,
        "data": shapes.url,
        "stroked": False,
        "pickable": False,
        "_subLayerProps": {"polygons-fill": accessor},
    }


def _pattern(shapes: Shapes, classes: pd.Series, palette: Palette) -> Layer:
    """Diagonal lines for what is unknown, dots for what nobody can tell; colours of the atlas."""
    layer = _fill(f"unknown{shapes.level}", shapes, list(rgb(palette.unknown))) | {
        "fillPatternMask": False,
        "fillPatternAtlas": f"app/static/hatch-{palette.name}.png",
        "fillPatternMapping": "app/static/hatch.json",
        "getFillPattern": "@@='hatch'",
        "getFillPatternScale": 350,
    }
    if (classes == CANNOT_TELL).any():
        digits = "".join("1" if c == CANNOT_TELL else "0" for c in classes)
        text = _picked('["hatch","dots"]', digits, "0")
        trigger = hashlib.sha256(text.encode()).hexdigest()[:8]
        layer |= {"getFillPattern": text, "updateTriggers": {"getFillPattern": trigger}}
    return layer
