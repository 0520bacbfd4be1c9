"""The Sources page in a real browser."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

pytestmark = pytest.mark.browser
SICILIA = (0.545, 0.835)


def test_the_patchwork_shows_what_is_known_and_what_is_not(page: Page, address: str) -> None:
    strangers = screen.strangers(page)
    screen.open_view(page, f"{address}/sources?kind=use")
    seen = screen.colours(page.locator(screen.MAP).first)
    for colour in LIGHT.scale(3):
        assert seen[rgb(colour)] > 50, f"class colour {colour} is not on the map"
    assert seen[rgb(LIGHT.unknown)] > 500
    assert strangers == []


def test_a_click_lists_what_is_missing_there(page: Page, address: str) -> None:
    screen.open_view(page, f"{address}/sources")
    screen.click_map(page, *SICILIA)
    expect(page.get_by_role("heading", name="Sicilia, Italy")).to_be_visible()
    expect(page.get_by_text("Missing, and who could publish it")).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["at"] == ["ITG1"]


def test_a_figure_leads_to_its_source(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/figures?short=hosted&level=2&at=ITG1")
    link = page.get_by_role("link", name="Source and caveats")
    expect(link).to_be_visible()
    target = link.get_attribute("href")
    assert target is not None
    screen.opened(page, f"{address}/{target.lstrip('/')}")
    expect(page.get_by_role("heading", name="Cruscotto statistico")).to_be_visible()
    expect(page.get_by_text("Persons present, not places.")).to_be_visible()


def test_pages_are_reached_from_the_head(page: Page, address: str) -> None:
    screen.opened(page, address)
    page.get_by_role("link", name="Sources", exact=True).click()
    page.wait_for_url("**/sources*")
    screen.still(page)
    expect(
        page.get_by_role("heading", name="How much does Europe know of its own capacity?")
    ).to_be_visible()
    page.get_by_role("link", name="Figures", exact=True).click()
    page.wait_for_url("**/figures*")
    screen.still(page)
    expect(page.get_by_role("heading", name="Who has no hospital")).to_be_visible()
    page.get_by_role("link", name="Gaps", exact=True).click()
    page.wait_for_url("**/gaps*")
    screen.still(page)
    expect(page.get_by_role("heading", name="Where is reception short")).to_be_visible()
