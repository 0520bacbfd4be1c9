"""Bootstrap of equality: our kernel against a PySAL loop and a NumPy loop, on the same counts.

1,345 territories of 27 countries, as many as NUTS 3 regions, resampled 1,000 times; of each
resample Gini, Theil with its two parts and, where a way has it, Kolm-Pollak's equivalent. Each way
in a process of its own, rounds interleaved, the quickest of five (PySAL, which is slow, once).
PySAL `inequality` knows no weights: it is given one in need everywhere, and each territory as
often as it was drawn. NumPy and we weigh by need, and we once more without, to be held against
PySAL. The limit is reading the counts once from memory. What compiling takes is told but not
counted: it is kept on disk.

`python -m bench.equality WAY FOLDER` runs one way and keeps its answer in FOLDER.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

import numpy as np

from bench.rounds import measure, medians, rounds

TERRITORIES, COUNTRIES, DRAWS, ROUNDS = 1_345, 27, 1_000, 3
AVERSION = 0.8


def drawn():
    """Capacity, need and country of territories, and how often each is drawn; some have none."""
    random = np.random.default_rng(20240101)
    need = random.integers(5, 4_000, TERRITORIES).astype(float)
    country = np.sort(random.integers(0, COUNTRIES, TERRITORIES))
    level = random.lognormal(0, 0.4, COUNTRIES)[country]
    capacity = np.round(need * level * random.lognormal(0, 0.6, TERRITORIES))
    capacity[random.random(TERRITORIES) < 0.05] = 0
    return capacity, need, country


def least(way, times=5):
    """Seconds of the quickest of some times, and what it gave."""
    took = []
    for _ in range(times):
        start = perf_counter()
        found = way()
        took.append(perf_counter() - start)
    return min(took), found


def ours(capacity, need, country):
    """Seconds and measures by the kernel."""
    from analysis.equality.held import Held
    from analysis.equality.resampled import counts_of, resampled

    held, columns = Held(capacity, need, country), np.arange(TERRITORIES)
    counts = counts_of(TERRITORIES, DRAWS)
    start = perf_counter()
    resampled(held, counts[:2], AVERSION, columns)
    compiling = perf_counter() - start
    seconds, found = least(lambda: resampled(held, counts, AVERSION, columns))
    reading, _ = least(counts.sum)
    return {"seconds": seconds, "compiling": compiling, "reading": reading}, found


def with_numpy(capacity, need, country):
    """Seconds and measures, resample by resample; sorted once, as one would."""
    from analysis.equality.resampled import counts_of

    counts = counts_of(TERRITORIES, DRAWS)

    def once():
        rate = capacity / need
        order = np.argsort(rate, kind="stable")
        rate = rate[order]
        log = np.log(rate, out=np.zeros_like(rate), where=rate > 0)
        each = (capacity[order], need[order], country[order], log, np.exp(-AVERSION * rate))
        return np.array([_once(row[order], *each) for row in counts])

    seconds, found = least(once)
    return {"seconds": seconds}, found


def _once(times, *each):
    capacity, need, country, log, worth = each
    has, needs = times * capacity, times * need
    before, had = np.cumsum(needs) - needs, np.cumsum(has) - has
    all_has, all_needs = has.sum(), needs.sum()
    gini = (has * before - needs * had).sum() / (all_has * all_needs)
    total = (has * log).sum() / all_has - np.log(all_has / all_needs)
    inside, asked = np.bincount(country, has), np.bincount(country, needs)
    share = inside[inside > 0] / all_has
    between = (share * np.log(share / (asked[inside > 0] / all_needs))).sum()
    equivalent = -np.log((needs * worth).sum() / all_needs) / AVERSION
    return gini, total, between, total - between, equivalent, all_has / all_needs


def with_pysal(capacity, need, country):
    """Seconds and measures by PySAL, one in need everywhere."""
    from inequality.gini import Gini
    from inequality.theil import TheilD

    from analysis.equality.resampled import counts_of

    counts, rate = counts_of(TERRITORIES, DRAWS), capacity / need
    start, found = perf_counter(), []
    for row in counts:
        rates = np.repeat(rate, row)
        theil = TheilD(rates, np.repeat(country, row))
        found.append((Gini(rates).g, theil.T, theil.bg.item(), theil.wg.item()))
    return {"seconds": perf_counter() - start}, np.array(found)


def unweighted(capacity, need, country):
    """Ours where everybody needs one, as PySAL counts."""
    return ours(capacity / need, np.ones(TERRITORIES), country)


WAYS = {"ours": ours, "numpy": with_numpy, "pysal": with_pysal, "unweighted": unweighted}


def main() -> None:
    took, found = rounds("equality", [tuple(WAYS)] * ROUNDS)
    close = {"rtol": 0, "atol": 1e-10}
    equal = np.allclose(found["ours"], found["numpy"], **close)
    equal &= np.allclose(found["unweighted"][:, :4], found["pysal"], **close)
    seconds = medians(took)
    print(f"{DRAWS:,} resamples of {TERRITORIES:,} territories in {COUNTRIES} countries")
    for way in WAYS:
        against = "unweighted" if way == "pysal" else "ours"
        print(f"{way:10} {seconds[way] * 1e3:8.1f} ms, {seconds[way] / seconds[against]:6.1f} of "
              f"{against}")  # fmt: skip
    reading = min(each["reading"] for each in took["ours"])
    print(f"reading the counts once: {reading * 1e3:.2f} ms")
    print(f"compiling, once: {max(each['compiling'] for each in took['ours']):.1f} s")
    print(
        json.dumps(
            {
                "bench": "equality",
                "equal": bool(equal),
                "vs_pysal": round(seconds["pysal"] / seconds["unweighted"], 1),
                "vs_numpy": round(seconds["numpy"] / seconds["ours"], 1),
                "vs_reading_counts": round(seconds["ours"] / reading, 1),
                "floors": {"vs_pysal": 50, "vs_numpy": 5},
            }
        )
    )


if __name__ == "__main__":
    if len(sys.argv) == 3:
        measure(WAYS, sys.argv[1], Path(sys.argv[2]), drawn())
    else:
        main()
