"""The server gives pages and data routes side by side."""

import json
import urllib.error
import urllib.request
from http.client import HTTPResponse
from typing import Any

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from tests.e2e import screen
from ui.api.recipes import recipes

TABLE = "/api/v1/tables/facility.{}?in=IT.EL&limit=50"


def opened(url: str, **headers: str) -> HTTPResponse:
    return urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=60)


@pytest.mark.browser
def test_pages_and_data_come_from_one_server(address: str, page: Page) -> None:
    screen.opened(page, f"{address}/gaps")
    expect(page.get_by_role("heading").first).to_be_visible()
    expect(page.get_by_role("link", name="Sources").first).to_be_visible()
    with opened(f"{address}/healthz") as answer:
        assert json.load(answer)["status"] == "ok"
    with pytest.raises(urllib.error.HTTPError) as caught:
        opened(f"{address}/api/no/such/thing")
    with caught.value as answer:
        assert answer.status == 404
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_foreign_host_name_gets_no_data(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        opened(f"{address}{TABLE.format('csv')}", Host="evil.example")
    with caught.value as answer:
        assert answer.status == 421


def test_a_file_is_compressed_once_and_ranges_are_of_the_plain_one(address: str) -> None:
    url = f"{address}{TABLE.format('csv')}"
    with opened(url) as answer:
        whole, tag = answer.read(), answer.headers["etag"]
        assert answer.headers["content-length"] == str(len(whole))
    with opened(url, Range="bytes=10-19", **{"Accept-Encoding": "gzip"}) as answer:
        assert (answer.status, answer.read()) == (206, whole[10:20])
    with opened(url, **{"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["etag"] != tag
    dense = f"{address}{TABLE.format('parquet')}"
    with opened(dense, **{"Accept-Encoding": "gzip"}) as answer:
        assert "content-encoding" not in answer.headers
        assert answer.headers["content-length"] == str(len(answer.read()))


@pytest.mark.parametrize("form", ["csv", "csv-semicolon", "parquet", "json", "xlsx"])
def test_the_ready_lines_read_the_rows(form: str, address: str) -> None:
    found: dict[str, Any] = {}
    exec(recipes(f"{address}{TABLE.format(form)}", form)["pandas"], found)  # our own lines
    rows = found["rows"]
    assert isinstance(rows, pd.DataFrame)
    assert len(rows) == 50
    assert set(rows["country"]) <= {"IT", "EL"}
    assert rows["occupied"].isna().all()
