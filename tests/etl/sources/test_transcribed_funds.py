"""Money: exact euro, funds and objectives apart, and no amount whose territory is unclear."""

from pathlib import Path

import pytest

from etl.codes import RECIPIENT, SERVICE
from etl.reading import LOADED, LayoutError, Reading
from etl.sources import transcribed_funds
from tests.etl.sources.transcribing import Put, by_line, only, rows_of, text

FILE = "transcribed/eu_funds.csv"
BASIC = "AMIF_2014_2020_basic_allocation"
UNION = {"territory_code": "EU", "territory_name": "EU27"}


def read(put: Put, folder: Path, *rows: dict[str, str]) -> Reading:
    put(FILE, text(transcribed_funds._COLUMNS, *rows))
    return transcribed_funds.read(folder)


@pytest.mark.parametrize(
    ("value", "unit", "euro"),
    [
        ("64533977", "EUR", 64_533_977),
        ("315.355377", "million EUR", 315_355_377),
        ("497.6", "million EUR", 497_600_000),
        ("142.7", "billion EUR", 142_700_000_000),
    ],
)
def test_millions_and_billions_are_multiplied_exactly(
    put: Put, tmp_path: Path, value: str, unit: str, euro: int
) -> None:
    row = {"measure": BASIC, "value": value, "unit": unit, "period": "2014-2020"}
    money = only(read(put, tmp_path, row), "funding")
    assert (money["committed_eur"], money["period"]) == (euro, "2014/2020")
    assert money.get("paid_eur") is None


def test_two_funds_together_are_a_fund_of_their_own(put: Put, tmp_path: Path) -> None:
    mixed = "AMIF_plus_ISF_programmes_approved_Aug_2015"
    rows = [{"measure": name, "unit": "EUR", "territory_code": "IT"} for name in (BASIC, mixed)]
    funds = [row["fund_id"] for row in rows_of(read(put, tmp_path, *rows), "funding")]
    assert funds == ["AMIF", "AMIF_ISF"]


def test_envelope_programme_and_emergency_do_not_share_an_objective(
    put: Put, tmp_path: Path
) -> None:
    names = ("AMIF_national_programme", "AMIF_national_programme_asylum", BASIC)
    rows = [{"measure": n, "unit": "EUR"} for n in (*names, "AMIF_emergency_assistance")]
    money = rows_of(read(put, tmp_path, *rows), "funding")
    assert {row["fund_id"] for row in money} == {"AMIF"}
    assert len({row["objective"] for row in money}) == 4


@pytest.mark.parametrize(
    ("name", "territory"),
    [
        ("EU27", "EU27_2020"),
        ("EU (27 MS incl. UK, excl. DK)", None),
        ("BG+CZ+PL+RO", None),
    ],
)
def test_only_the_union_of_27_is_a_territory(
    put: Put, tmp_path: Path, name: str, territory: str | None
) -> None:
    row = UNION | {"territory_name": name, "measure": BASIC, "unit": "EUR"}
    reading = read(put, tmp_path, row)
    assert [row["territory_id"] for row in rows_of(reading, "funding")] == [territory] * bool(
        territory
    )
    assert len(rows_of(reading, "set_aside")) == (territory is None)


def test_what_a_fund_achieved_is_not_money(put: Put, tmp_path: Path) -> None:
    row = UNION | {"measure": "AMIF_resettled", "unit": "persons", "value": "112530"}
    reading = read(put, tmp_path, row, {"measure": BASIC, "unit": "EUR"})
    assert by_line(reading, "set_aside")[2]["reason"] == "what the fund achieved, not money"
    assert reading.outcomes == {(FILE, LOADED): 2}


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ({"measure": BASIC, "unit": "million PLN"}, "line 2: 'million PLN' is not a unit of euro"),
        ({"measure": "AMIF_2028_2034", "unit": "EUR"}, "line 2: no mapping .*AMIF_2028_2034"),
    ],
)
def test_an_unknown_unit_or_measure_is_named(
    put: Put, tmp_path: Path, row: dict[str, str], named: str
) -> None:
    with pytest.raises(LayoutError, match=named):
        read(put, tmp_path, row)


def test_a_missing_column_is_named(put: Put, tmp_path: Path) -> None:
    put(FILE, text([c for c in transcribed_funds._COLUMNS if c != "unit"], {"measure": BASIC}))
    with pytest.raises(LayoutError, match="unit is missing"):
        transcribed_funds.read(tmp_path)


def test_an_allocation_to_a_state_says_neither_who_spends_it_nor_on_what(
    put: Put, tmp_path: Path
) -> None:
    money = only(read(put, tmp_path, {"measure": BASIC, "unit": "EUR"}), "funding")
    assert (money.get("recipient"), money.get("service")) == (None, None)


def test_what_a_page_says_of_recipient_and_service_is_kept() -> None:
    meanings = transcribed_funds._FUNDING
    assert meanings["all", "IE"] == transcribed_funds.Money(
        "public_budget", "local authority integration teams and forums", "local_or_regional", None
    )
    assert meanings["all", "IS"][2:] == (None, "language")
    money = [each for each in meanings.values() if isinstance(each, transcribed_funds.Money)]
    assert {each.recipient for each in money} <= {None, *RECIPIENT}
    assert {each.service for each in money} <= {None, *SERVICE}
