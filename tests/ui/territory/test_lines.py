"""A series as a drawing: gaps stay open, doubt is ringed, the last figure is written out."""

from xml.etree import ElementTree

from ui.palette import LIGHT
from ui.territory.lines import line
from ui.territory.model import NAN, Point, Trend
from ui.territory.trends import year_of


def points(*values: float, doubtful: int = -1) -> tuple[Point, ...]:
    return tuple(
        Point(2000.0 + i, str(2000 + i), value, "U" if i == doubtful else "A", "published")
        for i, value in enumerate(values)
    )


def drawn(trend: Trend, watermark: str = "") -> ElementTree.Element:
    return ElementTree.fromstring(line(trend, LIGHT, watermark))


def of(root: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    return [each for each in root.iter() if each.get("class", "").split(" ")[0] == kind]


def test_an_unknown_date_leaves_the_line_open():
    root = drawn(Trend("Places", "places", points(1, 2, NAN, 4, 5)))
    assert len(of(root, "line")) == 2
    assert len(of(root, "point")) == 4


def test_a_figure_in_doubt_is_an_open_ring():
    root = drawn(Trend("Places", "places", points(1, 2, 3, doubtful=1)))
    assert (len(of(root, "doubt")), len(of(root, "point"))) == (1, 2)


def test_more_is_higher_and_later_is_to_the_right():
    root = drawn(Trend("Places", "places", points(10, 30, 20)))
    places = [(float(each.get("cx")), float(each.get("cy"))) for each in of(root, "point")]
    assert [x for x, _ in places] == sorted(x for x, _ in places)
    assert places[1][1] < places[2][1] < places[0][1]


def test_first_and_last_are_written_and_the_base_is_named():
    root = drawn(Trend("Places", "places", points(100, 300)))
    texts = [each.text for each in root.iter() if each.text]
    assert "300" in texts and "100" in texts and "0" in texts and "2000" in texts
    flat = drawn(Trend("Residents", "persons", points(1000, 1001)))
    assert "not from 0" in [each.text for each in flat.iter()]


def test_a_title_from_data_is_text():
    root = drawn(Trend('<script> " &', "x", points(1, 2)), "Demonstration: generated figures")
    assert root.get("aria-label").startswith('<script> " &')
    assert [each.text for each in of(root, "mark")] == ["Demonstration: generated figures"]


def test_one_value_all_along_is_drawn():
    assert len(of(drawn(Trend("Zero", "x", points(0, 0, 0))), "point")) == 3


def test_a_period_stands_at_its_end():
    assert year_of("2024-12-31") == 2025 - 1 / 12 + 1 / 12
    assert year_of("2024-Q4") == year_of("2024")
    assert year_of("2025-01/2025-06") == 2025.5
    assert year_of("long ago") != year_of("long ago")
