"""Which missing datum would narrow an answer most: computed from the intervals."""

import pandas as pd

from analysis.gap import NO_BENCHMARK

NEED, CAPACITY, BENCHMARK, NOTHING = "need", "capacity", "benchmark", ""


def narrowing(rows: pd.DataFrame) -> pd.DataFrame:
    """What to ask for, and how much of the answer's width it would take away.

    Shape   : `rows` as `analysis.gap.gaps` gives them. Result: `ask` (need, capacity, benchmark
              or '') and `at_stake` (how wide the answer is for want of it).
    Units   : the benchmark's (places).
    Missing : an unknown capacity may be anything from what is known of it to all that is asked
              for: the demand that known places do not meet is at stake. An unknown need has no
              width that could be said: NaN, and comes first. Nothing is asked where nothing is
              in doubt.
    """
    need_width = rows["demand_upper"] - rows["demand_lower"]
    # What is known to be there takes its part out of what an unknown rest could change.
    open_ended = rows["demand_upper"].fillna(rows["demand"]) - rows["capacity_lower"].fillna(0)
    have_width = (rows["capacity_upper"] - rows["capacity_lower"]).where(
        rows["capacity"].notna() | rows["capacity_upper"].notna(), open_ended.clip(lower=0)
    )
    ask = pd.Series(NOTHING, index=rows.index)
    at_stake = pd.Series(0.0, index=rows.index)
    by_need = need_width.fillna(0) > have_width.fillna(0)
    wide = (need_width.fillna(0) > 0) | (have_width.fillna(0) > 0)
    ask[wide] = CAPACITY
    ask[wide & by_need] = NEED
    at_stake[wide] = have_width.where(~by_need, need_width)
    # An estimate by one key alone has no interval, and nothing says how wrong it is.
    blind = rows["demand"].notna() & rows["demand_lower"].isna() & rows["capacity"].notna()
    lost = rows["demand"].isna() | blind
    ask[lost], at_stake[lost] = NEED, float("nan")
    none = rows["missing"] == NO_BENCHMARK
    ask[none], at_stake[none] = BENCHMARK, float("nan")
    return pd.DataFrame({"ask": ask, "at_stake": at_stake})
