"""Centres are presence; a region without its largest city is not the region."""

import pytest

from etl.measures import BY_ID
from etl.sources.regional import meaning_of
from etl.sources.regional.reasons import PLANNED, SITE
from etl.sources.transcribed_mapping import Aside, Figure
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


def test_planned_centres_and_single_ones_are_set_aside(newer: Newer) -> None:
    count = newer(
        measure="integration_centres_count",
        kind="service",
        group="all",
        unit="centres",
        note="CIC; status: planned",
    )
    one = newer(measure="integration_centre", kind="service", group="all", unit="centre")
    assert (meaning_of(count), meaning_of(one)) == (Aside(PLANNED), Aside(SITE))


@pytest.mark.parametrize(
    ("note", "is_figure"),
    [
        ("new participants in the year", True),
        ("republican integration contracts (CIR) signed", True),
        ("new participants; excludes the city of Ghent", False),
    ],
)
def test_participants_are_a_flow_of_the_whole_region(
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
    assert not isinstance(meaning, Figure) or BY_ID[meaning.measure_id].flow
