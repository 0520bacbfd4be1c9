"""The Gaps page as a program runs it: every control, and what it then says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


def run(**address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page("pages/gaps.py")
    app.run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    return " ".join(str(each.value) for each in app.markdown)


@pytest.fixture
def gaps(served: Path) -> AppTest:
    return run()


def control(app: AppTest, label: str) -> object:
    every = [*app.selectbox, *app.radio, *app.multiselect, *app.select_slider, *app.number_input]
    return next(each for each in every if each.label.startswith(label))


def test_every_standard_on_offer_can_be_shown(served: Path) -> None:
    app = run()
    seen = set()

    def each_of(label: str) -> Iterator[str]:
        """Choose one option after the other; what is chosen already was just shown."""
        for option in list(control(app, label).options):
            shown = control(app, label)
            if option != shown.options[shown.index]:
                shown.select(option).run()
            assert not app.exception
            yield option

    for _service in each_of("Service"):
        for _group in each_of("For whom"):
            seen.update(each_of("Measured by"))
    assert len(seen) == len(_labels())


def _labels() -> set[str]:
    from analysis.standards import STANDARDS

    return {each.label for each in STANDARDS}


def test_a_benchmark_of_ones_own_is_said(gaps: AppTest) -> None:
    control(gaps, "Benchmark").set_value(0.5).run()
    assert not gaps.exception
    captions = " ".join(each.value for each in gaps.caption)
    assert "your own benchmark, 0.5" in captions
    assert "Benchmark changed by you" in captions


def test_a_service_without_a_norm_asks_for_one_and_takes_it(served: Path) -> None:
    app = run(service="housing")
    assert "write your own benchmark" in said(app)
    control(app, "Benchmark").set_value(0.25).run()
    assert not app.exception
    assert "write your own benchmark" not in said(app)


def test_spain_shows_the_stated_gap_beside_ours(served: Path) -> None:
    app = run(whom="unaccompanied_children", by="children_es", at="ES61")
    # Andalucía: uam_by_region.csv, line 3, places to create against 32 per 100,000.
    assert "states 1\u202f378 places to create" in said(app)
    assert "Short by" in said(app)
    control(app, "Map shows").set_value("stated").run()
    assert not app.exception
    # Regions that have no places to create are not in the ministry's list.
    assert "places to create**, as stated for" in said(app)


def test_italy_has_a_slider_over_its_dates(served: Path) -> None:
    app = run(whom="all", by="occupancy", **{"in": "IT"})
    slider = control(app, "When")
    assert len(slider.options) > 100
    slider.set_value("2021-01-31").run()
    assert not app.exception
    assert app.query_params["when"] == "2021-01-31"


def test_own_territories_are_added_up_with_the_unknown_counted(served: Path) -> None:
    # Gelderland 11,704 - 10,474 = 1,230 short; Groningen 2,715 - 4,525 is met; Utrecht is
    # unknown: nobody published the places found there.
    app = run(by="task_nl", mine="NL22.NL11.NL35")
    text = said(app)
    assert "1\u202f230 places are missing" in text
    assert "one member is unknown, so the sum is too" in text
    app = run(by="task_nl", mine="NL22.NL11")
    # 1,230 - 1,810 = -580: together they have more than asked for.
    assert "580 more than asked for" in said(app)


def test_a_code_nobody_knows_is_passed_over(served: Path) -> None:
    app = run(service="nothing", whom="nobody", by="x", when="1900", norm="abc", at="ZZ9")
    assert "reception short for asylum applicants" in app.title[0].value


def test_a_territory_that_is_not_drawn_is_told_from_its_own_row(served: Path) -> None:
    """The map draws the Netherlands as a whole; Gelderland is asked for by address."""
    app = run(service="reception", whom="asylum_applicants", by="place_each_applicant", at="NL22")
    captions = " ".join(str(each.value) for each in app.caption)
    assert "Gelderland is not drawn in this view." in captions
    assert "##### Gelderland, Netherlands" in said(app)
    assert "**Met**, with" in said(app) and "6\u202f200 exist (September 2021)." in said(app)
