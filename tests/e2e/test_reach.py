"""The Reach page as a reader meets it: colours, a click on a cell, what one more would change."""

import csv
import io
import re
from pathlib import Path

import duckdb
from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.palette import LIGHT, rgb

MAP = screen.MAP


def test_three_colours_and_a_click_that_asks_what_if(page: Page, address: str) -> None:
    """Generated reception centres in Austria: people are served, turned away, out of reach."""
    screen.open_view(page, f"{address}/reach?data=demonstration&for=reception&in=AT")
    seen = screen.colours(page.locator(MAP).first)
    served, full, out = (rgb(colour) for colour in LIGHT.three)
    assert min(seen[served], seen[full], seen[out]) > 1_000
    screen.click_map(page, 0.55, 0.5)
    page.wait_for_url(re.compile("at=86"))
    main = page.get_by_test_id("stMain")
    # Places are filled anew for the whole of Europe: that takes a moment.
    answer = re.compile("would be (newly )?served")
    expect(main).to_contain_text(answer, timeout=30_000)
    expect(main).to_contain_text("What if there were one more here?")


def test_a_phone_shows_real_hospitals_whole_and_the_files_hold_their_cells(
    page: Page, address: str
) -> None:
    """Malta: every cell with people is in the file, with the hospitals' publisher in its row."""
    page.set_viewport_size({"width": 390, "height": 844})
    strangers = screen.strangers(page)
    screen.placed(page, f"{address}/reach?in=MT&whom=all")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("from a known hospital", timeout=30_000)
    expect(main).to_contain_text("Newcomers are of 2025", timeout=30_000)
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the cells").click()
    rows = list(csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig"))))
    assert {row["country"] for row in rows} == {"MT"}
    known = [row for row in rows if row["nearest_km"]]
    assert known and all("Eurostat GISCO: Healthcare services" in row["sources"] for row in known)
    assert {row["evidence"] for row in known} == {"estimated"}
    assert strangers == []


def test_travel_times_of_ones_own_turn_kilometres_into_minutes(
    page: Page, address: str, demonstration: Path, tmp_path: Path
) -> None:
    """Every cell of Vienna is 12 minutes from one centre: so is everybody there."""
    with duckdb.connect(str(demonstration.resolve()), read_only=True) as con:
        con.execute(
            "copy (select cell as origin, facility_id as destination, 12.0 as minutes from cell,"
            " (select min(facility_id) as facility_id from facility where service = 'reception'"
            " and country = 'AT' and publish_level = 'point' and places is not null)"
            f" where nuts_2024 = 'AT130') to '{tmp_path / 'ways.parquet'}' (format parquet)"
        )
    view = "reach?data=demonstration&for=reception&in=AT&show=distance"
    screen.placed(page, f"{address}/{view}")
    page.get_by_text("Travel times of my own").click()
    page.locator("[data-testid=stSidebar] input[type=file]").set_input_files(
        tmp_path / "ways.parquet"
    )
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Minutes are of your own table.", timeout=30_000)
    expect(main).to_contain_text("live more than 30 minutes", timeout=30_000)
    expect(main).to_contain_text("Wien, Austria: 12 minutes", timeout=30_000)
    expect(main).to_contain_text("Demonstration: generated figures")
