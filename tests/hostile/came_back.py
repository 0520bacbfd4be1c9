"""Files that were taken away, read again: what they lost, and what of them would be run."""

import csv
import io
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl.utils.escape import unescape

from ui.out.formats import FORMATS
from ui.out.formats.delimited import SPREADSHEET, STANDARD
from ui.out.formats.read_back import table as read_back
from ui.out.formats.shield import bared
from ui.out.taken import Taken

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def lost(taken: Taken, form: str) -> int:
    """How many texts of the rows a file in this format does not give back, or would run.

    A row that is gone counts as one text; a format that refuses these rows loses none.
    """
    if FORMATS[form].refuses(taken):
        return 0
    data = b"".join(FORMATS[form].stream(taken))
    rows = pa.Table.from_batches(taken.batches(), taken.schema)
    names = [f.name for f in rows.schema if pa.types.is_string(f.type) or _is_listed(f.type)]
    held = rows.select(names).to_pylist()
    found = _READ[form](data, rows.schema)
    if found is None:
        return 0
    missing = abs(len(found) - len(held))
    for before, after in zip(held, found, strict=False):
        for each in names:
            text = before[each] or None
            # SQLite's readers end a text at NUL: it is shown as a sign of its own there.
            told = text.replace("\0", "\ufffd") if text and form == "gpkg" else text
            missing += told != (after.get(each) or None)
    return missing


def _is_listed(kind: pa.DataType) -> bool:
    return pa.types.is_dictionary(kind) and pa.types.is_string(kind.value_type)


def _delimited(dialect: Any) -> Any:
    def read(data: bytes, schema: pa.Schema) -> list[dict[str, Any]]:
        text = data.decode("utf-8-sig")
        cells = csv.reader(io.StringIO(text, newline=""), delimiter=dialect.separator)
        numbers = {f.name for f in schema if not pa.types.is_string(f.type)}
        runs = sum(
            cell.startswith(_STARTS)
            for row in list(cells)[1:]
            for name, cell in zip(schema.names, row, strict=True)
            if name not in numbers
        )
        rows: list[dict[str, Any]] = read_back(data, schema, dialect).to_pylist()
        # A cell that would run is a text lost.
        return rows[: len(rows) - runs] if runs else rows

    return read


def _workbook(data: bytes, schema: pa.Schema) -> list[dict[str, Any]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    _, *rows = book["rows"].iter_rows()
    assert not any(cell.data_type == "f" or cell.hyperlink for row in rows for cell in row)
    values = [[_bare(cell.value) for cell in row] for row in rows]
    return [dict(zip(schema.names, row, strict=True)) for row in values]


def _bare(value: Any) -> Any:
    return bared(unescape(value)) if isinstance(value, str) else value


def _parquet(data: bytes, _schema: pa.Schema) -> list[dict[str, Any]]:
    return pq.read_table(io.BytesIO(data)).to_pylist()


def _geojson(data: bytes, _schema: pa.Schema) -> list[dict[str, Any]]:
    return [each["properties"] for each in json.loads(data)["features"]]


def _geopackage(data: bytes, _schema: pa.Schema) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.gpkg"
        file.write_bytes(data)
        con = sqlite3.connect(file)
        con.row_factory = sqlite3.Row
        (name,) = con.execute("select table_name from gpkg_contents order by rowid").fetchone()
        found = [dict(row) for row in con.execute(f'select * from "{name}"')]
        con.close()
    return found


def _jsonstat(data: bytes, _schema: pa.Schema) -> None:
    """Its cells are told by their keys; here it is enough that it is whole."""
    assert json.loads(data)["version"] == "2.0"


_READ: dict[str, Any] = {
    "csv": _delimited(STANDARD), "csv-semicolon": _delimited(SPREADSHEET), "xlsx": _workbook,
    "parquet": _parquet, "geojson": _geojson, "gpkg": _geopackage, "json-stat": _jsonstat,
}  # fmt: skip


class _Seen(HTMLParser):
    """Elements and attributes of a document that would do something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            told = (value or "").strip().casefold()
            if name.startswith("on") or told.startswith(("javascript:", "http://evil")):
                self.found.append(f"{tag} {name}")
        if tag in ("script", "iframe", "object", "embed", "base", "form", "link"):
            self.found.append(tag)


def does(document: str) -> list[str]:
    """What of a document of HTML or SVG would run or be loaded; [] where nothing would."""
    seen = _Seen()
    seen.feed(document)
    return seen.found


def inside(parcel: bytes) -> Iterator[tuple[str, str]]:
    """Each file of a parcel: its name and text."""
    with zipfile.ZipFile(io.BytesIO(parcel)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name).decode("utf-8-sig")
