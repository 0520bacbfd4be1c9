"""Whether a dataset is as it was written and of this version: files, checksums, columns.

Each thing that is wrong is a line that says what, where, and what to do about it.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from etl import contract, ddl
from etl.engine import folder as folders

_WHOLE = re.compile(r"U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?")
_COPY = f"Copy the folder anew, {folders.MANIFEST} last, or build it anew"
_BUILD = "It was built by another version of Groundwork, or changed since: build it anew"


def problems(place: Path) -> list[str]:
    """What is wrong with a dataset at its real path, a file or a folder; [] where nothing is.

    Figures are not looked at: the checks in `etl/sql/checks` do that.
    """
    if place.is_dir():
        try:
            said = manifest(place)
        except ValueError as error:
            return [str(error)]
        if wrong := list(_files(place, said)) or list(_columns_of_files(place, said)):
            return [*wrong, f"{_COPY}: python -m etl build --out {_target(place)}"]
    try:
        with folders.opened(place) as con:
            wrong = list(_of_contract(con))
    except duckdb.Error as error:
        return [f"{place} cannot be read: {_first_line(error)}"]
    return [*wrong, f"{_BUILD}: python -m etl build --out {_target(place)}"] if wrong else []


def manifest(place: Path) -> dict[str, Any]:
    """What a folder's manifest says; ValueError, with what to do, where it cannot be used."""
    file = place / folders.MANIFEST
    try:
        said = json.loads(file.read_text("utf-8"))
        form, *_ = said["format"], said["schema"]["path"], said["tables"].items()
    except FileNotFoundError:
        raise ValueError(
            f"{place} has no {folders.MANIFEST}, so it is no dataset, or not all of one. "
            f"{_COPY}: python -m etl build --out {_target(place)}"
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(
            f"{file} cannot be read ({error!r}). "
            f"{_COPY}: python -m etl build --out {_target(place)}"
        ) from None
    if form != folders.FORMAT:
        raise ValueError(
            f"{file} is of format {form}, and this version of Groundwork reads format "
            f"{folders.FORMAT}. Build it anew: python -m etl build --out {_target(place)}"
        )
    return dict(said)


def _files(place: Path, said: dict[str, Any]) -> Iterator[str]:
    """Files that are gone, or not as they were written."""
    named = [
        said["schema"],
        *(file for table in said["tables"].values() for file in table["files"]),
    ]
    for file in named:
        path = place / file["path"]
        if not path.resolve().is_relative_to(place):
            yield f"{place / folders.MANIFEST} names {file['path']}, which is not below the folder"
        elif not path.is_file():
            yield f"{path} is missing"
        elif (size := path.stat().st_size) != file["bytes"]:
            yield f"{path} has {size} bytes, and was written with {file['bytes']}"
        elif folders.checksum(path) != file["sha256"]:
            yield f"{path} has another checksum than when it was written: its content was changed"


def _columns_of_files(place: Path, said: dict[str, Any]) -> Iterator[str]:
    """Columns that a file lacks, or has in another type than the manifest says."""
    with duckdb.connect() as con:
        for table in said["tables"].values():
            for file in (place / each["path"] for each in table["files"]):
                try:
                    found = folders.columns(con, f"from read_parquet({ddl.quoted(str(file))})")
                except duckdb.Error as error:
                    yield f"{file} cannot be read: {_first_line(error)}"
                else:
                    yield from _unlike(str(file), found, table["columns"], folders.MANIFEST)


def _of_contract(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Tables and columns that the contract asks for and the dataset has not, or has otherwise."""
    there = {
        str(row[0]) for row in con.execute("select table_name from duckdb_tables()").fetchall()
    }
    there |= {str(row[0]) for row in con.execute("select view_name from duckdb_views()").fetchall()}
    for table in contract.TABLES:
        if table.name not in there:
            yield f"table {table.name} is missing"
            continue
        found = folders.columns(con, f'from "{table.name}"')
        wanted = {column.name: column.type for column in table.columns}
        yield from _unlike(f"table {table.name}", found, wanted, "the contract")


def _unlike(where: str, found: dict[str, str], wanted: dict[str, str], whose: str) -> Iterator[str]:
    """What differs between columns there are and columns there ought to be."""
    for column, kind in wanted.items():
        if column not in found:
            yield f"{where} has no column {column}, which {whose} has"
        elif not _holds(found[column], kind):
            yield f"{where}: column {column} is {found[column]}, and {kind} by {whose}"


def _holds(found: str, wanted: str) -> bool:
    """Whether values of a type are meant by another: whole numbers and codes have two forms.

    >>> _holds("BIGINT", "HUGEINT"), _holds("VARCHAR", "ENUM('a')"), _holds("VARCHAR", "DOUBLE")
    (True, True, False)
    """
    if wanted.startswith("ENUM"):
        return found in (wanted, "VARCHAR")
    whole = _WHOLE.fullmatch(found) and _WHOLE.fullmatch(wanted)
    return found == wanted or whole is not None


def _target(place: Path) -> Path:
    """Where a build was told to put what now stands at `place`.

    >>> _target(Path("data/x-0123456789ab.parquet")).as_posix()
    'data/x.parquet'
    """
    return place.with_name(re.sub(r"-[0-9a-f]{12}(?=\.\w+$)", "", place.name))


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
