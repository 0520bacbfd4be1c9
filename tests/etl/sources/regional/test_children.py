"""Children in care, places that exist, places set by law and places to create are apart."""

import pytest

from etl.measures import BY_ID
from etl.sources.regional import meaning_of
from etl.sources.transcribed_rows import Aside, Figure
from tests.etl.sources.regional.conftest import Newer, Older

GROUP = "unaccompanied_children"


@pytest.mark.parametrize(
    ("measure", "unit", "kind"),
    [
        ("UAM_in_care", "persons", "use"),
        ("UAM_ordinary_capacity_legal", "places", "target"),
        ("UAM_places_to_create", "places", "target"),
        ("UAM_distribution_key", "percent", "key"),
        ("SAI_UAM_places", "places", "capacity"),
        ("provincial_task_UAM_places", "places", "target"),
        ("settlement_request_of_which_UAM", "persons", "target"),
    ],
)
def test_each_has_a_measure_of_its_kind(older: Older, measure: str, unit: str, kind: str) -> None:
    meaning = meaning_of(older(measure=measure, unit=unit))
    assert isinstance(meaning, Figure)
    assert meaning.group_id == GROUP
    assert BY_ID[meaning.measure_id].kind == kind
    if unit in ("places", "persons"):
        assert BY_ID[meaning.measure_id].unit == unit


@pytest.mark.parametrize(
    ("country", "measure_id"),
    [
        ("ITG1", "unaccompanied_children_present_persons"),
        ("ES70", "unaccompanied_children_in_care_persons"),
    ],
)
def test_italy_counts_children_present_and_spain_those_in_care(
    older: Older, newer: Newer, country: str, measure_id: str
) -> None:
    fields = {"territory_code": country, "unit": "persons"}
    for row in (
        older(measure="UAM_in_care", **fields),
        newer(measure="uam_persons", kind="use", group=GROUP, **fields),
    ):
        assert meaning_of(row) == Figure(measure_id, GROUP)


def test_places_set_by_law_and_to_create_are_not_one_measure(older: Older) -> None:
    by_law = meaning_of(older(measure="UAM_ordinary_capacity_legal"))
    assert by_law == meaning_of(older(measure="UAM_ordinary_capacity_May_version"))
    assert by_law != meaning_of(older(measure="UAM_places_to_create"))


PLACES = ("uam_places", "capacity", "places")
TARGETS = ("uam_target_places", "target", "places")
PERSONS = ("uam_persons", "use", "persons")
APPLICANTS = ("uam_persons", "use", "applicants")


@pytest.mark.parametrize(
    ("counted", "note", "measure_id"),
    [
        (PLACES, "places currently enabled", "unaccompanied_children_places"),
        (PLACES, "PLANNED for 2025-07-01", "committed_places"),
        (TARGETS, "May 2025 version of ordinary capacity", "unaccompanied_children_legal_places"),
        (
            TARGETS,
            "relocation from Canarias/Ceuta/Melilla",
            "unaccompanied_children_to_receive_persons",
        ),
        (PERSONS, "", "unaccompanied_children_in_care_persons"),
        (
            PERSONS,
            "FLOW: judicial placement decisions in the year",
            "unaccompanied_children_placed_persons",
        ),
        (APPLICANTS, "", "unaccompanied_children_applicants_persons"),
    ],
)
def test_a_note_says_what_is_counted(
    newer: Newer, counted: tuple[str, str, str], note: str, measure_id: str
) -> None:
    measure, kind, unit = counted
    row = newer(measure=measure, kind=kind, group=GROUP, unit=unit, note=note)
    assert meaning_of(row) == Figure(measure_id, GROUP)


@pytest.mark.parametrize(
    "note",
    [
        "accommodated DURING 2023 in the two Sofia safe zones (flow, not stock)",
        "OLD (2016); incl. former minors now young adults in youth welfare",
        "children who were in foster care in Ukraine; OTHER definition than the national 324",
    ],
)
def test_counts_by_another_definition_are_set_aside(newer: Newer, note: str) -> None:
    row = newer(measure="uam_persons", kind="use", group=GROUP, unit="persons", note=note)
    assert isinstance(meaning_of(row), Aside)
