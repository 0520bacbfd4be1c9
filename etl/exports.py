"""python -m etl export, reopen, scenario, dictionary: what the pages show, as files."""

from pathlib import Path
from typing import Annotated

import typer

from etl import taking
from etl.command_line import console, fail
from etl.dictionary import markdown

app = typer.Typer()


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
        fail(str(error))
    if target is not None:
        console.print(f"wrote {target}", soft_wrap=True)


def _named(territory: str | None, where: list[str] | None) -> str:
    """The territory of a report; ends where none is named, or filters are, which it has not."""
    if territory is None or where:
        fail("A report is of one territory: python -m etl export report --territory ITG1")
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
        fail(str(error))
    print("\n".join(told))
    if not same:
        raise typer.Exit(1)


@app.command()
def scenario(
    file: Annotated[
        Path,
        typer.Argument(help="plans as the Scenario page saves them", exists=True, dir_okay=False),
    ],
    out: Annotated[Path, typer.Option(help="folder to write; made where there is none")],
    dataset: Annotated[
        str | None, typer.Option(help="work on this dataset, not the one the file names")
    ] = None,
) -> None:
    """Work out the plans of a file: territories and moves of each, all beside today, in words."""
    try:
        written = taking.scenario(file, out, dataset)
    except (taking.AskedWronglyError, OSError) as error:
        fail(str(error))
    for each in written:
        print(f"wrote {each}")


@app.command()
def dictionary() -> None:
    """Print the data dictionary: every table, column, code and measure."""
    print(markdown(), end="")
