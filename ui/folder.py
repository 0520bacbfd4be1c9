"""A dataset that is a folder of Parquet, as `python -m etl build --out X.parquet` writes it.

It lies on this machine or on object storage (`s3://`, `gs://`, `https://`, ...), which DuckDB's
extension httpfs reads where it was installed; keys are those of DuckDB's own stored secrets.
`dataset.json` names every file, so nothing is listed, and no other file can be read.
"""

import hashlib
import json
import re
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import streamlit as st

MANIFEST, TEMPLATES = "dataset.json", "schema.sql"
FORMAT = 1
_ELSEWHERE = re.compile(r"(s3|s3a|s3n|gs|gcs|r2|hf|http|https)://\S+")
_TYPE = re.compile(r"[A-Z][A-Z0-9_ ]*(\(\d+(,\d+)?\))?(\[\])?")
_FRESH_SECONDS = 60


class ElsewhereError(OSError):
    """A dataset on object storage cannot be read; the message says why and what to do."""


def is_elsewhere(place: str) -> bool:
    """Whether a dataset is on object storage, told by its address.

    >>> is_elsewhere("s3://bucket/published.parquet"), is_elsewhere("data/published.duckdb")
    (True, False)
    """
    return _ELSEWHERE.fullmatch(place) is not None


def is_folder(place: str) -> bool:
    """Whether a dataset is a folder rather than one file."""
    return is_elsewhere(place) or Path(place).is_dir()


def built(place: str) -> datetime:
    """When a dataset was written; of one elsewhere, when this state of it was first seen here.

    Raises ElsewhereError when one elsewhere cannot be read.
    """
    if is_elsewhere(place):
        return _first_seen(place, checksum(place))
    manifest = Path(place) / MANIFEST
    return datetime.fromtimestamp((manifest if manifest.exists() else Path(place)).stat().st_mtime)


@lru_cache(maxsize=16)
def _first_seen(_place: str, _checksum: str) -> datetime:
    return datetime.now()


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
    except (FileNotFoundError, KeyError, TypeError, ValueError) as error:
        raise duckdb.IOException(f"{place} is no dataset: {error}") from None
    if is_elsewhere(place):
        _with_httpfs(con)
    allowed = ", ".join(_text(file) for each in files.values() for file in each)
    con.execute(f"set allowed_paths = [{allowed}, {_text(schema)}]")
    con.execute("attach ':memory:' as dataset")
    con.execute("set enable_external_access = false")
    (templates,) = con.execute("select content from read_text(?)", [schema]).fetchone() or ("",)
    con.execute("create schema dataset.template")
    con.execute("use dataset.template")
    con.execute(str(templates))
    con.execute("use dataset.main")
    try:
        for name, paths in files.items():
            con.execute(f"create view {_name(name)} as {_reading(paths, kinds[name])}")
    except duckdb.PermissionException as error:  # it looks for a file that is gone elsewhere
        raise duckdb.IOException(f"{place} lacks a file: {error}") from None


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
    return f"{place.rstrip('/')}/{path}"


def _manifest(place: str) -> bytes:
    return _fetched(place) if is_elsewhere(place) else (Path(place) / MANIFEST).read_bytes()


@st.cache_data(max_entries=4, ttl=_FRESH_SECONDS, show_spinner=False)
def _fetched(place: str) -> bytes:
    """The manifest of a folder elsewhere, asked for anew once a minute."""
    with duckdb.connect() as con:
        _with_httpfs(con)
        address = f"{place.rstrip('/')}/{MANIFEST}"
        try:
            found = con.execute("select content from read_text(?)", [address]).fetchone()
        except duckdb.Error as error:
            said = str(error).splitlines()[0]
            raise ElsewhereError(f"The dataset at {place} cannot be read: {said}") from None
    if found is None:
        raise ElsewhereError(f"There is no dataset at {place}: it has no {MANIFEST}.")
    return str(found[0]).encode()


def _with_httpfs(con: duckdb.DuckDBPyConnection) -> None:
    """Load httpfs as it was installed; it is never downloaded by the app."""
    con.execute("set autoinstall_known_extensions = false")
    try:
        con.execute("load httpfs")
    except duckdb.Error:
        raise ElsewhereError(
            "A dataset on object storage needs DuckDB's extension httpfs, which is not installed "
            "here. Install it once, where there is a network: "
            "python -c \"import duckdb; duckdb.sql('install httpfs')\". "
            "Or copy the folder to this machine and name it in GROUNDWORK_DATA."
        ) from None


def _text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
