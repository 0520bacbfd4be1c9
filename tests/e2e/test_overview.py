"""The first page in a real browser."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

pytestmark = pytest.mark.browser
SPAIN = (0.16, 0.76)
DOORS = {
    "Short, met or unknown, by region": "/gaps",
    "What is known there and what is not": "/sources",
    "Short, met or unknown, by country": "/gaps?level=0",
    "Reception places per 1,000 residents": "/figures?short=places&level=0",
    "Where every figure is from": "/sources",
}


def test_it_opens_first_with_its_map_and_asks_nobody_else(page: Page, address: str) -> None:
    strangers = screen.strangers(page)
    screen.open_view(page, address)
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("people in need of protection")
    seen = screen.colours(page.locator(screen.MAP).first)
    assert seen[rgb(LIGHT.unknown)] > 5000
    assert len([colour for colour, pixels in seen.items() if pixels > 500]) > 4
    expect(page.get_by_test_id("stMetricValue")).to_have_count(4)
    assert strangers == []


def test_a_click_says_what_is_known_of_a_country(page: Page, address: str) -> None:
    screen.open_view(page, address)
    screen.click_map(page, *SPAIN)
    expect(page.get_by_text("Spain: Short by")).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["at"] == ["ES"]
    link = page.get_by_role("link", name="More on it").get_attribute("href")
    screen.opened(page, f"{address}/{link}")
    expect(page.get_by_role("heading", name="Spain", exact=True)).to_be_visible()


def test_every_door_leads_where_it_says(page: Page, address: str) -> None:
    screen.opened(page, address)
    for name, wanted in DOORS.items():
        href = page.get_by_role("link", name=name).get_attribute("href") or ""
        door = urlsplit(href)
        assert f"/{door.path.strip('/')}" == urlsplit(wanted).path
        assert parse_qs(urlsplit(wanted).query).items() <= parse_qs(door.query).items()
    page.get_by_role("link", name="Reception places per 1,000 residents").click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/figures")
    screen.still(page)
    page.wait_for_selector(screen.MAP)
    assert parse_qs(urlsplit(page.url).query)["short"] == ["places"]
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("people in need")


def test_a_territory_is_searched_and_followed(page: Page, address: str) -> None:
    screen.opened(page, address)
    field = page.get_by_role("combobox", name="Territory")
    field.click()
    field.press_sequentially("ITG1")
    expect(page.get_by_role("option").first).to_have_text("Sicilia, Italy (ITG1)")
    field.press("Enter")
    screen.still(page)
    page.get_by_role("link", name="What is short: Sicilia, Italy").click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/gaps")
    screen.still(page)
    expect(page.get_by_role("heading", name="Where is reception short")).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["at"] == ["ITG1"]


def test_a_kind_of_data_leads_to_its_map(page: Page, address: str) -> None:
    screen.opened(page, address)
    page.get_by_role("link", name="People hosted in reception").click()
    page.wait_for_url(lambda url: urlsplit(url).path == "/sources")
    screen.still(page)
    expect(page.get_by_role("heading", name="Where is it known")).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["kind"] == ["use"]


def test_the_figures_are_a_file(page: Page, address: str) -> None:
    screen.opened(page, address)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Figures of this page").click()
    lines = waiting.value.path().read_text("utf-8-sig").splitlines()
    assert lines[0].startswith("figure,value,unit")
    assert len(lines) == 1 + 4


def test_a_narrow_screen_in_the_dark_holds_it_all(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 1400}, color_scheme="dark")
    page = context.new_page()
    screen.open_view(page, address)
    assert page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0
    wide = page.evaluate(
        """() => [...document.querySelectorAll('.stMain p, .stMain h1, .stMain li, .stMain b')]
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.innerText)"""
    )
    assert wide == []
    seen = screen.colours(page.locator(screen.MAP).first)
    assert len([colour for colour, pixels in seen.items() if pixels > 300]) > 4
    context.close()


def test_the_bars_of_what_is_known_end_above_what_follows(page: Page, address: str) -> None:
    screen.opened(page, address)
    bars, doors = page.locator(".gw-known"), page.locator(".st-key-doors")
    bars.locator("li").last.wait_for()
    doors.wait_for()
    last, below = bars.locator("li").last.bounding_box(), doors.bounding_box()
    assert last is not None and below is not None
    assert last["y"] + last["height"] < below["y"]
