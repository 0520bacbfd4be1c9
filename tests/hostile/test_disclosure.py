"""An attacker with the whole dataset: small counts and shelters cannot be found in any table.

Pages, files and messages are made of a served dataset and of nothing else, so what no table of
it holds, no output can show: totals, differences of filters and rates are of rounded counts.
"""

from collections.abc import Iterator
from itertools import product

import duckdb
import pandas as pd
import pytest

from analysis.disclosure import BASE, REACH
from etl import own
from tests.conftest import BUNDLE

# Bavaria's seven regions: four small counts that plain rounding would give away by their total.
TRUE = {"DE21": 2, "DE22": 2, "DE23": 2, "DE24": 2, "DE25": 13, "DE26": 104, "DE27": 1021}
TRUE["DE2"] = sum(TRUE.values())
TRUE["DE"] = TRUE["DE2"] + 6
MEASURE, GROUP = "unaccompanied_children_present_persons", "unaccompanied_children"
SECRET = {"name": "Haus am Geheimweg", "note": "hinter der Kirche am Geheimweg"}
LON, LAT = 11.5123, 48.1765


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A dataset of true counts and a shelter, declared by somebody who knows them."""
    folder = tmp_path_factory.mktemp("attacked")
    rows = "".join(
        f"{code},2031-06-30,{MEASURE},{GROUP},{value},{value} children in {code}\n"
        for code, value in TRUE.items()
    )
    # The first file lies in the workspace already, so that one build takes both in.
    counts = folder / "own" / "files" / "observation" / "counts.csv"
    counts.parent.mkdir(parents=True)
    counts.write_text(f"territory_id,period,measure_id,group_id,value,note\n{rows}", "utf-8")
    shelter = folder / "shelter.csv"
    shelter.write_text(
        "facility_id,name,kind,service,country,lon,lat,places,occupied,groups,mode,publish_level,"
        "note\n"
        f"x1,{SECRET['name']},reception,reception,DE,{LON},{LAT},12,7,victims_of_trafficking,"
        f"on_site,nuts2,{SECRET['note']}\n",
        "utf-8",
    )
    workspace = own.Workspace(folder / "own", BUNDLE, folder / "own.duckdb")
    own.add(workspace, shelter, "facility", lambda step: None)
    with duckdb.connect(str(workspace.target.resolve()), read_only=True) as con:
        yield con


def tables(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, pd.DataFrame]]:
    """Every table, whole where it is about the group or the shelter, by its columns."""
    for (name,) in con.execute("select table_name from duckdb_tables()").fetchall():
        yield str(name), con.execute(f'select * from "{name}"').df()


def test_no_table_holds_a_true_count(served: duckdb.DuckDBPyConnection) -> None:
    found = []
    for name, frame in tables(served):
        if "territory_id" not in frame or "group_id" not in frame:
            continue
        ours = frame[(frame["group_id"] == GROUP) & frame["territory_id"].isin(TRUE)]
        if "period" in ours:
            ours = ours[ours["period"] == "2031-06-30"]
        numbers = ours.select_dtypes("number").drop(columns=["source_line"], errors="ignore")
        for code, row in zip(ours["territory_id"], numbers.to_dict("records"), strict=True):
            for column, value in row.items():
                if pd.notna(value) and TRUE[code] % BASE and value == TRUE[code]:
                    found.append((name, column, code, value))
        texts = ours.select_dtypes(["object", "str"])
        assert not texts.apply(
            lambda column: column.astype(str).str.contains("1021|1146|104 children")
        ).any(axis=None)
    assert found == []


def test_totals_and_parts_together_leave_every_count_open(
    served: duckdb.DuckDBPyConnection,
) -> None:
    shown = dict(
        served.execute(
            "select territory_id, value from figure"
            " where measure_id = ? and group_id = ? and period = '2031-06-30'",
            [MEASURE, GROUP],
        ).fetchall()
    )
    parts = [code for code in TRUE if len(code) == 4]
    assert set(shown) >= {*parts, "DE2", "DE"}
    ranges = [range(max(0, int(shown[p]) - REACH), int(shown[p]) + REACH + 1) for p in parts]
    total = range(max(0, int(shown["DE2"]) - REACH), int(shown["DE2"]) + REACH + 1)
    agree = [each for each in product(*ranges) if sum(each) in total]
    for part, possible in zip(parts, zip(*agree, strict=True), strict=True):
        assert len(set(possible)) == (REACH + 1 if shown[part] == 0 else BASE)


def test_the_shelter_is_in_no_table_by_name_note_or_position(
    served: duckdb.DuckDBPyConnection,
) -> None:
    for name, frame in tables(served):
        texts = frame.select_dtypes(["object", "str"])
        for column in texts:
            assert not texts[column].astype(str).str.contains("Geheimweg").any(), (name, column)
        if {"lon", "lat"} <= set(frame):
            near = (frame["lon"] - LON).abs().lt(1e-3) & (frame["lat"] - LAT).abs().lt(1e-3)
            assert not near.any(), name


def test_the_shelter_counts_in_its_region_and_no_finer(served: duckdb.DuckDBPyConnection) -> None:
    # Its key is not the one it came with, which may tell as much as its name.
    found = served.execute(
        "select facility_id, region_id, cell, occupied from facility"
        " inner join facility_place using (facility_id) where source_id = 'own'"
    ).fetchall()
    assert found == [("own_protected_00001", "DE21", None, 5)]


def test_published_places_for_children_and_survivors_are_as_coarse(dataset) -> None:
    names = dataset.execute(
        "select distinct name from facility where publish_level <> 'point'"
    ).fetchall()
    assert names == [("protected place",)]
    odd = dataset.execute(
        "select count(*) from figure inner join measure using (measure_id)"
        " where group_id = ? and measure.unit = 'persons' and measure.kind in ('need', 'use')"
        " and figure.evidence = 'published' and figure.value % 5 <> 0",
        [GROUP],
    ).fetchone()
    assert odd == (0,)
