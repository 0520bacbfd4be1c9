"""python -m etl fetch and sources: what publishers have now, and what is in use."""

import json
import os
from typing import Annotated

import typer
from rich.table import Table

from etl import command_line
from etl.command_line import console, fail, wait
from etl.fetch.attempt import Run
from etl.fetch.http import Http
from etl.fetch.run import chosen
from etl.fetch.run import fetch as fetching
from etl.fetch.show import bars, summary
from etl.fetch.store import LockError, Store
from etl.sources import SOURCES
from etl.turn import BusyError, turn

# Other base addresses for hosts, as JSON: {"ec.europa.eu": "http://127.0.0.1:8000"}
HOSTS = "GROUNDWORK_HOSTS"

app = typer.Typer()


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
        command_line.FETCHED.parent.mkdir(parents=True, exist_ok=True)
        with turn(command_line.FETCHED, "fetch"), bars(console) as progress:
            http = Http(hosts, watch=progress.advance)
            run = Run(Store(command_line.FETCHED), http, accept_fewer)
            outcomes = list(fetching(sources, run, progress.begin))
    except BusyError as error:
        wait(error)
    except (LockError, ValueError) as error:
        fail(str(error))
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
def sources() -> None:
    """List the sources with licence and vintage, and which snapshot is there."""
    try:
        snapshots = Store(command_line.FETCHED).snapshots()
    except LockError as error:
        fail(str(error))
    table = Table("source", "publisher", "vintage", "licence", "in use", box=None)
    for source in SOURCES:
        snapshot = snapshots.get(source.source_id)
        there = f"fetched {snapshot.retrieved_on()}" if snapshot else None
        there = there or ("bundle" if source.shipped else "not fetched")
        row = (source.source_id, source.publisher, source.vintage, source.licence)
        table.add_row(*row, there)
    console.print(table)
