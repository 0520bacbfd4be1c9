"""The Sponsorship page as a reader meets it: the map, the ranking, a phone, the file."""

import csv
import io

from playwright.sync_api import Browser, Page, expect

from tests.e2e import screen
from ui.palette import DARK, LIGHT, rgb

MAP = screen.MAP
PAGE = "sponsorship"


def test_the_traced_quarters_reach_the_map_the_panel_and_the_file(page: Page, address: str) -> None:
    """South West of England, 2022: 48 persons (see tests/test_sponsorship.py)."""
    screen.open_view(page, f"{address}/{PAGE}?in=UK&when=2022&at=UKK")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("48 persons arrived through community sponsorship")
    seen = screen.colours(page.locator(MAP).first)
    assert seen[rgb(LIGHT.stops[-1])] > 300
    assert seen[rgb(LIGHT.unknown)] > 50
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these rows").click()
    assert waiting.value.suggested_filename == ("groundwork_sponsorship_in-UK_when-2022.csv")
    rows = list(csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig"))))
    south_west = next(row for row in rows if row["territory_id"] == "UKK")
    assert south_west["count"] == "48" and "Open Government Licence" in south_west["licence"]
    northern_ireland = next(row for row in rows if row["territory_id"] == "UKN")
    assert northern_ireland["count"] == northern_ireland["value"] == ""


def test_a_row_of_the_ranking_chooses_a_territory(page: Page, address: str) -> None:
    screen.placed(page, f"{address}/{PAGE}")
    chart = page.locator(".stVegaLiteChart").first
    chart.scroll_into_view_if_needed()
    box = chart.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 30, box["y"] + 10)
    page.wait_for_timeout(300)
    page.mouse.click(box["x"] + 40, box["y"] + 16)
    page.wait_for_url("**at=*")
    screen.still(page)
    expect(page.get_by_role("button", name="Clear")).to_be_visible()


def test_short_reception_without_sponsors_is_drawn_on_the_demonstration(
    page: Page, address: str
) -> None:
    screen.open_view(page, f"{address}/{PAGE}?data=demonstration&show=short")
    seen = screen.colours(page.locator(MAP).first)
    for colour in LIGHT.scale(4):
        assert seen[rgb(colour)] > 200, colour
    expect(page.get_by_role("list", name="Legend")).to_contain_text("short, no sponsors")


def test_a_phone_in_the_dark_shows_the_page_whole_with_its_rules(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme="dark", locale="en-GB"
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    screen.open_view(page, f"{address}/{PAGE}?at=UKK")
    wide = page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
    )
    assert wide <= 390
    # The palest of four classes: Germany as a whole.
    assert screen.colours(page.locator(MAP).first)[rgb(DARK.scale(4)[0])] > 50
    rule = page.get_by_text("People in a group:").first
    rule.scroll_into_view_if_needed()
    expect(rule).to_be_visible()
    context.close()


def test_the_page_asks_nobody_else(page: Page, address: str) -> None:
    found = screen.strangers(page)
    screen.placed(page, f"{address}/{PAGE}?table=1&at=UKK")
    page.get_by_text("How the figures are worked out").click()
    screen.still(page)
    assert found == []
