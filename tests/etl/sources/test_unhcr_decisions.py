"""Asylum decisions: four outcomes at first instance; what holds appeals is set aside."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl import contract
from etl.measures import BY_ID
from etl.reading import LOADED, LayoutError, Reading
from etl.sources import unhcr_decisions

PutRecords = Callable[..., Path]
FILE = "unhcr/asylum_decisions.jsonl"
RECOGNISED, OTHER = "decisions_recognised_persons", "decisions_complementary_persons"
REJECTED, CLOSED = "decisions_rejected_persons", "decisions_closed_persons"


def record(
    asylum: str, year: int, kind: str, outcomes: tuple[object, ...], origin: str = "SYR"
) -> dict[str, object]:
    """A record; `kind` is procedure/level/unit, outcomes recognised, other, rejected, closed."""
    procedure, level, unit = kind.split("/")
    names = ("dec_recognized", "dec_other", "dec_rejected", "dec_closed")
    return {
        "year": year, "coo": origin, "coa": asylum, "coa_iso": asylum, "coa_name": asylum,
        "procedure_type": procedure, "dec_level": level, "dec_pc": unit,
        **dict(zip(names, outcomes, strict=True)), "dec_total": 999,
    }  # fmt: skip


@pytest.fixture
def reading(put_records: PutRecords, tmp_path: Path) -> Reading:
    put_records(
        FILE,
        [
            record("DEU", 2024, "G/FI/P", (10, 20, 30, 40)),
            record("DEU", 2024, "G/FI/P", (1, 0, 3, 4), "AFG"),
            record("DEU", 2024, "G/RA/P", (5, 5, 5, 5)),
            record("DEU", 2024, "G/JR/P", (7, 7, 7, 7)),
            record("AUT", 2023, "G/FA/P", (50, 60, 70, 80)),
            record("CYP", 2021, "G/FA/P", (900, 0, 0, 0)),
            record("CYP", 2021, "G/FI/P", (0, 0, 8, 2)),
            record("LUX", 2014, "G/FI/P", (4, 3, 2, 1)),
            record("LUX", 2014, "G/RA/C", (6, 0, 0, 0)),
            record("TUR", 2012, "U/FI/P", (300, 0, 0, 0)),
            record("CHE", 2004, "G/CA/P", (0, 9, 0, 0)),
        ],
    )
    return unhcr_decisions.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    return reading.tables["observation"].set_index(["territory_id", "measure_id"]).sort_index()


def test_each_outcome_is_summed_for_itself_over_new_and_repeated_claims(rows: pd.DataFrame) -> None:
    assert rows.loc["DE", "value"].to_dict() == {
        RECOGNISED: 16,
        OTHER: 25,
        REJECTED: 38,
        CLOSED: 49,
    }
    assert set(rows.loc["DE", "obs_status"]) == {"P"}


def test_who_is_protected_is_need_and_who_is_not_is_context(rows: pd.DataFrame) -> None:
    kinds = {measure: BY_ID[measure].kind for measure in rows.index.unique("measure_id")}
    assert kinds == {RECOGNISED: "need", OTHER: "need", REJECTED: "context", CLOSED: "context"}


def test_decisions_of_both_instances_are_set_aside(reading: Reading, rows: pd.DataFrame) -> None:
    assert "AT" not in rows.index.get_level_values("territory_id")
    aside = reading.tables["set_aside"].set_index(["territory_id", "measure"])
    assert aside.loc["AT", "value"].tolist() == ["50", "60", "70", "80"]
    assert set(aside["reason"]) == {"first instance and appeal are one figure"}
    assert aside.loc[("CY", BY_ID[RECOGNISED].label), "value"] == "900"
    keys = reading.tables["set_aside"][list(contract.BY_NAME["set_aside"].key)]
    assert not keys.duplicated().any()


def test_what_is_only_part_of_a_country_is_the_least_there_can_be(rows: pd.DataFrame) -> None:
    """Cyprus decided more with appeals in it; Luxembourg counts repeated claims as cases."""
    assert rows.loc[("CY", REJECTED), "lower"] == 8
    assert rows.loc[("LU", RECOGNISED), "lower"] == 4
    both = rows.loc[["CY", "LU"]]
    assert both["value"].isna().all()
    assert both["upper"].isna().all()
    assert set(both["obs_status"]) == {"L"}
    # At least none says nothing.
    assert pd.isna(rows.loc[("CY", RECOGNISED), "lower"])


def test_every_record_accounts_for_itself(reading: Reading) -> None:
    assert {why: n for (_, why), n in reading.outcomes.items()} == {
        LOADED: 8,
        "left out: not a first-instance procedure for asylum": 2,
        "left out: counts cases, not persons": 1,
    }


def test_an_outcome_that_is_gone_is_refused(put_records: PutRecords, tmp_path: Path) -> None:
    whole = record("DEU", 2024, "G/FI/P", (1, 2, 3, 4))
    put_records(FILE, [{name: whole[name] for name in whole if name != "dec_other"}])
    with pytest.raises(LayoutError, match="column dec_other is missing"):
        unhcr_decisions.read(tmp_path)
