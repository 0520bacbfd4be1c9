"""How to cite rows that were taken away, and which dataset exactly they are of."""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from ui import folder
from ui.language import _, current
from ui.language.spoken import ENGLISH
from ui.store import Dataset, title_of
from ui.words import day

# So many digits of a checksum name a dataset in a sentence.
_SHORT = 12


def dataset_hash(dataset: Dataset) -> str:
    """SHA-256 of the dataset's file, 64 hexadecimal digits; its first 12 are in the file's name.

    The file is read once; raises OSError when it is gone. Of a folder it is that of its manifest.
    """
    if folder.is_folder(dataset.path):
        return folder.checksum(dataset.path)
    found = Path(dataset.path).stat()
    return _checksum(dataset.path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=16)
def _checksum(path: str, _changed: int, _size: int) -> str:
    with Path(path).open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def as_written(filters: Mapping[str, str]) -> str:
    """Filters as they stand in an address, in the order of their names.

    >>> as_written({"level": "2", "in": "IT.ES"})
    'in=IT.ES&level=2'
    """
    return "&".join(f"{name}={filters[name]}" for name in sorted(filters))


def citation(dataset: Dataset, title: str, filters: Mapping[str, str]) -> str:
    """A sentence that says which rows these are: product, title, dataset, filters, publishers.

    It is English, as files and the API are; `cited` says it in the reader's language.
    """
    marked = f" {dataset.watermark}." if dataset.watermark else ""
    asked = f"filters {written}" if (written := as_written(filters)) else "unfiltered"
    return (
        f"Groundwork, {title}, dataset {dataset.kind} of {dataset.built.date().isoformat()} "
        f"(sha256 {dataset_hash(dataset)[:_SHORT]}), {asked}; "
        f"figures: publishers named in the rows.{marked}"
    )


def cited(dataset: Dataset, title: str, filters: Mapping[str, str]) -> str:
    """The same sentence for a page or a report, whole in the reader's language."""
    if current() == ENGLISH:
        return citation(dataset, title, filters)
    parts = {
        "title": title,
        "kind": title_of(dataset.kind),
        "day": day(dataset.built.date().isoformat()),
        "hash": dataset_hash(dataset)[:_SHORT],
    }
    said = (
        _(
            "Groundwork, {title}, dataset {kind} of {day} (sha256 {hash}), filters {filters}; "
            "figures: publishers named in the rows.",
            filters=written, **parts,
        )
        if (written := as_written(filters))
        else _(
            "Groundwork, {title}, dataset {kind} of {day} (sha256 {hash}), unfiltered; "
            "figures: publishers named in the rows.",
            **parts,
        )
    )  # fmt: skip
    return f"{said} {dataset.watermark}." if dataset.watermark else said
