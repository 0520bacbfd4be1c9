"""What the map of all NUTS 3 regions sends on a rerun, against outlines sent inline.

The peer is pydeck as its documentation shows it: the features with their colours in the deck.
"""

import json
import logging
import re

import pydeck as pdk

from analysis import BY_ID
from ui import mapview, shapes
from ui.choice import LATEST, Choice
from ui.palette import LIGHT, rgb
from ui.store import ask, current
from ui.view import View, view_of

logging.disable(logging.WARNING)


Colour = tuple[int, int, int]
UNKNOWN = rgb(LIGHT.unknown)


def ours(view: View) -> tuple[int, dict[str, Colour]]:
    """Bytes of the deck and its hover, as the page sends them, and the colours they say."""
    file = shapes.shapes_of(view.dataset, 3)
    drawing = mapview.Drawing(
        rows=view.rows.assign(file_level=3),
        shapes=(file,),
        ground=shapes.shapes_of(view.dataset, 0),
        insets_url=shapes.insets_url(view.dataset),
        unit=view.choice.indicator.unit,
        bounds=mapview.EUROPE,
        classes=6,
        palette=LIGHT,
    )
    deck = mapview.deck(drawing, "")
    sent = json.loads(deck.to_json())
    level = next(layer for layer in sent["layers"] if layer["id"] == "level3")
    text = level["_subLayerProps"]["polygons-fill"]["getFillColor"]
    palette, digits, first = re.fullmatch(
        r'@@=\((.*)\)\[\("(\d*)"\)\[properties\.j(?:-(\d+))?\]\|\|8\]', text
    ).groups()  # type: ignore[union-attr]
    colours = json.loads(palette)
    said = {
        territory_id: _seen(colours, digits, j - int(first or 0))
        for j, territory_id in enumerate(file.territory_ids)
    }
    return len(deck.to_json()) + len(json.dumps(deck._tooltip)), said


def _seen(colours: list[list[int]], digits: str, place: int) -> Colour:
    """What is seen of a territory: its class colour, or the ground of the unknown below."""
    digit = int(digits[place]) if 0 <= place < len(digits) else 8
    red, green, blue, *alpha = colours[digit]
    return UNKNOWN if alpha == [0] else (red, green, blue)


def inline(view: View) -> tuple[int, dict[str, Colour]]:
    """Bytes of the same map with its features and colours in the deck, and those colours."""
    outlines = ask(view.dataset, "map_shape", level=3).set_index("territory_id")["geojson"]
    colours = LIGHT.scale(6)
    features = [
        {
            "type": "Feature",
            "properties": {
                "id": territory_id,
                "name": row.place,
                "value": row.label,
                "fill": rgb(colours[row.map_class] if row.map_class >= 0 else LIGHT.unknown),
            },
            "geometry": json.loads(outlines[territory_id]),
        }
        for territory_id, row in view.rows.iterrows()
        if territory_id in outlines.index
    ]
    layer = pdk.Layer(
        "GeoJsonLayer",
        data={"type": "FeatureCollection", "features": features},
        get_fill_color="properties.fill",
        pickable=True,
    )
    said = {each["properties"]["id"]: each["properties"]["fill"] for each in features}
    return len(pdk.Deck(layers=[layer], map_provider=None).to_json()), said


def main() -> None:
    dataset = current()
    if dataset is None:
        raise SystemExit("There is no dataset yet; build it with: make build")
    view = view_of(dataset, Choice(BY_ID["hospital"], "residents", 20, LATEST, 3, ()))
    (sent, our_colours), (peer, their_colours) = ours(view), inline(view)
    equal = all(our_colours[each] == colour for each, colour in their_colours.items())
    print(f"{len(view.rows):,} territories: ours {sent:,} bytes, inline {peer:,} bytes")
    figures = {
        "bench": "wire",
        "equal": equal and len(their_colours) > 1_500,
        "vs_inline": round(peer / sent, 1),
        "bytes": sent,
        "floors": {"vs_inline": 50},
        "ceilings": {"bytes": 20_000},
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
