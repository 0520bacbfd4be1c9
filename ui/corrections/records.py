"""Entries as records of the journal, and back; a record of another shape is none."""

import math
from collections.abc import Sequence
from dataclasses import asdict, fields, is_dataclass
from datetime import datetime
from functools import lru_cache
from types import NoneType
from typing import Any, get_args, get_type_hints

from analysis.corrections import (
    DECISIONS,
    FIGURE,
    PLACE,
    ROLES,
    Entry,
    Proposal,
    Review,
    Withdrawal,
)
from ui.corrections.journal import Record
from ui.language import _

_KINDS: dict[str, type[Entry]] = {
    "proposal": Proposal, "review": Review, "withdrawal": Withdrawal,
}  # fmt: skip


def entries_of(records: Sequence[Record]) -> tuple[list[Entry], list[str]]:
    """The entries that records hold, and a sentence for each record that holds none."""
    found: list[Entry] = []
    problems = []
    for number, record in enumerate(records, start=1):
        try:
            found.append(entry_of(record))
        except (KeyError, TypeError, ValueError, OverflowError):
            problems.append(
                _(
                    "Entry {number} of the journal is no proposal, review or withdrawal.",
                    number=number,
                )
            )
    return found, problems


def record_of(entry: Entry) -> Record:
    """An entry as the journal holds it."""
    kind = next(name for name, each in _KINDS.items() if isinstance(entry, each))
    return {"entry": kind, **asdict(entry)}


def entry_of(record: Record) -> Entry:
    """The entry a record holds; raises what a wrong shape raises."""
    made: Entry = _made(_KINDS[record["entry"]], record)
    if isinstance(made, Proposal) and not (
        made.role in ROLES and made.subject.table in (FIGURE, PLACE)
    ):
        raise ValueError("no such role or table")
    datetime.fromisoformat(made.at)
    if isinstance(made, Review) and made.decision not in DECISIONS:
        raise ValueError("no such decision")
    return made


def _made(shape: Any, record: Record) -> Any:
    """A dataclass from its record, each field of its own type."""
    return shape(**{name: _value(kind, record[name]) for name, kind in _shape(shape)})


@lru_cache(maxsize=16)
def _shape(shape: Any) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(shape)
    return tuple((each.name, hints[each.name]) for each in fields(shape))


def _value(kind: Any, value: Any) -> Any:
    if is_dataclass(kind):
        return _made(kind, value)
    if NoneType in get_args(kind):
        return None if value is None else _number(value)
    if not isinstance(value, str):
        raise TypeError("text was expected")
    # Half a pair of code units is no letter: no page could show it.
    value.encode("utf-8")
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("a number was expected")
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("a finite number was expected")
    return number
