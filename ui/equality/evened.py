"""What parity takes of all territories known now, and where each stands by its mean."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.equality.gains import standing
from analysis.equality.held import Held, Integers, held, is_counted, numbered
from analysis.equality.open_figures import cases, is_open
from analysis.parity import Parity, parity
from ui.equality.choice import COUNTRY, EqualityChoice
from ui.equality.panels import ends_of, figures_of

_STANDING = ["standing", "standing_lower", "standing_upper"]


@dataclass(frozen=True, eq=False)
class Evened:
    """What parity takes now: by territory, in all, and the range found where figures are open.

    `rows` has every territory known now: what it is to add, give and take, `add_least` and
    `add_most` where figures are open, `of_all` (% of the mean of all of them) and `standing`,
    with `_lower` and `_upper` (% of the mean parity is measured by).
    `ranges` is () where all figures are exact, else least and most to add, to move, to add
    besides once all that helps was moved.
    """

    rows: pd.DataFrame
    parity: Parity
    ranges: tuple[float, ...]


def evened_of(now: pd.DataFrame, choice: EqualityChoice) -> Evened:
    """What parity takes of all territories known now, whether or not they were before."""
    capacity, need = now["capacity"].to_numpy(float), now["need"].to_numpy(float)
    counted = is_counted(capacity, need)
    inside = now[counted]
    group = numbered(inside["country"])
    these = held(capacity[counted], need[counted], group)
    found = parity(these, choice.parity, choice.mean_of == COUNTRY)
    rows = pd.DataFrame(
        {"add": found.add, "spare": found.spare, "give": found.give, "take": found.take},
        index=inside.index,
    )
    rows["of_all"] = standing(figures_of(inside))["relative"].to_numpy()
    among = group if choice.mean_of == COUNTRY else np.zeros_like(group)
    possible = _possible(inside, these, choice)
    rows["add_least"] = np.min([each.add for each in possible], axis=0) if possible else np.nan
    rows["add_most"] = np.max([each.add for each in possible], axis=0) if possible else np.nan
    rows = rows.join(_standing(inside, among))
    return Evened(rows, found, _ranges(possible))


def _standing(inside: pd.DataFrame, among: Integers) -> pd.DataFrame:
    """Where each stands against the mean of its group, by its best guess and its ends."""
    parts = [inside.head(0)[[]].reindex(columns=_STANDING)]
    for group in np.unique(among):
        rows = inside[among == group]
        found = standing(figures_of(rows)).set_axis(rows.index)
        found = found[["relative", "relative_lower", "relative_upper"]]
        parts.append(found.set_axis(_STANDING, axis=1))
    return pd.concat([each for each in parts if len(each)] or parts)


def _possible(inside: pd.DataFrame, these: Held, choice: EqualityChoice) -> list[Parity]:
    """Parity of figures inside their intervals, the best guess first; none where all are exact."""
    ends = ends_of(inside)
    if not len(these.need) or not is_open(ends):
        return []
    return [
        parity(each, choice.parity, choice.mean_of == COUNTRY)
        for each in cases(ends, these, these.group)
    ]


def _ranges(possible: list[Parity]) -> tuple[float, ...]:
    """Least and most places to add, to move, and to add besides."""
    amounts = [(each.added, each.moved, each.left) for each in possible]
    return tuple(end(each) for each in zip(*amounts, strict=True) for end in (min, max))
