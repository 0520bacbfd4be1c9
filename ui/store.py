"""The only reader of the database. Pages get frames; they never see a connection.

A dataset is opened by its real path, so that a newly published one is noticed on the next
rerun and no session ever mixes two. One read-only connection a dataset, a cursor a query.
"""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import duckdb
import pandas as pd
import streamlit as st

from analysis.indicator import Indicator

ROOT = Path(__file__).parents[1]
SQL = Path(__file__).parent / "sql"
Question = Literal[
    "hospital_reach", "figure", "periods", "groups", "series", "region", "map_shape",
    "map_bounds", "map_inset", "source", "knowledge", "account", "outcomes", "rejected",
    "findings", "set_aside", "shortage", "shortage_periods", "benchmark", "state",
    "overview",
]  # fmt: skip


@dataclass(frozen=True)
class Dataset:
    """An open dataset: its name for readers, its file, and when that was built."""

    name: str
    path: str
    built: datetime


def published_path() -> Path:
    """Where the published dataset stands; GROUNDWORK_DATA names another file."""
    return Path(os.environ.get("GROUNDWORK_DATA", ROOT / "data" / "published.duckdb"))


def current() -> Dataset | None:
    """The dataset to show now; None when none has been built yet."""
    path = published_path().resolve()
    if not path.exists():
        return None
    return Dataset("Published", str(path), datetime.fromtimestamp(path.stat().st_mtime))


@st.cache_resource(max_entries=2, show_spinner=False)
def _connect(dataset: Dataset) -> duckdb.DuckDBPyConnection:
    """A connection that can read this file, as it is now, and nothing else.

    Attached from memory: opening a path again while an old connection lives would show the
    old file, where a new one replaced it under the same name.
    """
    con = duckdb.connect(
        config={"python_enable_replacements": "false", "memory_limit": "1GB", "threads": "2"}
    )
    path = dataset.path.replace("'", "''")
    con.execute(f"attach '{path}' as dataset (read_only)")
    con.execute("use dataset")
    con.execute("set enable_external_access = false")
    con.execute("set lock_configuration = true")
    return con


@st.cache_data(max_entries=256, show_spinner=False)
def ask(dataset: Dataset, question: Question, **values: str | int) -> pd.DataFrame:
    """The answer of `ui/sql/<question>.sql` with `values` as its parameters."""
    statement = (SQL / f"{question}.sql").read_text("utf-8")
    with _connect(dataset).cursor() as cursor:
        cursor.execute("use dataset")
        return cursor.execute(statement, values).df()


def rows_of(dataset: Dataset, indicator: Indicator, choice: dict[str, str | int]) -> pd.DataFrame:
    """An indicator's rows of a view, for every territory that has any; see ROW_COLUMNS."""
    names = {"hospital_reach": ("km",), "figure": ("measure_id", "group_id", "period")}
    values = {name: choice[name] for name in names[indicator.reads]}
    return indicator.rows(ask(dataset, indicator.reads, **values))
