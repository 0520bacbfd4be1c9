"""The Stress page as a reader meets it: pixels, interaction, phone, file."""

import csv
import io

from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

MAP = screen.MAP


def test_italy_s_highest_today_is_drawn_deepest_and_a_click_explains(
    page: Page, address: str
) -> None:
    """Sicilia hosts more people than ever before: the deepest of seven classes."""
    screen.open_view(page, f"{address}/stress?in=IT")
    seen = screen.colours(page.locator(MAP).first)
    assert seen[rgb(LIGHT.scale(7)[-1])] > 5_000
    assert seen[rgb(LIGHT.scale(7)[-2])] > 20_000
    legend = page.get_by_role("list", name="Legend")
    expect(legend).to_contain_text("full today, or at its highest so far", timeout=30_000)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these rows").click()
    rows = csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig")))
    sicilia = next(row for row in rows if row["territory_id"] == "ITG1")
    assert (sicilia["hosted_today"], sicilia["places_today"]) == ("10477", "10477")
    assert (sicilia["full_answer"], sicilia["week_full_earliest"]) == ("may fill", "0")
    assert sicilia["places_known_as"] == "most hosted at once"


def test_more_places_change_the_answer_and_the_address(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/stress?in=BG&level=0&shock=custom&persons=1800&at=BG")
    main = page.get_by_test_id("stMain")
    # 1,579 people, 3,225 places; 450 people a week: 3,379 after four weeks.
    expect(main).to_contain_text("Week 4.", timeout=30_000)
    expect(main).to_contain_text(
        "10\u202f% more places (323) gain at least 23 weeks", timeout=30_000
    )
    page.get_by_role("spinbutton", name="Go on coming after it").fill("50")
    page.keyboard.press("Enter")
    page.wait_for_url("**tail=50*")
    screen.still(page)
    # 225 a week afterwards: 3,548 places are full at the end of week 5.
    expect(main).to_contain_text("10\u202f% more places (323) gain one week", timeout=30_000)


def test_a_phone_shows_the_demonstration_whole_and_asks_nobody_else(
    page: Page, address: str
) -> None:
    found = screen.strangers(page)
    page.set_viewport_size({"width": 390, "height": 844})
    screen.placed(page, f"{address}/stress?data=demonstration&in=AT&at=AT13")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Every figure on this page is generated", timeout=30_000)
    expect(main).to_contain_text("Begin to act at", timeout=30_000)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found == []
