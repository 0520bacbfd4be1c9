"""Where each row is from: columns of its source, and those that are the same in every row.

They are added batch by batch behind the question to the dataset, which would else sort the same
long texts again and again.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from ui.connection import reading
from ui.out.listed import Listed
from ui.store import Dataset

_SOURCE_COLUMNS = {
    "source_title": ("title", "title of the source"),
    "publisher": ("publisher", "who publishes it"),
    "licence": ("licence", "terms of use"),
    "attribution": ("attribution", "the credit line to show"),
    "url": ("url", "where it is published; NULL is not stated"),
    "source_caveats": ("caveats", "what to know before using the source"),
    "retrieved_on": ("retrieved_on", "day it was fetched; NULL where not recorded"),
}
_CONSTANT = {
    "filters": "filters these rows were taken with, as they stand in an address",
    "dataset": "dataset these rows are of",
    "dataset_built": "day the dataset was built",
    "citation": "how to cite these rows",
}


def abouts(listed: Listed, mine: Sequence[str] | Mapping[str, object]) -> dict[str, str]:
    """What the added columns hold, in order; `mine` are the table's own columns."""
    said = {
        _name(mine, prefix, name): about
        for prefix in listed.sources
        for name, (_, about) in _SOURCE_COLUMNS.items()
    }
    return said | _CONSTANT


def fields(listed: Listed, mine: Sequence[str] | Mapping[str, object]) -> list[pa.Field]:
    """The added columns, in order."""
    names = abouts(listed, mine)
    return [
        pa.field(name, pa.date32() if name.endswith("retrieved_on") else pa.string())
        for name in names
    ]


def added(
    dataset: Dataset, listed: Listed, batch: pa.RecordBatch, constants: Mapping[str, str]
) -> list[pa.Array]:
    """The added columns of some rows, in order; missing where a row names no source."""
    columns: list[pa.Array] = []
    sources = _sources(dataset)
    for column in listed.sources.values():
        at = pc.index_in(batch.column(column), sources.column("source_id"))
        columns += [sources.column(name).take(at) for name, _ in _SOURCE_COLUMNS.values()]
    return columns + [pa.repeat(constants[name], batch.num_rows) for name in _CONSTANT]


@lru_cache(maxsize=8)
def _sources(dataset: Dataset) -> pa.RecordBatch:
    """The sources of a dataset."""
    with reading(dataset) as cursor:
        table = cursor.sql("select * from source order by source_id").to_arrow_table()
    return table.combine_chunks().to_batches()[0]


def _name(mine: Sequence[str] | Mapping[str, object], prefix: str, name: str) -> str:
    """A source's column; `source_url` where the table has an address of its own."""
    return f"{prefix}source_{name}" if name in mine else f"{prefix}{name}"
