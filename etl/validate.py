"""Rows against the contract: what is wrong with each row that may not be loaded.

Called once per table when publishers' files are read, so that a refused row keeps its line
and its reason. The database's own CHECKs (`etl.ddl`) then have nothing left to refuse.
"""

from collections.abc import Collection, Hashable, Mapping
from difflib import get_close_matches

import numpy as np
import pandas as pd

from etl.columns import Column, Table

Known = Mapping[str, frozenset[str]]
# Index of the row, column, what is wrong.
Fault = tuple[Hashable, str, str]
_NUMERIC = {"DOUBLE", "BIGINT", "TINYINT", "UBIGINT"}


def conform(table: Table, frame: pd.DataFrame) -> pd.DataFrame:
    """`frame` with exactly the contract's columns in their order, absent ones missing.

    Raises ValueError when it has a column the contract does not know.
    """
    names = [column.name for column in table.columns]
    strange = [str(name) for name in frame.columns if name not in names]
    if strange:
        raise ValueError(f"table {table.name} has no column {', '.join(strange)}")
    return frame.reindex(columns=names)


def faults(table: Table, frame: pd.DataFrame, known: Known) -> pd.DataFrame:
    """One row per fault: index of the row in `frame`, column, and what is wrong.

    `known` gives, for a column that refers to another table, the keys there are.
    """
    found = [
        fault
        for column in table.columns
        for fault in _column_faults(column, frame[column.name], known.get(column.name))
    ]
    repeated = frame.duplicated(list(table.key), keep="first")
    found += [
        (index, table.key[0], f"same {', '.join(table.key)} as an earlier row")
        for index in frame.index[repeated]
    ]
    return as_frame(found)


def as_frame(found: list[Fault]) -> pd.DataFrame:
    """Faults as a frame with columns row, column_name, reason."""
    return pd.DataFrame(found, columns=["row", "column_name", "reason"])


def _column_faults(column: Column, values: pd.Series, keys: frozenset[str] | None) -> list[Fault]:
    """Faults of one column's values."""
    present = values.notna()
    found: list[Fault] = []
    if column.required:
        found += [(index, column.name, "is empty") for index in values.index[~present]]
    if column.type in _NUMERIC:
        numbers = pd.to_numeric(values[present], errors="coerce")
        bad = numbers.isna() | np.isinf(numbers.astype(float))
        if column.type != "DOUBLE":
            bad |= numbers.astype(float) % 1 != 0
        if column.minimum is not None:
            bad |= numbers < column.minimum
        if column.maximum is not None:
            bad |= numbers > column.maximum
        reason = f"is not {column.kind_of_number}"
        found += [(i, column.name, f"{values[i]!r} {reason}") for i in bad.index[bad]]
    if column.pattern is not None:
        wrong = values[present & ~values.astype(str).str.fullmatch(column.pattern)]
        reason = f"is not written as expected ({column.about})"
        found += [(i, column.name, f"{text!r} {reason}") for i, text in wrong.items()]
    allowed = frozenset(column.codes) if column.codes is not None else keys
    return found if allowed is None else found + unknown_codes(values, allowed)


def unknown_codes(values: pd.Series, allowed: frozenset[str]) -> list[Fault]:
    """Faults of codes that are not in a list, each with the nearest one that is."""
    strange = values[values.notna() & ~values.isin(allowed)]
    return [
        (index, str(values.name), unknown_code(str(code), allowed))
        for index, code in strange.items()
    ]


def unknown_code(code: str, allowed: Collection[str]) -> str:
    """What is wrong with a code that is not in a list, and the nearest one that is."""
    near = get_close_matches(code, sorted(allowed), n=1)
    nearest = f"; the nearest is {near[0]!r}" if near else ""
    return f"{code!r} is not a known code{nearest}"
