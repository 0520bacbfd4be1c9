"""Daily prices of a place, from the cited norms: whose they are, and whom they fit."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from analysis.scenario.applied import Terms
from analysis.scenario.prices import Price, Prices
from analysis.standard import Standard
from ui.shortage_choice import ShortageChoice
from ui.store import Dataset, ask

UNITS = ("EUR per place per day", "EUR per person per day")
# Prices of places for anybody; others are for groups with needs of their own.
_GENERAL = ("all", "asylum_applicants")
_COUNTRY_CODE = 2


@dataclass(frozen=True, eq=False)
class Priced:
    """Prices by country, and the norms they come from.

    `norms`: one row per cited price that fits, as `ui/sql/benchmark.sql` gives it, with `country`.
    """

    prices: Prices
    norms: pd.DataFrame


def terms_of(dataset: Dataset, measured: ShortageChoice) -> Terms:
    """What a scenario is worked by: the benchmark of the view, and prices of its places."""
    return Terms(measured.factor(), priced(dataset, measured.standard).prices)


@lru_cache(maxsize=64)
def priced(dataset: Dataset, standard: Standard) -> Priced:
    """The cited prices of a standard's service that fit its group.

    A country's own prices are its interval; every other country takes the interval over all of
    them. What is not counted in places has no price.
    """
    norms = ask(dataset, "benchmark")
    cited = norms[
        norms["unit"].isin(UNITS)
        & norms["service"].eq(standard.service)
        & norms["threshold"].gt(0)
        & norms["territory_id"].str.len().eq(_COUNTRY_CODE)
    ].rename(columns={"territory_id": "country"})
    if standard.unit != "places":
        cited = cited.iloc[:0]
    fits = cited[cited["group_id"].isin([standard.group_id, *_GENERAL])]
    # Prices for the very group stand before those for anybody.
    special = fits["group_id"].eq(standard.group_id) & (standard.group_id not in _GENERAL)
    has_special = special.groupby(fits["country"]).transform("any")
    fits = fits[special | ~has_special]
    of_country = {str(country): _price(rows, own=True) for country, rows in fits.groupby("country")}
    elsewhere = _price(fits, own=False) if len(fits) else None
    return Priced(Prices(of_country, elsewhere), fits.reset_index(drop=True))


def _price(norms: pd.DataFrame, own: bool) -> Price:
    sources = tuple(dict.fromkeys(str(each) for each in norms["source_id"].dropna()))
    return Price(float(norms["threshold"].min()), float(norms["threshold"].max()), own, sources)
