"""How a figure is said: with its unit, as an interval, or of a larger territory around."""

from typing import Any

import pandas as pd

from ui import words
from ui.store import Dataset, ask

_ENDS = ("value", "lower", "upper")


def said(value: float, unit: str) -> str:
    """A figure with its unit as readers meet it: '33 %', '2.2 per 1,000 residents'."""
    text = words.short(value) if abs(value) >= 100 else words.rate(value)
    if unit.startswith("%"):
        return f"{text}{words.THIN}%"
    return f"{text} {unit}".strip()


def span(row: dict[Any, Any]) -> str:
    """A figure in words: '33 %', '20 to 33 %', 'at least 20 %', or 'unknown'."""
    unit, value, lower, upper = (row[name] for name in ("unit", *_ENDS))
    if words.is_known(value):
        return said(float(value), unit)
    if words.is_known(lower) and words.is_known(upper):
        low, high = said(float(lower), ""), said(float(upper), unit)
        return high if high.startswith(f"{low}{words.THIN}") or high == low else f"{low} to {high}"
    if words.is_known(lower):
        return f"at least {said(float(lower), unit)}"
    return f"at most {said(float(upper), unit)}" if words.is_known(upper) else "unknown"


def dated(row: dict[Any, Any]) -> str:
    """The date of a figure in brackets, and that its need is known of a newer one."""
    period, newer = str(row.get("period") or ""), str(row.get("newer_need_period") or "")
    if not period:
        return ""
    later = f"; need known up to {words.day(newer)}" if newer else ""
    return f" ({words.span(period)}{later})"


def larger(dataset: Dataset, rows: pd.DataFrame, unit: str, code: str) -> dict[str, str]:
    """What is known of a larger territory around one: `why` and `source_ids`; {} if nothing is.

    The smallest with an exact figure, else the smallest with an interval: 'known only for Italy:
    39 % (31 December 2025)'. `rows` as `aspect_of` gives them.
    """
    around = [
        each | {"unit": unit}
        for each in rows.to_dict("records")
        if str(each["territory_id"]) != code
        and code.startswith(tuple(str(each["territory_id"]).split("+")))
        and any(words.is_known(each[end]) for end in _ENDS)
    ]
    if not around:
        return {}
    nearest = max(
        around, key=lambda each: (words.is_known(each["value"]), int(str(each["level"])))
    )  # fmt: skip
    region = ask(dataset, "region").set_index("territory_id").loc[[nearest["territory_id"]]]
    why = f"known only for {words.places(region)[0]}: {span(nearest)}{dated(nearest)}"
    return {"why": why, "source_ids": str(nearest["source_ids"])}
