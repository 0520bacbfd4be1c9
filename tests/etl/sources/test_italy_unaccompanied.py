"""Unaccompanied children in Italy: a broken extraction is unknown, never a small number."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from etl.reading import LOADED, REJECTED, Reading
from etl.sources import italy_unaccompanied

Put = Callable[[str, str], Path]
FILE = "italy/msna.json"
MONTHS = ("2021-10", "2021-11", "2021-12", "2022-01", "2022-02")
# Sicilia and Molise; in November and December both stand at a fifteenth.
SICILIA = (3000, 200, 190, 3200, 3100)
MOLISE = (30, 2, 2, 40, 40)


def content() -> dict[str, Any]:
    def series(values: tuple[int, ...]) -> list[dict[str, object]]:
        return [{"periodo": m, "presenti": v} for m, v in zip(MONTHS, values, strict=True)]

    total = tuple(sum(pair) for pair in zip(SICILIA, MOLISE, strict=True))
    country = [entry | {"tipo": "mensile"} for entry in series(total)]
    country.append({"periodo": "2023-06", "presenti": 20_926, "tipo": "semestrale"})
    regions = (("Sicilia", SICILIA), ("Molise", MOLISE))
    return {
        "nazionale": country,
        "regioni": [{"regione": name, "serie": series(values)} for name, values in regions],
    }


@pytest.fixture
def read(put: Put, tmp_path: Path) -> Callable[[dict[str, Any]], Reading]:
    def write_and_read(changed: dict[str, Any]) -> Reading:
        put(FILE, json.dumps(changed, indent=1))
        return italy_unaccompanied.read(tmp_path)

    return write_and_read


def of(reading: Reading) -> pd.DataFrame:
    frame = reading.tables["observation"].set_index(["territory_id", "period"])
    assert frame.index.is_unique
    return frame.sort_index()


def test_months_between_a_fall_and_its_undoing_are_unknown_in_every_region(read: Any) -> None:
    """Molise has too few children to tell by itself: the country tells for it."""
    reading = read(content())
    rows = of(reading)
    for territory in ("IT", "ITG1", "ITF2"):
        own = rows.loc[territory].loc["2021-10":"2022-02"]
        assert own["value"].isna().tolist() == [False, True, True, False, False]
        assert own["obs_status"].tolist() == ["A", "U", "U", "A", "A"]
    assert rows.loc[("ITG1", "2021-11"), "note"].endswith("the file has 200")
    aside = reading.tables["set_aside"].set_index(["territory_name", "period"])["value"]
    assert aside.to_dict() == {
        ("IT", "2021-11"): "202",
        ("IT", "2021-12"): "192",
        ("Sicilia", "2021-11"): "200",
        ("Sicilia", "2021-12"): "190",
        ("Molise", "2021-11"): "2",
        ("Molise", "2021-12"): "2",
    }


def test_every_entry_is_a_row_that_names_the_line_of_its_figure(read: Any, tmp_path: Path) -> None:
    reading = read(content())
    assert reading.outcomes == {(FILE, LOADED): 16}
    lines = (tmp_path / FILE).read_text("utf-8").splitlines()
    rows = reading.tables["observation"].dropna(subset="value")
    for value, line in zip(rows["value"], rows["source_line"], strict=True):
        assert f'"presenti": {value:.0f}' in lines[line - 1]


def test_half_yearly_figures_are_the_countrys(read: Any) -> None:
    rows = of(read(content()))
    assert rows.loc[("IT", "2023-06"), ["value", "obs_status"]].tolist() == [20_926, "A"]


def test_a_jump_that_is_never_undone_is_kept(read: Any) -> None:
    steady = content()
    steady["nazionale"] = steady["nazionale"][:3]
    for region in steady["regioni"]:
        region["serie"] = region["serie"][:3]
    assert of(read(steady))["value"].notna().all()


def test_a_region_can_be_broken_by_itself(read: Any) -> None:
    odd = content()
    for part, values in zip(odd["regioni"], ((3000, 2900, 190, 3200, 3100), MOLISE), strict=True):
        for entry, value in zip(part["serie"], values, strict=True):
            entry["presenti"] = value
    odd["nazionale"] = [
        entry | {"presenti": value}
        for entry, value in zip(odd["nazionale"], (3030, 2902, 3192, 3240, 3140, 1), strict=True)
    ]
    rows = of(read(odd))
    assert rows.index[rows["value"].isna()].tolist() == [("ITG1", "2021-12")]
    doubted = rows[(rows["obs_status"] == "U") & rows["value"].notna()]
    assert doubted.index.tolist() == [("IT", "2021-12"), ("ITF2", "2021-12")]
    assert "sum to 192, not to the country's 3,192" in doubted["note"].iloc[0]


def test_a_sum_without_one_of_its_regions_is_in_doubt(read: Any) -> None:
    short = content()
    short["regioni"][1]["serie"].pop()
    short["nazionale"][4]["presenti"] = 3100
    rows = of(read(short))
    assert ("ITF2", "2022-02") not in rows.index
    assert rows.loc[("IT", "2022-02"), ["value", "obs_status"]].tolist() == [3100, "U"]
    assert "Molise has no figure" in rows.loc[("IT", "2022-02"), "note"]
    assert rows.loc[("ITG1", "2022-02"), "obs_status"] == "A"


def test_a_month_that_is_there_twice_counts_once(read: Any) -> None:
    twice = content()
    series = twice["regioni"][0]["serie"]
    series.insert(1, dict(series[0]))
    reading = read(twice)
    assert reading.outcomes[FILE, "left out: the same month of the same region again"] == 1
    series[1]["presenti"] = 5
    reading = read(twice)
    assert reading.outcomes[FILE, REJECTED] == 1
    assert reading.rejected[0]["raw"] == '     "presenti": 5'
    assert of(reading).loc[("ITG1", "2021-10"), "value"] == 3000
