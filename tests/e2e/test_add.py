"""Add data as a planner does it: her list, a question, a column, her workspace, the map."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.e2e import screen
from tests.e2e.screen import still
from ui.palette import LIGHT, rgb

pytestmark = pytest.mark.browser
LIST = """Unterbringung in den Kreisen
Stand 31.12.2024

NUTS;K2;Bemerkung
DE212;1.240;"=WENN(1;2)"
DE21H;2.310;ohne Notunterkünfte
DE217;rund 300;Angabe folgt
DE21A;;nicht gemeldet
Summe;3.550;
"""
FILE: FilePayload = {
    "name": "plätze 2024.csv",
    "mimeType": "text/csv",
    "buffer": LIST.encode("cp1252"),
}


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list, once the page stands still: scrolling or a rerun would close it."""
    still(page)
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option).click()
    still(page)


def open_page(page: Page, address: str) -> None:
    page.goto(f"{address}/add")
    expect(page.get_by_role("heading", name="What do you know")).to_be_visible(timeout=60_000)
    still(page)


def test_from_a_ministrys_list_to_the_map(page: Page, address: str, workspaces: Path) -> None:
    found = screen.strangers(page)
    page.set_viewport_size({"width": 1440, "height": 2400})
    open_page(page, address)
    main = page.get_by_test_id("stMain")
    page.set_input_files("input[type=file]", files=[FILE])
    expect(main).to_contain_text("Encoding: Western European (Windows)", timeout=60_000)
    expect(main).to_contain_text("line 1: a title above the columns")
    # Her own name for the column says nothing to the reader; she mends that.
    expect(main).to_contain_text("every row would say that it is unknown")
    choose(page, "K2 goes to", "The figure (value)")
    # 1.240 is asked for, never guessed, and the day in the title is hers to confirm.
    expect(main).to_contain_text("line 5 says 1.240")
    page.get_by_text("1\u202f240: the comma is the decimal sign").click()
    still(page)
    page.get_by_text("2024-12-31").first.click()
    still(page)
    expect(main).to_contain_text("3 good, 1 refused, 4 left out")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the refused rows").click()
    refused = list(csv.DictReader(io.StringIO(waiting.value.path().read_text("utf-8-sig"))))
    assert [(row["line"], row["column"], row["value"]) for row in refused] == [
        ("7", "K2", "rund 300")
    ]
    assert refused[0]["mend"].startswith("Write digits only")
    # All or nothing, unless she says otherwise.
    expect(page.get_by_role("button", name="Add 3")).to_be_disabled()
    page.get_by_text("Leave out the line that was refused").click()
    still(page)
    choose(page, "Workspace", "A new one")
    page.get_by_label("Its name", exact=True).fill("Oberbayern 2024")
    page.keyboard.press("Enter")
    still(page)
    page.get_by_role("button", name="Add 3").click()
    expect(main).to_contain_text("Adding 3", timeout=30_000)
    expect(main).to_contain_text("rows are in the workspace", timeout=400_000)
    assert (workspaces / "own_oberbayern_2024.duckdb").exists()
    expect(page.get_by_role("radio", name="Own: oberbayern_2024")).to_be_checked()
    expect(main).to_contain_text("No file yet.")
    page.get_by_role("link", name="See it on the map").click()
    page.set_viewport_size({"width": 1440, "height": 1200})
    page.wait_for_url("**/figures**data=own.oberbayern_2024**")
    screen.settle(page)
    # 1,240 places for some 1.5 million residents: 0.8 per 1,000, of the classes 0.5 to 1.
    expect(main).to_contain_text("1\u202f240 reception places on 31 December 2024")
    expect(main).to_contain_text("declared")
    expect(page.get_by_role("radio", name="Own: oberbayern_2024")).to_be_checked()
    assert screen.colours(page.locator(screen.MAP).first)[rgb(LIGHT.selected)] > 0
    assert found == []


def test_the_page_fits_a_phone_and_an_unreadable_file_says_why(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, address)
    page.set_input_files(
        "input[type=file]",
        files=[{"name": "a.csv", "mimeType": "text/csv", "buffer": b"%PDF-1.7 x"}],
    )
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("This is a PDF document", timeout=60_000)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
