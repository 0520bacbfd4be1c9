"""The map's JSON: small, without outside addresses, every territory in its own colour."""

import json
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.classes import UNKNOWN
from ui.hover import tooltip
from ui.mapview import EUROPE, Drawing, deck
from ui.palette import DARK, LIGHT, Palette, rgb
from ui.shapes import Shapes

ALL = 1524
SQUARE = '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}'
Layers = dict[str, dict]


def level(number: int, first: int, *ids: str) -> Shapes:
    """A level; a territory is drawn with its country, the first two letters of its code."""
    url = f"app/static/shapes/nuts{number}-abc.json"
    return Shapes(number, url, first, ids, tuple(code[:2] for code in ids))


def drawing(
    rows: pd.DataFrame, *shapes: Shapes, classes: int = 7, palette: Palette = LIGHT
) -> Drawing:
    return Drawing(
        rows=rows,
        shapes=shapes,
        ground=level(0, 0, "AA", "BB"),
        insets_url="app/static/shapes/insets-abc.json",
        unit="per 1,000 residents",
        bounds=EUROPE,
        classes=classes,
        palette=palette,
    )


def hover_of(each: Drawing) -> dict[str, object]:
    return tooltip(each.rows, each.shapes, each.unit, each.palette)


def territories(level: int, classes: dict[str, int]) -> pd.DataFrame:
    """Rows of one level; a territory's label is 'l' and its code."""
    return pd.DataFrame(
        {
            "file_level": level,
            "map_class": pd.Series(classes.values(), dtype="int64").array,
            "label": [f"l{code}" for code in classes],
        },
        index=list(classes),
    )


@pytest.fixture(scope="module")
def europe() -> Drawing:
    ids = [f"{'ABCDEFGH'[i % 8]}T{i:04}" for i in range(ALL)]
    rows = territories(3, {code: i % 8 - 1 for i, code in enumerate(ids)})
    return drawing(rows, level(3, 508, *ids))


def as_json(each: Drawing, selected: str = "") -> str:
    return deck(each, selected).to_json()


def layers(each: Drawing, selected: str = "") -> Layers:
    return {layer["id"]: layer for layer in json.loads(as_json(each, selected))["layers"]}


def colour_of(layer: dict, j: int) -> tuple[int, ...]:
    """The colour that the browser works out of a layer's expression for territory j."""
    text = layer["_subLayerProps"]["polygons-fill"]["getFillColor"]
    found = re.fullmatch(
        r'@@=\((\[.*\])\)\[\("(\d*)"\)\[properties\.j(?:-(\d+))?\](?:\|\|(\d))?\]', text
    )
    assert found, text
    colours, digits, first, otherwise = found.groups()
    place = j - int(first or 0)
    digit = digits[place] if 0 <= place < len(digits) else otherwise
    return tuple(json.loads(colours)[int(digit)])


@given(st.lists(st.integers(UNKNOWN, 6), min_size=1, max_size=12), st.booleans())
def test_every_territory_has_the_colour_of_its_class_and_unknown_has_none(classes, dark):
    """Without a colour of its own, an unknown one shows the hatch that lies below."""
    ids = [f"AA{i:02}" for i in range(len(classes))]
    palette = DARK if dark else LIGHT
    rows = territories(2, dict(zip(ids, classes, strict=True)))
    found = layers(drawing(rows, level(2, 40, *ids), palette=palette))
    scale = [rgb(colour) for colour in palette.scale(7)]
    for j, each in enumerate(classes):
        colour = colour_of(found["level2"], j)
        if each == UNKNOWN:
            assert colour[3:] == (0,)
        else:
            assert colour == scale[each]
    order = list(found)
    assert ("unknown2" in found) == (UNKNOWN in classes)
    if UNKNOWN in classes:
        assert order.index("unknown2") < order.index("level2")


@pytest.mark.parametrize("classes", range(2, 9))
def test_up_to_eight_classes_none_is_taken_for_unknown(classes):
    ids = [f"AA{i}" for i in range(classes + 2)]
    rows = territories(2, dict(zip(ids, [0, UNKNOWN, *range(classes)], strict=True)))
    found = layers(drawing(rows, level(2, 0, *ids), classes=classes))
    colours = [colour_of(found["level2"], j) for j in range(classes + 2)]
    assert colours.pop(1)[3:] == (0,)
    assert colours[1:] == [rgb(colour) for colour in LIGHT.scale(classes)]


def test_a_country_that_is_not_drawn_at_a_level_is_neither_seen_nor_picked_there():
    rows = pd.concat([territories(1, {"AA1": 3}), territories(2, {"BB11": 4, "BB12": -1})])
    found = layers(drawing(rows, level(1, 2, "AA1", "BB1"), level(2, 4, "AA11", "BB11", "BB12")))
    assert found["level1"]["filterCategories"] == ["AA"]
    for name in ("level2", "unknown2", "borders2"):
        assert found[name]["filterCategories"] == ["BB"]
        assert "properties" in found[name]["getFilterCategory"]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_no_address_and_no_style_from_outside(europe, palette):
    each = drawing(europe.rows, *europe.shapes, palette=palette)
    text = as_json(each, SQUARE)
    assert not re.search(r"https?:|//|data:", text)
    # pydeck's mark for "none was given"; Streamlit asks a tile host for any other, even null.
    assert json.loads(text).get("mapStyle", "__MAP_STYLE__") == "__MAP_STYLE__"
    assert json.loads(text).get("mapProvider") is None
    assert not re.search(r"https?:|src=|url\(", json.dumps(hover_of(each)))


def test_layers_have_ids_used_once(europe):
    ids = [each["id"] for each in json.loads(as_json(europe, SQUARE))["layers"]]
    assert len(ids) == len(set(ids))


def test_only_fills_are_picked_and_they_are_not_stroked(europe):
    picked = [each for each in layers(europe, SQUARE).values() if each.get("pickable")]
    assert [each["id"] for each in picked] == ["level3"]
    assert not any(each["stroked"] for each in picked)


def test_the_map_of_all_small_regions_is_under_twenty_kilobytes(europe):
    assert len(as_json(europe).encode()) < 20_000


def test_other_figures_leave_the_view_and_the_files_as_they_are(europe):
    """Else a rerun would move the map, or fetch the outlines again."""
    other = drawing(europe.rows.assign(map_class=0), *europe.shapes)
    one, two = json.loads(as_json(europe)), json.loads(as_json(other, SQUARE))
    assert one["initialViewState"] == two["initialViewState"]
    files = {each["id"]: each["data"] for each in one["layers"]}
    assert all(files.get(e["id"], e["data"]) == e["data"] for e in two["layers"])


def test_other_figures_are_drawn_anew_and_the_same_are_not(europe):
    """deck.gl works an expression out again only when its trigger is another."""

    def trigger(each: Drawing) -> object:
        return layers(each)["level3"]["_subLayerProps"]["polygons-fill"]["updateTriggers"]

    assert trigger(europe) == trigger(drawing(europe.rows, *europe.shapes))
    assert trigger(europe) != trigger(drawing(europe.rows.assign(map_class=0), *europe.shapes))
    assert trigger(europe) != trigger(drawing(europe.rows, *europe.shapes, palette=DARK))


def strip(each: Drawing) -> tuple[int, list[str]]:
    """The territory the tooltip's first line is for, and its lines."""
    html = hover_of(each)["html"]
    found = re.search(r"calc\(\((\d+) - \{i\}\)\*[\d.]+px\)'>(.*?)</div></div>", html, re.DOTALL)
    assert found
    return int(found[1]), [
        line.replace("\u00a0", " ") for line in GAP.sub(gap_as_lines, found[2]).split(" ")
    ]


GAP = re.compile(r"<p class=gw-gap style=height:([\d.]+)px><b>unknown</b></p>")


def gap_as_lines(gap: re.Match[str]) -> str:
    """A gap as the lines it stands for, with the line breaks a block has around it."""
    lines = " ".join(["unknown"] * round(float(gap[1]) / 18))
    before = " " if gap.start() else ""
    after = " " if gap.end() < len(gap.string) else ""
    return f"{before}{lines}{after}"


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
    assert at == {4: ".", 5: "lB1", 20: "lA3", 21: ".", 22: "lC3"}
    assert len(lines) == 22 - first + 1


def test_a_map_without_any_level_can_be_drawn():
    assert layers(drawing(territories(2, {})))


def test_a_long_run_without_figures_is_one_gap_as_high_as_its_lines():
    ids = tuple(f"A{i:02}" for i in range(30))
    rows = territories(3, {ids[0]: 1, **dict.fromkeys(ids[1:21], -1), ids[21]: 2})
    rows["label"] = rows["label"].mask(rows["map_class"] == -1, "unknown")
    each = drawing(rows, level(3, 100, *ids))
    assert str(hover_of(each)["html"]).count("unknown") == 2
    _, lines = strip(each)
    assert (lines[0], lines[21]) == (f"l{ids[0]}", f"l{ids[21]}")
    assert set(lines[1:21]) == {"unknown"}


def test_what_nobody_can_tell_has_dots_and_what_is_unknown_has_lines():
    ids = ("AA11", "AA12", "AA13", "AA14")
    rows = territories(2, dict(zip(ids, (-1, -2, 0, -2), strict=True)))
    found = layers(drawing(rows, level(2, 0, *ids)))
    text = found["unknown2"]["getFillPattern"]
    names, digits, first = re.fullmatch(
        r'@@=\((\[.*\])\)\[\("(\d*)"\)\[properties\.j(?:-(\d+))?\]\|\|0\]', text
    ).groups()
    said = [
        json.loads(names)[int(digits[j - int(first or 0)])]
        if 0 <= j - int(first or 0) < len(digits)
        else "hatch"
        for j in range(4)
    ]
    # The third is covered by its colour.
    assert said == ["hatch", "dots", "hatch", "dots"]
    assert [colour_of(found["level2"], j)[3:] for j in range(4)] == [(0,), (0,), (), (0,)]
