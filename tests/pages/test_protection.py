"""The Protection page as a program runs it: every group, every figure, every answer."""

import os
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from analysis.funnel_inputs import GROUPS
from tests.pages.shown import said, shown


def run(**address: str) -> AppTest:
    return shown("protection", **address)


def control(app: AppTest, label: str) -> object:
    return next(each for each in [*app.selectbox, *app.toggle] if each.label.startswith(label))


@pytest.mark.parametrize("data", ["published", "demonstration"])
def test_every_figure_can_be_shown(served_both: Path, data: str) -> None:
    """Of published figures for every group; of generated ones, which are everywhere, for one."""
    app = run(data=data)
    seen: set[str] = set()
    for group in list(control(app, "For whom").options):
        control(app, "For whom").select(group).run()
        shown = control(app, "Map shows")
        done = seen if data == "demonstration" else set()
        for figure in [each for each in shown.options if each not in done]:
            control(app, "Map shows").select(figure).run()
            assert not app.exception, (group, figure)
            assert "Where does protection" in app.title[0].value
        seen.update(shown.options)


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("data", ["published", "demonstration"])
def test_every_group_has_its_table_and_its_steps(served_both: Path, data: str, group: str) -> None:
    assert len(run(data=data, whom=group, table="1", steps="1").dataframe) == 2


def test_andalucia_shows_the_decree_s_number(served: Path) -> None:
    """RD 743/2025, line 2 of uam_by_region.csv: 2,827 places, asked for, not open."""
    app = run(show="unaccompanied_children_legal_places", at="ES61")
    text = said(app)
    assert "Places for unaccompanied children set by law: **2 827**" in text
    assert "26 August 2025" in text and "line 2" in text and "asked for, not open" in text


def test_what_europe_does_not_publish_is_said_and_by_whom_it_could_be(served: Path) -> None:
    text = said(run(at="ES61", show="unaccompanied_children_legal_places"))
    assert "Cannot tell where it narrows" in text
    assert "Who could: the authority for reception" in text
    assert "Children per guardian: unknown" in text
    assert "cannot be told in any of" in said(run())


def test_nobody_counts_women_at_risk_and_the_page_says_so(served: Path) -> None:
    text = said(run(whom="women_at_risk"))
    assert "Cannot be told anywhere" in text and "not zero" in text


def test_canarias_is_above_three_times_its_capacity(served: Path) -> None:
    """5,180 children in care on 11 August 2025 over 737 places set by law on 26 August."""
    assert "3 above it (Canarias" in said(run())


def test_demonstration_tells_where_it_narrows_and_is_watermarked(served_both: Path) -> None:
    text = said(run(data="demonstration"))
    assert "it is certain where protection narrows most" in text
    assert "Demonstration: generated figures" in text


def test_an_address_cannot_ask_for_a_finer_level_than_the_group_s(served_both: Path) -> None:
    for code in ("ES618", "DE300"):
        app = run(data="demonstration", whom="victims_of_trafficking", level="3", at=code)
        assert "is not drawn in this view" in said(app)
        assert "Small regions (NUTS 3)" not in control(app, "Territories").options


def test_no_message_names_a_protected_service(served_both: Path, demonstration: Path) -> None:
    with duckdb.connect(str(demonstration.resolve()), read_only=True) as con:
        protected = con.execute(
            "select facility_id, name from facility where publish_level <> 'point'"
        ).fetchall()
    for group in GROUPS:
        app = run(data="demonstration", whom=group, steps="1", table="1", at=str(protected[0][0]))
        text = said(app) + " ".join(each.value.to_csv() for each in app.dataframe)
        assert not [name for row in protected for name in row if str(name) in text]


@pytest.fixture
def bare(served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The published dataset with nothing in the tables the page reads."""
    copy = tmp_path / "bare.duckdb"
    copy.write_bytes(served.resolve().read_bytes())
    with duckdb.connect(str(copy)) as con:
        for table in (
            "funnel", "figure", "figure_newest", "figure_known", "protection_reach", "benchmark",
        ):  # fmt: skip
            con.execute(f"delete from {table}")
    monkeypatch.setitem(os.environ, "GROUNDWORK_DATA", str(copy))
    return copy


def test_with_nothing_known_the_page_says_what_is_missing(bare: Path) -> None:
    for group in GROUPS:
        text = said(run(whom=group, at="ES61", table="1", steps="1", method="1"))
        assert "Cannot be told anywhere" in text and "Who could publish it" in text
