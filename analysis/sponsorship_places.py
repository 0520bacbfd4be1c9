"""Sponsorship across territories and schemes: sums that stay honest.

`found` is what `analysis.sponsorship` gives: a row per scheme and territory with a value.
`territories` has `territory_id`, `parent_id`, `country`, `level`, `members`, `residents`.
"""

import numpy as np
import pandas as pd

from analysis.spans import joined
from analysis.sponsorship import WORST


def summed_up(found: pd.DataFrame, territories: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows and the sums of larger territories, where a source gives none of its own.

    Shape   : the rows of `found` with `lower`, `upper`, `partial`, `source_ids` (those of every
              part, joined by spaces), and more rows.
    Missing : a sum with an unknown part has no value, only the `lower` end of its known parts,
              and is `partial`. A territory whose source counts it itself keeps that figure.
    """
    own = found.assign(lower=np.nan, upper=np.nan, partial=False)
    if "source_ids" not in own:
        own["source_ids"] = own["source_id"]
    single = territories[territories["members"].isna() & (territories["residents"] != 0)]
    parents = single.set_index("territory_id")["parent_id"]
    sizes = single.groupby("parent_id").size()
    levels = single.set_index("territory_id")["level"]
    whole = own
    for level in (2, 1, 0):
        below = whole[whole["territory_id"].map(levels) == level + 1]
        sums = _sums(below, below["territory_id"].map(parents), sizes, column)
        told = set(zip(whole["scheme_id"], whole["territory_id"], strict=True))
        keys = zip(sums["scheme_id"], sums["territory_id"], strict=True)
        more = sums[[key not in told for key in keys]]
        whole = pd.concat([whole, more], ignore_index=True) if len(more) else whole
    return whole


def _sums(below: pd.DataFrame, parents: pd.Series, sizes: pd.Series, column: str) -> pd.DataFrame:
    """Sums over the parts of each parent, by scheme; a part that is missing makes one partial."""
    rows = []
    periods = "arrivals_period" if "arrivals_period" in below else "period"
    for (scheme, over), part in below.groupby([below["scheme_id"], parents], sort=True):
        parent = str(over)
        least = part[column].astype(float).fillna(part["lower"])
        complete = len(part) == sizes[parent] and part[column].notna().all()
        total = float(least.sum())
        rows.append(
            part.iloc[0].to_dict()
            | {
                "scheme_id": scheme,
                "territory_id": parent,
                column: total if complete else np.nan,
                "lower": np.nan if complete else total,
                "partial": not complete,
                periods: joined(part[periods]),
                "source_ids": _all(part["source_ids"]),
                "evidence": _summed(part["evidence"]),
                "note": f"sum of {len(part)} of {sizes[parent]} territories",
                "source_line": None,
            }
        )
    return pd.DataFrame(rows, columns=below.columns)


def _all(ids: pd.Series) -> str:
    """Keys joined by spaces, each once."""
    return " ".join(sorted({each for joint in ids for each in joint.split()}))


def _summed(evidence: pd.Series) -> str:
    """A sum is worked out; of generated figures it stays generated."""
    return "synthetic" if evidence.eq("synthetic").all() else "estimated"


def _worst(statuses: pd.Series) -> str:
    """The least sure of the statuses."""
    found = set(statuses)
    return next((each for each in WORST if each in found), str(statuses.iloc[0]))


def bounded(found: pd.DataFrame, territories: pd.DataFrame, column: str) -> pd.DataFrame:
    """Upper ends of regions where a source counts more persons in the country than in regions.

    What is in no region may be in any: each region's figure is at least what is listed and at
    most that and all the rest. A region without a row gets one, without a value.
    """
    country = territories.set_index("territory_id")["country"]
    level = territories.set_index("territory_id")["level"]
    out, more = found.copy(), []
    whole = found[(found["territory_id"].map(level) == 0) & found[column].notna()]
    for total in whole.to_dict("records"):
        inside = (
            (out["scheme_id"] == total["scheme_id"])
            & (out["source_id"] == total["source_id"])
            & (out["territory_id"].map(country) == total["territory_id"])
            & (out["territory_id"] != total["territory_id"])
        )
        # The source of this scheme, or of a sister scheme, says which regions it counts by.
        sisters = (found["source_id"] == total["source_id"]) & (
            found["territory_id"].map(level) > 0
        )
        if not sisters.any() or pd.notna(total.get("lower")):
            continue
        nowhere = float(total[column]) - float(out.loc[inside, column].sum())
        if nowhere <= 0:
            continue
        out.loc[inside, "lower"] = out.loc[inside, column].astype(float)
        out.loc[inside, "upper"] = out.loc[inside, column].astype(float) + nowhere
        at = int(found.loc[sisters, "territory_id"].map(level).min())
        regions = territories[
            (territories["country"] == total["territory_id"])
            & (territories["level"] == at)
            & territories["members"].isna()
        ]["territory_id"]
        for code in set(regions) - set(out.loc[inside, "territory_id"]):
            note = f"{nowhere:,.0f} persons in the country are without a region"
            none = {"territory_id": code, column: np.nan, "lower": 0.0, "upper": nowhere}
            more.append(total | none | {"note": note, "obs_status": "L", "source_line": None})
    if not more:
        return out
    return pd.concat([out, pd.DataFrame(more, columns=out.columns)], ignore_index=True)


def together(found: pd.DataFrame, column: str) -> pd.DataFrame:
    """Schemes added up by territory: different schemes count different persons.

    Shape   : one row per territory: `column`, `lower`, `upper`, `partial`, `schemes` and
              `source_ids` (those counted, joined by spaces), the least sure status, and the
              period from the first to the last; what else stands beside it is the first's.
    Missing : no value where no scheme has one, or where a part of one is unknown.
    """
    periods = "arrivals_period" if "arrivals_period" in found else "period"
    value = found[column].astype(float)
    parts = pd.DataFrame(
        {
            "territory_id": found["territory_id"],
            "total": value,
            "partial": found["partial"].astype(bool),
            "least": value.fillna(found["lower"]).fillna(0).astype(float),
            "most": found["upper"].fillna(value).astype(float),
            "open": found["upper"].isna() & value.isna(),
            "ends": found["upper"].notna() | found["partial"].astype(bool),
        }
    ).groupby("territory_id", sort=True)
    sums = parts[["total", "least", "most"]].sum(min_count=1)
    some = parts[["partial", "open", "ends"]].any()
    # What stands beside the sum is that of the schemes with a value, where there is one.
    known = value.groupby(found["territory_id"]).transform("count") > 0
    shown = found[value.notna() | ~known]
    first = shown.drop_duplicates("territory_id").set_index("territory_id")
    first = first.reindex(sums.index).drop(columns="scheme_id")
    many = shown.groupby("territory_id")
    out = first.assign(
        **{
            column: sums["total"].mask(some["partial"]),
            "lower": sums["least"].where(some["ends"]),
            "upper": sums["most"].where(some["ends"] & ~some["open"] & ~some["partial"]),
            "partial": some["partial"],
            "schemes": many["scheme_id"].agg(_all),
            "source_ids": many["source_ids"].agg(_all),
            "obs_status": many["obs_status"].agg(_worst),
            "evidence": first["evidence"].where(many.size() == 1, many["evidence"].agg(_summed)),
            periods: many[periods].agg(joined),
        }
    )
    return out.reset_index()
