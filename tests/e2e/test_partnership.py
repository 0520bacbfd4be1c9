"""The page Partnership in a real browser."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import screen
from tests.test_partnership import FIRENZE
from ui.palette import LIGHT, rgb

pytestmark = pytest.mark.browser


def test_a_counted_province_is_coloured_told_and_taken_away(page: Page, address: str) -> None:
    """From ANAC's lines of FIRENZE to the pixel: ten listed buyers are class 10 to 19."""
    strangers = screen.strangers(page)
    screen.open_view(page, f"{address}/partnership?level=3&in=IT&at=ITI14")
    expect(page.get_by_text(f"{len(FIRENZE)} organisations", exact=True)).to_be_visible()
    expect(page.get_by_text(f"{sum(FIRENZE.values())} contracts", exact=True)).to_be_visible()
    seen = screen.colours(page.locator(screen.MAP).first)
    assert seen[rgb(LIGHT.scale(6)[3])] > 200
    # No Italian province is unknown, and no class is used for none.
    assert seen[rgb(LIGHT.unknown)] < 200
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the organisations").click()
    lines = waiting.value.path().read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + len(FIRENZE)
    assert "PREFETTURA DI FIRENZE" in "".join(lines) and "CC BY 4.0" in lines[1]
    assert strangers == []


def test_views_change_and_stay_in_the_address(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/partnership?in=FR")
    page.get_by_text("Shared work", exact=True).click()
    screen.still(page)
    expect(page.get_by_role("heading", name="Who shares work, and with whom?")).to_be_visible()
    expect(page.get_by_text("French State (public authority) has 19 partners")).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["view"] == ["network"]
    page.get_by_text("Who decides", exact=True).click()
    screen.still(page)
    expect(page.get_by_text("864 replies", exact=True)).to_be_visible()


@pytest.mark.parametrize(("scheme", "view"), [("light", "who"), ("dark", "network")])
def test_a_narrow_screen_holds_it_all(
    browser: Browser, address: str, scheme: str, view: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 1400},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    screen.placed(page, f"{address}/partnership?data=demonstration&view={view}&at=ITI1")
    expect(page.get_by_role("heading", name="Toscana, Italy", exact=True)).to_be_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.stMain p, .stMain h1, .stMain h5, .stMain li')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.innerText)"""
    )
    assert wide == []
    context.close()
