"""Gross domestic product: two measures of seven units, in either layout of the publisher."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.measures import BY_ID
from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import gdp

Put = Callable[[str, str], Path]
FILE = "eurostat/estat_nama_10r_3gdp.tsv"
LINES = (
    "freq,unit,geo,2019,2020,2021",
    "A,MIO_EUR,AL,13800.5,13283.32p,:",
    "A,MIO_EUR,DE300,140000,150000b,160000bp",
    "A,PPS_EU27_2020_HAB,AL,9400,9200p,:",
    "A,EUR_HAB,AL,4800,4700p,:",
    "A,EUR_HAB_EU27_2020,AL,15,15p,:",
    "A,MIO_NAC,AL,1700000,1640000p,:",
    "A,MIO_PPS_EU27_2020,AL,27000,26000p,:",
    "A,PPS_HAB_EU27_2020,AL,30,31p,:",
    "A,MIO_EUR,ATZZZ,100,101,102",
    "A,MIO_EUR,EU27_2020,14000000,13400000,14500000",
    "A,MIO_EUR,FR,2400000,2300000,2 500 000",
)


def tabbed(line: str) -> str:
    """A line in the publisher's own layout: key, then cells, flags after a space."""
    freq, unit, geo, *cells = line.split(",")
    spaced = [cell.rstrip("bp") + " " + cell[len(cell.rstrip("bp")) :] for cell in cells]
    name = geo + "\\TIME_PERIOD" if geo == "geo" else geo
    return "\t".join([f"{freq},{unit},{name}", *spaced])


@pytest.fixture(params=["re-publication", "publisher"])
def reading(request: pytest.FixtureRequest, put: Put, tmp_path: Path) -> Reading:
    lines = LINES if request.param == "re-publication" else tuple(map(tabbed, LINES))
    put(FILE, "\n".join(lines) + "\n")
    return gdp.read(tmp_path)


@pytest.fixture
def rows(reading: Reading) -> pd.DataFrame:
    indexed = reading.tables["observation"].set_index(["territory_id", "measure_id", "period"])
    assert indexed.index.is_unique
    return indexed.sort_index()


def test_total_and_per_head_are_two_measures(rows: pd.DataFrame) -> None:
    assert rows.loc[("AL", "gdp_meur"), "value"].dropna().tolist() == [13800.5, 13283.32]
    per_head = rows.loc[("AL", "gdp_per_inhabitant_pps"), "value"]
    assert per_head.dropna().to_dict() == {"2019": 9400, "2020": 9200}
    assert {BY_ID[m].kind for m in rows.index.unique("measure_id")} == {"context"}
    assert set(rows["nuts_version"]) == {"2021"}


def test_flags_survive_and_a_gap_stays_a_gap(rows: pd.DataFrame) -> None:
    berlin = rows.loc[("DE300", "gdp_meur")]
    assert berlin["obs_status"].to_dict() == {"2019": "A", "2020": "B", "2021": "P"}
    assert berlin.loc["2021", "note"] == "break in time series; provisional"
    gap = rows.loc[("AL", "gdp_meur", "2021")]
    assert pd.isna(gap["value"])
    assert (gap["obs_status"], gap["source_line"]) == ("L", 2)


def test_every_line_accounts_for_itself(reading: Reading) -> None:
    assert {why: n for (_, why), n in reading.outcomes.items()} == {
        LOADED: 3,
        "left out: in euro per inhabitant": 1,
        "left out: in percentage of the EU's euro per inhabitant": 1,
        "left out: in million units of national currency": 1,
        "left out: in million purchasing power standards": 1,
        "left out: in percentage of the EU's purchasing power standards per inhabitant": 1,
        "left out: not attributed to a region": 1,
        "left out: sum of countries": 1,
        REJECTED: 1,
    }
    (refused,) = reading.rejected
    assert refused["line"] == 12
    assert "'2 500 000" in str(refused["reason"])


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("A,MIO_EUR,AL", "A,MIO_EUR_2030,AL", "line 2: freq 'A', unit 'MIO_EUR_2030'"),
        ("PPS_EU27_2020_HAB", "PPS_EU28_HAB", "line 4: .*'PPS_EU28_HAB' is not a known series"),
        ("A,MIO_EUR,DE300", "Q,MIO_EUR,DE300", "line 3: freq 'Q'"),
        ("freq,unit,geo", "freq,geo,unit", "dimensions are freq,geo,unit, expected freq,unit,geo"),
    ],
)
def test_another_table_is_refused(put: Put, tmp_path: Path, old: str, new: str, named: str) -> None:
    put(FILE, "\n".join(LINES).replace(old, new) + "\n")
    with pytest.raises(LayoutError, match=named):
        gdp.read(tmp_path)
