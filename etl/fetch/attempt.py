"""One attempt at one source: its files arrive, its reader reads them, and only then they count."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from etl.fetch import eurostat, gisco, overpass, plain, unhcr
from etl.fetch.answers import FetchError
from etl.fetch.http import Http
from etl.fetch.retrieval import Got, Retrieve
from etl.fetch.store import Snapshot, Store, Stored
from etl.reading import LOADED, Download, LayoutError, Reading, Source, checksum

RETRIEVE: dict[str, Retrieve] = {
    "file": plain.retrieve,
    "gisco": gisco.retrieve,
    "eurostat": eurostat.retrieve,
    "unhcr": unhcr.retrieve,
    "overpass": overpass.retrieve,
}
# A snapshot that gives less than this share of the lines before it is taken for a broken one.
LEAST_SHARE = 0.5


@dataclass(frozen=True)
class Run:
    """One run: where snapshots are, who asks, and whether fewer lines than before are fine."""

    store: Store
    http: Http
    accept_fewer: bool = False

    def now(self) -> str:
        """The time now, as the lock file writes it."""
        return self.http.clock.now().isoformat(timespec="seconds")


@dataclass
class Attempt:
    """What arrives of a source in `folder`, beside the snapshot that is in use (`kept`).

    `entries` are the files that are current now, `paths` those of them whose bytes are new,
    `failures` says of the others why not.
    """

    source: Source
    run: Run
    folder: Path
    kept: Snapshot | None
    entries: dict[str, Stored] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)

    def retrieve(self) -> None:
        """Ask for every file; the first failure ends it, unless the files stand on their own."""
        for number, download in enumerate(sorted(self.source.downloads, key=self._age)):
            target = self.folder / f"{number}-{Path(download.file).name}"
            known = self._known(download.file)
            try:
                ask = RETRIEVE[download.interface]
                self._enter(download, known, ask(self.run.http, download, target, known), target)
            except FetchError as error:
                if not self.source.separable:
                    raise FetchError(f"{download.file}: {error}") from None
                self.failures[download.file] = str(error)
        if not self.entries:
            raise FetchError(self.failed())

    def snapshot(self) -> Snapshot:
        """What is current, and of files that failed what was there before."""
        before = dict(self.kept.files) if self.kept else {}
        rest = {file: before[file] for file in self.failures if file in before}
        return Snapshot(rest | self.entries, self.kept.lines if self.kept else 0, self.run.now())

    def probed(self) -> Snapshot:
        """The snapshot as its reader reads it; FetchError when it does not."""
        snapshot = self.snapshot()
        reading = self._read(self._view(snapshot))
        lines = sum(n for (_, outcome), n in reading.outcomes.items() if outcome == LOADED)
        if not lines:
            first = reading.rejected[0]["reason"] if reading.rejected else "nothing in it is used"
            raise FetchError(f"no line of it can be loaded: {first}")
        if lines < LEAST_SHARE * snapshot.lines and not self.run.accept_fewer:
            raise FetchError(
                f"it gives {lines:,} lines where the last one gave {snapshot.lines:,};"
                " --accept-fewer takes it all the same"
            )
        return replace(snapshot, lines=lines)

    def failed(self) -> str:
        """The failures in words, the first three by name."""
        told = [f"{file}: {why}" for file, why in self.failures.items()]
        more = f"; and {len(told) - 3} more files" if len(told) > 3 else ""
        return "; ".join(told[:3]) + more

    def _age(self, download: Download) -> str:
        """What was never fetched first, then the oldest: a run cut short is continued."""
        known = self._known(download.file)
        return known.retrieved_at if known else ""

    def _known(self, file: str) -> Stored | None:
        """The stored file, if its bytes are still there."""
        known = self.kept.files.get(file) if self.kept else None
        return known if known and self.run.store.intact(file, known) else None

    def _enter(
        self, download: Download, known: Stored | None, got: Got | None, target: Path
    ) -> None:
        """Enter a file; the same bytes as before are no arrival."""
        file = download.file
        if got is None:
            if known is None:
                raise FetchError("called unchanged, but it is not stored here")
            self.entries[file] = known
            return
        sha256, size = checksum([target]), target.stat().st_size
        same = known is not None and known.sha256 == sha256
        since = known.retrieved_at if known and same else self.run.now()
        self.entries[file] = Stored(
            got.url, sha256, size, got.etag, got.last_modified, since, got.published
        )
        if not same:
            self.paths[file] = target

    def _view(self, snapshot: Snapshot) -> Path:
        """A folder in which the snapshot stands as readers expect it."""
        store, view = self.run.store, self.folder / "view"
        files = {
            file: self.paths.get(file, store.path(file, stored))
            for file, stored in snapshot.files.items()
        }
        store.lay_out([*self._needed(), *files.items()], view)
        return view

    def _needed(self) -> Iterator[tuple[str, Path]]:
        """The stored files of the sources that this one's reader opens too."""
        snapshots = self.run.store.snapshots()
        for name in self.source.needs:
            if name not in snapshots:
                raise FetchError(f"it is read together with {name}, which was not fetched")
            for file, stored in snapshots[name].files.items():
                yield file, self.run.store.path(file, stored)

    def _read(self, view: Path) -> Reading:
        """Read the snapshot with the source's own reader."""
        try:
            self.source.present(view)
            return self.source.read(view)
        except LayoutError as error:
            raise FetchError(f"it is not laid out as expected: {error}") from None
        except Exception as error:  # a reader may stumble over anything a publisher sends
            raise FetchError(f"it cannot be read: {type(error).__name__}: {error}") from None
