"""Figures side by side: the pages' own, groups from sums, unknown told, all in the address."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from ui import store
from ui.asked import asked
from ui.aspects import aspect_of
from ui.compare import choice as compare
from ui.compare.choice import MOST, CompareChoice, choose
from ui.compare.context import facts_of
from ui.compare.figures import NOT_ADDED, figures_of
from ui.compare.series import NEED, offered, series_of
from ui.out.taken import NotOfferedError
from ui.out.views import VIEWS
from ui.store import Dataset

GROUP = "North:NL11.NL12.NL13"


@pytest.fixture
def open_data(served: Path) -> Dataset:
    found = store.current(store.PUBLISHED)
    assert found is not None
    return found


def chosen(dataset: Dataset, **values: str) -> CompareChoice:
    with asked({"areas": "services.partnership.context", **values}):
        return choose(dataset)


def figure(rows: pd.DataFrame, column: str, measure: str) -> pd.Series:
    return rows.set_index(["column", "measure"]).T[column, measure]


def test_a_figure_is_the_one_its_page_shows(open_data: Dataset) -> None:
    mixed = chosen(open_data, **{"with": "ITG1.NL22.IT"})
    assert [each.key for each in mixed.columns] == ["ITG1", "NL22", "IT"], "in the order chosen"
    assert [each.level for each in mixed.columns] == [2, 2, 0]
    rows = figures_of(open_data, chosen(open_data, **{"with": "ITG1.NL22"}))
    there = aspect_of(open_data, "hospital_far", 2).set_index("territory_id")["value"]
    assert figure(rows, "ITG1", "hospital_far")["value"] == there["ITG1"]
    unknown = figure(rows, "NL22", "actor_types")
    assert pd.isna(unknown["value"]) and unknown["why"]


def test_a_group_is_worked_out_from_sums(open_data: Dataset, published: Path) -> None:
    rows = figures_of(open_data, chosen(open_data, group=GROUP))
    with duckdb.connect(str(published.resolve()), read_only=True) as con:
        found = con.execute(
            "select sum(residents_persons), sum(area_km2) from region "
            "where territory_id in ('NL11', 'NL12', 'NL13')"
        ).fetchone()
    assert found is not None
    residents, area = found
    assert figure(rows, ":North", "residents")["value"] == residents
    assert figure(rows, ":North", "density")["value"] == pytest.approx(residents / area)
    far = figure(rows, ":North", "hospital_far")
    assert (far["known"], far["members"]) == (3, 3)
    single = figures_of(open_data, chosen(open_data, **{"with": "NL11.NL12.NL13"}))
    ones = single[single["measure"] == "hospital_far"]["value"]
    assert ones.min() <= far["value"] <= ones.max()
    assert figure(rows, ":North", "actor_types")["why"] == NOT_ADDED
    assert figure(rows, ":North", "gdp")["why"] == NOT_ADDED


def test_a_group_of_one_is_that_one(open_data: Dataset) -> None:
    rows = figures_of(open_data, chosen(open_data, **{"with": "ITG1"}, group="Mine:ITG1"))
    for measure in ("hospital_far", "residents", "density", "urban_percent"):
        one, group = (figure(rows, each, measure)["value"] for each in ("ITG1", ":Mine"))
        assert group == pytest.approx(one)
    ends = [figure(rows, each, "newcomers")[["lower", "upper"]] for each in ("ITG1", ":Mine")]
    assert list(ends[0]) == pytest.approx(list(ends[1]))


def test_a_group_and_its_territories_never_disagree_on_what_is_known(open_data: Dataset) -> None:
    """Sicilia has a figure of its own; Calabria only that of its country, with its date."""
    rows = figures_of(
        open_data,
        chosen(open_data, areas="protection", group="S:ITG1.ITF6", **{"with": "ITG1.ITF6"}),
    )
    measure = "covered_unaccompanied_children"
    one, other, both = (figure(rows, each, measure) for each in ("ITG1", "ITF6", ":S"))
    assert one["value"] == 44 and one["newer_need_period"] > "2023"
    assert both["lower"] > 0 and both["known"] == 1
    assert other["why"].startswith("known only for Italy: 39") and "2025)" in other["why"]
    assert other["obs_status"] == "L" and other["source_ids"]


def test_middles_of_intervals_have_no_part_in_a_spread(open_data: Dataset) -> None:
    rows = figures_of(open_data, chosen(open_data, **{"with": "ITG1.UKC1"}))
    shared = figure(rows, "ITG1", "newcomers")
    facts = facts_of(open_data, 2)
    wide = facts["newcomers_lower"] < facts["newcomers_upper"]
    assert shared["level_known"] == facts["newcomers_exact"].sum() < (~wide).sum()
    assert not facts.loc[wide, "newcomers_exact"].any()
    alone = figure(rows, "UKC1", "newcomers")
    assert (alone["obs_status"], alone["evidence"]) == ("E", "estimated")


def test_where_nothing_is_chosen_an_example_stands(open_data: Dataset) -> None:
    with asked({}) as found:
        choice = choose(open_data)
    assert choice.is_start and len(choice.columns) == 4
    assert found.usual["with"] == ".".join(each.key for each in choice.columns)
    codes = {each.key[:2] for each in choice.columns[1:]}
    assert "IT" not in codes, "peers abroad"


def test_an_address_is_read_leniently_on_a_page_and_strictly_in_a_file() -> None:
    known = pd.Index([f"T{i}" for i in range(12)])
    many = ".".join(known)
    assert compare.read("T3.XX.T1.T3", known, strict=False) == ("T3", "T1")
    assert len(compare.read(many, known, strict=False)) == MOST
    for text in ("T1.XX", many):
        with pytest.raises(NotOfferedError):
            compare.read(text, known, strict=True)


def test_files_hold_what_the_page_shows(open_data: Dataset) -> None:
    values = {"with": "ITG1.NL22", "group": GROUP, "areas": "services"}
    taken = VIEWS["compare"].take(open_data, values)
    rows = taken.frame()
    assert dict(taken.filters) == values
    assert rows.groupby("aspect_id")["territory_or_group"].nunique().eq(3).all()
    known = rows[rows["members_known"] > 0]
    assert known["sources"].ne("").all() and known["period"].ne("").all()
    peers = VIEWS["peers"].take(open_data, values | {"like": "gdp", "among": "home"}).frame()
    assert set(peers["country"]) == {"IT"} and peers["part_density"].isna().all()


def test_a_series_ends_with_the_figure_itself(open_data: Dataset) -> None:
    choice = chosen(open_data, **{"with": "ITG1"}, group="Mine:ITG1")
    assert NEED in offered(open_data, choice.columns)
    rows = series_of(open_data, choice.columns, NEED).rows
    last = rows.sort_values("period").groupby("column").tail(1).set_index("column")
    now = figure(figures_of(open_data, choice), "ITG1", "newcomers")
    for column in ("ITG1", ":Mine"):
        assert last["lower"][column] == pytest.approx(now["lower"])
        assert last["period"][column] == now["period"]
