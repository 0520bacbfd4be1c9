"""Money against need: euro per person, absorption, who gets it, what is financed twice."""

import numpy as np
import pandas as pd

UNTOLD = "not said"
LITTLE, NOT_LITTLE, CANNOT_TELL, UNKNOWN = "little money", "not little", "cannot tell", "unknown"


def per_person(rows: pd.DataFrame) -> pd.DataFrame:
    """Euro for each person in need: `value`, `lower`, `upper`.

    Shape   : `rows` has `money`, `need`, and may have `_lower` and `_upper` of both.
    Units   : euro / persons.
    Missing : unknown money or need is NaN. Need of 0 or less is NaN: nobody to divide by. Where
              only the least need is known, there is an `upper` and no value.
    Errors  : none.
    Source  : division of intervals; least money by most people is the lower end.
    """
    ends = rows.reindex(
        columns=["money", "money_lower", "money_upper", "need", "need_lower", "need_upper"]
    ).astype(float)
    money, need = ends["money"], ends["need"].where(ends["need"] > 0)
    least_money, most_money = ends["money_lower"].fillna(money), ends["money_upper"].fillna(money)
    least_need = ends["need_lower"].where(ends["need_lower"] > 0).fillna(need)
    most_need = ends["need_upper"].where(ends["need_upper"] > 0).fillna(need)
    # Open above: a need whose most is not known does not say what the least money a head is.
    return pd.DataFrame(
        {
            "value": money / need,
            "lower": least_money / most_need,
            "upper": most_money / least_need,
        }
    )


def one_a_territory(rows: pd.DataFrame) -> pd.DataFrame:
    """Amounts of one series with a single row a territory.

    Shape   : `rows` has `territory_id`, `committed_eur`, `paid_eur` and what else there is; the
              result is indexed by territory_id and adds `money`, `money_lower`, `money_upper`.
    Units   : euro.
    Missing : an amount unknown in one source and known in another is known.
    Errors  : none.
    Source  : where sources differ, the money is the interval between them and the first one's
              row stays; what was paid is then unknown, as it belongs to one of them.
    """
    ordered = rows.assign(unknown=rows["committed_eur"].isna()).sort_values(
        "unknown", kind="stable"
    )
    first = ordered.drop(columns="unknown").drop_duplicates("territory_id")
    first = first.set_index("territory_id")
    ends = rows.groupby("territory_id")["committed_eur"].agg(["min", "max"]).reindex(first.index)
    differ = ends["min"] < ends["max"]
    return first.assign(
        money=ends.mean(axis=1),
        money_lower=ends["min"].where(differ),
        money_upper=ends["max"].where(differ),
        paid_eur=first["paid_eur"].mask(differ),
    )


def summed_years(yearly: pd.DataFrame, years: tuple[int, ...]) -> pd.DataFrame:
    """Persons over several years, by territory.

    Shape   : `yearly` has `territory_id`, `year`, `value`, `lower`, `upper`. Result: by territory
              `need`, `need_lower`, `need_upper` and `lacking`, the years without a figure.
    Units   : persons.
    Missing : a sum is known only where every year is; the years known are then its lower end.
    Errors  : ValueError where a territory has a year twice.
    Source  : sums of intervals; a year known exactly is its own interval.
    """
    rows = yearly[yearly["year"].astype(int).isin(years)]
    if rows.duplicated(["territory_id", "year"]).any():
        raise ValueError("a territory has a year twice")
    value = rows["value"].astype(float)
    inside = rows.assign(
        value=value,
        lower=rows["lower"].astype(float).fillna(value),
        upper=rows["upper"].astype(float).fillna(value),
    )
    sums = inside.groupby("territory_id")[["value", "lower", "upper"]].sum(min_count=1)
    counts = inside.groupby("territory_id")[["value", "lower", "upper"]].count()
    whole = counts == len(years)
    known = sums.where(whole)
    spread = known["lower"] < known["upper"]
    return pd.DataFrame(
        {
            "need": known["value"],
            "need_lower": sums["lower"].where(spread | ~whole["value"]),
            "need_upper": known["upper"].where(spread),
            "lacking": len(years) - counts["value"],
        }
    )


def roll_up(rows: pd.DataFrame, parent: pd.Series) -> pd.DataFrame:
    """Amounts of territories added up to those around them.

    Shape   : `rows` is indexed by territory with `committed_eur` and `paid_eur`; `parent` is
              the territory around each, for **all** territories of that level. Result: a row a
              parent with the sums, and `untold`, how many parts have no committed amount.
    Units   : euro.
    Missing : a sum is known only where every part is.
    Errors  : ValueError where a territory is there twice.
    Source  : Groundwork.
    """
    if rows.index.has_duplicates:
        raise ValueError("a territory is there twice")
    every = rows[["committed_eur", "paid_eur"]].reindex(parent.index).astype(float)
    whole = every.groupby(parent).sum(min_count=1)
    untold = every.isna().groupby(parent).sum()
    return whole.mask(untold > 0).assign(untold=untold["committed_eur"])


def absorption(rows: pd.DataFrame) -> pd.Series:
    """What was paid of what was committed, per cent; NaN where either is unknown.

    >>> absorption(pd.DataFrame({"committed_eur": [200.0, 0.0], "paid_eur": [50.0, None]})).tolist()
    [25.0, nan]
    """
    committed = rows["committed_eur"].astype(float)
    return rows["paid_eur"].astype(float) / committed.where(committed > 0) * 100


def total_absorption(rows: pd.DataFrame) -> tuple[float, int, int]:
    """Paid of committed over all rows with both, per cent; rows with both; rows without."""
    both = rows[["committed_eur", "paid_eur"]].astype(float).dropna()
    committed = both["committed_eur"].sum()
    share = both["paid_eur"].sum() / committed * 100 if committed > 0 else float("nan")
    return float(share), len(both), len(rows) - len(both)


def high_gap_little_money(gap: pd.Series, money: pd.DataFrame) -> pd.Series:
    """Territories with a high gap that get little money a head.

    Shape   : `gap` (places missing per 1,000 residents) and `money` (`value`, `lower`, `upper`
              in euro a person in need) by territory. Result: an answer by territory of `gap`.
    Missing : `unknown` where the gap or the money is; `cannot tell` where the interval of the
              money straddles the middle.
    Errors  : none.
    Source  : high is above the median gap of those known and above 0; little is below the
              median euro a head of those known. Both medians are of the territories compared.
    """
    at = money.reindex(gap.index)
    middle, usual = at["value"].median(), gap.dropna().median()
    high = (gap > usual) & (gap > 0)
    lower, upper = at["lower"].fillna(at["value"]), at["upper"].fillna(at["value"])
    said = np.select(
        [gap.isna() | at["value"].isna(), high & (upper < middle), high & (lower < middle)],
        [UNKNOWN, LITTLE, CANNOT_TELL],
        NOT_LITTLE,
    )
    return pd.Series(said, index=gap.index)


def access(rows: pd.DataFrame) -> pd.DataFrame:
    """Committed euro by who gets it.

    Shape   : `rows` has `recipient` and `committed_eur`. Result: indexed by recipient, the
              untold ones as `not said`, with `committed_eur`, `amounts` (how many), `share_lower`
              and `share_upper` in per cent.
    Missing : a row without an amount is not counted. What has no recipient may be anyone's: it
              widens every share.
    Errors  : none.
    Source  : shares of the sum of all amounts; the upper end adds all that is not told.
    """
    known = rows[rows["committed_eur"].notna()]
    who = known["recipient"].astype(object).where(known["recipient"].notna(), UNTOLD)
    found = known["committed_eur"].astype(float).groupby(who).agg(["sum", "size"])
    found.columns = pd.Index(["committed_eur", "amounts"])
    total = found["committed_eur"].sum()
    untold = float(found["committed_eur"].get(UNTOLD, 0.0))
    if total > 0:
        found["share_lower"] = found["committed_eur"] / total * 100
        found["share_upper"] = (found["committed_eur"] + untold) / total * 100
        told = found.index != UNTOLD
        found["share_upper"] = found["share_upper"].where(told, found["share_lower"])
    else:
        found[["share_lower", "share_upper"]] = float("nan")
    return found.rename_axis("recipient")


def coherence(rows: pd.DataFrame, territories: pd.Index, services: tuple[str, ...]) -> pd.DataFrame:
    """How many funds are known to finance a service in a territory and period.

    Shape   : `rows` has `territory_id`, `service`, `fund_id`, `committed_eur`, of one period.
              Result: a row per territory and service with `funds` (how many are known), `names`
              and `committed_eur`.
    Units   : funds, euro.
    Missing : 0 means none is *known*: money whose service is not said may be for it.
    Errors  : none.
    Source  : two or more funds for one service may be wanted or double: it is worth a look.
    """
    told = rows[rows["service"].notna() & rows["committed_eur"].notna()]
    told = told[told["committed_eur"].astype(float) > 0]
    found = told.groupby(["territory_id", "service"]).agg(
        funds=("fund_id", "nunique"),
        names=("fund_id", lambda each: " ".join(sorted(set(each)))),
        committed_eur=("committed_eur", "sum"),
    )
    every = pd.MultiIndex.from_product([territories, services], names=["territory_id", "service"])
    whole = found.reindex(every)
    whole["funds"] = whole["funds"].fillna(0).astype(int)
    whole["names"] = whole["names"].astype(object).where(whole["names"].notna(), "")
    return whole.reset_index()
