"""The Sites page as a reader meets it: numbers on the map, a proof, a plan to try elsewhere."""

import csv
import io
import re

from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

LONG = 30_000


def test_real_hospitals_are_numbered_proven_and_taken_away(page: Page, address: str) -> None:
    """Austria on a phone: nothing from elsewhere, nothing sideways, the file holds the answer."""
    page.set_viewport_size({"width": 390, "height": 844})
    strangers = screen.strangers(page)
    screen.open_view(page, f"{address}/sites?in=AT&km=20&sites=3")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Three new hospitals would bring", timeout=LONG)
    expect(main).to_contain_text("proven best", timeout=LONG)
    seen = screen.colours(page.locator(screen.MAP).first)
    covered, newly, out = (rgb(each) for each in LIGHT.colours(3, "sites"))
    assert min(seen[covered], seen[newly], seen[out]) > 20
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the new places").click()
    rows = list(csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig"))))
    assert [row["site"] for row in rows] == ["1", "2", "3"]
    assert all("Eurostat GISCO: Healthcare services" in row["sources"] for row in rows)
    assert {row["evidence"] for row in rows} == {"estimated"}
    assert strangers == []


def test_generated_centres_are_marked_and_become_a_plan(page: Page, address: str) -> None:
    view = "data=demonstration&for=reception&whom=asylum_applicants&in=AT&takes=200&sites=2"
    screen.opened(page, f"{address}/sites?{view}")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Demonstration: generated figures", timeout=LONG)
    expect(main).to_contain_text("Two new reception centres for asylum applicants would take")
    link = main.get_by_role("link", name="Try these places as a scenario")
    expect(link).to_have_attribute("href", re.compile(r"scenario\?plan=New%20sites%3Aplaces\.AT"))
    page.get_by_text("Show the new places as a table").click()
    page.wait_for_url(re.compile("table=1"), timeout=LONG)
