"""Which series of money a dataset has, and the amounts of one of them by territory."""

from functools import lru_cache

import pandas as pd

from analysis import amif_formula, fund_series, funding
from analysis.fund_series import FORMULA, Series
from ui.language import later
from ui.store import Dataset, ask

_AMOUNT = ("money", "money_lower", "money_upper", "paid_eur")
_ABOUT = ("obs_status", "evidence", "note", "source_id", "source_file", "source_line")
_LEAST = 2


@lru_cache(maxsize=8)
def offered(dataset: Dataset) -> tuple[Series, ...]:
    """The series that can be compared: known for two territories, or somebody's own."""
    rows = ask(dataset, "funding")
    found = []
    for key, part in rows.groupby(["fund_id", "objective", "period"]):
        series = Series(*(str(each) for each in key))
        own = part["evidence"].eq("declared").any()
        known = part.loc[part["committed_eur"].notna(), "territory_id"].nunique()
        if (known >= _LEAST or own) and not series.about.not_ranked:
            found.append(series)
    if not formula(dataset).empty:
        found.append(Series("AMIF", FORMULA, "2021/2027"))
    return tuple(fund_series.ordered(found))


def kept_apart(dataset: Dataset) -> pd.DataFrame:
    """Amounts that are in no comparison, with why: `series` and its rows."""
    rows = ask(dataset, "funding")
    keys = {each.key for each in offered(dataset)}
    series = [
        Series(*each)
        for each in rows[["fund_id", "objective", "period"]].itertuples(index=False, name=None)
    ]
    why = [each.about.not_ranked or later("known for one territory only") for each in series]
    apart = [each.key not in keys for each in series]
    return rows.assign(why=why, fund=[each.fund for each in series])[apart]


def levels(dataset: Dataset, series: Series) -> tuple[int, ...]:
    """The levels a series can be shown at: the finest it is told at, and coarser ones."""
    if series.estimated:
        return (0,)
    rows = _of(ask(dataset, "funding"), series)
    return tuple(range(int(rows["level"].max()) + 1))


@lru_cache(maxsize=64)
def amounts(dataset: Dataset, series: Series) -> pd.DataFrame:
    """Money by territory of a series, also added up to larger ones where all parts are known.

    Columns: `money`, `money_lower`, `money_upper`, `paid_eur`, `summed` (how many territories
    were added up; 0 is an amount of its own), and where the row is from.
    """
    if series.estimated:
        return _estimated(dataset)
    own = funding.one_a_territory(_of(ask(dataset, "funding"), series)).assign(summed=0)
    own = own[[*_AMOUNT, "summed", *_ABOUT]]
    regions = ask(dataset, "region")
    regions = regions[regions["members"].isna()].set_index("territory_id")
    finest = int(regions["level"].reindex(own.index).max())
    for level in range(finest, 0, -1):
        own = _with_parents(own, regions[regions["level"] == level])
    return own


def _with_parents(rows: pd.DataFrame, inside: pd.DataFrame) -> pd.DataFrame:
    """Add the sums of the territories of a level to those around them that have no amount."""
    parent = inside.loc[inside["country"].isin(rows.index.str[:2].unique()), "parent_id"]
    here = rows[rows.index.isin(parent.index)]
    if here.empty:
        return rows
    sums = funding.roll_up(
        here.rename(columns={"money": "committed_eur"})[["committed_eur", "paid_eur"]], parent
    )
    sums = sums[sums["committed_eur"].notna() & ~sums.index.isin(rows.index)]
    first = here.groupby(parent.reindex(here.index)).first().reindex(sums.index)
    summed = first.assign(
        money=sums["committed_eur"],
        money_lower=float("nan"),
        money_upper=float("nan"),
        paid_eur=sums["paid_eur"],
        summed=parent.value_counts().reindex(sums.index),
        source_line=None,
    )
    return pd.concat([rows, summed.astype({"source_line": rows["source_line"].dtype})])


def _of(rows: pd.DataFrame, series: Series) -> pd.DataFrame:
    return rows[
        (rows["fund_id"] == series.fund_id)
        & (rows["objective"] == series.objective)
        & (rows["period"] == series.period)
    ]


def _estimated(dataset: Dataset) -> pd.DataFrame:
    """The envelopes of the formula in the shape of `amounts`."""
    found = formula(dataset)
    return pd.DataFrame(
        {
            "money": found["value"],
            "money_lower": found["lower"],
            "money_upper": found["upper"],
            "paid_eur": float("nan"),
            "summed": 0,
            "obs_status": "E",
            "evidence": "estimated",
            "note": "worked out from Regulation (EU) 2021/1147, Annex I",
            "source_id": _norm_source(dataset),
            "source_file": None,
            "source_line": float("nan"),
        }
    )


def _norm_source(dataset: Dataset) -> str | None:
    norms = ask(dataset, "benchmark").set_index("benchmark_id")["source_id"]
    return str(norms[amif_formula.FIRST_NORM]) if amif_formula.FIRST_NORM in norms.index else None


@lru_cache(maxsize=8)
def counts(dataset: Dataset) -> dict[str, pd.DataFrame]:
    """Persons of the reference years by criterion: `lower`, `upper`, `missing` by state."""
    rows = ask(dataset, "amif_counts")
    return amif_formula.counted(rows)


@lru_cache(maxsize=8)
def formula(dataset: Dataset) -> pd.DataFrame:
    """The envelopes of AMIF 2021-2027 by Member State; empty where the counts are not there."""
    norms = ask(dataset, "benchmark").set_index("benchmark_id")["threshold"]
    at = amif_formula.weights({str(key): float(value) for key, value in norms.dropna().items()})
    known = counts(dataset)
    if at is None or any(part["upper"].isna().any() for part in known.values()):
        return pd.DataFrame(columns=["value", "lower", "upper"])
    residents = ask(dataset, "region").set_index("territory_id")["residents"]
    return amif_formula.envelopes(known, residents.reindex(list(amif_formula.STATES)), at)
