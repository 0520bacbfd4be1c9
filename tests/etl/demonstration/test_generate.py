"""The demonstration: generated throughout, consistent, and apart from what is published."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl import contract
from etl.demonstration import generate
from etl.demonstration.anchors import Anchors, anchors
from etl.demonstration.figures import observations

ROOT = Path(__file__).parents[3]
BUNDLE = ROOT / "data" / "bundle"
# Real: they anchor what is generated.
REAL = {"residents_persons", "gdp_meur", "gdp_per_inhabitant_pps", "land_area_km2",
        "total_area_km2"}  # fmt: skip


@pytest.fixture(scope="module")
def base() -> Anchors:
    return anchors(BUNDLE, 7)


@pytest.fixture(scope="module")
def figures(base: Anchors) -> pd.DataFrame:
    return observations(base)


def test_the_same_seed_gives_the_same_figures_and_another_gives_others(base, figures):
    pd.testing.assert_frame_equal(figures, observations(anchors(BUNDLE, 7)))
    other = observations(anchors(BUNDLE, 8))
    assert not other["value"].equals(figures["value"])


def test_regions_sum_to_the_published_total_of_their_country(base, figures):
    last = figures[
        (figures["measure_id"] == "temporary_protection_persons")
        & (figures["period"] == "2025-12-31")
    ].set_index("territory_id")["value"]
    sums = last.groupby(base.regions["country"].reindex(last.index)).sum()
    published = base.totals["temporary_protection_persons"]
    both = {country: total for country, total in published.items() if country in sums.index}
    assert len(both) > 25
    assert {country: sums[country] for country in both} == both


def test_every_region_has_need_and_capacity_in_every_year(base, figures):
    for measure in ("asylum_seekers_pending_persons", "reception_places", "legal_aid_places"):
        rows = figures[figures["measure_id"] == measure]
        for period, part in rows.groupby("period"):
            assert set(part["territory_id"]) == set(base.regions.index), (measure, period)


def test_what_is_left_to_create_is_what_the_law_asks_less_what_exists(figures):
    wide = figures[figures["group_id"] == "unaccompanied_children"].pivot(
        index=["territory_id", "period"], columns="measure_id", values="value"
    )
    legal, have = (
        wide["unaccompanied_children_legal_places"], wide["unaccompanied_children_places"]
    )  # fmt: skip
    left = wide["unaccompanied_children_to_create_places"]
    assert left.dropna().equals((legal - have).clip(lower=0).dropna())
    assert left.isna().equals(have.isna())


def test_missing_figures_are_missing_and_estimates_have_an_interval(figures):
    rows = figures[figures["measure_id"] == "language_course_places"]
    missing = rows["value"].isna()
    assert 0.02 < missing.mean() < 0.12
    assert (rows.loc[missing, "obs_status"] == "L").all()
    rough = rows[rows["obs_status"] == "E"]
    assert (rough["lower"] <= rough["value"]).all() and (rough["value"] <= rough["upper"]).all()
    assert len(rough) > 50


@pytest.fixture(scope="module")
def con(demonstration: Path):
    with duckdb.connect(str(demonstration.resolve()), read_only=True) as opened:
        yield opened


def test_every_table_of_the_contract_has_rows(con):
    empty = [
        table.name
        for table in contract.TABLES
        if con.execute(f"select count(*) from {table.name}").fetchone() == (0,)
    ]
    # Nothing of it is read from a publisher's file, so nothing can be refused.
    assert empty == ["rejected_row"]


def test_no_published_figure_is_in_it(con):
    real = con.execute(
        "select distinct measure_id from observation where evidence <> 'synthetic'"
    ).fetchall()
    assert {row[0] for row in real} <= REAL
    for table in ("facility", "organisation", "partnership", "participation", "sponsorship",
                  "funding", "benchmark", "set_aside", "facility_observation"):  # fmt: skip
        kinds = con.execute(f"select distinct evidence from {table}").fetchall()
        assert kinds == [("synthetic",)], table


def test_sums_and_needs_made_of_generated_figures_say_so(con):
    evidence = con.execute("select distinct evidence from need").fetchall()
    assert evidence == [("synthetic",)]
    summed = con.execute(
        "select distinct evidence from figure where measure_id = 'reception_places'"
    ).fetchall()
    assert summed == [("synthetic",)]


def test_shelters_are_never_points(con):
    shown = con.execute(
        "select distinct publish_level from facility where groups in"
        " ('unaccompanied_children', 'victims_of_trafficking', 'women_at_risk')"
    ).fetchall()
    assert {row[0] for row in shown} == {"nuts3", "nuts2"}


def test_all_four_answers_occur(con):
    known = con.execute(
        "select count(*), count(capacity), count(capacity_lower) from shortage"
        " where standard_id = 'place_each_applicant' and basis_id = 'asylum_pending'"
    ).fetchone()
    rows, with_value, with_interval = known
    assert with_value < rows and with_interval > 0


def test_the_written_bundle_holds_only_the_real_modules_and_the_generated(tmp_path):
    generate.write(BUNDLE, tmp_path)
    from etl import bundle

    modules = {str(entry["module"]) for entry in bundle.resources(tmp_path)}
    assert modules == generate.REAL | {"demonstration"}
