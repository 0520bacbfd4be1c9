"""The Compare page as a reader meets it: sentences, an own group, a phone, the demonstration."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import screen

MAIN, DOWNLOAD = "stMain", "Download these rows"


def open_still(page: Page, url: str) -> None:
    """Open an address and wait until nothing runs any more; the page has no map."""
    page.goto(url)
    expect(page.get_by_role("button", name="Download these peers")).to_be_visible(timeout=60_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def rows(page: Page) -> list[dict[str, str]]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=DOWNLOAD).click()
    return list(csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig"))))


def test_places_published_for_two_countries_reach_the_sentence_and_the_file(
    page: Page, address: str
) -> None:
    """36,566 places for 17,475,415 residents; 34,062 for 47,432,893."""
    open_still(page, f"{address}/compare?with=ES.NL&areas=reception")
    expect(page.get_by_test_id(MAIN)).to_contain_text(
        "Netherlands 2.1 per 1,000 residents (31 December 2021), Spain 0.7 per 1,000 residents"
    )
    found = {row["place"]: row for row in rows(page) if row["aspect_id"] == "places_per_1000"}
    assert float(found["Netherlands"]["value"]) == pytest.approx(36_566 / 17_475.415)
    assert float(found["Spain"]["value"]) == pytest.approx(34_062 / 47_432.893)


def test_a_group_is_named_and_stands_in_the_address(page: Page, address: str) -> None:
    open_still(page, f"{address}/compare?with=ES&areas=reception&group=Mine:NL11.NL12")
    page.get_by_text("Own groups of territories (1)").click()
    name = page.get_by_role("textbox", name="Name", exact=True)
    name.fill("North: <b>")
    name.press("Enter")
    page.wait_for_url("**group=North**")
    heading = page.get_by_role("heading", name="How do Spain and North: <b> compare?")
    expect(heading).to_be_visible()
    assert "NL11.NL12" in page.url


def test_a_phone_shows_the_page_whole_and_asks_nobody_else(page: Page, address: str) -> None:
    found = screen.strangers(page)
    page.set_viewport_size({"width": 390, "height": 844})
    open_still(page, f"{address}/compare?with=ITG1.ES61&areas=context")
    expect(page.get_by_test_id(MAIN)).to_contain_text("The most like Sicilia")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found == []


def test_the_demonstration_says_so_and_its_files_too(page: Page, address: str) -> None:
    open_still(page, f"{address}/compare?data=demonstration&with=ITG1.ES61&areas=reception")
    expect(page.get_by_test_id(MAIN)).to_contain_text("Every figure on this page is generated")
    expect(page.get_by_test_id(MAIN)).to_contain_text("Demonstration: generated figures")
    assert {row["dataset"] for row in rows(page)} == {"Demonstration: generated figures"}
