"""The Funds page as a reader meets it: from the publisher's row to the pixel, and to the file."""

import csv
import io

from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

MAP = screen.MAP


def test_austrias_287_euro_reach_the_pixel(page: Page, address: str) -> None:
    """64,533,977 EUR for 224,670 applicants: 287 EUR, of two classes the one under 300."""
    screen.open_view(page, f"{address}/funds?in=AT")
    legend = page.get_by_role("list", name="Legend")
    expect(legend).to_contain_text("under 300")
    under, above = (rgb(colour) for colour in LIGHT.scale(2))
    seen = screen.colours(page.locator(MAP).first)
    assert seen[under] > 20_000
    assert seen[above] == 0
    screen.click_map(page, 0.6, 0.5)
    page.wait_for_url("**at=AT*")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("287\u202fEUR for one asylum applicant")
    expect(main).to_contain_text("64\u202f533\u202f977\u202fEUR committed")
    expect(main).to_contain_text("Too few to tell: only one territory has both figures")


def test_the_file_holds_every_territory_seen_and_who_is_unknown(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/funds")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download these rows").click()
    assert waiting.value.suggested_filename == "groundwork_funds.csv"
    text = waiting.value.path().read_text("utf-8-sig")
    rows = {row["territory_id"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (rows["AT"]["money"], rows["AT"]["need"]) == ("64533977", "224670")
    assert rows["AT"]["publisher"].startswith("EU Monitor")
    assert (rows["UK"]["need"], rows["UK"]["eur_for_one"]) == ("", "")
    assert (rows["UK"]["money"], rows["UK"]["lacking"]) == ("370425577", "1")
    assert (rows["CH"]["takes_part"], rows["CH"]["money"]) == ("false", "")
    assert all(row["paid_eur"] == "" for row in rows.values())


def test_the_page_asks_no_stranger_and_fits_a_phone(page: Page, address: str) -> None:
    found = screen.strangers(page)
    page.set_viewport_size({"width": 390, "height": 844})
    screen.placed(page, f"{address}/funds?at=FR&fund=AMIF~estimate_from_the_legal_formula")
    expect(page.get_by_test_id("stMain")).to_contain_text("no publisher states these amounts")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found == []


def test_the_demonstration_says_so_on_map_tables_and_files(page: Page, address: str) -> None:
    screen.opened(page, f"{address}/funds?data=demonstration")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Every figure on this page is generated")
    expect(main).to_contain_text("two funds or more pay for the same service")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download by territory and service").click()
    assert waiting.value.suggested_filename == "demo_groundwork_funds_by_service_2025.csv"
    text = waiting.value.path().read_text("utf-8-sig")
    assert "Demonstration: generated figures" in text
