"""Taking away from the command line: the same rows as pages and data routes give."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ui.out.formats import FORMATS
from ui.out.naming import file_name
from ui.out.parcel import ParcelError, pack, unpack
from ui.out.reopened import Reopened
from ui.out.reopened import reopen as compared
from ui.out.tables import TABLES
from ui.out.taken import NotOfferedError, Offer
from ui.out.views import VIEWS
from ui.reach.ways.apart import NotReadError
from ui.reach.ways.reading import load
from ui.store import Dataset, current, kinds

__all__ = ["Made", "NotOfferedError", "NotReadError", "ParcelError", "export", "reopen"]
_TABLE = "table."


@dataclass(frozen=True)
class Made:
    """A file in the making: its name and its bytes, chunk by chunk."""

    file_name: str
    chunks: Iterator[bytes]


def offers() -> dict[str, Offer]:
    """All that can be taken away, by name: views, and tables as `table.NAME`."""
    return {**VIEWS, **{f"{_TABLE}{name}": offer for name, offer in TABLES.items()}}


def export(name: str, filters: Mapping[str, str], form: str, kind: str) -> Made:
    """The rows of a view or table in a format, or a view's parcel (`zip`).

    Raises NotOfferedError for a name, filter, format or dataset there is not.
    """
    dataset = opened(kind)
    every = offers()
    if name not in every:
        raise NotOfferedError("view", name, tuple(every))
    if form == "zip":
        return Made(file_name(dataset, name, filters, "zip"), iter([pack(dataset, name, filters)]))
    if form not in FORMATS:
        raise NotOfferedError("format", form, (*FORMATS, "zip"))
    taken = every[name].take(dataset, filters)
    if reason := FORMATS[form].refuses(taken):
        raise NotOfferedError("format", f"{form} ({reason})", tuple(FORMATS))
    suffix = FORMATS[form].suffix
    return Made(file_name(dataset, taken.name, taken.filters, suffix), FORMATS[form].stream(taken))


def own_ways(file: Path, kind: str) -> dict[str, str]:
    """Read a table of travel times in place; the filter that names it. Raises NotReadError."""
    return {"ways": load(file, opened(kind))}


def opened(kind: str) -> Dataset:
    """A dataset by its kind; NotOfferedError where there is none or it is not built."""
    dataset = current(kind) if kind in kinds() else None
    if dataset is None:
        built = tuple(each for each in kinds() if current(each) is not None)
        raise NotOfferedError("dataset", kind, built)
    return dataset


def reopen(data: bytes, kind: str | None, most: int) -> tuple[bool, list[str]]:
    """Whether a parcel's rows come out the same, and sentences that say what is not.

    Raises ParcelError, or NotOfferedError where the view or its filters are not there any more.
    """
    parcel = unpack(data)
    dataset = opened(kind or str(parcel.about["dataset"].get("kind", "")))
    found = compared(parcel, dataset)
    return found.same_rows, [*_head(found, dataset), *_changes(found, most)]


def _head(found: Reopened, dataset: Dataset) -> list[str]:
    if found.same_bytes:
        return [f"The same: {found.rows:,} rows, byte for byte, from the dataset {dataset.kind}."]
    if found.same_rows:
        return [
            f"The same rows ({found.rows:,}); the dataset was built anew since, which its "
            "date and checksum say."
        ]
    built = "of the same dataset by another version" if found.same_dataset else "of a newer dataset"
    return [f"Not the same: the rows {built} differ in {len(found.changes):,} places."]


def _changes(found: Reopened, most: int) -> list[str]:
    lines = [f"  column {each} is gone" for each in found.columns_gone]
    lines += [f"  column {each} is new" for each in found.columns_new]
    for change in found.changes[:most]:
        if change.column:
            before, now = change.before or "unknown", change.now or "unknown"
            lines.append(f"  {change.row}: {change.column} was {before}, is {now}")
        else:
            lines.append(f"  {change.row}: {'gone' if change.now == 'gone' else 'new'}")
    if len(found.changes) > most:
        lines.append(f"  and {len(found.changes) - most:,} more")
    return lines
