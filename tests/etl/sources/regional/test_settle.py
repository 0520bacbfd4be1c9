"""One row stands for a figure, and what does not stand is named."""

from etl.reading import Record as Read
from etl.sources.regional.settle import Candidate, settle
from etl.sources.regional.statements import said_of
from etl.sources.transcribed_mapping import Record
from etl.sources.transcribed_rows import Figure, Line
from tests.etl.sources.regional.conftest import Newer, Older

PLACES = Figure("reception_places", "asylum_applicants")
PART = "part of NUTS3 FRK26 Rhône: add the two rows."


def candidate(number: int, record: Record) -> Candidate:
    line = Line("file.csv", number, Read(dict(record), ""))
    return Candidate(line, PLACES, said_of(record, PLACES))


def test_the_newer_file_stands_and_the_older_row_is_named(older: Older, newer: Newer) -> None:
    settled = settle([candidate(2, newer(value="7")), candidate(3, older(value="5"))])
    assert settled.best is not None
    assert (settled.best.said.value, settled.best.said.obs_status) == (7, "A")
    assert [line.number for line, _ in settled.aside] == [3]


def test_of_two_versions_the_later_stands(older: Older) -> None:
    first = candidate(2, older(value="5", note="v1 (total 75)"))
    second = candidate(3, older(value="6", note="v2 (total 77)"))
    assert settle([second, first]).best == second


def test_equally_new_rows_that_differ_leave_a_doubt_and_equal_ones_none(newer: Newer) -> None:
    differ = settle([candidate(2, newer(value="5")), candidate(3, newer(value="6"))])
    assert differ.best is not None
    assert differ.best.said.obs_status == "U"
    assert differ.best.said.note == "another row for the same territory and date gives 5"
    agree = settle([candidate(2, newer(value="5")), candidate(3, newer(value="5.0"))])
    assert agree.best is not None
    assert (agree.best.said.obs_status, agree.best.said.note) == ("A", None)
    assert len(agree.aside) == 1


def test_a_lower_end_and_a_value_of_the_same_number_agree(newer: Newer) -> None:
    settled = settle([candidate(2, newer(note="more than 10")), candidate(3, newer())])
    assert settled.best is not None
    assert settled.best.said.obs_status == "A"


def test_parts_are_added_up_only_when_all_are_there(older: Older) -> None:
    parts = [
        candidate(number, older(territory_code="FRK26", value=value, note=PART))
        for number, value in ((2, "1.6"), (3, "0.7"))
    ]
    both = settle(parts)
    assert both.best is not None
    assert (both.best.said.value, both.best.said.evidence) == (2.3, "estimated")
    assert ([line.number for line in both.parts], both.aside) == ([3], [])
    one = settle(parts[:1])
    assert one.best is None
    assert [line.number for line, _ in one.aside] == [2]


def test_a_row_for_the_whole_beats_its_parts(older: Older) -> None:
    whole = candidate(2, older(territory_code="FRK26", value="2.4"))
    part = candidate(3, older(territory_code="FRK26", value="1.6", note=PART))
    settled = settle([part, whole])
    assert settled.best == whole
    assert [line.number for line, _ in settled.aside] == [3]


def test_an_old_county_keeps_its_code_and_the_version_that_has_it(older: Older) -> None:
    old = "NUTS 2016 code / county before the 2018-2024 mergers"
    oslo = candidate(2, older(territory_code="NO011", note=old))
    assert oslo.place == {"territory_id": "NO011", "nuts_version": "2016"}
    assert candidate(3, older(territory_code="UKC")).place["nuts_version"] == "2021"
    assert candidate(4, older(territory_code="NO071")).place["nuts_version"] == "2024"
