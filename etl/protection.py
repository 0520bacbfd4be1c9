"""What the protection funnel reads: which figure stands for which step, and who is in reach."""

import numpy as np
import pandas as pd
from duckdb import DuckDBPyConnection

from analysis.funnel_inputs import FINEST, GROUPS, INPUTS, REACH_KM
from analysis.reach_protected import shares, within_reach
from etl import geography
from etl.derive import insert

# How much of a finest region's code a service may be told at; a point is told by its cell.
_SHOWN_CODE = {"nuts3": 5, "nuts2": 4, "country": 2}
# Measures that count a country's services: with fewer addresses than that, some are not known.
_COUNTED = ("protection_services", "rehabilitation_centres")


def inputs(con: DuckDBPyConnection) -> None:
    """Fill `funnel_input` from the registry; refuse one that names what does not exist.

    Raises ValueError naming a measure that an input uses and nobody defines.
    """
    known = {row[0] for row in con.execute("select measure_id from measure").fetchall()}
    if strange := sorted({each.measure_id for each in INPUTS} - known):
        raise ValueError(f"analysis/funnel_inputs.py names no measure of etl/measures: {strange}")
    rows = [each._asdict() | {"finest": FINEST[each.group_id]} for each in INPUTS]
    insert(con, "funnel_input", pd.DataFrame(rows))


def reach(con: DuckDBPyConnection) -> None:
    """Fill `protection_reach`: what is known of services is the territory they may be shown in."""
    services = _services(con)
    if services.empty:
        return
    cells = con.execute(
        "select cell, nuts_2024 as region_id, residents from cell order by cell"
    ).df()
    cells["lon"], cells["lat"] = geography.centres(cells["cell"].to_numpy(dtype=np.uint64))
    membership = con.execute(
        """
        select membership.territory_id, membership.region_id, region.country, region.level
        from membership inner join region on region.territory_id = membership.territory_id
        """
    ).df()
    for group_id, found in services.groupby("group_id"):
        insert(con, "protection_reach", _of_group(con, str(group_id), found, cells, membership))


def _services(con: DuckDBPyConnection) -> pd.DataFrame:
    """One row per service and group it is open to, with the area it may be shown in."""
    rows = con.execute(
        """
        select facility.country, facility.groups, facility.publish_level, facility.evidence,
            coalesce(facility.period, '') as period, facility.source_id,
            cast(facility_place.cell as varchar) as cell, facility_place.region_id
        from facility inner join facility_place using (facility_id)
        where facility.groups is not null and facility_place.region_id is not null
            and facility.closed is null
        """
    ).df()
    rows["group_id"] = rows["groups"].str.split()
    rows = rows.explode("group_id")
    rows = rows[rows["group_id"].isin(GROUPS)].drop(columns="groups")
    rows["area"] = [
        f"cell {cell}" if level == "point" else region[: _SHOWN_CODE[level]]
        for cell, level, region in zip(
            rows["cell"], rows["publish_level"], rows["region_id"], strict=True
        )
    ]
    return rows


def _of_group(
    con: DuckDBPyConnection,
    group_id: str,
    services: pd.DataFrame,
    cells: pd.DataFrame,
    membership: pd.DataFrame,
) -> pd.DataFrame:
    """Rows of one group, for the territories of the countries with a known service."""
    regions = pd.Series(cells.index, index=cells["region_id"])
    by_cell = pd.Series(cells.index, index="cell " + cells["cell"].astype(str))
    areas = {
        area: (
            by_cell.loc[[area]].to_numpy()
            if area.startswith("cell ")
            else regions[regions.index.str.startswith(area)].to_numpy()
        )
        for area in services["area"].unique()
    }
    surely, possibly = within_reach(cells, areas, REACH_KM)
    shown = membership[
        membership["country"].isin(services["country"]) & (membership["level"] <= FINEST[group_id])
    ]
    rows = shares(cells, shown, surely, possibly)
    country = rows["territory_id"].str[:2]
    known = services.groupby("country").agg(
        services=("area", "size"), period=("period", "max"), source_id=("source_id", "max"),
        evidence=("evidence", "max"),
    )  # fmt: skip
    complete = known.index[known["services"] >= _counted(con, group_id).reindex(known.index)]
    rows["percent_upper"] = rows["percent_upper"].where(country.isin(complete))
    # Nobody surely, everybody perhaps: that says nothing.
    rows = rows[(rows["percent_lower"] > 0) | rows["percent_upper"].notna()].copy()
    country = rows["territory_id"].str[:2]
    for column in ("period", "source_id", "evidence"):
        rows[column] = country.map(known[column])
    # Worked out from what is published; what is worked out from generated figures stays generated.
    rows["evidence"] = rows["evidence"].where(rows["evidence"] == "synthetic", "estimated")
    return rows.assign(group_id=group_id)


def _counted(con: DuckDBPyConnection, group_id: str) -> pd.Series:
    """How many services each country counts, by its latest figure; none is missing."""
    rows = con.execute(
        """
        select territory_id, arg_max(value, period) as services
        from figure
        where group_id = ? and value is not null and length(territory_id) = 2
            and measure_id in (select unnest(?))
        group by territory_id
        """,
        [group_id, list(_COUNTED)],
    ).df()
    return rows.set_index("territory_id")["services"].astype(float)
