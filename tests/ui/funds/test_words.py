"""Sentences of the Funds page, from a few territories made by hand."""

from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest

from analysis.concordance import concordance
from analysis.fund_series import FORMULA, Series
from ui.area.spread import About, Spread
from ui.area.where import Where
from ui.funds import calendar, panel, scatter, words
from ui.funds.choice import Choice
from ui.funds.needs import APPLIED, Need
from ui.funds.view import View
from ui.store import Dataset

DATASET = Dataset("Test", "/nowhere", datetime(2026, 1, 1))
AMIF = Series("AMIF", "basic allocation, without top-ups", "2014/2020")
NONE = float("nan")


def view(
    money: list[float], need: list[float], series: Series = AMIF, against: str = APPLIED,
    level: int = 0, **more: Any,
) -> View:  # fmt: skip
    names = [f"Country {i}" for i in range(len(money))]
    rows = pd.DataFrame(
        {
            "money": money, "need": need, "money_lower": NONE, "money_upper": NONE,
            "need_lower": NONE, "need_upper": NONE, "need_estimated": False, "paid_eur": NONE,
            "takes_part": True, "place": names, "name": names, "level": level,
            "residents": 1000.0, "country": "AT",
        },
        index=pd.Index([f"T{i:02}" for i in range(len(money))], name="territory_id"),
    ).assign(**more)  # fmt: skip
    rows["value"] = rows["money"] / rows["need"]
    choice = Choice(series, against, Where(level))
    spread = Spread(DATASET, Where(level), About("", ""), rows, ())
    years = series.years()
    return View(
        DATASET, choice, Need(rows, years), spread, concordance(rows), concordance(rows)
    )  # fmt: skip


UP = [float(i) for i in range(1, 13)]


def test_money_that_follows_is_said_with_its_interval_and_number() -> None:
    said = words.headline(view(UP, UP))
    assert said.startswith("**In broad order, yes: countries with more asylum applicants have")
    assert "in 100 of 100 pairs" in said
    assert "is 1.00 (95" in said
    assert "over 12 countries" in said
    assert "Left out" not in said


def test_the_reverse_and_no_order_are_told_apart() -> None:
    assert words.headline(view(UP, UP[::-1])).startswith("**No, the reverse")
    mixed = [7.0, 2.0, 11.0, 4.0, 9.0, 1.0, 12.0, 3.0, 8.0, 6.0, 10.0, 5.0]
    assert words.headline(view(UP, mixed)).startswith("**Cannot tell**")


def test_who_is_left_out_is_named_with_what_is_missing() -> None:
    said = words.headline(view([*UP, NONE, 5.0], [*UP, 3.0, NONE]))
    assert "Left out as unknown, not zero: Country 12 and Country 13" in said
    assert "money for 1 and need for 1 not published" in said
    many = words.headline(view([*UP, *[NONE] * 6], [*UP, *UP[:6]]))
    assert "not zero: 6 (money not published)" in many


def test_too_few_say_so_instead_of_an_order() -> None:
    said = words.headline(view(UP[:3], UP[:3]))
    assert said.startswith("**Too few to tell**: only three territories have both figures")
    assert "tau" not in said
    assert "none has both figures" in words.headline(view([NONE], [1.0]))


def test_need_shared_out_by_residents_is_no_proof() -> None:
    said = words.headline(view(UP, UP, level=1, need_estimated=True))
    assert "where residents are more than where need is" in said
    assert "Per resident" not in said


def test_an_estimate_says_what_it_is_made_of() -> None:
    series = Series("AMIF", FORMULA, "2021/2027")
    found = view(UP, UP, series)
    assert "The formula itself counts applicants" in words.headline(found)
    assert "no publisher states these amounts" in words.map_caption(found)
    assert found.choice.question() == "Would AMIF money follow need, by the legal formula?"
    assert "EUR in all" not in words.spread_of_money(found)
    assert "hollow" in scatter.how_to_read(view(UP, UP, money_lower=0.5, money_upper=20.0))
    assert "hollow" not in scatter.how_to_read(view(UP, UP))


def test_money_for_one_runs_from_least_to_most() -> None:
    said = words.spread_of_money(view([100.0, 900.0, NONE], [10.0, 10.0, 5.0]))
    assert said.replace("\u202f", " ") == (
        "1 000 EUR in all, in 2 countries. Money for one asylum applicant runs from 10 EUR "
        "(Country 0) to 90 EUR (Country 1); over all 2 together 50 EUR."
    )


def test_names_from_data_are_no_markup() -> None:
    own = Series("![](https://evil.example/a.png)", "x", "2024")
    assert "![](" not in panel._what(own)
    names = ["*A* [x](https://evil.example)"] * 2
    said = words.spread_of_money(view([1.0, 2.0], [1.0, 1.0], place=names))
    assert "[x](" not in said


@pytest.mark.parametrize("fund", ["AMIF", "ESF_plus", "somebody's own"])
def test_the_calendar_names_an_article_for_every_duty(fund: str) -> None:
    table = calendar.table(Series(fund, "x", "2024"), date(2026, 11, 27))
    assert table["article"].str.match(r"2021/(1060|1147), Article \d+").all()
    assert table["next"].notna().any()


def test_money_for_more_years_than_the_need_says_so() -> None:
    whole = view(UP, UP)
    assert words.unlike_years(whole) == ""
    part = View(**{**whole.__dict__, "need": Need(whole.need.rows, (2014, 2015))})
    assert "The money is for seven years, asylum applicants are known for 2" in (
        words.unlike_years(part)
    )
