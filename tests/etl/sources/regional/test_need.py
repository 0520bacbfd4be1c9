"""No two definitions of need share a measure."""

import pytest

from etl.measures import BY_ID
from etl.reading import LayoutError
from etl.sources.regional import meaning_of
from etl.sources.regional.reasons import FLOW, RUNNING
from etl.sources.transcribed_rows import Aside, Figure
from tests.etl.sources.regional.conftest import Newer

GROUP = "temporary_protection"


@pytest.mark.parametrize(
    ("note", "measure_id"),
    [
        ("", "temporary_protection_persons"),
        ("holders of protection status S", "temporary_protection_persons"),
        ("registered in the AZR because of the war in Ukraine", "displaced_from_ukraine_persons"),
        ("refugees from Ukraine that remained; 127104 registered cumulatively",
         "displaced_from_ukraine_persons"),
        ("temporary protections GRANTED since 10 March 2022, cumulative, by place of grant",
         "temporary_protection_granted_persons"),
    ],
)  # fmt: skip
def test_holders_people_displaced_and_grants_are_told_apart(
    newer: Newer, note: str, measure_id: str
) -> None:
    fields = {"kind": "need", "group": GROUP, "unit": "persons"}
    row = newer(measure="temporary_protection_persons", note=note, **fields)
    assert meaning_of(row) == Figure(measure_id, GROUP)


@pytest.mark.parametrize(
    "note",
    [
        "PESEL numbers given (cumulative), not active status",
        "PESEL registrations; rounded",
        "temporary protection permits since 4 March 2022, cumulative; national 169,837",
        "registered arrivals from Ukraine since Jan 2022",
    ],
)
def test_running_totals_of_registrations_are_nobodys_need(newer: Newer, note: str) -> None:
    fields = {"kind": "need", "group": GROUP, "unit": "persons"}
    row = newer(measure="temporary_protection_persons", note=note, **fields)
    assert meaning_of(row) == RUNNING


@pytest.mark.parametrize(
    ("note", "measure_id", "flow"),
    [
        ("AsylbLG standard-benefit recipients", "asylum_benefit_recipients_persons", False),
        ("FLOW: first-time applications in the year", "first_asylum_applications", True),
        ("FLOW: applications lodged in 2024", "lodged_asylum_applications", True),
        ("applications", "lodged_asylum_applications", True),
    ],
)
def test_asylum_seekers_present_and_applications_are_stock_and_flow(
    newer: Newer, note: str, measure_id: str, flow: bool
) -> None:
    row = newer(measure="asylum_seekers_persons", kind="need", unit="persons", note=note)
    assert meaning_of(row) == Figure(measure_id, "asylum_applicants")
    assert BY_ID[measure_id].flow is flow


def test_arrivals_in_a_year_are_no_stock(newer: Newer) -> None:
    note = "FLOW: arrivals in the year, not Ukraine; not a stock"
    row = newer(measure="asylum_seekers_persons", kind="need", unit="persons", note=note)
    assert meaning_of(row) == FLOW


def test_a_note_that_does_not_say_what_is_counted_is_named(newer: Newer) -> None:
    row = newer(measure="asylum_seekers_persons", kind="need", unit="persons", note="people")
    with pytest.raises(LayoutError, match=r"asylum_seekers_persons .* 'people'"):
        meaning_of(row)


@pytest.mark.parametrize(
    ("note", "meaning"),
    [
        (
            "Schutzsuchende = recognised + pending + rejected",
            Figure("protection_seekers_persons", "all"),
        ),
        (
            "Schutzsuchende = recognised + pending + rejected; INCLUDES Spree-Neiße (DE40G)",
            Aside("a figure for two regions together"),
        ),
        (
            "recognised protection status only",
            Figure("protection_beneficiaries_persons", "beneficiaries_of_protection"),
        ),
    ],
)
def test_people_who_stay_for_protection_are_more_than_beneficiaries(
    newer: Newer, note: str, meaning: Figure | Aside
) -> None:
    fields = {"kind": "need", "group": "all", "unit": "persons"}
    row = newer(measure="protection_beneficiaries_persons", note=note, **fields)
    assert meaning_of(row) == meaning
