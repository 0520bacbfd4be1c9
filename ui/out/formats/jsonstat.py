"""JSON-stat 2.0 (json-stat.org): a cube where keys tell rows apart, else a list of rows.

Missing figures are null, with a status. What is neither key nor figure stands in
`extension`, with every row's first cell: a cube has cells that no row fills and an order of
its own. `note` says so where the rows are a list.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyarrow as pa

from ui import words
from ui.out.formats.about import Origins, facts
from ui.out.formats.cube import FIGURE, Cube, cube_of, figures
from ui.out.formats.geojson import literals
from ui.out.formats.plain import plain
from ui.out.formats.read_back import described
from ui.out.taken import ABOUT, Taken

MOST_FIGURES = 2_000_000
STATUS = "obs_status"
_LISTED = "Keys do not tell these rows apart in a cube: dimension row is the number of the row."
_LABELS = {"territory_id": ("territory_name", "place", "name"), "measure_id": ("measure", "label")}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "group_id": words.GROUPS | words.GROUP_WORDS,
    "service": words.SERVICES,
}
_ROLES = {"time": "period", "geo": "territory_id", "metric": FIGURE}


def stream(taken: Taken) -> Iterator[bytes]:
    """The file in pieces; the rows are all in memory, see `refuses`."""
    origins = Origins()
    table = pa.Table.from_batches(origins.watch(taken.batches()), taken.schema)
    cube = cube_of(table)
    said = facts(taken) | {"citation": origins.citation, "sources": origins.sources}
    named = [*filter(None, (each["source_title"] for each in origins.sources))]
    opening = {
        "version": "2.0",
        "class": "dataset",
        "label": taken.title,
        "source": "; ".join(dict.fromkeys(named)),
        "updated": said["dataset_built"],
        "note": [*taken.notes, said["missing"], *([_LISTED] if cube.is_list else [])],
        "id": [*cube.keys, FIGURE],
        "size": cube.size,
        "role": {role: [name] for role, name in _ROLES.items() if name in {*cube.keys, FIGURE}},
        "dimension": dict(_dimensions(table, cube)),
    }
    yield _json(opening)[:-1].encode()
    yield f',\n"value":{_by_cell(cube, _values(table, cube))}'.encode()
    if any(_status_of(figure, table.schema.names) for figure in cube.figures):
        yield f',\n"status":{_by_cell(cube, _statuses(table, cube))}'.encode()
    yield f',\n"extension":{_json(_extension(table, cube, said))}}}\n'.encode()


def refuses(taken: Taken) -> str:
    """A sentence where the rows have no figures, or more than such a file is good for."""
    width, rows = len(figures(taken.schema)), 0
    if not width:
        return "JSON-stat holds figures, and these rows have none. Take CSV or Parquet."
    too_many = (
        f"JSON-stat is read in one piece, and these are more than {MOST_FIGURES:,} "
        "figures. Filter, or take CSV or Parquet."
    )
    if taken.count and taken.count() * width > MOST_FIGURES:
        return too_many
    for batch in taken.batches():
        rows += batch.num_rows
        if rows * width > MOST_FIGURES:
            return too_many
    return ""


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _dimensions(table: pa.Table, cube: Cube) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each dimension with its categories, named where a name is known."""
    for key, categories in zip(cube.keys, cube.categories, strict=True):
        category: dict[str, Any] = {"index": categories}
        if labels := _labels(table, key, categories):
            category["label"] = labels
        yield key, {"label": _about(table, key), "category": category}
    category = {
        "index": list(cube.figures),
        "label": {name: _about(table, name) for name in cube.figures},
    }
    if "value" in cube.figures and (unit := _only(table, "unit")):
        category["unit"] = {"value": {"label": unit}}
    yield FIGURE, {"label": "Figure", "category": category}


def _about(table: pa.Table, name: str) -> str:
    """What a column holds, else its name."""
    if name not in table.schema.names:
        return name
    said = (table.schema.field(name).metadata or {}).get(ABOUT, b"")
    return said.decode() or name


def _labels(table: pa.Table, key: str, categories: list[str]) -> dict[str, str]:
    """Names of categories: from a column that says them, else from the house's words."""
    for name in _LABELS.get(key, ()):
        if name in table.schema.names:
            pairs = zip(table[key].to_pylist(), table[name].to_pylist(), strict=True)
            return {each: str(label) for each, label in pairs if label is not None}
    known = _WORDS.get(key, {})
    return {each: known[each] for each in categories if each in known}


def _only(table: pa.Table, name: str) -> str:
    """The one value of a column, '' where there are several or none."""
    different = table[name].unique().to_pylist() if name in table.schema.names else []
    return str(different[0]) if len(different) == 1 and different[0] is not None else ""


def _values(table: pa.Table, cube: Cube) -> Iterator[tuple[int, str]]:
    """Cells and their figures, as they stand in JSON."""
    for at, name in enumerate(cube.figures):
        texts = literals(table[name].combine_chunks()).to_pylist()
        yield from zip((cell + at for cell in cube.cells), texts, strict=True)


def _statuses(table: pa.Table, cube: Cube) -> Iterator[tuple[int, str]]:
    """Cells and the status of their figure, where the rows have one."""
    for at, figure in enumerate(cube.figures):
        if name := _status_of(figure, table.schema.names):
            texts = literals(table[name].combine_chunks()).to_pylist()
            yield from zip((cell + at for cell in cube.cells), texts, strict=True)


def _status_of(figure: str, names: list[str]) -> str:
    """The column with a figure's status: need_status of need_lower, else the row's own.

    >>> _status_of("need_lower", ["need_status", "obs_status"]), _status_of("gap", ["need_status"])
    ('need_status', '')
    """
    own = f"{figure.split('_', maxsplit=1)[0]}_status"
    return next((name for name in (own, STATUS) if name in names), "")


def _by_cell(cube: Cube, found: Iterable[tuple[int, str]]) -> str:
    """One value a cell; where most cells are empty, only those that are not, by their number."""
    texts, whole = dict(found), 1
    for size in cube.size:
        whole *= size
    if 2 * len(texts) < whole:
        return "{" + ",".join(f'"{cell}":{texts[cell]}' for cell in sorted(texts)) + "}"
    return "[" + ",".join(texts.get(cell, "null") for cell in range(whole)) + "]"


def _extension(table: pa.Table, cube: Cube, said: dict[str, Any]) -> dict[str, Any]:
    """What a cube has no place for: words of codes, sources, and the rows' other columns."""
    in_cube = {*cube.keys, *cube.figures}
    beside = {name: _coded(table[name]) for name in table.schema.names if name not in in_cube}
    return {
        "status": {"label": said.pop("statuses")},
        "groundwork": said
        | {"rows": {"columns": described(table.schema), "cells": cube.cells, "beside": beside}},
    }


def _coded(column: pa.ChunkedArray) -> dict[str, Any]:
    """A column's different values as text, and which of them each row has; missing is null."""
    codes = plain(column.combine_chunks()).dictionary_encode()
    return {"values": codes.dictionary.to_pylist(), "of": codes.indices.to_pylist()}
