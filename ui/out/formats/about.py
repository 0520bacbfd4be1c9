"""What a file says of itself: title, filters, dataset, citation, sources, words of its codes."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from ui import words
from ui.out.citation import as_written
from ui.out.formats.plain import plain
from ui.out.taken import ABOUT, Taken

SOURCE = ("source_title", "publisher", "licence", "attribution", "url", "retrieved_on")
MISSING = "Missing is unknown, or has a status that says why. It is never zero."


def facts(taken: Taken) -> dict[str, Any]:
    """All that is known before the rows are read, as plain values for JSON."""
    return {
        "title": taken.title,
        "name": taken.name,
        "dataset": taken.dataset.watermark or taken.dataset.name,
        "dataset_built": taken.dataset.built.date().isoformat(),
        "filters": taken.choice,
        "notes": list(taken.notes),
        "missing": MISSING,
        "statuses": dict(words.STATUS),
        "evidence": dict(words.EVIDENCE),
        "columns": columns(taken.schema),
    }


def columns(schema: pa.Schema) -> dict[str, str]:
    """What columns hold, where it is said."""
    said = ((field.name, (field.metadata or {}).get(ABOUT, b"")) for field in schema)
    return {name: about.decode() for name, about in said if about}


def lines(taken: Taken, origins: "Origins") -> list[tuple[str, str]]:
    """What a reader must know, as a heading and a text each; the sources have a table."""
    said = facts(taken)
    return [
        ("Title", said["title"]),
        ("Filters", as_written(taken.choice) or "none: all rows"),
        ("Dataset", said["dataset"]),
        ("Dataset of", said["dataset_built"]),
        ("Cite as", origins.citation),
        ("Missing", MISSING),
        *(("Note", note) for note in said["notes"]),
        *((f"obs_status {code}", meaning) for code, meaning in words.STATUS.items()),
        *((f"evidence {code}", meaning) for code, meaning in words.EVIDENCE.items()),
        *((f"Column {name}", about) for name, about in said["columns"].items()),
    ]


class Origins:
    """The sources and the citation of rows, noted while they pass by."""

    def __init__(self) -> None:
        self._seen: set[tuple[str | None, ...]] = set()
        self._last: pa.RecordBatch | None = None
        self.citation = ""

    def watch(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The same batches."""
        for batch in batches:
            self._note(batch)
            yield batch

    @property
    def sources(self) -> list[dict[str, str | None]]:
        """Each source of the rows once, by title; missing is None."""
        ordered = sorted(self._seen, key=lambda each: tuple(part or "" for part in each))
        return [dict(zip(SOURCE, each, strict=True)) for each in ordered]

    def _note(self, batch: pa.RecordBatch) -> None:
        names = [name for name in SOURCE if name in batch.schema.names]
        if batch.num_rows and not self.citation and "citation" in batch.schema.names:
            self.citation = str(batch.column("citation")[0].as_py() or "")
        if not names:
            return
        table = pa.Table.from_batches([batch.select(names)])
        distinct = table.group_by(names, use_threads=False).aggregate([])
        parts = [plain(distinct[name].combine_chunks()).to_pylist() for name in names]
        for row in zip(*parts, strict=True):
            said = dict(zip(names, row, strict=True))
            if any(row):
                self._seen.add(tuple(said.get(name) for name in SOURCE))
