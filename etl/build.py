"""From the shipped figures to a published dataset: load, derive, marts, checks, swap."""

import shutil
from collections.abc import Callable
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
from etl.publish import publish
from etl.turn import turn

SQL = Path(__file__).parent / "sql"
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


def _mart(name: str) -> Callable[[DuckDBPyConnection], None]:
    return lambda con: run_sql(con, f"marts/{name}.sql")


def _roll_up(con: DuckDBPyConnection) -> None:
    """Sum figures upwards, from NUTS 3 to the country."""
    statement = (SQL / "marts/figure_rollup.sql").read_text("utf-8")
    for level in (2, 1, 0):
        con.execute(statement, {"level": level})


def _displayed_sums(con: DuckDBPyConnection) -> None:
    """Prefer the sum of the regions inside to a share of several, from NUTS 2 to NUTS 1."""
    statement = (SQL / "core/displayed_sums.sql").read_text("utf-8")
    for level in (2, 1):
        con.execute(statement, {"level": level})


# The order is the dependency: each step reads what those above it made.
STEPS: tuple[tuple[str, Callable[[DuckDBPyConnection], None]], ...] = (
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
    ("sums of regions", _roll_up),
    ("residents of figures", _mart("figure_residents")),
    ("need", needs.fill),
    ("standards", standards.fill),
    ("days of periods", _core("period_day")),
    ("shortage", _mart("shortage")),
    ("steps of protection", protection.inputs),
    ("services in reach", protection.reach),
    ("protection funnel", _mart("funnel")),
    ("hospital reach", _mart("hospital_reach")),
    ("kinds of measures", derive.measure_kinds),
    ("knowledge", _mart("knowledge")),
    ("who is at work", _mart("at_work")),
    ("supply on site", _mart("on_site_supply")),
)


def build(source: Path, target: Path, progress: Progress) -> list[Loaded]:
    """Build the dataset of the bundle in folder `source` and publish it at `target`.

    Readers of `target` keep reading what they opened. Raises BusyError when another build of
    `target` runs, CheckError when a check finds rows; `target` is then as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with turn(target, "build"):
        unfinished = target.with_name(f"{target.stem}.building{target.suffix}")
        _clear(unfinished)
        try:
            with duckdb.connect(str(unfinished)) as con:
                loaded = fill(con, source, progress)
                progress("checks")
                check(con)
                con.execute("checkpoint")
            publish(unfinished, target)
        finally:
            _clear(unfinished)
    return loaded


def _clear(unfinished: Path) -> None:
    """Remove what a build leaves that did not end: its file, its log, its spilled pages."""
    unfinished.unlink(missing_ok=True)
    unfinished.with_name(f"{unfinished.name}.wal").unlink(missing_ok=True)
    shutil.rmtree(unfinished.with_name(f"{unfinished.name}.tmp"), ignore_errors=True)


def fill(con: DuckDBPyConnection, source: Path, progress: Progress) -> list[Loaded]:
    """Create every table in an empty database and fill it."""
    for table in contract.TABLES:
        for statement in ddl.create(table):
            con.execute(statement)
    loaded = load(con, source, progress)
    for name, step in STEPS:
        progress(name)
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
