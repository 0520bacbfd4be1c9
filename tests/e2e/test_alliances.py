"""The Alliances page as a reader meets it: colours, lines, the address, both datasets, a phone."""

from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

MAP = screen.MAP
TASK = "alliances?by=task_nl"
PATIENT = 30_000


def test_partners_are_told_apart_and_joined_by_lines(page: Page, address: str) -> None:
    screen.open_view(page, f"{address}/{TASK}")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Neighbours could cover 3\u202f835", timeout=PATIENT)
    seen = screen.colours(page.locator(MAP).first)
    for colour in (LIGHT.turn[0], LIGHT.turn[5], LIGHT.unknown, LIGHT.text):
        assert seen[rgb(colour)] > 150, colour
    legend = page.get_by_role("list", name="Legend")
    expect(legend).to_contain_text("short, a neighbour could help", timeout=PATIENT)
    # Drenthe, 1,491 beyond its task, beside Overijssel, which lacks 2,461 of its own.
    expect(main).to_contain_text("Drenthe could cover 1\u202f491", timeout=PATIENT)


def test_a_choice_is_in_the_address_and_the_demonstration_says_so(page: Page, address: str) -> None:
    screen.placed(page, f"{address}/alliances?data=demonstration")
    page.get_by_text("Small alliances", exact=True).click()
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Small alliances that cover most", timeout=PATIENT)
    screen.still(page)
    assert "show=small" in page.url
    expect(main).to_contain_text("Demonstration: generated figures", timeout=PATIENT)
    with page.expect_download(timeout=PATIENT) as waiting:
        page.get_by_role("button", name="Download these rows").click()
    assert waiting.value.suggested_filename.startswith("demo_groundwork_alliances")


def test_a_phone_reads_it_without_scrolling_sideways(page: Page, address: str) -> None:
    strangers = screen.strangers(page)
    page.set_viewport_size({"width": 390, "height": 844})
    screen.placed(page, f"{address}/{TASK}&at=NL21")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Short by 2\u202f461 places", timeout=PATIENT)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert strangers == []
