"""The Corrections page as a stakeholder meets it: propose, compare, review, and on other pages."""

import csv
import io

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e import screen
from tests.e2e.screen import opened, still

GELDERLAND = "corrections?territory=NL22&measure=committed_places&period=2024-11"


def main(page: Page) -> Locator:
    return page.get_by_test_id("stMain")


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).click()
    still(page)


def test_a_correction_from_its_proposal_to_its_review(page: Page, address: str) -> None:
    found = screen.strangers(page)
    opened(page, f"{address}/{GELDERLAND}")
    expect(main(page)).to_contain_text("Published: 10\u202f474 places")
    page.get_by_label("The number (places)", exact=True).fill("12000")
    page.keyboard.press("Tab")
    still(page)
    expect(main(page)).to_contain_text("met, with 296 places to spare")
    page.get_by_role("textbox", name="How do you know?").fill(
        "We run them: <img src=x> ![x](http://evil.example)"
    )
    page.get_by_role("textbox", name="Link to evidence").fill("https://example.org/places")
    choose(page, "You speak as", "Refugee-led organisation")
    page.get_by_role("textbox", name="Organisation", exact=True).fill("Newcomers of Arnhem")
    page.get_by_role("button", name="Propose this correction").click()
    still(page)
    expect(main(page)).to_contain_text("Your proposal is kept")
    # Beside the published figure, which stays; words of strangers are words.
    expect(main(page)).to_contain_text("Published: 10\u202f474 places")
    expect(main(page)).to_contain_text("Proposed: 12\u202f000 places, by Newcomers of Arnhem")
    expect(main(page)).to_contain_text("<img src=x> ![x](http")
    assert main(page).locator("img").count() == 0
    link = main(page).get_by_role("link", name="example.org", exact=True)
    assert link.get_attribute("href") == "https://example.org/places"
    page.get_by_text("What an acceptance would move").last.click()
    still(page)
    expect(main(page)).to_contain_text("5 of 11 → 7 of 11")

    page.get_by_text("Review or withdraw").click()
    still(page)
    page.get_by_text("Accept", exact=True).click()
    still(page)
    page.get_by_role("textbox", name="Reason", exact=True).fill("The list agrees.")
    page.get_by_role("textbox", name="Your organisation").fill("COA")
    page.get_by_role("button", name="Keep this decision").click()
    still(page)
    expect(main(page)).to_contain_text("Your decision is kept. You accepted this proposal.")
    expect(main(page)).to_contain_text("Accepted by COA, not verified.")
    expect(main(page)).to_contain_text("What the acceptance moves")
    expect(page.get_by_role("button", name="Keep this decision")).to_have_count(0)
    expect(main(page)).to_contain_text("one is accepted")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download all proposals").click()
    (row,) = csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig")))
    assert (row["published_value"], row["proposed_value"]) == ("10474", "12000")
    assert (row["state"], row["last_review_by"]) == ("accepted", "COA")

    opened(page, f"{address}/gaps?by=task_nl&at=NL22")
    expect(main(page)).to_contain_text("Short by 1\u202f230 places")
    expect(main(page)).to_contain_text("says Places committed for asylum applicants")
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_the_page_whole(browser, address: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme, locale="en-GB"
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    opened(page, f"{address}/{GELDERLAND}")
    expect(main(page)).to_contain_text("What is proposed")
    wide = page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"
    )
    assert wide <= 390
    context.close()
