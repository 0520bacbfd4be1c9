"""Whether a territory has an answer in each area: covered, partly, no answer, or unknown.

Each aspect of an area is first read by itself, against a mark: the middle of the territories of
which it is known, unless one is given.

- **reached**: its whole interval is on the better side of the mark, or on it;
- **some**: something is known to be there, and the mark is not known to be reached;
- **none**: it is known that there is nothing (0 where more is better; where less is better, the
  worst the scale allows, if it has an end);
- **unknown**: nothing is known, or an interval that begins at nothing.

An area is *covered* where every aspect is known and reached; *no answer* where every aspect is
known and none; *unknown* where nothing is known to be there and not all aspects are known;
*partly* in all other cases. So unknown never counts as none, and never as covered.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.index.table import MORE, Table

COVERED, PARTLY, NO_ANSWER, UNKNOWN = "covered", "partly", "no answer", "unknown"
STATES = (COVERED, PARTLY, NO_ANSWER, UNKNOWN)
_REACHED, _SOME, _NONE, _UNKNOWN = 3, 2, 1, 0


def marks(table: Table, given: Mapping[str, float] | None = None) -> pd.Series:
    """The mark of each indicator: the one given, else the median of the middles; NaN is none."""
    middles = table.middles
    found = []
    for at, indicator in enumerate(table.indicators):
        known = middles[at][~np.isnan(middles[at])]
        turned = -1.0 if table.is_less[at] else 1.0
        usual = turned * float(np.median(known)) if len(known) else float("nan")
        found.append((given or {}).get(indicator, usual))
    return pd.Series(found, index=pd.Index(table.indicators, name="indicator"), dtype=float)


def matrix(table: Table, mark: pd.Series, worst: Mapping[str, float] | None = None) -> pd.DataFrame:
    """The state of each area in each territory: territories x areas, one of STATES.

    `mark` is what `marks` gives; `worst` the end of the scale of indicators of which less is
    better, such as 100 for a share in per cent. Areas stand in the order of the indicators.
    """
    levels = np.column_stack(
        [
            _levels(table, at, float(mark[name]), (worst or {}).get(name))
            for at, name in enumerate(table.indicators)
        ]
    )
    areas = list(dict.fromkeys(table.areas))
    index = pd.Index(table.territories, name="territory_id")
    return pd.DataFrame(
        {area: _area(levels[:, [each == area for each in table.areas]]) for area in areas},
        index=index,
    )


def _levels(table: Table, at: int, mark: float, worst: float | None) -> npt.NDArray[np.int64]:
    """How far each territory gets in one aspect."""
    low, high, known = table.lower[:, at], table.upper[:, at], table.known[:, at]
    if table.better[at] == MORE:
        reached, some, none = low >= mark, low > 0, high <= 0
    else:
        end = np.inf if worst is None else worst
        reached, some, none = high <= mark, high < end, low >= end
    # Nothing at all does not reach a mark, even where the middle territory has nothing.
    levels = np.select([none, reached & some, some], [_NONE, _REACHED, _SOME], _UNKNOWN)
    return np.where(known, levels, _UNKNOWN)


def _area(levels: npt.NDArray[np.int64]) -> list[str]:
    """The state of an area, from how far each of its aspects gets."""
    states = []
    for row in levels:
        if (row == _REACHED).all():
            states.append(COVERED)
        elif (row == _NONE).all():
            states.append(NO_ANSWER)
        else:
            states.append(PARTLY if (row >= _SOME).any() else UNKNOWN)
    return states


def counts(found: pd.DataFrame) -> pd.DataFrame:
    """How many areas of each territory are in each state: territories x STATES."""
    return pd.DataFrame({state: (found == state).sum(axis=1) for state in STATES})
