"""python -m etl: fetch, build a dataset, check it, list sources, make the shipped figures."""

import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import Annotated

import duckdb
import typer
from rich.table import Table

from etl import build as building
from etl import bundle as shipping
from etl import command_line, commands, exports, forget
from etl.command_line import DATASETS, console, fail, say, wait
from etl.demonstration import generate
from etl.engine import folder as folders
from etl.engine import intact
from etl.engine.query import LOCAL, EngineError
from etl.fetch import command as fetch
from etl.gather import gather
from etl.reading import LayoutError
from etl.sources import SOURCES
from etl.stage import Origin, Staged, stage
from etl.turn import BusyError

ENGINES = ("duckdb", "spark")
SHIPPED_LIMIT_BYTES = 6_000_000

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
app.add_typer(commands.app)
app.add_typer(forget.app)
app.add_typer(exports.app)
app.add_typer(fetch.app)


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
        fail(f"There is no dataset {dataset!r}; there is: {', '.join(DATASETS)}.")
    if engine not in ENGINES:
        fail(f"There is no engine {engine!r}; there is: {', '.join(ENGINES)}.")
    spark = master if engine == "spark" else None
    target = out or DATASETS[dataset].with_suffix(folders.SUFFIX if spark else ".duckdb")
    staged = Staged(command_line.BUNDLE)
    try:
        if dataset == "demonstration":
            loaded = _demonstration(target, spark)
        else:
            if not shipped:
                staged = stage(command_line.BUNDLE, command_line.FETCHED, SOURCES, say)
            loaded = building.build(staged.folder, target, say, spark)
    except BusyError as error:
        wait(error)
    except EngineError as error:
        fail(f"Nothing was changed. {error}")
    except (building.CheckError, OSError, ValueError, duckdb.Error) as error:
        used = [name for name, origin in staged.origins.items() if origin.fetched_on]
        hint = f"\nFetched figures were used: {', '.join(used)}. Without them: {_WITHOUT}"
        fail(f"Nothing was changed. {error}{hint if used else ''}")
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
        say("generated figures")
        generate.write(command_line.BUNDLE, Path(folder))
        return building.build(Path(folder), target, say, master)


_WITHOUT = "python -m etl build --shipped"


def _told(origin: Origin | None) -> str:
    """Where a source's figures are from."""
    return f"fetched {origin.fetched_on}" if origin and origin.fetched_on else "bundle"


@app.command()
def check(file: Annotated[Path, typer.Argument(help="a dataset")]) -> None:
    """Check that a dataset is whole and of this version, and its figures by every check.

    A row that a check returns is a failure.
    """
    if not file.exists():
        fail(f"{file} does not exist; build it with: python -m etl build")
    if wrong := intact.problems(file.resolve()):
        fail("\n".join(wrong))
    with folders.opened(file.resolve()) as con:
        try:
            names = building.check(con)
        except (building.CheckError, duckdb.Error) as error:
            fail(f"{file}: {error}")
    console.print(f"{len(names)} checks passed: {', '.join(names)}")


@app.command()
def bundle(
    folder: Annotated[Path, typer.Option("--from", help="folder of publishers' files")],
    retrieved_on: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="day the files were fetched, if known"),
    ] = None,
    out: Annotated[Path, typer.Option(help="folder to write")] = command_line.BUNDLE,
) -> None:
    """Make the shipped figures from publishers' files (for maintainers)."""
    day = retrieved_on.date() if retrieved_on else None
    try:
        shipped = [source for source in SOURCES if source.shipped]
        frames = gather(shipped, folder, day, lambda name: print(f"source {name}", flush=True))
    except (LayoutError, FileNotFoundError) as error:
        fail(f"Nothing was written. {error}")
    size = shipping.write(out, shipping.shippable(frames), shipped)
    console.print(f"wrote {size / 1e6:.2f} MB to {out}")
    if size > SHIPPED_LIMIT_BYTES:
        fail(f"That is more than the {SHIPPED_LIMIT_BYTES / 1e6:.0f} MB the product ships.")


if __name__ == "__main__":
    app()
