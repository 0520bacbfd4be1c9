"""Resettlement arrivals: a flow by country and year; years without a record stay unknown."""

from collections.abc import Callable
from pathlib import Path

from etl.measures import BY_ID
from etl.reading import LOADED
from etl.sources import unhcr_resettlement

PutRecords = Callable[..., Path]
FILE = "unhcr/solutions.jsonl"


def record(asylum: str, origin: str, year: int, arrivals: object) -> dict[str, object]:
    return {
        "year": year, "coo": origin, "coa": asylum, "coa_iso": asylum, "coa_name": asylum,
        "returned_refugees": 3, "resettlement": arrivals, "naturalisation": 40,
    }  # fmt: skip


def test_arrivals_are_summed_and_other_solutions_are_not_read(
    put_records: PutRecords, tmp_path: Path
) -> None:
    put_records(
        FILE,
        [
            record("NOR", "SYR", 2022, 60),
            record("NOR", "COD", 2022, "15"),
            record("NOR", "IRQ", 2022, "-"),
            record("NOR", "IRQ", 2023, None),
            record("CAN", "SYR", 2022, 900),
            record("SWE", "SYR", 2024, 5),
            record("NOR", "VNM", 1980, 700),
        ],
    )
    reading = unhcr_resettlement.read(tmp_path)
    rows = reading.tables["observation"].set_index(["territory_id", "period"])
    assert rows["value"].to_dict() == {("NO", "2022"): 75, ("SE", "2024"): 5}
    assert rows["obs_status"].to_dict() == {("NO", "2022"): "A", ("SE", "2024"): "P"}
    assert set(rows["group_id"]) == {"resettled"}
    assert "2 countries of origin" in rows.loc[("NO", "2022"), "note"]
    assert {why: n for (_, why), n in reading.outcomes.items()} == {
        LOADED: 3,
        "left out: no figure in the columns that are read": 2,
        "left out: not a country of the map": 1,
        "left out: before 2000": 1,
    }
    (measure_id,) = set(rows["measure_id"])
    assert "a flow" in BY_ID[measure_id].definition
