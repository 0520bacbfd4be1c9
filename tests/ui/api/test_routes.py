"""Each address answers, and what is not there is refused with what is."""

import os

import pytest

from ui.api.kinds import KINDS
from ui.out.tables import TABLES
from ui.out.views import VIEWS

BASE = "/api/v1"


@pytest.mark.parametrize(
    "url",
    ["", "/tables", "/views", "/dictionary", "/openapi.json", "/catalogue", "/catalogue.jsonld"],
)
def test_what_there_is_is_said(url, ask):
    answer = ask(BASE + url)
    assert answer.status_code == 200
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-dataset-version"] == ask("/readyz").json()["version"]
    again = ask(BASE + url, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_index_names_every_table_and_view(ask):
    said = ask(BASE).json()
    assert {each["name"] for each in said["tables"]} == set(TABLES)
    assert {each["name"] for each in said["views"]} == set(VIEWS)
    assert set(said["tables"][0]["formats"]) == set(KINDS)


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_is_described_and_gives_rows(name, ask):
    said = ask(f"{BASE}/tables/{name}").json()
    page = ask(f"{BASE}/tables/{name}.json?limit=2").json()
    assert said["grain"] == TABLES[name].grain
    assert all(each["about"] for each in said["columns"])
    assert len(page["rows"]) <= 2 <= max(2, page["total"])
    once = {"filters", "dataset", "dataset_built", "citation"}
    assert set(page["rows"][0]) | once == {each["name"] for each in said["columns"]}


@pytest.mark.parametrize(
    ("url", "status", "allowed"),
    [
        ("/api/v2", 404, "/api/v1"),
        ("/api/v1/nothing", 404, "/api/v1/tables"),
        ("/api/v1/tables/nothing.csv", 404, "figure"),
        ("/api/v1/tables/cell.csv", 404, "figure"),
        ("/api/v1/views/nothing", 404, "gaps"),
        ("/api/v1/tables/figure.exe", 404, "parquet"),
        ("/api/v1/tables/figure.csv?colour=red", 400, "measure_id"),
        ("/api/v1/tables/figure.csv?level=9", 400, "0"),
        ("/api/v1/tables/figure.csv?level=", 400, "0"),
        ("/api/v1/tables/figure.csv?in=IT.XX", 400, "IT"),
        ("/api/v1/tables/figure.csv?in=IT'--", 400, "IT"),
        ("/api/v1/tables/figure.csv?from=x", 400, None),
        ("/api/v1/tables/figure.csv?from=2020&from=2021", 400, None),
        ("/api/v1/tables/figure.csv?territory_id=NOWHERE", 404, None),
        ("/api/v1/tables/figure.csv?territory_id=%00%FF", 404, None),
        ("/api/v1/tables/figure.json?limit=0", 400, None),
        ("/api/v1/tables/figure.json?limit=1e3", 400, None),
        ("/api/v1/tables/figure.json?offset=-1", 400, None),
        ("/api/v1/tables/figure.csv?data=own", 400, "published"),
        ("/api/v1/tables/figure.csv?data=published&data=published", 400, "published"),
        ("/api/v1/views/gaps.csv?level=9", 400, "0"),
        ("/api/v1/tables?limit=3", 400, "data"),
        ("/healthz?x=1", 400, None),
        ("/readyz?data=own", 400, None),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(url, status, allowed, ask):
    answer = ask(url)
    said = answer.json()
    assert (answer.status_code, said["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert said["detail"].endswith(".")
    assert allowed is None or allowed in said["allowed"]


def test_an_own_route_of_rows_too_many_for_a_format_says_why(ask):
    answer = ask(f"{BASE}/tables/line_count.geojson?limit=1")
    assert answer.status_code in (200, 422)


def test_the_catalogue_for_portals_is_given_by_name_or_wish(ask):
    wish = ask(f"{BASE}/catalogue", headers={"Accept": "application/ld+json"})
    named = ask(f"{BASE}/catalogue.jsonld")
    assert wish.json() == named.json()
    assert ask(f"{BASE}/catalogue").headers["vary"] == "Accept, Accept-Encoding"
    assert wish.headers["content-type"] == "application/ld+json"
    datasets = named.json()["dcat:dataset"]
    assert len(datasets) == len(TABLES) + len(VIEWS)
    for each in datasets:
        assert {"dct:title", "dct:description", "dct:publisher", "dct:identifier"} <= set(each)
        ways = each["dcat:distribution"]
        assert len(ways) == len(KINDS)
        assert all(way["dcat:downloadURL"]["@id"].startswith(f"http://127.0.0.1:8501{BASE}")
                   for way in ways)  # fmt: skip


def test_the_app_says_whether_it_is_well(ask, monkeypatch, tmp_path):
    assert ask("/healthz").json()["status"] == "ok"
    monkeypatch.setitem(os.environ, "GROUNDWORK_DATA", str(tmp_path / "none.duckdb"))
    assert ask("/healthz").status_code == 503
    assert ask(f"{BASE}/tables").status_code == 503
    (tmp_path / "none.duckdb").write_text("no dataset")
    assert ask("/healthz").status_code == 503


def test_a_dataset_elsewhere_that_cannot_be_read_is_said(ask, monkeypatch):
    monkeypatch.setitem(os.environ, "GROUNDWORK_DATA", "s3://bucket/published.parquet")
    monkeypatch.setitem(os.environ, "HOME", "/nonexistent")
    assert ask("/healthz").status_code == 503
    answer = ask(f"{BASE}/tables")
    assert answer.status_code == 503 and "httpfs" in answer.json()["detail"]
