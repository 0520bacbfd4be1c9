"""What the tests of the ETL share: publishers' files and a publisher made up on the spot."""

import gzip
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pandas as pd
import pytest

from etl.reading import Reading, Source

Put = Callable[[str, str], Path]
PutRecords = Callable[[str, Sequence[dict[str, object]]], Path]
Invent = Callable[..., Source]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a publisher's file below the test's folder, gzipped where its name says so."""

    def write(name: str, text: str) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        data = text.encode("utf-8")
        file.write_bytes(gzip.compress(data) if file.suffix == ".gz" else data)
        return file

    return write


@pytest.fixture
def put_records(put: Put, tmp_path: Path) -> PutRecords:
    """Write records below the test's folder: JSON lines, or Parquet where the name says so."""

    def write(name: str, records: Sequence[dict[str, object]]) -> Path:
        file = put(name, "".join(json.dumps(record) + "\n" for record in records))
        if file.suffix == ".parquet":
            pd.DataFrame(records).to_parquet(file)
        return file

    return write


@pytest.fixture
def invent() -> Invent:
    """Make a source with a reader of one's own."""

    def source(
        source_id: str,
        read: Callable[[Path], Reading] | None = None,
        files: Sequence[str] = (),
    ) -> Source:
        return Source(
            source_id=source_id,
            title=f"Title of {source_id}",
            publisher="Agency",
            url="https://agency.example",
            licence="CC0",
            attribution="© Agency",
            vintage="2020",
            caveats="invented",
            files=tuple(files),
            read=read or (lambda folder: Reading(source_id)),
        )

    return source
