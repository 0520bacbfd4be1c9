"""Lines between partners: the widest for the most, a few at most, and never in a click's way."""

import pandas as pd
import pytest

from ui import map_marks
from ui.alliances import drawn
from ui.palette import LIGHT


def test_lines_are_never_picked_and_lie_on_a_wider_edge() -> None:
    edge, ink = map_marks.links(((0.0, 0.0, 1.0, 2.0, 3.0),), LIGHT)
    assert (edge["pickable"], ink["pickable"]) == (False, False)
    assert ink["data"] == [{"s": [0.0, 0.0], "t": [1.0, 2.0], "w": 3.0}]
    assert (edge["getWidth"], ink["getWidth"]) == ("@@=w+1.6", "@@=w")
    assert map_marks.links((), LIGHT) == []


def test_what_is_shared_most_has_the_widest_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = pd.DataFrame(
        {"helper_id": ["A"] * 80, "short_id": ["B"] * 80, "amount": [400.0, 100.0] + [1.0] * 78}
    )
    points = pd.DataFrame({"territory_id": ["A", "B"], "x": [0.0, 1.0], "y": [0.0, 2.0]})
    monkeypatch.setattr(drawn, "drawn_pairs", lambda _: pairs)
    monkeypatch.setattr(drawn, "ask", lambda *_: points)

    class View:
        dataset = None

    lines = drawn.links(View())  # type: ignore[arg-type]
    assert len(lines) == drawn.MOST_LINES
    assert [line[4] for line in lines[:3]] == [4.0, 2.0, 1.0]
    assert lines[0][:4] == (0.0, 0.0, 1.0, 2.0)
