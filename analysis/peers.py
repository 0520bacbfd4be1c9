"""The territories most like one, by context alone: how far, and which part of that each fact has.

Facts of unlike units are made comparable by a robust spread, so that one outlying territory
does not shrink the differences of all the others.
"""

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

# Makes the median absolute deviation of normal values their standard deviation.
_NORMAL = 1.4826
# Differences below this are rounding: what is tied stays tied, in order of its code.
_DIGITS = 12


@dataclass(frozen=True)
class Likeness:
    """How like every other territory is to one.

    `distance` is 0 where all shared facts are equal; `parts` has one column a fact, in shares
    of the squared distance that add up to 1 (0 where the distance is 0, NaN where a fact is not
    shared); `shared` counts the facts known for both. All are in order: the most alike first.
    `apart` are those that share too few facts to be compared, `silent` the facts that are the
    same everywhere or unknown for the territory itself, and so tell nothing.
    """

    of: str
    distance: pd.Series
    parts: pd.DataFrame
    shared: pd.Series
    apart: tuple[str, ...]
    silent: tuple[str, ...]


def spread(values: pd.Series) -> float:
    """The robust spread of known values: their scaled median absolute deviation.

    Where more than half of them are the same, that is 0 and says nothing; then it is the
    standard deviation. NaN where fewer than two are known.

    Units   : those of `values`.
    Missing : NaN is passed over.
    Source  : Rousseeuw, P. J. and Croux, C. (1993), J. Am. Stat. Assoc. 88, 1273-1283.

    >>> round(spread(pd.Series([1.0, 2.0, 3.0, 4.0, 1000.0])), 4)
    1.4826
    >>> spread(pd.Series([5.0, 5.0, 5.0]))
    0.0
    """
    known = values.dropna().to_numpy(float)
    if len(known) < 2:
        return math.nan
    if np.ptp(known) == 0:
        return 0.0
    middle = float(np.median(np.abs(known - np.median(known)))) * _NORMAL
    return middle or float(np.std(known))


def logged(values: pd.Series) -> pd.Series:
    """Natural logarithms: a territory twice as large is as far from one as one half as large.

    Missing : NaN stays NaN; 0, which has no logarithm, becomes NaN: that territory cannot be
              compared by the fact.
    Errors  : ValueError for a value below 0.
    """
    if (values < 0).any():
        raise ValueError("a count, density or rate lies below zero")
    return np.log(values.where(values > 0))


def likeness(facts: pd.DataFrame, of: str, least_shared: int = 1) -> Likeness:
    """How like each territory is to `of`, by the facts that are known for both.

    The distance is the root of the mean squared difference, each fact in units of its spread
    over all territories; the mean is over the facts that both know, so that a fact which is
    missing for a pair neither brings it together nor drives it apart. Pairs that share fewer
    than `least_shared` facts are not compared.

    Shape   : `facts` has one row a territory, one column a fact, already on a scale on which
              differences mean something (see `logged`).
    Units   : distance in robust standard deviations.
    Missing : NaN is unknown: the fact is left out for that pair only.
    Errors  : KeyError where `of` is no row; ValueError where a territory is twice there or
              `least_shared` is below 1.
    Source  : Gower, J. C. (1971), Biometrics 27, 857-871, for leaving out what a pair lacks.
    """
    if not facts.index.is_unique:
        raise ValueError("a territory is there twice")
    if least_shared < 1:
        raise ValueError("at least one fact is to be shared")
    own = facts.loc[of]
    scale = facts.apply(spread)
    telling = own.notna() & (scale > 0)
    silent = tuple(str(each) for each in facts.columns[~telling.to_numpy()])
    squares = ((facts - own) / scale.where(scale > 0)).loc[:, telling.to_numpy()] ** 2
    squares = squares.drop(index=of)
    shared = squares.notna().sum(axis=1)
    comparable = (shared >= least_shared).to_numpy()
    distance = np.sqrt(squares.mean(axis=1)).round(_DIGITS)
    total = squares.sum(axis=1)
    parts = squares.div(total.where(total > 0, 1.0), axis=0)
    order = sorted(
        squares.index[comparable], key=lambda each: (float(distance.loc[each]), str(each))
    )
    return Likeness(
        of,
        distance.loc[order],
        parts.loc[order],
        shared.loc[order],
        tuple(sorted(str(each) for each in squares.index[~comparable])),
        silent,
    )
