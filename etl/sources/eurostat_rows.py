"""What the Eurostat readers share: from a cell of a Eurostat file to an observation row."""

import re
from typing import Literal

import pandas as pd

from etl.readers.eurostat_tsv import Cell

NutsVersion = Literal["2021", "2024"]

# Eurostat's codes for sums of countries; never territories.
AGGREGATES = frozenset(
    {
        "EA", "EA12", "EA17", "EA18", "EA19", "EA20", "EA21", "EEA", "EEA30_2007", "EEA31", "EFTA",
        "EU", "EU15", "EU25", "EU27_2007", "EU27_2020", "EU28",
    }
)  # fmt: skip

_NO_REGION = re.compile(r"[A-Z]{2}[XZ]+")


def not_a_territory(geo: str) -> str | None:
    """Why a line of Eurostat's is deliberately not loaded; None when it is a territory.

    >>> not_a_territory("FRXXX")
    'not attributed to a region'
    >>> not_a_territory("XK") is None
    True
    """
    if geo in AGGREGATES:
        return "sum of countries"
    return "not attributed to a region" if _NO_REGION.fullmatch(geo) else None


def observation(
    territory_id: str,
    version: NutsVersion,
    measure: tuple[str, str],
    origin: tuple[str, str, int],
    cell: Cell,
) -> dict[str, object]:
    """One row of table `observation`.

    `measure` is (measure_id, group_id); `origin` is (source_id, file, line).
    """
    measure_id, group_id = measure
    source_id, file, line = origin
    return {
        "territory_id": territory_id,
        "nuts_version": version,
        "period": cell.period,
        "measure_id": measure_id,
        "group_id": group_id,
        "value": cell.value,
        "obs_status": cell.obs_status,
        "evidence": "published",
        "source_id": source_id,
        "note": cell.note,
        "source_file": file,
        "source_line": line,
    }


def observations(
    cells: pd.DataFrame,
    version: NutsVersion,
    measure: tuple[str, str],
    origin: tuple[str, str],
) -> pd.DataFrame:
    """Rows of table `observation` from the cells of a wide table, in their order.

    `cells` are those of `eurostat_wide.cells`; `measure` is (measure_id, group_id) and
    `origin` (source_id, file).
    """
    measure_id, group_id = measure
    source_id, file = origin
    return pd.DataFrame(
        {
            "territory_id": cells["geo"],
            "nuts_version": version,
            "period": cells["period"],
            "measure_id": measure_id,
            "group_id": group_id,
            "value": cells["value"],
            "obs_status": cells["obs_status"],
            "evidence": "published",
            "source_id": source_id,
            "note": cells["note"],
            "source_file": file,
            "source_line": cells["line"],
        }
    )
