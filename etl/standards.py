"""Fill tables `standard`, `standard_basis`, `standard_supply` from the registry of analysis."""

import pandas as pd
from duckdb import DuckDBPyConnection

from analysis.standards import STANDARDS
from etl.derive import insert


def fill(con: DuckDBPyConnection) -> None:
    """Write the registry where SQL can join it; refuse one that names what does not exist.

    Raises ValueError naming a measure or benchmark that a standard uses and nobody defines.
    """
    _refuse_strangers(con)
    standards, bases, supplies = [], [], []
    for each in STANDARDS:
        measure_id, group_id = each.published or (None, None)
        standards.append(
            {
                "standard_id": each.standard_id,
                "service": each.service,
                "group_id": each.group_id,
                "benchmark_id": each.benchmark_id,
                "countries": " ".join(each.countries),
                "max_days_apart": each.max_days_apart,
                "published_measure_id": measure_id,
                "published_group_id": group_id,
            }
        )
        bases += [
            {"standard_id": each.standard_id, "basis_id": basis.basis_id, "reads": basis.reads,
             "key": basis.key, "group_id": basis.group_id}
            for basis in each.bases
        ]  # fmt: skip
        supplies += [
            {"standard_id": each.standard_id, "place": place, "measure_id": measure,
             "group_id": group}
            for place, (measure, group) in enumerate(each.supply)
        ]  # fmt: skip
    insert(con, "standard", pd.DataFrame(standards))
    insert(con, "standard_basis", pd.DataFrame(bases))
    insert(con, "standard_supply", pd.DataFrame(supplies))


def _refuse_strangers(con: DuckDBPyConnection) -> None:
    """Every measure a standard names is one of the dataset's."""
    known = {row[0] for row in con.execute("select measure_id from measure").fetchall()}
    named = {measure for each in STANDARDS for measure, _ in each.supply}
    named |= {each.published[0] for each in STANDARDS if each.published}
    named |= {basis.key for each in STANDARDS for basis in each.bases if basis.reads == "figure"}
    if strange := sorted(named - known):
        raise ValueError(f"analysis/standards.py names no measure of etl/measures: {strange}")
