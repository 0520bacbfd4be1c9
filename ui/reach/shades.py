"""The class and the words of each cell: how far, who is served, how many places."""

import numpy as np
import pandas as pd

from analysis.classes import CANNOT_TELL, UNKNOWN, class_of
from analysis.round_breaks import round_breaks
from ui import words
from ui.class_names import labels
from ui.language import Words, _, later
from ui.reach.way import COVERED, DISTANCE, Way

_KM_BREAKS = (5.0, 10.0, 20.0, 30.0, 50.0, 100.0)
_THREE = (later("mostly served"), later("in reach, but full"), later("out of reach"))
_SERVED, _FULL, _OUT = range(3)
# By whether the places on record are all.
UNKNOWN_MEANS = Words(
    {
        True: "unknown: residents, or places, not on record",
        False: "unknown: no place on record in reach",
    }
)
CANNOT_TELL_MEANS = Words(
    {True: "depends on places of unknown size", False: "depends on places not known"}
)


def classes(rows: pd.DataFrame, way: Way) -> tuple[tuple[str, ...], pd.Series]:
    """Names of the classes, and the class of each hexagon."""
    if way.show == DISTANCE:
        return tuple(labels(_KM_BREAKS, way.unit)), class_of(rows["km"], _KM_BREAKS)
    if way.show == COVERED:
        return tuple(_(each) for each in _THREE), _largest(rows)
    breaks = round_breaks((rows["lower"] + rows["upper"]) / 2)
    low, high = class_of(rows["lower"], breaks), class_of(rows["upper"], breaks)
    return tuple(labels(breaks, "")), low.where(low == high, CANNOT_TELL)


def _largest(rows: pd.DataFrame) -> pd.Series:
    """The largest of three parts, where it is the same whatever unknown places can take."""
    ends = [
        np.column_stack([rows[f"served_{a}"], rows[f"full_{b}"], rows["out"]])
        for a, b in (("lower", "upper"), ("upper", "lower"))
    ]
    low, high = (np.nan_to_num(end, nan=-1.0).argmax(axis=1) for end in ends)
    found = pd.Series(np.where(low == high, low, CANNOT_TELL), index=rows.index)
    withheld = rows["served_lower"].isna() & rows["out"].notna() & (rows["out"] < 0.5)
    found = found.mask(withheld, CANNOT_TELL)
    return found.mask(rows["out"].isna(), UNKNOWN).astype("int64")


def of_some(rows: pd.DataFrame, way: Way) -> pd.Series:
    """The class of each hexagon if places that are not on record may be nearer or have room."""
    classes = rows["map_class"]
    if way.show == COVERED:
        return classes.replace({_OUT: UNKNOWN, _FULL: CANNOT_TELL})
    reached = rows["km"] <= way.km if way.show == DISTANCE else rows["lower"] > 0
    return classes.where(reached, UNKNOWN)


def labels_of(rows: pd.DataFrame, way: Way) -> list[str]:
    """What the hover says of each hexagon."""
    if way.show == DISTANCE:
        return [said(value, value) for value in rows["km"]]
    if way.show == COVERED:
        columns = [rows[name] * 100 for name in ("served_lower", "served_upper", "out")]
        return [
            _("unknown")
            if np.isnan(out)
            else _("{served} % served, {out} % out", served=said(low, high), out=said(out, out))
            for low, high, out in zip(*columns, strict=True)
        ]
    return [said(low, high) for low, high in zip(rows["lower"], rows["upper"], strict=True)]


def said(lower: float, upper: float) -> str:
    """An interval in words.

    >>> said(1.23, 1.24), said(2, 30.4), said(float("nan"), 1)
    ('1.2', '2-30', 'unknown')
    """
    if np.isnan(lower) or np.isnan(upper):
        return _("unknown")
    low, high = words.rate(float(lower)), words.rate(float(upper))
    return low if low == high else f"{low}-{high}"


def unit(way: Way) -> str:
    """What stands below the hover's figure."""
    if way.show == DISTANCE:
        return _("minutes to the nearest") if way.own else _("km to the nearest")
    if way.show == COVERED:
        return _("within {far}", far=way.far())
    return _("places per 1,000 {people} within {far}", people=way.people(), far=way.far())
