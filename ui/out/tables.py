"""Every table that can be taken away, with its filters: `TABLES`, by name.

Rows stream from the dataset in the order of the key, each with its territory's name, its
source's licence and credit line, the filters and how to cite it. Missing is null.
"""

from collections.abc import Mapping
from functools import partial

from ui.out import columns
from ui.out.citation import as_written, citation
from ui.out.filters import asked_of, parameters
from ui.out.list_of_tables import LISTED
from ui.out.listed import Listed
from ui.out.stream import Rows
from ui.out.taken import Offer, Taken
from ui.store import Dataset
from ui.words import BOUNDARIES, EMPTY

_SENSITIVE = (
    "Counts of people in sensitive groups are rounded to 5: 0 stands for 0 to 2, and totals may "
    "not add up."
)


def take(listed: Listed, dataset: Dataset, given: Mapping[str, str]) -> Taken:
    """The rows of a table that pass the filters, in the order of its key."""
    asked = asked_of(listed, dataset, given)
    filters = dict(sorted(asked.filters.items()))
    statement = columns.statement(dataset, listed, asked.conditions)
    constants = {
        "filters": as_written(filters),
        "dataset": dataset.watermark or dataset.name,
        "dataset_built": dataset.built.date().isoformat(),
        "citation": citation(dataset, listed.title, filters),
    }
    schema = columns.schema(dataset, listed, statement, asked.values)
    rows = Rows(dataset, listed, statement, asked.values, constants, schema)
    return Taken(
        listed.name, listed.title, dataset, filters, schema, rows.batches,
        query=statement + rows.order, notes=_notes(dataset, listed),
        count=rows.count,
    )  # fmt: skip


def _notes(dataset: Dataset, listed: Listed) -> tuple[str, ...]:
    """What a reader of the rows must know."""
    sensitive = {"group_id", "measure_id", "standard_id"} & {*listed.filters, *listed.key}
    said = [dataset.watermark, EMPTY, _SENSITIVE if sensitive else ""]
    said.append(BOUNDARIES if listed.place or listed.level else "")
    return tuple(each for each in said if each)


def _offer(listed: Listed) -> Offer:
    return Offer(
        listed.name, listed.title, listed.grain, partial(take, listed), partial(parameters, listed)
    )  # fmt: skip


TABLES: Mapping[str, Offer] = {listed.name: _offer(listed) for listed in LISTED}
BY_NAME: Mapping[str, Listed] = {listed.name: listed for listed in LISTED}
