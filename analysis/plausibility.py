"""Which published figures are hard to believe, and what would not be in doubt.

A finding doubts a figure; it never changes or deletes one. `doubts` asks every check.

Shapes  : `figures` has one row per figure with territory_id, parent_id, period, measure_id,
          group_id, source_id, kind, unit, flow, value, lower, upper, obs_status,
          residents_persons, covers (1; more for a joint territory) and siblings (regions with
          the same parent, itself included); findings have the columns of `analysis.breaks.FOUND`.
Missing : a figure that is NaN is not doubted; residents that are NaN say nothing of a rate.
"""

import numpy as np
import pandas as pd

from analysis.breaks import FOUND, SERIES, level_breaks, spikes

# Counts of these kinds move: the same figure four periods running is carried forward.
_MOVING = ("need", "use")
_RUN, _LEAST_REPEATED = 4, 1000
# Of 1,000 residents, more than this many newcomers or places is beyond anything observed:
# Liechtenstein, Moldova's neighbours and islands in 2015 stayed well below.
_MOST_PER_1000 = 250.0
# Parts may miss their total by the rounding of each (to 5) and by this share.
_ROUNDING, _SUM_TOLERANCE = 5.0, 0.005
_STALE_AFTER = 3
# So many territories that spike at one date are no accident but a table read wrongly.
_LEAST_ODD, _ODD_SHARE = 4, 1 / 3


def doubts(figures: pd.DataFrame) -> pd.DataFrame:
    """Findings of every check; a figure may have several."""
    stocks = figures[~figures["flow"]]
    found = [level_breaks(stocks), spikes(stocks), repeats(figures), rates(figures), sums(figures)]
    some = [each for each in found if not each.empty]
    if not some:
        return pd.DataFrame(columns=list(FOUND))
    doubted = pd.concat(some, ignore_index=True)
    return pd.concat([doubted, whole_periods(figures, doubted)], ignore_index=True)


def whole_periods(figures: pd.DataFrame, doubted: pd.DataFrame) -> pd.DataFrame:
    """The rest of a measure's period in which many territories spike at once (status U).

    Rows that were exchanged or shifted when a table was read show as spikes where the figures
    differ much; the others are wrong too and only look ordinary.
    """
    table = ["measure_id", "group_id", "source_id", "period"]
    odd = doubted.loc[
        (doubted["check_id"] == "level_break") & (doubted["obs_status"] == "U"), "figure"
    ]
    known = figures[figures["value"].notna()]
    is_odd = pd.Series(known.index.isin(odd), index=known.index)
    by_table = is_odd.groupby([known[name] for name in table])
    count, size = by_table.transform("sum"), by_table.transform("size")
    rest = ~is_odd & (count >= _LEAST_ODD) & (count >= _ODD_SHARE * size)
    texts = [
        f"{some:.0f} of {every} territories jump and return at this date: rows may be exchanged"
        for some, every in zip(count[rest], size[rest], strict=True)
    ]
    return _doubted(known[rest], "level_break", texts)


def repeats(figures: pd.DataFrame) -> pd.DataFrame:
    """Counts of persons that stand unchanged for four periods or more (status U).

    The first is as good as any; those after it are doubted as carried forward.
    """
    moving = figures["kind"].isin(_MOVING) & (figures["value"] >= _LEAST_REPEATED)
    rows = figures[moving].sort_values([*SERIES, "period"])
    same = rows.groupby(SERIES, sort=False)["value"].diff().eq(0)
    run = (~same).cumsum()
    length = run.map(run.value_counts())
    late = rows[same & (length >= _RUN)]
    lengths = length[late.index]
    return _doubted(
        late,
        "repeated",
        [f"the same figure stands for {n} periods running" for n in lengths],
    )


def rates(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures that no population supports, and percentages beyond 0 to 100 (status U)."""
    share = (figures["unit"] == "percent") & ((figures["value"] < 0) | (figures["value"] > 100))
    counted = figures["unit"].isin(["persons", "places"]) & (figures["kind"] != "context")
    per_1000 = 1000 * figures["value"] / figures["residents_persons"]
    beyond = counted & (per_1000 > _MOST_PER_1000)
    limit = figures["residents_persons"] * _MOST_PER_1000 / 1000
    return pd.concat(
        [
            _doubted(
                figures[share], "rate", ["a share beyond 0 to 100 %"] * int(share.sum())
            ).assign(expected_lower=0.0, expected_upper=100.0),
            _doubted(
                figures[beyond],
                "rate",
                [f"{rate:,.0f} per 1,000 residents" for rate in per_1000[beyond]],
            ).assign(expected_lower=0.0, expected_upper=limit[beyond].to_numpy()),
        ],
        ignore_index=True,
    )


def sums(figures: pd.DataFrame) -> pd.DataFrame:
    """Totals that the figures of all their parts do not add up to (status U).

    Compared where one source gives a figure for a territory and for every territory right
    below it; a part known as an interval counts with both its ends. Shares are not added.
    """
    added = figures[figures["unit"].isin(["persons", "places"]) & figures["value"].notna()]
    ends = added.assign(
        low=added["lower"].fillna(added["value"]), high=added["upper"].fillna(added["value"])
    )
    key = ["measure_id", "group_id", "source_id", "period"]
    parts = (
        ends.groupby([*key, "parent_id"])
        .agg(
            low=("low", "sum"),
            high=("high", "sum"),
            parts=("covers", "sum"),
            all_parts=("siblings", "max"),
        )
        .reset_index()
        .rename(columns={"parent_id": "territory_id"})
    )
    whole = parts[parts["parts"] == parts["all_parts"]]
    totals = added.reset_index(names="figure").merge(whole, on=[*key, "territory_id"])
    near = _SUM_TOLERANCE * totals["high"] + _ROUNDING * totals["parts"]
    totals["low"], totals["high"] = totals["low"] - near, totals["high"] + near
    outside = (totals["value"] < totals["low"]) | (totals["value"] > totals["high"])
    wrong = totals[outside].set_index("figure")
    texts = [
        f"its {count:.0f} parts add up to between {low:,.0f} and {high:,.0f}, roundings allowed"
        for count, low, high in zip(wrong["parts"], wrong["low"], wrong["high"], strict=True)
    ]
    return _doubted(wrong, "sum_differs", texts).assign(
        expected_lower=wrong["low"].to_numpy(), expected_upper=wrong["high"].to_numpy()
    )


def stale(figures: pd.DataFrame) -> pd.DataFrame:
    """Last figures of series that ended while their source went on (status as published).

    A series is stale when its source has figures of the same measure for three or more later
    periods. Nothing is wrong with the figure itself; it is old, so it is listed, not marked.
    """
    known = figures[figures["value"].notna() & (figures["kind"] != "context")]
    source = ["measure_id", "group_id", "source_id"]
    rank = known.groupby(source)["period"].rank(method="dense")
    newest = rank.groupby([known[name] for name in source]).transform("max")
    behind = newest - rank
    last = known.assign(behind=behind).loc[behind.groupby([known[n] for n in SERIES]).idxmin()]
    old = last[last["behind"] >= _STALE_AFTER]
    texts = [f"the source has {behind:.0f} later periods without it" for behind in old["behind"]]
    return _doubted(old, "stale", texts).assign(obs_status=old["obs_status"].to_numpy())


def _doubted(rows: pd.DataFrame, check_id: str, reasons: list[str]) -> pd.DataFrame:
    """Findings that mark `rows` as of low reliability, with nothing expected yet."""
    return pd.DataFrame(
        {
            "figure": rows.index,
            "check_id": check_id,
            "expected_lower": np.nan,
            "expected_upper": np.nan,
            "obs_status": "U",
            "reason": reasons,
        },
        columns=list(FOUND),
    )
