"""The Data and Dictionary pages run without a browser: every view and table, the same filters."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui.out.views import PAGE_OF, VIEWS
from ui.store import current

ROOT = Path(__file__).parents[2]
# One of each kind: figures, places, norms, and what has no territory. All are tried elsewhere.
TAKEN_TABLES = ["table.figure", "table.facility", "table.benchmark", "table.source"]


def run(page: str = "data", **address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / f"pages/{page}.py"), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    return app.run()


def labels(app: AppTest) -> set[str]:
    """Controls of the sidebar."""
    side = app.sidebar
    controls = [*side.selectbox, *side.radio, *side.multiselect, *side.slider, *side.number_input]
    return {str(each.label) for each in [*controls, *side.select_slider]} - {"Dataset"}


@pytest.mark.parametrize("name", [*VIEWS, *TAKEN_TABLES])
def test_every_view_and_table_can_be_taken(served: Path, name: str) -> None:
    app = run(take=name)
    assert not app.exception and not app.error
    codes = "\n".join(str(each.value) for each in app.code)
    kind = "tables" if name.startswith("table.") else "views"
    assert f"/api/v1/{kind}/{name.removeprefix('table.')}.csv" in codes
    assert "Groundwork, " in codes and "sha256" in codes


@pytest.mark.parametrize("name", ["gaps", "figures", "protection", "partnership"])
def test_a_view_has_the_controls_of_its_page(served: Path, name: str) -> None:
    assert labels(run(take=name)) == labels(run(PAGE_OF[name])) != set()


def test_the_view_one_came_from_is_the_one_that_is_taken(served: Path) -> None:
    app = run(take="gaps", level="0", **{"in": "PL"}, at="PL", table="1")
    assert any("one row" in str(each.value) for each in app.markdown)
    codes = [str(each.value) for each in app.code]
    assert codes[0].endswith("/api/v1/views/gaps.csv?in=PL&level=0")
    dataset = current()
    assert dataset is not None
    shown = app.dataframe[0].value
    taken = VIEWS["gaps"].take(dataset, {"in": "PL", "level": "0"}).frame()
    assert shown["gap"].tolist() == taken["gap"].tolist()


def test_rows_that_are_nowhere_are_said_to_be_none(served: Path) -> None:
    app = run(take="table.figure", territory_id="IT", period="1900")
    assert not app.exception
    assert [str(each.value) for each in app.info] == [
        "No row has all these filters. Take one away in the sidebar."
    ]


def test_a_filter_that_cannot_be_read_is_said(served: Path) -> None:
    app = run(take="table.figure", territory_id="../etc")
    assert not app.exception
    assert app.error and "territory_id" in str(app.error[0].value)


def test_the_dictionary_knows_the_contract(served: Path) -> None:
    app = run("dictionary")
    assert not app.exception
    whole = len(app.dataframe)
    found = app.text_input[0].set_value("unaccompanied_children").run()
    assert 0 < len(found.dataframe) < whole
    assert any("unaccompanied_children" in str(each.value) for each in found.dataframe)
