"""UNHCR's pages become lines; a page that does not fit the others is no dataset."""

import json
from pathlib import Path

import pytest

from etl.addresses import unhcr as address
from etl.fetch import unhcr
from etl.fetch.answers import FetchError
from etl.fetch.http import Http
from tests.etl.fetch.conftest import Answer, FakeClock, Publisher

DOWNLOAD = address("unhcr/population.jsonl", "population")
PATH = (
    "/population/v1/population/?cf_type=ISO&yearFrom=1951&yearTo=2026"
    "&coo_all=true&coa_all=true&limit=10000&page="
)


def page(number: int, pages: object, *items: object) -> Answer:
    body = {"page": number, "short-url": "", "maxPages": pages, "items": list(items)}
    return Answer(json.dumps(body), headers={"Content-Type": "application/json; charset=utf-8"})


def item(year: int, coa: str) -> dict[str, object]:
    return {"year": year, "coa_iso": coa, "coo_name": "Türkiye", "refugees": 5, "oip": "-"}


def test_every_page_is_asked_for_once_and_each_item_is_a_line(
    publisher: Publisher, http: Http, clock: FakeClock, tmp_path: Path
) -> None:
    publisher.tell(f"{PATH}1", page(1, 3, item(2024, "AUT"), item(2024, "BEL")))
    publisher.tell(f"{PATH}2", page(2, 3, item(2025, "AUT")))
    publisher.tell(f"{PATH}3", page(3, 3, item(2025, "BEL")))
    target = tmp_path / "population.jsonl"
    got = unhcr.retrieve(http, DOWNLOAD, target, None)
    assert got is not None
    assert "yearTo=2026" in got.url
    lines = target.read_text("utf-8").splitlines()
    assert [json.loads(line)["year"] for line in lines] == [2024, 2024, 2025, 2025]
    assert lines[0] == ('{"year":2024,"coa_iso":"AUT","coo_name":"Türkiye","refugees":5,"oip":"-"}')
    assert publisher.paths() == [f"{PATH}{number}" for number in (1, 2, 3)]
    assert clock.slept == [unhcr.PAUSE_S] * 3
    assert list(tmp_path.iterdir()) == [target]


def test_the_last_years_are_counted_from_now(
    publisher: Publisher, http: Http, tmp_path: Path
) -> None:
    recent = address("unhcr/x.jsonl", "solutions", yearFrom="{two_years_ago}")
    publisher.tell("/population/v1/solutions/", page(1, 1, item(2025, "AUT")))
    unhcr.retrieve(http, recent, tmp_path / "x.jsonl", None)
    assert "yearFrom=2024&yearTo=2026" in publisher.paths()[0]


@pytest.mark.parametrize(
    ("second", "says"),
    [
        (page(2, 4, item(2025, "AUT")), "page 2 tells of 4 pages, not 3"),
        (page(2, 3), "page 2 of 3 holds nothing"),
        (page(2, 3, "text"), "no list of items"),
        (page(2, None, item(2025, "AUT")), "how many pages"),
        (Answer('{"message": "busy"}'), "no list of items: .*busy"),
        (Answer('{"page": 2, "maxPages": 3, "items": [{"ye'), "the JSON breaks off"),
        (Answer("<html>busy</html>", headers={"Content-Type": "text/html"}), "a web page"),
    ],
)
def test_a_page_that_does_not_fit_ends_it(
    publisher: Publisher, http: Http, tmp_path: Path, second: Answer, says: str
) -> None:
    publisher.tell(f"{PATH}1", page(1, 3, item(2024, "AUT")))
    publisher.tell(f"{PATH}2", second)
    with pytest.raises(FetchError, match=says):
        unhcr.retrieve(http, DOWNLOAD, tmp_path / "x.jsonl", None)


def test_nothing_on_the_first_page_is_an_empty_result(
    publisher: Publisher, http: Http, tmp_path: Path
) -> None:
    publisher.tell(f"{PATH}1", page(1, 0))
    with pytest.raises(FetchError, match="holds nothing"):
        unhcr.retrieve(http, DOWNLOAD, tmp_path / "x.jsonl", None)
