"""What generated figures hang on: regions with their residents, and countries' totals."""

import zlib
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

SOURCE_ID = "demonstration"
FACT = {
    "source_id": SOURCE_ID,
    "obs_status": "A",
    "evidence": "synthetic",
    "source_file": "generated",
}
YEARS = (2021, 2022, 2023, 2024, 2025)
# People per resident where a country publishes no figure of its own.
USUAL = {
    "temporary_protection_persons": 0.010,
    "asylum_seekers_pending_persons": 0.003,
    "asylum_applicants_persons": 0.002,
    "refugees_persons": 0.012,
    "resettlement_arrivals_persons": 0.00005,
    "unaccompanied_children_present_persons": 0.0002,
}
# Where neither a publisher nor the population grid says how many live there (Kosovo).
_PERSONS_PER_CELL = 2_000.0


@dataclass(frozen=True)
class Anchors:
    """Regions (finest ones: country, residents, name), their cells, and national totals.

    `regions` is indexed by territory_id; `cells` has cell, territory_id, persons; `totals` is
    measure -> country -> persons, the latest published; `norms` are the shipped benchmarks.
    """

    regions: pd.DataFrame
    cells: pd.DataFrame
    totals: dict[str, dict[str, float]]
    norms: pd.DataFrame
    seed: int

    def random(self, name: str) -> np.random.Generator:
        """A generator of its own for each thing that is made, so that none moves another."""
        return np.random.default_rng([self.seed, zlib.crc32(name.encode())])

    def larger(self) -> pd.DataFrame:
        """NUTS 2 regions in the shape of `regions`: country, residents, name (their code)."""
        finest = self.regions[self.regions.index.str.len() == 5]
        summed = finest.groupby(finest.index.str[:4]).agg(
            country=("country", "first"), residents=("residents", "sum")
        )
        return summed.rename_axis("territory_id").assign(name=summed.index)

    def for_regions(self, codes: pd.Index) -> "Anchors":
        """The same anchors for other regions: each code with its country."""
        regions = pd.DataFrame({"country": codes.str[:2]}, index=codes)
        return replace(self, regions=regions)


def anchors(bundle: Path, seed: int) -> Anchors:
    """Read what the shipped figures say of regions and countries."""
    con = duckdb.connect()
    con.execute("set python_enable_replacements = false")

    def read(sql: str, *files: str) -> pd.DataFrame:
        return con.execute(sql, [str(bundle / file) for file in files]).df()

    cells = read(
        """
        select cell.cell, cell.nuts_2024 as territory_id, coalesce(grid.grid_persons, 0) as persons
        from read_parquet(?) as cell
        left join read_parquet(?) as grid using (cell)
        order by cell.cell
        """,
        "cell/nuts.parquet", "cell_persons/population_grid.parquet",
    )  # fmt: skip
    names = read(
        "select territory_id, name, country from read_parquet(?) where shown order by 1",
        "territory/nuts.parquet",
    )
    residents = read(
        """
        select territory_id, arg_max(value, period) as residents from read_parquet(?)
        where measure_id = 'residents_persons' and value is not null group by 1
        """,
        "observation/residents.parquet",
    )
    totals = read(
        """
        select measure_id, territory_id, arg_max(value, (period, source_id)) as persons
        from read_parquet(?, union_by_name = true)
        where length(territory_id) = 2 and value is not null
            and group_id in ('temporary_protection', 'asylum_applicants', 'resettled',
                'beneficiaries_of_protection', 'unaccompanied_children')
        group by all
        order by all
        """,
        "observation/*.parquet",
    )
    norms = read(
        "select * from read_parquet(?, union_by_name = true) order by benchmark_id",
        "benchmark/*.parquet",
    )
    con.close()
    by_measure = {
        str(measure): dict(zip(part["territory_id"], part["persons"], strict=True))
        for measure, part in totals.groupby("measure_id")
        if measure in USUAL
    }
    return Anchors(_regions(cells, names, residents), cells, by_measure, norms, seed)


def _regions(cells: pd.DataFrame, names: pd.DataFrame, residents: pd.DataFrame) -> pd.DataFrame:
    """Finest regions with residents: published, else of the grid, else as their size suggests.

    A region where nobody lives (Svalbard, in the statistics) keeps its 0.
    """
    grid = cells.groupby("territory_id").agg(persons=("persons", "sum"), cells=("cell", "size"))
    regions = grid.join(names.set_index("territory_id"), how="left")
    published = residents.set_index("territory_id")["residents"]
    counted = regions["persons"].where(regions["persons"] > 0)
    regions["residents"] = (
        published.reindex(regions.index)
        .fillna(counted)
        .fillna(regions["cells"] * _PERSONS_PER_CELL)
    )
    return regions.sort_index()
