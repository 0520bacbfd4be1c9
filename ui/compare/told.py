"""How a figure is said: with its unit, as an interval, or of a larger territory around."""

from typing import Any

import pandas as pd

from ui import words
from ui.language import _, later
from ui.store import Dataset, ask

_ENDS = ("value", "lower", "upper")
# How an interval and its open ends are said, in words and in signs.
WORDS = (later("{low} to {high}"), later("at least {value}"), later("at most {value}"))
SIGNS = ("{low}-{high}", "≥ {value}", "≤ {value}")


def said(value: float, unit: str) -> str:
    """A figure with its unit as readers meet it: '33 %', '2.2 per 1,000 residents'."""
    text = words.short(value) if abs(value) >= 100 else words.rate(value)
    if unit.startswith("%"):
        return f"{text}{words.THIN}%"
    return f"{text} {_(unit)}".strip() if unit else text


def span(row: dict[Any, Any], forms: tuple[str, str, str] = WORDS) -> str:
    """A figure in words: '33 %', '20 to 33 %', 'at least 20 %', or 'unknown'.

    With `SIGNS` as its forms it is '20-33 %' or '≥ 20 %'.
    """
    between, least, most = map(_, forms)
    unit, value, lower, upper = (row[name] for name in ("unit", *_ENDS))
    if words.is_known(value):
        return said(float(value), unit)
    if words.is_known(lower) and words.is_known(upper):
        low, high = said(float(lower), ""), said(float(upper), unit)
        return (
            high
            if high.startswith(f"{low}{words.THIN}") or high == low
            else between.format(low=low, high=high)
        )
    if words.is_known(lower):
        return least.format(value=said(float(lower), unit))
    return most.format(value=said(float(upper), unit)) if words.is_known(upper) else _("unknown")


def dated(row: dict[Any, Any]) -> str:
    """The date of a figure in brackets, and that its need is known of a newer one."""
    period, newer = str(row.get("period") or ""), str(row.get("newer_need_period") or "")
    if not period:
        return ""
    if not newer:
        return f" ({words.span(period)})"
    said = _("{period}; need known up to {day}", period=words.span(period), day=words.day(newer))
    return f" ({said})"


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
    why = _(
        "known only for {place}: {figure}",
        place=words.places(region)[0], figure=f"{span(nearest)}{dated(nearest)}",
    )  # fmt: skip
    return {"why": why, "source_ids": str(nearest["source_ids"])}
