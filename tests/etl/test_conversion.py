"""Figures of codes that ended, in a world built for them and worked out on paper.

    NUTS 2013   XA1Z1 .   XA1Y1    a quarter of XA1Z1's residents, a tenth of its area went to
    NUTS 2016   XA1A1 XA1B1 XA1C1  XA1A1, the rest to XA1B1; XA1Y1 became XA1C1
    NUTS 2024   XA111 XA112 -----  XA1A1 became XA111, XA1B1 and XA1C1 merged into XA112

Level 2 of NUTS 2016 was XA1Q and XA1R: XA1Q became XA12, which has one region, XA121, and half
of it went to XA11, with all of XA1R. XA1D1 became XA121.
"""

from pathlib import Path

import duckdb
import h3
import pandas as pd
import pytest

from etl import build as building
from etl import contract
from etl.gather import Frames
from etl.validate import conform
from tests.etl.invented import CELL, FACT, built, territory, world

CHANGES = (
    ("2013", "XA1Z1", "2016", "XA1A1", 0.25, 0.1),
    ("2013", "XA1Z1", "2016", "XA1B1", 0.75, 0.9),
    ("2013", "XA1Y1", "2016", "XA1C1", 1.0, 1.0),
    ("2016", "XA1A1", "2024", "XA111", 1.0, 1.0),
    ("2016", "XA1B1", "2024", "XA112", 1.0, 1.0),
    ("2016", "XA1C1", "2024", "XA112", 1.0, 1.0),
    ("2016", "XA1D1", "2024", "XA121", 1.0, 1.0),
    ("2016", "XA1Q", "2024", "XA11", 0.5, 0.5),
    ("2016", "XA1Q", "2024", "XA12", 0.5, 0.5),
    ("2016", "XA1R", "2024", "XA11", 1.0, 1.0),
)
# XA1U1 went to XA121 and XA112, and nobody says how much of it where.
UNKNOWN = (
    ("2013", "XA1U1", "2016", "XA1V1", None, None),
    ("2013", "XA1U1", "2016", "XA1W1", None, None),
    ("2016", "XA1V1", "2024", "XA121", 1.0, 1.0),
    ("2016", "XA1W1", "2024", "XA112", 1.0, 1.0),
)
HOSTED = "people_hosted_persons"
Figure = dict[str, object]


def figure(code: str, value: float | None, **more: object) -> Figure:
    """One observation, of people hosted at the end of 2015 in NUTS 2016 if not told otherwise."""
    return {
        "territory_id": code,
        "nuts_version": "2016",
        "period": "2015-12-31",
        "measure_id": HOSTED,
        "group_id": "all",
        "value": value,
        **FACT,
        "obs_status": "A" if value is not None else "L",
        **more,
    }


def with_changes(
    frames: Frames, changes: tuple[tuple[object, ...], ...] = CHANGES, beyond: bool = True
) -> Frames:
    """The world with its history, and XA12 with one region and one cell to the east."""
    columns = ["old_version", "old_code", "new_version", "new_code", "share", "area_share"]
    rows = pd.DataFrame(changes, columns=columns).assign(kind="shifted", source_id="invented")
    more = {"nuts_change": rows}
    if beyond:
        east = h3.str_to_int(h3.latlng_to_cell(50.0, 11.5, 6))
        more["cell"] = pd.DataFrame([{"cell": east, "nuts_2024": "XA121", "nuts_2021": None}])
        more["territory"] = pd.DataFrame([territory(c, "2024") for c in ("XA12", "XA121")])
    for table, new in more.items():
        tidy = conform(contract.BY_NAME[table], new)
        old = frames.get((table, "invented"), tidy.head(0))
        some = [frame for frame in (old, tidy) if not frame.empty]
        frames[table, "invented"] = pd.concat(some, ignore_index=True)
    frames["cell", "invented"]["cell"] = frames["cell", "invented"]["cell"].astype("uint64")
    return frames


def shown(folder: Path, *figures: Figure) -> dict[str, Figure]:
    """Build the world with these figures; what is displayed of them, by territory."""
    with built(folder, with_changes(world(list(figures)))) as con:
        rows = con.execute("select * from displayed where measure_id <> 'residents_persons'").df()
    rows = rows.astype(object).where(rows.notna(), None)
    return {str(row["territory_id"]): dict(row) for row in rows.to_dict("records")}


def test_a_region_under_another_code_keeps_value_status_and_line(tmp_path: Path) -> None:
    old = figure("XA1A1", 30, obs_status="P", note="as of midnight", source_line=7)
    (row,) = shown(tmp_path, old).values()
    kept = ("XA111", 30, "P", "published", 7, "recoded")
    names = ("territory_id", "value", "obs_status", "evidence", "source_line", "how")
    assert tuple(row[name] for name in names) == kept
    assert row["note"] == "as of midnight; published under the code XA1A1 of NUTS 2016"


def test_whole_regions_that_merged_are_summed(tmp_path: Path) -> None:
    row = shown(tmp_path, figure("XA1B1", 5), figure("XA1C1", 7))["XA112"]
    assert (row["value"], row["obs_status"], row["evidence"]) == (12, "A", "estimated")
    assert (row["note"], row["source_line"]) == ("sum of XA1B1, XA1C1 of NUTS 2016", None)


@pytest.mark.parametrize(("part", "whole"), [("P", "E"), ("E", "E"), ("U", "U")])
def test_a_sum_is_as_unsure_as_its_parts(tmp_path: Path, part: str, whole: str) -> None:
    row = shown(tmp_path, figure("XA1B1", 5), figure("XA1C1", 7, obs_status=part))["XA112"]
    assert (row["value"], row["obs_status"]) == (12, whole)


@pytest.mark.parametrize("missing", [[], [figure("XA1C1", None)]])
def test_an_unknown_part_leaves_a_lower_end(tmp_path: Path, missing: list[Figure]) -> None:
    row = shown(tmp_path, figure("XA1B1", 5), *missing)["XA112"]
    assert (row["value"], row["lower"], row["upper"], row["obs_status"]) == (None, 5, None, "L")
    assert row["note"] == "1 of 2 regions of NUTS 2016 it is made of are known"


def test_bounds_are_summed_too(tmp_path: Path) -> None:
    parts = figure("XA1B1", 5, lower=4, upper=6), figure("XA1C1", 7)
    row = shown(tmp_path, *parts)["XA112"]
    assert (row["value"], row["lower"], row["upper"]) == (12, 11, 13)


def test_a_split_region_is_shared_out_in_whole_numbers(tmp_path: Path) -> None:
    """A quarter of 30 is 7.5: 8 there and 22 here, with the 9 of XA1Y1, and 39 in all."""
    rows = shown(
        tmp_path,
        figure("XA1Z1", 30, nuts_version="2013"),
        figure("XA1Y1", 9, nuts_version="2013"),
    )
    assert {code: row["value"] for code, row in rows.items()} == {"XA111": 8, "XA112": 31}
    assert {(row["obs_status"], row["evidence"]) for row in rows.values()} == {("E", "estimated")}
    note = "worked out by where people live from XA1Y1, XA1Z1 of NUTS 2013"
    assert rows["XA112"]["note"] == note


def test_an_area_is_shared_out_by_area(tmp_path: Path) -> None:
    """A tenth of 80.5 km² is 8.05; what was not measured in whole km² is not rounded."""
    rows = shown(
        tmp_path,
        figure("XA1Z1", 80.5, nuts_version="2013", measure_id="land_area_km2"),
        figure("XA1Y1", 10, nuts_version="2013", measure_id="land_area_km2"),
    )
    areas = {code: row["value"] for code, row in rows.items()}
    assert areas == pytest.approx({"XA111": 8.05, "XA112": 82.45})
    assert rows["XA111"]["note"] == "worked out by area from XA1Z1 of NUTS 2013"


def test_a_missing_figure_stays_missing_for_its_reason(tmp_path: Path) -> None:
    secret = figure("XA1Z1", None, nuts_version="2013", obs_status="Q")
    row = shown(tmp_path, secret)["XA111"]
    assert (row["value"], row["lower"], row["obs_status"]) == (None, None, "Q")


def test_what_is_published_for_the_region_itself_stands(tmp_path: Path) -> None:
    own = figure("XA111", 31, nuts_version="2024")
    rows = shown(tmp_path, own, figure("XA1A1", 30), figure("XA1Z1", 100, nuts_version="2013"))
    assert (rows["XA111"]["value"], rows["XA111"]["how"]) == (31, "published")


def test_a_gap_is_filled_from_the_latest_version_that_knows(tmp_path: Path) -> None:
    rows = shown(
        tmp_path,
        figure("XA111", None, nuts_version="2024"),
        figure("XA1A1", 30),
        figure("XA1Z1", 100, nuts_version="2013"),
    )
    assert (rows["XA111"]["value"], rows["XA111"]["how"]) == (30, "recoded")


def test_a_share_gives_way_to_the_sum_of_the_regions_inside(tmp_path: Path) -> None:
    """Half of XA1Q would be 50, but the source has all of XA12's regions: 12."""
    rows = shown(tmp_path, figure("XA1Q", 100), figure("XA1R", 60), figure("XA1D1", 12))
    assert (rows["XA12"]["value"], rows["XA12"]["how"], rows["XA12"]["obs_status"]) == (
        12, "merged", "A",
    )  # fmt: skip
    # XA111 and XA112 are not in the source, so XA11 is 50 and the 60 of XA1R.
    assert (rows["XA11"]["value"], rows["XA11"]["obs_status"]) == (110, "E")


def test_the_figures_of_maps_are_those_displayed(tmp_path: Path) -> None:
    rows = [figure("XA1A1", 30), figure("XA1B1", 5), figure("XA1C1", 7)]
    with built(tmp_path, with_changes(world(rows))) as con:
        found = con.execute("select territory_id, value from figure order by all").fetchall()
    # The sum of regions goes up, and stops at XA1: XA12 has no figure.
    assert found == [("XA", None), ("XA1", None), ("XA11", 42), ("XA111", 30), ("XA112", 12)]


def unconverted(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    return dict(con.execute("select territory_id, reason from unconverted").fetchall())


def test_rates_pass_to_the_same_region_and_are_never_split_or_summed(tmp_path: Path) -> None:
    frames = world([])
    rate = {"measure_id": "rate_percent", "label": "Rate", "unit": "percent", "kind": "context"}
    rate |= {"direction": "neutral", "definition": "A rate.", "flow": False}
    measures = frames["measure", "invented"]
    frames["measure", "invented"] = conform(
        contract.BY_NAME["measure"], pd.DataFrame([*measures.to_dict("records"), rate])
    )
    rates = [
        figure("XA1A1", 4.5, measure_id="rate_percent"),
        figure("XA1B1", 5.5, measure_id="rate_percent"),
        figure("XA1Z1", 6.5, measure_id="rate_percent", nuts_version="2013"),
    ]
    more = conform(contract.BY_NAME["observation"], pd.DataFrame(rates))
    frames["observation", "invented"] = pd.concat([frames["observation", "invented"], more])
    with built(tmp_path, with_changes(frames)) as con:
        found = con.execute(
            "select territory_id, value from figure where measure_id = 'rate_percent'"
        ).fetchall()
        kept = unconverted(con)
    assert found == [("XA111", 4.5)]
    assert set(kept) == {"XA1B1", "XA1Z1"}
    assert all(why.endswith("is neither shared out nor summed") for why in kept.values())


def test_what_is_not_known_to_have_gone_where_is_listed_and_never_guessed(tmp_path: Path) -> None:
    rows = [figure("XA1U1", 10, nuts_version="2013"), figure("XA1Y1", 9, nuts_version="2013")]
    with built(tmp_path, with_changes(world(rows), CHANGES + UNKNOWN)) as con:
        found = con.execute(
            "select territory_id, value, lower from displayed where measure_id = ?", [HOSTED]
        ).fetchall()
        kept = unconverted(con)
    # XA112 had some of XA1U1: what it has is at least the 9 of XA1Y1.
    assert found == [("XA112", None, 9)]
    assert kept == {"XA1U1": "what part of the region went where is not known"}


def test_a_code_of_the_display_is_not_taken_for_one_that_ended(tmp_path: Path) -> None:
    """XA111 of NUTS 2016 was split; XA111 of today is another region under the same code."""
    again = (
        ("2016", "XA111", "2024", "XA112", 0.5, 0.5),
        ("2016", "XA111", "2024", "XA121", 0.5, 0.5),
    )
    rows = [figure("XA111", 10), figure("XA111", 8, nuts_version="2024", period="2020")]
    with built(tmp_path, with_changes(world(rows), again)) as con:
        found = con.execute(
            "select period, territory_id, value from displayed where measure_id = ? order by all",
            [HOSTED],
        ).fetchall()
    assert found == [("2015-12-31", "XA112", 5), ("2015-12-31", "XA121", 5), ("2020", "XA111", 8)]


def resident(code: str, version: str, period: str, value: float) -> Figure:
    return figure(
        code,
        value,
        nuts_version=version,
        period=period,
        measure_id="residents_persons",
        group_id="residents",
    )


def test_residents_have_their_history_under_old_codes(tmp_path: Path) -> None:
    history = [resident("XA1A1", "2016", "2014", 280), resident("XA1Q", "2016", "2014", 900)]
    with built(tmp_path, with_changes(world(history))) as con:
        rows = con.execute(
            "select territory_id, residents_persons, obs_status from residents"
            " where period = '2014' and residents_persons is not null order by all"
        ).fetchall()
    assert rows == [("XA111", 280, "A"), ("XA12", 450, "E")]


# XA110 of NUTS 2021 is all of XA11: the grid has 180 persons in XA111 and 560 in XA112.
SPLIT = (
    ("2021", "XA110", "2024", "XA111", None, None),
    ("2021", "XA110", "2024", "XA112", None, None),
)
STATED = (
    ("2021", "XA110", "2024", "XA111", 0.3, 0.5),
    ("2021", "XA110", "2024", "XA112", 0.7, 0.5),
)


@pytest.mark.parametrize(("changes", "west", "east"), [(SPLIT, 243, 757), (STATED, 300, 700)])
def test_the_last_split_is_by_the_cells_where_no_share_is_stated(
    tmp_path: Path, changes: tuple[tuple[object, ...], ...], west: int, east: int
) -> None:
    """Of 1,000 residents, 180/740 live in the west as the grid has it: 243.2.

    Either way the cells hold the residents of their regions, and of the whole.
    """
    frames = with_changes(world([]), changes, beyond=False)
    frames["cell", "invented"]["nuts_2021"] = "XA110"
    observed = frames["observation", "invented"]
    observed = observed[~observed["territory_id"].isin(["XA111", "XA112"])]
    more = pd.DataFrame([resident("XA110", "2021", "2022", 1000)])
    more = conform(contract.BY_NAME["observation"], more)
    frames["observation", "invented"] = pd.concat([observed, more], ignore_index=True)
    with built(tmp_path, frames) as con:
        residents = con.execute(
            "select territory_id, residents_persons from residents where territory_id like 'XA11_'"
            " order by all"
        ).fetchall()
        cells = con.execute(
            "select nuts_2024, sum(residents) from cell group by all order by all"
        ).fetchall()
    assert residents == cells == [("XA111", west), ("XA112", east)]
    assert set(CELL) == set("abcd")


@pytest.mark.parametrize(
    ("damage", "check"),
    [
        ("update conversion set value = value + 1", "conversion_keeps_totals"),
        ("delete from conversion where old_code = 'XA1A1'", "no_figure_vanishes"),
        ("update figure set territory_id = 'XA1A1'", "figure_is_of_the_display"),
    ],
)
def test_a_conversion_that_loses_something_is_found(
    tmp_path: Path, damage: str, check: str
) -> None:
    built(tmp_path, with_changes(world([figure("XA1A1", 30)]))).close()
    with duckdb.connect(str((tmp_path / "invented.duckdb").resolve())) as con:
        con.execute(damage)
        with pytest.raises(building.CheckError, match=check):
            building.check(con)
