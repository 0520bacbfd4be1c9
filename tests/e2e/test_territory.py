"""The Territory page as a reader meets it: on screen, on a phone, on paper, as a file."""

import re

from playwright.sync_api import Page, expect

from tests.e2e import screen

_LONG = 180_000


def open_page(page: Page, url: str) -> None:
    """Open an address and wait until the page is whole and no rerun is under way."""
    page.goto(url)
    page.wait_for_selector("h1", timeout=_LONG)
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Which sources are these figures from?", timeout=_LONG)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")


def test_a_territory_is_read_and_printed_on_four_pages_at_most(page: Page, address: str) -> None:
    """italy_reception: 10,477 people were hosted in Sicilia on 15 September 2025."""
    open_page(page, f"{address}/territory?at=ITG1")
    main = page.get_by_test_id("stMain")
    expect(main.get_by_role("cell", name="10\u202f477")).to_be_visible()
    expect(main.get_by_role("img", name=re.compile("Map: where Sicilia lies"))).to_be_visible()
    printed = page.pdf(prefer_css_page_size=True)
    assert 2 <= len(re.findall(rb"/Type\s*/Page[^s]", printed)) <= 4
    page.emulate_media(media="print")
    for hidden in (page.get_by_test_id("stSidebar"), page.get_by_test_id("stHeader"),
                   page.get_by_role("button", name="Download the report")):  # fmt: skip
        expect(hidden).to_be_hidden()
    page.emulate_media(media="screen")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the report").click()
    assert waiting.value.suggested_filename == "groundwork_report_at-ITG1.html"
    text = waiting.value.path().read_text("utf-8")
    assert "10\u202f477" in text and "<script" not in text


def test_a_territory_is_found_by_name(page: Page, address: str) -> None:
    page.goto(f"{address}/territory")
    field = page.get_by_label("Find a territory", exact=True)
    field.fill("andalucia", timeout=_LONG)
    field.press("Enter")
    page.get_by_role("button", name="Andalucía, Spain").click(timeout=_LONG)
    page.wait_for_url("**at=ES61*")
    expect(page.get_by_test_id("stMain")).to_contain_text("2\u202f827", timeout=_LONG)


def test_a_phone_shows_the_generated_page_whole_and_marked(page: Page, address: str) -> None:
    found = screen.strangers(page)
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{address}/territory?data=demonstration&at=MT")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Every figure on this page is generated")
    expect(main).to_contain_text("Demonstration: generated figures")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")
    assert found == []
