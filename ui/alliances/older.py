"""Surpluses of earlier years than the shortages beside them, and those a newer need ends."""

import numpy as np
import pandas as pd

from analysis.gap import MET
from analysis.spans import span_of
from ui import words
from ui.ledger import Ledger
from ui.store import ask

_NEWER = ("newer_need", "newer_period", "newer_evidence")


def doubted(ledger: Ledger) -> pd.DataFrame:
    """Territories with enough whose places are fewer than their own newer need asks for.

    Columns : `newer_need` (the least it can be, in people), its `newer_period` and
              `newer_evidence`; one row per territory, the newest need of each. None where the
              reader chose the period.
    """
    choice = ledger.choice
    factor = choice.factor()
    if choice.period or factor is None or choice.standard.supply_kind == "use":
        return pd.DataFrame(columns=list(_NEWER))
    every = ask(
        ledger.dataset, "equality_ledger", standard_id=choice.standard.standard_id,
        basis_id=choice.basis.basis_id,
    )  # fmt: skip
    every = every.assign(least=every["need"].fillna(every["need_lower"]).astype(float))
    every = every[every["least"].notna()].sort_values(["day", "period"])
    newest = every.drop_duplicates("territory_id", keep="last").set_index("territory_id")
    newest = newest[["day", "least", "period", "need_evidence"]]
    rows = ledger.rows.join(newest.set_axis(["newest_day", *_NEWER], axis=1))
    most = rows["capacity_upper"].fillna(rows["capacity"]).astype(float)
    exceeds = (rows["newest_day"] > rows["day"]) & (rows["newer_need"] * factor > most)
    return rows.loc[exceeds & rows["answer"].eq(MET), list(_NEWER)]


def unsure(found: pd.DataFrame, doubts: pd.DataFrame) -> pd.DataFrame:
    """Positions in which a surplus that a newer need ends is not sure: it may be nothing."""
    least = found["surplus_lower"].mask(found.index.isin(doubts.index), 0.0)
    return found.assign(surplus_lower=least.where(found["surplus_lower"].notna()))


def is_older(rows: pd.DataFrame, shares: pd.DataFrame) -> np.ndarray:
    """Of each pair, whether the helper's oldest figure is of a year before the other's oldest."""
    oldest = rows[["period", "capacity_period"]].map(_year).min(axis=1)
    helper, short = (oldest[shares[each]].to_numpy() for each in ("helper_id", "short_id"))
    return np.asarray(helper < short)


def _year(period: object) -> float:
    return float(span_of(str(period)).end.year) if words.is_known(period) else np.nan
