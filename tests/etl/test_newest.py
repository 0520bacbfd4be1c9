"""Marts of what stands for today: hand-worked cases, and invariants of the dataset."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl.build import SQL

Rows = list[tuple[object, ...]]


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


def work_out(con: duckdb.DuckDBPyConnection, *marts: str) -> None:
    for mart in marts:
        con.execute((SQL / f"marts/{mart}.sql").read_text("utf-8"))


def figures(con: duckdb.DuckDBPyConnection, known: dict[str, dict[str, float | None]]) -> None:
    """Regions of one level of a country, each with figures of one measure by period."""
    frame = pd.DataFrame(
        [
            {"territory_id": code, "measure_id": "m", "group_id": "all", "period": period,
             "value": value}
            for code, values in known.items() for period, value in values.items()
        ]
    ).astype({"value": "float64"})  # fmt: skip
    places = pd.DataFrame({"territory_id": list(known), "country": "XA", "level": 2})
    for name, rows in (("figure", frame), ("region", places)):
        con.register("given", rows)
        con.execute(f"create table {name} as from given")


def test_a_territory_stands_with_the_date_that_half_of_its_country_shares(
    con: duckdb.DuckDBPyConnection,
) -> None:
    """Five regions know 2020, three of them 2021 and two 2022, which is less than half of five."""
    figures(
        con,
        {
            "XA1": {"2020": 1, "2021": 2, "2022": 3},
            "XA2": {"2020": 1, "2021": 2, "2022": 3},
            "XA3": {"2020": 0, "2021": 0},
            "XA4": {"2020": 1},
            "XA5": {"2020": 1, "2021": None},
            "XA6": {"2020": None, "2021": None},
            "XA7": {"2022": None},
        },
    )
    work_out(con, "figure_known", "figure_newest")
    assert con.execute("select period, territories from figure_known").fetchall() == [
        ("2020", 5), ("2021", 3), ("2022", 2),
    ]  # fmt: skip
    found = con.execute("select territory_id, period, value from figure_newest order by 1")
    assert found.fetchall() == [
        ("XA1", "2021", 2), ("XA2", "2021", 2), ("XA3", "2021", 0), ("XA4", "2020", 1),
        # what is known comes before what is newer; where nothing is, it is unknown at that date
        ("XA5", "2020", 1), ("XA6", "2021", None), ("XA7", "2022", None),
    ]  # fmt: skip


def shortages(con: duckdb.DuckDBPyConnection, rows: Rows) -> None:
    """Rows of territory, period, need and capacity, of one standard."""
    frame = pd.DataFrame(rows, columns=["territory_id", "period", "need", "capacity"])
    frame = frame.astype({"need": "float64", "capacity": "float64"})
    frame = frame.assign(standard_id="s", basis_id="b", capacity_lower=float("nan"))
    places = frame[["territory_id"]].drop_duplicates().assign(country="XA", level=2)
    con.register("given", frame)
    con.execute(
        "create table shortage as select * replace (cast(nullif(capacity_lower, 'nan') as double)"
        " as capacity_lower), cast(period || '-12-31' as date) as day from given"
    )
    con.register("given", places)
    con.execute("create table region as from given")


def test_a_shortage_stands_with_its_latest_date_of_both_and_names_the_newest_need(
    con: duckdb.DuckDBPyConnection,
) -> None:
    shortages(
        con,
        [
            ("XA1", "2020", 10, 4), ("XA1", "2021", 0, 5), ("XA1", "2022", 12, None),
            ("XA2", "2020", 10, None), ("XA2", "2021", 11, None),
            ("XA3", "2020", None, 4), ("XA3", "2021", None, None),
        ],
    )  # fmt: skip
    work_out(con, "shortage_known", "shortage_newest")
    found = con.execute(
        "select territory_id, period, need, capacity, newest_need_period from shortage_newest"
    )
    assert found.fetchall() == [
        ("XA1", "2021", 0, 5, "2022"),
        ("XA2", "2021", 11, None, "2021"),
        ("XA3", "2020", None, 4, None),
    ]
    counted = con.execute(
        "select period, territories, with_supply, with_need_and_supply from shortage_known"
    )
    # A need of zero is known, and no gap can be divided by it.
    assert counted.fetchall() == [("2020", 2, 1, 1), ("2021", 2, 1, 0), ("2022", 1, 0, 0)]


def test_people_hosted_and_places_stand_each_with_its_own_newest_day(
    con: duckdb.DuckDBPyConnection,
) -> None:
    """A month ends after its 15th; a figure that is doubted is no proof of room."""
    hosted, places = "people_hosted_persons", "reception_places"
    frame = pd.DataFrame(
        [
            ("XA", hosted, "2021", "2021-12-31", 90.0, "A"),
            ("XA", hosted, "2022-03-15", "2022-03-15", 50.0, "A"),
            ("XA", hosted, "2022-03", "2022-03-31", 60.0, "A"),
            ("XA", hosted, "2020", "2020-12-31", 900.0, "U"),
            ("XA", places, "2020", "2020-12-31", 70.0, "A"),
            ("XB", places, "2020", "2020-12-31", 0.0, "A"),
        ],
        columns=["territory_id", "measure_id", "period", "day", "value", "obs_status"],
    )
    empty = dict.fromkeys(["lower", "upper", "evidence", "source_id", "source_file", "source_line"])
    con.register("given", frame.assign(group_id="all", **empty))
    con.execute("create table figure as select * exclude (day) from given")
    con.execute(
        "create table period_day as select distinct period, cast(day as date) as day from given"
    )
    work_out(con, "hosted_newest")
    found = con.execute(
        "select territory_id, people, people_period, places, places_period, most, most_period,"
        " first_period, dates from hosted_newest"
    )
    assert found.fetchall() == [
        ("XA", 60, "2022-03", 70, "2020", 90, "2021", "2021", 3),
        ("XB", None, None, 0, "2020", None, None, None, None),
    ]


@pytest.mark.parametrize(
    ("newest", "every", "key"),
    [
        ("figure_newest", "figure", "territory_id, measure_id, group_id"),
        ("shortage_newest", "shortage", "standard_id, basis_id, territory_id"),
    ],
)
def test_whatever_has_a_row_stands_once_and_as_it_is(
    published: Path, newest: str, every: str, key: str
) -> None:
    with duckdb.connect(str(published), read_only=True) as con:
        names = [name for name, *_ in con.execute(f"describe {every}").fetchall()]
        columns = ", ".join(names)
        wanted = con.execute(f"select distinct {key} from {every} order by all").fetchall()
        assert con.execute(f"select {key} from {newest} order by all").fetchall() == wanted
        invented = con.execute(f"select {columns} from {newest} except from {every}").fetchall()
    assert wanted and invented == []


def test_a_newest_figure_is_unknown_only_where_none_is_known(published: Path) -> None:
    with duckdb.connect(str(published), read_only=True) as con:
        hidden = con.execute(
            "select count(*) from figure_newest as n semi join figure as f"
            " on f.territory_id = n.territory_id and f.measure_id = n.measure_id"
            " and f.group_id = n.group_id and f.value is not null where n.value is null"
        ).fetchone()
    assert hidden == (0,)
