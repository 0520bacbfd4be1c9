"""GeoJSON and GeoPackage as a grid: records numbered from 1, points as lon and lat."""

import json
import warnings
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isnan
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyogrio
import shapely
from pyogrio import errors, raw
from shapely.geometry import shape

from etl.intake import plain_tables
from etl.intake.grid import Cell, Grid, Line, Question, Understood, UnreadableError
from etl.intake.guard import MOST_COLUMNS, MOST_LINES, enough_cells
from etl.intake.inside import point_inside
from etl.intake.settings import Settings
from etl.intake.sniff import Score

DEGREES = "EPSG:4326"
SAVE = "Save it again from its program, or as CSV."
Record = Mapping[str, Any]
_LARGEST_WHOLE = 10**18


def geojson(file: Path, settings: Settings, score: Score) -> Grid:
    """The features of a GeoJSON file; one that is no feature is a line without cells."""
    try:
        told = json.loads(file.read_text("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableError("The file is not UTF-8 text, as GeoJSON must be.", SAVE) from None
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"The file is no JSON: {error}.", SAVE) from None
    features = told.get("features") if isinstance(told, dict) else None
    if not isinstance(features, list):
        raise UnreadableError("The file has no list of features, as GeoJSON has.", SAVE)
    records, shapes = [], []
    for feature in features:
        inside = feature if isinstance(feature, dict) else {}
        properties = inside.get("properties")
        records.append(properties if isinstance(properties, dict) else {})
        shapes.append(_shape(inside.get("geometry")))
    return grid_of(records, shapes, _crs_of(told) or DEGREES)


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
    plain_tables.check(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            names = [str(name) for name, _ in pyogrio.list_layers(file)]
            layer, asked = _layer(file, names, settings, score)
            info = pyogrio.read_info(file, layer=layer)
            within(int(info["features"]), len(info["fields"]))
            meta, table = raw.read_arrow(file, layer=layer)
    except pa.ArrowMemoryError:
        raise MemoryError from None
    except (errors.DataSourceError, errors.DataLayerError, pa.ArrowException) as error:
        raise UnreadableError(f"The GeoPackage cannot be read: {error}.", SAVE) from None
    column = meta["geometry_name"] or "wkb_geometry"
    shapes = from_wkb(table, column)
    plain = table.drop_columns([column]) if column in table.column_names else table
    grid = grid_of(plain.to_pylist(), shapes, str(meta["crs"] or ""))
    label = f"Layer: {layer}" + (f", one of {len(names)}" if len(names) > 1 else "")
    grid.understood.insert(0, Understood("sheet", layer, label, not asked, tuple(names)))
    grid.questions, grid.settings = asked, {"sheet": layer}
    return grid


def _layer(
    file: Path, names: Sequence[str], settings: Settings, score: Score
) -> tuple[str, list[Question]]:
    """The layer that is meant, and the question where several may be."""
    if not names:
        raise UnreadableError("The GeoPackage has no layer.", SAVE)
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


def from_wkb(table: pa.Table, column: str) -> list[Any]:
    """The geometries of a column; None where one is none."""
    if column not in table.column_names:
        return []
    try:
        return list(shapely.from_wkb(table[column].to_pylist(), on_invalid="ignore"))
    except TypeError:
        return []


def within(rows: int, columns: int) -> None:
    """UnreadableError when there is more than a table of a user's own can be."""
    if rows > MOST_LINES:
        raise UnreadableError(f"The file has more than {MOST_LINES:,} rows.", "Split it.")
    if columns > MOST_COLUMNS:
        raise UnreadableError(f"The file has more than {MOST_COLUMNS} columns.", "Leave some out.")
    enough_cells(rows * columns)


def grid_of(
    records: Sequence[Record], shapes: Sequence[Any], crs: str, names: Iterable[str] = ()
) -> Grid:
    """Records and their geometries as lines below one that names the columns, which is line 0."""
    columns = list(dict.fromkeys([*names, *(str(key) for record in records for key in record)]))
    within(len(records), len(columns))
    points = [point_inside(each) for each in shapes]
    placed = [name for name in ("lon", "lat") if any(points)]
    if placed:
        columns = [name for name in columns if name not in ("lon", "lat")]
    lines = [Line(0, [*map(whole, columns), *placed])]
    for number, record in enumerate(records, start=1):
        cells = [_cell(record.get(name)) for name in columns]
        if placed:
            cells += list(points[number - 1] or (None, None))
        lines.append(Line(number, cells))
    said = []
    if any(each is not None and each.geom_type != "Point" for each in shapes):
        said = [Understood("points", "inside", "Areas and lines stand for a point inside them")]
    return Grid(lines, said, crs=crs if placed else "")


def _cell(value: Any) -> Cell:
    """A value of a record as a cell; lists and objects as text, NaN as nothing."""
    if isinstance(value, float) and isnan(value):
        return None
    if isinstance(value, int) and abs(value) > _LARGEST_WHOLE:
        return str(value)
    if value is None or isinstance(value, int | float | bool | date | datetime):
        return value
    if isinstance(value, Decimal):
        return float(value)
    return whole(value if isinstance(value, str) else _as_json(value))


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def whole(text: str) -> str:
    r"""A text with the sign for a damaged one where half a sign stands, as cutting it leaves.

    >>> whole("Caf\u00e9"), whole("Centre \ud83c") == "Centre \ufffd"
    ('Café', True)
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
