"""Centres are presence; a region without its largest city is not the region."""

import pytest

from etl.measures import BY_ID
from etl.sources.regional import meaning_of
from etl.sources.transcribed_places import Place
from etl.sources.transcribed_rows import PLANNED, Aside, Figure
from tests.etl.sources.regional.conftest import Newer


@pytest.mark.parametrize(
    ("measure", "kind"),
    [
        ("integration_centres_count", "service"),
        ("language_services_count", "service"),
        ("torture_rehab_centres", "capacity"),
    ],
)
def test_a_count_of_centres_is_presence(newer: Newer, measure: str, kind: str) -> None:
    meaning = meaning_of(newer(measure=measure, kind=kind, group="all", unit="centres"))
    assert isinstance(meaning, Figure)
    assert BY_ID[meaning.measure_id].kind == "presence"


def test_planned_centres_are_not_present(newer: Newer) -> None:
    fields = {"kind": "service", "group": "all"}
    count = newer(
        measure="integration_centres_count", unit="centres", note="CIC; status: planned", **fields
    )
    one = newer(measure="integration_centre", unit="centre", note="CIC planned", **fields)
    assert meaning_of(count) == meaning_of(one) == PLANNED


@pytest.mark.parametrize(
    ("note", "is_place"),
    [
        ("ADRA integration centre (NGO); city point from memory", True),
        ("IOM Migration Information Centre (MIC)", True),
        ("OLD: IOM counselling centre, network of 15 created 2010", False),
        ("regional integration centre (CRI); not a current register", False),
    ],
)
def test_a_named_centre_is_a_service_point_unless_its_list_is_old(
    newer: Newer, note: str, is_place: bool
) -> None:
    row = newer(measure="integration_centre", kind="service", group="all", unit="centre", note=note)
    meaning = meaning_of(row)
    assert isinstance(meaning, Place if is_place else Aside)
    # One centre says nothing of how many its region has.
    assert not is_place or not meaning.counts_for_region


@pytest.mark.parametrize(
    ("note", "is_figure"),
    [
        ("new participants in the year", True),
        ("republican integration contracts (CIR) signed", True),
        ("new participants; excludes the city of Ghent", False),
    ],
)
def test_participants_are_those_of_the_whole_region(
    newer: Newer, note: str, is_figure: bool
) -> None:
    row = newer(
        measure="integration_course_participants",
        kind="use",
        group="all",
        unit="persons",
        note=note,
    )
    meaning = meaning_of(row)
    assert isinstance(meaning, Figure) is is_figure
