"""Where the points stand: figures of the dataset in view, and none known is said as none."""

from pathlib import Path

import duckdb
import pytest

from analysis.plan import POINTS
from ui.plan.known import Facts, facts_of
from ui.plan.points import bar_label, finding, table
from ui.plan.share import Standing
from ui.plan.standing import standing
from ui.store import current


@pytest.fixture
def facts(served_both: Path, request: pytest.FixtureRequest) -> Facts:
    dataset = current(request.param)
    assert dataset is not None
    return facts_of(dataset)


both = pytest.mark.parametrize("facts", ["published", "demonstration"], indirect=True)
published = pytest.mark.parametrize("facts", ["published"], indirect=True)


@both
def test_every_point_has_a_standing_that_never_knows_more_than_there_is(facts: Facts):
    for point in POINTS:
        found = standing(point.point_id, facts)
        assert 0 <= found.known <= found.whole
        assert found.sentence.endswith(".")
        assert found.source_ids or found.known == 0
    assert "points whose whole is known" in finding(facts)
    assert len(table(facts)) == len(POINTS)


@published
def test_what_nobody_publishes_is_none_known_and_no_bar(facts: Facts):
    """No fund's payments and no durable arrangement are among the published figures."""
    coherence, durable = standing("coherence", facts), standing("durable", facts)
    assert coherence.known == 0 and coherence.whole == 157
    assert "none of 157 amounts" in coherence.sentence
    assert durable.share == 0 and "known nowhere" in durable.sentence


@published
def test_places_are_counted_as_the_table_of_figures_has_them(facts: Facts, dataset):
    countries = dataset.execute(
        "select count(distinct territory_id) from figure where measure_id = 'reception_places'"
        " and group_id in ('all', 'asylum_applicants') and value is not null"
        " and length(territory_id) = 2"
    ).fetchone()[0]
    found = standing("vision", facts)
    assert (found.known, found.whole) == (countries, facts.countries)


def test_bars_say_what_they_count():
    assert bar_label(Standing("", 0, 0, "body")) == "nothing on record"
    assert bar_label(Standing("", 0, 157, "amount")) == "known for none of 157 amounts"
    assert bar_label(Standing("", 1, 1, "body")) == "known for 1 of 1 body"
    assert bar_label(Standing("", 1, 2, "body")) == "known for 1 of 2 bodies"


def test_an_empty_database_knows_nothing_and_does_not_fail(tmp_path: Path, served: Path):
    """Without a row in any table of the areas, every count is none."""
    statement = (Path(__file__).parents[3] / "ui" / "sql" / "plan.sql").read_text("utf-8")
    with duckdb.connect(str(tmp_path / "empty.duckdb")) as con:
        con.execute(f"attach '{served.resolve()}' as full_ (read_only)")
        for table_name in ("region", "figure", "funnel", "on_site_supply", "organisation",
                           "at_work", "actor_list", "participation", "consultation", "scheme",
                           "funding", "digital_service"):  # fmt: skip
            con.execute(f"create table {table_name} as select * from full_.{table_name} limit 0")
        con.execute("detach full_")
        assert con.execute(statement).fetchall() == []
