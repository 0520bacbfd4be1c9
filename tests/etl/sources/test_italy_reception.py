"""Italy's persons present: one series across a renaming, blanks unknown, one joint region."""

import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.reading import LOADED, REJECTED, LayoutError, Reading
from etl.sources import italy_reception

Put = Callable[[str, str], Path]
RAW = Path(__file__).parent / "raw"
FILE = "italy/accoglienza.csv"
TOTAL, CENTRES = "people_hosted_persons", "hosted_in_centres_persons"
SAI, HOTSPOTS = "hosted_in_sai_persons", "hosted_in_hotspots_persons"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return italy_reception.read(RAW)


@pytest.fixture(scope="module")
def rows(reading: Reading) -> pd.DataFrame:
    frame = reading.tables["observation"]
    indexed = frame.set_index(["territory_id", "period", "measure_id"]).sort_index()
    assert indexed.index.is_unique
    return indexed


def test_siproimi_and_sai_are_one_series(rows: pd.DataFrame) -> None:
    series = rows.loc[("ITF1", slice(None), SAI), "value"]
    assert series.tolist() == [40, 60]
    assert rows.loc[("ITF1", "2019-09-30", SAI), "note"] == "SIPROIMI until the renaming"
    assert pd.isna(rows.loc[("ITF1", "2025-01-15", SAI), "note"])


def test_the_total_is_centres_plus_sai_without_hotspots(rows: pd.DataFrame) -> None:
    sicily = rows.loc[("ITG1", "2019-09-30")]["value"]
    assert sicily.to_dict() == {TOTAL: 250, CENTRES: 200, SAI: 50, HOTSPOTS: 7}


@pytest.mark.parametrize(
    ("territory_id", "blank"),
    [("ITF2", [TOTAL, SAI, HOTSPOTS]), ("ITI2", [TOTAL, CENTRES, HOTSPOTS])],
)
def test_a_blank_is_unknown_and_so_is_a_sum_with_it(
    rows: pd.DataFrame, territory_id: str, blank: list[str]
) -> None:
    there = rows.loc[(territory_id, "2025-01-15")]
    assert sorted(there.index[there["value"].isna()]) == sorted(blank)
    assert set(there.loc[blank, "obs_status"]) == {"L"}
    assert set(there.drop(blank)["obs_status"]) == {"A"}
    assert "blank" in there.loc[TOTAL, "note"]


def test_a_zero_is_a_figure(rows: pd.DataFrame) -> None:
    for key in (("ITF1", "2025-01-15", HOTSPOTS), ("ITI2", "2025-01-15", SAI)):
        assert (rows.loc[key, "value"], rows.loc[key, "obs_status"]) == (0, "A")


def test_one_row_for_two_regions_goes_to_the_joint_territory_and_to_neither_half(
    rows: pd.DataFrame,
) -> None:
    assert rows.loc[("ITH1+ITH2", "2019-09-30", TOTAL), "value"] == 100
    assert not {"ITH1", "ITH2"} & set(rows.index.get_level_values("territory_id"))


def test_an_unknown_region_is_rejected_with_its_line_and_text(reading: Reading) -> None:
    (refused,) = reading.rejected
    assert (refused["file"], refused["line"], refused["column_name"]) == (FILE, 8, "CodiceRegione")
    assert "'99'" in str(refused["reason"])
    assert refused["raw"] == (RAW / FILE).read_text("utf-8").splitlines()[7]


def test_every_line_is_accounted_for_and_gives_four_rows(
    reading: Reading, rows: pd.DataFrame
) -> None:
    assert reading.outcomes == {(FILE, LOADED): 6, (FILE, REJECTED): 1}
    assert Counter(rows["source_line"]) == dict.fromkeys(range(2, 8), 4)


def test_each_of_the_twenty_regions_has_its_own_code() -> None:
    codes = italy_reception._REGION
    assert sorted(codes) == [f"{i:02d}" for i in range(1, 21)]
    assert len(set(codes.values())) == 20


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("120,,60,13", "120,5,60,13", "line 5: SIPROIMI and SAI are both filled"),
        ("centri SAI", "centri SAI e FAMI", "centri SAI is missing"),
        ("80,,,14,Molise", "80,,,14", "line 6: not 8 fields"),
    ],
)
def test_another_layout_is_refused(tmp_path: Path, old: str, new: str, named: str) -> None:
    shutil.copytree(RAW / "italy", tmp_path / "italy")
    text = (tmp_path / FILE).read_text("utf-8")
    (tmp_path / FILE).write_text(text.replace(old, new), "utf-8")
    with pytest.raises(LayoutError, match=named):
        italy_reception.read(tmp_path)


@pytest.mark.parametrize("text", ["n.d.", "1.364", "-5"])
def test_a_count_that_is_none_is_rejected_with_its_line(
    put: Put, tmp_path: Path, text: str
) -> None:
    """1.364 may be a thousand or a little over one: nobody can tell."""
    header = (RAW / FILE).read_text("utf-8").splitlines()[0]
    put(FILE, f"{header}\nAbruzzo,2025-01-15,,{text},,60,13,Abruzzo\n")
    reading = italy_reception.read(tmp_path)
    assert [row["line"] for row in reading.rejected] == [2]
    assert reading.tables["observation"].empty
