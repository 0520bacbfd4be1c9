"""Tables small enough to work through by hand, and tables at random."""

from collections.abc import Sequence

import numpy as np

from analysis.index.assumptions import Assumptions
from analysis.index.table import Table


def table(
    values: Sequence[Sequence[float]],
    better: Sequence[str] | None = None,
    areas: Sequence[str] | None = None,
) -> Table:
    """Exact values, territories A, B, ... by indicators i0, i1, ...; an area each."""
    lower = np.array(values, dtype=float)
    names = [f"i{at}" for at in range(lower.shape[1])]
    return Table(
        [chr(65 + at) for at in range(len(lower))],
        names,
        areas or names,
        better or ["more"] * len(names),
        lower,
        lower.copy(),
    )


def at_random(seed: int, territories: int = 12, indicators: int = 5, unknown: float = 0.2) -> Table:
    """Intervals of all widths, some exact, some unknown, both directions, two areas."""
    random = np.random.default_rng(seed)
    middle = random.gamma(2, 10, (territories, indicators))
    half = middle * random.random(middle.shape) * (random.random(middle.shape) < 0.5)
    lower, upper = middle - half, middle + half
    gone = random.random(middle.shape) < unknown
    gone[:, 0] = False
    lower[gone] = upper[gone] = np.nan
    return Table(
        [f"T{at}" for at in range(territories)],
        [f"i{at}" for at in range(indicators)],
        ["one" if at % 2 else "two" for at in range(indicators)],
        ["less" if at % 3 == 1 else "more" for at in range(indicators)],
        lower,
        upper,
    )


def fixed(normalisation: str, aggregation: str, unknown: str = "reweigh", **more) -> Assumptions:
    """One option an axis: what is left to chance is only the values."""
    return Assumptions(
        (normalisation,), ("own",), (aggregation,), (unknown,), leave_out=False, **more
    )
