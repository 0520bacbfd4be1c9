"""One row stands for a figure, and what does not stand is named."""

from etl.sources.regional.rows import Line, observation
from etl.sources.regional.settle import Candidate, settle
from etl.sources.transcribed_mapping import Figure, Record
from tests.etl.sources.regional.conftest import Newer, Older

PLACES = Figure("reception_places", "asylum_applicants")
PART = "part of NUTS3 FRK26 Rhône: add the two rows."


def candidate(number: int, record: Record) -> Candidate:
    line = Line("file.csv", number, record)
    return Candidate(line, observation(line, PLACES))


def test_the_newer_file_stands_and_the_older_row_is_named(older: Older, newer: Newer) -> None:
    settled = settle([candidate(2, newer(value="7")), candidate(3, older(value="5"))])
    assert settled.row is not None
    assert (settled.row["value"], settled.row["obs_status"]) == (7, "A")
    assert [line.number for line, _ in settled.aside] == [3]


def test_of_two_versions_the_later_stands(older: Older) -> None:
    first = candidate(2, older(value="5", note="v1 (total 75)"))
    second = candidate(3, older(value="6", note="v2 (total 77)"))
    settled = settle([second, first])
    assert settled.row is second.row
    assert second.row["obs_status"] == "A"


def test_equally_new_rows_that_agree_leave_no_doubt(newer: Newer) -> None:
    settled = settle([candidate(2, newer(value="5")), candidate(3, newer(value="5.0"))])
    assert settled.row is not None
    assert (settled.row["obs_status"], settled.row["note"]) == ("A", None)
    assert len(settled.aside) == 1


def test_a_lower_end_and_a_value_of_the_same_number_agree(newer: Newer) -> None:
    settled = settle([candidate(2, newer(note="more than 10")), candidate(3, newer())])
    assert settled.row is not None
    assert settled.row["obs_status"] == "A"


def test_parts_are_added_up_only_when_all_are_there(older: Older) -> None:
    parts = [
        candidate(number, older(territory_code="FRK26", value=value, note=PART))
        for number, value in ((2, "1.6"), (3, "0.7"))
    ]
    both = settle(parts)
    assert both.row is not None
    assert (both.row["value"], both.row["evidence"], both.aside) == (2.3, "estimated", [])
    one = settle(parts[:1])
    assert one.row is None
    assert [line.number for line, _ in one.aside] == [2]


def test_a_row_for_the_whole_beats_its_parts(older: Older) -> None:
    whole = candidate(2, older(territory_code="FRK26", value="2.4"))
    part = candidate(3, older(territory_code="FRK26", value="1.6", note=PART))
    settled = settle([part, whole])
    assert settled.row is whole.row
    assert [line.number for line, _ in settled.aside] == [3]
