"""The reading of the Action Plan is whole: three parts, fifteen points, each with a page."""

from collections import Counter
from pathlib import Path

from analysis.plan import ASKED, PARTS, POINTS, URGED, WELCOMED

PAGES = Path(__file__).parents[2] / "pages"


def test_seven_were_asked_for_six_welcomed_two_are_urged():
    assert Counter(point.part for point in POINTS) == {ASKED: 7, WELCOMED: 6, URGED: 2}
    assert list(PARTS) == [ASKED, WELCOMED, URGED]


def test_every_point_leads_to_a_page_and_says_its_limits():
    for point in POINTS:
        assert (PAGES / f"{point.page}.py").exists()
        assert point.measured.endswith(".") and point.not_measured.endswith(".")
    assert len({point.point_id for point in POINTS}) == len(POINTS)
