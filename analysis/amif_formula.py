"""What the legal formula of AMIF 2021-2027 gives each Member State, as far as data go.

Regulation (EU) 2021/1147, Article 13(1)(a) and Annex I: a fixed amount for each Member State;
the rest by 35 % asylum, 30 % legal migration and integration, 35 % return. Within asylum: 60 %
applications, 30 % persons granted protection, 10 % persons resettled, of 2017 to 2019. The
other two parts stand on residence permits, return decisions and returns, which Groundwork does
not have: a Member State's share of them is spanned between two stated keys.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

# Article 13(1)(a): what is shared out by Annex I at the start of the period, in euro.
SHARED_OUT_EUR = 5_225_000_000.0
REFERENCE_YEARS = (2017, 2018, 2019)
LARGER_FIXED = frozenset({"CY", "MT", "EL"})
# Every Member State but Denmark takes part.
STATES = tuple(
    "AT BE BG CY CZ DE EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)
APPLIED, GRANTED, RESETTLED = "applied", "granted", "resettled"
CRITERIA = (APPLIED, GRANTED, RESETTLED)
_NORM = "eu_amif_2021_27_"
FIRST_NORM = f"{_NORM}fixed_amount_per_ms"


@dataclass(frozen=True)
class Weights:
    """The formula's parameters: euro, and weights as shares of 1."""

    fixed_eur: float
    larger_fixed_eur: float
    asylum: float
    migration: float
    returned: float
    criteria: Mapping[str, float]

    def fixed(self, state: str) -> float:
        """The fixed amount of a Member State, in euro."""
        return self.larger_fixed_eur if state in LARGER_FIXED else self.fixed_eur


def weights(norms: Mapping[str, float]) -> Weights | None:
    """The parameters from the published norms (benchmark_id -> threshold); None if one lacks."""
    names = {
        "fixed": "fixed_amount_per_ms", "larger": "fixed_amount_cy_mt_el",
        "asylum": "weight_asylum", "migration": "weight_legal_migration_integration",
        "returned": "weight_return", APPLIED: "asylum_subweight_applications",
        GRANTED: "asylum_subweight_protection_status",
        RESETTLED: "asylum_subweight_resettlement",
    }  # fmt: skip
    found = {key: norms.get(_NORM + name) for key, name in names.items()}
    if any(value is None for value in found.values()):
        return None
    at = {key: float(value) for key, value in found.items() if value is not None}
    return Weights(
        at["fixed"], at["larger"], at["asylum"] / 100, at["migration"] / 100,
        at["returned"] / 100, {key: at[key] / 100 for key in CRITERIA},
    )  # fmt: skip


def share_intervals(counts: pd.DataFrame) -> pd.DataFrame:
    """The lowest and highest share of a whole each part can have.

    Shape   : `counts` has `lower` and `upper` persons by territory; the result the same.
    Units   : persons in, shares of 1 out.
    Missing : an end that is NaN gives NaN everywhere: a share needs the whole.
    Errors  : ValueError where a lower end is negative or above its upper end.
    Source  : interval arithmetic; a part is least where it is low and all others are high.

    >>> share_intervals(pd.DataFrame({"lower": [10.0, 20.0], "upper": [10.0, 30.0]})).lower.tolist()
    [0.25, 0.6666666666666666]
    """
    low, high = counts["lower"].astype(float), counts["upper"].astype(float)
    if (low < 0).any() or (low > high).any():
        raise ValueError("a lower end is negative or above its upper end")
    whole_low, whole_high = low.sum(skipna=False), high.sum(skipna=False)
    least, most = low + (whole_high - high), high + (whole_low - low)
    return pd.DataFrame(
        {
            # With nobody anywhere there is nothing to share: 0 of 0 is unknown.
            "lower": low / least.where(least > 0),
            "upper": high / most.where(most > 0),
        }
    )


def asylum_shares(counts: Mapping[str, pd.DataFrame], at: Weights) -> pd.DataFrame:
    """Each Member State's share of the asylum part: `lower`, `upper`, shares of 1."""
    parts = [share_intervals(counts[each]) * at.criteria[each] for each in CRITERIA]
    return sum(parts[1:], start=parts[0])


def envelopes(
    counts: Mapping[str, pd.DataFrame], residents: pd.Series, at: Weights
) -> pd.DataFrame:
    """What the formula gives each Member State, as an interval.

    Shape   : `counts` is criterion -> `lower` and `upper` persons of the reference years, by
              Member State; `residents` by Member State. Result: by Member State `fixed_eur`,
              `asylum_lower_eur`, `asylum_upper_eur`, `lower`, `upper` and `value`, the middle.
    Units   : euro.
    Missing : residents unknown anywhere leaves the asylum part alone to span the rest.
    Errors  : ValueError as in `share_intervals`.
    Source  : Regulation (EU) 2021/1147, Annex I. The asylum part follows the formula. The two
              other parts are spanned between two keys, the Member State's share of the asylum
              part and its share of residents: an assumption, not a bound in law.
    """
    states = residents.index
    fixed = pd.Series([at.fixed(str(each)) for each in states], index=states)
    rest = SHARED_OUT_EUR - fixed.sum()
    asylum = asylum_shares(counts, at).reindex(states)
    by_residents = residents / residents.sum(skipna=False)
    keys = pd.concat([asylum["lower"], asylum["upper"], by_residents], axis=1)
    other = at.migration + at.returned
    lower = fixed + rest * (at.asylum * asylum["lower"] + other * keys.min(axis=1))
    upper = fixed + rest * (at.asylum * asylum["upper"] + other * keys.max(axis=1))
    lower, upper = lower.mask(asylum["lower"].isna()), upper.mask(asylum["upper"].isna())
    return pd.DataFrame(
        {
            "fixed_eur": fixed,
            "asylum_lower_eur": rest * at.asylum * asylum["lower"],
            "asylum_upper_eur": rest * at.asylum * asylum["upper"],
            "lower": lower,
            "upper": upper,
            "value": (lower + upper) / 2,
        }
    )


def spanned(yearly: pd.DataFrame, most: pd.DataFrame) -> pd.DataFrame:
    """Persons of several years where some years are not published.

    Shape   : `yearly` has a row per Member State and a column per year; `most`, of the same
              shape, is what a year that is not published is taken to hold at most. Result:
              `lower`, `upper`, and `missing` years.
    Units   : persons.
    Missing : a year not published counts from none to `most`: an assumption, said with it. Where
              `most` is unknown too, `upper` is NaN.
    Errors  : none.
    Source  : Groundwork.
    """
    return pd.DataFrame(
        {
            "lower": yearly.sum(axis=1),
            "upper": yearly.fillna(most).sum(axis=1, skipna=False),
            "missing": len(yearly.columns) - yearly.count(axis=1),
        }
    )


def counted(rows: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Persons of the reference years by criterion and Member State.

    Shape   : `rows` has `criterion`, `territory_id`, `year`, `persons`. Result: criterion ->
              `lower`, `upper`, `missing` (years) by Member State.
    Units   : persons.
    Missing : a year without a count of those granted protection is taken to hold from none to
              as many as applied in it; without one of those resettled, from none to the median
              of the states that publish one. A year without applicants leaves `upper` unknown.
    Errors  : ValueError where a cell is there twice.
    Source  : Groundwork; the assumptions are said with the estimate.
    """
    wide = {}
    for criterion in CRITERIA:
        part = rows[rows["criterion"] == criterion]
        table = part.pivot(index="territory_id", columns="year", values="persons")
        wide[criterion] = table.reindex(index=list(STATES), columns=list(REFERENCE_YEARS)).astype(
            float
        )
    applied = wide[APPLIED]
    median = pd.DataFrame(
        np.repeat(wide[RESETTLED].median().to_numpy()[None, :], len(STATES), axis=0),
        index=applied.index,
        columns=applied.columns,
    )
    most = {APPLIED: applied, GRANTED: applied, RESETTLED: median}
    return {each: spanned(wide[each], most[each]) for each in CRITERIA}


def against_published(estimate: pd.DataFrame, published: pd.Series) -> pd.DataFrame:
    """How far published amounts lie from the estimate: `published`, `off_percent`, `inside`.

    `off_percent` is 0 inside the interval, else the distance from the nearest end as a
    percentage of the published amount; above zero where more was published.
    """
    both = estimate.join(published.rename("published"), how="inner").dropna(
        subset=["lower", "upper", "published"]
    )
    over = (both["published"] - both["upper"]).clip(lower=0)
    under = (both["lower"] - both["published"]).clip(lower=0)
    both["off_percent"] = np.where(over > 0, over, -under) / both["published"] * 100
    both["off_percent"] += 0.0  # no minus zero
    both["inside"] = both["off_percent"] == 0
    return both
