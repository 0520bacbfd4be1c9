"""A view as one parcel (ZIP): rows, query, figure, sources and what is needed to ask again."""

import csv
import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ui.out.citation import dataset_hash
from ui.out.figure import svg
from ui.out.formats import FORMATS
from ui.out.formats.delimited import pieces
from ui.out.from_frame import arrow_of
from ui.out.taken import NotOfferedError, Taken
from ui.out.views import VIEWS, picture_of
from ui.store import Dataset, ask

ROWS, VIEW = "rows.csv", "view.json"
_FORMAT = 1
# What no view of ours reaches.
_MOST_ABOUT, _MOST_BYTES, _MOST_ROWS, _MOST_COLUMNS = 2_000_000, 200_000_000, 500_000, 400
_MOST_RATIO, _LOOSEST = 200, 1_000_000
# What reading a file that is none, or is damaged, may say.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, csv.Error, ValueError, RuntimeError, EOFError, OSError,
    NotImplementedError,
)  # fmt: skip
# Files inside have one date, so that the same view of the same dataset is the same parcel.
_DATE = (1980, 1, 1, 0, 0, 0)


class ParcelError(ValueError):
    """A file that is no parcel of ours; the message says what is wrong with it."""


@dataclass(frozen=True)
class Parcel:
    """What a parcel says of itself, its rows as they are in it, and the same by column."""

    about: Mapping[str, Any]
    rows: bytes
    records: tuple[dict[str, str], ...] = ()


def pack(dataset: Dataset, name: str, values: Mapping[str, str]) -> bytes:
    """The parcel of a view; raises NotOfferedError for a view or filter there is not."""
    if name not in VIEWS:
        raise NotOfferedError("view", name, tuple(VIEWS))
    taken = VIEWS[name].take(dataset, values)
    rows = b"".join(FORMATS["csv"].stream(taken))
    picture = picture_of(dataset, name, values)
    about = _about(taken, rows)
    if picture is not None:
        about["scale"] = {
            "classes": list(picture.classes), "unit": picture.unit, "unknown": picture.unknown,
            "cannot_tell": picture.cannot_tell, "kind": picture.scale, "form": picture.form,
        }  # fmt: skip
    files = {
        ROWS: rows,
        VIEW: json.dumps(about, indent=2, ensure_ascii=False).encode(),
        "query.sql": taken.query.encode(),
        "sources.csv": _sources(dataset, rows),
        "README.md": _readme(taken, about).encode(),
    }
    if picture is not None:
        files["figure.svg"] = svg(picture, taken.title, _credit(about)).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files.items():
            archive.writestr(zipfile.ZipInfo(file, _DATE), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def unpack(data: bytes) -> Parcel:
    """A parcel's description and rows; ParcelError where it is damaged or none of ours.

    Nothing in it is trusted: what would unpack to far more than a view is not unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            about = json.loads(_read(archive, VIEW, _MOST_ABOUT))
            rows = _read(archive, ROWS, _MOST_BYTES)
            records = records_of(rows)
    except _DAMAGED as error:
        if isinstance(error, ParcelError):
            raise
        raise ParcelError(f"It cannot be read: {type(error).__name__}.") from error
    if not _is_description(about):
        raise ParcelError(f"Its {VIEW} is not of a kind this Groundwork reads.")
    if hashlib.sha256(rows).hexdigest() != about["rows_sha256"]:
        raise ParcelError(f"Its {ROWS} was changed after it was made: the checksum differs.")
    return Parcel(about, rows, tuple(records))


def _read(archive: zipfile.ZipFile, name: str, most: int) -> bytes:
    """A file of the archive, of a size and density that a parcel of ours has."""
    found = [each for each in archive.infolist() if each.filename == name]
    if len(found) != 1:
        raise ParcelError(f"It holds no {name}: it is no view that was taken away.")
    packed, unpacked = found[0].compress_size, found[0].file_size
    if unpacked > most or unpacked > _LOOSEST + packed * _MOST_RATIO:
        raise ParcelError(f"Its {name} is too large to be read.")
    with archive.open(found[0]) as handle:
        content = handle.read(most + 1)
    if len(content) > most:
        raise ParcelError(f"Its {name} is too large to be read.")
    return content


def _is_description(about: Any) -> bool:
    """Whether a parcel says of itself what is needed to ask again, each in its kind."""
    kinds = {"format": int, "view": str, "filters": dict, "dataset": dict, "rows_sha256": str}
    if not isinstance(about, dict):
        return False
    fits = all(isinstance(about.get(key), kind) for key, kind in kinds.items())
    return fits and about["format"] == _FORMAT


def records_of(rows: bytes) -> list[dict[str, str]]:
    """The rows of a CSV by column; ParcelError where they are more than a view has."""
    reader = csv.reader(io.StringIO(rows.decode("utf-8-sig"), newline=""), strict=True)
    names = next(reader, [])
    found: list[dict[str, str]] = []
    if len(names) > _MOST_COLUMNS or len(set(names)) < len(names):
        raise ParcelError(f"Its {ROWS} has more columns than a view, or some twice.")
    for record in reader:
        if len(record) != len(names) or len(found) >= _MOST_ROWS:
            raise ParcelError(f"Its {ROWS} has lines that are not rows of a view.")
        found.append(dict(zip(names, record, strict=True)))
    return found


def _about(taken: Taken, rows: bytes) -> dict[str, Any]:
    dataset = taken.dataset
    return {
        "format": _FORMAT,
        "view": taken.name,
        "question": taken.title,
        "filters": dict(taken.filters),
        "usual": dict(taken.usual),
        "dataset": {
            "kind": dataset.kind, "built": dataset.built.isoformat(timespec="seconds"),
            "sha256": dataset_hash(dataset), "watermark": dataset.watermark,
        },
        "rows": len(records_of(rows)),
        "rows_sha256": hashlib.sha256(rows).hexdigest(),
        "columns": [
            {"name": each.name, "about": (each.metadata or {}).get(b"about", b"").decode()}
            for each in taken.schema
        ],
        "notes": list(taken.notes),
    }  # fmt: skip


def _sources(dataset: Dataset, rows: bytes) -> bytes:
    """The sources that the rows name by key or title, with their terms."""
    named: set[str] = set()
    for record in records_of(rows):
        named |= {value for key, value in record.items() if "source" in key and value}
    every = ask(dataset, "source").drop(columns=["module", "sha256"], errors="ignore")
    listed = "\n".join(named)
    used = [
        bool({str(row["source_id"]), str(row["title"])} & named)
        or f"{row['publisher']}: {row['title']}" in listed
        for row in every.to_dict("records")
    ]
    table = arrow_of(every[used])
    return b"".join(pieces(table.schema, table.to_batches()))


def _credit(about: Mapping[str, Any]) -> str:
    built = str(about["dataset"]["built"])[:10]
    return (
        f"Groundwork, dataset {about['dataset']['kind']} of {built} "
        f"(sha256 {about['dataset']['sha256'][:12]}). Hatched is unknown, never zero. "
        "Sources and licences: sources.csv beside this figure."
    )


def _readme(taken: Taken, about: Mapping[str, Any]) -> str:
    filters = [f"- {key}: {value}" for key, value in sorted(taken.choice.items())]
    columns = [f"- `{each['name']}`: {each['about']}" for each in about["columns"]]
    mark = (
        f"\n**{taken.dataset.watermark}. Nothing here is real.**\n"
        if taken.dataset.watermark
        else ""
    )
    return "\n".join(
        [
            f"# {taken.title}", mark,
            f"{about['rows']:,} rows of the view *{taken.name}*, dataset "
            f"{about['dataset']['kind']} of {str(about['dataset']['built'])[:10]}.",
            "", "## Filters", "", *(filters or ["None."]), "",
            "## What is here", "",
            f"- `{ROWS}`: the rows (RFC 4180, UTF-8). An empty cell is unknown; 0 is none. "
            "A leading `'` keeps a spreadsheet from running a text as a formula.",
            "- `query.sql`: what is asked of the dataset; `$name` is a value of the filters.",
            "- `sources.csv`: publishers, licences, credits, days fetched.",
            f"- `{VIEW}`: view, filters, dataset and its checksum, scale of the map.",
            "- `figure.svg`: the map, where the view has one.", "",
            "## The same again", "",
            "In a folder of Groundwork: `python -m etl reopen FILE.zip` asks the dataset there "
            "the same and says whether the rows come out the same, or what has changed.", "",
            "## Columns", "", *columns, "",
        ]
    )  # fmt: skip
