"""Marks on the map, drawn over its territories: lines, names, dots, links, the watermark.

None can be picked: a click means the territory below.
"""

from typing import Any

from ui.palette import Palette, rgb
from ui.picture import Bounds, Link, Mark

Layer = dict[str, Any]


def lines(name: str, data: str | Layer, colour: str, width: float) -> Layer:
    """Borders, drawn apart from the fill because a stroked layer cannot be picked everywhere."""
    return {
        "@@type": "GeoJsonLayer",
        "id": name,
        "data": data,
        "stroked": True,
        "filled": False,
        "pickable": False,
        "lineWidthUnits": "pixels",
        "getLineWidth": width,
        "getLineColor": list(rgb(colour)),
    }


def insets(url: str, palette: Palette) -> list[Layer]:
    """Frames and names of the boxes for far territories."""
    said = names("inset-names", url, palette.quiet_text, "start")
    return [lines("insets", url, palette.unknown, 0.8), said]


def names(name: str, url: str, colour: str, anchor: str) -> Layer:
    """Names at the places their file gives."""
    return {
        "@@type": "TextLayer",
        "id": name,
        "data": url,
        "getText": "@@=properties.name",
        "getPosition": "@@=properties.at",
        "getSize": 11,
        "getTextAnchor": anchor,
        "getAlignmentBaseline": "center",
        "fontFamily": "Source Sans, sans-serif",
        "characterSet": "auto",
        "pickable": False,
        # On the sublayer, as with fills: the layer's own colour is dimmed by a selection.
        "_subLayerProps": {"characters": {"getColor": list(rgb(colour))}},
    }


def points(url: str, palette: Palette) -> Layer:
    """Places as dots, smaller than a cell, so that its colour shows around them."""
    return {
        "@@type": "ScatterplotLayer",
        "id": "points",
        "data": url,
        "getPosition": "@@=at",
        "radiusUnits": "pixels",
        "getRadius": 2,
        "getFillColor": list(rgb(palette.text)),
        "stroked": True,
        "lineWidthUnits": "pixels",
        "getLineWidth": 0.7,
        "getLineColor": list(rgb(palette.border)),
        "pickable": False,
    }


def links(pairs: tuple[Link, ...], palette: Palette) -> list[Layer]:
    """Lines between territories, each on a pale edge so that it shows on any colour."""
    if not pairs:
        return []
    data = [{"s": [x0, y0], "t": [x1, y1], "w": width} for x0, y0, x1, y1, width in pairs]
    line = {
        "@@type": "LineLayer",
        "data": data,
        "getSourcePosition": "@@=s",
        "getTargetPosition": "@@=t",
        "widthUnits": "pixels",
        "pickable": False,
    }
    edge = {"id": "link-edges", "getWidth": "@@=w+1.6", "getColor": list(rgb(palette.border))}
    ink = {"id": "links", "getWidth": "@@=w", "getColor": list(rgb(palette.text))}
    return [line | edge, line | ink]


def numbers(marks: tuple[Mark, ...], palette: Palette) -> list[Layer]:
    """Short words on round grounds of the ink of the text, the first on top of the others."""
    if not marks:
        return []
    data = [{"properties": {"name": said, "at": [x, y]}} for x, y, said in reversed(marks)]
    ground = {
        "@@type": "ScatterplotLayer",
        "id": "mark-grounds",
        "data": data,
        "getPosition": "@@=properties.at",
        "radiusUnits": "pixels",
        "getRadius": 8,
        "getFillColor": list(rgb(palette.text)),
        "stroked": True,
        "lineWidthUnits": "pixels",
        "getLineWidth": 1.2,
        "getLineColor": list(rgb(palette.border)),
        "pickable": False,
    }
    said = names("marks", "", palette.border, "middle") | {"data": data, "getSize": 10.5}
    return [ground, said | {"fontWeight": 600}]


def watermark(said: str, bounds: Bounds, palette: Palette) -> Layer:
    """Words across the whole map, so that a picture of it carries them."""
    west, south, east, north = bounds
    places = [
        {"properties": {"name": said, "at": [round(west + x * (east - west), 3),
                                             round(south + y * (north - south), 3)]}}
        for y in (0.14, 0.38, 0.62, 0.86)
        for x in (0.27, 0.75)
    ]  # fmt: skip
    layer = names("watermark", "", palette.text, "middle")
    red, green, blue = rgb(palette.text)
    faint = {"characters": {"getColor": [red, green, blue, 95]}}
    return layer | {"data": places, "getAngle": 24, "getSize": 15, "_subLayerProps": faint}
