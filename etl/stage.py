"""The figures a build reads: the bundle, and in place of its modules what was fetched.

Each source with a snapshot is read, validated and written as its own small bundle, once for
each state of its files and of the code; a second build finds them ready. One that no longer
reads falls back to the bundle, and that is said.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from etl import bundle, vintages
from etl.fetch.store import Snapshot, Store, link
from etl.gather import GEOGRAPHY, Frames, codes_of, gather
from etl.reading import Reading, Source, checksum
from etl.sources import nuts, population_grid
from etl.turn import turn

Progress = Callable[[str], None]
Entry = dict[str, object]
_CODE = Path(__file__).parent
_STAMP = "stamp.txt"


@dataclass(frozen=True)
class Origin:
    """Where a source's figures are from: fetched on a day, or None for the bundle.

    `problem` says why a snapshot that is there is not used.
    """

    fetched_on: date | None
    problem: str | None = None


@dataclass
class Staged:
    """The folder to build from, and where the figures of each source in it are from."""

    folder: Path
    origins: dict[str, Origin] = field(default_factory=dict)


def stage(shipped: Path, fetched: Path, sources: Sequence[Source], progress: Progress) -> Staged:
    """Put fetched figures in place of those in the bundle `shipped`.

    Sources that are neither shipped nor fetched are not among the origins.
    """
    store = Store(fetched)
    snapshots = store.snapshots()
    staged = Staged(shipped, {s.source_id: Origin(None) for s in sources if s.shipped})
    if not snapshots:
        return staged
    with turn(fetched / "staged", "build"):
        view = fetched / "staged" / "view"
        shutil.rmtree(view, ignore_errors=True)
        stager = _Stager(shipped, fetched, view)
        for source in sources:
            if snapshot := snapshots.get(source.source_id):
                progress(f"reading {source.source_id}")
                staged.origins[source.source_id] = stager.take(source, snapshot)
        staged.folder = stager.assemble()
        shutil.rmtree(view, ignore_errors=True)
    return staged


def _tables(folder: Path, names: Iterable[str]) -> dict[str, pd.DataFrame]:
    """All rows of those of the named tables that a bundle has."""
    paths: dict[str, list[Path]] = {}
    for entry in bundle.resources(folder):
        if str(entry["table"]) in names:
            paths.setdefault(str(entry["table"]), []).append(folder / str(entry["path"]))
    return {
        name: pd.concat([pd.read_parquet(path) for path in found], ignore_index=True)
        for name, found in paths.items()
    }


@dataclass
class _Stager:
    """Reads snapshots one after the other and puts a bundle together from them.

    `geography` are the tables of codes that facts are held against, `land` the state of the
    snapshots they are from. `used` is the folder of each source that is used, `stamps` the
    state it was read in.
    """

    shipped: Path
    fetched: Path
    view: Path
    land: str = ""
    used: dict[str, Path] = field(default_factory=dict)
    stamps: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.geography = _tables(self.shipped, GEOGRAPHY)

    def take(self, source: Source, snapshot: Snapshot) -> Origin:
        """Use a snapshot, unless it does not read or what it needs is not used."""
        store = Store(self.fetched)
        if missing := [name for name in source.needs if name not in self.used]:
            return Origin(None, f"needs what was fetched of {', '.join(missing)}")
        if not all(store.intact(file, stored) for file, stored in snapshot.files.items()):
            return Origin(None, "its stored files are not those that were fetched")
        files = [(file, store.path(file, stored)) for file, stored in snapshot.files.items()]
        store.lay_out(files, self.view)
        stamp = self._stamp(source, snapshot)
        folder = self.fetched / "staged" / source.source_id
        if _read_stamp(folder) != stamp:
            try:
                _write(folder, self._gathered(source, snapshot), source)
            except Exception as error:  # the bundle is there for whatever may be wrong
                return Origin(None, f"no longer reads: {error}")
            (folder / _STAMP).write_text(stamp, encoding="utf-8")
        self.used[source.source_id] = folder
        self.stamps[source.source_id] = stamp
        if made := _tables(folder, GEOGRAPHY):
            self.geography |= made
            self.land += stamp
        return Origin(snapshot.retrieved_on())

    def assemble(self) -> Path:
        """One bundle of what is used and of the rest of what is shipped, named by content.

        Another build may be reading the one before, so it stays.
        """
        kept: dict[tuple[str, str], tuple[Path, Entry]] = {}
        for entry in bundle.resources(self.shipped):
            # Measures are the code's: what was read with it may have some the bundle has not.
            if entry["module"] not in self.used and not (self.used and entry["table"] == "measure"):
                kept[str(entry["table"]), str(entry["module"])] = (self.shipped, entry)
        for origin in (*self.used.values(), *self._settled()):
            for entry in bundle.resources(origin):
                kept[str(entry["table"]), str(entry["module"])] = (origin, entry)
        package = json.dumps({"resources": [entry for _, entry in kept.values()]})
        name = hashlib.sha256(package.encode()).hexdigest()[:12]
        folder = self.fetched / "staged" / f"bundle-{name}"
        if not folder.exists():
            unfinished = folder.with_name(f"{folder.name}.new")
            shutil.rmtree(unfinished, ignore_errors=True)
            for origin, entry in kept.values():
                place = unfinished / str(entry["path"])
                place.parent.mkdir(parents=True, exist_ok=True)
                link(origin / str(entry["path"]), place)
            (unfinished / bundle.PACKAGE).write_text(package, encoding="utf-8")
            unfinished.rename(folder)
        self._drop_older(folder)
        return folder

    def _drop_older(self, folder: Path) -> None:
        """Remove all bundles but this one and the one before."""
        others = [path for path in folder.parent.glob("bundle-*") if path != folder]
        for path in sorted(others, key=lambda path: path.stat().st_mtime)[:-1]:
            shutil.rmtree(path, ignore_errors=True)

    def _gathered(self, source: Source, snapshot: Snapshot) -> Frames:
        """The source's frames, read and validated, with what the fetch knows of them.

        What a publisher serves today may be in newer codes than the file its reader was
        written for: its rows then claim that version, and each gets the one that has its code.
        """
        known = codes_of(self.geography)
        current = replace(source, read=lambda folder: _in_its_codes(source.read(folder), known))
        frames = gather(
            [current], self.view, snapshot.retrieved_on(), lambda name: None, self.geography
        )
        sources = frames["source", source.source_id]
        own = sources["source_id"] == source.source_id
        sources.loc[own, "vintage"] = _vintage(source, frames, snapshot)
        sources.loc[own, "caveats"] = source.caveats_fetched or (
            f"{source.caveats} Fetched: what is said here of periods and countries was written"
            f" for {source.vintage}."
        )
        return frames

    def _stamp(self, source: Source, snapshot: Snapshot) -> str:
        """Names the state of all that goes into reading a source."""
        parts = [f"{file} {stored.sha256}" for file, stored in sorted(snapshot.files.items())]
        parts += [str(snapshot.retrieved_on()), self.land]
        parts += [self.stamps[name] for name in source.needs]
        parts += [_code(), checksum([self.shipped / bundle.PACKAGE])]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _settled(self) -> list[Path]:
        """The shipped grid on fetched land, where only the boundaries were fetched."""
        land, grid = nuts.SOURCE.source_id, population_grid.SOURCE.source_id
        if land not in self.used or grid in self.used:
            return []
        persons = _tables(self.shipped, ["cell_persons"])["cell_persons"]
        cells = _tables(self.used[land], ["cell"])["cell"]["cell"]
        settled = population_grid.settle(persons, cells.to_numpy(dtype=np.uint64))
        folder = self.fetched / "staged" / f"{grid}-settled"
        bundle.write(folder, {("cell_persons", grid): settled}, ())
        return [folder]


def _in_its_codes(reading: Reading, known: vintages.Codes) -> Reading:
    """A reading whose figures claim the version of NUTS that their file is in."""
    figures = reading.tables.get("observation", pd.DataFrame())
    if "nuts_version" in figures:
        version = figures["nuts_version"].copy()
        for _, rows in figures.groupby(["source_file", "nuts_version"]):
            claimed = str(rows["nuts_version"].iloc[0])
            version[rows.index] = vintages.version_of_file(rows["territory_id"], claimed, known)
        reading.tables["observation"] = figures.assign(nuts_version=version)
    return reading


def _write(folder: Path, frames: Frames, source: Source) -> None:
    """Write a source's frames as a bundle of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    bundle.write(folder, frames, (source,))


def _read_stamp(folder: Path) -> str | None:
    stamp = folder / _STAMP
    return stamp.read_text("utf-8") if stamp.exists() else None


def _code() -> str:
    """Names the state of the code that reads: a changed reader reads again."""
    digest = hashlib.sha256()
    for path in sorted(_CODE.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _vintage(
    source: Source, frames: Mapping[tuple[str, str], pd.DataFrame], snapshot: Snapshot
) -> str:
    """The periods a snapshot covers, and the publisher's own date of it."""
    periods = [
        str(period)
        for (table, _), frame in frames.items()
        if table in ("observation", "facility")
        for period in frame["period"].dropna().unique()
    ]
    first, last = min(periods, default=""), max(periods, default="")
    covered = source.vintage if not periods else first if first == last else f"{first} to {last}"
    published = snapshot.published()
    return f"{covered}; published {published[:10]}" if published else covered
