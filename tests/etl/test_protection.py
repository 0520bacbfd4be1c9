"""The funnel's mart: dates that belong together, addresses that nothing depends on."""

from datetime import date
from pathlib import Path

import h3
import pandas as pd
import pytest

from etl.withholding import PROTECTED_NAME
from tests.etl.invented import CELL, built, hospital, hosted, world
from tests.etl.test_build import add

CHILDREN, TRAFFICKED = "unaccompanied_children", "victims_of_trafficking"


def figure(
    territory: str, measure: str, value: float | None, period: str, group: str = CHILDREN
) -> dict[str, object]:
    named = {"measure_id": measure, "group_id": group, "period": period}
    return hosted(territory, value) | named


def shelter(cell: str, level: str, group: str = CHILDREN, name: str = "s") -> dict[str, object]:
    lat, lon = h3.cell_to_latlng(h3.int_to_str(CELL[cell]))
    named = {} if level == "point" else {"name": PROTECTED_NAME}
    return hospital(cell) | named | {
        "facility_id": name, "service": "housing", "publish_level": level, "groups": group,
        "lat": lat, "lon": lon,
    }  # fmt: skip


def rows(tmp_path: Path, *figures: dict[str, object], table: str = "funnel") -> pd.DataFrame:
    tmp_path.mkdir(exist_ok=True)
    frames = world([])
    # Protected places are put in the middle of their territory, which needs one.
    frames["territory", "invented"]["lat"] = 50.0
    frames["territory", "invented"]["lon"] = 11.0
    for each in figures:
        add(frames, "facility" if "facility_id" in each else "observation", each)
    with built(tmp_path, frames) as con:
        return con.execute(f"select * from {table}").df()


def test_figures_of_other_years_are_not_held_against_the_people(tmp_path: Path) -> None:
    found = rows(
        tmp_path,
        figure("XA11", "unaccompanied_children_present_persons", 100, "2024-12-31"),
        figure("XA11", "unaccompanied_children_places", 60, "2025-06-30"),
        figure("XA11", "protection_places", 90, "2022-06-30"),
    )
    here = found[found["territory_id"] == "XA11"]
    assert set(here["step"]) == {"people", "exists", "open"}
    assert set(here["people_period"]) == {"2024-12-31"}


def test_nothing_finer_than_the_group_may_be_told_at_gets_in(tmp_path: Path) -> None:
    """Shelters for victims of trafficking are told of by NUTS 2; whatever somebody loads."""
    found = rows(
        tmp_path,
        figure("XA111", "housing_places", 8, "2025-12-31", TRAFFICKED),
        figure("XA11", "housing_places", 8, "2025-12-31", TRAFFICKED),
        shelter("d", "nuts2", TRAFFICKED),
    )
    assert "XA11" in set(found["territory_id"])
    assert found["territory_id"].str.len().max() == 4


@pytest.mark.parametrize("level", ["nuts3", "nuts2", "country"])
def test_reach_is_the_same_wherever_in_its_territory_a_shelter_stands(
    tmp_path: Path, level: str
) -> None:
    """Cells c and d are both in XA112."""
    at_c, at_d = (
        rows(tmp_path / cell, shelter(cell, level), table="protection_reach") for cell in "cd"
    )
    assert not at_c.empty or level == "country"
    pd.testing.assert_frame_equal(at_c, at_d)


def test_reach_has_an_upper_end_only_where_every_service_is_known(tmp_path: Path) -> None:
    listed = shelter("d", "nuts3")
    counted = figure("XA", "protection_services", 1, "2025-12-31")
    more = figure("XA", "protection_services", 2, "2025-12-31")
    known = rows(tmp_path / "1", listed, counted, table="protection_reach")
    some = rows(tmp_path / "2", listed, more, table="protection_reach")
    assert known["percent_upper"].notna().all() and not known.empty
    assert some["percent_upper"].isna().all()


def test_a_shelter_that_is_closed_reaches_nobody(tmp_path: Path) -> None:
    closed = shelter("d", "nuts3") | {"closed": date(2020, 1, 1)}
    assert rows(tmp_path, closed, table="protection_reach").empty


def test_an_empty_dataset_builds_an_empty_funnel(tmp_path: Path) -> None:
    assert rows(tmp_path).empty


def test_andalucia_is_as_the_decree_says(dataset) -> None:
    """Line 2 of uam_by_region.csv: ES61, UAM_ordinary_capacity_legal, 2025-08-26, 2827."""
    row = dataset.execute(
        "select value, source_file, source_line, kind from figure inner join measure"
        " using (measure_id) where territory_id = 'ES61' and period = '2025-08-26'"
        " and measure_id = 'unaccompanied_children_legal_places'"
    ).fetchone()
    assert row == (2827, "transcribed/uam_by_region.csv", 2, "target")


def test_no_protected_service_can_be_found_in_the_funnel(dataset) -> None:
    """Neither an identifier nor a name of a facility stands in any of its text."""
    protected = dataset.execute(
        "select facility_id, name from facility where publish_level <> 'point'"
    ).df()
    said = dataset.execute("select * from funnel").df().to_csv()
    assert len(protected) > 0
    for name in [*protected["facility_id"], *protected["name"]]:
        assert str(name) not in said
