"""GISCO's files, and the index that says when a version of NUTS was published."""

from pathlib import Path

import pytest

from etl.addresses import gisco_nuts
from etl.fetch import gisco
from etl.fetch.answers import FetchError
from etl.fetch.http import Http
from tests.etl.fetch.conftest import Answer, Publisher

DOWNLOAD = gisco_nuts("gisco/NUTS_RG_20M_2024_4326_LEVL_3.geojson")
FILE = "/distribution/v2/nuts/geojson/NUTS_RG_20M_2024_4326_LEVL_3.geojson"
INDEX = "/distribution/v2/nuts/datasets.json"
REGIONS = Answer('{"type":"FeatureCollection","features":[{"type":"Feature"}]}')


def index(version: str, date: str) -> Answer:
    return Answer(f'{{"nuts-{version}": {{"files": "f.json", "title": "NUTS", "date": "{date}"}}}}')


def test_the_date_is_the_one_of_the_version_in_the_index(
    publisher: Publisher, http: Http, tmp_path: Path
) -> None:
    publisher.tell(FILE, REGIONS)
    publisher.tell(INDEX, index("2024", "18/02/2024"))
    got = gisco.retrieve(http, DOWNLOAD, tmp_path / "x.geojson", None)
    assert got is not None
    assert got.published == "2024-02-18"


def test_a_date_in_another_form_is_left_out(
    publisher: Publisher, http: Http, tmp_path: Path
) -> None:
    publisher.tell(FILE, REGIONS)
    publisher.tell(INDEX, index("2024", "spring"))
    got = gisco.retrieve(http, DOWNLOAD, tmp_path / "x.geojson", None)
    assert got is not None
    assert got.published is None


def test_a_version_the_index_does_not_list_is_refused(
    publisher: Publisher, http: Http, tmp_path: Path
) -> None:
    publisher.tell(FILE, REGIONS)
    publisher.tell(INDEX, index("2021", "18/02/2020"))
    with pytest.raises(FetchError, match="does not list NUTS 2024"):
        gisco.retrieve(http, DOWNLOAD, tmp_path / "x.geojson", None)
