"""Reads a table with each of its bytes broken in turn, and cut at each: prints how that ended.

In a process of its own, since what must not happen is that Python ends: test_unpacked starts it.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from ui.reach.ways import child
from ui.reach.ways.columns import RefusedError

CELLS = pa.array([604010275233857535, 604010275233857536], pa.uint64())
PLACES = pa.array(["a", "b"])
GOOD = {"origin": CELLS, "destination": PLACES, "minutes": [5.0, 0.0]}


def variants(whole: bytes) -> Iterator[bytes]:
    """The file with one byte at nothing, or other by a bit; and cut off there."""
    for at, byte in enumerate(whole):
        for other in {0, byte ^ 1} - {byte}:
            yield whole[:at] + bytes([other]) + whole[at + 1 :]
        yield whole[:at]


def ended(file: Path) -> str:
    """How reading ends; whatever else is raised goes up."""
    try:
        found = child.read(file, CELLS, PLACES)
    except RefusedError:
        return "refused"
    except MemoryError:
        return "too large"
    assert found.table.num_rows == 2, "a table that is read is whole"
    return "rows refused" if found.wrong else "taken"


if __name__ == "__main__":
    child.limit()
    path = Path(sys.argv[1]) / "ways.parquet"
    pq.write_table(pa.table(GOOD), path)
    counts: Counter[str] = Counter()
    for content in variants(path.read_bytes()):
        path.write_bytes(content)
        counts[ended(path)] += 1
    print(json.dumps(counts))
