"""The Vision page as a reader meets it: matrix, map, ranges, file."""

import csv
import io
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

SLOW = 60_000
TITLE = "Who has a whole strategy, and who a patchwork?"


def opened(page: Page, url: str, by: Callable[[Page, str], None] = screen.placed) -> None:
    """The page, once its areas have been read: the first time takes a while."""
    page.set_default_timeout(2 * SLOW)
    by(page, url)
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=SLOW)


def test_what_cannot_be_told_is_dotted_and_the_file_says_so(page: Page, address: str) -> None:
    opened(page, f"{address}/vision?at=IE", screen.open_view)
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Nobody is known to have a whole strategy", timeout=SLOW)
    expect(main).to_contain_text("Ireland: what each answer rests on", timeout=SLOW)
    expect(page.get_by_role("list", name="Answers")).to_contain_text("? unknown")
    seen = screen.colours(page.locator(screen.MAP).first)
    assert seen[rgb(LIGHT.cannot_tell)] > 5_000
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the matrix").click()
    rows = list(csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig"))))
    ireland = {row["area_id"]: row["answer"] for row in rows if row["territory_id"] == "IE"}
    assert len(ireland) == 8
    assert ireland["funds"] == "covered"
    assert ireland["equality"] == "unknown"


def test_a_weight_is_kept_in_the_address(page: Page, address: str) -> None:
    opened(page, f"{address}/vision?weigh_funds=0&combining=geometric")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("is known to cover all 7 areas", timeout=SLOW)
    sidebar = page.get_by_test_id("stSidebar")
    sidebar.get_by_text("How much each area counts").click()
    slider = sidebar.get_by_role("slider", name="Digital")
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**weigh_digital=2*", timeout=SLOW)
    assert "combining=geometric" in page.url and "weigh_funds=0" in page.url


def test_a_phone_shows_the_demonstration_whole_and_asks_nobody_else(
    page: Page, address: str
) -> None:
    found = screen.strangers(page)
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, f"{address}/vision?data=demonstration")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Every figure on this page is generated", timeout=SLOW)
    expect(main).to_contain_text("Which assumption drives it?", timeout=SLOW)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found == []
