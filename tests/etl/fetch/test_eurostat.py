"""Eurostat's dissemination service, as it answers: at once, from a queue, with faults."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.addresses import eurostat_tsv
from etl.fetch import eurostat
from etl.fetch.answers import FetchError
from etl.fetch.http import Http
from etl.fetch.store import Stored
from tests.etl.fetch.conftest import Answer, FakeClock, Publisher, gzipped

API = "/eurostat/api/dissemination"
DATAFLOW = f"{API}/sdmx/2.1/dataflow/ESTAT/DEMO_R_PJANGRP3/1.0"
DATA = f"{API}/sdmx/2.1/data/demo_r_pjangrp3/A.T.NR.TOTAL."
DOWNLOAD = eurostat_tsv("eurostat/x.tsv.gz", "demo_r_pjangrp3", "A.T.NR.TOTAL.")
TABLE = gzipped("freq,sex,unit,age,geo\\TIME_PERIOD\t2024 \nA,T,NR,TOTAL,AT\t9158750 \n")
UPDATED = "2026-09-30T23:00:00+0200"
KEY = "98de05ea-540a-43d3-903b-7c9e14faf808"
STATUS = f"{API}/1.0/async/status/{KEY}"
QUEUED_DATA = f"{API}/1.0/async/data/{KEY}"


def dataflow(updated: str) -> Answer:
    """A dataflow with the annotations Eurostat gives it."""
    annotations = {"OBS_COUNT": "100", "UPDATE_DATA": updated, "UPDATE_STRUCTURE": "2020-01-01"}
    rows = "".join(
        f"<c:Annotation><c:AnnotationTitle>{title}</c:AnnotationTitle>"
        f"<c:AnnotationType>{kind}</c:AnnotationType></c:Annotation>\n"
        for kind, title in annotations.items()
    )
    return Answer(f'<m:Structure xmlns:m="urn:m" xmlns:c="urn:c">{rows}</m:Structure>')


def envelope(state: str) -> Answer:
    """What is answered in place of data that is not ready."""
    return Answer(
        '<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>'
        '<ns0:syncResponse xmlns:ns0="urn:sdmx"><queued>'
        f"<id>{KEY}</id><status>{state}</status></queued></ns0:syncResponse></env:Body>"
        "</env:Envelope>",
        headers={"Content-Type": "application/xml"},
    )


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "x.tsv.gz"


@pytest.fixture
def stored() -> Stored:
    return Stored(DOWNLOAD.url, "0" * 64, 1, None, None, "2026-09-01T00:00:00+00:00", UPDATED)


def test_a_dataset_arrives_with_its_date_of_update(
    publisher: Publisher, http: Http, target: Path
) -> None:
    publisher.tell(DATAFLOW, dataflow(UPDATED))
    publisher.tell(DATA, Answer(TABLE))
    got = eurostat.retrieve(http, DOWNLOAD, target, None)
    assert got is not None
    assert got.published == UPDATED
    assert target.read_bytes() == TABLE


def test_what_was_not_updated_is_not_downloaded(
    publisher: Publisher, http: Http, target: Path, stored: Stored
) -> None:
    publisher.tell(DATAFLOW, dataflow(UPDATED))
    assert eurostat.retrieve(http, DOWNLOAD, target, stored) is None
    assert publisher.paths() == [DATAFLOW]


def test_an_update_or_another_address_is_downloaded(
    publisher: Publisher, http: Http, target: Path, stored: Stored
) -> None:
    publisher.tell(DATA, Answer(TABLE))
    publisher.tell(DATAFLOW, dataflow("2026-10-01T11:00:00+0200"))
    assert eurostat.retrieve(http, DOWNLOAD, target, stored) is not None
    publisher.tell(DATAFLOW, dataflow(UPDATED))
    elsewhere = replace(stored, url="https://ec.europa.eu/other")
    assert eurostat.retrieve(http, DOWNLOAD, target, elsewhere) is not None


def test_without_a_date_the_dataset_is_downloaded(
    publisher: Publisher, http: Http, target: Path, stored: Stored
) -> None:
    publisher.tell(DATA, Answer(TABLE))
    got = eurostat.retrieve(http, DOWNLOAD, target, stored)
    assert got is not None
    assert got.published is None


def test_a_queued_request_is_waited_for(
    publisher: Publisher, http: Http, clock: FakeClock, target: Path
) -> None:
    publisher.tell(DATAFLOW, dataflow(UPDATED))
    publisher.tell(DATA, envelope("SUBMITTED"))
    publisher.tell(STATUS, envelope("SUBMITTED"), envelope("PROCESSING"), envelope("AVAILABLE"))
    publisher.tell(QUEUED_DATA, Answer(TABLE))
    assert eurostat.retrieve(http, DOWNLOAD, target, None) is not None
    assert target.read_bytes() == TABLE
    assert clock.slept == [eurostat.POLL_S, eurostat.POLL_S]


@pytest.mark.parametrize("state", ["EXPIRED", "UNKNOWN_REQUEST", "ERROR"])
def test_a_queued_request_that_ends_badly_is_a_failure(
    publisher: Publisher, http: Http, target: Path, state: str
) -> None:
    publisher.tell(DATAFLOW, dataflow(UPDATED))
    publisher.tell(DATA, envelope("SUBMITTED"))
    publisher.tell(STATUS, envelope(state))
    with pytest.raises(FetchError, match=f"queued the request and then says: .*{state}"):
        eurostat.retrieve(http, DOWNLOAD, target, None)


def test_a_queue_that_never_moves_is_left(
    publisher: Publisher, http: Http, clock: FakeClock, target: Path
) -> None:
    publisher.tell(DATAFLOW, dataflow(UPDATED))
    publisher.tell(DATA, envelope("SUBMITTED"))
    publisher.tell(STATUS, envelope("PROCESSING"))
    with pytest.raises(FetchError, match="not ready after 15 min"):
        eurostat.retrieve(http, DOWNLOAD, target, None)
    assert sum(clock.slept) == 15 * 60


TOO_BIG = (
    '<S:Fault xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><faultcode>413</faultcode>'
    "<faultstring>EXTRACTION_TOO_BIG: please change your filters</faultstring></S:Fault>"
)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Answer(TOO_BIG, 413), "answers 413 .*EXTRACTION_TOO_BIG: please change your filters"),
        (Answer(TOO_BIG), "a message .*EXTRACTION_TOO_BIG"),
        (Answer('{"error":[{"status":400,"label":"ERR_4"}]}', 400), "answers 400 .*ERR_4"),
        (Answer(TABLE[:-8]), "breaks off"),
    ],
)
def test_an_error_is_told_in_the_publishers_words(
    publisher: Publisher, http: Http, target: Path, answer: Answer, says: str
) -> None:
    publisher.tell(DATAFLOW, dataflow(UPDATED))
    publisher.tell(DATA, answer)
    with pytest.raises(FetchError, match=says):
        eurostat.retrieve(http, DOWNLOAD, target, None)
