"""How a dataset grows: a generated Europe of 100,000 local units at 1, 10 and, asked for, 100 %.

100 % are 5 million facilities and 100 million observations: 40 periods of 25 measures in each local
unit. They are added to the published dataset, whose other tables stay, and the marts are worked out
anew. Told for each share: seconds to load (with keys and checks) and to work out the marts, the
file's size, the most memory, and the time of the Figures page's queries for one country, as the
store asks them: a map of a measure and year, its years and groups, one territory's series.

`python -m bench.growth` runs 1 % and 10 %, which takes 5 GB of memory and of disk; other shares
(30, 100) are asked for by `python -m bench.growth 1 30` and grow in proportion.
"""

import json
import resource
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from subprocess import PIPE, run
from time import perf_counter, process_time

import duckdb

from etl.build import STEPS
from etl.engine.query import Query
from ui.store import SQL, current

UNITS, MEASURES, PERIODS, FACILITIES = 100_000, 25, 40, 5_000_000
USUAL = (1, 10)
ROUNDS = 9
# How many measures and periods a share has: their product is that share of all.
GRID = {1: (5, 2), 10: (10, 10), 30: (15, 20), 100: (MEASURES, PERIODS)}
MARTS = [query for _, query in STEPS if isinstance(query, Query)]
ASKED = ("figure", "periods", "groups", "series")


def generated(con: duckdb.DuckDBPyConnection, share: int) -> None:
    """Tables `unit`, `drawn` and `place`: what is added to the published dataset."""
    measures, periods = GRID[share]
    con.execute(
        f"""
        create temp table parent as
        select row_number() over (order by territory_id) - 1 as number, *
        from territory where shown and level = 3 and members is null;
        create temp table unit as
        select parent.* exclude (number) replace (
            'U' || lpad(cast(each.range as varchar), 6, '0') as territory_id,
            4 as level, parent.territory_id as parent_id
        )
        from range({UNITS}) as each
        inner join parent on parent.number = each.range % (select count(*) from parent);
        create temp table chosen as
        select row_number() over (order by measure_id) as number, measure_id, split_by
        from measure where kind in ('need', 'capacity', 'use') limit {measures};
        create temp view drawn as
        select
            unit.territory_id, '2024' as nuts_version,
            cast({2025 - periods} + moment.range as varchar) as period, chosen.measure_id,
            'all' as group_id,
            cast(hash(unit.territory_id, moment.range, chosen.number) % 1000 as double) as value,
            'A' as obs_status, 'published' as evidence,
            'residents' as source_id, 'generated.tsv' as source_file,
            moment.range + 1 as source_line
        from unit cross join chosen cross join range({periods}) as moment;
        create temp view place as
        select facility.* exclude (number) replace (
            'g' || cast(each.range as varchar) as facility_id, facility.lon + random() / 10 as lon
        ), facility_place.region_id
        from range({FACILITIES * share // 100}) as each
        inner join (
            select row_number() over (order by facility_id) - 1 as number, * from facility
        ) as facility on facility.number = each.range % (select count(*) from facility)
        inner join facility_place using (facility_id);
        """
    )


def grown(share: int, file: Path) -> dict[str, float]:
    """Build the dataset of a share at `file`; what it took."""
    dataset = current("published")
    if dataset is None:
        raise SystemExit("There is no dataset yet; build it with: make build")
    shutil.copyfile(dataset.path, file)
    with duckdb.connect(str(file), config={"threads": 2, "memory_limit": "8GB"}) as con:
        generated(con, share)
        start = perf_counter()
        con.execute("insert into territory by name select * from unit")
        con.execute("insert into observation by name select * from drawn")
        con.execute("create temp table placed as from place")
        con.execute("insert into facility by name select * exclude (region_id) from placed")
        con.execute("insert into facility_place by name select facility_id, region_id from placed")
        con.execute("checkpoint")
        loaded = perf_counter()
        _marts(con)
        con.execute("checkpoint")
        done = perf_counter()
        (rows,) = con.execute("select count(*) from observation").fetchone() or (0,)
    return {
        "observations": rows,
        "load_s": round(loaded - start, 1),
        "marts_s": round(done - loaded, 1),
        "file_mb": round(file.stat().st_size / 1e6),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _marts(con: duckdb.DuckDBPyConnection) -> None:
    """Work out anew what grows with observations and places."""
    text = (Path(__file__).parents[1] / "etl/sql/core/displayed.sql").read_text("utf-8")
    con.execute("drop table displayed")
    con.execute(text)
    for query in MARTS:
        for number, values in enumerate(query.each):
            name = query.file.split("/")[1].removesuffix(".sql")
            if not number and name != "figure_rollup":
                con.execute(f"drop table {name}")
            con.execute(query.text, dict(values))


def asked(file: Path) -> dict[str, float]:
    """Milliseconds of each query of the page, by the processor's clock: others may be at work."""
    con = duckdb.connect(config={"memory_limit": "1GB", "threads": "2"})
    con.execute(f"attach '{file}' as dataset (read_only)")
    con.execute("use dataset")
    # The first of the measures that every share has.
    row = con.execute(
        "select min(measure_id) from figure where territory_id = 'U000500'"
    ).fetchone()
    given = {"measure_id": row and row[0], "group_id": "all", "period": "2024",
             "territory_id": "U000500"}  # fmt: skip
    took = {}
    for name in ASKED:
        text = (SQL / f"{name}.sql").read_text("utf-8")
        (statement,) = con.extract_statements(text)
        values = {key: given[key] for key in statement.named_parameters}
        times = []
        for _ in range(ROUNDS):
            start = process_time()
            rows = len(con.execute(text, values).df())
            times.append(process_time() - start)
        took[name] = round(median(times[2:]) * 1e3, 1)
        if name == "figure":
            took["rows"] = rows
    return took


def measured(share: int, folder: str, way: str) -> dict[str, float]:
    """One share built, or asked, in a process of its own."""
    command = [sys.executable, "-m", "bench.growth", way, str(share), folder]
    done = run(command, check=True, stdout=PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main(shares: list[int]) -> None:
    built, took = {}, {}
    with tempfile.TemporaryDirectory(prefix="groundwork-growth-") as folder:
        for share in shares:
            built[share] = measured(share, folder, "build")
            print(f"{share} %: {built[share]}", flush=True)
        for share in shares:
            took[share] = measured(share, folder, "ask")
            print(f"{share} %: {took[share]} ms", flush=True)
    least, most = min(shares), max(shares)
    ratios = {name: round(took[most][name] / max(took[least][name], 1.0), 2) for name in ASKED}
    page = sum(took[most][name] for name in ASKED) / sum(took[least][name] for name in ASKED)
    print(f"a query at {most} % against {least} %: {ratios}")
    print(
        json.dumps(
            {
                "bench": "growth",
                "equal": took[least]["rows"] == took[most]["rows"],
                "shares": shares,
                "page_query_growth": round(page, 2),
                "load_growth": round(built[most]["load_s"] / built[least]["load_s"], 1),
                "marts_growth": round(built[most]["marts_s"] / built[least]["marts_s"], 1),
                "file_mb": built[most]["file_mb"],
                "peak_mb": built[most]["peak_mb"],
                "floors": {},
                "ceilings": {"page_query_growth": 2},
            }
        )
    )


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in ("build", "ask"):
        share, place = int(sys.argv[2]), Path(sys.argv[3]) / f"{sys.argv[2]}.duckdb"
        print(json.dumps(grown(share, place) if sys.argv[1] == "build" else asked(place)))
    else:
        main([int(each) for each in sys.argv[1:]] or list(USUAL))
