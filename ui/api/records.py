"""Rows as JSON records, a page at a time; missing is null."""

import json
import math
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from ui.api import address
from ui.api.asked import Page
from ui.out.citation import citation
from ui.out.taken import Taken

# The same in every row, so said once before them.
_ONCE = ("filters", "dataset", "dataset_built", "citation")


def stream(taken: Taken, total: int, page: Page, path: str) -> Iterator[bytes]:
    """What the rows are, how many there are in all, where the next page is, and the rows."""
    batches = taken.batches()
    first = next(batches, None)
    head = {
        "name": taken.name,
        "title": taken.title,
        "dataset": taken.dataset.watermark or taken.dataset.name,
        "dataset_built": taken.dataset.built.date().isoformat(),
        "citation": citation(taken.dataset, taken.title, taken.choice),
        "filters": taken.choice,
        "notes": list(taken.notes),
        "total": total,
        "limit": page.limit,
        "offset": page.offset,
        "next": address.neighbour(path, taken, page, total, 1),
    }
    yield json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "rows": ['
    comma, batch = "", first
    while batch is not None:
        kept = batch.select([name for name in batch.schema.names if name not in _ONCE])
        for row in kept.to_pylist():
            record = {name: _value(value) for name, value in row.items()}
            yield (comma + "\n" + json.dumps(record, ensure_ascii=False)).encode()
            comma = ","
        batch = next(batches, None)
    yield b"\n]}\n"


def _value(value: Any) -> Any:
    """A value as JSON has it.

    >>> _value(float("nan")), _value(date(2024, 7, 31)), _value(0.1)
    (None, '2024-07-31', 0.1)
    """
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value if isinstance(value, (str, int, bool, type(None))) else str(value)
