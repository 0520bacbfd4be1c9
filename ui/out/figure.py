"""A view's map as a drawing that can be printed and enlarged (SVG), with its legend and credit."""

import json
from collections.abc import Iterator
from html import escape
from textwrap import wrap

import pandas as pd

from analysis.classes import CANNOT_TELL, UNKNOWN
from ui.mapview import EUROPE
from ui.palette import LIGHT
from ui.picture import Bounds, Picture
from ui.shapes import outlines_of
from ui.store import ask

_WIDTH, _MARGIN, _LINE, _SWATCH = 900, 24, 17, 12
_LETTERS = 118
_STYLE = (
    f"text{{font:13px sans-serif;fill:{LIGHT.text}}}.title{{font-size:19px;font-weight:600}}"
    f".quiet{{font-size:11px;fill:{LIGHT.quiet_text}}}"
    f".t{{stroke:{LIGHT.border};stroke-width:.4}}.c{{fill:none;stroke:{LIGHT.country_border}}}"
    f".mark{{font-size:30px;fill:{LIGHT.quiet_text};fill-opacity:.4}}"
)
_PATTERNS = (
    '<pattern id="u" width="6" height="6" patternUnits="userSpaceOnUse" '
    f'patternTransform="rotate(45)"><rect width="6" height="6" fill="{LIGHT.unknown}"/>'
    f'<rect width="2" height="6" fill="{LIGHT.hatch}"/></pattern>'
    '<pattern id="d" width="5" height="5" patternUnits="userSpaceOnUse">'
    f'<rect width="5" height="5" fill="{LIGHT.cannot_tell}"/>'
    f'<circle cx="2.5" cy="2.5" r="1" fill="{LIGHT.dots}"/></pattern>'
)


def svg(picture: Picture, title: str, credit: str) -> str:
    """The map of a view as SVG text: territories, legend, unknown hatched, title and credit.

    Shape   : one path a territory drawn, with its name and label as its title element.
    Missing : a territory without a value is hatched, one that cannot be told is dotted.
    """
    rows, grid = picture.rows, picture.level if picture.form == "tiles" else None
    shapes = _shapes(picture, grid)
    west, south, east, north = _bounds([*shapes["geojson"], *_frames(picture)])
    scale = (_WIDTH - 2 * _MARGIN) / max(east - west, north - south)
    left = _MARGIN + (_WIDTH - 2 * _MARGIN - (east - west) * scale) / 2
    heading = wrap(title, 90)
    top = _MARGIN + 26 * len(heading) + 6
    place = (west, north, scale, left, top)
    bottom = top + (north - south) * scale + 24
    legend, height = _legend(picture, bottom)
    notes = [line for part in credit.split("\n") for line in wrap(part, _LETTERS)]
    end = height + 10 + _LINE * len(notes) + _MARGIN / 2
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {end:.0f}" '
        f'width="{_WIDTH}" height="{end:.0f}" role="img" aria-label="{escape(picture.alt)}">',
        f"<style>{_STYLE}</style><defs>{_PATTERNS}<clipPath id='m'><rect x='0' y='{top - 4}' "
        f"width='{_WIDTH}' height='{bottom - top}'/></clipPath></defs>",
        f'<rect width="100%" height="100%" fill="{LIGHT.border}"/>',
        *_texts(heading, _MARGIN, _MARGIN + 16, 26, "title"),
        "<g clip-path='url(#m)'>",
        *_territories(shapes, rows, picture, place),
        *_borders(picture, grid, place),
        "</g>",
        *legend,
        *_texts(notes, _MARGIN, height + 16, _LINE, "quiet"),
    ]
    if picture.watermark:
        lines += _texts([picture.watermark], _MARGIN * 2, top + 60, _LINE, "mark")
    return "\n".join([*lines, "</svg>\n"])


def _shapes(picture: Picture, grid: int | None) -> pd.DataFrame:
    """Outlines of the rows drawn, by territory."""
    levels = sorted(picture.rows["level"].unique())
    every = pd.concat([outlines_of(picture.dataset, int(each), grid) for each in levels])
    every = every.drop_duplicates("territory_id").set_index("territory_id")
    return every.reindex(picture.rows.index).dropna(subset=["geojson"])


def _territories(
    shapes: pd.DataFrame, rows: pd.DataFrame, picture: Picture, place: tuple[float, ...]
) -> Iterator[str]:
    colours = LIGHT.colours(len(picture.classes), picture.scale)
    shown = rows.loc[shapes.index, ["place", "label", "map_class"]].fillna({"map_class": UNKNOWN})
    for text, row in zip(shapes["geojson"], shown.to_dict("records"), strict=True):
        number = int(row["map_class"])
        fill = {UNKNOWN: "url(#u)", CANNOT_TELL: "url(#d)"}.get(number) or colours[number]
        said = escape(f"{row['place']}: {row['label']} {picture.unit}")
        path = _path(str(text), place)
        yield f'<path class="t" d="{path}" fill="{fill}"><title>{said}</title></path>'


def _borders(picture: Picture, grid: int | None, place: tuple[float, ...]) -> Iterator[str]:
    """Borders of countries, and the frames around far territories."""
    outlines = outlines_of(picture.dataset, 0, grid)
    if picture.countries:
        outlines = outlines[outlines["territory_id"].isin(picture.countries)]
    for text in [*outlines["geojson"], *_frames(picture)]:
        yield f'<path class="c" d="{_path(str(text), place)}"/>'


def _frames(picture: Picture) -> list[str]:
    """The frames around far territories; none on tiles, or where countries were chosen."""
    if picture.form == "tiles" or picture.countries:
        return []
    return [str(each) for each in ask(picture.dataset, "map_inset")["geojson"]]


def _rings(text: str) -> Iterator[list[list[float]]]:
    shape = json.loads(text)
    if shape["type"] == "LineString":
        yield shape["coordinates"]
        return
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    for polygon in polygons:
        yield from polygon


def _path(text: str, place: tuple[float, ...]) -> str:
    """A GeoJSON geometry in map coordinates as the path of a drawing; north is up."""
    west, north, scale, left, top = place
    parts = []
    for ring in _rings(text):
        points = [
            f"{left + (x - west) * scale:.1f} {top + (north - y) * scale:.1f}" for x, y, *_ in ring
        ]
        parts.append("M" + "L".join(points) + "Z")
    return "".join(parts)


def _bounds(texts: list[str]) -> Bounds:
    points = [point for text in texts for ring in _rings(text) for point in ring]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return (min(xs), min(ys), max(xs), max(ys)) if points else EUROPE


def _legend(picture: Picture, top: float) -> tuple[list[str], float]:
    """Swatches with names, in lines as wide as the drawing; where they end."""
    colours = LIGHT.colours(len(picture.classes), picture.scale)
    items = list(zip(colours, picture.classes, strict=True))
    if picture.cannot_tell:
        items.append(("url(#d)", picture.cannot_tell))
    items.append(("url(#u)", picture.unknown))
    lines = _texts([_unit(picture)], _MARGIN, top + 10, _LINE, "quiet")
    x, y = float(_MARGIN), top + 2 * _LINE
    for fill, name in items:
        wide = _SWATCH + 24 + 7.2 * len(name)
        if x + wide > _WIDTH - _MARGIN and x > _MARGIN:
            x, y = float(_MARGIN), y + 22
        lines.append(
            f'<rect x="{x:.0f}" y="{y - 10:.0f}" width="{_SWATCH}" height="{_SWATCH}" '
            f'fill="{fill}"/><text x="{x + _SWATCH + 6:.0f}" y="{y:.0f}">{escape(name)}</text>'
        )
        x += wide
    return lines, y + 12


def _unit(picture: Picture) -> str:
    """What the classes are of."""
    return "Of what is asked for" if picture.scale == "diverging" else f"In {picture.unit}"


def _texts(lines: list[str], x: float, y: float, step: float, kind: str) -> list[str]:
    return [
        f'<text class="{kind}" x="{x:.0f}" y="{y + i * step:.0f}">{escape(line)}</text>'
        for i, line in enumerate(lines)
    ]
