"""The page Partnership without a browser: from a publisher's rows to what it says; empty states."""

import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from tests.test_partnership import FIRENZE
from ui import words

ROOT = Path(__file__).parents[2]
VIEWS = ("who", "missing", "network", "seats")


def run(**address: str) -> AppTest:
    page = AppTest.from_file(str(ROOT / "pages/partnership.py"), default_timeout=60)
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def text(page: AppTest) -> str:
    said = "\n".join(str(each.value) for each in [*page.title, *page.markdown, *page.caption])
    return said.replace(words.THIN, " ")


def test_the_page_says_what_was_counted_by_hand(served: Path) -> None:
    """Ten listed buyers, 68 contracts, from ANAC's lines of the province FIRENZE."""
    page = run(at="ITI14", level="3", who="1")
    assert not page.exception
    said = text(page)
    assert f"**{len(FIRENZE)} organisations** are known to work here, all public" in said
    assert f"**{sum(FIRENZE.values())} contracts** (2023 to 2025)" in said
    listed = page.dataframe[0].value
    assert dict(zip(listed["name"], listed["contracts"], strict=True)) == FIRENZE


def test_nobody_is_said_to_be_absent_where_no_list_is_complete(served: Path) -> None:
    said = text(run(at="ITI14", level="3", view="missing"))
    assert "**No list** covers NGOs, refugee-led organisations" in said
    assert "Known to be none" not in said
    assert "Who could list NGOs" in said
    assert "who was awarded the contracts" in said


def test_the_consultation_is_told_with_what_is_unknown(served: Path) -> None:
    said = text(run(view="seats"))
    assert "**864 replies**, unknown how many from newcomers" in said
    assert "24 November 2020" in said
    assert "22 seats, **unknown** how many are newcomers'" in said
    assert "No territory's own body" in said


def test_the_network_of_italy_is_unknown_and_of_france_a_star(served: Path) -> None:
    assert "no column for who was awarded" in text(run(view="network", **{"in": "IT"}))
    said = text(run(view="network", **{"in": "FR"}))
    assert "French State (public authority) has 19 partners" in said


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("at", ["", "ITI1", "UKL", "ITH1+ITH2"])
def test_every_view_is_full_on_generated_figures(served_both: Path, view: str, at: str) -> None:
    page = run(data="demonstration", view=view, at=at, table="1", who="1", agreements="1")
    assert not page.exception
    captions = [str(each.value) for each in page.caption]
    assert any("Demonstration: generated figures" in each for each in captions)
    for table in page.dataframe:
        assert set(table.value.get("status", [])) <= {"demonstration", "not published"}


@pytest.mark.parametrize("view", VIEWS)
def test_a_service_and_a_code_nobody_knows_change_nothing_else(served: Path, view: str) -> None:
    assert not run(view=view, service="language", table="1").exception
    assert not run(view="nothing", service="x", at="<b>", level="9").exception


@pytest.fixture
def empty(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The published dataset without any row of this area."""
    copy = tmp_path / "empty.duckdb"
    shutil.copyfile(published.resolve(), copy)
    with duckdb.connect(str(copy)) as con:
        for table in ("at_work", "activity", "actor_list", "partnership", "participation",
                      "consultation", "organisation"):  # fmt: skip
            con.execute(f"delete from {table}")
    monkeypatch.setenv("GROUNDWORK_DATA", str(copy))
    return copy


@pytest.mark.parametrize(
    ("view", "says"),
    [
        ("who", "no list of organisations"),
        ("missing", "no list of organisations"),
        ("network", "no agreement between organisations"),
        ("seats", "No territory's own body"),
    ],
)
def test_without_rows_the_page_says_who_could_publish_them(
    empty: Path, view: str, says: str
) -> None:
    for at in ("", "ITI1"):
        page = run(view=view, at=at, table="1")
        assert not page.exception
        assert says in text(page)
        assert "could publish" in text(page)
        assert " 0 organisations" not in text(page)
