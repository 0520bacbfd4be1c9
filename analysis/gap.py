"""Need times benchmark less capacity: how much is missing, and how sure that is.

Four answers, not two: *short*, *met*, *cannot tell* (the interval straddles zero) and
*unknown* (with what is missing). Unknown capacity is never no capacity.
"""

import numpy as np
import pandas as pd

SHORT, MET, CANNOT_TELL, UNKNOWN = "short", "met", "cannot tell", "unknown"
ANSWERS = (SHORT, MET, CANNOT_TELL, UNKNOWN)
# What an answer lacks, in the order a planner would ask for it.
NO_BENCHMARK, NO_NEED, NO_CAPACITY = "benchmark", "need", "capacity"


def gaps(rows: pd.DataFrame, factor: float | None) -> pd.DataFrame:
    """Demand, gap, coverage and answer of every row.

    Shape   : `rows` has `need`, `need_lower`, `need_upper`, `need_exact` (published, so that
              its value is its interval), `capacity`, `capacity_lower`, `capacity_upper`,
              `capacity_exact` and `residents`; the result adds `demand*`, `gap*`,
              `coverage_percent*`, `gap_per_1000*`, `answer`, `missing`.
    Units   : need in persons (or what the benchmark is per), demand, capacity and gap in the
              benchmark's unit; gap > 0 is short. `factor` is the benchmark for one of the need.
    Missing : NaN. A value that is unknown but bounded on one side can still decide: at least 50
              places for at most 40 people is met. A capacity that is not known has no gap.
    Errors  : ValueError on a negative factor.
    Source  : interval arithmetic (Moore 1966).

    >>> one = dict(need=100.0, need_lower=80.0, need_upper=120.0, need_exact=False,
    ...            capacity=90.0, capacity_lower=np.nan, capacity_upper=np.nan,
    ...            capacity_exact=True, residents=1000)
    >>> gaps(pd.DataFrame([one]), 1.0)[["gap", "gap_lower", "gap_upper", "answer"]].values.tolist()
    [[10.0, -10.0, 30.0, 'cannot tell']]
    """
    if factor is not None and factor < 0:
        raise ValueError("a benchmark must not be negative")
    out = rows.copy()
    times = np.nan if factor is None else factor
    need_lower, need_upper = _bounds(rows, "need")
    have_lower, have_upper = _bounds(rows, "capacity")
    out["demand"] = rows["need"].astype(float) * times
    out["demand_lower"], out["demand_upper"] = need_lower * times, need_upper * times
    out["capacity_lower"], out["capacity_upper"] = have_lower, have_upper
    out["gap"] = out["demand"] - rows["capacity"].astype(float)
    out["gap_lower"] = out["demand_lower"] - have_upper
    out["gap_upper"] = out["demand_upper"] - have_lower
    for end, have, of in (("", "capacity", "demand"), ("_lower", "capacity_lower", "demand_upper"),
                          ("_upper", "capacity_upper", "demand_lower")):  # fmt: skip
        asked = out[of].where(out[of] > 0)
        out[f"coverage_percent{end}"] = out[have].astype(float) / asked * 100
    residents = rows["residents"].astype(float).where(rows["residents"] > 0)
    for end in ("", "_lower", "_upper"):
        out[f"gap_per_1000{end}"] = out[f"gap{end}"] / residents * 1000
    out["answer"] = _answers(out)
    out["missing"] = _missing(rows, out, factor)
    return out


def _bounds(rows: pd.DataFrame, name: str) -> tuple[pd.Series, pd.Series]:
    """Both ends of what is known: a published value is its own interval."""
    value = rows[name].astype(float).where(rows[f"{name}_exact"].astype(bool))
    lower = rows[f"{name}_lower"].astype(float)
    upper = rows[f"{name}_upper"].astype(float)
    return lower.fillna(value), upper.fillna(value)


def _answers(out: pd.DataFrame) -> pd.Series:
    lower, upper = out["gap_lower"], out["gap_upper"]
    said = pd.Series(UNKNOWN, index=out.index)
    said[out["gap"].notna() | (lower.notna() & upper.notna())] = CANNOT_TELL
    said[lower > 0] = SHORT
    # Nothing is asked for: that is met by any number of places, known or not.
    said[(upper <= 0) | (out["demand_upper"] <= 0)] = MET
    return said


def _missing(rows: pd.DataFrame, out: pd.DataFrame, factor: float | None) -> pd.Series:
    """What an unknown answer lacks: '' where it is known."""
    lacks = pd.Series("", index=out.index)
    unknown = out["answer"] == UNKNOWN
    lacks[unknown & rows["capacity"].isna()] = NO_CAPACITY
    lacks[unknown & rows["need"].isna()] = NO_NEED
    if factor is None:
        lacks[unknown] = NO_BENCHMARK
    return lacks


def roll_up(rows: pd.DataFrame, by: pd.Series) -> pd.DataFrame:
    """Sums over territories that say how many of their members are unknown.

    Shape   : `rows` as `gaps` gives them; `by` names each row's group. One row per group:
              `members`, `short`, `met`, `cannot_tell`, `unknown` (counts of members),
              `gap_lower`, `gap_upper` (of the whole group), `known_gap_lower`,
              `known_gap_upper` (of the members whose answer is known), `missing_lower`,
              `missing_upper` (places that lack in members that are short or may be).
    Units   : the benchmark's.
    Missing : the group's gap is NaN while any member's is; what is known is summed apart.
              A surplus in one member never fills a shortage of another in `missing_*`.
              A member short by at least so many counts with that in `missing_lower`, and
              leaves no `missing_upper`.
    """
    known = rows["gap_lower"].notna() & rows["gap_upper"].notna()
    parts = pd.DataFrame({"members": 1, "counted": known.astype(int)}, index=rows.index)
    for answer in ANSWERS:
        parts[answer.replace(" ", "_")] = (rows["answer"] == answer).astype(int)
    for end in ("lower", "upper"):
        gap = rows[f"gap_{end}"].where(known)
        parts[f"known_gap_{end}"] = gap
        told = rows[f"gap_{end}"].where(known | rows["answer"].isin([SHORT, MET]))
        parts[f"missing_{end}"] = told.clip(lower=0).mask(rows["answer"] == MET, 0.0)
    sums = parts.groupby(by).sum(min_count=1)
    endless = ((rows["answer"] == SHORT) & rows["gap_upper"].isna()).groupby(by).any()
    sums["missing_upper"] = sums["missing_upper"].mask(endless)
    whole = sums["counted"] == sums["members"]
    for end in ("lower", "upper"):
        sums[f"gap_{end}"] = sums[f"known_gap_{end}"].where(whole)
    return sums
