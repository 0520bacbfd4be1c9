"""The tour: five steps, each at its place in the address, none unless it is asked for."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import ROOT
from ui.glossary import BY_ID
from ui.tour import STEPS, step_of


def page() -> None:
    from unittest import mock

    from ui import tour

    # A link to a page needs the app around it.
    with mock.patch("streamlit.page_link"):
        tour.tour()


def at(step: str = "") -> AppTest:
    app = AppTest.from_function(page)
    if step:
        app.query_params["tour"] = step
    return app.run(timeout=30)


def asked(app: AppTest) -> str:
    found = app.query_params.get("tour", [""])
    return found[0] if isinstance(found, list) else found


def said(app: AppTest) -> str:
    return " ".join(str(each.value) for each in [*app.markdown, *app.caption])


def test_five_steps_are_short_and_lead_somewhere() -> None:
    assert len(STEPS) == 5
    for step in STEPS:
        assert step.text.count(". ") <= 1, "one sentence or two"
        assert step.term_id in BY_ID
        assert all((ROOT / f"pages/{page}.py").exists() for page, _ in step.places)


@pytest.mark.parametrize("step", ["", "0", "6", "-1", "1.0", "one", " 1", "１"])
def test_nobody_is_shown_a_step_unasked(step: str) -> None:
    app = at(step)
    assert not app.exception
    assert not app.markdown
    assert [button.key for button in app.button] == ["tour_begin"]
    assert asked(app) == "", "what is no step leaves the address"


def test_it_is_gone_through_and_the_address_follows() -> None:
    app = at()
    app.button(key="tour_begin").click().run()
    for step in range(1, 6):
        assert asked(app) == str(step)
        assert f"step {step} of 5" in said(app)
        assert STEPS[step - 1].title in said(app)
        app.button(key="tour_on").click().run()
    assert asked(app) == ""
    assert not app.markdown


def test_back_and_out() -> None:
    app = at("3")
    app.button(key="tour_back").click().run()
    assert asked(app) == "2"
    app.button(key="tour_end").click().run()
    assert asked(app) == ""
    first = at("1")
    assert first.button(key="tour_back").disabled


def test_a_step_is_read_from_its_number_alone() -> None:
    assert [step_of(str(each)) for each in range(7)] == [None, 1, 2, 3, 4, 5, None]
