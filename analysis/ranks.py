"""Ranks before and after a figure changes: who moves, and how many others with it."""

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Move:
    """A member's rank before and after, of how many, and which other members' ranks change.

    A rank is None where the member has no value and so no rank.
    """

    before: int | None
    after: int | None
    of_before: int
    of_after: int
    others: tuple[str, ...]


def ranks(values: pd.Series) -> pd.Series:
    """The rank of each value, largest first; equal values share the better rank.

    Missing : NaN has no rank, and takes none away.

    >>> ranks(pd.Series([30.0, 10.0, 30.0, None])).tolist()
    [1.0, 3.0, 1.0, nan]
    """
    return values.astype(float).rank(ascending=False, method="min")


def move(before: pd.Series, after: pd.Series, member: str) -> Move:
    """What a change does to the ranks.

    Shape   : both are indexed by member, the same members in any order.
    Errors  : ValueError where the members differ or repeat.
    """
    if not before.index.is_unique or set(before.index) != set(after.index):
        raise ValueError("ranks are compared among the same members, each once")
    old, new = ranks(before), ranks(after.reindex(before.index))
    changed = old.fillna(0).ne(new.fillna(0))
    others = tuple(str(each) for each in before.index[changed] if each != member)
    return Move(
        _whole(old.get(member)), _whole(new.get(member)),
        int(old.notna().sum()), int(new.notna().sum()), others,
    )  # fmt: skip


def _whole(rank: float | None) -> int | None:
    return None if rank is None or pd.isna(rank) else int(rank)


def by_gap(rows: pd.DataFrame) -> pd.Series:
    """What territories are ranked by: the gap, else the middle of its interval, else its end.

    Shape   : `rows` as `analysis.gap.gaps` gives them.
    """
    middle = (rows["gap_lower"] + rows["gap_upper"]) / 2
    return rows["gap"].fillna(middle).fillna(rows["gap_lower"]).astype(float)
