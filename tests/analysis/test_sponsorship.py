"""Arrivals, groups and pledges: nothing is added that may not be, nothing unknown becomes 0."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from analysis import sponsorship
from analysis.spans import span_of

COUNTS = ("sponsor_groups", "pledged_places", "arrivals_persons")


def rows(*given: dict[str, Any]) -> pd.DataFrame:
    """Rows of table sponsorship, usual where a test does not care."""
    usual = {
        "scheme_id": "s", "territory_id": "X1", "period": "2024", "source_id": "a",
        "obs_status": "A", "evidence": "published", "arrivals_span": "period",
        "note": None, "source_file": "f.csv", "source_line": 2,
    }  # fmt: skip
    filled = [usual | dict.fromkeys(COUNTS, np.nan) | each for each in given]
    return pd.DataFrame(filled)


def only(frame: pd.DataFrame) -> dict[str, Any]:
    assert len(frame) == 1
    return {str(name): value for name, value in frame.iloc[0].items()}


def came(period: str, persons: float, **more: Any) -> dict[str, Any]:
    return {"period": period, "arrivals_persons": persons, **more}


def test_quarters_are_added_and_say_how_many() -> None:
    row = only(sponsorship.arrivals(rows(came("2024-Q1", 4), came("2024-Q3", 5))))
    assert (row["arrivals_persons"], row["arrivals_period"]) == (9, "2024-Q1/2024-Q3")
    assert (row["parts"], row["evidence"]) == (2, "estimated")
    assert row["note"] == "sum of 2 periods that the source lists"


def test_a_year_stands_for_its_quarters() -> None:
    both = rows(came("2024", 20), came("2024-Q1", 4), came("2025-Q1", 3))
    assert only(sponsorship.arrivals(both))["arrivals_persons"] == 23


def test_two_sources_are_never_added() -> None:
    """The source that tells of more days is taken, whatever it counts."""
    both = rows(came("2024-Q1", 4), came("2024-Q2", 4), came("2024-Q1", 90, source_id="b"))
    row = only(sponsorship.arrivals(both))
    assert (row["arrivals_persons"], row["source_id"]) == (8, "a")


def test_a_running_total_stands_alone_and_belongs_to_no_year() -> None:
    total = {"arrivals_span": "since_start"}
    totals = rows(came("2023-12-31", 70, **total), came("2024-12-31", 100, **total))
    assert only(sponsorship.arrivals(totals))["arrivals_persons"] == 100
    assert sponsorship.arrivals(totals, span_of("2024")).empty
    mixed = pd.concat([totals, rows(came("2024", 30))], ignore_index=True)
    assert only(sponsorship.arrivals(mixed))["arrivals_persons"] == 30


def test_a_span_of_years_belongs_to_no_single_one() -> None:
    long = rows(came("2019/2025", 186))
    assert sponsorship.arrivals(long, span_of("2023")).empty
    assert only(sponsorship.arrivals(long, span_of("2019/2025")))["arrivals_persons"] == 186


def test_a_published_zero_stays_zero_and_the_rest_has_no_row() -> None:
    found = sponsorship.arrivals(rows(came("2024", 0), {"territory_id": "X2"}))
    assert only(found)["arrivals_persons"] == 0


def test_the_least_sure_status_is_the_sum_s() -> None:
    assert only(sponsorship.arrivals(rows(came("2023", 1, obs_status="U"), came("2024", 1))))[
        "obs_status"
    ] == "U"  # fmt: skip


def test_groups_are_the_latest_never_a_sum() -> None:
    years = [{"period": year, "sponsor_groups": n} for year, n in (("2021", 10), ("2022", 4))]
    row = only(sponsorship.latest(rows(*years), "sponsor_groups"))
    assert (row["sponsor_groups"], row["period"]) == (4, "2022")
    row = only(sponsorship.latest(rows(*years), "sponsor_groups", span_of("2021")))
    assert row["sponsor_groups"] == 10
    assert sponsorship.latest(rows(*years), "sponsor_groups", span_of("2019")).empty


def test_a_pledge_meets_the_arrivals_of_its_own_time() -> None:
    pledge = {"period": "2019/2025", "pledged_places": 500, "source_id": "b"}
    row = only(sponsorship.against_pledges(rows(pledge, came("2019/2025", 186))))
    assert row["arrivals_per_100_pledged"] == pytest.approx(37.2)
    assert (row["so_far"], row["source_ids"]) == (False, "a b")


def test_arrivals_of_another_time_are_no_answer_to_a_pledge() -> None:
    pledge = {"period": "2023", "pledged_places": 200}
    row = only(sponsorship.against_pledges(rows(pledge, came("2019/2025", 186))))
    assert np.isnan(row["arrived_persons"]) and np.isnan(row["arrivals_per_100_pledged"])
    assert (row["pledged_places"], row["compared"]) == (200, 0)


def test_a_pledge_whose_time_is_not_over_is_compared_so_far() -> None:
    pledge = {"period": "2023-12/2026-12", "pledged_places": 1500}
    row = only(sponsorship.against_pledges(rows(pledge, came("2023-12/2025-12-15", 659))))
    assert row["so_far"] and row["arrivals_per_100_pledged"] == pytest.approx(43.93, abs=0.01)
    # Students of one September against the places of their year: over, not so far.
    pledge = {"period": "2022", "pledged_places": 20}
    assert not only(sponsorship.against_pledges(rows(pledge, came("2022-09", 21))))["so_far"]


def test_nothing_pledged_has_no_ratio() -> None:
    pledge = {"period": "2024", "pledged_places": 0}
    row = only(sponsorship.against_pledges(rows(pledge, came("2024", 0))))
    assert np.isnan(row["arrivals_per_100_pledged"])


def test_no_rows_give_no_rows() -> None:
    none = rows().reindex(columns=rows({}).columns)
    assert sponsorship.arrivals(none).empty
    assert sponsorship.against_pledges(none).empty
    assert sponsorship.latest(none, "sponsor_groups").empty
