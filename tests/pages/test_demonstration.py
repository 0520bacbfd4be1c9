"""Every page on generated figures: nothing fails, and nothing is called published."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis import BY_ID
from ui import store
from ui.store import DEMONSTRATION, current

ROOT = Path(__file__).parents[2]


def run(page: str, **address: str) -> AppTest:
    """A page inside its frame, as pages link to others."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in ({"data": DEMONSTRATION} | address).items():
        app.query_params[name] = value
    if page != "overview":
        app.switch_page(f"pages/{page}.py")
    return app.run()


def text(app: AppTest) -> str:
    return "\n".join(str(each.value) for each in [*app.title, *app.markdown, *app.caption])


@pytest.mark.parametrize(
    "page", ["overview", "gaps", "figures", "sources", "sponsorship", "digital"]
)
def test_every_page_can_be_tried(served_both, page: str) -> None:
    app = run(page)
    assert not app.exception
    assert app.title[0].value
    assert "all are unknown" not in text(app)


@pytest.mark.parametrize("page", ["gaps", "figures"])
def test_credit_and_table_say_demonstration(served_both, page: str) -> None:
    app = run(page, table="1")
    assert not app.exception
    captions = [str(each.value) for each in app.main.caption]
    assert "Demonstration: generated figures" in captions
    assert "demonstration" in captions[-1]


@pytest.mark.parametrize("short", ["hospital", "places"])
def test_no_generated_figure_is_called_published_or_estimated(served_both, short: str) -> None:
    table = run("figures", short=short, table="1").dataframe[0].value
    assert set(table["status"]) & {"as published", "worked out"} == set()
    dataset = current(DEMONSTRATION)
    choice = {"km": 20, "measure_id": "reception_places", "group_id": "all", "period": ""}
    rows = store.rows_of(dataset, BY_ID[short], choice)
    assert set(rows["evidence"].dropna()) == {"synthetic"}


def test_the_norms_of_law_can_be_tried(served_both) -> None:
    """Spain's places for children are measured by a copy of the published norm."""
    app = run("gaps", whom="unaccompanied_children", by="children_es", level="2")
    assert not app.exception
    assert "32.6" in text(app)
