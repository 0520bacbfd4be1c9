"""From the shipped figures to a published dataset: load, derive, marts, checks, swap."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import duckdb
from duckdb import DuckDBPyConnection

from etl import (
    bundle,
    contract,
    ddl,
    derive,
    hexagons,
    needs,
    neighbours,
    plausible,
    protection,
    standards,
    tiles,
)
from etl.engine import folder as folders
from etl.engine.query import SQL, Engine, InPlace, Query
from etl.publish import publish
from etl.turn import turn

Progress = Callable[[str], None]


class CheckError(ValueError):
    """A check found rows; the message names the check and shows them."""


@dataclass(frozen=True)
class Loaded:
    """What one source gave: lines read, rows loaded, lines rejected, seconds to load."""

    module: str
    lines: int
    rows: int
    rejected: int
    seconds: float


def _core(name: str) -> Callable[[DuckDBPyConnection], None]:
    return lambda con: run_sql(con, f"core/{name}.sql")


def _mart(name: str) -> Query:
    return Query(f"marts/{name}.sql")


# Figures are summed upwards, from NUTS 3 to the country.
_ROLL_UP = Query("marts/figure_rollup.sql", ({"level": 2}, {"level": 1}, {"level": 0}))


def _displayed_sums(con: DuckDBPyConnection) -> None:
    """Prefer the sum of the regions inside to a share of several, from NUTS 2 to NUTS 1."""
    statement = (SQL / "core/displayed_sums.sql").read_text("utf-8")
    for level in (2, 1):
        con.execute(statement, {"level": level})


# The order is the dependency: each step reads what those above it made. A Query runs where the
# marts are worked out, every other step in DuckDB.
STEPS: tuple[tuple[str, Callable[[DuckDBPyConnection], None] | Query], ...] = (
    ("tables", _core("tables")),
    ("plausibility", plausible.mark),
    ("membership", _core("membership")),
    ("crosswalk", derive.crosswalk),
    ("parts of old codes", _core("conversion")),
    ("figures of old codes", _core("converted")),
    ("figures to display", _core("displayed")),
    ("sums before shares", _displayed_sums),
    ("figures not to display", _core("unconverted")),
    ("cell totals", _core("cell_total")),
    ("residents of cells", derive.cell_residents),
    ("residents", _core("residents")),
    ("latest residents", _core("latest_residents")),
    ("outlines", derive.outlines),
    ("facilities on the map", derive.facility_places),
    ("protected places", _core("protected_places")),
    ("cells and places on the map", hexagons.fill),
    ("protected organisations", _core("protected_organisations")),
    ("hospital register", _core("register")),
    ("holes in the register", derive.register_verdicts),
    ("distances", derive.cell_reach),
    ("regions", _mart("region")),
    ("borders and straits", neighbours.fill),
    ("neighbours", _mart("neighbour")),
    ("tiles", tiles.fill),
    ("figures", _mart("figure")),
    ("sums of regions", _ROLL_UP),
    ("known figures", _mart("figure_known")),
    ("newest figures", _mart("figure_newest")),
    ("residents of figures", _mart("figure_residents")),
    ("need", needs.fill),
    ("standards", standards.fill),
    ("days of periods", Query("core/period_day.sql")),
    ("newest people hosted and places", _mart("hosted_newest")),
    ("shortage", _mart("shortage")),
    ("known shortage", _mart("shortage_known")),
    ("newest shortage", _mart("shortage_newest")),
    ("steps of protection", protection.inputs),
    ("services in reach", protection.reach),
    ("protection funnel", _mart("funnel")),
    ("hospital reach", _mart("hospital_reach")),
    ("kinds of measures", derive.measure_kinds),
    ("knowledge", _mart("knowledge")),
    ("who is at work", _mart("at_work")),
    ("supply on site", _mart("on_site_supply")),
)


def build(
    source: Path, target: Path, progress: Progress, master: str | None = None
) -> list[Loaded]:
    """Build the dataset of the bundle in folder `source` and publish it at `target`.

    A folder of Parquet where `target` ends in .parquet, else one DuckDB file. The marts are
    worked out by the Spark of `master` where there is one, which needs a folder.

    Readers of `target` keep reading what they opened. Raises BusyError when another build of
    `target` runs, CheckError when a check finds rows, EngineError without Spark or Java;
    `target` is then as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    whole = not folders.is_folder(target)
    if master and whole:
        raise ValueError(f"Spark writes a folder of Parquet; {target.name} must end in .parquet")
    with turn(target, "build"), _unfinished(target) as (file, folder):
        with duckdb.connect(str(file)) as con, _engine(master, folder) as engine:
            loaded = fill(con, source, progress, engine)
            progress("checks")
            check(con)
            if whole:
                con.execute("checkpoint")
            else:
                progress("files")
                engine.settled(con)
                folders.finish(con, folder, engine.made)
        publish(file if whole else folder, target)
    return loaded


@contextmanager
def _unfinished(target: Path) -> Iterator[tuple[Path, Path]]:
    """A file and a folder to build in; nothing is left of what did not become the dataset."""
    name = target.name.removesuffix(".duckdb")
    file = target.with_name(f"{name}.building.duckdb")
    folder = target.with_name(f"{name}.building{folders.SUFFIX}")
    _clear(file, folder)
    try:
        yield file, folder
    finally:
        _clear(file, folder)


def _clear(file: Path, folder: Path) -> None:
    """Remove what a build leaves that did not end: its files, its log, its spilled pages."""
    file.unlink(missing_ok=True)
    file.with_name(f"{file.name}.wal").unlink(missing_ok=True)
    shutil.rmtree(file.with_name(f"{file.name}.tmp"), ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _engine(master: str | None, folder: Path) -> Iterator[Engine]:
    """What the marts are worked out by: DuckDB, or the Spark of a master."""
    if master is None:
        yield InPlace()
        return
    from etl.engine.spark import Spark, session  # noqa: PLC0415 - only those who want it wait

    with session(master) as running:
        yield Spark(running, folder)


def fill(
    con: DuckDBPyConnection, source: Path, progress: Progress, engine: Engine | None = None
) -> list[Loaded]:
    """Create every table in an empty database and fill it; marts by `engine`, else in DuckDB."""
    marts = engine or InPlace()
    for table in contract.TABLES:
        for statement in ddl.create(table):
            con.execute(statement)
    loaded = load(con, source, progress)
    for name, step in STEPS:
        progress(name)
        if isinstance(step, Query):
            marts.run(con, step)
        else:
            step(con)
    return loaded


def load(con: DuckDBPyConnection, source: Path, progress: Progress) -> list[Loaded]:
    """Load the bundle's files, one source after the other."""
    entries = bundle.resources(source)
    summary = []
    for module in dict.fromkeys(str(entry["module"]) for entry in entries):
        progress(f"source {module}")
        start, rows = perf_counter(), 0
        for entry in entries:
            table = contract.BY_NAME[str(entry["table"])].name
            if entry["module"] != module:
                continue
            # Two readers may cite the same page: it is one source.
            verb = "insert or ignore" if table == "source" else "insert"
            con.execute(
                f"{verb} into {table} by name select * from read_parquet(?)",  # noqa: S608
                [str(source / str(entry["path"]))],
            )
            if table not in ("source", "line_count", "rejected_row"):
                rows += int(str(entry["rows"]))
        lines, rejected = _lines(con, module)
        summary.append(Loaded(module, lines, rows, rejected, perf_counter() - start))
    return summary


def _lines(con: DuckDBPyConnection, module: str) -> tuple[int, int]:
    """Lines of a module's files, and how many of them were rejected."""
    row = con.execute(
        "select coalesce(sum(lines), 0), coalesce(sum(lines) filter (outcome = 'rejected'), 0)"
        " from line_count where module = ?",
        [module],
    ).fetchone()
    return (int(row[0]), int(row[1])) if row else (0, 0)


def run_sql(con: DuckDBPyConnection, name: str) -> None:
    """Run a file of `etl/sql` that needs no values."""
    con.execute((SQL / name).read_text("utf-8"))


def check(con: DuckDBPyConnection) -> list[str]:
    """Run every check; their names. Raises CheckError with the rows one found."""
    names = []
    for file in sorted((SQL / "checks").glob("*.sql")):
        found = con.execute(file.read_text("utf-8")).df()
        if not found.empty:
            rows = found.head(10).to_string(index=False)
            raise CheckError(f"check {file.stem} found {len(found)} rows:\n{rows}")
        names.append(file.stem)
    return names
