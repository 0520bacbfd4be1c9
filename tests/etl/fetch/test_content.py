"""What came in place of a file is refused, and the message says what it was."""

from pathlib import Path

import pytest

from etl.fetch.answers import FetchError
from etl.fetch.content import check
from tests.etl.fetch.conftest import gzipped


def put(folder: Path, data: bytes | str) -> Path:
    path = folder / "arrived"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


GEOJSON = '{"type":"FeatureCollection","features":[{"type":"Feature"}]}'


@pytest.mark.parametrize(
    ("name", "data", "content_type"),
    [
        ("a.csv", "x,y\n1,2\n", "text/csv"),
        ("a.csv", "\ufeffx,y\n1,2\n", "application/octet-stream"),
        ("a.csv", "x,y\n", "text/plain"),
        ("a.tsv", "freq,geo\\TIME_PERIOD\t2020 \nA,AT\t1 \n", "text/tab-separated-values"),
        ("a.tsv.gz", gzipped("freq,geo\\TIME_PERIOD\t2020 \n"), "application/gzip"),
        ("a.geojson", GEOJSON, "application/geo+json"),
        ("a.geojson", GEOJSON, ""),
    ],
)
def test_what_was_asked_for_passes(
    tmp_path: Path, name: str, data: bytes | str, content_type: str
) -> None:
    check(put(tmp_path, data), name, content_type)


PAGE = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please wait</body></html>"
FAULT = (
    '<S:Fault xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><faultcode>100</faultcode>'
    "<faultstring>No results found</faultstring></S:Fault>"
)
JSON_ERROR = '{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_4: X is not available"}]}'


@pytest.mark.parametrize(
    ("name", "data", "content_type", "says"),
    [
        ("a.csv", "", "text/csv", "the answer is empty"),
        ("a.csv", PAGE, "text/csv", "a web page came in place of the file: Sign in Please wait"),
        ("a.csv", "\n\n  <html>", "", "a web page"),
        ("a.csv", "x,y\n1,2\n", "text/html", "a web page"),
        ("a.geojson", PAGE, "application/json", "a web page"),
        ("a.tsv.gz", gzipped(PAGE), "application/gzip", "a web page"),
        ("a.csv", FAULT, "text/csv", "a message .*: 100 No results found"),
        ("a.tsv.gz", FAULT, "application/gzip", "a message .*: 100 No results found"),
        ("a.csv", JSON_ERROR, "text/csv", "a message .*: ERR_NOT_FOUND_4: X is not available"),
        ("a.csv", '["no"]', "text/csv", "a message"),
        ("a.json", JSON_ERROR, "application/json", "a message .*ERR_NOT_FOUND_4"),
        ("a.csv", b"%PDF-1.7", "application/pdf", "of type application/pdf"),
        ("a.csv", b"\x89PNG", "image/png", "of type image/png"),
        ("a.geojson", GEOJSON[:-5], "application/json", "the JSON breaks off"),
        ("a.geojson", '{"type":"FeatureCollection","features":[]}', "", "holds nothing"),
        ("a.json", "[]", "application/json", "holds nothing"),
        ("a.tsv.gz", "freq,geo\n", "application/gzip", "breaks off or is no gzip"),
        ("a.tsv.gz", gzipped("freq,geo\n" * 1000)[:-9], "application/gzip", "breaks off"),
    ],
)
def test_what_was_not_asked_for_is_named(
    tmp_path: Path, name: str, data: bytes | str, content_type: str, says: str
) -> None:
    with pytest.raises(FetchError, match=says):
        check(put(tmp_path, data), name, content_type)
