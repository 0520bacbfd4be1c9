"""The page Action Plan in a real browser: every point, its standing, and where it leads."""

import csv
import io
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from analysis.plan import POINTS
from tests.e2e import screen

pytestmark = pytest.mark.browser


def opened(page: Page, address: str) -> None:
    screen.opened(page, address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("What was asked")
    expect(page.get_by_role("button", name="Download this page as rows")).to_be_visible()


def test_every_point_is_there_with_a_bar_and_a_source(page: Page, address: str) -> None:
    opened(page, f"{address}/plan")
    for point in POINTS:
        # Inside its own frame: two points may have words in common.
        frame = page.locator(f".st-key-point_{point.point_id}")
        expect(frame.get_by_text(point.title, exact=True)).to_be_visible()
        expect(frame.get_by_role("img")).to_have_count(1)
    money = page.locator(".st-key-point_coherence")
    expect(money.get_by_role("img", name="known for none of 157 amounts on record")).to_be_visible()


def test_a_point_leads_to_the_page_that_measures_it(page: Page, address: str) -> None:
    opened(page, f"{address}/plan")
    page.locator(".st-key-point_decisions").get_by_role("link", name="See Partnership").click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/partnership")
    screen.still(page)
    assert "view=seats" in urlsplit(page.url).query


def test_the_demonstration_is_marked_on_screen_and_in_the_file(page: Page, address: str) -> None:
    opened(page, f"{address}/plan?data=demonstration")
    expect(page.get_by_text("Every figure on this page is generated")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download this page as rows").click()
    assert waiting.value.suggested_filename == "demo_groundwork_plan.csv"
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(POINTS)
    assert {row["dataset"] for row in rows} == {"Demonstration: generated figures"}


def test_it_fits_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"{address}/plan")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
