"""The views asked for, what each answer holds, and ours: the page's own query of the mart."""

from dataclasses import dataclass

import duckdb
import pandas as pd

from analysis.standard import Basis, Standard
from analysis.standards import BY_ID
from ui.store import SQL

ANSWER = (
    "territory_id", "period", "need", "need_lower", "need_upper", "capacity", "capacity_lower",
    "capacity_upper", "capacity_period",
)  # fmt: skip


@dataclass(frozen=True)
class View:
    """A standard, its basis, and the period asked for ('' is the latest of each territory)."""

    standard: Standard
    basis: Basis
    period: str


def _views(standard_id: str, *periods: str) -> list[View]:
    standard = BY_ID[standard_id]
    return [View(standard, basis, period) for basis in standard.bases for period in periods]


VIEWS: tuple[View, ...] = (
    *_views("place_each_applicant", "", "2023"),
    *_views("place_each_temporary", "", "2024"),
    *_views("place_each_newcomer", "", "2024"),
    *_views("course_place_each", ""),
    *_views("occupancy", "", "2024"),
    *_views("task_nl", "", "2025-07-01"),
    *_views("quota_at", ""),
    *_views("children_es", ""),
)


def ours(con: duckdb.DuckDBPyConnection, view: View) -> pd.DataFrame:
    """The page's query as the store runs it; it also says where every figure is from."""
    statement = (SQL / "shortage.sql").read_text("utf-8")
    values = {
        "standard_id": view.standard.standard_id,
        "basis_id": view.basis.basis_id,
        "period": view.period,
    }
    with con.cursor() as cursor:
        cursor.execute("use dataset")
        return cursor.execute(statement, values).df()


def settled(answer: pd.DataFrame) -> pd.DataFrame:
    """An answer as it is compared: the same columns, numbers as numbers, missing alike."""
    frame = answer[list(ANSWER)].reset_index(drop=True)
    texts = frame[["territory_id", "period", "capacity_period"]].astype(object)
    numbers = frame.drop(columns=list(texts)).astype(float)
    return pd.concat([texts.where(texts.notna(), ""), numbers], axis=1)
