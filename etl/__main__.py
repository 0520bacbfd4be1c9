"""python -m etl: fetch, build a dataset, check it, list sources, make the shipped figures."""

import json
import os
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn

import duckdb
import typer
from rich.console import Console
from rich.table import Table

from etl import build as building
from etl import bundle as shipping
from etl import commands, forget, plans, taking
from etl.demonstration import generate
from etl.dictionary import markdown
from etl.engine import folder as folders
from etl.engine import intact
from etl.engine.query import LOCAL, EngineError
from etl.fetch.attempt import Run
from etl.fetch.http import Http
from etl.fetch.run import chosen
from etl.fetch.run import fetch as fetching
from etl.fetch.show import bars, summary
from etl.fetch.store import LockError, Store
from etl.gather import gather
from etl.reading import LayoutError
from etl.sources import SOURCES
from etl.stage import Origin, Staged, stage
from etl.turn import BusyError, turn

ROOT = Path(__file__).parents[1]
BUNDLE = ROOT / "data" / "bundle"
FETCHED = ROOT / "data" / "fetched"
# Other base addresses for hosts, as JSON: {"ec.europa.eu": "http://127.0.0.1:8000"}
HOSTS = "GROUNDWORK_HOSTS"
DATASETS = {
    "published": ROOT / "data" / "published.duckdb",
    # Files of the demonstration begin with demo_, so that nobody takes them for published.
    "demonstration": ROOT / "data" / "demo_groundwork.duckdb",
}
ENGINES = ("duckdb", "spark")
SHIPPED_LIMIT_BYTES = 6_000_000
BUSY = 75  # EX_TEMPFAIL: try again later

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
app.add_typer(commands.app)
app.add_typer(forget.app)
app.add_typer(plans.app)
console = Console()


def _fail(message: str, code: int = 1) -> NoReturn:
    """Say what is wrong on standard error and end."""
    print(message, file=sys.stderr)
    raise typer.Exit(code)


@app.command()
def build(
    dataset: Annotated[str, typer.Option(help="which dataset")] = "published",
    out: Annotated[
        Path | None,
        typer.Option(help="file to build, in place of the usual; X.parquet: a folder of Parquet"),
    ] = None,
    shipped: Annotated[bool, typer.Option("--shipped", help="leave out what was fetched")] = False,
    engine: Annotated[str, typer.Option(help="what works the marts out: duckdb, spark")] = "duckdb",
    master: Annotated[str, typer.Option(help="for spark: where it runs")] = LOCAL,
) -> None:
    """Build a dataset from the shipped and fetched figures and swap it in."""
    if dataset not in DATASETS:
        _fail(f"There is no dataset {dataset!r}; there is: {', '.join(DATASETS)}.")
    if engine not in ENGINES:
        _fail(f"There is no engine {engine!r}; there is: {', '.join(ENGINES)}.")
    spark = master if engine == "spark" else None
    target = out or DATASETS[dataset].with_suffix(folders.SUFFIX if spark else ".duckdb")
    staged = Staged(BUNDLE)
    try:
        if dataset == "demonstration":
            loaded = _demonstration(target, spark)
        else:
            if not shipped:
                staged = stage(BUNDLE, FETCHED, SOURCES, _say)
            loaded = building.build(staged.folder, target, _say, spark)
    except BusyError as error:
        _fail(f"{error}; wait for it to end.", BUSY)
    except EngineError as error:
        _fail(f"Nothing was changed. {error}")
    except (building.CheckError, OSError, ValueError, duckdb.Error) as error:
        used = [name for name, origin in staged.origins.items() if origin.fetched_on]
        hint = f"\nFetched figures were used: {', '.join(used)}. Without them: {_WITHOUT}"
        _fail(f"Nothing was changed. {error}{hint if used else ''}")
    table = Table("source", "from", "lines read", "rows loaded", "rejected", "seconds", box=None)
    for row in loaded:
        counts = (f"{row.lines:,}", f"{row.rows:,}", f"{row.rejected:,}", f"{row.seconds:.2f}")
        table.add_row(row.module, _told(staged.origins.get(row.module)), *counts)
    console.print(table)
    for name, origin in staged.origins.items():
        if origin.problem:
            print(f"{name}: the fetched snapshot is not used; {origin.problem}", file=sys.stderr)
    console.print(f"built {target}")


def _demonstration(target: Path, master: str | None) -> list[building.Loaded]:
    """Generate the demonstration's figures beside the shipped geography and build them."""
    with tempfile.TemporaryDirectory(prefix="demo_") as folder:
        _say("generated figures")
        generate.write(BUNDLE, Path(folder))
        return building.build(Path(folder), target, _say, master)


_WITHOUT = "python -m etl build --shipped"


def _say(step: str) -> None:
    print(step, flush=True)


def _told(origin: Origin | None) -> str:
    """Where a source's figures are from."""
    return f"fetched {origin.fetched_on}" if origin and origin.fetched_on else "bundle"


@app.command()
def fetch(
    names: Annotated[list[str] | None, typer.Argument(metavar="[SOURCE]...")] = None,
    accept_fewer: Annotated[
        bool, typer.Option("--accept-fewer", help="take snapshots with far fewer lines than before")
    ] = False,
) -> None:
    """Fetch publishers' current files; what fails keeps its last good snapshot."""
    try:
        sources, hosts = chosen(SOURCES, names or []), _hosts()
        FETCHED.parent.mkdir(parents=True, exist_ok=True)
        with turn(FETCHED, "fetch"), bars(console) as progress:
            http = Http(hosts, watch=progress.advance)
            run = Run(Store(FETCHED), http, accept_fewer)
            outcomes = list(fetching(sources, run, progress.begin))
    except BusyError as error:
        _fail(f"{error}; wait for it to end.", BUSY)
    except (LockError, ValueError) as error:
        _fail(str(error))
    console.print(summary(outcomes, SOURCES))
    if any(outcome.state == "failed" for outcome in outcomes):
        raise typer.Exit(1)


def _hosts() -> dict[str, str]:
    """The base addresses that stand in for hosts; ValueError when they are not told so."""
    told = os.environ.get(HOSTS, "{}")
    try:
        return {str(host): str(base) for host, base in json.loads(told).items()}
    except (ValueError, AttributeError):
        raise ValueError(f'{HOSTS} is not like {{"host": "http://..."}}: {told}') from None


@app.command()
def check(file: Annotated[Path, typer.Argument(help="a dataset")]) -> None:
    """Check that a dataset is whole and of this version, and its figures by every check.

    A row that a check returns is a failure.
    """
    if not file.exists():
        _fail(f"{file} does not exist; build it with: python -m etl build")
    if wrong := intact.problems(file.resolve()):
        _fail("\n".join(wrong))
    with folders.opened(file.resolve()) as con:
        try:
            names = building.check(con)
        except (building.CheckError, duckdb.Error) as error:
            _fail(f"{file}: {error}")
    console.print(f"{len(names)} checks passed: {', '.join(names)}")


@app.command()
def sources() -> None:
    """List the sources with licence and vintage, and which snapshot is there."""
    try:
        snapshots = Store(FETCHED).snapshots()
    except LockError as error:
        _fail(str(error))
    table = Table("source", "publisher", "vintage", "licence", "in use", box=None)
    for source in SOURCES:
        snapshot = snapshots.get(source.source_id)
        there = f"fetched {snapshot.retrieved_on()}" if snapshot else None
        there = there or ("bundle" if source.shipped else "not fetched")
        row = (source.source_id, source.publisher, source.vintage, source.licence)
        table.add_row(*row, there)
    console.print(table)


@app.command()
def dictionary() -> None:
    """Print the data dictionary: every table, column, code and measure."""
    print(markdown(), end="")


@app.command()
def export(  # noqa: PLR0913, PLR0917 - each is an option of the command
    view: Annotated[str, typer.Argument(help="a view, as in its address, table.NAME, or report")],
    where: Annotated[
        list[str] | None, typer.Option(help="a filter as in the address: in=IT.ES; repeatable")
    ] = None,
    form: Annotated[
        str,
        typer.Option("--format", help="csv, xlsx, parquet, geojson, gpkg, json-stat, zip, ..."),
    ] = "csv",
    out: Annotated[
        Path | None, typer.Option(help="file or folder to write, - for standard output")
    ] = None,
    dataset: Annotated[str, typer.Option(help="which dataset")] = "published",
    territory: Annotated[
        str | None, typer.Option(help="with report: the territory's NUTS code, e.g. ITG1")
    ] = None,
    ways: Annotated[
        Path | None,
        typer.Option(
            help="for reach: travel times of your own, Parquet: origin, destination, minutes"
        ),
    ] = None,
) -> None:
    """Write the rows of a page's view, or of a table: the same as its page and address give.

    `report --territory ITG1` writes all that is known of a territory as one HTML file.
    """
    try:
        if view == taking.REPORT:
            target = taking.report(_named(territory, where), dataset, out)
        else:
            target = taking.export(taking.Asked(view, where or [], form, dataset, ways), out)
    except (taking.AskedWronglyError, OSError) as error:
        _fail(str(error))
    if target is not None:
        console.print(f"wrote {target}", soft_wrap=True)


def _named(territory: str | None, where: list[str] | None) -> str:
    """The territory of a report; ends where none is named, or filters are, which it has not."""
    if territory is None or where:
        _fail("A report is of one territory: python -m etl export report --territory ITG1")
    return territory


@app.command()
def reopen(
    file: Annotated[Path, typer.Argument(help="a view that was taken away as ZIP", exists=True)],
    dataset: Annotated[
        str | None, typer.Option(help="ask this dataset, not the one the ZIP names")
    ] = None,
) -> None:
    """Ask for a view again: its rows come out the same, or what has changed since is told."""
    try:
        same, told = taking.reopen(file, dataset)
    except (taking.AskedWronglyError, OSError) as error:
        _fail(str(error))
    print("\n".join(told))
    if not same:
        raise typer.Exit(1)


@app.command()
def bundle(
    folder: Annotated[Path, typer.Option("--from", help="folder of publishers' files")],
    retrieved_on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="day the files were fetched, if known"),
    ] = None,
    out: Annotated[Path, typer.Option(help="folder to write")] = BUNDLE,
) -> None:
    """Make the shipped figures from publishers' files (for maintainers)."""
    day = retrieved_on.date() if retrieved_on else None
    try:
        shipped = [source for source in SOURCES if source.shipped]
        frames = gather(shipped, folder, day, lambda name: print(f"source {name}", flush=True))
    except (LayoutError, FileNotFoundError) as error:
        _fail(f"Nothing was written. {error}")
    size = shipping.write(out, shipping.shippable(frames), shipped)
    console.print(f"wrote {size / 1e6:.2f} MB to {out}")
    if size > SHIPPED_LIMIT_BYTES:
        _fail(f"That is more than the {SHIPPED_LIMIT_BYTES / 1e6:.0f} MB the product ships.")


if __name__ == "__main__":
    app()
