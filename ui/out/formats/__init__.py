"""Formats in which rows can be taken away: every row, status and source, in each of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from ui.out.formats import delimited, geojson, geopackage, jsonstat, parquet, workbook
from ui.out.taken import Taken


def _never(taken: Taken) -> str:
    """The format can hold any rows."""
    return ""


@dataclass(frozen=True)
class Format:
    """A kind of file: how its names end, what people call it, how it is written.

    `stream` gives the file in pieces; `refuses` gives a sentence why these rows do not fit in
    such a file, or "".
    """

    suffix: str
    label: str
    media_type: str
    stream: Callable[[Taken], Iterator[bytes]]
    refuses: Callable[[Taken], str] = _never


FORMATS: Mapping[str, Format] = {
    "csv": Format("csv", "CSV", "text/csv; charset=utf-8", delimited.stream),
    "csv-semicolon": Format(
        "csv",
        "CSV for spreadsheets: semicolons, decimal comma",
        "text/csv; charset=utf-8",
        delimited.stream_for_spreadsheets,
    ),
    "xlsx": Format(
        "xlsx",
        "Excel workbook",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook.stream,
        workbook.refuses,
    ),
    "parquet": Format("parquet", "Parquet", "application/vnd.apache.parquet", parquet.stream),
    "geojson": Format("geojson", "GeoJSON", "application/geo+json", geojson.stream),
    "gpkg": Format(
        "gpkg",
        "GeoPackage",
        "application/geopackage+sqlite3",
        geopackage.stream,
        geopackage.refuses,
    ),
    "json-stat": Format(
        "json", "JSON-stat 2.0", "application/json", jsonstat.stream, jsonstat.refuses
    ),
}
