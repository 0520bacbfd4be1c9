"""Figures over time, for what is compared: rates worked out for each date they are known for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from analysis import gap as gaps
from analysis.grouped import together
from ui import choice as figures
from ui import shortage_choice
from ui.asked import asked
from ui.aspects import ASPECTS, BY_ID, Aspect
from ui.compare.choice import Column
from ui.language import later
from ui.store import Dataset, ask

_ENDS = ["value", "lower", "upper"]
NEED = "newcomers"
_NEED_LABEL = later("People in need of protection")


@dataclass(frozen=True, eq=False)
class Series:
    """A measure over time.

    `rows` has one row per column and period: `column`, `period`, `value`, `lower`, `upper`
    (NaN is unknown), `obs_status`, `evidence`, `source_ids`.
    """

    measure: str
    label: str
    unit: str
    rows: pd.DataFrame


@lru_cache(maxsize=32)
def offered(dataset: Dataset, columns: tuple[Column, ...]) -> Mapping[str, str]:
    """The measures that have two dates for some territory compared, with their labels."""
    codes = _codes(columns)
    labels = {NEED: _NEED_LABEL} | {
        aspect.aspect_id: aspect.label
        for aspect in ASPECTS
        if aspect.area != "equality" and aspect.view in ("figures", "gaps")
    }
    return {
        measure: label
        for measure, label in labels.items()
        if _has_two(_parts(dataset, measure, codes))
    }


@lru_cache(maxsize=64)
def series_of(dataset: Dataset, columns: tuple[Column, ...], measure: str) -> Series:
    """A measure of every column over time."""
    rows = _columns(_parts(dataset, measure, _codes(columns)), columns)
    if measure == NEED:
        return Series(measure, _NEED_LABEL, "per 1,000 residents", rows)
    return Series(measure, BY_ID[measure].label, BY_ID[measure].unit, rows)


def _codes(columns: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for each in columns for code in each.territories))


@lru_cache(maxsize=256)
def _parts(dataset: Dataset, measure: str, codes: tuple[str, ...]) -> pd.DataFrame:
    """Top and bottom of a measure by territory and period; empty where it is not offered."""
    if measure == NEED:
        return _over_residents(ask(dataset, "compare_need", territories=",".join(codes)))
    aspect = BY_ID[measure]
    with asked(aspect.filters, strict=False) as read:
        rows = _of_aspect(dataset, aspect, codes)
    taken = {**read.usual, **read.filters}
    is_there = all(taken.get(name) == code for name, code in aspect.filters.items())
    return rows if is_there else rows.head(0)


def _has_two(rows: pd.DataFrame) -> bool:
    """Whether some territory has two dates at which both parts are known."""
    known = rows[
        rows[["top_value", "top_lower"]].notna().any(axis=1)
        & rows[["bottom_value", "bottom_lower"]].notna().any(axis=1)
    ]
    return bool((known.groupby("territory_id")["period"].nunique() > 1).any())


def _need(dataset: Dataset, codes: tuple[str, ...]) -> pd.DataFrame:
    rows = ask(dataset, "compare_need", territories=",".join(codes))
    return _over_residents(rows)


def _of_aspect(dataset: Dataset, aspect: Aspect, codes: tuple[str, ...]) -> pd.DataFrame:
    if aspect.view == "gaps":
        return _covered(dataset, codes)
    choice = figures.choose(dataset)
    if choice.indicator.reads != "figure":
        return _over_residents(pd.DataFrame(columns=["territory_id", "period", "residents"]))
    rows = ask(
        dataset, "compare_figure", territories=",".join(codes), group_id=choice.group_id,
        measure_id=choice.indicator.measures[choice.group_id],
    )  # fmt: skip
    return _over_residents(rows)


def _over_residents(rows: pd.DataFrame) -> pd.DataFrame:
    """Counts over residents, per 1,000."""
    ends = {f"top_{end}": rows.get(end) for end in _ENDS}
    return _shaped(
        rows.assign(
            **ends, **{f"bottom_{end}": rows["residents"] for end in _ENDS}, per=1_000.0,
            source_ids=rows.get("source_id"),
        )
    )  # fmt: skip


def _covered(dataset: Dataset, codes: tuple[str, ...]) -> pd.DataFrame:
    """What is there over what is asked for, in per cent."""
    choice = shortage_choice.choose(dataset)
    rows = ask(
        dataset, "compare_shortage", territories=",".join(codes),
        standard_id=choice.standard.standard_id, basis_id=choice.basis.basis_id,
    )  # fmt: skip
    exact = rows[["need_exact", "capacity_exact"]].eq(True)
    rows = gaps.gaps(
        rows.assign(need_exact=exact["need_exact"], capacity_exact=exact["capacity_exact"]),
        choice.factor(),
    )
    named = {"value": "", "lower": "_lower", "upper": "_upper"}
    ids = rows["need_source_id"].fillna("") + " " + rows["capacity_source_id"].fillna("")
    return _shaped(
        rows.assign(
            **{f"top_{end}": rows[f"capacity{name}"] for end, name in named.items()},
            **{f"bottom_{end}": rows[f"demand{name}"] for end, name in named.items()},
            per=100.0, obs_status=rows["capacity_status"], evidence=rows["capacity_evidence"],
            source_ids=ids.str.strip(),
        )
    )  # fmt: skip


def _shaped(rows: pd.DataFrame) -> pd.DataFrame:
    parts = [f"{part}_{end}" for part in ("top", "bottom") for end in _ENDS]
    texts = ["territory_id", "period", "obs_status", "evidence", "source_ids"]
    shaped = rows.reindex(columns=[*texts, *parts, "per"])
    return shaped.astype(dict.fromkeys([*parts, "per"], float))


def _columns(rows: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    """A rate for each column and date: of a group, of its territories together."""
    names = ["column", "period", *_ENDS, "obs_status", "evidence", "source_ids"]
    found = []
    for column in columns:
        own = rows[rows["territory_id"].isin(column.territories)]
        rates = _together(own, column.territories) if column.is_group else _rates(own)
        if column.is_group and own["evidence"].eq("synthetic").any():
            rates["evidence"] = "synthetic"
        found.append(rates.assign(column=column.key).reindex(columns=names))
    return pd.concat([each for each in found if len(each)] or [pd.DataFrame(columns=names)])


def _rates(rows: pd.DataFrame) -> pd.DataFrame:
    """The rates of one territory, an interval crosswise of its parts' ends."""
    ends = {
        part: (
            rows[f"{part}_value"],
            rows[f"{part}_lower"].fillna(rows[f"{part}_value"]),
            rows[f"{part}_upper"].fillna(rows[f"{part}_value"]),
        )
        for part in ("top", "bottom")
    }
    (value, low, high), (base, base_low, base_high) = ends["top"], ends["bottom"]
    exact = low.eq(high) & base_low.eq(base_high)
    per = rows["per"]
    return rows.assign(
        value=(value / base.where(base > 0) * per).where(exact),
        lower=low / base_high.where(base_high > 0) * per,
        upper=high / base_low.where(base_low > 0) * per,
    )


def _together(rows: pd.DataFrame, territories: tuple[str, ...]) -> pd.DataFrame:
    """The rates of several territories as one, at each date any of them is known for."""
    found = []
    for period, part in rows.groupby("period"):
        one = part.drop_duplicates("territory_id").set_index("territory_id")
        one = one.reindex(list(territories))
        top, bottom = (
            one[[f"{name}_{end}" for end in _ENDS]].set_axis(_ENDS, axis=1)
            for name in ("top", "bottom")
        )
        rate = together(top, bottom, float(part["per"].iloc[0]))
        ids = " ".join(dict.fromkeys(" ".join(one["source_ids"].dropna()).split()))
        found.append(
            {
                "period": str(period), "value": rate.value, "lower": rate.lower,
                "upper": rate.upper, "source_ids": ids, "obs_status": "E",
                "evidence": "estimated",
            }
        )  # fmt: skip
    return pd.DataFrame(found)
