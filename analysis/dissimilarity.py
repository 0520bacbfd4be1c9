"""How much of a capacity stands in the wrong part of a territory, when need is an interval."""

import numpy as np
import pandas as pd


def dissimilarity(
    places: pd.Series, need_lower: pd.Series, need_upper: pd.Series
) -> tuple[float, float]:
    """Hoover's index: half the sum of the parts' |share of places - share of need|, in per cent.

    It is the share of the places that would have to move for each part to hold as large a share
    of the places as of the need.

    Shape   : three series of equal length, one entry a part. Result: its lowest and highest
              value while each part's need stays in its interval.
    Units   : places and persons in, per cent of the places out.
    Missing : unknown (NaN, NaN) when any part's places or need are unknown, when there are fewer
              than two parts, no places or possibly no need.
    Errors  : ValueError when an upper end lies below its lower end.
    Source  : Hoover, E. M. (1936), Review of Economics and Statistics 18(4), 162-171. The ends
              bound each part by itself and are therefore never too narrow.

    >>> dissimilarity(pd.Series([30, 70]), pd.Series([50, 50]), pd.Series([50, 50]))
    (20.0, 20.0)
    """
    held, low, high = (np.asarray(each, dtype=float) for each in (places, need_lower, need_upper))
    if np.any(high < low):
        raise ValueError("an upper end of need lies below its lower end")
    unknown = np.isnan(held).any() or np.isnan(low).any() or np.isnan(high).any()
    if unknown or len(held) < 2 or held.sum() <= 0 or low.sum() <= 0:
        return np.nan, np.nan
    share = held / held.sum()
    least = low / (low + high.sum() - high)
    most = high / (high + low.sum() - low)
    nearest = np.clip(share, least, most)
    farthest = np.maximum(np.abs(share - least), np.abs(share - most))
    below = float(np.abs(share - nearest).sum()) * 50
    above = min(float(farthest.sum()) * 50, 100.0)
    return round(below, 10), round(max(above, below), 10)
