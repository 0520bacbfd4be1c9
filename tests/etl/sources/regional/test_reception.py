"""Places that exist, people hosted, first stages and parts never share a measure."""

import pytest

from etl.measures import BY_ID
from etl.sources.regional import meaning_of
from etl.sources.regional.reasons import FLOW, ONE_KIND
from etl.sources.transcribed_rows import Aside, Figure
from tests.etl.sources.regional.conftest import Newer, Older


@pytest.mark.parametrize(
    ("note", "measure_id"),
    [
        ("78 facilities", "reception_places"),
        (
            "places available to the Länder (state facilities), survey of all 16",
            "initial_reception_places",
        ),
        ("federal (BBU) facilities only: 27 facilities", "federal_centre_places"),
        ("about 7,500; federal centres only; occupancy 73 %", "federal_centre_places"),
        ("8 federal centres (over 30 in early 2023)", "reception_places"),
        ("set by arrêté of 9 Jan 2025", "reception_target_places"),
        ("PLANNED: places found, not places in use", "committed_places"),
        ("ROUNDED (about 8,900 places counted towards the task)", "committed_places"),
        ("history: CADA places only", "cada_places"),
    ],
)
def test_a_note_says_what_places_are(newer: Newer, note: str, measure_id: str) -> None:
    assert meaning_of(newer(note=note)) == Figure(measure_id, "asylum_applicants")


@pytest.mark.parametrize(
    "note", ["32 MAINLAND open sites only", "ESTIA apartments", "EMERGENCY beds only", "contracted"]
)
def test_one_kind_of_place_is_not_all_reception(newer: Newer, note: str) -> None:
    assert meaning_of(newer(note=note, unit="beds")) == ONE_KIND


@pytest.mark.parametrize(
    ("note", "meaning"),
    [
        ("all ONA structures", Figure("people_hosted_persons", "temporary_protection")),
        (
            "Ukrainian refugees in state (Land) facilities only",
            Figure("initial_reception_persons", "temporary_protection"),
        ),
        (
            "international protection reception system, attended 1 Jan - c. 20 June (cumulative)",
            Figure("accommodated_persons", "temporary_protection"),
        ),
        ("persons placed, cumulative, not a stock", FLOW),
        ("settled so far in 2023", FLOW),
    ],
)
def test_people_hosted_are_a_stock_of_all_reception(
    newer: Newer, note: str, meaning: Figure | Aside
) -> None:
    fields = {"kind": "use", "group": "temporary_protection", "unit": "persons"}
    assert meaning_of(newer(measure="reception_persons", note=note, **fields)) == meaning


@pytest.mark.parametrize(
    ("measure", "unit", "kind"),
    [
        ("initial_reception_capacity", "places", "capacity"),
        ("initial_reception_occupied", "persons", "use"),
        ("initial_reception_occupancy", "percent", "use"),
        ("SAI_places_active", "places", "capacity"),
        ("SAI_places_occupied", "persons", "use"),
        ("SAI_projects", "projects", "presence"),
        ("IPAS_centres", "centres", "presence"),
    ],
)
def test_each_figure_of_the_older_files_is_of_its_kind(
    older: Older, measure: str, unit: str, kind: str
) -> None:
    meaning = meaning_of(older(measure=measure, unit=unit))
    assert isinstance(meaning, Figure)
    assert BY_ID[meaning.measure_id].kind == kind
    assert meaning.measure_id not in ("reception_places", "people_hosted_persons")
