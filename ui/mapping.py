"""Draw a page's map and keep the territory that was clicked on it."""

import math
from typing import Any

import streamlit as st

from ui import chosen, mapview
from ui.language import per_language
from ui.palette import Palette
from ui.picture import Bounds, Picture
from ui.shapes import insets_url, labels_url, outlines_of, shapes_of
from ui.store import ask

_KEY = "map_of_europe"
_HEIGHT = 720


def draw(picture: Picture, palette: Palette) -> None:
    """The map of a page; a click chooses a territory, a click on it again lets it go."""
    show(_deck(picture, palette, bounds_of(picture), _outline(picture)), picture.alt)


def show(deck: mapview.CompactDeck, alt: str) -> None:
    """A map whose clicks choose what has an `id`."""
    st.pydeck_chart(
        deck,
        height=_HEIGHT,
        on_select=_clicked,
        selection_mode="single-object",
        key=_KEY,
        alt=alt,
    )


@per_language(32)
def _deck(picture: Picture, palette: Palette, bounds: Bounds, outline: str) -> mapview.CompactDeck:
    """The deck of a picture, remembered between reruns."""
    grid = _grid(picture)
    asked = shapes_of(picture.dataset, picture.level, grid)
    # A territory is drawn from the level asked for, where that file has it, else from its own.
    file_level = picture.rows["level"].mask(
        picture.rows.index.isin(asked.territory_ids), picture.level
    )
    levels = sorted(int(level) for level in file_level.unique())
    shapes = tuple(shapes_of(picture.dataset, level, grid) for level in levels)
    drawing = mapview.Drawing(
        rows=picture.rows.assign(file_level=file_level),
        shapes=shapes,
        ground=shapes_of(picture.dataset, 0, grid),
        insets_url=insets_url(picture.dataset) if grid is None else "",
        labels_url="" if grid is None else labels_url(picture.dataset, grid),
        unit=picture.unit,
        bounds=bounds,
        classes=len(picture.classes),
        palette=palette,
        scale=picture.scale,
        watermark=picture.watermark,
        links=picture.links,
    )
    return mapview.deck(drawing, outline)


def _clicked() -> None:
    """Choose what was clicked; the map reports no object when the same one is clicked again."""
    event: Any = st.session_state[_KEY]
    objects = [each for layer in event["selection"]["objects"].values() for each in layer]
    chosen.choose(objects[0]["properties"]["id"] if objects else None)


def _outline(picture: Picture) -> str:
    """The outline of the territory that is chosen, as GeoJSON; '' when none is."""
    at = chosen.territory(picture.rows)
    if at is None:
        return ""
    level = int(str(picture.rows.loc[at, "level"]))
    outlines = outlines_of(picture.dataset, level, _grid(picture)).set_index("territory_id")
    return str(outlines.loc[at, "geojson"])


def _grid(picture: Picture) -> int | None:
    """The grid of the tile map; None for the geographic one."""
    return picture.level if picture.form == "tiles" else None


def bounds_of(picture: Picture) -> Bounds:
    """What the map shows at first: Europe, or the countries chosen with some room around."""
    at = chosen.territory(picture.rows)
    boxes = tuple(ask(picture.dataset, "map_inset")["territory_id"])
    if not picture.countries or (at is not None and at.startswith(boxes)):
        return mapview.EUROPE
    countries, grid = " ".join(picture.countries), _grid(picture)
    if grid is None:
        row = ask(picture.dataset, "map_bounds", countries=countries).iloc[0]
    else:
        row = ask(picture.dataset, "tile_bounds", countries=countries, grid=grid).iloc[0]
    if row.isna().any():
        return mapview.EUROPE
    room = 0.06 * max(row["east"] - row["west"], row["north"] - row["south"])
    west, south = row["west"] - room, row["south"] - room
    east, north = row["east"] + room, row["north"] + room
    bounds = tuple(round(float(edge), 4) for edge in (west, south, east, north))
    return mapview.EUROPE if not all(map(math.isfinite, bounds)) else bounds  # type: ignore[return-value]
