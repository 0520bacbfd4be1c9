"""Inequality between countries and inside each, country by country."""

import math

import pandas as pd

from analysis.equality.held import Held, held
from analysis.equality.measures import theil
from ui.equality.figures import Equality


def by_country(view: Equality) -> pd.DataFrame:
    """What each country adds to Theil's index now, between countries and within.

    Shape   : one row per country of the panel, largest sum first: `country`, `territories`,
              `capacity_share`, `need_share` (%), `relative` (% of the mean), `between`, `within`
              (parts that add up to Theil's index; `between` is below zero where a country has
              less than its share), `inside` (Theil's index of its territories alone).
    """
    figures = view.panel.at(view.choice.now)
    these = held(figures.capacity, figures.need, view.panel.group)
    countries = pd.Series(view.countries)
    rows = [_one(these, countries, each) for each in sorted(set(view.countries))]
    table = pd.DataFrame(rows)
    return table.sort_values("need_share", ascending=False, ignore_index=True)


def _one(these: Held, countries: pd.Series, country: str) -> dict[str, object]:
    inside = countries.eq(country).to_numpy()
    capacity, need = these.capacity[inside], these.need[inside]
    share = float(capacity.sum() / these.capacity.sum())
    asked = float(need.sum() / these.need.sum())
    own = theil(held(capacity, need)).total if share else 0.0
    return {
        "country": country,
        "territories": int(inside.sum()),
        "capacity_share": share * 100,
        "need_share": asked * 100,
        "relative": share / asked * 100,
        "between": _part(share, asked),
        "within": share * own,
        "inside": own,
    }


def _part(share: float, asked: float) -> float:
    """A country's share times the logarithm of its ratio; 0 log 0 = 0."""
    return share * math.log(share / asked) if share else 0.0
