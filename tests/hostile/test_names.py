"""Hostile names in the map's file, its hover, the download, and Markdown."""

import csv
import io
import json
import re
from collections import namedtuple
from string import Formatter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ui import export, mapview, words
from ui.hover import tooltip
from ui.out.formats.shield import bared
from ui.palette import LIGHT
from ui.shapes import Shapes, _feature
from ui.view import View

Row = namedtuple("Row", "territory_id name country geojson part")
SHAPE = '{"type":"Point","coordinates":[0,0]}'


def test_the_map_s_file_stays_valid_and_keeps_the_name(name):
    feature = json.loads(_feature(7, 3, Row("AT11", name, "AT", SHAPE, "AT")))
    assert feature["properties"]["id"] == "AT11"
    assert (feature["properties"]["i"], feature["properties"]["j"]) == (7, 3)
    assert set(feature) == {"type", "properties", "geometry"}
    assert feature["geometry"] == json.loads(SHAPE)
    if not {"{", "}"} & set(name):  # braces: see the tooltip below
        assert feature["properties"]["place"] == f"{name}, Austria"


@given(st.text(st.characters(codec="utf-8", exclude_characters="{}")), st.integers(0, 10**6))
def test_any_name_goes_through_the_map_s_file(name, i):
    feature = json.loads(_feature(i, 0, Row("AT11", name, "AT", SHAPE, "AT")))
    assert feature["properties"]["place"] == f"{name}, Austria"


def hover(template: str, properties: dict[str, object]) -> str:
    """The tooltip as Streamlit 1.67 fills it: each {word} of the template, in its order,
    takes the first place in the text so far where it stands; `&<>"'` are escaped.
    """
    text = template
    for match in re.findall(r"{.*?}", template):
        value = str(properties[match[1:-1]])
        for letter, entity in zip("&<>\"'", ("amp", "lt", "gt", "quot", "#x27"), strict=True):
            value = value.replace(letter, f"\0{entity};")
        text = text.replace(match, value.replace("\0", "&"), 1)
    return text


def drawing(view: View) -> mapview.Drawing:
    shapes = Shapes(2, "app/static/shapes/x.json", 5, tuple(view.rows.index), ("AT",) * 3)
    return mapview.Drawing(
        rows=view.rows.assign(file_level=2), shapes=(shapes,), ground=shapes,
        insets_url="app/static/shapes/i.json",
        unit=view.choice.indicator.unit, bounds=mapview.EUROPE, classes=7, palette=LIGHT,
    )  # fmt: skip


def hover_of(each: mapview.Drawing) -> dict[str, Any]:
    return tooltip(each.rows, each.shapes, each.unit, each.palette)


def test_the_tooltip_s_template_has_our_own_words_only(view, name):
    template = hover_of(drawing(view))["html"]
    assert name == "{i}" or name not in template
    assert {field for _, field, _, _ in Formatter().parse(template) if field} == {"place", "i"}
    assert set(view.rows["label"]) == {
        view.rows["label"]["AT11"],
        view.rows["label"]["AT12"],
        "unknown",
    }
    for label in view.rows["label"]:
        assert re.fullmatch(r"[\d.<–,\- ·\u202f%]*|unknown", re.sub(r"\b(in|per)\b", "", label))


def test_the_tooltip_points_at_the_territory_s_own_line_whatever_its_name(view, name):
    """A name that looks like a placeholder must not take the line's number in its stead."""
    template = hover_of(drawing(view))["html"]
    feature = json.loads(_feature(6, 1, Row("AT12", name, "AT", SHAPE, "AT")))
    shown = hover(template, feature["properties"])
    assert "calc((5 - 6)*" in shown
    assert "<img" not in shown and "<script" not in shown


def test_the_deck_has_no_name_in_it(view, name):
    text = mapview.deck(drawing(view), "").to_json()
    assert json.dumps(name)[1:-1] not in text
    assert "evil" not in text


def test_the_download_has_one_row_a_territory_and_no_formula(view, name):
    text = export.frame_as_csv(export.table(view)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    assert [row["territory_id"] for row in rows] == ["AT11", "AT12", "AT13"]
    for row in rows:
        assert None not in row and None not in row.values()
        assert bared(row["name"]) == name
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def test_escaped_names_have_no_markup_and_are_not_much_longer(name):
    escaped = words.escaped(name)
    assert not set("`*_{}[]()<>#|~$:") & set(re.sub(r"\\.", "", escaped, flags=re.DOTALL))
    assert len(escaped) <= 2 * len(name) + 10
