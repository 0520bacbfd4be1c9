"""Dot plots in words: whose reason it is, and the year beside figures of different dates."""

import math
from typing import Any

import pandas as pd

from ui.compare.dots import _marks, _silent

NAN = math.nan
LEVEL = dict.fromkeys(
    ("level_low", "level_quarter", "level_median", "level_three_quarters", "level_high"), NAN
)


def row(name: str, value: float, why: str = "", **more: Any) -> dict[str, Any]:
    usual = {
        "area": "reception", "measure": "covered", "label": "Places", "unit": "%", "name": name,
        "column": name, "period": "2024", "newer_need_period": "", "evidence": "published",
        "known": 1, "members": 1, "level": 2, "level_known": 0, "level_all": 9, "is_group": False,
    }  # fmt: skip
    ends = {"value": value, "lower": value, "upper": value}
    return usual | LEVEL | ends | {"why": why} | more


def figures(*rows: dict[str, Any]) -> list[str]:
    marks = _marks(pd.DataFrame(rows))
    return [mark["figure"].replace("\u202f", " ") for mark in marks if mark["kind"] == "row"]


def test_reasons_that_differ_name_whose_they_are() -> None:
    told = _silent(
        pd.DataFrame([row("A", NAN, "9 of its 9 parts unknown"), row("B", NAN, "no norm"),
                      row("C", NAN, "no norm")])
    )  # fmt: skip
    assert told.replace("\\", "") == "**Places.** A: 9 of its 9 parts unknown; B and C: no norm."
    same = _silent(pd.DataFrame([row("A", NAN, "no norm"), row("B", NAN, "no norm")]))
    assert same == "**Places.** No norm."


def test_the_year_stands_beside_figures_where_years_differ_or_a_need_is_newer() -> None:
    assert figures(row("A", 20), row("B", 60)) == ["20 %", "60 %"]
    assert figures(row("A", 20), row("B", 60, period="2021-09")) == ["20 % (2024)", "60 % (2021)"]
    assert figures(row("A", 20, newer_need_period="2026"), row("B", 60))[0] == "20 % (2024)"
