"""One figure replaced, worked out by hand; equality with the build is tested on real figures."""

import pandas as pd

from analysis.recomputed import latest_known, paired, replaced_figures, replaced_needs

SUPPLY = (("reception_places", "asylum_applicants"), ("reception_places", "all"))


def figure(measure: str, group: str, period: str, value: float | None = None, **ends: float):
    row = {"measure_id": measure, "group_id": group, "period": period, "value": value}
    return row | {"lower": ends.get("lower"), "upper": ends.get("upper")}


def table(*rows: dict[str, object]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows))
    frame[["value", "lower", "upper"]] = frame[["value", "lower", "upper"]].astype(float)
    return frame


def need(need_id: str, period: str, value: float | None, method: str = "published", **ends: float):
    row = {"need_id": need_id, "period": period, "value": value, "method": method}
    exact = value is not None and not ends
    return row | {"lower": ends.get("lower"), "upper": ends.get("upper"), "exact": exact}


def pending(period: str, value: float | None) -> pd.Series:
    return pd.Series(figure("asylum_seekers_pending_persons", "asylum_applicants", period, value))


def by_period(frame: pd.DataFrame, need_id: str) -> dict[str, float]:
    rows = frame[frame["need_id"] == need_id]
    return dict(zip(rows["period"], rows["value"], strict=True))


def test_a_figure_takes_the_place_of_its_own_only() -> None:
    before = table(figure("reception_places", "all", "2024", 10.0),
                   figure("reception_places", "all", "2023", 9.0))  # fmt: skip
    new = pd.Series(figure("reception_places", "all", "2024", 12.0))
    after = replaced_figures(before, new)
    assert dict(zip(after["period"], after["value"], strict=True)) == {"2023": 9, "2024": 12}
    added = replaced_figures(before, new.replace("2024", "2025"))
    assert len(added) == 3
    assert before["value"].tolist() == [10, 9]


def test_a_need_and_the_sums_that_count_it_change_together() -> None:
    """100 pending and 50 with a status are 150; with 120 pending they are 170."""
    before = table(need("asylum_pending", "2024", 100.0), need("recognised", "2024", 50.0),
                   need("all_protection", "2024", 150.0, "combined"),
                   need("temporary_protection", "2024-11", 7.0),
                   need("pending_and_temporary", "2024", 107.0, "combined"))  # fmt: skip
    after = replaced_needs(before, pending("2024", 120.0))
    assert by_period(after, "asylum_pending") == {"2024": 120}
    assert by_period(after, "all_protection") == {"2024": 170}
    assert by_period(after, "pending_and_temporary") == {"2024": 127}
    assert by_period(after, "recognised") == {"2024": 50}
    assert after["exact"].astype(bool).all()


def test_an_unknown_part_leaves_the_sum_unknown_but_not_below_the_rest() -> None:
    before = table(need("asylum_pending", "2024", 100.0), need("recognised", "2024", 50.0),
                   need("all_protection", "2024", 150.0, "combined"))  # fmt: skip
    after = replaced_needs(before, pending("2024", None))
    row = after[after["need_id"] == "all_protection"].iloc[0]
    assert pd.isna(row["value"]) and row["lower"] == 50


def test_a_figure_of_ones_own_comes_before_one_shared_out() -> None:
    before = table(need("asylum_pending", "2024", 80.0, "shared", lower=60.0, upper=90.0))
    after = replaced_needs(before, pending("2024", 75.0))
    assert by_period(after, "asylum_pending") == {"2024": 75}
    # What both sums know of it is a part: the other part is unknown.
    exact = dict(zip(after["need_id"], after["exact"], strict=True))
    assert exact == {
        "asylum_pending": True, "all_protection": False, "pending_and_temporary": False,
    }  # fmt: skip


def test_a_figure_that_is_not_the_last_of_its_year_counts_for_nothing() -> None:
    before = table(need("asylum_pending", "2024", 100.0))
    assert replaced_needs(before, pending("2024-03", 9.0)) is before
    assert replaced_needs(before, pending("2018", 9.0)) is before


def test_the_supply_is_the_known_one_then_the_first_listed_then_the_nearest() -> None:
    wanted = table(need("asylum_pending", "2024", 100.0))
    everyone = figure("reception_places", "all", "2024-12-01", 70.0)
    far = figure("reception_places", "asylum_applicants", "2024-02", 60.0)
    near = figure("reception_places", "asylum_applicants", "2024-11", 65.0)
    partly = figure("reception_places", "asylum_applicants", "2024", lower=10.0)
    old = figure("reception_places", "asylum_applicants", "2022", 1.0)

    def held(*rows: dict[str, object]) -> tuple[object, object]:
        row = paired(wanted, table(*rows), SUPPLY, 366).iloc[0]
        return row["capacity"], row["capacity_period"]

    assert held(everyone, far, near, partly, old) == (65, "2024-11")
    assert held(everyone, far) == (60, "2024-02")
    assert held(everyone, partly) == (70, "2024-12-01")
    row = paired(wanted, table(old), SUPPLY, 366).iloc[0]
    assert pd.isna(row["capacity"]) and not row["capacity_exact"]


def test_the_latest_row_of_which_both_sides_are_known_is_shown() -> None:
    wanted = table(need("asylum_pending", "2022", 90.0), need("asylum_pending", "2024", 100.0))
    rows = paired(wanted, table(figure("reception_places", "all", "2022", 50.0)), SUPPLY, 366)
    best = latest_known(rows)
    assert best is not None and best["period"] == "2022"
    latest = latest_known(rows, "2024")
    assert latest is not None and pd.isna(latest["capacity"])
    assert latest_known(rows, "2025") is None
