"""Taking data away in the browser: the same bytes from the page, its address and a command."""

import io
import os
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page

from tests.e2e.screen import opened, still

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]


def downloaded(page: Page, label: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    return Path(waiting.value.path()).read_bytes()


def command(published: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "GROUNDWORK_DATA": str(published)}
    return subprocess.run(
        [sys.executable, "-m", "etl", *arguments], cwd=ROOT, env=environment, check=False,
        capture_output=True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("gaps?level=0&in=PL.HU&at=PL", ["in=HU.PL", "level=0"]),
        ("figures?short=places&in=IT", ["in=IT", "short=places"]),
    ],
)
def test_page_route_and_command_give_the_same_bytes(
    page: Page, address: str, published: Path, path: str, asked: list[str]
) -> None:
    view = path.partition("?")[0]
    opened(page, f"{address}/{path}")
    of_page = downloaded(page, "Download these rows")
    with urllib.request.urlopen(f"{address}/api/v1/views/{view}.csv?{'&'.join(asked)}") as answer:
        of_route = answer.read()
    wheres = [part for each in asked for part in ("--where", each)]
    of_command = command(published, "export", view, *wheres, "--out", "-")
    assert of_command.returncode == 0, of_command.stderr.decode()
    assert of_page == of_route == of_command.stdout
    assert of_page.count(b"\r\n") > 1


def test_from_a_page_to_every_format_and_back(page: Page, address: str, published: Path) -> None:
    opened(page, f"{address}/gaps?level=0&in=PL.HU")
    with page.context.expect_page() as tab:
        page.get_by_role("link", name="Other formats, web address, how to cite").click()
    data = tab.value
    data.set_default_timeout(30_000)
    still(data)
    data.get_by_role("heading", name="Take the data away").wait_for()
    data.get_by_text("two rows").first.wait_for()
    assert "take=gaps" in data.url or "level=0" in data.url
    data.get_by_text("/api/v1/views/gaps.csv?in=HU.PL&level=0").first.wait_for()
    data.get_by_text("in=HU.PL&level=0").first.wait_for()
    # A spreadsheet with typed cells.
    data.get_by_label("Format", exact=True).click()
    data.get_by_role("option", name="Excel").or_(
        data.get_by_role("option", name="xlsx")
    ).first.click()
    still(data)
    book = openpyxl.load_workbook(io.BytesIO(downloaded(data, "Download the rows")))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert len(rows) == 3
    gaps = [row[rows[0].index("gap")] for row in rows[1:]]
    assert all(isinstance(each, int | float) for each in gaps)
    # The whole view, asked again from the command line.
    parcel = downloaded(data, "Download the whole view")
    with zipfile.ZipFile(io.BytesIO(parcel)) as archive:
        assert {"rows.csv", "query.sql", "figure.svg", "README.md"} <= set(archive.namelist())
    with page.context.expect_page() as tab:
        data.get_by_role("link", name="See it on the page Gaps").click()
    back = tab.value
    still(back)
    back.get_by_role("heading", name="Where is reception short").wait_for()
    assert "level=0" in back.url and "in=HU.PL" in back.url


def test_a_parcel_taken_from_the_page_is_reopened(
    page: Page, address: str, published: Path, tmp_path: Path
) -> None:
    opened(page, f"{address}/data?take=plan")
    file = tmp_path / "view.zip"
    file.write_bytes(downloaded(page, "Download the whole view"))
    said = command(published, "reopen", str(file))
    assert said.returncode == 0, said.stdout.decode() + said.stderr.decode()
    assert b"byte for byte" in said.stdout


def test_a_table_is_filtered_on_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/data?take=table.benchmark")
    page.get_by_text("54 rows").first.wait_for()
    page.get_by_text("/api/v1/tables/benchmark.csv").first.wait_for()


def test_a_word_is_found_in_the_dictionary(page: Page, address: str) -> None:
    opened(page, f"{address}/dictionary")
    field = page.get_by_role("textbox", name="Search")
    field.fill("obs_status")
    field.press("Enter")
    still(page)
    page.get_by_test_id("stExpander").filter(has_text="observation").first.wait_for()
    field.fill("no such word anywhere")
    field.press("Enter")
    still(page)
    page.get_by_text("Nothing has these words").wait_for()
