"""Every table comes whole, in one order, with where each row is from; filters leave rows out."""

import os

import duckdb
import pandas as pd
import pytest

from analysis.disclosure import BASE, SENSITIVE
from ui import store
from ui.out import moments
from ui.out.asking import Asked
from ui.out.columns import own
from ui.out.naming import file_name
from ui.out.tables import BY_NAME, TABLES
from ui.out.taken import ABOUT, NotOfferedError

CONSTANT = ["filters", "dataset", "dataset_built", "citation"]


def rows(dataset, name, **filters):
    return TABLES[name].take(dataset, {key.rstrip("_"): text for key, text in filters.items()})


@pytest.mark.parametrize("name", sorted(TABLES))
def test_a_table_comes_whole_by_its_key_and_every_column_says_what_it_holds(
    name, open_data, dataset
):
    listed, taken = BY_NAME[name], rows(open_data, name)
    key = ", ".join(listed.key)
    total = dataset.execute(f"select count(*) from {name}").fetchone()[0]
    distinct = dataset.execute(f"select count(*) from (select distinct {key} from {name})")
    assert distinct.fetchone()[0] == total
    batches = list(taken.batches())
    edges = [edge for batch in batches for edge in edges_of(batch, listed.key)]
    assert sum(batch.num_rows for batch in batches) == total
    assert edges == sorted(edges)
    assert taken.schema.names[-4:] == CONSTANT
    assert len(set(taken.schema.names)) == len(taken.schema.names)
    assert all(each.metadata[ABOUT] for each in taken.schema)
    assert set(listed.filters) <= set(own(open_data, listed))


def edges_of(batch, key):
    """The keys of the first and last row, so that missing comes last."""
    rows = batch.select(key).take([0, batch.num_rows - 1]).to_pylist()
    return [tuple((row[name] is None, row[name]) for name in key) for row in rows]


def test_what_a_row_is_is_what_the_dataset_says(dataset):
    said = dict(dataset.execute("select table_name, comment from duckdb_tables()").fetchall())
    commented = {name: text for name, text in said.items() if text and name in TABLES}
    assert commented == {name: TABLES[name].grain for name in commented}
    assert all(offer.grain.startswith("one row per") for offer in TABLES.values())


def test_what_holds_withheld_or_inner_things_is_not_served():
    assert not {"cell", "cell_persons", "outline", "rejected_row", "facility_place"} & set(TABLES)


def test_rows_come_in_the_same_order_each_time(open_data):
    taken = rows(open_data, "observation", measure_id="people_hosted_persons", in_="IT")
    first, again = taken.frame(), taken.frame()
    pd.testing.assert_frame_equal(first, again)
    key = list(BY_NAME["observation"].key)
    pd.testing.assert_frame_equal(first[key], first[key].sort_values(key, ignore_index=True))


def test_a_row_carries_its_source_its_filters_and_how_to_cite_it(open_data, dataset):
    taken = rows(open_data, "figure", in_="IT.ES", level="2")
    frame = taken.frame()
    assert set(frame["territory_country"]) == {"ES", "IT"}
    assert set(frame["territory_level"]) == {2}
    assert set(frame["filters"]) == {"in=ES.IT&level=2"}
    assert frame["citation"].str.contains("filters in=ES.IT&level=2").all()
    sources = dataset.execute("select * from source").df().set_index("source_id")
    assert list(frame["licence"]) == list(sources.loc[frame["source_id"], "licence"])
    assert list(frame["source_title"]) == list(sources.loc[frame["source_id"], "title"])
    assert taken.filters == {"in": "ES.IT", "level": "2"}
    assert file_name(taken.dataset, taken.name, taken.filters, "csv") == (
        "groundwork_figure_in-ES-IT_level-2.csv"
    )


def test_filters_leave_out_what_does_not_pass_and_nothing_else(open_data, dataset):
    frame = rows(open_data, "observation", territory_id="IT.ES", obs_status="E.A").frame()
    counted = dataset.execute(
        "select count(*) from observation"
        " where territory_id in ('IT', 'ES') and obs_status in ('A', 'E')"
    ).fetchone()[0]
    assert len(frame) == counted > 0


@pytest.mark.parametrize(
    ("asked", "passing"),
    [
        ({"period": "2024"}, {"2024", "2024-Q3", "2024-07", "2024-07-31", "2024-01/2024-10"}),
        ({"period": "2024-07"}, {"2024-07", "2024-07-31"}),
        ({"from": "2024-07-31", "until": "2024-08"},
         {"2024", "2024-Q3", "2024-07", "2024-07-31", "2024-01/2024-10", "2021/2027"}),
        ({"until": "2023"}, {"2023", "2023-Q4", "2021/2027"}),
        ({"from": "2025-Q1"}, {"2021/2027"}),
        ({"until": "2020-12-31"}, set()),
    ],
    ids=["year", "month", "span", "until a year", "from a quarter", "before all"],
)  # fmt: skip
def test_a_span_has_the_periods_that_touch_it(asked, passing):
    periods = [
        "2023", "2023-Q4", "2024", "2024-Q3", "2024-07", "2024-07-31", "2024-01/2024-10",
        "2021/2027", None,
    ]  # fmt: skip
    come_to = Asked()
    moments.add(come_to, "period", asked)
    with duckdb.connect() as con:
        con.execute("create table t (period varchar)")
        con.executemany("insert into t values (?)", [[each] for each in periods])
        found = con.execute(
            f"select period from t where {' and '.join(come_to.conditions)}", come_to.values
        ).fetchall()
    assert {row[0] for row in found} == passing


@pytest.mark.parametrize(
    ("table", "filters"),
    [
        ("figure", {"measure_id": "no such"}),
        ("figure", {"level": "4"}),
        ("figure", {"in": "IT.XX"}),
        ("figure", {"in": "IT' or true --"}),
        ("figure", {"colour": "red"}),
        ("figure", {"period": "lately"}),
        ("figure", {"from": "2024-13"}),
        ("figure", {"until": "٢٠٢٤"}),
        ("figure", {"territory_id": "ITXYZ"}),
        ("measure", {"in": "IT"}),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_what_is_not_on_offer_is_refused(table, filters, open_data):
    with pytest.raises(NotOfferedError):
        TABLES[table].take(open_data, filters)


def test_a_territory_without_rows_gives_none_and_no_error(open_data):
    assert rows(open_data, "sponsorship", in_="LU").frame().empty


def test_a_value_may_have_a_dot_of_its_own(open_data):
    frame = rows(open_data, "shortage", basis_id="integration_centres.all.asylum_pending").frame()
    assert set(frame["basis_id"]) == {"asylum_pending", "integration_centres.all"}


def test_missing_is_null_and_counts_of_sensitive_groups_stay_rounded(open_data):
    frame = rows(open_data, "observation", group_id=".".join(sorted(offered(open_data)))).frame()
    measures = rows(open_data, "measure", kind="context.need.use").frame()
    counts = set(measures.loc[measures["unit"] == "persons", "measure_id"])
    people = frame[frame["measure_id"].isin(counts)]
    assert len(people)
    assert (people["value"].dropna() % BASE == 0).all()
    unknown = rows(open_data, "figure", obs_status="L").frame()["value"]
    assert len(unknown) and not (unknown == 0).any()


def offered(open_data):
    groups = next(
        each for each in TABLES["observation"].parameters(open_data, {}) if each.name == "group_id"
    )
    return SENSITIVE & set(groups.allowed)


def test_generated_rows_say_so(served, monkeypatch):
    monkeypatch.setitem(os.environ, "GROUNDWORK_DEMO", str(served))
    taken = rows(store.current(store.DEMONSTRATION), "funding")
    assert file_name(taken.dataset, taken.name, {}, "csv").startswith("demo_")
    assert set(taken.frame()["dataset"]) == {"Demonstration: generated figures"}
    assert "Demonstration: generated figures" in taken.notes
