"""Dot plots one below another: every column's figure, beside how its whole level spreads."""

import math
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from ui import words
from ui.aspects import AREAS, CONTEXT
from ui.aspects.reasons import told
from ui.cased import begins
from ui.compare.dot_spec import spec
from ui.compare.told import SIGNS, dated, span
from ui.language import _, later, n_
from ui.palette import Palette
from ui.plot import plot

# Of fewer known territories no spread is drawn.
_FEW = 8
_FIELDS = ("p05", "p25", "p50", "p75", "p95", "at", "low", "high")
READ = later(
    "Each line is a territory; shaded behind it are all of its level that are known "
    "exactly: the middle half, paler from the 5th to the 95th in a hundred, and their "
    "median as a line. A thick line is an interval. A year stands beside a figure "
    "where years differ, or where the need of a later one is known. The first "
    "territory stands out; diamonds are groups."
)


def areas(rows: pd.DataFrame, palette: Palette) -> None:
    """Each area's measures; those known for none are named below, with the reason."""
    left, right = st.columns(2, gap="large")
    heights = [0, 0]
    for area, label in AREAS.items():
        part = rows[rows["area"] == area]
        if part.empty or area == CONTEXT:
            continue
        known = _known(part)
        turn = heights.index(min(heights))
        with (left, right)[turn]:
            st.markdown(f"##### {label}")
            if len(known):
                _draw(known, palette)
            if silent := _silent(part):
                st.caption(silent)
        heights[turn] += len(known) + 3 * known["measure"].nunique() + 4


def context(rows: pd.DataFrame, palette: Palette) -> None:
    """What the territories are, apart from their capacity: half of it on each side."""
    part = rows[rows["area"] == CONTEXT]
    if part.empty:
        return
    st.markdown(f"##### {AREAS[CONTEXT]}")
    known = _known(part)
    measures = list(dict.fromkeys(known["measure"]))
    half = (len(measures) + 1) // 2
    for place, own in zip(
        st.columns(2, gap="large"), (measures[:half], measures[half:]), strict=True
    ):
        with place:
            if own:
                _draw(known[known["measure"].isin(own)], palette)
    if silent := _silent(part):
        st.caption(silent)


def _known(part: pd.DataFrame) -> pd.DataFrame:
    """Rows of measures that are known for some column."""
    bounded = part[["lower", "upper"]].notna().any(axis=1)
    return part[part["measure"].isin(part.loc[bounded, "measure"])]


def _silent(part: pd.DataFrame) -> str:
    """Measures that are known for none, by what is missing, and of whom where that differs."""
    known = set(_known(part)["measure"])
    reasons: dict[str, list[str]] = {}
    for measure, own in part.groupby("measure", sort=False):
        if measure not in known:
            single = own[~own["is_group"]] if not own["is_group"].all() else own
            reasons.setdefault(_reasons(single), []).append(str(own["label"].iloc[0]))
    return "  \n".join(
        f"**{words.escaped(', '.join(labels))}.** {words.escaped(why)}."
        for why, labels in reasons.items()
    )


def _reasons(rows: pd.DataFrame) -> str:
    """Why one measure is unknown: for each territory by its name, or for all alike."""
    of: dict[str, list[str]] = {}
    for name, why in zip(rows["name"], rows["why"], strict=True):
        of.setdefault(str(why) or later("not published"), []).append(str(name))
    if len(of) == 1:
        (why,) = of
        if len(rows) == 1 or " its " not in why:
            return begins(told(why))
        return _("Each: {why}", why=told(why))
    return "; ".join(f"{words.listed(names)}: {told(why)}" for why, names in of.items())


def _draw(rows: pd.DataFrame, palette: Palette) -> None:
    table = _marks(rows)
    said = _("The territories side by side, a row each, with all others as ticks behind.")
    plot(pa.Table.from_pylist(table), spec(table[-1]["row"] + 1, palette), said)


def _marks(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """A heading, a line of scale and a line for each column, of every measure."""
    first = str(rows["column"].iloc[0])
    marks: list[dict[str, Any]] = []
    for _measure, part in rows.groupby("measure", sort=False):
        one = part.iloc[0]
        low, high = _domain(part)
        marks.append(_mark(len(marks), "label", str(one["label"])))
        unit = _("{unit}, from 0", unit=_(str(one["unit"])))
        marks.append(_mark(len(marks), "scale", unit) | {"end": _end(high)})
        differ = part["period"].map(_year).replace("", None).nunique() > 1
        for row in part.to_dict("records"):
            row["year"] = _year(row["period"]) if differ or row["newer_need_period"] else ""
            marks.append(_mark(len(marks), "row", str(row["name"])) | _row(row, low, high, first))
        marks.append(_mark(len(marks), "gap", ""))
    return marks[:-1]


def _mark(row: int, kind: str, text: str) -> dict[str, Any]:
    blank: dict[str, Any] = dict.fromkeys(_FIELDS, math.nan)
    return blank | {
        "row": row, "kind": kind, "text": text, "figure": "", "why": "", "end": "",
        "is_first": False, "is_group": False, "dated": "", "status": "", "level": "",
    }  # fmt: skip


def _row(row: dict[Any, Any], low: float, high: float, first: str) -> dict[str, Any]:
    def at(value: float) -> float:
        return (
            min(1.0, max(0.0, (value - low) / (high - low))) if words.is_known(value) else math.nan
        )

    known = words.is_known(row["lower"]) or words.is_known(row["upper"])
    names = ("low", "quarter", "median", "three_quarters", "high")
    is_spread = row["level_known"] >= _FEW
    quantiles = (row[f"level_{name}"] if is_spread else math.nan for name in names)
    # An open end goes to the end of the scale; its figure says 'at least'.
    lower = at(row["lower"]) if words.is_known(row["lower"]) else 0.0
    upper = at(row["upper"]) if words.is_known(row["upper"]) else 1.0
    return dict(zip(_FIELDS[:5], map(at, quantiles), strict=True)) | {
        "at": at(row["value"]), "low": lower if known else math.nan,
        "high": upper if known else math.nan,
        "figure": _figure(row) if known else "", "why": "" if known else told(str(row["why"])),
        "is_first": row["column"] == first, "is_group": bool(row["is_group"]),
        "dated": dated(row).strip(" ()"),
        "status": _status(row) if known else _("unknown"), "level": _level(row),
    }  # fmt: skip


def _year(period: str) -> str:
    """The year of a figure, or the first and last of them."""
    first, last = period.split("..", maxsplit=1)[0][:4], period.rsplit("..", maxsplit=1)[-1][:4]
    return first if first == last else f"{first}-{last}"


def _figure(row: dict[Any, Any]) -> str:
    """The figure without its unit, which stands above; its year where that matters."""
    text = span(row | {"unit": "%" if str(row["unit"]).startswith("%") else ""}, SIGNS)
    return f"{text} ({row['year']})" if row["year"] else text


def _status(row: dict[Any, Any]) -> str:
    said = words.EVIDENCE.get(str(row["evidence"]), "")
    part = ""
    if row["members"] > 1:
        part = n_(
            "{known} of {count} territory", "{known} of {count} territories",
            row["members"], known=row["known"],
        )  # fmt: skip
    return ", ".join(each for each in (said, part) if each)


def _level(row: dict[Any, Any]) -> str:
    if not words.is_known(row["level"]):
        return _("of several levels")
    noun = words.LEVEL_NOUN[int(row["level"])]
    return _(
        "{known} of {all} {territories} known",
        known=row["level_known"], all=row["level_all"], territories=noun,
    )  # fmt: skip


def _domain(part: pd.DataFrame) -> tuple[float, float]:
    """From 0 to the largest of what is shown, and as much of its level as leaves it readable."""
    level = part["level_high"].clip(upper=2 * part["level_three_quarters"])
    ends = pd.concat([part["value"], part["lower"], part["upper"], level]).dropna()
    highest = float(ends.max()) if len(ends) else 1.0
    return 0.0, highest or 1.0


def _end(value: float) -> str:
    return words.short(value) if value >= 100 else words.rate(value)
