"""Money against need: by hand, with the unknown kept apart."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import funding
from analysis.funding import CANNOT_TELL, LITTLE, NOT_LITTLE, UNKNOWN, UNTOLD

NONE = float("nan")


def test_austria_by_hand() -> None:
    """64,533,977 EUR for the 224,670 applicants of 2014 to 2020: 287 EUR."""
    row = pd.DataFrame({"money": [64_533_977.0], "need": [224_670.0]})
    found = funding.per_person(row).iloc[0]
    assert round(found["value"], 2) == 287.24
    assert found["lower"] == found["upper"] == found["value"]


def test_intervals_divide_to_their_far_ends() -> None:
    row = pd.DataFrame(
        {"money": [100.0], "need": [10.0], "need_lower": [5.0], "need_upper": [20.0],
         "money_lower": [80.0], "money_upper": [120.0]}
    )  # fmt: skip
    assert funding.per_person(row).iloc[0].tolist() == [10.0, 4.0, 24.0]


@pytest.mark.parametrize(("money", "need"), [(NONE, 5.0), (5.0, NONE), (5.0, 0.0), (5.0, -3.0)])
def test_nothing_to_divide_is_unknown(money: float, need: float) -> None:
    assert (
        funding.per_person(pd.DataFrame({"money": [money], "need": [need]})).isna().all(axis=None)
    )


@given(st.floats(1, 1e9), st.floats(1, 1e6), st.floats(1, 3), st.floats(1, 3))
def test_the_value_lies_in_its_interval(money: float, need: float, a: float, b: float) -> None:
    row = pd.DataFrame(
        {"money": [money], "need": [need], "need_lower": [need / a], "need_upper": [need * b]}
    )
    found = funding.per_person(row).iloc[0]
    assert found["lower"] <= found["value"] * (1 + 1e-12)
    assert found["value"] <= found["upper"] * (1 + 1e-12)


def amounts(**rows: tuple[float, float]) -> pd.DataFrame:
    return pd.DataFrame.from_dict(rows, orient="index", columns=["committed_eur", "paid_eur"])


def test_a_sum_is_known_only_where_every_part_is() -> None:
    parent = pd.Series({"A1": "A", "A2": "A", "B1": "B", "B2": "B", "C1": "C"})
    rows = amounts(A1=(10.0, 5.0), A2=(20.0, NONE), B1=(7.0, 1.0))
    found = funding.roll_up(rows, parent)
    assert found.loc["A", "committed_eur"] == 30
    assert found["paid_eur"].isna().all()
    assert found["committed_eur"].isna().to_dict() == {"A": False, "B": True, "C": True}
    assert found["untold"].to_dict() == {"A": 0, "B": 1, "C": 1}
    with pytest.raises(ValueError, match="twice"):
        funding.roll_up(pd.concat([rows, rows]), parent)


def test_sources_that_differ_give_an_interval() -> None:
    rows = pd.DataFrame(
        {
            "territory_id": ["AT", "AT", "BE", "BG", "BG"],
            "committed_eur": [100.0, 120.0, 50.0, NONE, 9.0],
            "paid_eur": [30.0, 40.0, 5.0, NONE, 1.0],
            "source_id": ["a", "b", "a", "a", "b"],
        }
    )
    found = funding.one_a_territory(rows)
    assert found.loc["AT", ["money", "money_lower", "money_upper"]].tolist() == [110, 100, 120]
    assert np.isnan(found.loc["AT", "paid_eur"])
    assert found.loc["BE", "money"] == 50
    assert found.loc["BE", ["money_lower", "money_upper"]].isna().all()
    assert found.loc["BG", ["money", "source_id"]].tolist() == [9.0, "b"]


def yearly(*rows: tuple[str, int, float, float, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["territory_id", "year", "value", "lower", "upper"])


def test_years_add_up_and_a_year_unknown_leaves_a_least() -> None:
    rows = yearly(
        ("A", 2014, 5, NONE, NONE), ("A", 2015, 7, NONE, NONE),
        ("B", 2014, 5, NONE, NONE),
        ("C", 2014, 10, 8, 12), ("C", 2015, 7, NONE, NONE),
        ("A", 2013, 99, NONE, NONE),
    )  # fmt: skip
    found = funding.summed_years(rows, (2014, 2015))
    assert found.loc["A", ["need", "lacking"]].tolist() == [12, 0]
    assert found.loc["A", ["need_lower", "need_upper"]].isna().all()
    assert np.isnan(found.loc["B", "need"])
    assert found.loc["B", ["need_lower", "lacking"]].tolist() == [5, 1]
    assert np.isnan(found.loc["B", "need_upper"])
    assert found.loc["C"].tolist() == [17, 15, 19, 0]
    with pytest.raises(ValueError, match="twice"):
        funding.summed_years(pd.concat([rows, rows]), (2014,))


def test_absorption_leaves_out_and_counts_what_is_unknown() -> None:
    rows = amounts(A=(100.0, 50.0), B=(300.0, 30.0), C=(100.0, NONE), D=(NONE, 5.0))
    # (50 + 30) / (100 + 300) = 20 %; C and D are unknown, not 0 % and not 100 %.
    assert funding.total_absorption(rows) == (20.0, 2, 2)
    assert np.isnan(funding.total_absorption(rows.loc[["C", "D"]])[0])


def test_high_gap_and_little_money_needs_both() -> None:
    gap = pd.Series({"A": 9.0, "B": 8.0, "C": 1.0, "D": 2.0, "E": NONE, "F": 7.0})
    money = pd.DataFrame(
        {"value": [10.0, 90.0, 20.0, 80.0, 10.0, 40.0],
         "lower": [NONE] * 5 + [10.0], "upper": [NONE] * 5 + [95.0]},
        index=list("ABCDEF"),
    )  # fmt: skip
    # Gaps 1 2 7 8 9: middle 7. Money 10 10 20 40 80 90: middle 30.
    assert funding.high_gap_little_money(gap, money).to_dict() == {
        "A": LITTLE, "B": NOT_LITTLE, "C": NOT_LITTLE, "D": NOT_LITTLE, "E": UNKNOWN,
        "F": NOT_LITTLE,
    }  # fmt: skip
    wide = gap.replace({7.0: 8.5})
    assert funding.high_gap_little_money(wide, money)["F"] == CANNOT_TELL
    met = funding.high_gap_little_money(gap - 20, money)
    assert LITTLE not in set(met)


def test_access_is_an_interval_where_the_recipient_is_not_said() -> None:
    rows = pd.DataFrame(
        {
            "recipient": ["national", "civil_society", None, "civil_society", "other"],
            "committed_eur": [50.0, 20.0, 20.0, 10.0, NONE],
        }
    )
    found = funding.access(rows)
    assert found["committed_eur"].to_dict() == {"civil_society": 30, "national": 50, UNTOLD: 20}
    assert found.loc["civil_society", ["share_lower", "share_upper"]].tolist() == [30, 50]
    assert found.loc[UNTOLD, ["share_lower", "share_upper"]].tolist() == [20, 20]
    assert found["share_lower"].sum() == pytest.approx(100)
    assert funding.access(rows.head(0)).empty


def test_none_known_is_not_none() -> None:
    rows = pd.DataFrame(
        {
            "territory_id": ["A", "A", "A", "B", "B", "A"],
            "service": ["language", "language", "housing", None, "language", "language"],
            "fund_id": ["AMIF", "ESF_plus", "AMIF", "AMIF", "AMIF", "AMIF"],
            "committed_eur": [1.0, 2.0, 3.0, 4.0, 0.0, 5.0],
        }
    )
    found = funding.coherence(rows, pd.Index(["A", "B"]), ("language", "housing"))
    funds = found.set_index(["territory_id", "service"])["funds"]
    # Two rows of one fund are one fund; nothing committed finances nothing.
    assert funds.to_dict() == {
        ("A", "language"): 2, ("A", "housing"): 1, ("B", "language"): 0, ("B", "housing"): 0,
    }  # fmt: skip
    assert found.loc[0, "names"] == "AMIF ESF_plus"
    assert found.loc[0, "committed_eur"] == 8
    assert found["committed_eur"].isna().sum() == 2
