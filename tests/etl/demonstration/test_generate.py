"""The demonstration: generated throughout, consistent, and apart from what is published."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl import codes, contract
from etl.demonstration import generate
from etl.demonstration.anchors import YEARS, Anchors, anchors
from etl.demonstration.figures import NEEDS, observations
from etl.demonstration.reception import MOST_HOSTED

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


@pytest.fixture(scope="module")
def once() -> generate.Frames:
    return generate.generated(BUNDLE)


def test_every_frame_is_the_same_again(once):
    twice = generate.generated(BUNDLE)
    assert once.keys() == twice.keys()
    for key, frame in once.items():
        pd.testing.assert_frame_equal(frame, twice[key])


@pytest.mark.parametrize(("measure", "_group", "flow"), NEEDS)
def test_regions_sum_to_the_published_total_of_their_country(base, figures, measure, _group, flow):
    last = figures[
        (figures["measure_id"] == measure)
        & (figures["period"] == ("2025" if flow else "2025-12-31"))
    ].set_index("territory_id")["value"]
    sums = last.groupby(base.regions["country"].reindex(last.index)).sum()
    both = {code: total for code, total in base.totals[measure].items() if code in sums.index}
    # Children present are published by Italy alone.
    assert len(both) >= (1 if measure.startswith("unaccompanied") else 25)
    assert {country: sums[country] for country in both} == both


def test_the_latest_published_totals_are_read_off_the_shipped_files(base):
    """Eurostat's month of December 2025, UNHCR's year 2025 and Italy's December count."""
    assert base.totals["temporary_protection_persons"]["DE"] == 1_149_375
    assert base.totals["refugees_persons"]["TR"] == 2_390_414
    assert base.totals["resettlement_arrivals_persons"]["FR"] == 3_056
    assert base.totals["unaccompanied_children_present_persons"] == {"IT": 17_010}


def test_nobody_had_temporary_protection_before_it_was_first_applied(figures):
    rows = figures[figures["measure_id"] == "temporary_protection_persons"]
    by_day = rows.groupby("period")["value"].sum()
    assert by_day["2021-12-31"] == 0
    assert (by_day.drop("2021-12-31") > 1e6).all()


def test_nobody_is_in_need_where_nobody_lives(base, figures):
    empty = base.regions.index[base.regions["residents"] == 0]
    assert len(empty) > 0
    needs = figures[figures["measure_id"].isin([measure for measure, _, _ in NEEDS])]
    assert needs.loc[needs["territory_id"].isin(empty), "value"].sum() == 0


def test_nobody_hosts_more_than_the_stated_bound(figures):
    keys = ["territory_id", "period", "group_id"]
    places, hosted = (
        figures[figures["measure_id"] == measure].set_index(keys)["value"]
        for measure in ("reception_places", "people_hosted_persons")
    )
    assert len(hosted) == len(places)
    assert (hosted.dropna() <= MOST_HOSTED * places.reindex(hosted.dropna().index)).all()
    assert hosted.isna().equals(places.isna().reindex(hosted.index))


def test_everyone_is_more_than_the_two_groups_together(figures):
    for measure in ("reception_places", "people_hosted_persons"):
        wide = figures[figures["measure_id"] == measure].pivot(
            index=["territory_id", "period"], columns="group_id", values="value"
        )
        parts = wide["asylum_applicants"] + wide["temporary_protection"]
        assert (wide["all"].dropna() >= parts.reindex(wide["all"].dropna().index)).all()
        assert wide["all"].isna().equals(parts.isna())


def test_keys_sum_to_a_hundred_by_country(base, figures):
    key = figures[figures["measure_id"] == "distribution_key_percent"].set_index("territory_id")
    sums = key["value"].groupby(base.regions["country"].reindex(key.index)).sum()
    assert sums.to_numpy() == pytest.approx(100)


def test_what_is_asked_for_is_short_here_met_there(figures):
    """By the plain norm of one place an applicant, neither answer is rare."""
    wide = figures[
        (figures["group_id"] == "asylum_applicants") & (figures["period"] == "2025-12-31")
    ].pivot(index="territory_id", columns="measure_id", values="value")
    known = wide[wide["reception_places"].notna() & (wide["asylum_seekers_pending_persons"] > 0)]
    short = (known["reception_places"] < known["asylum_seekers_pending_persons"]).mean()
    assert 0.2 < short < 0.8


def test_every_region_has_need_and_capacity_in_every_year(base, figures):
    for measure in ("asylum_seekers_pending_persons", "reception_places", "legal_aid_places"):
        rows = figures[figures["measure_id"] == measure]
        assert sorted(rows["period"].unique()) == [f"{year}-12-31" for year in YEARS]
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
    assert set(rows.loc[missing, "obs_status"]) == {"L", "Q"}
    assert rows.loc[missing, "note"].str.startswith("generated: ").all()
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
    # Nothing of it is read from a publisher's file, so nothing can be refused, and the
    # plausibility checks doubt nothing.
    assert empty == ["finding", "rejected_row"]


def test_every_small_region_of_the_display_geography_has_need_and_places(con):
    lacking = con.execute(
        """
        select territory_id from territory
        where shown and level = 3 and members is null and (
            territory_id not in (
                select territory_id from observation
                where measure_id = 'asylum_seekers_pending_persons' and value is not null
            )
            or territory_id not in (
                select territory_id from observation where measure_id = 'reception_places'
            )
        )
        """
    ).fetchall()
    assert lacking == []


def test_published_norms_are_copied_as_such(con):
    (shipped,) = con.execute(
        "select count(distinct benchmark_id) from read_parquet(?, union_by_name = true)",
        [str(BUNDLE / "benchmark" / "*.parquet")],
    ).fetchone()
    (copied,) = con.execute(
        "select count(*) from benchmark where note like 'copy of a published norm%'"
    ).fetchone()
    assert copied == shipped > 50
    (norm,) = con.execute(
        "select threshold from benchmark"
        " where benchmark_id = 'es_uam_places_per_100000_inhabitants'"
    ).fetchone()
    assert norm == 32.6


def test_organisations_are_of_every_type_and_level(con):
    actors = {row[0] for row in con.execute("select distinct actor from organisation").fetchall()}
    levels = {row[0] for row in con.execute("select distinct level from organisation").fetchall()}
    assert (actors, levels) == (set(codes.ACTOR), set(codes.GOVERNANCE_LEVEL))
    powers = con.execute("select distinct decision_power from participation order by 1").fetchall()
    assert [power for (power,) in powers] == [0, 1, 2, 3, 4, None]


def test_some_actors_are_known_to_be_absent_and_some_are_on_no_list(con):
    complete = {row[0] for row in con.execute("select complete from actor_list").fetchall()}
    assert complete == {True, False}
    (unlisted,) = con.execute(
        "select count(*) from territory where shown and level = 3"
        " and territory_id not in (select territory_id from actor_list)"
    ).fetchone()
    assert 50 < unlisted < 400


def test_nobody_has_more_seats_than_there_are_and_some_are_unknown(con):
    (over, seats, mine, meetings) = con.execute(
        "select count(*) filter (newcomer_seats > seats), count(*) filter (seats is null),"
        " count(*) filter (newcomer_seats is null), count(*) filter (meetings is null)"
        " from participation"
    ).fetchone()
    assert over == 0
    assert min(seats, mine, meetings) > 50


def test_each_level_asked_and_newcomers_are_some_of_those_who_replied(con):
    levels = {row[0] for row in con.execute("select level from consultation").fetchall()}
    assert levels == set(codes.GOVERNANCE_LEVEL)
    (over,) = con.execute(
        "select count(*) from consultation where newcomer_replies > replies"
    ).fetchone()
    assert over == 0


def test_every_service_is_offered_in_every_way(con):
    services = con.execute("select distinct service from facility").fetchall()
    modes = con.execute("select distinct mode from facility").fetchall()
    assert {row[0] for row in services} == set(codes.SERVICE)
    assert {row[0] for row in modes} == set(codes.MODE)


def test_places_stand_in_their_country(con):
    strayed = con.execute(
        "select facility_id from facility inner join facility_place using (facility_id)"
        " where region_id is null or substr(region_id, 1, 2) <> country"
    ).fetchall()
    assert strayed == []


def test_money_and_schemes_are_told_at_one_level_each(con):
    """So that nothing is counted twice when a region and those inside it are added."""
    for table, name in (("funding", "fund_id || objective"), ("sponsorship", "scheme_id")):
        nested = con.execute(
            f"select count(*) from {table} as whole inner join {table} as part"
            f" on part.{name.replace('|| ', '|| part.')} = whole.{name.replace('|| ', '|| whole.')}"
            " and part.territory_id <> whole.territory_id"
            " and starts_with(part.territory_id, whole.territory_id)"
        ).fetchone()
        assert nested == (0,), table


def test_no_published_figure_is_in_it(con):
    real = con.execute(
        "select distinct measure_id from observation where evidence <> 'synthetic'"
    ).fetchall()
    assert {row[0] for row in real} <= REAL
    for table in ("facility", "organisation", "partnership", "participation", "activity",
                  "actor_list", "consultation", "sponsorship", "scheme", "scheme_rule",
                  "sponsorship_locality", "funding", "benchmark", "set_aside",
                  "facility_observation"):  # fmt: skip
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


def test_the_written_bundle_holds_only_the_real_modules_and_the_generated(
    tmp_path, once, monkeypatch
):
    monkeypatch.setattr(generate, "generated", lambda shipped, seed: dict(once))
    generate.write(BUNDLE, tmp_path)
    from etl import bundle

    modules = {str(entry["module"]) for entry in bundle.resources(tmp_path)}
    assert modules == generate.REAL | {"demonstration"}


def test_nothing_is_divided_by_nobody(con):
    (empty,) = con.execute(
        "select count(*) from figure_residents where residents_persons <= 0"
    ).fetchone()
    assert empty == 0


def test_some_rules_and_some_pledges_are_unknown_on_purpose(con):
    stated, possible = con.execute(
        "select (select count(*) from scheme_rule), (select count(*) from scheme) * 4"
    ).fetchone()
    assert 0 < stated < possible
    rows, groups, pledges, arrivals = con.execute(
        "select count(*), count(sponsor_groups), count(pledged_places), count(arrivals_persons)"
        " from sponsorship"
    ).fetchone()
    assert 0 < groups < rows and 0 < pledges < rows and arrivals == rows


def test_towns_add_up_to_their_region(con):
    strayed = con.execute(
        "select count(*) from (select scheme_id, territory_id, period, sum(arrivals_persons) as n"
        " from sponsorship_locality group by all) as towns"
        " inner join sponsorship using (scheme_id, territory_id, period)"
        " where towns.n <> sponsorship.arrivals_persons"
    ).fetchone()
    assert strayed == (0,)
