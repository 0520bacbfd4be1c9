"""Rows by the million: figures of territories, half as outlines, half as points."""

import sys
from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from ui.out.formats import geometry
from ui.out.taken import Taken
from ui.store import current

BATCH = 8192
_NOTES = ("", "as published", 'called "beds"\nof the night', "Ødegård, Łódź", None)


def batch(start: int, rows: int, ids: pa.Array, points: bool) -> pa.RecordBatch:
    """Rows from a place on: figures of territories, with where they are from."""
    random = np.random.default_rng([7, start])
    value = random.lognormal(5, 2, rows)
    unknown = random.random(rows) < 0.2
    columns = {
        "territory_id": ids.take(pa.array(random.integers(0, len(ids), rows))),
        "period": pa.array(np.char.add("20", random.integers(10, 26, rows).astype(str))),
        "group_id": pa.array(random.choice(["all", "asylum_applicants"], rows)),
        "value": pa.array(value, mask=unknown),
        "lower": pa.array(value * 0.9, mask=unknown),
        "upper": pa.array(value * 1.1, mask=unknown),
        "obs_status": pa.array(np.where(unknown, "L", "A")),
        "evidence": pa.array(["published"] * rows),
        "note": pa.array(_NOTES).take(pa.array(random.integers(0, len(_NOTES), rows))),
        "source_title": pa.array(["Register of places, quarterly, by region"] * rows),
        "licence": pa.array(["CC BY 4.0"] * rows),
        "source_line": pa.array(np.arange(start, start + rows)),
    }
    if points:
        columns["lon"] = pa.array(random.uniform(-10, 30, rows).round(6))
        columns["lat"] = pa.array(random.uniform(35, 70, rows).round(6))
    return pa.RecordBatch.from_pydict(columns)


def taken(rows: int, kind: str) -> Taken:
    """That many rows, made as they are asked for."""
    dataset = current("published")
    if dataset is None:
        sys.exit("There is no dataset yet: make build")
    ids, points = geometry.outlines(dataset).ids, kind == "points"

    def batches() -> Iterator[pa.RecordBatch]:
        for start in range(0, rows, BATCH):
            yield batch(start, min(BATCH, rows - start), ids, points)

    schema = batch(0, 1, ids, points).schema
    return Taken("bench", "Rows of a bench", dataset, {}, schema, batches)
