"""The registry of standards agrees with itself, the catalogue of norms and the measures."""

import duckdb
import pytest

from analysis import need
from analysis.standard import Standard
from analysis.standards import BY_ID, STANDARDS
from ui.words import GROUP_WORDS, SERVICES

each_standard = pytest.mark.parametrize("standard", STANDARDS, ids=lambda each: each.standard_id)


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(STANDARDS)
    assert len(need.BY_ID) == len(need.NEEDS)
    assert not need.BY_ID.keys() & need.COMBINED.keys()
    for standard in STANDARDS:
        bases = [basis.basis_id for basis in standard.bases]
        assert bases and len(set(bases)) == len(bases)
        assert len(set(standard.supply)) == len(standard.supply)


@each_standard
def test_a_norm_is_the_one_of_the_catalogue(
    standard: Standard, dataset: duckdb.DuckDBPyConnection
) -> None:
    """Whoever edits a threshold here must find it published so."""
    if not standard.benchmark_id:
        assert standard.threshold in (None, 1), "a starting point is one each, or none"
        return
    found = dataset.execute(
        "select threshold, service, territory_id from benchmark where benchmark_id = ?",
        [standard.benchmark_id],
    ).fetchall()
    assert len(found) == 1
    threshold, _service, territory_id = found[0]
    assert threshold == standard.threshold
    if standard.countries:
        assert territory_id[:2] in standard.countries


@each_standard
def test_supply_is_of_the_kind_it_is_said_to_be(
    standard: Standard, dataset: duckdb.DuckDBPyConnection
) -> None:
    assert standard.supply_kind in ("capacity", "commitment", "use")
    kinds = dict(dataset.execute("select measure_id, kind from measure").fetchall())
    assert {kinds[measure_id] for measure_id, _ in standard.supply} <= {standard.supply_kind}


@each_standard
def test_bases_countries_and_words_exist(
    standard: Standard, dataset: duckdb.DuckDBPyConnection
) -> None:
    known = {code for (code,) in dataset.execute("select distinct country from region").fetchall()}
    assert set(standard.countries) <= known
    assert standard.service in SERVICES and standard.group_id in GROUP_WORDS
    measures = {row[0] for row in dataset.execute("select measure_id from measure").fetchall()}
    for basis in standard.bases:
        if basis.reads == "need":
            assert basis.key in need.BY_ID.keys() | need.COMBINED.keys()
        elif basis.reads == "figure":
            assert basis.key in measures


def test_factors_by_hand() -> None:
    assert BY_ID["children_es"].factor(32.6) == pytest.approx(0.000326)
    assert BY_ID["children_nl"].factor(8.5) == pytest.approx(0.085)
    assert BY_ID["occupancy"].factor(90) == pytest.approx(100 / 90)
    assert BY_ID["occupancy"].factor(0) is None
    assert BY_ID["housing_all"].factor(None) is None
