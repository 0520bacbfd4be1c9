"""The Digital page as a reader meets it: from the publisher's record to the pixel and the file."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

MAP = screen.MAP


def test_france_s_share_reaches_the_pixel(page: Page, address: str) -> None:
    """47 to 58 % are left out: the class from 40 to 50 % at least, the fifth of six."""
    screen.open_view(page, f"{address}/digital?in=FR")
    seen = screen.colours(page.locator(MAP).first)
    fifth, last = (rgb(colour) for colour in LIGHT.scale(6)[4:])
    assert seen[fifth] > 20_000
    assert seen[last] < 300
    screen.click_map(page, 0.5, 0.5)
    page.wait_for_url("**at=FR*")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text(
        "47 to 58\u202f% of newcomers speak no language of a known service"
    )
    expect(main).to_contain_text("Sinhala: 22\u202f000 to 25\u202f000 people")


def test_what_cannot_be_told_is_dotted_and_what_is_unknown_hatched(
    page: Page, address: str
) -> None:
    screen.open_view(page, f"{address}/digital")
    legend = page.get_by_role("list", name="Legend")
    expect(legend).to_contain_text("cannot tell: languages not listed")
    expect(legend).to_contain_text("unknown: no digital service is known")
    seen = screen.colours(page.locator(MAP).first)
    assert seen[rgb(LIGHT.cannot_tell)] > 1_000
    assert seen[rgb(LIGHT.unknown)] > 5_000


def test_the_catalogue_is_searched_from_the_keyboard(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/digital?view=services")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("7 of 7 services")
    page.get_by_label("Search", exact=True).focus()
    page.keyboard.type("lippe")
    page.keyboard.press("Enter")
    screen.still(page)
    expect(main).to_contain_text("1 of 7 services")
    expect(main).to_contain_text("Speaks ten languages, which its page does not name.")
    expect(page.get_by_role("list", name="Criteria")).to_contain_text("Offline: not stated")


def test_the_files_hold_rows_with_source_and_line(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/digital?at=FR")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these services").click()
    (row,) = csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig")))
    assert (row["name"], row["languages"]) == ("Réfugiés.info", "fr ar en ps fa ru ti")
    assert (row["source_line"], row["offline"], row["is_offline"]) == ("135", "", "not stated")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download all languages").click()
    rows = list(csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig"))))
    sinhala = next(r for r in rows if (r["territory_id"], r["language"]) == ("FR", "si"))
    assert float(sinhala["upper"]) == pytest.approx(25_266.76)
    assert (sinhala["evidence"], sinhala["publisher"]) == ("estimated", "UNHCR")


def test_a_phone_shows_the_page_whole_and_asks_nobody_else(page: Page, address: str) -> None:
    found = screen.strangers(page)
    page.set_viewport_size({"width": 390, "height": 844})
    screen.placed(page, f"{address}/digital?view=on_site&term=social_orientation&at=FR10")
    expect(page.get_by_test_id("stMain")).to_contain_text("On site too")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found == []


def test_the_demonstration_says_so_on_map_cards_and_files(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/digital?data=demonstration&view=on_site&term=legal_aid")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Every figure on this page is generated")
    expect(main).to_contain_text("legal aid is known to be digital only")
    expect(main).to_contain_text("Demonstration: generated figures")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these services").click()
    assert waiting.value.suggested_filename == "demo_groundwork_digital_services.csv"
    assert "Demonstration: generated figures" in waiting.value.path().read_text("utf-8-sig")
