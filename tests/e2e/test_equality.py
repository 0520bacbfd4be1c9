"""The Equality page as a reader meets it: from the ministry's figure to the pixel and the file."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

PATIENT = 30_000


def test_molise_reaches_the_panel_the_pixel_and_the_file(page: Page, address: str) -> None:
    """accoglienza.csv, line 2792: 1,940 people hosted on 15 September 2025; 278 % of the mean."""
    screen.open_view(page, f"{address}/equality?what=hosted&in=IT&show=standing&at=ITF2")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("1\u202f940 people for 292\u202f150 residents", timeout=PATIENT)
    seen = screen.colours(page.locator(screen.MAP).first)
    assert seen[rgb(LIGHT.turn[0])] > 500  # half as much again as the mean, or more
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these rows").click()
    rows = csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig")))
    molise = next(row for row in rows if row["territory_id"] == "ITF2")
    assert float(molise["capacity_now"]) == 1940
    assert float(molise["relative_now"]) == pytest.approx(278.08, abs=0.01)
    assert (molise["source_id"], molise["capacity_kind"]) == ("italy_reception", "use")


def test_another_measure_is_in_the_address_and_the_answer(page: Page, address: str) -> None:
    screen.placed(page, f"{address}/equality")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Gini's index went from", timeout=PATIENT)
    page.get_by_text("Kolm-Pollak", exact=True).first.click()
    page.wait_for_url("**measure=equivalent*")
    expect(main).to_contain_text("the equally distributed equivalent went", timeout=PATIENT)
    expect(page.get_by_text("Aversion to inequality")).to_be_visible(timeout=PATIENT)


def test_a_phone_shows_the_page_whole_and_asks_nobody_else(page: Page, address: str) -> None:
    found = screen.strangers(page)
    page.set_viewport_size({"width": 390, "height": 844})
    screen.placed(page, f"{address}/equality?data=demonstration&in=AT.IT")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Every figure on this page is generated", timeout=PATIENT)
    expect(main).to_contain_text("Between countries or within them?", timeout=PATIENT)
    expect(main).to_contain_text("Demonstration: generated figures", timeout=PATIENT)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found == []
