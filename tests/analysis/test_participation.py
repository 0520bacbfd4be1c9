"""Newcomers' seats: what is not counted makes the share an interval or unknown."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.participation import latest, seat_share


def bodies(*rows: tuple[str, int | None, int | None]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=["territory_id", "seats", "newcomer_seats"])
    return frame.astype({"seats": "Int64", "newcomer_seats": "Int64"})


def test_seats_of_several_bodies_are_added_up() -> None:
    """2 of 10 and 3 of 10 are a quarter."""
    row = seat_share(bodies(("AT", 10, 2), ("AT", 10, 3))).loc["AT"]
    assert row[["value", "lower", "upper", "bodies"]].tolist() == [25, 25, 25, 2]


def test_a_body_whose_newcomers_are_not_counted_may_have_none_or_all() -> None:
    row = seat_share(bodies(("AT", 10, 2), ("AT", 10, None))).loc["AT"]
    assert pd.isna(row["value"])
    assert (row["lower"], row["upper"], row["unknown_bodies"]) == (10, 60, 1)
    assert (row["known_seats"], row["known_newcomer_seats"]) == (10, 2)


def test_unknown_seats_make_the_share_unknown() -> None:
    row = seat_share(bodies(("AT", 10, 2), ("AT", None, 2))).loc["AT"]
    assert row[["value", "lower", "upper"]].isna().all()
    none = seat_share(bodies(("AT", 0, 0))).loc["AT"]
    assert none[["value", "lower", "upper"]].isna().all()


def test_no_newcomer_is_zero_and_a_territory_without_a_body_is_absent() -> None:
    found = seat_share(bodies(("AT", 10, 0)))
    assert found.loc["AT", "value"] == 0
    assert list(found.index) == ["AT"]
    assert seat_share(bodies()).empty


def test_a_body_is_as_of_its_last_period() -> None:
    rows = pd.DataFrame(
        {"body_id": ["a", "a", "b"], "period": ["2024", "2023/2025", "2022"], "seats": [1, 2, 3]}
    )
    assert latest(rows)["seats"].tolist() == [2, 3]


seat = st.one_of(st.none(), st.integers(0, 30))
pairs = st.lists(st.tuples(st.sampled_from(("AT", "BE")), seat, seat), max_size=8).map(
    lambda rows: [
        (code, all_, None if mine is None or all_ is None else min(mine, all_))
        for code, all_, mine in rows
    ]
)


@given(pairs)
def test_the_share_lies_in_its_interval_and_holds_every_completion(rows):
    found = seat_share(bodies(*rows))
    told = found.dropna(subset=["lower"])
    assert ((told["lower"] >= 0) & (told["upper"] <= 100.0000001)).all()
    assert (told["lower"] <= told["upper"]).all()
    for fill in (0, None):
        whole = bodies(*[(c, s, m if m is not None else (s if fill is None else 0))
                         for c, s, m in rows])  # fmt: skip
        complete = seat_share(whole)
        for code in told.index:
            end = told.loc[code, "upper" if fill is None else "lower"]
            assert complete.loc[code, "value"] == pytest.approx(end)
