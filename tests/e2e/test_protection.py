"""The Protection page in a browser: the decree's number, the unknown, no address anywhere."""

import csv
import io
from pathlib import Path

import duckdb
from playwright.sync_api import Page, expect

from tests.e2e.screen import opened, still, strangers

THIN = "\u202f"


def test_the_decree_s_number_reaches_the_screen_and_the_file(page: Page, address: str) -> None:
    """RD 743/2025: Andalucía 2,827 places, line 2 of uam_by_region.csv."""
    outside = strangers(page)
    opened(page, f"{address}/protection?show=unaccompanied_children_legal_places&at=ES61&in=ES")
    expect(page.get_by_role("heading", level=1)).to_contain_text("unaccompanied children narrow")
    expect(page.get_by_text(f"2{THIN}827", exact=True)).to_be_visible()
    expect(page.get_by_role("img", name="Funnel.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the map's rows").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    row = next(each for each in rows if each["territory_id"] == "ES61")
    assert float(row["count"]) == 2827 and row["kind"] == "target"
    assert row["source_file"] == "transcribed/uam_by_region.csv" and row["source_line"] == "2"
    assert row["licence"] and row["publisher"] and len(rows) == 19
    assert outside == []


def test_an_unknown_step_is_unknown_on_the_screen_and_in_the_file(page: Page, address: str) -> None:
    opened(page, f"{address}/protection?at=ES61&in=ES")
    funnel = page.get_by_role("img", name="Funnel.")
    expect(funnel).to_have_attribute("aria-label", r := funnel.get_attribute("aria-label") or "")
    assert "It is within 50 km: unknown" in r and "A durable arrangement: unknown" in r
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the steps").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text("utf-8-sig"))))
    last = next(each for each in rows if each["step"] == "A durable arrangement")
    assert last["value"] == "" and last["state"] == "unknown" and last["who_could_publish"]


def test_no_protected_service_leaves_the_server(
    page: Page, address: str, demonstration: Path
) -> None:
    with duckdb.connect(str(demonstration.resolve()), read_only=True) as con:
        protected = [
            row[0]
            for row in con.execute(
                "select facility_id from facility where publish_level <> 'point'"
            ).fetchall()
        ]
    sent: list[str] = []

    def note(payload: str | bytes) -> None:
        sent.append(payload if isinstance(payload, str) else payload.decode("latin-1"))

    page.on("websocket", lambda socket: socket.on("framereceived", note))
    opened(
        page,
        f"{address}/protection?data=demonstration&whom=victims_of_trafficking&level=3"
        f"&table=1&steps=1&at={protected[0]}",
    )
    still(page)
    said = "".join(sent)
    assert len(protected) > 100 and len(said) > 10_000
    # The one that was asked for stands in the address the browser sent, and in no answer but that.
    assert [each for each in protected[1:] if each in said] == []
    expect(page.get_by_text("NUTS 2 region at the finest")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the steps").click()
    name = download.value.suggested_filename
    text = Path(download.value.path()).read_text("utf-8-sig")
    assert name.startswith("demo_") and not [each for each in protected if each in text]
    codes = {each["territory_id"] for each in csv.DictReader(io.StringIO(text))}
    assert max(len(code) for code in codes if "+" not in code) <= 4
