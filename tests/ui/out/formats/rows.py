"""Rows to take away, made by hand and by chance, and two territories to put them in."""

from collections.abc import Iterator
from datetime import date, datetime

import pandas as pd
import pyarrow as pa
import shapely
from hypothesis import strategies as st

from ui.out.taken import ABOUT, Taken
from ui.store import Dataset

DATASET = Dataset("Published", "/invented/formats.duckdb", datetime(2026, 3, 1, 12, 30))
# One territory of two islands, whose rings turn as they should not; one with a hole.
ISLANDS = shapely.MultiPolygon(
    [
        shapely.Polygon([(0, 0), (0, 1), (1, 1), (1, 0)]),
        shapely.Polygon([(2, 2), (2, 3.123456789), (3, 3), (3, 2)]),
    ]
)
RING = shapely.Polygon(
    [(10, 50), (14, 50), (14, 54), (10, 54)], [[(11, 51), (12, 51), (12, 52), (11, 52)]]
)
OUTLINES = pd.DataFrame(
    {"territory_id": ["AT11", "BE10"], "wkb": [shapely.to_wkb(ISLANDS), shapely.to_wkb(RING)]}
)
ROWS = pa.table(
    {
        "territory_id": ["AT11", "BE10", "XX99", None],
        "period": ["2024", "2024", "2023", "2024"],
        "name": ['=cmd|"/C calc"!A0', "Ødegård, Łódź; a\r\nb\rc\nd", "", "'=1"],
        "value": [0.1 + 0.2, None, 0.0, -1e-7],
        "lower": [1e15, -2.5, None, 12.0],
        "places": pa.array([2**53, None, 0, -7], pa.int64()),
        "open": [True, None, False, True],
        "since": pa.array([date(2025, 1, 31), None, date(1900, 3, 1), date(2000, 2, 29)]),
        "seen": pa.array(
            [datetime(2025, 1, 31, 8, 30, 15), None, datetime(1999, 12, 31), None],
            pa.timestamp("us"),
        ),
        "obs_status": ["A", "L", "E", "A"],
        "evidence": ["published", None, "estimated", "declared"],
        "source_title": ["Register", "=Notice", "Register", "Register"],
        "publisher": ["Office", "Ministry", "Office", "Office"],
        "licence": ["CC BY 4.0", None, "CC BY 4.0", "CC BY 4.0"],
        "attribution": ["© Office", None, "© Office", "© Office"],
        "url": ["https://office.example/a?b=1&c=2", None, "https://office.example/a?b=1&c=2", None],
        "retrieved_on": pa.array([date(2025, 1, 31), None, date(2025, 1, 31), None]),
        "citation": ['Groundwork, "Who?"'] * 4,
    }
)
ROWS = ROWS.set_column(
    3, pa.field("value", pa.float64(), metadata={ABOUT: b"People per place"}), ROWS["value"]
)


def taken(table: pa.Table = ROWS, name: str = "view", size: int = 1000) -> Taken:
    """The rows as they are taken away, in batches of a size."""

    def batches() -> Iterator[pa.RecordBatch]:
        yield from table.to_batches(max_chunksize=size)

    return Taken(
        name, "Who has a place?", DATASET, {"in": "AT.BE", "level": "2"}, table.schema, batches,
        query="select 1", notes=("Totals may not add up.", "=note"),
    )  # fmt: skip


# Letters that tempt spreadsheets, quoting and JSON; and any others.
TEXTS = st.text("'=+-@\t\r\n\x0b \xa0\ufeff\uff1d\"\\,;a<>&_x0041_😀", max_size=8) | st.text(
    st.characters(codec="utf-8"), max_size=5
)
PLAIN_TEXTS = TEXTS.filter(lambda text: "\x00" not in text)


def tables(texts: st.SearchStrategy[str] = TEXTS, rows: int = 4) -> st.SearchStrategy[pa.Table]:
    """Tables of a few rows with a column of each type, anything of it missing."""
    kinds = {
        "text": (texts, pa.string()),
        "number": (st.floats(allow_nan=False, allow_infinity=False), pa.float64()),
        "whole": (st.integers(-(2**53), 2**53), pa.int64()),
        "yes": (st.booleans(), pa.bool_()),
        "day": (st.dates(date(1900, 3, 1)), pa.date32()),
    }
    columns = {
        name: st.lists(values | st.none(), min_size=rows, max_size=rows).map(
            lambda found, kind=kind: pa.array(found, kind)
        )
        for name, (values, kind) in kinds.items()
    }
    return st.fixed_dictionaries(columns).map(pa.table)
