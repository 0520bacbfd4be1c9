"""python -m tests.hostile.fuzz --minutes 60: files by chance through every reader of users' files.

Each file is a trap or a good file with parts changed, cut, doubled or put together. What a reader
must keep to: no error but its own words, every line accounted for, no longer than LONGEST seconds.
A finding is kept as a file in --keep, to be made a case of `files.py`. Not part of the tests.
"""

import argparse
import json
import resource
import signal
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from etl.intake.places import Places, places_of
from etl.intake.read import read
from etl.intake.settings import Settings
from etl.intake.tables import meant
from tests.conftest import BUNDLE
from tests.etl.intake.conftest import CORPUS
from tests.hostile.files import CASES

LONGEST, LARGEST, MEMORY = 60, 200_000, 3_000_000_000
CHUNK = 50
TABLES = ("capacity", "reception", "services", "organisation")
# (where, as a share of the file; what is done there; the bytes it is done with)
Change = tuple[float, str, bytes]
BYTES = st.one_of(
    st.binary(max_size=40),
    st.sampled_from(
        [b"\0", b'"', b"\r", b",", b"\xff\xff\xff\xff", b"9" * 40, b"[" * 200, b"=1+1", b"NaN",
         b"1e999", b"\xef\xbb\xbf", b"PK\x03\x04", b"PAR1", b"</row>", b"&amp;", b"2024-02-30"]
    ),
)  # fmt: skip
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["over", "into", "cut", "again"]), BYTES),
    min_size=1,
    max_size=6,
)


class SlowError(Exception):
    """A reader took longer than it may."""


def seeds(folder: Path) -> list[tuple[str, bytes]]:
    """The traps that are small, and good files: ending and content."""
    found = []
    for i, case in enumerate(CASES):
        file = folder / f"{i}{Path(case.file).suffix}"
        case.write(file)
        found.append(file)
    found += [each for each in CORPUS.rglob("*") if each.is_file()]
    return [(f.suffix, f.read_bytes()) for f in found if f.stat().st_size <= LARGEST]


def changed(content: bytes, changes: list[Change]) -> bytes:
    """A file with each change made.

    >>> changed(b"abcd", [(0.5, "over", b"X")]), changed(b"abcd", [(0.5, "cut", b"")])
    (b'abXd', b'ab')
    """
    for share, what, told in changes:
        at = int(share * len(content))
        if what == "over":
            content = content[:at] + told + content[at + len(told) :]
        elif what == "into":
            content = content[:at] + told + content[at:]
        elif what == "cut":
            content = content[:at]
        else:
            content = content[:at] + content[at : at + 500] * 3 + content[at + 500 :]
    return content[:LARGEST]


@contextmanager
def limited() -> Iterator[None]:
    """SlowError in what takes longer than LONGEST seconds."""

    def late(_number: int, _frame: object) -> None:
        raise SlowError

    signal.signal(signal.SIGALRM, late)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)


def trial(file: Path, table: str, places: Places) -> None:
    """Read one file; an error where the reader breaks what it must keep to."""
    with limited():
        report = read(file, meant(table), Settings(), places).as_dict()
    json.dumps(report)
    counts = report["counts"]
    told = counts["accepted"] + counts["refused"] + counts["left_out"]
    assert counts["lines"] == told, f"{counts['lines']} lines, {told} accounted for"


class Fuzz:
    """Runs trials until its time is over; keeps one file for each kind of finding."""

    def __init__(self, keep: Path, work: Path) -> None:
        self.keep, self.work, self.found = keep, work, Counter[str]()
        self.cases, self.places, self.seeds = 0, places_of(BUNDLE), seeds(work)

    def one(self, content: bytes, ending: str, table: str) -> None:
        """A trial; a finding is told and kept, and the next one goes on."""
        file = self.work / f"trial{ending}"
        file.write_bytes(content)
        self.cases += 1
        try:
            trial(file, table, self.places)
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            kind = f"{type(error).__name__} {Path(frame.filename).name}:{frame.lineno}"
            self.found[kind] += 1
            if self.found[kind] == 1:
                self.keep.mkdir(parents=True, exist_ok=True)
                (self.keep / f"{len(self.found)}-{table}{ending}").write_bytes(content)
                print(f"{kind}: {str(error)[:200]}", flush=True)

    def run(self, minutes: float) -> None:
        """Chunks of generated files, each with a seed of its own."""
        start, chunk = time.monotonic(), 0
        while time.monotonic() - start < minutes * 60:
            chunk += 1
            seed(chunk)(_chunk(self))()
        said = ", ".join(f"{kind} x{many}" for kind, many in self.found.items())
        print(f"files {self.cases:,}, findings {len(self.found)} {said}", flush=True)


def _chunk(fuzz: Fuzz) -> object:
    """A test of CHUNK examples."""

    @settings(
        max_examples=CHUNK,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(range(len(fuzz.seeds))), CHANGES, st.sampled_from(TABLES), st.booleans())
    def tried(which: int, changes: list[Change], table: str, joined: bool) -> None:
        ending, content = fuzz.seeds[which]
        more = fuzz.seeds[(which * 7 + 1) % len(fuzz.seeds)][1] if joined else b""
        fuzz.one(changed(content, changes) + more[:2000], ending, table)

    return tried


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    asked.add_argument("--minutes", type=float, default=60)
    asked.add_argument("--keep", type=Path, default=Path("found"))
    given_ = asked.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with tempfile.TemporaryDirectory() as place:
        Fuzz(given_.keep, Path(place)).run(given_.minutes)
