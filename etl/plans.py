"""python -m etl scenario: the plans of a file, worked out in one go."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from etl import taking

app = typer.Typer()


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
        print(str(error), file=sys.stderr)
        raise typer.Exit(1) from None
    for each in written:
        print(f"wrote {each}")
