"""Which input drives a result: variance-based sensitivity of a function of independent inputs.

First-order index: the share of the result's variance that would go if an input were known.
Total index: the share that would stay if all others were known; what it exceeds the first-order
index by is the input's part in interactions. Estimators: Saltelli et al. (2010,
doi:10.1016/j.cpc.2009.09.018) for the first, Jansen (1999, doi:10.1016/S0010-4655(98)00154-4)
for the total.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.stats import qmc

Floats = npt.NDArray[np.float64]


class Indices(NamedTuple):
    """One value per input; NaN where the result does not vary or is not known.

    `spread` is the result's variance. Estimates of indices near 0 may come out below it.
    """

    first: Floats
    total: Floats
    spread: float


def design(inputs: int, base: int, seed: int) -> Floats:
    """Points to try: base x (inputs + 2) rows of `inputs` numbers from 0 to below 1.

    Rows are A, then B, then for each input A with that input taken from B. They come from a
    scrambled Sobol' sequence, which is even where `base` is a power of two.
    Errors : ValueError where there is no input, or no base.
    """
    if inputs < 1 or base < 1:
        raise ValueError("a design has at least one input and one row")
    exponent = int(np.ceil(np.log2(base)))
    points = qmc.Sobol(2 * inputs, scramble=True, rng=seed).random_base2(exponent)[:base]
    first, second = points[:, :inputs], points[:, inputs:]
    blocks = [first, second]
    for at in range(inputs):
        block = first.copy()
        block[:, at] = second[:, at]
        blocks.append(block)
    return np.concatenate(blocks)


def indices(results: Floats, inputs: int) -> Indices:
    """The indices of each input, from the results of `design`, in its order.

    Missing : a row with a NaN among its points tells nothing and is passed over.
    Errors  : ValueError where the results are not those of a design with `inputs` inputs.
    """
    if len(results) % (inputs + 2) or not len(results):
        raise ValueError(f"results of a design with {inputs} inputs are needed")
    rows = results.reshape(inputs + 2, -1)
    rows = rows[:, ~np.isnan(rows).any(axis=0)]
    nothing = np.full(inputs, np.nan)
    if rows.shape[1] < 2:
        return Indices(nothing, nothing, float("nan"))
    middle = rows[:2].mean()
    first, second, crossed = rows[0] - middle, rows[1] - middle, rows[2:] - middle
    spread = float(np.concatenate([first, second]).var())
    if spread <= 1e-12 * max(1.0, middle**2):
        return Indices(nothing, nothing, 0.0)
    return Indices(
        (second * (crossed - first)).mean(axis=1) / spread,
        ((crossed - first) ** 2).mean(axis=1) / (2 * spread),
        spread,
    )
