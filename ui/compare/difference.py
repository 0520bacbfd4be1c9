"""What sets the columns apart, in sentences: what differs most, and whether that is certain."""

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ui import words
from ui.aspects import CONTEXT
from ui.cased import begins
from ui.compare.told import dated, span
from ui.language import _, n_

# Apart by all that is known; apart, but of other dates or publishers; perhaps not apart.
CERTAIN, APART, OPEN = "certain", "apart as published", "cannot tell"
_ORDER = (CERTAIN, APART, OPEN)
MOST = 4


@dataclass(frozen=True)
class Difference:
    """The two columns furthest apart in a measure, and whether that is certain.

    `apart` is in robust spreads of their level, so that measures of unlike units compare; it is
    NaN where the level has no spread. `sentence` is Markdown.
    """

    measure: str
    apart: float
    answer: str
    sentence: str


def differences(rows: pd.DataFrame) -> list[Difference]:
    """One per measure that is known for two columns or more, outside context; widest first.

    `rows` as `figures_of` gives them.
    """
    found = []
    for _measure, part in rows[rows["area"] != CONTEXT].groupby("measure", sort=False):
        known = [each for each in part.to_dict("records") if _bounded(each)]
        if len(known) > 1:
            found.append(_difference(known, part))
    return sorted(found, key=lambda each: (_ORDER.index(each.answer), -_or_zero(each.apart)))


def headline(rows: pd.DataFrame, names: list[str]) -> str:
    """How much can be compared at all, and what differs for certain."""
    measured = rows[rows["area"] != CONTEXT]
    known = measured.assign(known=measured[["lower", "upper"]].notna().any(axis=1))
    counts = known.groupby("measure", sort=False)["known"].sum()
    whole, none = int((counts == len(names)).sum()), int((counts == 0).sum())
    if len(names) == 1:
        here = len(counts) - none
        return n_(
            "{count} measure of {all} is known here.", "{count} measures of {all} are known here.",
            here, count=begins(words.counted(here)), all=len(counts),
        )  # fmt: skip
    text = _known(len(counts), whole, none, len(names))
    answers = [each.answer for each in differences(rows)]
    certain, apart = answers.count(CERTAIN), answers.count(APART)
    said = [text, _("No difference between them is certain.")]
    if certain:
        said[1] = n_(
            "**{count} measure** sets them apart for certain.",
            "**{count} measures** set them apart for certain.",
            certain, count=begins(words.counted(certain)),
        )  # fmt: skip
    if apart:
        said.append(
            n_(
                "{count} measure differs as published, but in date or publisher too.",
                "{count} measures differ as published, but in date or publisher too.",
                apart, count=begins(words.counted(apart)),
            )
        )  # fmt: skip
    return " ".join(said)


def _known(measures: int, whole: int, none: int, columns: int) -> str:
    """For how many measures all columns have a figure, and for how many none has."""
    told = {
        "measures": words.count_of(measures, "measure"), "count": _none(whole),
        "none": _none(none), "columns": columns,
    }  # fmt: skip
    if columns == 2:
        return n_(
            "Of {measures}, {count} is known for both and {none} for none.",
            "Of {measures}, {count} are known for both and {none} for none.",
            whole, **told,
        )  # fmt: skip
    return n_(
        "Of {measures}, {count} is known for all {columns} and {none} for none.",
        "Of {measures}, {count} are known for all {columns} and {none} for none.",
        whole, **told,
    )  # fmt: skip


def _none(count: int) -> str:
    return _("none") if count == 0 else str(count)


def _bounded(row: dict[Any, Any]) -> bool:
    return words.is_known(row["lower"]) or words.is_known(row["upper"])


def _difference(known: list[dict[Any, Any]], part: pd.DataFrame) -> Difference:
    low = min(known, key=_middle)
    high = max((each for each in known if each is not low), key=_middle)
    # Of all pairs, one that is surely apart says more than the widest that may not be.
    for one in known:
        for other in known:
            gap = _low(other) - _high(one)
            if gap > max(0.0, _low(high) - _high(low)):
                low, high = one, other
    answer = OPEN
    if _low(high) > _high(low):
        answer = APART if _differ(low, high) else CERTAIN
    scale = low["level_spread"] if low["level_spread"] > 0 else math.nan
    apart = (_middle(high) - _middle(low)) / scale
    return Difference(
        str(low["measure"]), apart, answer, _sentence(low, high, answer, part)
    )  # fmt: skip


def _sentence(low: dict[Any, Any], high: dict[Any, Any], answer: str, part: pd.DataFrame) -> str:
    label = words.escaped(str(low["label"]))
    one, other = (
        f"{words.escaped(str(row['name']))} {span(row)}{dated(row)}" for row in (high, low)
    )
    said = [f"**{label}**: {one}, {other}{_times(low, high) if answer != OPEN else ''}."]
    if answer != OPEN:
        if _is_wide(low, high):
            said.append(_("Apart, whatever lies within the intervals."))
    elif _middle(low) == _middle(high) and not _is_wide(low, high):
        said.append(_("The same."))
    else:
        said.append(_("Cannot tell: what is known of them overlaps."))
    return " ".join([*said, *_cautions(low, high, part)])


def _times(low: dict[Any, Any], high: dict[Any, Any]) -> str:
    """How many times as high, where both are exact and the lower is not 0."""
    if not all(words.is_known(row["value"]) for row in (low, high)) or low["value"] <= 0:
        return ""
    times = high["value"] / low["value"]
    return _(": {times} times as high", times=words.rate(times)) if times >= 1.1 else ""


def _cautions(low: dict[Any, Any], high: dict[Any, Any], part: pd.DataFrame) -> list[str]:
    """What a reader must know before she calls it a difference."""
    found = _differ(low, high)
    lacking = [str(each["name"]) for each in part.to_dict("records") if not _bounded(each)]
    if lacking:
        names = words.listed([words.escaped(each) for each in lacking])
        found.append(_("Unknown for {names}.", names=names))
    return found


def _differ(low: dict[Any, Any], high: dict[Any, Any]) -> list[str]:
    """In what two figures are not of the same kind: their dates, their sources."""
    found = []
    if _year(low) and _year(high) and _year(low) != _year(high):
        found.append(_("The dates differ."))
    if set(str(low["source_ids"]).split()) != set(str(high["source_ids"]).split()):
        found.append(_("Different publishers, who may count differently."))
    return found


def _year(row: dict[Any, Any]) -> str:
    return str(row["period"] or "")[:4]


def _low(row: dict[Any, Any]) -> float:
    return float(row["lower"]) if words.is_known(row["lower"]) else -math.inf


def _high(row: dict[Any, Any]) -> float:
    return float(row["upper"]) if words.is_known(row["upper"]) else math.inf


def _middle(row: dict[Any, Any]) -> float:
    """Where a figure is put in order: its value, else the middle or the known end."""
    if words.is_known(row["value"]):
        return float(row["value"])
    ends = [float(row[name]) for name in ("lower", "upper") if words.is_known(row[name])]
    return sum(ends) / len(ends)


def _is_wide(*rows: dict[Any, Any]) -> bool:
    return any(not words.is_known(row["value"]) for row in rows)


def _or_zero(value: float) -> float:
    return 0.0 if math.isnan(value) else value
