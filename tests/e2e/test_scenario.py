"""The Scenario page as a reader meets it: a plan built, compared, kept in a file, reopened."""

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e import screen

MAIN, SAVE = "stMain", "Save these plans (JSON)"
TENTH = "A tenth of places lost"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    screen.still(page)


def test_a_plan_is_built_by_clicks_kept_in_a_file_and_reopened(
    page: Page, address: str, tmp_path: Path
) -> None:
    """36,566 places, 4,972 to spare; 3,656 are a tenth, and 200 more close: 1,116 are left."""
    screen.placed(page, f"{address}/scenario?in=NL&at=NL")
    press(page, TENTH)
    page.get_by_test_id("stSelectbox").filter(has_text="What happens?").click()
    page.get_by_role("option", name="Places open or close in a territory").click()
    screen.still(page)
    page.get_by_test_id(MAIN).get_by_text("Close", exact=True).click()
    screen.still(page)
    press(page, "Add this change")
    main = page.get_by_test_id(MAIN)
    after = re.compile(r"After “A tenth of places lost”: Met, with 1.116 places to spare")
    expect(main).to_contain_text(after)
    assert "plan=A+tenth+of+places+lost:lose.10,places.NL.-200" in page.url.replace(
        "%3A", ":"
    ).replace("%2C", ",").replace("%20", "+")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=SAVE).click()
    saved = tmp_path / "plans.json"
    waiting.value.save_as(saved)
    assert [each["name"] for each in json.loads(saved.read_text("utf-8"))["plans"]] == [TENTH]

    # Whoever does not wait for the whole page: a refused file changes nothing.
    asked = f"{address}/scenario?at=NL&level=0"
    page.goto(asked)
    page.get_by_text("Open plans from a file").click()
    screen.still(page)
    refused = tmp_path / "refused.json"
    refused.write_text("{}", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(refused)
    expect(page.get_by_test_id(MAIN).get_by_role("alert").first).to_be_visible()
    screen.still(page)
    assert page.url == asked
    page.locator("input[type=file]").set_input_files(saved)
    expect(main).to_contain_text("Opened: one plan.")
    screen.still(page)
    expect(main).to_contain_text(after)
    assert "in=NL" in page.url and "level=0" not in page.url


def test_a_phone_compares_plans_whole_and_asks_nobody_else(page: Page, address: str) -> None:
    """5,000 people find 633 of the free places in the Netherlands; nobody more is without."""
    found = screen.strangers(page)
    page.set_viewport_size({"width": 390, "height": 844})
    plans = "Winter:arrive.5000.unmet.residents;Cut:lose.10"
    screen.placed(page, f"{address}/scenario?at=NL&plan={plans}")
    main = page.get_by_test_id(MAIN)
    expect(main).to_contain_text("Of these plans “Winter” leaves the fewest places missing")
    expect(main).to_contain_text("633 people come here")
    press_radio = main.get_by_test_id("stRadio").get_by_text("Cut", exact=True)
    press_radio.click()
    expect(main).to_contain_text(re.compile(r"3.656 places are lost here"))
    assert "look=2" in page.url
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert found == []


def test_the_demonstration_says_so(page: Page, address: str) -> None:
    url = f"{address}/scenario?data=demonstration&in=NL&level=0&plan=A:lose.10"
    screen.placed(page, url)
    main = page.get_by_test_id(MAIN)
    expect(main).to_contain_text("Every figure on this page is generated")
    expect(main.get_by_text("Demonstration: generated figures").first).to_be_visible()
