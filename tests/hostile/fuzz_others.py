"""python -m tests.hostile.fuzz_others --minutes 10: what else is read of anybody's, by chance.

Scenario files, plans in an address, parcels to be asked again, tables of travel times, journals
of corrections, and files that publishers send: each a good one with parts changed. A reader must
keep to its own words for what it refuses. Not part of the tests.
"""

import argparse
import gzip
import io
import json
import random
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from etl.fetch import content
from etl.fetch.answers import FetchError
from etl.readers import unhcr
from tests.hostile.fuzz import changed
from ui.corrections import journal
from ui.out.parcel import ParcelError, unpack
from ui.reach.ways.child import read as ways
from ui.reach.ways.columns import RefusedError
from ui.scenario.document import opened
from ui.scenario.plain_json import DocumentError
from ui.scenario.text import read as plans

CODES = ("IT", "NL", "ITC1")
PIECES = (
    b"\0", b'"', b"\r", b",", b"\xff" * 4, b"9" * 40, b"[" * 200, b"NaN", b"1e999", b"{", b"}",
    b";", b":", b".", b"~3A", b"-1", b"null", b"true", b"\\u0000", b"\\ud800", b"PAR1",
    b"PK\x01\x02", b"\xef\xbb\xbf", b"", b"IT", b"arrive", b'{"a":1}', b"\n",
)  # fmt: skip


class Parser(NamedTuple):
    """A reader, what it may say, and good files."""

    read: Callable[[bytes, Path], object]
    refuses: tuple[type[Exception], ...]
    seeds: tuple[bytes, ...]


def _journal(data: bytes, file: Path) -> object:
    file.write_bytes(data)
    return journal.read(file)


def _ways(data: bytes, file: Path) -> object:
    file.write_bytes(data)
    return ways(file, pa.array([1, 2, 3], pa.uint64()), pa.array(["a", "b"]))


def _checked(name: str) -> Callable[[bytes, Path], object]:
    def check(data: bytes, file: Path) -> None:
        file.write_bytes(data)
        content.check(file, name, "")

    return check


def _unhcr(data: bytes, file: Path) -> object:
    named = file.with_suffix(".jsonl")
    named.write_bytes(data)
    return [(each.text("coo"), each.raw) for each in unhcr.items(named, ("n",))]


def _scenario() -> bytes:
    change = {"change": "arrive", "persons": 5, "rule": "unmet", "only": ["IT"], "family": 2}
    about = {"format": "groundwork-scenario", "version": 1, "made_on": "2026-01-01",
             "dataset": {"kind": "published"}, "baseline": {"in": "IT.NL"},
             "plans": [{"name": "A", "changes": [change]}]}  # fmt: skip
    return json.dumps(about).encode()


def _parcel() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("rows.csv", "a,b\r\n1,2\r\n")
        archive.writestr("view.json", json.dumps({"format": 1, "view": "gaps", "filters": {}}))
    return out.getvalue()


def _table(**columns: object) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def parsers() -> dict[str, Parser]:
    """Every reader that `fuzz` leaves out."""
    lines = b'{"before": "' + b"0" * 64 + b'", "kind": "note", "text": "a"}\n'
    good = _table(origin=pa.array([1, 2], pa.uint64()), destination=["a", "b"], minutes=[1.0, 2.0])
    texts = _table(origin=["861e82d9fffffff"], destination=["a"], minutes=[1])
    person = {"year": 2024, "coo": "UKR", "coa": "POL", "coa_iso": "POL", "coa_name": "Poland",
              "n": "5"}  # fmt: skip
    people = (json.dumps(person) + "\n").encode() * 3
    plan = b"A:arrive.200.unmet.residents.most.0_001.free.family.4,lose.10;B~3A:places.IT.20"
    return {
        "scenario": Parser(lambda data, _file: opened(data), (DocumentError,), (_scenario(),)),
        "plans": Parser(
            lambda data, _file: plans(data.decode("utf-8", "replace"), CODES), (), (plan,)
        ),
        "parcel": Parser(lambda data, _file: unpack(data), (ParcelError,), (_parcel(),)),
        "ways": Parser(_ways, (RefusedError,), (good, texts)),
        "journal": Parser(_journal, (), (lines * 3,)),
        "json": Parser(_checked("a.json"), (FetchError,), (people,)),
        "csv": Parser(_checked("a.csv"), (FetchError,), (b"geo,time,value\nIT,2024,5\n" * 20,)),
        "gzip": Parser(_checked("a.tsv.gz"), (FetchError,), (_packed(),)),
        "unhcr": Parser(_unhcr, (ValueError,), (people,)),
    }


def _packed() -> bytes:
    return gzip.compress(b"geo\\time\t2024\nIT\t5 b\n" * 20)


def one(chance: random.Random, parser: Parser, file: Path) -> Exception | None:
    """One changed file; the error that its reader must not raise, if it did."""
    turns = [
        (chance.random(), chance.choice(["over", "into", "cut", "again"]), chance.choice(PIECES))
        for _ in range(chance.randint(1, 6))
    ]
    data = changed(chance.choice(parser.seeds), turns)
    try:
        parser.read(data, file)
    except parser.refuses:
        return None
    except Exception as error:
        return error
    return None


def main() -> None:
    """Each reader in turn until the time is over; then the counts."""
    told = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    told.add_argument("--minutes", type=float, default=10)
    told.add_argument("--seed", type=int, default=1)
    given = told.parse_args()
    chance, found, tried = random.Random(given.seed), Counter[str](), Counter[str]()
    every = parsers()
    end = time.monotonic() + given.minutes * 60
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            for name, parser in every.items():
                tried[name] += 1
                error = one(chance, parser, Path(folder) / "trial")
                if error is None:
                    continue
                frame = traceback.extract_tb(error.__traceback__)[-1]
                kind = f"{name}: {type(error).__name__} {Path(frame.filename).name}:{frame.lineno}"
                found[kind] += 1
                if found[kind] == 1:
                    print(f"{kind}: {str(error)[:200]}", flush=True)
    print(", ".join(f"{name} {many:,}" for name, many in tried.items()))
    print(f"files {sum(tried.values()):,}, findings {len(found)}")


if __name__ == "__main__":
    main()
