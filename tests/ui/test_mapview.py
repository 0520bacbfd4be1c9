"""The map's JSON: small, without outside addresses, one digit a territory."""

import json
import re

import pandas as pd
import pytest

from ui.mapview import EUROPE, Drawing, _digits, _tooltip, deck
from ui.palette import DARK, LIGHT
from ui.shapes import Shapes

ALL = 1524
SQUARE = '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}'


def level(number: int, first: int, *ids: str) -> Shapes:
    return Shapes(number, f"app/static/shapes/nuts{number}-abc.json", first, ids)


def drawing(rows: pd.DataFrame, *shapes: Shapes, classes: int = 7, palette=LIGHT) -> Drawing:
    boxes = pd.DataFrame({"name": ["Réunion"], "lon": [1.0], "lat": [2.0], "geojson": [SQUARE]})
    return Drawing(rows, shapes, level(0, 0, "AA", "BB"), boxes, EUROPE, classes, palette)


def territories(level: int, classes: dict[str, int]) -> pd.DataFrame:
    """Rows of one level; a territory's label is 'l' and its code."""
    return pd.DataFrame(
        {
            "level": level,
            "map_class": list(classes.values()),
            "label": [f"l{code}" for code in classes],
        },
        index=list(classes),
    )


@pytest.fixture(scope="module")
def europe() -> Drawing:
    ids = [f"T{i:04}" for i in range(ALL)]
    rows = territories(3, {code: i % 8 - 1 for i, code in enumerate(ids)})
    return drawing(rows, level(3, 508, *ids))


def as_json(each: Drawing, selected: str = "") -> str:
    return deck(each, selected).to_json()


def test_unknown_is_eight_and_not_drawn_is_nine():
    rows = territories(2, {"A": -1, "B": 0, "C": 7})
    assert _digits(level(2, 10, "A", "gone", "B", "C"), rows) == "8907"


def test_a_territory_of_another_level_is_not_drawn():
    rows = pd.concat([territories(1, {"A": 3}), territories(2, {"B": 4})])
    assert _digits(level(2, 10, "A", "B"), rows) == "94"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("classes", range(2, 9))
def test_the_colours_have_unknown_at_place_eight(classes, palette):
    rows = territories(2, {"A": -1, "B": classes - 1})
    layers = json.loads(as_json(drawing(rows, level(2, 0, "A", "B"), classes=classes, palette=palette)))
    fill = next(each for each in layers["layers"] if each["id"] == "level2")
    colour = fill["_subLayerProps"]["polygons-fill"]["getFillColor"]
    found = re.fullmatch(r'@@=\((\[\[.*\]\])\)\[\("(\d+)"\)\[properties\.j\]\]', colour)
    assert found
    colours = json.loads(found[1])
    assert found[2] == f"8{classes - 1}"
    assert "#%02x%02x%02x" % tuple(colours[8]) == palette.unknown
    assert ["#%02x%02x%02x" % tuple(c) for c in colours[:classes]] == palette.scale(classes)


def test_no_address_and_no_style_from_outside(europe):
    text = as_json(europe, SQUARE)
    assert not re.search(r"https?:|//", text)
    assert not json.loads(text).get("mapStyle")
    assert "mapProvider" not in text or json.loads(text)["mapProvider"] is None
    assert not re.search(r"https?:|src=", json.dumps(_tooltip(europe)))


def test_layers_have_ids_used_once(europe):
    ids = [each["id"] for each in json.loads(as_json(europe, SQUARE))["layers"]]
    assert len(ids) == len(set(ids))


def test_only_fills_are_picked_and_they_are_not_stroked(europe):
    layers = json.loads(as_json(europe, SQUARE))["layers"]
    picked = [each for each in layers if each.get("pickable")]
    assert [each["id"] for each in picked] == ["level3"]
    assert not any(each["stroked"] for each in picked)


def test_what_is_not_drawn_cannot_be_picked():
    rows = territories(2, {"A": 1, "B": -1})
    layers = json.loads(as_json(drawing(rows, level(2, 0, "A", "gone", "B"))))["layers"]
    fill = next(each for each in layers if each["id"] == "level2")
    assert sorted(fill["filterCategories"]) == ["1", "8"]


def test_only_what_is_unknown_is_hatched():
    known = drawing(territories(2, {"A": 1}), level(2, 0, "A"))
    assert "hatch" not in as_json(known)
    mixed = drawing(territories(2, {"A": 1, "B": -1}), level(2, 0, "A", "B"))
    hatch = next(e for e in json.loads(as_json(mixed))["layers"] if e["id"] == "unknown2")
    assert hatch["filterCategories"] == ["8"]


def test_the_map_of_all_small_regions_is_under_twenty_kilobytes(europe):
    assert len(as_json(europe).encode()) < 20_000


def test_other_figures_leave_the_view_and_the_files_as_they_are(europe):
    """Else a rerun would move the map, or fetch the outlines again."""
    other = drawing(europe.rows.assign(map_class=0), *europe.shapes)
    one, two = json.loads(as_json(europe)), json.loads(as_json(other, SQUARE))
    assert one["initialViewState"] == two["initialViewState"]
    files = {each["id"]: each["data"] for each in one["layers"]}
    assert all(files.get(e["id"], e["data"]) == e["data"] for e in two["layers"])


def strip(each: Drawing) -> tuple[int, list[str]]:
    """The territory the tooltip's first line is for, and its lines."""
    html = _tooltip(each)["html"]
    found = re.search(r"calc\(\((\d+) - \{i\}\)\*[\d.]+em\)'>(.*)</div></div>$", html, re.DOTALL)
    assert found
    return int(found[1]), found[2].split("\n")


def test_the_label_of_territory_i_is_on_line_i_less_the_first(europe):
    first, lines = strip(europe)
    (shapes,) = europe.shapes
    for j, code in enumerate(shapes.territory_ids):
        assert lines[shapes.first + j - first] == f"l{code}"


@pytest.mark.parametrize("turned", [False, True])
def test_labels_of_mixed_levels_with_gaps_stand_on_their_lines(turned):
    rows = pd.concat([territories(1, {"B1": 2}), territories(3, {"C3": 1, "A3": 0})])
    shapes = (level(1, 4, "A1", "B1"), level(3, 20, "A3", "B3", "C3"))
    first, lines = strip(drawing(rows, *(reversed(shapes) if turned else shapes)))
    at = {i: lines[i - first] for i in (4, 5, 20, 21, 22)}
    assert at == {4: "", 5: "lB1", 20: "lA3", 21: "", 22: "lC3"}
    assert len(lines) == 22 - first + 1


def test_a_map_without_any_level_can_be_drawn():
    assert json.loads(as_json(drawing(territories(2, {}))))["layers"]
