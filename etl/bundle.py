"""Write and read the shipped figures: Parquet in contract shape and `datapackage.json`.

Deterministic: rows are sorted by key, text is dictionary-encoded by value order of
appearance, and no date of writing is stored, so the same raw files give the same bytes.
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from etl import contract
from etl.arrow import ARROW
from etl.columns import Column
from etl.gather import Frames
from etl.reading import Source

PACKAGE = "datapackage.json"
_NOT_SHIPPED = frozenset({"outline"})
_FRICTIONLESS = {
    "VARCHAR": "string",
    "DOUBLE": "number",
    "BIGINT": "integer",
    "TINYINT": "integer",
    "UBIGINT": "integer",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "BLOB": "string",
}


def shippable(frames: Frames) -> Frames:
    """What may be passed on: all but the publisher's boundaries, whose licence says otherwise."""
    return {key: frame for key, frame in frames.items() if key[0] not in _NOT_SHIPPED}


def write(folder: Path, frames: Frames, sources: Sequence[Source]) -> int:
    """Write all frames below `folder`, drop files that are no longer made; total bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    resources = [_write_table(folder, *key, frame) for key, frame in sorted(frames.items())]
    package = {
        "name": "groundwork-published",
        "title": "Groundwork: territorial integration capacity in Europe, published figures",
        "licenses": [{"title": "by source; see the sources of each resource"}],
        "sources": [
            {
                "title": source.title,
                "path": source.url,
                "publisher": source.publisher,
                "licence": source.licence,
                "attribution": source.attribution,
                "vintage": source.vintage,
            }
            for source in sources
        ],
        "resources": resources,
    }
    text = json.dumps(package, indent=1, ensure_ascii=False) + "\n"
    (folder / PACKAGE).write_text(text, encoding="utf-8")
    made = {resource["path"] for resource in resources}
    for file in folder.glob("*/*.parquet"):
        if file.relative_to(folder).as_posix() not in made:
            file.unlink()
    return sum(int(str(resource["bytes"])) for resource in resources) + len(text.encode())


def _write_table(folder: Path, table: str, module: str, frame: pd.DataFrame) -> dict[str, object]:
    """Write one frame; its entry for `datapackage.json`."""
    path = folder / table / f"{module}.parquet"
    path.parent.mkdir(exist_ok=True)
    # Columns that this source never fills are left out; loading by name makes them NULL.
    columns = [c for c in contract.BY_NAME[table].columns if frame.get(c.name) is not None]
    columns = [c for c in columns if frame[c.name].notna().any()]
    arrow = pa.table(
        {c.name: pa.array(frame[c.name], ARROW[c.type], from_pandas=True) for c in columns}
    )
    pq.write_table(arrow, path, compression="zstd", compression_level=19)
    content = path.read_bytes()
    return {
        "name": f"{table}-{module}".replace("_", "-"),
        "path": path.relative_to(folder).as_posix(),
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "table": table,
        "module": module,
        "rows": len(frame),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": [_field(column) for column in columns]},
    }


def _field(column: Column) -> dict[str, object]:
    """A column as a field of a Frictionless table schema."""
    return {
        "name": column.name,
        "type": _FRICTIONLESS[column.type],
        "description": column.about,
        "constraints": {"required": column.required},
    }


def resources(folder: Path) -> list[dict[str, object]]:
    """The entries of `datapackage.json`, each checked against the file it names.

    Raises FileNotFoundError when there is no bundle, ValueError when a file was changed.
    """
    package = folder / PACKAGE
    if not package.exists():
        raise FileNotFoundError(f"{folder} holds no {PACKAGE}: is this a complete checkout?")
    entries: list[dict[str, object]] = json.loads(package.read_text("utf-8"))["resources"]
    for entry in entries:
        content = (folder / str(entry["path"])).read_bytes()
        if entry["hash"] != f"sha256:{hashlib.sha256(content).hexdigest()}":
            raise ValueError(f"{entry['path']} is not the file {PACKAGE} describes")
    return entries
