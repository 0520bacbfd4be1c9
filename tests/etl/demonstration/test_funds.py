"""Generated money: for Member States only, with unknowns that can be seen."""

from pathlib import Path

import pandas as pd
import pytest

from etl.codes import RECIPIENT, SERVICE
from etl.demonstration.anchors import YEARS, anchors
from etl.demonstration.funds import MEMBER_STATES, funding

BUNDLE = Path(__file__).parents[3] / "data" / "bundle"


@pytest.fixture(scope="module")
def money() -> pd.DataFrame:
    return funding(anchors(BUNDLE, 7))


def test_only_member_states_have_money_and_denmark_none_of_amif(money: pd.DataFrame) -> None:
    country = money["territory_id"].str[:2]
    assert set(country) == set(MEMBER_STATES)
    assert len(MEMBER_STATES) == 27
    assert "DK" not in set(country[money["fund_id"] == "AMIF"])
    assert "DK" in set(country[money["fund_id"] == "ERDF"])


def test_nobody_is_paid_more_than_was_committed(money: pd.DataFrame) -> None:
    both = money.dropna(subset=["committed_eur", "paid_eur"])
    assert len(both) > 10_000
    assert (both["paid_eur"] <= both["committed_eur"]).all()


def test_each_kind_of_unknown_is_there_and_none_is_common(money: pd.DataFrame) -> None:
    for column, least, most in (
        ("committed_eur", 0.005, 0.1), ("paid_eur", 0.05, 0.2),
        ("recipient", 0.05, 0.2), ("service", 0.05, 0.2),
    ):  # fmt: skip
        assert least < money[column].isna().mean() < most, column
    lost = money["committed_eur"].isna()
    assert (money.loc[lost, "obs_status"] == "L").all()
    assert (money.loc[~lost, "obs_status"] == "A").all()


def test_codes_are_those_of_the_contract_and_every_recipient_occurs(money: pd.DataFrame) -> None:
    assert set(money["recipient"].dropna()) == set(RECIPIENT)
    assert set(money["service"].dropna()) <= set(SERVICE)
    assert set(money["evidence"]) == {"synthetic"}


def test_every_year_and_level_is_there(money: pd.DataFrame) -> None:
    levels = money.assign(level=money["territory_id"].str.len() - 2)
    assert set(levels["level"]) == {0, 2, 3}
    yearly = levels[levels["level"] > 0]
    assert set(yearly["period"]) == {str(year) for year in YEARS}
    assert not money.duplicated(["fund_id", "objective", "territory_id", "period"]).any()
