"""GeoJSON, GeoPackage and Parquet as a grid: records numbered from 1, points as lon and lat."""

import json
import warnings
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isnan
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import shapely
from pyogrio import errors, raw
from shapely.geometry import shape

from etl.intake.grid import Cell, Grid, Line, Question, Understood, UnreadableError
from etl.intake.guard import MOST_COLUMNS, MOST_LINES
from etl.intake.settings import Settings
from etl.intake.sniff import Score

_DEGREES = "EPSG:4326"
_LARGEST_BYTES = 1_000_000_000
_SAVE = "Save it again from its program, or as CSV."
Record = Mapping[str, Any]


def geojson(file: Path, settings: Settings, score: Score) -> Grid:
    """The features of a GeoJSON file; one that is no feature is a line without cells."""
    try:
        told = json.loads(file.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableError("The file is not UTF-8 text, as GeoJSON must be.", _SAVE) from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"The file is no JSON: {error}.", _SAVE) from None
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list):
        raise UnreadableError("The file has no list of features, as GeoJSON has.", _SAVE)
    records, shapes = [], []
    for feature in features:
        inside = feature if isinstance(feature, dict) else {}
        properties = inside.get("properties")
        records.append(properties if isinstance(properties, dict) else {})
        shapes.append(_shape(inside.get("geometry")))
    return _grid(records, shapes, _crs_of(told) or _DEGREES)


def _crs_of(told: Record) -> str:
    """The reference system that an old GeoJSON names: `urn:ogc:def:crs:EPSG::3035`."""
    named = told.get("crs") or {}
    inside = named.get("properties") or {} if isinstance(named, dict) else {}
    name = str(inside.get("name", "")) if isinstance(inside, dict) else ""
    code = name.rsplit(":", 1)[-1]
    return f"EPSG:{code}" if "EPSG" in name and code.isdigit() else ""


def _shape(geometry: Any) -> Any:
    """A geometry, None where there is none that can be read."""
    if not isinstance(geometry, dict):
        return None
    try:
        return shape(geometry)
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        shapely.errors.ShapelyError,
    ):
        return None


def geopackage(file: Path, settings: Settings, score: Score) -> Grid:
    """A layer of a GeoPackage: the one asked for, the only one, or the one that fits best."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            names = [str(name) for name, _ in pyogrio.list_layers(file)]
            layer, asked = _layer(file, names, settings, score)
            info = pyogrio.read_info(file, layer=layer)
            _within(int(info["features"]), len(info["fields"]))
            meta, table = raw.read_arrow(file, layer=layer)
    except (errors.DataSourceError, errors.DataLayerError, pa.ArrowException) as error:
        raise UnreadableError(f"The GeoPackage cannot be read: {error}.", _SAVE) from None
    column = meta["geometry_name"] or "wkb_geometry"
    shapes = _from_wkb(table, column)
    plain = table.drop_columns([column]) if column in table.column_names else table
    grid = _grid(plain.to_pylist(), shapes, str(meta["crs"] or ""))
    label = f"Layer: {layer}" + (f", one of {len(names)}" if len(names) > 1 else "")
    grid.understood.insert(0, Understood("sheet", layer, label, not asked, tuple(names)))
    grid.questions, grid.settings = asked, {"sheet": layer}
    return grid


def _layer(
    file: Path, names: Sequence[str], settings: Settings, score: Score
) -> tuple[str, list[Question]]:
    """The layer that is meant, and the question where several may be."""
    if not names:
        raise UnreadableError("The GeoPackage has no layer.", _SAVE)
    if settings.sheet is not None:
        if settings.sheet not in names:
            there = f"There is: {', '.join(names)}."
            raise UnreadableError(f"There is no layer {settings.sheet!r}.", there)
        return settings.sheet, []
    marks = {n: score(list(pyogrio.read_info(file, layer=n)["fields"])) for n in names}
    best = max(marks.values())
    likely = [name for name in names if marks[name] == best]
    if len(likely) == 1:
        return likely[0], []
    text = "Which layer of the GeoPackage holds the rows?"
    return likely[0], [Question("sheet", text, [(name, name) for name in likely])]


def parquet(file: Path, settings: Settings, score: Score) -> Grid:
    """The rows of a Parquet file; a geometry column of GeoParquet gives lon and lat."""
    try:
        opened = pq.ParquetFile(file)
        meta = opened.metadata
        _within(meta.num_rows, meta.num_columns)
        size = sum(meta.row_group(i).total_byte_size for i in range(meta.num_row_groups))
        if size > _LARGEST_BYTES:
            raise UnreadableError(f"The file unpacks to {size / 1e6:,.0f} MB.", "Split it.")
        table = opened.read()
    except (pa.ArrowException, OSError) as error:
        raise UnreadableError(f"The Parquet file cannot be read: {error}.", _SAVE) from None
    column, crs = _geometry_of(table.schema.metadata or {})
    shapes: list[Any] = []
    if column in table.column_names:
        shapes = _from_wkb(table, column)
        table = table.drop_columns([column])
    return _grid(table.to_pylist(), shapes, crs, table.column_names)


def _geometry_of(metadata: Mapping[bytes, bytes]) -> tuple[str, str]:
    """The geometry column of a GeoParquet file and its reference system; ('', '') without."""
    try:
        told = json.loads(metadata.get(b"geo", b"{}"))
        name = str(told["primary_column"])
        crs = told["columns"][name].get("crs", _DEGREES)
        if isinstance(crs, dict):
            named = crs["id"]
            return name, f"{named['authority']}:{named['code']}".replace("OGC:CRS84", _DEGREES)
        return name, str(crs or "")
    except (KeyError, TypeError, ValueError):
        return "", ""


def _from_wkb(table: pa.Table, column: str) -> list[Any]:
    """The geometries of a column; None where one is none."""
    if column not in table.column_names:
        return []
    return list(shapely.from_wkb(table[column].to_pylist(), on_invalid="ignore"))


def _within(rows: int, columns: int) -> None:
    if rows > MOST_LINES:
        raise UnreadableError(f"The file has more than {MOST_LINES:,} rows.", "Split it.")
    if columns > MOST_COLUMNS:
        raise UnreadableError(f"The file has more than {MOST_COLUMNS} columns.", "Leave some out.")


def _grid(
    records: Sequence[Record], shapes: Sequence[Any], crs: str, names: Iterable[str] = ()
) -> Grid:
    """Records and their geometries as lines below one that names the columns, which is line 0."""
    columns = list(dict.fromkeys([*names, *(str(key) for record in records for key in record)]))
    _within(len(records), len(columns))
    points = [_point(each) for each in shapes]
    placed = [name for name in ("lon", "lat") if any(points)]
    if placed:
        columns = [name for name in columns if name not in ("lon", "lat")]
    lines = [Line(0, [*columns, *placed])]
    for number, record in enumerate(records, start=1):
        cells = [_cell(record.get(name)) for name in columns]
        if placed:
            cells += list(points[number - 1] or (None, None))
        lines.append(Line(number, cells))
    said = []
    if any(each is not None and each.geom_type != "Point" for each in shapes):
        said = [Understood("points", "inside", "Areas and lines stand for a point inside them")]
    return Grid(lines, said, crs=crs if placed else "")


def _point(geometry: Any) -> tuple[float, float] | None:
    """A point in a geometry, which is mended first; None where there is none."""
    if geometry is None or geometry.is_empty:
        return None
    if geometry.geom_type == "Point":
        return (float(geometry.x), float(geometry.y))
    sound = geometry if geometry.is_valid else shapely.make_valid(geometry)
    inside = sound.representative_point()
    return None if inside.is_empty else (round(float(inside.x), 7), round(float(inside.y), 7))


def _cell(value: Any) -> Cell:
    """A value of a record as a cell; lists and objects as text, NaN as nothing."""
    if isinstance(value, float) and isnan(value):
        return None
    if value is None or isinstance(value, str | int | float | bool | date | datetime):
        return value
    if isinstance(value, Decimal):
        return float(value)
    return json.dumps(value, ensure_ascii=False, default=str)
