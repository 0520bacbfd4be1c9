"""What a source is, and what reading one gives: frames, and an account of every line."""

import csv
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import IO, Literal

import pandas as pd
import pyarrow.parquet as pq

LOADED = "loaded"
REJECTED = "rejected"


class LayoutError(ValueError):
    """A publisher's file is not laid out as its reader expects."""


@dataclass(frozen=True)
class Download:
    """One file of a source as its publisher serves it: where it goes and where it is from.

    `interface` says how to ask: a plain file, or a publisher's interface with its own paging,
    rate limits and signs of failure (`etl.fetch`). `query` is what a query interface is asked.
    """

    file: str
    url: str
    interface: Literal["file", "eurostat", "gisco", "unhcr", "overpass"] = "file"
    query: str | None = None


@dataclass(frozen=True)
class Source:
    """One publisher's dataset: where it is from, and the function that reads it.

    `files` are paths below the folder of publishers' files, each there in the form `held`
    says, or the full path of a file of facts kept in the repository; `read` takes that folder
    and returns a `Reading`. `source_id` is also the name of the module. `downloads` say where
    `python -m etl fetch` has the files from.

    `shipped` is False for a source that exists only once it was fetched; `separable` is True
    where each file stands on its own (a country), so that some may be absent; `needs` names
    sources whose files `read` opens too. `caveats_fetched` stand in for `caveats` where
    figures were fetched.
    """

    source_id: str
    title: str
    publisher: str
    url: str
    licence: str
    attribution: str
    vintage: str
    caveats: str
    files: tuple[str, ...]
    read: Callable[[Path], "Reading"]
    downloads: tuple[Download, ...] = ()
    shipped: bool = True
    separable: bool = False
    needs: tuple[str, ...] = ()
    caveats_fetched: str | None = None

    def present(self, folder: Path) -> list[Path]:
        """The source's files below `folder`; FileNotFoundError names those that must be there."""
        absent = [name for name in self.files if not held(folder, name).exists()]
        if absent and (not self.separable or len(absent) == len(self.files)):
            raise FileNotFoundError(f"{self.source_id}: {', '.join(absent)} is not in {folder}")
        return [held(folder, name) for name in self.files if name not in absent]

    def row(self, folder: Path, retrieved_on: date | None) -> dict[str, object]:
        """The source as a row of table `source`, with the checksum of its files."""
        return {
            "source_id": self.source_id,
            "module": self.source_id,
            "title": self.title,
            "publisher": self.publisher,
            "url": self.url,
            "licence": self.licence,
            "attribution": self.attribution,
            "retrieved_on": retrieved_on,
            "sha256": checksum(self.present(folder)),
            "vintage": self.vintage,
            "caveats": self.caveats,
        }


@dataclass
class Reading:
    """The rows of each contract table a source gives, and what became of each line.

    `raw` has the lines of files that are no text, by file and line.
    """

    module: str
    tables: dict[str, pd.DataFrame] = field(default_factory=dict)
    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    rejected: list[dict[str, object]] = field(default_factory=list)
    raw: dict[str, dict[int, str]] = field(default_factory=dict)

    def loaded(self, file: str, lines: int = 1) -> None:
        """Count lines that gave at least one row."""
        self.outcomes[file, LOADED] += lines

    def leave_out(self, file: str, why: str, lines: int = 1) -> None:
        """Count lines that are deliberately not loaded, by the reason."""
        self.outcomes[file, f"left out: {why}"] += lines

    def reject(self, file: str, line: int, column: str, reason: str, raw: str) -> None:
        """Keep a line that cannot be loaded, with what is wrong with it."""
        self.outcomes[file, REJECTED] += 1
        self.rejected.append(
            {
                "module": self.module,
                "file": file,
                "line": line,
                "column_name": column,
                "reason": reason,
                "raw": raw,
            }
        )

    def line_counts(self) -> pd.DataFrame:
        """Table `line_count` of this reading: one row per file and outcome."""
        return pd.DataFrame(
            [
                {"module": self.module, "file": file, "outcome": outcome, "lines": lines}
                for (file, outcome), lines in sorted(self.outcomes.items())
            ],
            columns=["module", "file", "outcome", "lines"],
        )


def checksum(files: Sequence[Path]) -> str:
    """SHA-256 over the bytes of `files` in the order given."""
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as handle:
            while block := handle.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()


def held(folder: Path, file: str) -> Path:
    """Where a publisher's file is: as JSON lines under the same name if it was fetched as such.

    Publishers who give their tables page by page have no file of their own; what was fetched
    then stands before a copy in another form.
    """
    lines = (folder / file).with_suffix(".jsonl")
    return lines if lines.exists() else folder / file


def raw_lines(path: Path, numbers: Container[int]) -> dict[int, str]:
    """The text of the lines asked for; of a Parquet file, its records as JSON, the first is 1."""
    if path.suffix == ".parquet":
        batches = pq.ParquetFile(path).iter_batches()
        texts: Iterable[str] = (as_json(row) for batch in batches for row in batch.to_pylist())
        return {n: text for n, text in enumerate(texts, start=1) if n in numbers}
    with open_text(path) as handle:
        return {n: text.rstrip() for n, text in enumerate(handle, start=1) if n in numbers}


def as_json(record: Mapping[str, object]) -> str:
    """A record of a file that is not text, as one line of text."""
    return json.dumps(record, ensure_ascii=False, default=str)


def open_text(path: Path) -> IO[str]:
    """Open a UTF-8 text file, gzipped or not; line ends are left as they are."""
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


class Record(dict[str, str]):
    """A record by column, and the line as it stands in the file."""

    def __init__(self, values: dict[str, str], raw: str) -> None:
        super().__init__(values)
        self.raw = raw


def records(path: Path, expected: Sequence[str]) -> Iterator[tuple[int, Record]]:
    """Records of a comma separated file with the number of the line each ends on.

    Raises LayoutError when a column of `expected` is absent or any is there twice, naming
    what was found, when a record has another number of fields than the header, or when the
    file breaks off inside quotes.
    """
    held: list[str] = []
    with open_text(path) as handle:
        reader = csv.DictReader(_holding(handle, held), strict=True)
        found = list(reader.fieldnames or ())
        missing = [name for name in expected if name not in found]
        if missing:
            raise LayoutError(
                f"{path.name}: column {', '.join(missing)} is missing; found {', '.join(found)}"
            )
        if len(set(found)) < len(found):
            raise LayoutError(f"{path.name}: a column is there twice in {', '.join(found)}")
        held.clear()
        try:
            for row in reader:
                if None in row or None in row.values():
                    fields = f"not {len(found)} fields"
                    raise LayoutError(f"{path.name}, line {reader.line_num}: {fields}")
                yield reader.line_num, Record(row, "".join(held).rstrip("\r\n"))
                held.clear()
        except csv.Error as error:
            raise LayoutError(f"{path.name}, line {reader.line_num}: {error}") from None


def _holding(lines: Iterable[str], held: list[str]) -> Iterator[str]:
    """Pass lines on and hold those of the record under way."""
    for line in lines:
        held.append(line)
        yield line
