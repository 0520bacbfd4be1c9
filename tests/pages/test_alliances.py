"""The Alliances page as a program runs it: published figures traced, choices, both datasets."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.classes import CANNOT_TELL
from analysis.gap import MET
from tests.pages.shown import said, shown
from ui.alliances.choice import choose
from ui.alliances.drawn import classes
from ui.alliances.known import alliances_of
from ui.asked import asked
from ui.out.views import VIEWS
from ui.store import current


def run(**address: str) -> AppTest:
    return shown("alliances", **address)


def test_a_country_s_task_is_traced_to_its_figures(served: Path) -> None:
    """Places of November 2024: Drenthe has 1,491 beyond its task, Flevoland 1,139, Overijssel lacks
    2,461, Gelderland 1,230; Utrecht is unknown, though it lies beside the largest shortages.
    """
    text = said(run(by="task_nl", show="best", at="NL35"))
    assert "**Neighbours could cover 3 835 of the 20 000 places" in text
    assert "**Unknown**: a figure is missing here" in text
    assert "Utrecht (Netherlands): the number of places promised" in text


def test_a_surplus_of_2021_below_a_newer_need_is_not_sure(served: Path) -> None:
    """36,566 places of 2021 for 31,594 in 2022, and 49,662 by the newest count."""
    text = said(run(at="NL"))
    assert "**Enough, with up to 4 972 places to spare**, by supply of 31 December 2021" in text
    assert "Not counted as sure is Netherlands" in text
    assert "gaps worked out from published figures" not in text


def test_people_received_beyond_a_quota_are_not_places_to_give(served: Path) -> None:
    text = said(run(whom="all", by="quota_at"))
    assert "**Niederösterreich** could receive **3 251** of the" in text
    assert "that **Wien** receives beyond what is asked of it" in text
    assert "people fewer received than asked**" in text


def test_where_no_surplus_is_known_nothing_is_made_up(served: Path) -> None:
    app = run(whom="unaccompanied_children", by="children_es")
    assert "No territory is known to have a surplus" in said(app)
    assert "None is known here" in said(app)
    assert "Whom to ask first" in said(app)


def test_a_service_without_a_norm_is_unknown(served: Path) -> None:
    assert "Unknown for every territory" in said(run(service="housing"))


@pytest.mark.parametrize(
    "address",
    [
        {"show": "small", "borders": "across", "way": "land", "at": "AT31"},
        {"show": "best", "in": "NL.BE"},
        {"level": "0", "show": "small"},
        {"service": "housing", "table": "1"},
    ],
)
def test_the_demonstration_is_full_and_says_what_it_is(
    served_both: Path, address: dict[str, str]
) -> None:
    app = run(data="demonstration", **address)
    assert "Neighbours could cover" in said(app)
    assert "Demonstration: generated figures" in said(app)


def test_the_file_has_the_pairs_of_the_page(served: Path) -> None:
    dataset = current()
    assert dataset is not None
    rows = VIEWS["alliances"].take(dataset, {"by": "task_nl"}).frame()
    # Places found less the task, as on Gaps.
    gaps = VIEWS["gaps"].take(dataset, {"by": "task_nl"}).frame().set_index("territory_id")["gap"]
    for row in rows.to_dict("records"):
        assert row["surplus_lower"] == -gaps[row["helper_id"]]
        assert row["shortage_lower"] == gaps[row["short_id"]]
        assert row["shared_lower"] == min(row["surplus_lower"], row["shortage_lower"])
    assert rows["shared_overall"].sum() == 3835


def test_enough_by_old_figures_and_too_few_by_newer_need_is_drawn_as_undecided(
    served: Path,
) -> None:
    """Netherlands: places of 2021 above the need of 2022; the need of 2025 is above the places."""
    dataset = current()
    assert dataset is not None
    with asked({}):
        view = alliances_of(dataset, choose(dataset))
    assert view.ledger.rows.loc["NL", "answer"] == MET
    drawn = classes(view)
    assert drawn["NL"] == CANNOT_TELL
    assert drawn["FR"] == 0
