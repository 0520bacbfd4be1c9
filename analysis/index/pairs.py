"""Which of two territories stands above the other, over all draws, compiled."""

import numpy as np

from analysis.catchment.compiled import as_written
from analysis.index.compiled import Floats
from analysis.index.kernel import side_by_side

_PART = 8


def above(positions: Floats, threads: int = 0, least: float = 0.0) -> Floats:
    """Share of the draws that rank both in which the row's territory stands above the column's.

    Shape   : `positions` is draws x territories; the result territories x territories.
    Missing : NaN where no draw ranks both, or less than `least` of all draws do, and on the
              diagonal.
    """
    rows = np.ascontiguousarray(positions.T)
    won = np.zeros((len(rows), len(rows)))
    side_by_side(len(rows), _PART, lambda part: _won(rows, part.start, part.stop, won), threads)
    ranked = (~np.isnan(rows)).astype(np.float64)
    both = ranked @ ranked.T
    np.fill_diagonal(both, 0.0)
    enough = (both > 0) & (both >= least * len(positions))
    return np.divide(won, both, where=enough, out=np.full(won.shape, np.nan))


@as_written
def _won(rows: Floats, start: int, stop: int, out: Floats) -> None:
    """In how many draws each of some territories stands above each of all."""
    for one in range(start, stop):
        mine = rows[one]
        for other in range(len(rows)):
            theirs, wins = rows[other], 0
            for draw in range(len(mine)):
                wins += 1 if mine[draw] < theirs[draw] else 0
            out[one, other] = wins
