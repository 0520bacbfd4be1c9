"""What an acceptance would move: gaps, answers, ranks. Nothing is written."""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd

from analysis import gap as gaps
from analysis.corrections import PLACE, Statement, Subject
from analysis.need import BY_ID as NEEDS
from analysis.need import COMBINED
from analysis.ranks import Move, by_gap, move
from analysis.recomputed import latest_known, paired, replaced_figures, replaced_needs
from analysis.standard import FIGURE, NEED, Basis, Standard
from analysis.standards import STANDARDS
from ui import ledger
from ui.shortage_choice import ShortageChoice, usual_threshold
from ui.store import Dataset, ask

Row = dict[Hashable, Any]
_SEEN = (
    "period", "capacity_period", "need", "need_lower", "need_upper", "capacity", "capacity_lower",
    "capacity_upper",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Effect:
    """A ledger's row of the territory before and after, and the ranks among its level.

    `period` is '' where the latest view changes, else the date of the view that does.
    """

    standard: Standard
    basis: Basis
    period: str
    before: Row
    after: Row
    ranks: Move


def ledgers_of(measure_id: str, group_id: str) -> list[tuple[Standard, Basis]]:
    """The ledgers that hold a figure on either side."""
    return [
        (standard, basis)
        for standard in STANDARDS
        for basis in standard.bases
        if (measure_id, group_id) in standard.supply or _reads(basis, measure_id, group_id)
    ]


def _reads(basis: Basis, measure_id: str, group_id: str) -> bool:
    if basis.reads == FIGURE:
        return (basis.key, basis.group_id) == (measure_id, group_id)
    if basis.reads != NEED:
        return False
    needs = [NEEDS[each] for each in COMBINED.get(basis.key, (basis.key,))]
    return any((each.measures[0], each.group_id) == (measure_id, group_id) for each in needs)


@lru_cache(maxsize=256)
def effects(dataset: Dataset, subject: Subject, says: Statement) -> tuple[Effect, ...]:
    """Every gap that an acceptance would change; () where none would."""
    if subject.table == PLACE:
        return ()
    found = [
        _effect(dataset, standard, basis, subject, says)
        for standard, basis in ledgers_of(subject.measure_id, subject.group_id)
        if not standard.countries or subject.territory_id[:2] in standard.countries
    ]
    return tuple(each for each in found if each is not None)


def _effect(
    dataset: Dataset, standard: Standard, basis: Basis, subject: Subject, says: Statement
) -> Effect | None:
    old = pairs(dataset, subject.territory_id, standard, basis)
    new = pairs(dataset, subject.territory_id, standard, basis, (subject, says))
    period = _changed(old, new)
    if period is None:
        return None
    usual = usual_threshold(dataset, standard)
    choice = ShortageChoice(standard, basis, usual, usual, period, 0, standard.countries)
    every = ledger.answers(dataset, choice)
    at = every["territory_id"] == subject.territory_id
    if not at.any():
        return None
    level = every[every["level"] == every.loc[at, "level"].iloc[0]].reset_index(drop=True)
    here = level["territory_id"] == subject.territory_id
    row = gaps.gaps(_put(level[here], latest_known(new, period)), choice.factor())
    before, after = level[here].iloc[0], row.iloc[0]
    if _same(before, after):
        return None
    ranked = by_gap(level.set_index("territory_id"))
    moved = ranked.copy()
    moved[subject.territory_id] = by_gap(row).iloc[0]
    ranks = move(ranked, moved, subject.territory_id)
    return Effect(standard, basis, period, before.to_dict(), after.to_dict(), ranks)


def pairs(
    dataset: Dataset,
    territory_id: str,
    standard: Standard,
    basis: Basis,
    instead: tuple[Subject, Statement] | None = None,
) -> pd.DataFrame:
    """Need and supply of a territory at every date of a ledger, one figure replaced if asked."""
    figures, needs = _tables(dataset, territory_id, instead)
    wanted = _wanted(dataset, territory_id, basis, figures, needs)
    return paired(wanted, figures, standard.supply, standard.max_days_apart)


@lru_cache(maxsize=32)
def _tables(
    dataset: Dataset, territory_id: str, instead: tuple[Subject, Statement] | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """A territory's figures and needs, one figure replaced if asked; never written to."""
    figures = ask(dataset, "correction_figures", territory_id=territory_id)
    figures = figures[["measure_id", "group_id", "period", "value", "lower", "upper"]]
    needs = ask(dataset, "correction_needs", territory_id=territory_id)
    if instead is None:
        return figures, needs
    subject, says = instead
    new = pd.Series(
        {"measure_id": subject.measure_id, "group_id": subject.group_id, "period": subject.period,
         "value": says.value, "lower": says.lower, "upper": says.upper}, dtype=object,
    )  # fmt: skip
    return replaced_figures(figures, new), replaced_needs(needs, new)


def _wanted(
    dataset: Dataset, territory_id: str, basis: Basis, figures: pd.DataFrame, needs: pd.DataFrame
) -> pd.DataFrame:
    """What the benchmark multiplies: needs, figures, or residents."""
    if basis.reads == NEED:
        return needs[needs["need_id"] == basis.key]
    if basis.reads == FIGURE:
        same = (figures["measure_id"] == basis.key) & (figures["group_id"] == basis.group_id)
        rows = figures[same & (figures["period"] >= "2019")]
        exact = rows["value"].notna() & rows["lower"].isna() & rows["upper"].isna()
        return rows.assign(exact=exact, method="published")
    regions = ask(dataset, "region")
    rows = regions[(regions["territory_id"] == territory_id) & regions["residents"].notna()]
    rows = rows.rename(columns={"residents": "value", "residents_period": "period"})
    return rows.assign(lower=None, upper=None, exact=True, method="published")


def _changed(old: pd.DataFrame, new: pd.DataFrame) -> str | None:
    """Which view shows a change: '' the latest, a date an earlier one, None none does."""
    if not _same(latest_known(old), latest_known(new)):
        return ""
    for period in sorted({*old["period"], *new["period"]}, reverse=True):
        if not _same(latest_known(old, period), latest_known(new, period)):
            return str(period)
    return None


def _same(one: pd.Series | None, other: pd.Series | None) -> bool:
    if one is None or other is None:
        return one is other
    pairs_of = [(one[name], other[name]) for name in _SEEN]
    return all(a == b or (pd.isna(a) and pd.isna(b)) for a, b in pairs_of)


def _put(row: pd.DataFrame, new: pd.Series | None) -> pd.DataFrame:
    """The ledger's row with the new need and supply; unknown where there is none."""
    found = row.astype(object)
    for name in (*_SEEN, "day", "need_method", "capacity_measure_id"):
        found[name] = None if new is None else new[name]
    for name in ("need_exact", "capacity_exact"):
        found[name] = False if new is None else bool(new[name])
    numbers = [each for each in _SEEN if "period" not in each]
    found[[*numbers, "residents"]] = found[[*numbers, "residents"]].astype(float)
    return found
