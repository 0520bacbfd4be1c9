"""Allocation over 11,000 territories against HiGHS, for each rule that sends people.

HiGHS is given each problem in the form that it solves fastest and exactly: linear programmes for
the fewest without a place, whose corners are whole, and for the least worst gap, with as many
people as bring it to a level that whole people meet; as a mixed programme it did not end in 300 s.
For the least unequal gaps its quadratic solver did not end in 150 s: it is given a linear
programme with a step for each person around our own answer, which proves that answer where it
stays inside. Only solving is counted. Ours is timed several times in each process.
"""

from statistics import median
from time import perf_counter

import numpy as np

from bench.planning import Part

TERRITORIES, LEVEL, AROUND, REPEATS = 11_000, 0.012, 4, 7
RULES = ("unmet", "worst", "unequal")


def given():
    """Gap, size and most of each territory, and how many people come."""
    random = np.random.default_rng(20270101)
    size = random.integers(5, 50, TERRITORIES) * 1_000.0
    gap = np.round(random.uniform(-0.02, 0.005, TERRITORIES) * size)
    most = np.floor(random.uniform(0.01, 0.06, TERRITORIES) * size).astype(np.int64)
    level = np.clip(np.rint(LEVEL * size) - gap, 0, most)
    return gap, size, most, int(level.sum())


def burdens(gap, size, found):
    """What each rule keeps small."""
    after = gap + found
    return {
        "unmet": np.clip(after, 0, None).sum(),
        "worst": (after / size).max(),
        "unequal": (after**2 / size).sum(),
    }


def shared(rule):
    """People by territory, by the rule."""
    from analysis.allocation.limits import Limits
    from analysis.allocation.objectives import least_unequal, least_unmet, least_worst

    gap, size, most, people = given()
    ways = {"unmet": least_unmet, "worst": least_worst, "unequal": least_unequal}
    return ways[rule](people, gap, size, Limits.up_to(most))


def ours():
    """Seconds of each rule, and what each comes to."""
    gap, size, most, people = given()
    figures, found = {}, []
    for rule in RULES:
        seconds = []
        for _ in range(REPEATS):
            start = perf_counter()
            x = shared(rule)
            seconds.append(perf_counter() - start)
        assert x.sum() == people and (x <= most).all()
        figures[rule] = median(seconds)
        found.append(burdens(gap, size, x)[rule])
    return figures, np.array(found)


def linear(cost, rows, upper, equal, most):
    """Seconds and answer of a linear programme by HiGHS."""
    from scipy.optimize import linprog

    bounds = np.column_stack([np.where(np.isinf(most), -np.inf, 0.0), most])
    start = perf_counter()
    solved = linprog(
        cost, A_ub=rows, b_ub=upper, A_eq=equal[0], b_eq=[equal[1]], bounds=bounds, method="highs"
    )
    return {"seconds": perf_counter() - start}, solved


def highs_unmet():
    from scipy.sparse import csr_array, eye_array, hstack

    gap, _, most, people = given()
    one, none = np.ones(TERRITORIES), np.zeros(TERRITORIES)
    rows = hstack([eye_array(TERRITORIES), -eye_array(TERRITORIES)]).tocsr()
    without = np.full(TERRITORIES, gap.max() + most.max())
    figures, solved = linear(
        np.r_[none, one], rows, -gap, (csr_array(np.r_[one, none][None]), people),
        np.r_[most, without],
    )  # fmt: skip
    return figures, np.array([solved.fun])


def highs_worst():
    from scipy.sparse import csr_array, diags_array, hstack

    gap, size, most, people = given()
    rows = hstack([diags_array(1 / size), csr_array(-np.ones((TERRITORIES, 1)))]).tocsr()
    everybody = csr_array(np.r_[np.ones(TERRITORIES), 0.0][None])
    figures, solved = linear(
        np.r_[np.zeros(TERRITORIES), 1.0], rows, -gap / size, (everybody, people),
        np.r_[most, np.inf],
    )  # fmt: skip
    return figures, np.array([solved.fun])


def highs_unequal():
    from scipy.sparse import csr_array

    gap, size, most, people = given()
    found = shared("unequal")
    base, top = np.clip(found - AROUND, 0, None), np.minimum(found + AROUND, most)
    step = base[:, None] + np.arange(2 * AROUND)
    cost = (2 * (gap[:, None] + step) + 1) / size[:, None]
    upper = (step < top[:, None]).astype(float)
    every = csr_array(np.ones((1, cost.size)))
    figures, solved = linear(
        cost.ravel(), None, None, (every, people - base.sum()), upper.ravel()
    )  # fmt: skip
    taken = np.rint(solved.x.reshape(cost.shape).sum(axis=1)) + base
    inside = ((taken > base) | (base == 0)) & ((taken < top) | (top == most))
    return {**figures, "inside": float(inside.all())}, np.array(
        [burdens(gap, size, taken)["unequal"]]
    )


WAYS = {
    "allocating_ours": ours,
    "allocating_highs_unmet": highs_unmet,
    "allocating_highs_worst": highs_worst,
    "allocating_highs_unequal": highs_unequal,
}
TURNS = [
    ("allocating_ours", "allocating_highs_unmet", "allocating_highs_worst"),
    ("allocating_ours", "allocating_highs_unmet", "allocating_highs_unequal"),
    ("allocating_ours", "allocating_highs_unmet", "allocating_highs_worst"),
]


def told(took, found) -> Part:
    """The lines and figures of allocation."""
    mine = {rule: median(each[rule] for each in took["allocating_ours"]) for rule in RULES}
    theirs = {
        rule: median(each["seconds"] for each in took[f"allocating_highs_{rule}"])
        for rule in RULES
    }  # fmt: skip
    answers = dict(zip(RULES, found["allocating_ours"], strict=True))
    same = {
        rule: bool(np.isclose(answers[rule], found[f"allocating_highs_{rule}"][0], rtol=1e-9))
        for rule in RULES
    }
    proven = all(each["inside"] for each in took["allocating_highs_unequal"])
    versus = {rule: theirs[rule] / mine[rule] for rule in RULES}
    *_, people = given()
    lines = [f"{TERRITORIES:,} territories, {people:,} people"] + [
        f"  {rule:8} ours {mine[rule] * 1e3:7.2f} ms, HiGHS {theirs[rule]:8.2f} s, "
        f"{versus[rule]:8.0f} times ours, {'the same' if same[rule] else 'NOT THE SAME'}"
        for rule in RULES
    ]
    figures = {
        "allocation_vs_highs": round(min(versus.values()), 1),
        **{f"allocation_{rule}_vs_highs": round(versus[rule], 1) for rule in RULES},
    }
    equal = bool(all(same.values()) and proven)
    return Part(lines, figures, {"allocation_vs_highs": 20}, {}, equal)
