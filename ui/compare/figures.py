"""The figures side by side: one of each measure for each column, beside all of its level."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from analysis.grouped import together
from analysis.peers import spread
from ui import words
from ui.aspects import ASPECTS, CONTEXT, LARGER, MISSING, Aspect, aspect_of
from ui.compare.choice import Column, CompareChoice
from ui.compare.context import FACTS, Fact, facts_of
from ui.compare.parts import Parts, fact_parts, parts_of
from ui.compare.told import larger
from ui.language import _, later, n_, per_language
from ui.store import DEMONSTRATION, Dataset, ask

NOT_ADDED = later("cannot be worked out for territories together")
_LACKS = {
    "unknown: benchmark": later("no norm says how much is enough"),
    "unknown: need": later("nobody publishes how many need it"),
    "unknown: capacity": later("nobody publishes what is there"),
}
_UNKNOWN: dict[Any, Any] = {
    "value": np.nan, "lower": np.nan, "upper": np.nan, "period": "", "newer_need_period": "",
    "obs_status": MISSING, "evidence": "", "why": "", "source_ids": "",
}  # fmt: skip
_QUANTILES = {"level_low": 0.05, "level_quarter": 0.25, "level_median": 0.5,
              "level_three_quarters": 0.75, "level_high": 0.95}  # fmt: skip


def figures_of(dataset: Dataset, choice: CompareChoice) -> pd.DataFrame:
    """One row per column and measure, in the order of measures, then columns.

    Shape   : `column`, `name`, `place`, `territories` (apart by dots), `level`, `area`,
              `measure`, `label`, `unit`, `better`, the figure (`value`, `lower`, `upper`,
              `period`, `newer_need_period` where a need years newer is known, `obs_status`,
              `evidence`, `why`, `source_ids`), of how many territories it is (`known`,
              `members`), and the level: `level_known` exactly of `level_all`, its quantiles
              (`level_low` is the 5th percentile) and robust `level_spread`.
    Missing : unknown is NaN, `why` says why; an interval has no `value`, its open end is NaN.
    """
    return _figures(dataset, choice.columns, choice.areas)


@per_language(96)
def _figures(dataset: Dataset, columns: tuple[Column, ...], areas: tuple[str, ...]) -> pd.DataFrame:
    rows: list[dict[str, Any]] = []
    if CONTEXT in areas:
        rows += [_fact_row(dataset, fact, column) for fact in FACTS for column in columns]
    for aspect in ASPECTS:
        if aspect.area in areas:
            rows += [_aspect_row(dataset, aspect, column) for column in columns]
    return pd.DataFrame(rows)


def _aspect_row(dataset: Dataset, aspect: Aspect, column: Column) -> dict[str, Any]:
    about = _about(column) | {
        "area": aspect.area, "measure": aspect.aspect_id, "label": _(aspect.label),
        "unit": aspect.unit, "better": aspect.better,
    }  # fmt: skip
    if column.is_group:
        figure = _of_group(parts_of(dataset, aspect.aspect_id), column.territories)
    else:
        figure = _of_one(dataset, aspect, column)
    if column.is_group and figure["evidence"] and dataset.kind == DEMONSTRATION:
        # What is worked out from generated figures is no estimate of anything real.
        figure["evidence"] = "synthetic"
    return about | figure | _level(dataset, aspect.aspect_id, column.level)


def _fact_row(dataset: Dataset, fact: Fact, column: Column) -> dict[str, Any]:
    about = _about(column) | {
        "area": CONTEXT, "measure": fact.fact_id, "label": _(fact.label), "unit": fact.unit,
        "better": "",
    }  # fmt: skip
    rows = ask(dataset, "context").set_index("territory_id")
    # Residents, areas and the economy are real in the demonstration too.
    is_generated = dataset.kind == DEMONSTRATION and fact.fact_id == "newcomers"
    evidence = "synthetic" if is_generated else "published"
    if column.is_group:
        figure = _of_group(fact_parts(rows, fact.fact_id), column.territories)
        if figure["evidence"] and is_generated:
            figure["evidence"] = "synthetic"
    else:
        figure = _fact_figure(rows.loc[column.territories[0]].to_dict(), fact, evidence)
    return about | figure | _level(dataset, fact.fact_id, column.level)


def _about(column: Column) -> dict[str, Any]:
    return {
        "column": column.key, "name": column.name, "place": column.place,
        "territories": ".".join(column.territories), "level": column.level,
        "is_group": column.is_group,
    }  # fmt: skip


def _fact_figure(row: dict[Any, Any], fact: Fact, evidence: str) -> dict[str, Any]:
    """A fact of one territory; newcomers that are shared out are an interval."""
    value, name = row[fact.fact_id], fact.fact_id
    lower, upper = row.get(f"{name}_lower", value), row.get(f"{name}_upper", value)
    is_known = words.is_known(value)
    shared = is_known and lower != upper
    if is_known and evidence != "synthetic":
        evidence = str(row.get(f"{name}_evidence", evidence))
    status = "E" if shared else str(row.get(f"{name}_status", "A"))
    period = row.get(f"{name}_period", row["residents_period"])
    return {
        "value": np.nan if shared else value, "lower": lower, "upper": upper,
        "period": str(period) if is_known else "", "newer_need_period": "",
        "obs_status": status if is_known else MISSING, "evidence": evidence if is_known else "",
        "why": "" if is_known else "not published",
        "source_ids": " ".join(fact.sources) or str(row.get(f"{name}_source_id") or ""),
        "known": int(is_known), "members": 1,
    }  # fmt: skip


def _of_one(dataset: Dataset, aspect: Aspect, column: Column) -> dict[str, Any]:
    rows = aspect_of(dataset, aspect.aspect_id, column.level or 0)
    found = rows[rows["territory_id"] == column.territories[0]]
    if found.empty:
        row = _UNKNOWN | {"why": "not published"}
    else:
        row = found[list(_UNKNOWN)].to_dict("records")[0]
        row["why"] = _LACKS.get(row["why"], row["why"])
        if row["why"] == LARGER:
            row = {**row, **larger(dataset, rows, aspect.unit, column.territories[0])}
    is_known = bool(found[["value", "lower", "upper"]].notna().any(axis=None))
    return row | {"known": int(is_known), "members": 1}


def _of_group(parts: Parts | None, territories: Sequence[str]) -> dict[str, Any]:
    """A figure of territories together, worked out again from its parts."""
    members = len(territories)
    blank = _UNKNOWN | {"why": NOT_ADDED, "known": 0, "members": members}
    if parts is None:
        return blank
    top = parts.top.reindex(list(territories))
    # A count adds up: what it is over is one, however many territories there are.
    one = pd.DataFrame(dict.fromkeys(top.columns, 1 / members), index=top.index)
    bottom = one if parts.bottom is None else parts.bottom.reindex(top.index)
    found = together(top, bottom, parts.per)
    about = parts.about.reindex(top.index)[top["value"].notna() | top["lower"].notna()]
    newer = about.get("newer_need_period", ())
    lacking = n_(
        "{unknown} of {count} territory unknown", "{unknown} of {count} territories unknown",
        members, unknown=members - found.known,
    )  # fmt: skip
    return {
        "value": found.value, "lower": found.lower, "upper": found.upper,
        "period": _span(about["period"]), "newer_need_period": max(newer, default=""),
        "obs_status": "E", "evidence": "estimated",
        "why": lacking if found.known < members else "",
        "source_ids": " ".join(dict.fromkeys(" ".join(about["source_ids"].dropna()).split())),
        "known": found.known, "members": members,
    } if found.known or found.lower == found.lower else blank | {"why": lacking}  # fmt: skip


def _span(periods: pd.Series) -> str:
    """The periods of several territories: one, or the first and last."""
    known = sorted({str(each) for each in periods.dropna() if str(each)})
    return "" if not known else known[0] if len(known) == 1 else f"{known[0]}..{known[-1]}"


@lru_cache(maxsize=256)
def _level(dataset: Dataset, measure: str, level: int | None) -> dict[str, Any]:
    """How the territories of a level spread over a measure, of those known exactly."""
    names = [*_QUANTILES, "level_spread"]
    if level is None:
        return dict.fromkeys(names, np.nan) | {"level_known": 0, "level_all": 0}
    facts = {fact.fact_id for fact in FACTS}
    # An interval has no place of its own in the spread: its middle would claim one.
    if measure in facts:
        rows = facts_of(dataset, level)
        known, every = rows.loc[_is_exact(rows, measure), measure].dropna(), len(rows)
    else:
        rows = aspect_of(dataset, measure, level)
        rows = rows[(rows["level"] == level) & ~rows["territory_id"].str.contains("+", regex=False)]
        known, every = rows["value"].dropna(), len(rows)
    found = {name: float(known.quantile(at)) if len(known) else np.nan
             for name, at in _QUANTILES.items()}  # fmt: skip
    return found | {
        "level_spread": spread(known), "level_known": len(known), "level_all": every,
    }  # fmt: skip


def _is_exact(rows: pd.DataFrame, measure: str) -> pd.Series:
    """Which facts are known exactly: no middle of an interval, nothing shared out."""
    name = f"{measure}_exact"
    return rows[name].eq(True) if name in rows else rows[measure].notna()
