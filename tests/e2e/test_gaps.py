"""The Gaps page as a reader meets it: colours, textures, tiles, clicks, datasets, the wire."""

import csv
import io
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import DARK, LIGHT, rgb

MAP = screen.MAP
TASK = "gaps?by=task_nl"


def test_a_country_s_task_shows_short_met_and_unknown(page: Page, address: str) -> None:
    screen.open_view(page, f"{address}/{TASK}")
    seen = screen.colours(page.locator(MAP).first)
    for colour in (LIGHT.turn[0], LIGHT.turn[1], LIGHT.turn[3], LIGHT.turn[4]):
        assert seen[rgb(colour)] > 300, colour
    assert seen[rgb(LIGHT.unknown)] > 100
    expect(page.get_by_role("list", name="Legend")).to_contain_text("cannot tell")


def test_a_ranked_territory_can_be_chosen_and_is_explained(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/{TASK}&at=NL22")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Short by 1\u202f230 places")
    expect(main).to_contain_text("10\u202f474 are promised (November 2024)")
    page.get_by_role("button", name="Clear").click()
    screen.still(page)
    expect(main).not_to_contain_text("10\u202f474 are promised")


def test_a_click_on_a_tile_chooses_its_territory(page: Page, address: str) -> None:
    screen.open_view(page, f"{address}/{TASK}&form=tiles")
    # Twelve tiles around the middle of the map: the middle one is some province.
    screen.click_map(page, 0.5, 0.5)
    page.wait_for_url("**at=NL*")


def test_the_keyboard_alone_finds_a_territory_and_the_table(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/{TASK}")
    field = page.get_by_placeholder("Click the map, or type a name or code")
    field.focus()
    page.keyboard.type("zeeland")
    page.keyboard.press("Enter")
    screen.still(page)
    button = page.get_by_role("button", name="Zeeland, Netherlands")
    button.focus()
    page.keyboard.press("Enter")
    screen.still(page)
    expect(page.get_by_test_id("stMain")).to_contain_text("Met, with 291 places to spare")
    # The switch itself is an invisible box beside its drawing.
    page.get_by_label("Show as a table", exact=True).focus()
    page.keyboard.press("Space")
    screen.still(page)
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()


def test_the_file_holds_the_rows_seen_and_says_whose_benchmark(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/{TASK}&norm=1.5")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these rows").click()
    name = waiting.value.suggested_filename
    assert name.startswith("groundwork_gaps_") and name.endswith("_norm-1-5.csv")
    text = waiting.value.path().read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 12
    gelderland = next(row for row in rows if row["territory_id"] == "NL22")
    # 11,704 x 1.5 - 10,474
    assert float(gelderland["gap"]) == pytest.approx(7_082)
    assert gelderland["benchmark_edited"] == "yes, by the reader"
    utrecht = next(row for row in rows if row["territory_id"] == "NL35")
    assert (utrecht["capacity"], utrecht["gap"], utrecht["answer"]) == ("", "", "unknown")


def test_the_demonstration_says_so_everywhere(page: Page, address: str) -> None:
    screen.open_view(page, f"{address}/gaps?data=demonstration&level=2")
    expect(page.get_by_test_id("stMain")).to_contain_text("Every figure on this page is generated")
    seen = screen.colours(page.locator(MAP).first)
    assert seen[rgb(LIGHT.turn[5])] > 300 and seen[rgb(LIGHT.turn[0])] > 300
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these rows").click()
    assert waiting.value.suggested_filename.startswith("demo_")
    rows = list(csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig"))))
    assert {row["need_evidence"] for row in rows} == {"synthetic"}
    assert {row["dataset"] for row in rows} == {"Demonstration: generated figures"}


def test_the_dataset_stays_from_page_to_page(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/gaps?data=demonstration")
    page.get_by_test_id("stHeader").get_by_text("Figures", exact=True).click()
    page.wait_for_url("**/figures*")
    screen.still(page)
    expect(page.get_by_test_id("stMain")).to_contain_text("Every figure on this page is generated")
    page.get_by_test_id("stSidebar").get_by_text("Published", exact=True).click()
    screen.still(page)
    expect(page.get_by_test_id("stMain")).not_to_contain_text("is generated")


def test_a_phone_in_the_dark_shows_the_page_whole(browser, address: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme="dark", locale="en-GB"
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    screen.open_view(page, f"{address}/{TASK}&at=NL22")
    wide = page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
    )
    assert wide <= 390
    assert screen.colours(page.locator(MAP).first)[rgb(DARK.turn[4])] > 50
    context.close()


def test_the_page_asks_nobody_else(page: Page, address: str) -> None:
    found = screen.strangers(page)
    screen.placed(page, f"{address}/{TASK}&form=tiles&table=1")
    page.get_by_text("Benchmark, method and sources").click()
    screen.still(page)
    assert found == []


def test_a_switch_of_language_changes_the_words_alone(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/{TASK}&at=NL22")
    page.locator(".st-key-lang input").click()
    page.get_by_role("option", name="Italiano").click()
    screen.still(page)
    expect(page.get_by_role("radio", name="Divario")).to_be_checked()
    expect(page.get_by_test_id("stMain")).to_contain_text("1.230")
    # The next act would send what the controls then show: all of it as it was.
    page.locator(".st-key-table label").click()
    screen.still(page)
    page.wait_for_url("**table=1*")
    asked = parse_qs(urlsplit(page.url).query)
    assert asked == {"by": ["task_nl"], "at": ["NL22"], "lang": ["it"], "table": ["1"]}
