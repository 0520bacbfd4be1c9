"""How long every question takes that a page can ask, of a dataset of one size."""

from pathlib import Path
from statistics import median
from time import process_time
from typing import get_args

import duckdb

from ui.store import SQL, Question

ROUNDS = 7
# A value for every parameter of a question: a local unit's, a measure that every share has.
GIVEN: dict[str, object] = {
    "standard_id": "place_each_applicant", "basis_id": "asylum_pending", "countries": "",
    "measure_id": "reception_places", "group_id": "all",
    "measures": "reception_places.all", "level": 2, "km": 20,
    "service": "health", "need_id": "asylum_pending", "finest": 3, "least": 5, "grid": 1,
    "module": "residents", "table_name": "observation", "text": "wien", "resolution": 6,
    "cell": 0, "facility_id": "g1",
}  # fmt: skip
# Each asked of one year, and of none, which is the newest of each territory.
PERIODS = {"": "newest", "2024": "2024"}


def asked(file: Path) -> dict[str, tuple[float, int]]:
    """Milliseconds and rows of each question, by the processor's clock: others may be at work."""
    con = duckdb.connect(config={"memory_limit": "1GB", "threads": "2"})
    con.execute(f"attach '{file}' as dataset (read_only)")
    con.execute("use dataset")
    (unit,) = con.execute("select median(territory_id) from region where level = 4").fetchone() or (
        "",
    )
    known = GIVEN | {"territory_id": unit, "territories": f"{unit},AT11"}
    took = {}
    for name in get_args(Question):
        text = (SQL / f"{name}.sql").read_text("utf-8")
        (statement,) = con.extract_statements(text)
        wanted = statement.named_parameters
        values = {key: known[key] for key in wanted if key != "period"}
        for period, called in PERIODS.items() if "period" in wanted else [("", "")]:
            given = values | ({"period": period} if "period" in wanted else {})
            took[f"{name} {called}".strip()] = _time(con, text, given)
    return took


def _time(
    con: duckdb.DuckDBPyConnection, text: str, values: dict[str, object]
) -> tuple[float, int]:
    times = []
    for _ in range(ROUNDS):
        start = process_time()
        rows = len(con.execute(text, values).df())
        times.append(process_time() - start)
    return round(median(times[2:]) * 1e3, 1), rows
