"""The tables a user may bring: their columns as asked for, and other names for the tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from etl import contract
from etl.codes import GROUP
from etl.columns import Column, Table
from etl.intake.plain import plain
from etl.measures import MEASURES

# Tables a user may bring; each says of a row where it is and from when, or what a scheme is.
TABLES = (
    "observation", "facility", "organisation", "partnership", "participation", "sponsorship",
    "scheme", "scheme_rule", "funding", "activity", "actor_list", "consultation",
    "digital_service",
)  # fmt: skip
# What the loader fills in by itself.
GIVEN = frozenset({"source_id", "evidence", "source_file", "source_line"})
# What is so where the file says nothing; everything else is asked or unknown.
USUAL = {"obs_status": "A"}
NUMBERS = frozenset({"DOUBLE", "BIGINT", "TINYINT"})
_MEASURES = {measure.measure_id: measure.label for measure in MEASURES}
_KINDS = {
    "VARCHAR": "text", "DOUBLE": "number", "BIGINT": "whole number", "TINYINT": "whole number",
    "DATE": "day", "BOOLEAN": "true or false",
}  # fmt: skip


@dataclass(frozen=True)
class Meant:
    """A table, and what the name it was asked by says of every row."""

    table: Table
    constants: Mapping[str, str] = field(default_factory=dict)


_SERVICE_POINT = {"kind": "service"}
_RECEPTION = {"kind": "reception", "service": "reception"}
_CAPACITY = {"measure_id": "reception_places", "group_id": "all"}
_ALIASES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "facilities": ("facility", {}),
    "services": ("facility", _SERVICE_POINT),
    "reception": ("facility", _RECEPTION),
    "reception_centres": ("facility", _RECEPTION),
    "capacity": ("observation", _CAPACITY),
    "reception_capacity": ("observation", _CAPACITY),
    "observations": ("observation", {}),
    "figures": ("observation", {}),
    "organisations": ("organisation", {}),
    "partnerships": ("partnership", {}),
    "schemes": ("scheme", {}),
    "funds": ("funding", {}),
    "activities": ("activity", {}),
}


def meant(name: str) -> Meant:
    """The table that a name asks for; ValueError says which there are.

    >>> meant("reception").table.name, dict(meant("services").constants)
    ('facility', {'kind': 'service'})
    """
    key = plain(name).replace(" ", "_")
    table, constants = _ALIASES.get(key, (key, {}))
    if table not in TABLES:
        there = ", ".join([*TABLES, *_ALIASES])
        raise ValueError(f"There is no table {name!r} to add to; there is: {there}.")
    return Meant(contract.BY_NAME[table], constants)


def asked_of(table: Table) -> list[Column]:
    """The columns that a file may fill."""
    return [column for column in table.columns if column.name not in GIVEN]


def codes_of(column: Column) -> Mapping[str, str] | None:
    """The codes a column may hold and their labels; None where it is free."""
    if column.name == "measure_id":
        return _MEASURES
    return GROUP if column.name == "groups" else column.codes


def wanted(table: Table) -> list[dict[str, Any]]:
    """What a table asks for: `column`, `about`, `required`, `kind`, `codes`, `labels`."""
    found = []
    for column in asked_of(table):
        codes = codes_of(column)
        found.append(
            {
                "column": column.name,
                "about": column.about.replace("NULL", "empty"),
                "required": column.required and column.name not in {*USUAL, "nuts_version"},
                "kind": _KINDS[column.type],
                "codes": list(codes or {}),
                "labels": dict(codes or {}),
            }
        )
    return found
