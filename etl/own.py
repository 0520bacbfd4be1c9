"""A user's own tables: read by the contract, kept as they came, built beside the published ones.

The workspace is a folder with one folder a table; adding a file under a name that is there
replaces it. Either every row of every file is good, or was left out by its user's own word, and
the dataset is built anew; or nothing is changed. Rows are marked `declared`; the figures of
publishers stay what they are.
"""

import json
import os
import re
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from etl import build, bundle, contract
from etl.columns import Table
from etl.gather import Frames, gather
from etl.intake import account
from etl.intake.tables import TABLES
from etl.readers.delimited import Form, records
from etl.reading import Reading, Source
from etl.taken_keys import taken
from etl.turn import turn
from etl.unfinished import unfinished

SOURCE_ID = "own"
_GIVEN = {"source_id": SOURCE_ID, "evidence": "declared"}
# What a file may leave out, and what it then is.
_USUAL = {"obs_status": "A", "nuts_version": "2024"}
FILES = "files"
# Another folder for workspaces than `data`.
WORKSPACES = "GROUNDWORK_WORKSPACES"
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
# The dataset of the workspace without a name is called so.
_USUAL_NAME = "groundwork"


class RefusedError(ValueError):
    """Rows that cannot be loaded: `rows` has file, line, column_name, reason and raw."""

    def __init__(self, rows: pd.DataFrame) -> None:
        super().__init__(f"{len(rows)} rows cannot be loaded")
        self.rows = rows


@dataclass(frozen=True)
class Workspace:
    """Where a user's files are, and the figures and places they are built beside."""

    folder: Path
    beside: Path
    target: Path


def place_of(data: Path, name: str | None) -> tuple[Path, Path]:
    """Folder and dataset of the workspace of a name below folder `data`; None is the usual one.

    The app and the command line look in the same place: where GROUNDWORK_WORKSPACES says, if it
    says anything.

    ValueError when the name is not of 1 to 40 small letters, digits and _, or is taken.

    >>> [path.name for path in place_of(Path("data"), "tyrol_2025")]
    ['own_tyrol_2025', 'own_tyrol_2025.duckdb']
    >>> [path.name for path in place_of(Path("data"), None)]
    ['own', 'own_groundwork.duckdb']
    """
    data = Path(os.environ.get(WORKSPACES, data))
    if name is None:
        return data / "own", data / f"own_{_USUAL_NAME}.duckdb"
    if not _NAME.fullmatch(name) or name == _USUAL_NAME:
        raise ValueError(
            f"A workspace cannot be called {name!r}: write 1 to 40 small letters, digits and _, "
            f"the first a letter; and not {_USUAL_NAME}."
        )
    return data / f"own_{name}", data / f"own_{name}.duckdb"


def add(
    workspace: Workspace,
    file: Path,
    table: str,
    progress: build.Progress,
    lines: Path | None = None,
) -> int:
    """Add a file to the workspace as rows of a table and build its dataset; rows there now.

    `lines` is the account that `etl.intake` wrote of the file; lines it refuses are kept as
    rejected. Without it the file must be a CSV in the contract's own words, whole.

    Raises RefusedError with every row that cannot be loaded, LayoutError when the columns are
    not the table's, ValueError for a table that users cannot bring, CheckError when the rows
    contradict others, BusyError when another add runs. The workspace is then as it was.
    """
    if table not in TABLES:
        raise ValueError(f"There is no table {table!r} to add to; there is: {', '.join(TABLES)}.")
    if file.name.endswith(account.SUFFIX):
        raise ValueError(f"A file's name cannot end in {account.SUFFIX}; give it another name.")
    workspace.folder.parent.mkdir(parents=True, exist_ok=True)
    with turn(workspace.folder, "add"), unfinished(workspace.folder, FILES) as place:
        kept = place / FILES / table / file.name
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, kept)
        account.beside(kept).unlink(missing_ok=True)
        if lines is not None:
            shutil.copyfile(lines, account.beside(kept))
        rows = settle(place, workspace, progress)
    return rows[table]


def held(workspace: Workspace) -> list[str]:
    """The files of a workspace, each as TABLE/NAME, in order."""
    return _names(workspace.folder / FILES)


def settle(place: Path, workspace: Workspace, progress: build.Progress) -> dict[str, int]:
    """Build the dataset of the files in `place`, which becomes the workspace's folder.

    The rows of each table. Raises as `add` does; the workspace is then as it was.
    """
    frames = _frames(place / FILES, workspace.beside)
    if not (twice := taken(frames, workspace.beside)).empty:
        raise RefusedError(twice)
    _assemble(place, frames, workspace.beside)
    build.build(place / "bundle", workspace.target, progress)
    shutil.rmtree(workspace.folder, ignore_errors=True)
    place.rename(workspace.folder)
    return {name: len(frame) for (name, _), frame in frames.items()}


def _names(files: Path) -> list[str]:
    """The users' files below a folder, without the accounts of them."""
    paths = [path for path in files.glob("*/*") if not path.name.endswith(account.SUFFIX)]
    return sorted(path.relative_to(files).as_posix() for path in paths)


def _frames(files: Path, beside: Path) -> Frames:
    """The rows of all files of a workspace; RefusedError when any cannot be loaded."""
    names = _names(files)
    source = Source(
        source_id=SOURCE_ID, title="Own figures", publisher="You",
        url="", licence="yours; not published", attribution="Own figures, declared",
        vintage="as declared", files=tuple(names), read=partial(_read, names=names),
        caveats="Declared by whoever runs this Groundwork; no publisher stands behind them.",
    )  # fmt: skip
    geography: dict[str, pd.DataFrame] = {
        name: pd.read_parquet(beside / str(entry["path"]))
        for name in ("territory", "nuts_change", "cell")
        for entry in bundle.resources(beside)
        if entry["table"] == name and entry["module"] != "population_grid"
    }
    frames = gather([source], files, None, lambda name: None, geography)
    if ("rejected_row", SOURCE_ID) in frames:
        refused = frames["rejected_row", SOURCE_ID]
        known = {key for name in names for key in account.refused(files / name, name)}
        keys = zip(refused["file"], refused["line"].astype(int), strict=True)
        unknown = refused[[key not in known for key in keys]]
        if not unknown.empty:
            raise RefusedError(unknown)
    # A checksum of a few small numbers would let them be found by trying.
    frames["source", SOURCE_ID]["sha256"] = None
    return {key: frame for key, frame in frames.items() if key[1] == SOURCE_ID}


def _read(folder: Path, names: list[str]) -> Reading:
    """Every file of the workspace, by the table whose folder it is in."""
    reading = Reading(SOURCE_ID)
    parts: dict[str, list[pd.DataFrame]] = {}
    for name in names:
        table = contract.BY_NAME[name.split("/")[0]]
        if account.beside(folder / name).exists():
            rows = account.rows(reading, (folder, name), table).assign(**_GIVEN)
        else:
            rows = records(reading, (folder, name), form(table, folder / name))
        parts.setdefault(table.name, []).append(rows)
    reading.tables |= {name: pd.concat(each, ignore_index=True) for name, each in parts.items()}
    return reading


def form(table: Table, file: Path) -> Form:
    """How a file's columns become the table's; what is usual may be left out."""
    with file.open(encoding="utf-8-sig", errors="replace") as handle:
        header = handle.readline()
    names = {column.name for column in table.columns}
    usual = {k: v for k, v in _USUAL.items() if k in names and k not in header}
    optional = frozenset(column.name for column in table.columns if not column.required)
    return Form(table, constants=_GIVEN | usual, optional=optional)


def _assemble(folder: Path, frames: Frames, beside: Path) -> None:
    """A bundle of the published figures and one's own."""
    target = folder / "bundle"
    bundle.write(target, frames, [])
    own = json.loads((target / bundle.PACKAGE).read_text("utf-8"))
    entries = bundle.resources(beside)
    for entry in entries:
        place = target / str(entry["path"])
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(beside / str(entry["path"]), place)
    own["resources"] = [*entries, *own["resources"]]
    (target / bundle.PACKAGE).write_text(json.dumps(own), encoding="utf-8")
