"""Each line becomes a row, is set aside with its reason, or is rejected: none is lost."""

from pathlib import Path

import pytest

from etl.reading import LOADED, REJECTED, Reading
from etl.sources.transcribed_rows import PLANNED, Figure, Transcript
from tests.etl.sources.transcribing import Put, by_line, only, rows_of, text

FILE = "transcribed/figures.csv"
COLUMNS = (
    "territory_code", "territory_name", "measure", "period", "value", "unit",
    "source_title", "source_publisher", "source_url", "note",
)  # fmt: skip
PEOPLE = Figure("people_hosted_persons")
LINES = (
    {"value": "12", "unit": "persons"},
    {"value": "about ten"},
    {"value": "3", "period": "", "unit": "persons", "measure": "persons_in_care"},
    {"value": "4", "territory_code": "UKC"},
    {"value": "5", "territory_code": "PT-03"},
)


@pytest.fixture
def found(put: Put, tmp_path: Path) -> Transcript:
    put(FILE, text(COLUMNS, *LINES))
    return Transcript("reader")


def observed(found: Transcript, folder: Path) -> Reading:
    """A reading that observes all lines but the last, which it sets aside."""
    for line in found.lines(folder, FILE, COLUMNS):
        if line.record["territory_code"] == "PT-03":
            found.set_aside(line, PLANNED)
        else:
            found.observe(line, PEOPLE)
    return found.finish()


def test_every_line_is_counted_once(found: Transcript, tmp_path: Path) -> None:
    reading = observed(found, tmp_path)
    assert reading.outcomes == {(FILE, LOADED): 4, (FILE, REJECTED): 1}
    (refused,) = reading.rejected
    assert (refused["line"], refused["column_name"]) == (3, "value")
    assert "about ten" in str(refused["raw"])


def test_an_observation_has_its_line_its_page_and_its_version(
    found: Transcript, tmp_path: Path
) -> None:
    rows = by_line(observed(found, tmp_path), "observation")
    assert sorted(map(str, rows)) == ["2", "5"]
    assert (rows[2]["value"], rows[2]["measure_id"], rows[2]["period"]) == (12, PEOPLE[0], "2024")
    assert {line: row["nuts_version"] for line, row in rows.items()} == {2: "2024", 5: "2021"}
    assert {row["source_file"] for row in rows.values()} == {FILE}


def test_what_is_undated_or_unfit_is_kept_with_its_reason(
    found: Transcript, tmp_path: Path
) -> None:
    aside = by_line(observed(found, tmp_path), "set_aside")
    assert {line: row["reason"] for line, row in aside.items()} == {
        4: "the page is undated",
        6: "planned, not open",
    }
    assert (aside[4]["value"], aside[4]["unit"], aside[4]["period"]) == ("3", "persons", None)
    assert (aside[4]["measure"], aside[4]["territory_id"]) == ("persons in care", "AT13")
    assert aside[6]["territory_id"] is None


def test_every_row_s_page_is_a_source(found: Transcript, tmp_path: Path) -> None:
    reading = observed(found, tmp_path)
    page = only(reading, "source")
    cited = {
        row["source_id"]
        for table in ("observation", "set_aside")
        for row in rows_of(reading, table)
    }
    assert cited == {page["source_id"]}
    assert page["vintage"] == "2024"


def test_a_line_that_gives_several_rows_is_loaded_once(put: Put, tmp_path: Path) -> None:
    put(FILE, text(COLUMNS, {"value": "1"}))
    found = Transcript("reader")
    for line in found.lines(tmp_path, FILE, COLUMNS):
        found.observe(line, PEOPLE)
        found.set_aside(line, PLANNED)
    assert found.finish().outcomes == {(FILE, LOADED): 1}
