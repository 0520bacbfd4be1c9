"""What happens during a fetch, and what became of it, on the console."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import DownloadColumn, Progress, SpinnerColumn, TextColumn, TransferSpeedColumn
from rich.table import Table

from etl.fetch.run import Outcome
from etl.reading import Source


class Bars:
    """A bar for the source that is being fetched; pieces that arrive move it."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._task = progress.add_task("", total=None, start=False)

    def begin(self, name: str) -> None:
        """Begin with a source."""
        self._progress.remove_task(self._task)
        self._task = self._progress.add_task(name, total=None)

    def advance(self, size: int) -> None:
        """A piece of so many bytes has arrived."""
        self._progress.advance(self._task, size)


@contextmanager
def bars(console: Console) -> Iterator[Bars]:
    """A progress display that goes away when the fetch has ended."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    bytes_columns = (DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, *bytes_columns, console=console, transient=True) as progress:
        yield Bars(progress)


def summary(outcomes: Sequence[Outcome], sources: Sequence[Source]) -> Table:
    """What became of each source, and what is in use now: a snapshot, the bundle, nothing."""
    shipped = {source.source_id for source in sources if source.shipped}
    table = Table("source", "outcome", "in use", "", box=None)
    for outcome in outcomes:
        rest = "bundle" if outcome.source_id in shipped else "nothing"
        kept = f"snapshot of {outcome.kept}" if outcome.kept else rest
        table.add_row(outcome.source_id, outcome.state, kept, outcome.detail)
    return table
