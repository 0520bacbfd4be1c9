"""A dataset as a folder of Parquet: files of each table, how its columns are meant, templates.

`dataset.json` lists every table with its files, their checksums, and the type of each column,
so that whoever reads it needs no listing of a folder and object storage will do. `schema-*.sql`
has the empty tables with their rules and comments, for the data dictionary. A file's name has
its checksum in it: a newer dataset may be copied over an older one, its manifest last, and
whoever still reads the older reads files that did not change.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import duckdb
from duckdb import DuckDBPyConnection

from etl import contract, ddl

MANIFEST, TEMPLATES = "dataset.json", "schema.sql"
# What the manifest looks like; readers of another format refuse it.
FORMAT = 1
SUFFIX = ".parquet"
# Rows of a group in a file, which has the least and the most of each column of it.
ROWS_TOGETHER = 122_880
# Parquet has no whole number of 128 bits; DuckDB would write it as a rounded one.
_WRITTEN_AS = {"HUGEINT": "BIGINT"}


def is_folder(target: Path) -> bool:
    """Whether a dataset that stands, or is to stand, at `target` is a folder.

    >>> is_folder(Path("data/published.parquet")), is_folder(Path("data/published.duckdb"))
    (True, False)
    """
    return target.is_dir() or target.suffix == SUFFIX


def columns(con: DuckDBPyConnection, query: str) -> dict[str, str]:
    """The columns of a SELECT with their types, in order."""
    found = con.execute(f"describe {query}").fetchall()
    return {str(row[0]): str(row[1]) for row in found}


def write_table(con: DuckDBPyConnection, name: str, folder: Path) -> Path:
    """Write a table's rows to `folder`/NAME/0.parquet and give that file."""
    file = folder / name / f"0{SUFFIX}"
    file.parent.mkdir(parents=True, exist_ok=True)
    parts = ", ".join(
        f'cast("{column}" as {_WRITTEN_AS[kind]}) as "{column}"' if kind in _WRITTEN_AS
        else f'"{column}"'
        for column, kind in columns(con, f'from "{name}"').items()
    )  # fmt: skip
    con.execute(
        f'copy (select {parts} from "{name}") to {ddl.quoted(str(file))}'  # noqa: S608
        f" (format parquet, compression zstd, row_group_size {ROWS_TOGETHER})"
    )
    return file


def reading(files: Sequence[str | Path], kinds: Mapping[str, str]) -> str:
    """A SELECT of the rows of some files, each column of the type it is meant to have."""
    listed = ", ".join(ddl.quoted(str(file)) for file in files)
    parts = ", ".join(f'cast("{name}" as {kind}) as "{name}"' for name, kind in kinds.items())
    return f"select {parts} from read_parquet([{listed}])"  # noqa: S608


def finish(con: DuckDBPyConnection, folder: Path, made: Mapping[str, Sequence[Path]]) -> None:
    """Write all tables of `con` that are not `made` yet, the templates and the manifest."""
    names = [
        str(row[0])
        for row in con.execute(
            "select table_name from duckdb_tables() where not temporary order by table_oid"
        ).fetchall()
    ]
    files = {name: made.get(name) or [write_table(con, name, folder)] for name in names}
    files |= {name: paths for name, paths in made.items() if name not in files}
    kinds = {name: columns(con, f'from "{name}"') for name in files}
    tables = {
        name: {"columns": kinds[name], "files": [_told(path, folder) for path in paths]}
        for name, paths in files.items()
    }
    (folder / TEMPLATES).write_text(_templates(con), encoding="utf-8")
    schema = _told(folder / TEMPLATES, folder)
    now = datetime.now().isoformat(timespec="seconds")
    # Last: a folder with a manifest is whole.
    manifest = {"format": FORMAT, "built": now, "schema": schema, "tables": tables}
    with (folder / MANIFEST).open("w", encoding="utf-8") as handle:
        json.dump(manifest, handle, indent=1)
        handle.flush()
        os.fsync(handle.fileno())


def _told(path: Path, folder: Path) -> dict[str, object]:
    """A file as the manifest names it, once its name has its content's checksum in it."""
    found = checksum(path)
    named = path.rename(path.with_stem(f"{path.stem}-{found[:12]}"))
    size = named.stat().st_size
    return {"path": named.relative_to(folder).as_posix(), "bytes": size, "sha256": found}


def checksum(path: Path) -> str:
    """SHA-256 of a file's content."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _templates(con: DuckDBPyConnection) -> str:
    """Statements that make every table without its rows, with its rules and comments."""
    made = con.execute(
        "select sql from duckdb_tables() where not temporary order by table_oid"
    ).fetchall()
    comments = [line for table in contract.TABLES for line in ddl.create(table)[1:]]
    return "\n".join([*(str(row[0]) for row in made), *(f"{line};" for line in comments), ""])


def opened(path: Path) -> DuckDBPyConnection:
    """A connection that reads a dataset: one file, or a folder with a view for each table."""
    if not path.is_dir():
        return duckdb.connect(str(path), read_only=True)
    con = duckdb.connect()
    tables = json.loads((path / MANIFEST).read_text("utf-8"))["tables"]
    for name, table in tables.items():
        files = [path / str(file["path"]) for file in table["files"]]
        con.execute(f'create view "{name}" as {reading(files, table["columns"])}')
    return con
