"""A dataset that is a folder of Parquet, as `python -m etl build --out X.parquet` writes it.

It lies on this machine or on object storage (`s3://`, `gs://`, `https://`, ...; `ui.elsewhere`).
`dataset.json` names every file, so nothing is listed, and no other file can be read.
"""

import hashlib
import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb

from ui import elsewhere
from ui.elsewhere import MANIFEST

FORMAT = 1
_TYPE = re.compile(r"[A-Z][A-Z0-9_ ]*(\(\d+(,\d+)?\))?(\[\])?")
# Of storage elsewhere: longer nobody waits, and what was read of a file that never changes is kept.
_PATIENCE = ("http_timeout = 10", "http_retries = 2")
_AT_ONCE = 8
_KEPT = ("enable_http_metadata_cache = true", "validate_external_file_cache = 'NO_VALIDATION'")


def is_folder(place: str) -> bool:
    """Whether a dataset is a folder rather than one file."""
    return elsewhere.is_elsewhere(place) or Path(place).is_dir()


def built(place: str) -> datetime:
    """When a dataset was made; of a folder as its manifest says, wherever it was copied to."""
    if elsewhere.is_elsewhere(place):
        return _made(place, 0)
    manifest = Path(place) / MANIFEST
    if not manifest.exists():
        return datetime.fromtimestamp(Path(place).stat().st_mtime)
    return _made(place, manifest.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _made(place: str, changed: int) -> datetime:
    """What the manifest says; where it says nothing, when that was written."""
    try:
        return datetime.fromisoformat(json.loads(_manifest(place))["built"])
    except (KeyError, TypeError, ValueError):
        return datetime.fromtimestamp(changed / 1e9)


def checksum(place: str) -> str:
    """SHA-256 of the manifest, which has that of every file; its first 12 digits name the folder.

    Raises OSError when it is gone.
    """
    return hashlib.sha256(_manifest(place)).hexdigest()


def attach(con: duckdb.DuckDBPyConnection, place: str) -> None:
    """Make the tables of a folder readable as `dataset`, and nothing else on the machine.

    Each is a view in `main`; `template` has the empty tables with their rules and comments.
    Raises IOException when the folder is cut off or of another format.
    """
    try:
        said = json.loads(_manifest(place))
        if said["format"] != FORMAT:
            raise duckdb.CatalogException(f"{place} has format {said['format']}")
        files = {
            name: [_inside(place, file) for file in table["files"]]
            for name, table in said["tables"].items()
        }
        schema = _inside(place, said["schema"])
        kinds = {name: table["columns"] for name, table in said["tables"].items()}
        lasting = all(_lasts(file) for table in said["tables"].values() for file in table["files"])
    except (FileNotFoundError, KeyError, TypeError, ValueError) as error:
        raise duckdb.IOException(f"{place} is no dataset: {error}") from None
    if elsewhere.is_elsewhere(place):
        elsewhere.with_httpfs(con)
        for setting in (*_PATIENCE, *(_KEPT if lasting else ())):
            con.execute(f"set {setting}")
    listed = [file for each in files.values() for file in each]
    allowed = ", ".join(map(_text, listed))
    con.execute(f"set allowed_paths = [{allowed}, {_text(schema)}]")
    con.execute("attach ':memory:' as dataset")
    con.execute("set enable_external_access = false")
    (templates,) = con.execute("select content from read_text(?)", [schema]).fetchone() or ("",)
    con.execute("create schema dataset.template")
    con.execute("use dataset.template")
    con.execute(str(templates))
    con.execute("use dataset.main")
    try:
        if elsewhere.is_elsewhere(place) and lasting:
            _see(con, listed)
        for name, paths in files.items():
            con.execute(f"create view {_name(name)} as {_reading(paths, kinds[name])}")
    except duckdb.PermissionException as error:  # it looks for a file that is gone elsewhere
        raise duckdb.IOException(f"{place} lacks a file: {error}") from None


def _see(con: duckdb.DuckDBPyConnection, files: list[str]) -> None:
    """Look at many files at once, which are then known: one by one, each would have its wait."""

    def look(file: str) -> None:
        with con.cursor() as cursor:
            cursor.execute("describe from read_parquet(?)", [file])

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(look, files):
            pass  # what is wrong with a file is raised here


def _reading(files: list[str], kinds: dict[str, str]) -> str:
    """A SELECT of the rows of some files, each column of the type it is meant to have."""
    for kind in kinds.values():
        if not _TYPE.fullmatch(kind):
            raise duckdb.IOException(f"there is no type {kind!r}")
    parts = ", ".join(
        f"cast({_name(name)} as {kind}) as {_name(name)}" for name, kind in kinds.items()
    )
    listed = ", ".join(map(_text, files))
    return f"select {parts} from read_parquet([{listed}])"  # noqa: S608 - quoted, types checked


def _inside(place: str, file: dict[str, Any]) -> str:
    """The address of a file that the manifest names, which is below the folder."""
    path = str(file["path"])
    if path.startswith("/") or ".." in path.split("/") or ":" in path:
        raise ValueError(f"{path!r} is not below the folder")
    return f"{elsewhere.address_of(place)}/{path}"


def _lasts(file: dict[str, Any]) -> bool:
    """Whether a file has its content's checksum in its name, and so never gets another."""
    return str(file["sha256"])[:12] in str(file["path"]).rpartition("/")[2]


def _manifest(place: str) -> bytes:
    if elsewhere.is_elsewhere(place):
        return elsewhere.manifest(place)
    return (Path(place) / MANIFEST).read_bytes()


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
