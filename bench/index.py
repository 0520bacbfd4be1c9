"""Ranks under 10,000 sets of assumptions: our kernel against a loop of pandas.

334 territories by 20 indicators in 8 areas, intervals and gaps, all normalisations, weights,
aggregations and ways with the unknown. Each way in a process of its own, rounds interleaved, from
the same table and the same points of the design. The loop does in every draw what an analyst
would write with pandas, and its outranking with arrays, since pandas has none. Quantiles of ranks
and the mean shift must be the same. What compiling takes is told but not counted: it is kept on
disk.

`python -m bench.index WAY FOLDER` runs one way and keeps its answer in FOLDER.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

import numpy as np

from bench.rounds import measure, medians, rounds

TERRITORIES, INDICATORS, AREAS, BASE = 334, 20, 8, 1250
ROUNDS = 2
QUANTILES = (0.05, 0.5, 0.95)
NORMALISATIONS = ("minmax", "deviation", "rank", "leader")


def drawn():
    """The table and the draws of assumptions, the same for every way."""
    from analysis.index.assumptions import AXES, Assumptions
    from analysis.index.assumptions import drawn as draws_of
    from analysis.index.table import Table
    from analysis.sensitivity import design

    random = np.random.default_rng(20240101)
    shape = (TERRITORIES, INDICATORS)
    middle = random.gamma(2, 10, shape)
    half = middle * random.random(shape) * (random.random(shape) < 0.4)
    lower, upper = middle - half, middle + half
    unknown = random.random(shape) < 0.15
    unknown[:, 0] = False
    lower[unknown] = upper[unknown] = np.nan
    table = Table(
        [f"T{at}" for at in range(TERRITORIES)],
        [f"i{at}" for at in range(INDICATORS)],
        [f"a{at % AREAS}" for at in range(INDICATORS)],
        ["less" if at % 3 == 1 else "more" for at in range(INDICATORS)],
        lower,
        upper,
    )
    return table, draws_of(table, Assumptions(), design(len(AXES), BASE, 1))


def ours(table, draws):
    """Seconds and quantiles by the kernel."""
    from analysis.index.assumptions import part_of
    from analysis.index.kernel import positions
    from analysis.index.ranking import quantiles

    start = perf_counter()
    positions(table, part_of(draws, slice(0, 2)))
    compiling = perf_counter() - start
    start = perf_counter()
    ordered = np.sort(positions(table, draws), axis=0)
    ranked = (~np.isnan(ordered)).sum(axis=0)
    found = np.array([quantiles(ordered, ranked, at) for at in QUANTILES])
    return {"seconds": perf_counter() - start, "compiling": compiling}, found


def loop(table, draws):
    """Seconds and quantiles by a loop of pandas."""
    import pandas as pd

    from analysis.index.chance import uniform

    low, high = (pd.DataFrame(each.T) for each in table.ends)
    less, cells = table.is_less, table.cells.T
    start = perf_counter()
    found = []
    for at in range(len(draws.left_out)):
        chance = uniform(draws.seeds[at : at + 1], cells)
        weights = pd.Series(draws.weights[at])
        if draws.left_out[at] >= 0:
            weights[draws.left_out[at]] = 0
        weights = weights[weights > 0] / weights.sum()
        values = (low + chance * (high - low))[weights.index]
        coverage = values.notna() @ weights
        if draws.unknown[at] == 1:
            for each in values.columns[values.isna().any()]:
                known = values[each].dropna().sort_values().to_numpy()
                picks = known[(chance[:, each] * len(known)).astype(int)]
                values[each] = values[each].fillna(pd.Series(picks))
        out = (draws.unknown[at] == 2) & (coverage < 2 / 3 - 1e-12)
        if draws.aggregation[at] == 2:
            score = outranking(values.to_numpy(), weights.to_numpy(), out.to_numpy())
        else:
            scores = normalised(values, NORMALISATIONS[draws.normalisation[at]], less)
            if draws.aggregation[at] == 1:
                scores = np.log(scores)
            score = (scores * weights).sum(axis=1) / (scores.notna() * weights).sum(axis=1)
            score = np.exp(score) if draws.aggregation[at] == 1 else score
        score = pd.Series(score).round(9).mask(out)
        ranks = score.rank(ascending=False)
        found.append((ranks - 0.5) / score.notna().sum() * len(score) + 0.5)
    quantiles = pd.DataFrame(found).quantile(list(QUANTILES)).to_numpy()
    return {"seconds": perf_counter() - start}, quantiles


def normalised(values, how, less):
    """Scores of all indicators by a normalisation."""
    least, most = values.min(), values.max()
    if how == "deviation":
        return (50 + 10 * (values - values.mean()) / values.std(ddof=0)).clip(lower=1)
    if how == "rank":
        return 1 + 99 * (values.rank() - 1) / (values.notna().sum() - 1)
    if how == "leader":
        turned = less[values.columns]
        shift, leader = np.where(turned, -least - most, 0), np.where(turned, -least, most)
        return (100 * (values + shift) / leader).clip(lower=1)
    return 1 + 99 * (values - least) / (most - least)


def outranking(values, weights, withheld):
    """Copeland scores, with arrays of all pairs."""
    signs = np.sign(values[:, None, :] - values[None, :, :])
    both = ~np.isnan(signs)
    balance = np.where(both, signs, 0) @ weights
    meet = both.any(axis=2) & ~withheld[:, None] & ~withheld[None, :]
    np.fill_diagonal(meet, False)
    result = np.where(np.abs(balance) > 1e-12, np.sign(balance), 0) * meet
    met = meet.sum(axis=1)
    return np.divide(result.sum(axis=1), met, out=np.full(len(met), np.nan), where=met > 0)


WAYS = {"ours": ours, "pandas": loop}


def main() -> None:
    took, found = rounds("index", [tuple(WAYS)] * ROUNDS)
    apart = float(np.abs(found["ours"] - found["pandas"]).max())
    seconds = medians(took)
    print(f"{BASE * 8:,} draws x {TERRITORIES} territories x {INDICATORS} indicators")
    for way in WAYS:
        print(f"{way:6} {seconds[way]:7.2f} s, {seconds[way] / seconds['ours']:6.1f} of ours")
    print(f"quantiles differ by {apart:.1e} places at most")
    print(f"compiling, once: {max(each['compiling'] for each in took['ours']):.1f} s")
    print(
        json.dumps(
            {
                "bench": "index",
                "equal": apart < 1e-9,
                "vs_pandas": round(seconds["pandas"] / seconds["ours"], 1),
                "seconds": round(seconds["ours"], 2),
                "floors": {"vs_pandas": 8},
            }
        )
    )


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measure(WAYS, sys.argv[1], Path(sys.argv[2]), drawn())
    else:
        main()
