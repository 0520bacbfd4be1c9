"""The Scenario page as a program runs it: a plan built by clicks, real figures, too few."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shown import said, shown


def press(app: AppTest, key: str) -> None:
    app.button(key=key).click().run()
    assert not app.exception


@pytest.fixture
def netherlands(served: Path) -> AppTest:
    """36,566 places, 4,972 more than the applicants who wait; see the page Gaps."""
    return shown("scenario", **{"in": "NL", "at": "NL"})


def test_a_plan_is_built_change_by_change(netherlands: AppTest) -> None:
    app = netherlands
    press(app, "start_empty")
    assert "Nothing changes yet" in said(app)
    app.selectbox(key="change kind").set_value("lose").run()
    press(app, "change_add")
    # 3,656 whole places of 36,566 are a tenth: 4,972 less 3,656 are left.
    assert "**3 656 places are lost here**" in said(app)
    assert "After “My plan”: **Met**, with 1 316 places to spare." in said(app)
    assert app.query_params["plan"] == "My plan:lose.10"
    app.text_input(key="plan name 0").set_value("Cut: a tenth").run()
    assert app.query_params["plan"] == "Cut~3A a tenth:lose.10"
    press(app, "undo_0_0")
    press(app, "plan_gone")
    assert "plan" not in app.query_params


def test_limits_written_in_a_fold_are_in_the_change_whether_it_is_open_or_not(
    netherlands: AppTest,
) -> None:
    app = netherlands
    press(app, "start_empty")
    app.checkbox(key="change free").check()
    app.number_input(key="change most").set_value(0.001)
    app.number_input(key="change family").set_value(4).run()
    app.number_input(key="change persons").set_value(200).run()
    press(app, "change_add")
    (_, change) = app.query_params["plan"].split(":")
    assert change == "arrive.200.unmet.residents.most.0_001.free.family.4"


def test_three_plans_to_start_from_are_compared_at_once(netherlands: AppTest) -> None:
    press(netherlands, "start_all")
    plans = netherlands.query_params["plan"].split(";")
    assert [each.split(":")[1].split(".")[0] for each in plans] == ["arrive", "lose", "add"]
    assert "| A tenth of places lost |" in said(netherlands)


def test_a_change_without_its_territory_is_asked_for(served: Path) -> None:
    app = shown("scenario", plan="A:lose.10")
    app.selectbox(key="change kind").set_value("places").run()
    press(app, "change_add")
    assert [each.value for each in app.error] == ["Choose the territory first."]


def test_a_baseline_that_knows_too_little_names_others(served: Path) -> None:
    text = said(shown("scenario", service="language"))
    assert "too few to share anything out" in text
    assert "Reception for asylum applicants" in text


def test_the_territory_page_tells_the_plans_of_its_address(served: Path) -> None:
    text = said(shown("territory", at="NL", plan="A:lose.10"))
    assert "After “A”: **Met**, with 1 316 places to spare." in text


def test_the_baseline_of_gaps_is_kept_on_the_way_here(served: Path) -> None:
    """A control of the same name on the next page is another one, which has to be told."""
    app = shown("gaps", by="task_nl", at="NL")
    links = [each.proto for each in app.get("page_link")]
    (way,) = [each for each in links if "Try what would close it" in each.label]
    assert "at=NL" in way.query_string
    app.switch_page("pages/scenario.py").run()
    press(app, "start_all")
    assert app.selectbox(key="by").value == "task_nl"
    assert app.query_params["by"] == "task_nl"


def test_a_file_says_which_of_its_baseline_is_not_on_offer(served: Path) -> None:
    app = shown("scenario")
    about = {
        "format": "groundwork-scenario", "version": 1, "plans": [],
        "baseline": {"level": "0", "in": "NL.XX", "norm": "minus", "by": "no"},
    }  # fmt: skip
    app.session_state["open plans"] = True
    app.run()
    app.file_uploader(key="scenario file").set_value(
        ("plans.json", json.dumps(about).encode(), "application/json")
    )
    app.run()
    assert not app.exception
    (told,) = [each.value for each in app.info if "Opened" in each.value]
    assert "without it: “by: no”, “norm: minus”, “in: XX”." in told.replace("\\", "")
    # What is on offer holds: territories of a level, and the one country there is.
    assert (app.query_params["level"], app.query_params["in"]) == ("0", "NL")
    assert "norm" not in app.query_params and "by" not in app.query_params
