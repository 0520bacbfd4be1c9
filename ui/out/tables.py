"""Every table that can be taken away, with its filters: `TABLES`, by name.

Rows stream from the dataset in the order of the key, each with its territory's name, its
source's licence and credit line, the filters and how to cite it. Missing is null.
"""

import re
from collections.abc import Iterator, Mapping
from functools import partial

import pyarrow as pa

from ui.out import columns
from ui.out.citation import as_written, citation
from ui.out.filters import asked_of, parameters
from ui.out.listed import LISTED, Listed
from ui.out.stop import stoppable
from ui.out.taken import Offer, Taken
from ui.store import Dataset, reading
from ui.words import BOUNDARIES

_ROWS_A_BATCH = 8192
_SENSITIVE = (
    "Counts of people in sensitive groups are rounded to 5: 0 stands for 0 to 2, and totals may "
    "not add up."
)
_UNPLAIN = re.compile(r"[^A-Za-z0-9_]+")
_LONGEST_NAME = 120
_EMPTY = "Missing is unknown; it is never zero."


def take(listed: Listed, dataset: Dataset, given: Mapping[str, str]) -> Taken:
    """The rows of a table that pass the filters, in the order of its key."""
    asked = asked_of(listed, dataset, given)
    filters = dict(sorted(asked.filters.items()))
    statement = columns.statement(dataset, listed, asked.conditions)
    values = asked.values | {
        "filters": as_written(filters),
        "dataset": dataset.watermark or dataset.name,
        "built": dataset.built.date().isoformat(),
        "citation": citation(dataset, listed.title, filters),
    }
    schema = columns.schema(dataset, listed, statement, values)
    return Taken(
        listed.name, listed.title, dataset, filters, schema,
        partial(_batches, dataset, statement, values, schema),
        query=statement, notes=_notes(dataset, listed), file_stem=_stem(dataset, listed, filters),
    )  # fmt: skip


def _batches(
    dataset: Dataset, statement: str, values: Mapping[str, str | list[str]], schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    """The rows as they come, a few thousand at a time."""
    with reading(dataset) as cursor, stoppable(cursor.interrupt):
        asked = cursor.sql(statement, params=dict(values))
        for batch in asked.to_arrow_reader(_ROWS_A_BATCH):
            yield pa.RecordBatch.from_arrays(batch.columns, schema=schema)


def _notes(dataset: Dataset, listed: Listed) -> tuple[str, ...]:
    """What a reader of the rows must know."""
    sensitive = {"group_id", "measure_id", "standard_id"} & {*listed.filters, *listed.key}
    said = [dataset.watermark, _EMPTY, _SENSITIVE if sensitive else ""]
    said.append(BOUNDARIES if listed.place or listed.level else "")
    return tuple(each for each in said if each)


def _stem(dataset: Dataset, listed: Listed, filters: Mapping[str, str]) -> str:
    """A name for a file that says what it holds."""
    parts = [f"{dataset.prefix}groundwork", listed.name]
    parts += [f"{name}-{value}" for name, value in filters.items()]
    plain = "_".join(parts).replace(".", "-")
    return "".join(
        each if each.isascii() and each.isalnum() else "_-"[each == "-"] for each in plain
    )[:120]


def _offer(listed: Listed) -> Offer:
    return Offer(
        listed.name, listed.title, listed.grain, partial(take, listed), partial(parameters, listed)
    )  # fmt: skip


TABLES: Mapping[str, Offer] = {listed.name: _offer(listed) for listed in LISTED}
BY_NAME: Mapping[str, Listed] = {listed.name: listed for listed in LISTED}
