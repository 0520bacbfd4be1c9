"""Rows by address: whole, in pages, in part, or not again."""

import io
import os

import pandas as pd
import pyarrow.parquet as pq
import pytest

from ui import store
from ui.api import data, render, work
from ui.api.render import SPOOL
from ui.api.spool import Spool
from ui.out.formats import FORMATS, workbook
from ui.out.tables import TABLES
from ui.out.views import VIEWS

CSV = "/api/v1/tables/funding.csv"
PLAIN = {"Accept-Encoding": "identity"}


@pytest.mark.parametrize(
    ("url", "offer", "filters"),
    [
        ("/api/v1/tables/funding.csv?in=IT&in=ES", TABLES["funding"], {"in": "ES.IT"}),
        ("/api/v1/views/gaps.csv?level=2&in=ES.IT", VIEWS["gaps"], {"level": "2", "in": "ES.IT"}),
    ],
    ids=["table", "view"],
)
def test_the_file_is_what_the_writer_gives_byte_for_byte(url, offer, filters, ask):
    dataset = store.current(store.PUBLISHED)
    written = b"".join(FORMATS["csv"].stream(offer.take(dataset, filters)))
    answer = ask(url, headers=PLAIN)
    assert answer.content == written
    assert answer.headers["content-length"] == str(len(written))
    assert 'attachment; filename="groundwork_' in answer.headers["content-disposition"]


def test_pages_together_are_the_whole(ask):
    whole = frame(ask(CSV))
    parts, url = [], "/api/v1/tables/funding.json?limit=60"
    while url:
        page = ask(url)
        said = page.json()
        assert page.headers["x-total-count"] == str(said["total"]) == str(len(whole))
        parts += said["rows"]
        url = said["next"]
        assert ('rel="next"' in page.headers["link"]) == bool(url)
    assert len(parts) == len(whole)
    keys = ["fund_id", "objective", "territory_id", "period", "source_id"]
    assert pd.DataFrame(parts)[keys].equals(whole[keys])


def frame(answer):
    return pd.read_csv(io.BytesIO(answer.content), keep_default_na=False, na_values=[""])


@pytest.mark.parametrize(("offset", "rows"), [(0, 5), (155, 2), (157, 0), (10**9, 0)])
def test_a_page_of_any_format_has_its_rows(offset, rows, ask):
    answer = ask(f"/api/v1/tables/funding.parquet?limit=5&offset={offset}")
    assert pq.read_table(io.BytesIO(answer.content)).num_rows == rows
    assert answer.headers["x-total-count"] == "157"


def test_what_the_client_has_is_not_sent_again(ask):
    first = ask(CSV, headers=PLAIN)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for held in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = ask(CSV, headers={"If-None-Match": held})
        assert (again.status_code, again.content) == (304, b"")
    assert ask(CSV, headers={"If-None-Match": '"other"'}).status_code == 200
    others = {ask(url, headers=PLAIN).headers["etag"] for url in
              (CSV, f"{CSV}?in=IT", f"{CSV}?limit=3", CSV.replace(".csv", ".parquet"))}  # fmt: skip
    assert len(others) == 4
    swapped = [f"{CSV}?in=IT.ES&period=2014", f"{CSV}?period=2014&in=ES&in=IT"]
    assert len({ask(url, headers=PLAIN).headers["etag"] for url in swapped}) == 1


def test_head_says_what_get_gives(ask):
    given, said = ask(CSV, headers=PLAIN), ask(CSV, "HEAD", headers=PLAIN)
    assert said.content == b""
    assert dict(said.headers) == dict(given.headers)
    assert given.headers["accept-ranges"] == "bytes"


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-99", 0, 100), ("bytes=100-", 100, None), ("bytes=-50", -50, None),
     ("bytes=5-5", 5, 6), ("bytes=0-99999999999", 0, None),
     ("bytes=9-99999999999999999999", 9, None)],
)  # fmt: skip
def test_a_range_is_a_part_of_the_file(asked, start, end, ask):
    whole = ask(CSV, headers=PLAIN)
    part = ask(CSV, headers={"Range": asked})
    assert part.status_code == 206
    assert part.content == whole.content[start:end]
    assert part.headers["content-range"].endswith(f"/{len(whole.content)}")
    assert part.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize("asked", ["bytes=0-1,4-5", "lines=1-2", "bytes=9-3", "bytes=x"])
def test_what_is_no_single_range_gives_the_whole(asked, ask):
    assert ask(CSV, headers={"Range": asked, **PLAIN}).status_code == 200


def test_a_range_behind_the_end_or_of_another_content_is_not_given(ask):
    behind = ask(CSV, headers={"Range": "bytes=999999999-"})
    assert behind.status_code == 416
    assert behind.headers["content-range"].startswith("bytes */")
    other = ask(CSV, headers={"Range": "bytes=0-9", "If-Range": '"other"', **PLAIN})
    assert other.status_code == 200
    tag = other.headers["etag"]
    assert ask(CSV, headers={"Range": "bytes=0-9", "If-Range": tag}).status_code == 206


def test_text_is_sent_compressed_where_that_is_wished_with_a_tag_of_its_own(ask):
    plain, zipped = ask(CSV, headers=PLAIN), ask(CSV, headers={"Accept-Encoding": "br, gzip"})
    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.content == plain.content
    assert zipped.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in zipped.headers["vary"]
    refused = ask(CSV, headers={"Accept-Encoding": "gzip;q=0"})
    assert "content-encoding" not in refused.headers
    dense = ask(CSV.replace("csv", "parquet"), headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in dense.headers


def test_missing_is_null_and_never_zero(ask):
    rows = ask("/api/v1/tables/funding.json").json()["rows"]
    assert all(row["paid_eur"] is None for row in rows)


def test_generated_rows_say_so(served, monkeypatch, ask):
    monkeypatch.setitem(os.environ, "GROUNDWORK_DEMO", str(served))
    answer = ask(f"{CSV}?data=demonstration")
    assert 'filename="demo_groundwork_funding.csv"' in answer.headers["content-disposition"]
    assert set(frame(answer)["dataset"]) == {"Demonstration: generated figures"}
    said = ask(f"{CSV.replace('csv', 'json')}?data=demonstration&limit=1").json()
    assert said["dataset"] == "Demonstration: generated figures"
    assert "data=demonstration" in said["next"]


@pytest.mark.parametrize("url", [CSV, "/api/v1", "/api/v1/tables/funding.parquet"])
def test_head_of_what_is_compressed_or_in_part_is_that_of_the_whole(url, ask):
    zipped = {"Accept-Encoding": "gzip"}
    given, said = ask(url, headers=zipped), ask(url, "HEAD", headers=zipped)
    assert said.headers.get("content-length") == given.headers.get("content-length")
    assert said.headers.get("content-encoding") == given.headers.get("content-encoding")
    part = ask(url, "HEAD", headers=PLAIN | {"Range": "bytes=0-9"})
    assert (part.status_code, "content-range" in part.headers) == (200, False)
    assert part.headers["content-length"] == ask(url, headers=PLAIN).headers["content-length"]


def test_a_large_workbook_is_refused_and_a_page_of_it_is_not(ask, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_ASKED", 100)
    url = CSV.replace("csv", "xlsx")
    for end in ("", "?limit=150", "?offset=10"):
        refused = ask(url + end)
        assert refused.status_code == 422
        assert "CSV or Parquet" in refused.json()["detail"]
    for end in ("?limit=100", "?limit=150&offset=57", "?offset=57"):
        assert ask(url + end).status_code == 200


def test_small_files_do_not_wait_for_large_ones(ask, monkeypatch):
    monkeypatch.setattr(work, "LONGEST_WAIT", 0.0)
    monkeypatch.setattr(work, "WRITING", work.Places(0))
    monkeypatch.setattr("ui.api.data.SPOOL.has", lambda key: False)
    assert ask(f"{CSV}?in=IT&limit=41").status_code == 200
    monkeypatch.setattr(work, "LARGE", 10)
    busy = ask(f"{CSV}?in=IT&limit=42")
    assert (busy.status_code, busy.headers["retry-after"]) == (503, "5")


def test_what_is_read_does_not_wait_for_what_is_worked_out(ask, monkeypatch):
    monkeypatch.setattr(work, "LONGEST_WAIT", 0.0)
    monkeypatch.setattr(work, "WORKING_OUT", work.Places(0))
    assert ask("/api/v1/views/sites.csv").status_code == 503
    assert ask(f"{CSV}?in=IT&limit=44").status_code == 200


@pytest.mark.parametrize(
    ("mode", "dest", "status"),
    [("no-cors", "image", 403), ("cors", "empty", 403), ("navigate", "iframe", 403),
     ("navigate", "document", 200)],
    ids=["image", "fetch", "frame", "visit"],
)  # fmt: skip
def test_another_sites_page_does_not_begin_large_work(mode, dest, status, ask, monkeypatch):
    monkeypatch.setattr(work, "LARGE", 10)
    url = f"{CSV.replace('csv', 'parquet')}?in=ES.IT&limit=43"
    empty = Spool(1 << 20)
    for module in (data, render):
        monkeypatch.setattr(module, "SPOOL", empty)
    sent = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": dest}
    answer = ask(url, headers=sent)
    assert answer.status_code == status
    assert status == 200 or "another site" in answer.json()["detail"]
    monkeypatch.setattr(work, "LARGE", 10**6)
    assert ask(url, headers=sent).status_code == 200
    empty.close()


def test_files_of_own_figures_are_not_kept(served, monkeypatch, ask):
    monkeypatch.setitem(os.environ, "GROUNDWORK_OWN", str(served))
    before = SPOOL.size
    for end in ("", "&limit=7"):
        assert ask(f"{CSV}?data=own{end}").status_code == 200
    assert SPOOL.size == before


@pytest.mark.parametrize(("again", "said"), [(2, "given twice"), (3, "given 3 times")])
@pytest.mark.parametrize("name", ["limit=1", "offset=1", "data=published"])
def test_a_parameter_given_again_is_said_to_be(name, again, said, ask):
    answer = ask(f"{CSV}?{'&'.join([name] * again)}")
    assert answer.status_code == 400
    assert said in answer.json()["detail"]
