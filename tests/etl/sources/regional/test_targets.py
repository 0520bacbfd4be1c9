"""What is asked for, what is offered and keys are three things."""

import pytest

from etl.measures import BY_ID
from etl.sources.regional import meaning_of
from etl.sources.regional.reasons import MIXED
from etl.sources.transcribed_rows import Aside, Figure
from tests.etl.sources.regional.conftest import Newer, Older


@pytest.mark.parametrize(
    ("measure", "unit", "kind"),
    [
        ("reception_places_CADA", "places", "target"),
        ("reception_places_total", "places", "target"),
        ("spreidingswet_target_places", "places", "target"),
        ("spreidingswet_places_found", "places", "commitment"),
        ("settlement_request", "persons", "target"),
        ("settlement_municipal_commitment", "persons", "commitment"),
        ("distribution_key_asylum", "percent", "key"),
        ("basic_care_quota_target", "persons", "target"),
        ("basic_care_quota_fulfilment", "percent", "use"),
    ],
)
def test_kinds_are_never_mixed(older: Older, measure: str, unit: str, kind: str) -> None:
    meaning = meaning_of(older(measure=measure, unit=unit))
    assert isinstance(meaning, Figure)
    assert BY_ID[meaning.measure_id].kind == kind


@pytest.mark.parametrize("scheme", ["CADA", "CAES", "HUDA_excl_PRAHDA", "HUDA_hotel", "PRAHDA"])
def test_a_part_of_the_french_total_never_has_the_totals_measure(older: Older, scheme: str) -> None:
    meaning = meaning_of(older(measure=f"reception_places_{scheme}"))
    total = meaning_of(older(measure="reception_places_asylum_seekers_total"))
    assert meaning != total
    assert isinstance(meaning, Figure)
    assert meaning.measure_id.endswith("_target_places")


@pytest.mark.parametrize(
    ("note", "meaning"),
    [
        ("binding", Figure("reception_target_places", "beneficiaries_of_protection")),
        ("of which about 30,000 from Ukraine", MIXED),
        ("adjusted settlement request to 356 municipalities", MIXED),
    ],
)
def test_requests_mostly_for_another_group_are_set_aside(
    newer: Newer, note: str, meaning: Figure | Aside
) -> None:
    row = newer(
        measure="reception_target_places",
        kind="target",
        group="beneficiaries_of_protection",
        unit="persons",
        note=note,
    )
    assert meaning_of(row) == meaning


def test_places_municipalities_offer_are_a_commitment(newer: Newer) -> None:
    fields = {"measure": "reception_target_places", "kind": "target", "unit": "places"}
    row = newer(group="beneficiaries_of_protection", note="offered by the municipalities", **fields)
    assert meaning_of(row) == Figure("settlement_commitment_persons", "beneficiaries_of_protection")
