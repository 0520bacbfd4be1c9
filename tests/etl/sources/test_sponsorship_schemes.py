"""Schemes and their rules: every one cited, none invented, every figure of a known scheme."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl import codes, contract
from etl.reading import LOADED, Reading
from etl.sources import sponsorship_schemes
from etl.validate import conform, faults


@pytest.fixture(scope="module")
def reading() -> Reading:
    return sponsorship_schemes.read(Path("nowhere"))


def test_every_line_is_a_row_with_a_page(reading: Reading) -> None:
    rows = sum(len(reading.tables[each]) for each in ("scheme", "scheme_rule", "sponsorship"))
    assert sum(reading.outcomes.values()) == rows
    assert {outcome for _, outcome in reading.outcomes} == {LOADED}
    pages = set(reading.tables["source"]["source_id"])
    for table in ("scheme", "scheme_rule", "sponsorship"):
        assert set(reading.tables[table]["source_id"]) <= pages
    urls = reading.tables["source"]["url"]
    assert urls.str.startswith(("https://", "http://")).all()


@pytest.mark.parametrize("table", ["scheme", "scheme_rule", "sponsorship"])
def test_every_table_is_as_the_contract_says(reading: Reading, table: str) -> None:
    frame = conform(contract.BY_NAME[table], reading.tables[table])
    assert faults(contract.BY_NAME[table], frame, {}).empty


def test_a_rule_has_a_number_or_words_and_the_least_is_not_the_most(reading: Reading) -> None:
    rules = reading.tables["scheme_rule"]
    assert (rules["lower"].notna() | rules["words"].notna()).all()
    both = rules[rules["upper"].notna()]
    assert (both["lower"] <= both["upper"]).all()
    assert set(rules["rule"]) == set(codes.SCHEME_RULE)
    assert set(rules["scheme_id"]) <= set(reading.tables["scheme"]["scheme_id"])


def test_what_is_not_stated_has_no_row(reading: Reading) -> None:
    """No page says how many people a group of the United Kingdom's scheme must have."""
    rules = reading.tables["scheme_rule"].set_index(["scheme_id", "rule"])
    assert ("community_sponsorship_uk", "group_persons") not in rules.index
    assert rules.loc[("auzolana", "group_persons"), ["lower", "upper"]].tolist() == [6, 8]


def test_every_scheme_that_is_counted_is_described(dataset: duckdb.DuckDBPyConnection) -> None:
    """So that two names of one scheme cannot come back."""
    for table in ("sponsorship", "sponsorship_locality"):
        strange = dataset.execute(
            f"select distinct scheme_id from {table} where scheme_id not in "
            "(select scheme_id from scheme)"
        ).fetchall()
        assert strange == []


def test_the_repeated_sums_are_those_of_the_quarters(dataset: duckdb.DuckDBPyConnection) -> None:
    """What a page counts "from 2016 on" by region is what the Home Office lists since 2021, so
    the page's rows are set aside; the region without a line has 0 there.
    """
    quarters = dict(
        dataset.execute(
            "select territory_id, sum(arrivals_persons) from sponsorship"
            " where scheme_id = 'community_sponsorship_uk' and source_id = 'uk_resettlement'"
            " and territory_id <> 'UK' group by 1"
        ).fetchall()
    )
    page = pd.DataFrame(
        dataset.execute(
            "select territory_id, value from set_aside where reason like 'the same persons as%'"
        ).fetchall(),
        columns=["territory_id", "value"],
    ).set_index("territory_id")["value"]
    assert len(page) == 12
    assert {code: int(value) for code, value in page.items()} == {"UKN": 0} | quarters
