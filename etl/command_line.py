"""What the commands share: where figures lie, how a command speaks, how it ends."""

import sys
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console

DATA = Path(__file__).parents[1] / "data"
BUNDLE, FETCHED = DATA / "bundle", DATA / "fetched"
DATASETS = {
    "published": DATA / "published.duckdb",
    # Files of the demonstration begin with demo_, so that nobody takes them for published.
    "demonstration": DATA / "demo_groundwork.duckdb",
}
BUSY = 75  # EX_TEMPFAIL: try again later

console = Console()


def say(step: str) -> None:
    """Say at once what is being done."""
    print(step, flush=True)


def fail(message: str, code: int = 1) -> NoReturn:
    """Say what is wrong on standard error and end."""
    print(message, file=sys.stderr)
    raise typer.Exit(code)


def wait(error: Exception) -> NoReturn:
    """Say that another one is at work, and end so that a script knows to try again."""
    fail(f"{error}; wait for it to end.", BUSY)
