"""The Funds page as a program runs it: real figures, generated ones, none at all."""

import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from analysis.fund_series import FORMULA, Series
from tests.pages.shown import said, shown
from ui.area.where import Where
from ui.funds import rows
from ui.funds.amounts import formula, kept_apart, offered
from ui.funds.choice import Choice
from ui.funds.formula import compared
from ui.funds.needs import APPLIED, GAP, IN_NEED
from ui.funds.view import high_gap, view_of
from ui.store import Dataset, current

BASIC = Series("AMIF", "basic allocation, without top-ups", "2014/2020")


def run(**address: str) -> AppTest:
    return shown("funds", **address)


@pytest.fixture
def published_now(served: Path) -> Dataset:
    found = current("published")
    assert found is not None
    return found


def test_austrias_allocation_from_the_publishers_row_to_the_page(served: Path) -> None:
    """eu_funds.csv, line 2: 64,533,977 EUR. Eurostat's applicants of 2014 to 2020:
    28,065 + 88,180 + 42,285 + 24,735 + 13,745 + 12,885 + 14,775 = 224,670. So 287 EUR each.
    """
    assert 28_065 + 88_180 + 42_285 + 24_735 + 13_745 + 12_885 + 14_775 == 224_670
    assert round(64_533_977 / 224_670) == 287
    text = said(run(at="AT"))
    assert "**64 533 977 EUR committed** for 2014 to 2020" in text
    assert "**287 EUR for one asylum applicant**: 224 670 asylum applicants" in text
    assert "2014\\-2020](sources?source=page_" in text
    assert "line 2" in text


def test_the_row_says_which_line_of_which_file_it_is(published_now: Dataset) -> None:
    row = view_of(published_now, Choice(BASIC, APPLIED, Where(0))).spread.rows.loc["AT"]
    assert (row["source_file"], row["source_line"]) == ("transcribed/eu_funds.csv", 2)
    assert (row["money"], row["need"]) == (64_533_977, 224_670)


def test_the_answer_has_an_interval_and_names_who_is_left_out(served: Path) -> None:
    text = said(run())
    assert "Does AMIF money follow need?" in text
    assert "over 26 countries" in text
    # Eurostat has no applicants of the United Kingdom in 2020.
    assert (
        "Left out as unknown, not zero: United Kingdom (need not published for the whole period)"
        in text
    )
    assert "Unknown, not zero.** No payment is published with any of these 27 amounts" in text
    assert "none of these amounts says who spends it" in text
    assert "no amount of 2014 to 2020 says which service it pays for" in text


def test_only_one_kind_of_amount_is_compared(published_now: Dataset) -> None:
    keys = {(each.fund_id, each.objective) for each in offered(published_now)}
    assert ("AMIF", "basic allocation, without top-ups") in keys
    assert ("AMIF_ISF", "programmes approved in August 2015") not in keys
    apart = kept_apart(published_now)
    mixed = apart[apart["fund_id"] == "AMIF_ISF"]
    assert len(mixed) == 19
    assert mixed["why"].str.contains("different programmes").all()


def test_switzerland_takes_no_part_and_is_not_left_out(published_now: Dataset) -> None:
    view = view_of(published_now, Choice(BASIC, APPLIED, Where(0)))
    assert len(view.compared) == 27
    assert "CH" in view.spread.rows.index and "CH" not in view.compared.index
    assert view.agreement.left_out == ("UK",)
    assert view.spread.rows.loc["CH", "label"] == "takes no part, or not published"
    # Its need is known from below all the same: six of seven years.
    assert view.spread.rows.loc["UK", "need_lower"] > 200_000


def test_the_formula_is_an_estimate_that_holds_the_programmes_approved(
    published_now: Dataset,
) -> None:
    found = formula(published_now)
    assert len(found) == 26
    assert (found["lower"] <= found["upper"]).all()
    # Exact shares would sum to what the law shares out: the intervals hold that sum.
    assert found["lower"].sum() < 5_225e6 < found["upper"].sum()
    rest = 5_225e6 - 268e6
    assert found["asylum_lower_eur"].sum() <= 0.35 * rest <= found["asylum_upper_eur"].sum()
    approved = compared(published_now)
    approved = approved[approved["kind"] == "programme as approved"]
    assert set(approved.index) == {"AT", "IT", "PT"}
    assert approved["inside"].astype(bool).all()


def test_an_estimate_never_looks_published(served: Path, published_now: Dataset) -> None:
    text = said(run(fund="AMIF~estimate_from_the_legal_formula", at="FR"))
    assert "Would AMIF money follow need, by the legal formula?" in text
    assert "An estimate by Groundwork: no publisher states these amounts" in text
    assert "worked out here, no published allocation" in text
    series = Series("AMIF", FORMULA, "2021/2027")
    view = view_of(published_now, Choice(series, APPLIED, Where(0)))
    told = rows.file_rows(view)
    told = told[told["money"].notna()]
    assert set(told["evidence"]) == {"estimated"}
    assert set(told["obs_status"]) == {"E"}
    assert told["money_lower"].notna().all()
    assert {"need_source_title", "source_id", "need_years"} <= set(told)


def test_every_series_and_measure_can_be_shown(published_now: Dataset) -> None:
    for series in offered(published_now):
        for against in (APPLIED, IN_NEED, GAP):
            view = view_of(published_now, Choice(series, against, Where(0)))
            high = high_gap(published_now, view.choice)
            assert len(high) == len(view.compared)


def test_the_demonstration_shows_every_part_and_says_it_is_generated(served_both: Path) -> None:
    text = said(run(data="demonstration", at="DE21"))
    assert "Demonstration: generated figures" in text
    assert "of what was committed was paid" in text
    assert "reaches local and regional authorities and civil society" in text
    assert "two funds or more pay for the same service" in text
    assert "combine a gap above the median" in text
    assert "the sum of 23 territories inside" in text
    assert "estimate from the legal formula" not in text


def test_every_level_of_the_demonstration_can_be_shown(served_both: Path) -> None:
    for level in ("0", "1", "3"):
        run(data="demonstration", level=level, against="need")


def test_regional_money_beside_need_that_is_shared_out_warns(served: Path) -> None:
    text = said(run(fund="france_cada~operating_grant_to_CADA_by_region"))
    assert "where residents are more than where need is" in text
    assert "over 12 NUTS 1 regions" in text
    assert "Does the money of France's CADA grants follow need?" in text


def test_a_dataset_without_money_says_what_is_missing_and_who_could_say(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = tmp_path / "bare.duckdb"
    shutil.copyfile(published.resolve(), bare)
    with duckdb.connect(str(bare)) as con:
        con.execute("delete from funding")
        con.execute("delete from benchmark")
    monkeypatch.setenv("GROUNDWORK_DATA", str(bare))
    text = said(run())
    assert "this dataset holds no amount of any fund" in text
    assert "managing authorities" in text
    assert "What is due next?" in text


def test_codes_nobody_knows_are_passed_over(served: Path) -> None:
    text = said(run(fund="nothing", when="1900", against="x", at="ZZ9", level="9"))
    assert "Does AMIF money follow need?" in text
