"""Fetch source after source; no source's failure touches another's snapshot."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from etl.fetch.answers import FetchError
from etl.fetch.attempt import Attempt, Run
from etl.fetch.store import Snapshot
from etl.reading import Source

State = Literal["new", "unchanged", "failed", "no address"]


@dataclass(frozen=True)
class Outcome:
    """What became of a source: `kept` is the day of the snapshot that is in use after it."""

    source_id: str
    state: State
    detail: str
    kept: date | None


def chosen(sources: Sequence[Source], names: Sequence[str]) -> list[Source]:
    """The sources named (all without names) and those they need, in the order of reading.

    Raises ValueError for a name that is no source's.
    """
    by_id = {source.source_id: source for source in sources}
    if unknown := [name for name in names if name not in by_id]:
        known = ", ".join(by_id)
        raise ValueError(f"There is no source {', '.join(unknown)}; there is: {known}.")
    wanted = set(names or by_id)
    wanted |= {needed for name in wanted for needed in by_id[name].needs}
    return [source for source in sources if source.source_id in wanted]


def fetch(
    sources: Sequence[Source], run: Run, progress: Callable[[str], None]
) -> Iterator[Outcome]:
    """Fetch each source in turn; `progress` is told its name before it begins."""
    run.store.folder.mkdir(parents=True, exist_ok=True)
    run.store.clear()
    for source in sources:
        progress(source.source_id)
        yield _fetch(source, run)


def _fetch(source: Source, run: Run) -> Outcome:
    """Fetch one source: all of it, or it stays as it was."""
    kept = run.store.snapshots().get(source.source_id)
    if not source.downloads:
        return _outcome(source, "no address", "no address to fetch from", kept)
    with tempfile.TemporaryDirectory(dir=run.store.folder, prefix="partial-") as folder:
        attempt = Attempt(source, run, Path(folder), kept)
        try:
            attempt.retrieve()
            changed = attempt.paths or attempt.failures or set(attempt.entries) != _files(kept)
            snapshot = attempt.probed() if changed else attempt.snapshot()
            run.store.keep(source.source_id, snapshot, attempt.paths)
        except (FetchError, OSError) as error:
            return _outcome(source, "failed", str(error), kept)
        except Exception as error:  # whatever it is, the other sources go on
            return _outcome(source, "failed", f"{type(error).__name__}: {error}", kept)
    if attempt.failures:
        return _outcome(source, "failed", attempt.failed(), snapshot)
    if not changed:
        return _outcome(source, "unchanged", "", snapshot)
    return _outcome(source, "new", _told(snapshot, len(attempt.paths)), snapshot)


def _files(kept: Snapshot | None) -> set[str]:
    return set(kept.files) if kept else set()


def _outcome(source: Source, state: State, detail: str, kept: Snapshot | None) -> Outcome:
    return Outcome(source.source_id, state, detail, kept.retrieved_on() if kept else None)


def _told(snapshot: Snapshot, arrived: int) -> str:
    """What is new, in words."""
    size = sum(stored.bytes for stored in snapshot.files.values())
    updated = snapshot.published()
    since = f"; publisher's date {updated[:10]}" if updated else ""
    return (
        f"{arrived} of {len(snapshot.files)} files new, {size / 1e6:.1f} MB,"
        f" {snapshot.lines:,} lines{since}"
    )
