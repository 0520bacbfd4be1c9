"""Ask the plausibility checks about every observation, list what they doubt, and mark it.

Nothing is deleted: the figure stays, its status says how far to trust it, its note says why,
and table `finding` keeps the status the publisher gave it.
"""

from pathlib import Path

import pandas as pd
from duckdb import DuckDBPyConnection

from analysis.plausibility import doubts, stale

_SQL = Path(__file__).parent / "sql" / "core"


def mark(con: DuckDBPyConnection) -> None:
    """Fill `finding` and mark the observations it names (status B or U, and the reason).

    One measure after the other: no check compares two, and memory is that of the largest.
    """
    asked = (_SQL / "plausible_figures.sql").read_text("utf-8")
    measures = con.execute("select measure_id from measure order by measure_id").fetchall()
    for (measure_id,) in measures:
        figures = con.execute(asked, {"measure_id": measure_id}).df()
        if not figures.empty:
            _list(con, figures)
    con.execute((_SQL / "finding_marks.sql").read_text("utf-8"))


def _list(con: DuckDBPyConnection, figures: pd.DataFrame) -> None:
    """Add what the checks doubt among the figures of a measure to `finding`."""
    found = pd.concat([doubts(figures), stale(figures)], ignore_index=True)
    found = found.drop_duplicates(["figure", "check_id"])
    rows = figures.drop(columns="obs_status").join(
        found.set_index("figure"), how="inner", validate="1:m"
    )
    rows["published_status"] = figures["obs_status"].reindex(rows.index)
    # What its publisher already calls unreliable is not made better by a lesser doubt.
    unreliable = rows["published_status"] == "U"
    rows.loc[unreliable, "obs_status"] = "U"
    columns = [name for name, *_ in con.table("finding").description]
    con.register("doubted", rows[columns])
    con.execute("insert into finding by name select * from doubted")
    con.unregister("doubted")
