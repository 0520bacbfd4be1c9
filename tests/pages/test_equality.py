"""The Equality page as a program runs it: real figures, generated ones, too few."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shown import said, shown
from ui.asked import asked
from ui.equality.choice import choose
from ui.equality.figures import Equality, equality_of
from ui.equality.rows import file_rows, series_rows
from ui.equality.tables import known_rows
from ui.store import Dataset, current


def run(**address: str) -> AppTest:
    return shown("equality", **address)


@pytest.fixture
def now(served: Path) -> Dataset:
    found = current("published")
    assert found is not None
    return found


def view_of(dataset: Dataset, **values: str) -> Equality:
    with asked(values):
        choice = choose(dataset)
    found = equality_of(dataset, choice)
    assert found is not None
    return found


def test_molise_from_the_ministry_s_figure_to_the_page(served: Path) -> None:
    """15 September 2025: 1,940 of 140,960 people hosted, 292,150 of 59,030,133 residents: 6.64
    for 1,000, 278 % of the mean of 2.388. On 30 September 2019 1,290 of 99,112, 303,790 of
    59,816,673: 256 %.
    """
    text = said(run(what="hosted", **{"in": "IT"}, at="ITF2"))
    assert "Is hosting of people in reception spread more equally over residents" in text
    assert "1 940 people for 292 150 residents: 6.6 people for 1 000 residents" in text
    assert "256 % of the mean (30 September 2019), then 278 % (15 September 2025)" in text
    assert "Molise, Italy most (278 %)" in text
    assert "people who are there, not places" in text
    assert "people would be hosted elsewhere, at least" in text


def test_every_date_of_italy_is_measured_and_its_regions_add_up(now: Dataset) -> None:
    view = view_of(now, what="hosted", **{"in": "IT"})
    assert len(view.series) == 140
    assert set(view.series["territories"]) == {20}
    # 30 April 2022: all regions' figures are in doubt. They are counted, and the date is marked.
    doubted = view.series.set_index("moment")["doubted"]
    assert doubted["2022-04-30"] == 20
    assert doubted[doubted > 0].index[0] == "2022-04-30"
    rows = view.rows.loc[list(view.codes)]
    assert rows["capacity_share_now"].sum() == pytest.approx(1)
    assert (rows["relative_now"] * rows["need_share_now"]).sum() == pytest.approx(100)
    assert view.evened.rows["give"].sum() == view.evened.rows["take"].sum()


def test_need_that_is_estimated_makes_the_measure_an_interval(now: Dataset) -> None:
    view = view_of(now, level="2", **{"in": "NL"})
    last = view.at(view.choice.now)
    assert last["gini_least"] < last["gini"] < last["gini_most"]
    low, high, *_ = view.evened.ranges
    assert low <= view.evened.parity.added <= high
    text = said(run(level="2", **{"in": "NL"}))
    assert "**It cannot be told.**" in text
    assert "Nobody for certain." in text


def test_unknown_places_are_told_and_never_zero(now: Dataset) -> None:
    view = view_of(now)
    rows = file_rows(now, view.choice).set_index("territory_id")
    assert rows.loc["DE", ["capacity_now", "relative_now", "add", "gain"]].isna().all()
    assert rows.loc["DE", "need_now"] > 0
    assert view.left_out.need_unknown >= rows.loc["DE", "need_now"]
    assert "Not counted, and not zero: 28 countries without a published figure" in said(run())


def test_too_little_is_said_and_what_there_is_enough_of_is_listed(now: Dataset) -> None:
    app = run(what="place_each_child", level="3")
    assert "too little is published" in said(app)
    known = known_rows(now)
    italy = known[known["country"].eq("IT") & known["subject_id"].eq("hosted")]
    assert set(italy["dates"]) == {140}
    # People hosted are a row of their own kind beside places.
    assert set(known.groupby("subject_id")["kind_words"].nunique()) == {1}


def test_the_demonstration_is_full_and_says_so(served_both: Path) -> None:
    app = run(data="demonstration", measure="theil", **{"in": "AT.DE.IT"})
    text = said(app)
    assert "Demonstration: generated figures" in text
    assert "Between countries or within them?" in text
    dataset = current("demonstration")
    assert dataset is not None
    view = view_of(dataset, **{"in": "AT.DE.IT"})
    rows = series_rows(dataset, view.choice)
    assert (rows["between"] + rows["within"]).tolist() == pytest.approx(rows["theil"].tolist())
    assert set(rows["evidence"]) == {"synthetic"}
