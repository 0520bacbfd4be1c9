"""The dataset of a share, built: what it took."""

import resource
import shutil
from pathlib import Path
from time import perf_counter

import duckdb

from bench.growing.europe import generate
from etl import plausible
from etl.build import SQL, STEPS, check
from etl.engine.query import Query
from ui.store import current

# Half of what such a machine has: the rest is for what Python holds of a step.
LIMIT = "8GB"
_MARTS = [query for _, query in STEPS if isinstance(query, Query)]


def built(share: int, file: Path) -> dict[str, float]:
    """Add a share to the published dataset at `file` and work out all that follows from it."""
    dataset = current("published")
    if dataset is None:
        raise SystemExit("There is no dataset yet; build it with: make build")
    shutil.copyfile(dataset.path, file)
    seconds = {}
    with duckdb.connect(str(file), config={"threads": 2, "memory_limit": LIMIT}) as con:
        con.execute("set preserve_insertion_order = false")
        generate(con, share)
        for name, step in (
            ("load", _load),
            ("doubt", _doubt),
            ("marts", _marts),
            ("check", _check),
        ):
            start = perf_counter()
            step(con)
            con.execute("checkpoint")
            seconds[f"{name}_s"] = round(perf_counter() - start, 1)
            print(f"{share} %: {name} took {seconds[f'{name}_s']} s", flush=True)
        (rows,) = con.execute("select count(*) from observation").fetchone() or (0,)
    return {
        "observations": rows,
        **seconds,
        "file_mb": round(file.stat().st_size / 1e6),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _load(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("insert into territory by name select * from unit")
    con.execute("insert into observation by name select * from drawn")
    con.execute(
        "insert into need by name select * from needed order by need_id, territory_id, period"
    )
    con.execute("insert into facility by name select * exclude (region_id) from place")
    con.execute("insert into facility_place by name select facility_id, region_id from place")


def _check(con: duckdb.DuckDBPyConnection) -> None:
    """Every check of a build, of a geography whose new units have been drawn and tiled."""
    con.execute("create temp table unit_id as select territory_id from region where level = 4")
    con.execute(
        "insert into map_shape select territory_id, 4, '', 0, 0, 0, 0, 0, 0 from unit_id;"
        " insert into map_tile select grid, territory_id, 4, '', 0, 0, 0, 0"
        " from unit_id cross join (select distinct grid from map_tile)"
    )
    check(con)


def _doubt(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("delete from finding")
    plausible.mark(con)


def _marts(con: duckdb.DuckDBPyConnection) -> None:
    """Work out anew what grows with observations, needs and places."""
    con.execute("drop table displayed")
    con.execute((SQL / "core/displayed.sql").read_text("utf-8"))
    for query in _MARTS:
        for number, values in enumerate(query.each):
            name = query.file.split("/")[1].removesuffix(".sql")
            if not number and name != "figure_rollup":
                con.execute(f"drop table if exists {name}")
            con.execute(query.text, dict(values))
