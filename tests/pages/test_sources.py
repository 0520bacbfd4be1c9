"""The Sources page run without a browser: every kind, every level, every source."""

import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from analysis.patchwork import BY_ID, KINDS
from ui.words import LEVELS

ROOT = Path(__file__).parents[2]


def run(**address: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "pages/sources.py"), default_timeout=60)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def text(page: AppTest) -> str:
    return "\n".join(str(each.value) for each in [*page.title, *page.markdown, *page.caption])


@pytest.mark.parametrize("kind_id", ["all", *BY_ID])
def test_every_kind_has_a_map_and_a_finding(served, kind_id) -> None:
    page = run(kind=kind_id)
    assert not page.exception
    assert page.title[0].value.endswith("?")
    assert "NUTS 2 regions" in text(page)


@pytest.mark.parametrize("level", LEVELS)
def test_a_territory_says_what_is_missing_and_who_could_publish_it(served, level) -> None:
    page = run(level=str(level), at="UA")
    assert not page.exception
    said = text(page)
    assert "Missing, and who could publish it" in said
    missing = [kind for kind in KINDS if f"**{kind.label}.**" in said]
    assert len(missing) >= 1


def test_every_source_can_be_looked_into(served, dataset: duckdb.DuckDBPyConnection) -> None:
    modules = dataset.execute("select source_id from source where source_id = module").fetchall()
    assert len(modules) >= 9
    for (source_id,) in modules:
        page = run(source=source_id)
        assert not page.exception, source_id
        title, licence = dataset.execute(
            "select title, licence from source where source_id = ?", [source_id]
        ).fetchall()[0]
        said = text(page).replace("\\", "").replace("\u2060", "")
        assert title in said
        assert licence in said


def test_the_table_accounts_for_every_line(served, dataset: duckdb.DuckDBPyConnection) -> None:
    table = run().dataframe[0].value
    assert (table["lines"] == table["loaded"] + table["left_out"] + table["rejected"]).all()
    total = dataset.execute("select sum(lines) from line_count").fetchall()[0][0]
    assert table["lines"].sum() == total


def test_rejected_lines_are_shown_in_full(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shipped figures need not have any: two lines of land areas are refused here."""
    copy = tmp_path / "refused.duckdb"
    shutil.copyfile(published.resolve(), copy)
    with duckdb.connect(str(copy)) as con:
        con.execute(
            "insert into rejected_row values"
            " ('land_area', 'area.tsv', 2, 'geo', 'no such code', 'A,KM2,L0008,XX,1'),"
            " ('land_area', 'area.tsv', 3, 'geo', 'no such code', 'A,KM2,L0008,XY,1')"
        )
    monkeypatch.setenv("GROUNDWORK_DATA", str(copy))
    page = run(source="land_area")
    assert any(len(each.value) == 2 and "raw" in each.value for each in page.dataframe)


def test_an_address_nobody_offers_is_passed_over(served) -> None:
    page = run(kind="<b>", level="7", source="nobody", at="XX")
    assert not page.exception
    assert page.title[0].value == "How much does Europe know of its own capacity?"
