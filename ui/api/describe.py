"""What an offer holds: grain, columns, filters with the values on offer, addresses of files."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa
import pyarrow.types as kinds

from ui import words
from ui.api import address
from ui.api.kinds import KINDS
from ui.out.about import words_of_views
from ui.out.citation import citation, dataset_hash
from ui.out.moments import MOMENT, PERIOD
from ui.out.tables import TABLES
from ui.out.taken import ABOUT, Offer, Parameter, Taken
from ui.store import Dataset

PATTERNS: Mapping[str, str] = {
    "from": f"^{MOMENT}$",
    "until": f"^{MOMENT}$",
    "period": rf"^{PERIOD}(\.{PERIOD})*$",
}


def offer(dataset: Dataset, section: str, each: Offer) -> dict[str, Any]:
    """One table or view in full."""
    taken = each.take(dataset, {})
    return {
        **brief(section, each),
        "grain": each.grain,
        "dataset": dataset_facts(dataset),
        "columns": columns(taken),
        "filters": [parameter(one) for one in each.parameters(dataset, {})],
        "notes": list(taken.notes),
        "citation": citation(dataset, each.title, {}),
    }


def brief(section: str, each: Offer) -> dict[str, Any]:
    """One table or view in a line: name, title, where it is described and how it is taken."""
    at = f"{address.BASE}/{section}/{each.name}"
    return {
        "name": each.name,
        "title": each.title,
        "grain": each.grain,
        "description": at,
        "formats": {key: f"{at}.{key}" for key in KINDS},
    }


def parameter(one: Parameter) -> dict[str, Any]:
    """A filter: what it is, whether it may have several values, which are on offer."""
    said: dict[str, Any] = {"name": one.name, "label": one.label, "about": one.about}
    said |= {"several": one.several, "usual": one.usual}
    if one.allowed:
        said["allowed"] = list(one.allowed)
    elif one.name in PATTERNS:
        said["pattern"] = PATTERNS[one.name]
    return said


def columns(taken: Taken) -> list[dict[str, str]]:
    """Each column: name, kind of value, what it holds."""
    return [
        {
            "name": each.name,
            "type": kind_of_value(each.type),
            "about": (each.metadata or {}).get(ABOUT, b"").decode(),
        }
        for each in taken.schema
    ]


def kind_of_value(kind: pa.DataType) -> str:
    """The kind of a column's values in words.

    >>> kind_of_value(pa.float64()), kind_of_value(pa.date32()), kind_of_value(pa.int8())
    ('number', 'day', 'whole number')
    """
    if kinds.is_boolean(kind):
        return "true or false"
    if kinds.is_integer(kind):
        return "whole number"
    if kinds.is_floating(kind) or kinds.is_decimal(kind):
        return "number"
    return "day" if kinds.is_date(kind) else "text"


def dataset_facts(dataset: Dataset) -> dict[str, str]:
    """Which dataset it is, when it was built, its checksum."""
    facts = {
        "name": dataset.name,
        "data": dataset.kind,
        "built": dataset.built.date().isoformat(),
        "sha256": dataset_hash(dataset),
    }
    return facts | ({"watermark": dataset.watermark} if dataset.watermark else {})


def dictionary(dataset: Dataset) -> dict[str, Any]:
    """Every table with its columns, every measure, and what the codes mean."""
    tables = {
        name: {"title": each.title, "grain": each.grain, "columns": columns(each.take(dataset, {}))}
        for name, each in TABLES.items()
    }
    measures = TABLES["measure"].take(dataset, {}).frame().drop(columns=[*_CONSTANT])
    return {
        "dataset": dataset_facts(dataset),
        "missing": "Missing is null with a status that says why. It is never zero.",
        "tables": tables,
        "columns_of_views": words_of_views(),
        "measures": measures.astype(object).where(measures.notna(), None).to_dict("records"),
        "codes": {
            "obs_status": words.STATUS,
            "evidence": words.EVIDENCE,
            "group_id": words.GROUP_WORDS,
            "service": words.SERVICES,
        },
    }


_CONSTANT = ("filters", "dataset", "dataset_built", "citation")
