"""Counts of people in sensitive groups, blurred once so that no small count can be worked out.

Every count and every official total is rounded to the nearest multiple of 5, each by itself;
what is summed, divided or downloaded later comes from the rounded figures alone. Where a total
and its rounded parts would leave hardly any freedom (four parts that were all rounded down by
two, and a total that says so), the total moves one step towards the sum of its parts.
"""

import re

import numpy as np
import pandas as pd

BASE = 5
# How far a count can lie from its rounded figure.
REACH = BASE // 2
SENSITIVE = frozenset(
    {
        "unaccompanied_children", "victims_of_torture", "victims_of_trafficking",
        "women_at_risk", "persons_with_disabilities",
    }
)  # fmt: skip
# Counts of people met in them; places, money, tasks and keys are no people.
_COUNTED = frozenset({"need", "use", "context"})
_UNITS = frozenset({"persons", "applications", "entitlements", "contacts", "attendances"})
# Measures of such people only, whatever group a row gives.
_OF_SENSITIVE = re.compile(r"unaccompanied_children|rehabilitation_(?:persons|refused)")
_MOST_MOVES = 8


def is_sensitive(measure_id: str, group_id: str) -> bool:
    """Whether a figure speaks of people in a sensitive group, by its group or its measure."""
    return group_id in SENSITIVE or bool(_OF_SENSITIVE.search(measure_id))


def counts_people(kind: str, unit: str) -> bool:
    """Whether a measure counts people met, as against places, tasks, money or keys."""
    return unit in _UNITS and kind in _COUNTED


def shares_people(kind: str, unit: str) -> bool:
    """Whether it is a share of a total of such people, which would give the count back."""
    return unit.startswith("percent") and kind in _COUNTED


def rates_people(kind: str, unit: str) -> bool:
    """Whether it is people per residents, whose number is known to the head."""
    return "per 1,000" in unit and kind in _COUNTED


def rounded(counts: pd.Series) -> pd.Series:
    """Each count at the nearest multiple of 5; 0 then stands for 0 to 2.

    Units   : persons. Missing stays missing.
    Source  : rounding to base, as UNHCR and Eurostat publish small counts of applicants.

    >>> rounded(pd.Series([0.0, 2.0, 3.0, 48.0, None])).tolist()
    [0.0, 0.0, 5.0, 50.0, nan]
    """
    return (counts.astype(float) / BASE + 0.5).map(np.floor) * BASE


def in_words(count: float) -> str:
    """A rounded count as it may be read: nothing is exact, and 0 is not none.

    >>> in_words(0.0), in_words(1250.0)
    ('0-2', '1,250')
    """
    return f"0-{REACH}" if count == 0 else f"{count:,.0f}"


def bounds(counts: pd.Series) -> tuple[pd.Series, pd.Series]:
    """The lowest and highest true count that each rounded one can stand for."""
    return (counts - REACH).clip(lower=0), counts + REACH


def freedom(total: float, parts: pd.Series) -> tuple[float, float]:
    """How far the parts' true counts can still fall below, and rise above, their bounds' ends.

    The first is how much all of them together may lie below their highest counts, the second
    above their lowest. A part keeps all its 5 counts where both are 4 or more; 0 gives all
    parts away; below 0 they are not all the parts of this total.

    >>> freedom(10.0, pd.Series([0.0] * 4)), freedom(5.0, pd.Series([5.0]))
    ((0.0, 12.0), (4.0, 4.0))
    """
    lowest, highest = bounds(parts)
    return (
        float(highest.sum() - max(total - REACH, 0)),
        float(total + REACH - lowest.sum()),
    )


def steadied(counts: pd.Series) -> pd.Series:
    """Rounded counts of one measure and period, with totals that give no part away.

    Shape   : indexed by territory code; a code's parts are the longer codes that begin with it,
              one level at a time. Order kept.
    Missing : stays missing and is no part of anything.
    """
    found = counts.copy()
    parts = _parts(found)
    for _ in range(_MOST_MOVES):
        moved = {code: _moved(found, code, levels) for code, levels in parts.items()}
        after = found.fillna(0).add(pd.Series(moved, dtype=float), fill_value=0)
        after = after.reindex(found.index).where(found.notna())
        if after.equals(found):
            break
        found = after
    return found


def _parts(counts: pd.Series) -> dict[str, list[list[int]]]:
    """For each known code that has known parts, where these stand, one level at a time."""
    known = {code: at for at, code in enumerate(counts.index) if pd.notna(counts.iloc[at])}
    found: dict[str, dict[int, list[int]]] = {}
    for code, at in known.items():
        for whole in (code[:length] for length in range(len(code))):
            if whole in known:
                found.setdefault(whole, {}).setdefault(len(code), []).append(at)
    return {code: [levels[length] for length in sorted(levels)] for code, levels in found.items()}


def _moved(counts: pd.Series, code: str, levels: list[list[int]]) -> float:
    """The step a total takes towards its parts: -5, 0 or 5."""
    for level in levels:
        parts = counts.iloc[level]
        lowest, highest = bounds(parts)
        enough = float((highest - lowest).max())
        fall, rise = freedom(float(counts[code]), parts)
        if 0 <= fall < enough:
            return -BASE
        if 0 <= rise < enough:
            return BASE
    return 0.0
