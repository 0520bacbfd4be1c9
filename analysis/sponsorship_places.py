"""Sponsorship across territories and schemes: sums that stay honest, and where sponsors are.

`found` is what `analysis.sponsorship` gives: a row per scheme and territory with a value.
`territories` has `territory_id`, `parent_id`, `country`, `level`, `members`, `residents`.
"""

import numpy as np
import pandas as pd

from analysis.gap import CANNOT_TELL, MET, SHORT
from analysis.spans import joined

PRESENT, ABSENT, UNKNOWN = "present", "absent", "unknown"
# Where reception is short, from the best served to the one to begin with.
ENOUGH = "enough reception places"
WITH_SPONSORS = "short, sponsors present"
NOT_TOLD = "short, sponsors unknown"
WITHOUT = "short, no sponsors"
SITUATIONS = (ENOUGH, WITH_SPONSORS, NOT_TOLD, WITHOUT)


def summed_up(found: pd.DataFrame, territories: pd.DataFrame, column: str) -> pd.DataFrame:
    """The rows and the sums of larger territories, where a source gives none of its own.

    Shape   : the rows of `found` with `lower`, `upper`, `partial`, `source_ids` (those of every
              part, joined by spaces), and more rows.
    Missing : a sum with an unknown part has no value, only the `lower` end of its known parts,
              and is `partial`. A territory whose source counts it itself keeps that figure.
    """
    own = found.assign(lower=np.nan, upper=np.nan, partial=False, source_ids=found["source_id"])
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
                "evidence": _evidence(part),
                "note": f"sum of {len(part)} of {sizes[parent]} territories",
                "source_line": None,
            }
        )
    return pd.DataFrame(rows, columns=below.columns)


def _all(ids: pd.Series) -> str:
    """Keys joined by spaces, each once."""
    return " ".join(sorted({each for joint in ids for each in joint.split()}))


def _evidence(part: pd.DataFrame) -> str:
    """A sum is worked out; of generated figures it stays generated."""
    return "synthetic" if part["evidence"].eq("synthetic").all() else "estimated"


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
              `source_ids` (those counted, joined by spaces), and the period from the first to
              the last; what else stands beside it is that of the first.
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
            periods: many[periods].agg(joined),
        }
    )
    return out.reset_index()


def sponsors(rows: pd.DataFrame, territories: pd.DataFrame) -> pd.Series:
    """Whether a territory has sponsors: present, absent or unknown, for every territory.

    Shape   : indexed by territory_id.
    Missing : *absent* only where a source says 0 and none says more, or where all parts of a
              territory are absent; a territory nobody counts is *unknown*. What is known for a
              country only says nothing of its regions.
    """
    counts = rows[["sponsor_groups", "pledged_places", "arrivals_persons"]].astype(float)
    most = counts.max(axis=1).groupby(rows["territory_id"]).max()
    state = pd.Series(UNKNOWN, index=territories["territory_id"])
    state[state.index.isin(most.index[most == 0])] = ABSENT
    state[state.index.isin(most.index[most > 0])] = PRESENT
    single = territories[territories["members"].isna() & (territories["residents"] != 0)]
    for level in (3, 2, 1):
        parts = single[single["level"] == level]
        of_part = state.reindex(parts["territory_id"]).set_axis(parts["parent_id"])
        some = of_part[of_part == PRESENT].index.unique()
        none = of_part.eq(ABSENT).groupby(level=0).all()
        state[state.index.isin(some)] = PRESENT
        state[state.index.isin(none.index[none]) & (state == UNKNOWN)] = ABSENT
    return state


def situation(answers: pd.Series, state: pd.Series) -> pd.Series:
    """Reception's answer and the sponsors': one of `SITUATIONS`, `cannot tell` or `unknown`.

    >>> situation(pd.Series(["short", "short", "met", "unknown"]),
    ...           pd.Series(["absent", "unknown", "present", "present"])).tolist()
    ['short, no sponsors', 'short, sponsors unknown', 'enough reception places', 'unknown']
    """
    said = pd.Series(UNKNOWN, index=answers.index)
    said[answers == CANNOT_TELL] = CANNOT_TELL
    said[answers == MET] = ENOUGH
    short = answers == SHORT
    for each, name in ((PRESENT, WITH_SPONSORS), (UNKNOWN, NOT_TOLD), (ABSENT, WITHOUT)):
        said[short & (state == each)] = name
    return said
