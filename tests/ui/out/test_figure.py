"""A view's map as a drawing: names are text, classes have the colours of the map."""

from datetime import datetime
from xml.etree import ElementTree

import pandas as pd
import pytest

from ui.out import figure
from ui.palette import LIGHT
from ui.picture import Picture
from ui.store import Dataset

SVG = "{http://www.w3.org/2000/svg}"
SQUARE = '{{"type":"Polygon","coordinates":[[[{0},0],[{1},0],[{1},1],[{0},1],[{0},0]]]}}'
NAME = '</title><script>alert(1)</script><a href="https://evil.example">&'


@pytest.fixture
def picture(monkeypatch: pytest.MonkeyPatch) -> Picture:
    ids = ["A", "B", "C", "D"]
    shapes = pd.DataFrame(
        {"territory_id": ids, "geojson": [SQUARE.format(i, i + 1) for i in range(4)]}
    )
    monkeypatch.setattr(figure, "outlines_of", lambda dataset, level, grid: shapes)
    rows = pd.DataFrame(
        {
            "place": [NAME, "B", "C", "D"], "country": "A", "level": 0,
            "map_class": [0, 1, -1, -2], "label": ["1", "2", "unknown", "cannot tell"],
        },
        index=pd.Index(ids, name="territory_id"),
    )  # fmt: skip
    return Picture(
        Dataset("Test", "/nowhere", datetime(2026, 1, 1)), rows, 0, ("A",), ("few", "many"),
        "unknown: nobody says", "places", "Map of squares", cannot_tell="cannot tell",
        watermark="Demonstration: generated figures",
    )  # fmt: skip


def test_each_state_has_its_own_fill_and_names_are_text(picture: Picture) -> None:
    drawn = ElementTree.fromstring(figure.svg(picture, "Where?", "Who"))
    paths = drawn.findall(f".//{SVG}path[@class='t']")
    low, high = LIGHT.colours(2)
    assert [each.get("fill") for each in paths] == [low, high, "url(#u)", "url(#d)"]
    assert paths[0].findtext(f"{SVG}title") == f"{NAME}: 1 places"
    assert drawn.find(f".//{SVG}script") is None and drawn.find(f".//{SVG}a") is None


def test_north_is_up_and_east_is_right(picture: Picture) -> None:
    drawn = ElementTree.fromstring(figure.svg(picture, "Where?", "Who"))
    first, last = (
        [tuple(map(float, point.split())) for point in path.get("d", "").strip("MZ").split("L")]
        for path in (drawn.findall(f".//{SVG}path[@class='t']")[i] for i in (0, 3))
    )
    assert max(x for x, _ in first) < min(x for x, _ in last)
    south, north = first[0][1], first[2][1]
    assert north < south, "y grows downwards in a drawing"


def test_legend_title_credit_and_watermark_are_there(picture: Picture) -> None:
    drawn = ElementTree.fromstring(figure.svg(picture, "Where & how?", "Groundwork <1>"))
    said = [each.text for each in drawn.findall(f".//{SVG}text")]
    for words in ("Where & how?", "few", "many", "cannot tell", "unknown: nobody says",
                  "Groundwork <1>", "Demonstration: generated figures"):  # fmt: skip
        assert words in said
