"""Agreements and bodies: both partners are described, each only once."""

from pathlib import Path

import pytest

from etl import codes
from etl.reading import LOADED, LayoutError, Reading
from etl.sources.transcribed_bodies import add_agreement, add_body
from etl.sources.transcribed_rows import Transcript
from tests.etl.sources.transcribing import Put, only, rows_of, text

FILE = "transcribed/bodies.csv"
COLUMNS = (
    "territory_code", "territory_name", "measure", "period", "value", "unit", "source_title",
    "source_publisher", "source_url", "city", "note",
)  # fmt: skip
CONTRACT = "MUNICIPAL territorial reception and integration contract (CTAIR) with "
LYON = {"territory_code": "FRK26", "city": "Lyon", "period": "2019", "note": f"{CONTRACT}Lyon"}
BREST = {"territory_code": "FRH02", "city": "Brest", "period": "2021", "note": f"{CONTRACT}Brest"}


def agreements(put: Put, folder: Path, *rows: dict[str, str]) -> Reading:
    put(FILE, text(COLUMNS, *rows))
    found = Transcript("reader")
    for line in found.lines(folder, FILE, COLUMNS):
        add_agreement(found, line)
    return found.finish()


def test_each_contract_is_an_agreement_between_two_described_partners(
    put: Put, tmp_path: Path
) -> None:
    reading = agreements(put, tmp_path, LYON, BREST)
    pairs = [(row["organisation_id"], row["partner_id"]) for row in rows_of(reading, "partnership")]
    assert pairs == [("fr_state", "fr_city_lyon"), ("fr_state", "fr_city_brest")]
    bodies = {row["organisation_id"]: row for row in rows_of(reading, "organisation")}
    assert set(bodies) == {"fr_state", "fr_city_lyon", "fr_city_brest"}
    assert bodies["fr_state"]["territory_id"] == "FR"
    assert {row["level"] for row in bodies.values()} == {"national", "local"}
    assert {row["actor"] for row in bodies.values()} <= set(codes.ACTOR)
    assert reading.outcomes == {(FILE, LOADED): 2}


def test_a_city_with_two_contracts_is_described_once(put: Put, tmp_path: Path) -> None:
    reading = agreements(put, tmp_path, LYON, LYON | {"period": "2022"})
    assert len(rows_of(reading, "organisation")) == 2
    assert [row["period"] for row in rows_of(reading, "partnership")] == ["2019", "2022"]


@pytest.mark.parametrize("change", [{"note": "a festival in Lyon"}, {"territory_code": "BE100"}])
def test_what_is_no_such_contract_is_named(
    put: Put, tmp_path: Path, change: dict[str, str]
) -> None:
    with pytest.raises(LayoutError, match="line 2"):
        agreements(put, tmp_path, LYON | change)


def test_a_body_is_named_after_its_region(put: Put, tmp_path: Path) -> None:
    wales = {
        "territory_code": "UKL",
        "territory_name": "Wales",
        "period": "",
        "note": "from memory",
    }
    put(FILE, text(COLUMNS, wales))
    found = Transcript("reader")
    for line in found.lines(tmp_path, FILE, COLUMNS):
        add_body(found, line)
    row = only(found.finish(), "organisation")
    assert row["name"] == "Strategic migration partnership, Wales"
    assert (row["level"], row["territory_id"], row["obs_status"]) == ("regional", "UKL", "U")


def test_what_the_list_is_of_is_said_once_and_never_complete(put: Put, tmp_path: Path) -> None:
    row = only(agreements(put, tmp_path, LYON, BREST), "actor_list")
    assert (row["territory_id"], row["actor"], row["complete"]) == ("FR", "public", False)
    assert row["service"] == "social_orientation"
