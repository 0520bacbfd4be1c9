"""python -m etl: build a dataset, check it, list sources, make the shipped figures."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn

import duckdb
import typer
from rich.console import Console
from rich.table import Table

from etl import build as building
from etl import bundle as shipping
from etl.dictionary import markdown
from etl.gather import gather
from etl.reading import LayoutError
from etl.sources import SOURCES
from etl.turn import BusyError

ROOT = Path(__file__).parents[1]
BUNDLE = ROOT / "data" / "bundle"
DATASETS = {"published": ROOT / "data" / "published.duckdb"}
SHIPPED_LIMIT_BYTES = 6_000_000
BUSY = 75  # EX_TEMPFAIL: try again later

app = typer.Typer(add_completion=False, no_args_is_help=True, help=__doc__)
console = Console()


def _fail(message: str, code: int = 1) -> NoReturn:
    """Say what is wrong on standard error and end."""
    print(message, file=sys.stderr)
    raise typer.Exit(code)


@app.command()
def build(
    dataset: Annotated[str, typer.Option(help="which dataset")] = "published",
    out: Annotated[Path | None, typer.Option(help="file to build, in place of the usual")] = None,
) -> None:
    """Build a dataset from the shipped figures and swap it in."""
    if dataset not in DATASETS:
        _fail(f"There is no dataset {dataset!r}; there is: {', '.join(DATASETS)}.")
    target = out or DATASETS[dataset]
    try:
        loaded = building.build(BUNDLE, target, lambda step: print(step, flush=True))
    except BusyError as error:
        _fail(f"{error}; wait for it to end.", BUSY)
    except (building.CheckError, OSError, ValueError, duckdb.Error) as error:
        _fail(f"Nothing was changed. {error}")
    table = Table("source", "lines read", "rows loaded", "lines rejected", "seconds", box=None)
    for row in loaded:
        table.add_row(
            row.module, f"{row.lines:,}", f"{row.rows:,}", f"{row.rejected:,}", f"{row.seconds:.2f}"
        )
    console.print(table)
    console.print(f"built {target}")


@app.command()
def check(file: Annotated[Path, typer.Argument(help="a dataset")]) -> None:
    """Run every check on a dataset; a row that a check returns is a failure."""
    if not file.exists():
        _fail(f"{file} does not exist; build it with: python -m etl build")
    with duckdb.connect(str(file.resolve()), read_only=True) as con:
        try:
            names = building.check(con)
        except building.CheckError as error:
            _fail(str(error))
    console.print(f"{len(names)} checks passed: {', '.join(names)}")


@app.command()
def sources() -> None:
    """List the sources with licence and vintage."""
    table = Table("source", "publisher", "vintage", "licence", box=None)
    for source in SOURCES:
        table.add_row(source.source_id, source.publisher, source.vintage, source.licence)
    console.print(table)


@app.command()
def dictionary() -> None:
    """Print the data dictionary: every table, column, code and measure."""
    print(markdown(), end="")


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
        frames = gather(SOURCES, folder, day, lambda name: print(f"source {name}", flush=True))
    except (LayoutError, FileNotFoundError) as error:
        _fail(f"Nothing was written. {error}")
    size = shipping.write(out, frames, SOURCES)
    console.print(f"wrote {size / 1e6:.2f} MB to {out}")
    if size > SHIPPED_LIMIT_BYTES:
        _fail(f"That is more than the {SHIPPED_LIMIT_BYTES / 1e6:.0f} MB the product ships.")


if __name__ == "__main__":
    app()
