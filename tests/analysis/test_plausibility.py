"""What is hard to believe beside breaks: repetitions, rates, sums, age, whole tables."""

import math

import pandas as pd

from analysis.plausibility import doubts, rates, repeats, stale, sums, whole_periods

ROW = {
    "territory_id": "AA",
    "parent_id": None,
    "period": "2020",
    "measure_id": "people",
    "group_id": "all",
    "source_id": "s",
    "kind": "use",
    "unit": "persons",
    "flow": False,
    "value": 5000.0,
    "lower": math.nan,
    "upper": math.nan,
    "obs_status": "A",
    "residents_persons": 1_000_000.0,
    "covers": 1,
    "siblings": math.nan,
}


def figures(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame([ROW | row for row in rows])


def months(values: list[float], **fixed: object) -> pd.DataFrame:
    names = pd.period_range("2020-01", periods=len(values), freq="M").astype(str)
    return figures(
        *({"period": n, "value": v, **fixed} for n, v in zip(names, values, strict=True))
    )


def test_four_months_the_same_are_carried_forward_from_the_first() -> None:
    found = repeats(months([4000.0, 5000.0, 5000.0, 5000.0, 5000.0, 5100.0]))
    assert found["figure"].tolist() == [2, 3, 4]
    assert set(found["obs_status"]) == {"U"}


def test_three_the_same_small_counts_and_places_may_stand() -> None:
    assert repeats(months([5000.0] * 3)).empty
    assert repeats(months([50.0] * 6)).empty
    assert repeats(months([5000.0] * 6, kind="capacity")).empty


def test_a_quarter_of_all_residents_is_beyond_belief() -> None:
    found = rates(figures({"value": 250_000.0}, {"value": 250_001.0, "territory_id": "BB"}))
    assert found["figure"].tolist() == [1]
    assert found["expected_upper"].tolist() == [250_000.0]


def test_a_share_lies_between_0_and_100() -> None:
    rows = [
        {"value": v, "unit": "percent", "territory_id": f"A{v}"} for v in (-1.0, 0.0, 100.0, 101.0)
    ]
    assert rates(figures(*rows))["figure"].tolist() == [0, 3]


def test_residents_unknown_say_nothing_of_a_rate() -> None:
    assert rates(figures({"value": 9e9, "residents_persons": math.nan})).empty


def parts(total: float, *values: float, siblings: int = 2) -> pd.DataFrame:
    below = [
        {"territory_id": f"AA{i}", "parent_id": "AA", "value": value, "siblings": siblings}
        for i, value in enumerate(values)
    ]
    return figures({"value": total}, *below)


def test_a_total_its_parts_do_not_meet_is_doubted() -> None:
    found = sums(parts(5000.0, 2000.0, 2500.0))
    assert found["figure"].tolist() == [0]
    assert found["reason"].str.contains("its 2 parts add up to between 4,46").all()
    # 0.5 % of 4,500 and 5 a part.
    assert found["expected_upper"].tolist() == [4500 + 22.5 + 10]


def test_rounding_is_no_contradiction_and_a_part_missing_no_sum() -> None:
    assert sums(parts(5000.0, 2505.0, 2500.0)).empty
    assert sums(parts(5000.0, 2000.0, 2500.0, siblings=3)).empty
    assert sums(parts(5000.0, 2000.0, math.nan)).empty


def test_a_part_that_is_an_interval_counts_with_both_its_ends() -> None:
    wide = parts(5000.0, 2000.0, 2500.0)
    wide["upper"] = [math.nan, 2600.0, math.nan]
    assert sums(wide).empty
    wide["upper"] = [math.nan, 2300.0, math.nan]
    assert sums(wide)["figure"].tolist() == [0]


def test_a_joint_territory_counts_for_its_members() -> None:
    joint = parts(5000.0, 4000.0, siblings=2)
    assert sums(joint).empty
    joint.loc[1, "covers"] = 2
    assert sums(joint)["figure"].tolist() == [0]


def test_keys_and_shares_are_not_added() -> None:
    assert sums(parts(50.0, 90.0, 90.0).assign(unit="percent")).empty


def test_a_series_that_ended_long_before_its_source_is_listed_unmarked() -> None:
    here = months([1.0, 2.0, 3.0, 4.0, 5.0], territory_id="AA")
    ended = months([1.0, 2.0], territory_id="BB").assign(obs_status="P")
    found = stale(pd.concat([here, ended], ignore_index=True))
    assert (found["figure"].tolist(), found["obs_status"].tolist()) == ([6], ["P"])
    assert found["reason"].tolist() == ["the source has 3 later periods without it"]


def test_where_a_third_of_a_table_spikes_the_rest_is_doubted_too() -> None:
    table = figures(*({"territory_id": f"A{i}"} for i in range(10)))
    spiking = pd.DataFrame({"figure": [0, 1, 2, 3], "check_id": "level_break", "obs_status": "U"})
    found = whole_periods(table, spiking)
    assert found["figure"].tolist() == [4, 5, 6, 7, 8, 9]
    assert whole_periods(table, spiking.head(3)).empty


def test_flows_have_no_level_to_break() -> None:
    fall = months([10_000.0] * 8 + [6000.0 + i for i in range(6)], kind="context")
    assert doubts(fall)["figure"].tolist() == [8]
    assert doubts(fall.assign(flow=True)).empty


def test_nothing_odd_gives_no_findings() -> None:
    assert doubts(figures({})).empty
