"""The Equality page as a program runs it: real figures, generated ones, too few."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shown import said, shown
from ui.asked import asked
from ui.equality.choice import choose
from ui.equality.figures import Equality, equality_of
from ui.equality.finding import finding
from ui.equality.parity import in_all, in_detail, of_one
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
    assert "the mean of the 20 NUTS 2 regions known at both dates: 256 % of it" in text
    assert "(30 September 2019), then 278 % (15 September 2025)" in text
    assert "It has 278 % of its country's mean." in text
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


def test_two_means_of_one_territory_are_named_apart(now: Dataset) -> None:
    """Bulgaria: 3,225 for 5,981. Of all nine known now, 198,575 for 429,442: 117 % of their mean;
    of the six known at both dates, the mean is 1.14 and Bulgaria has 47 % of it.
    """
    text = said(run(at="BG"))
    assert "of the six countries known at both dates: 51 % of it (2021), then 47 % (2024)" in text
    assert "It has 117 % of the mean of the nine countries known now." in text
    view = view_of(now)
    rows = view.rows.loc[view.evened.rows.index]
    mean = rows["capacity_now"].sum() / rows["need_now"].sum()
    assert rows["of_all"].tolist() == pytest.approx(
        (rows["capacity_now"] / rows["need_now"] / mean * 100).tolist()
    )
    # What parity says of each agrees with where it stands: below 80 % or not.
    assert rows["standing"].lt(80).tolist() == rows["add"].gt(0).tolist()


def test_the_worst_supplied_is_of_all_known_now(now: Dataset) -> None:
    """Spain (34,062 for 263,965) is unknown in 2021; it has less than Poland (1,525 for 10,992)."""
    view = view_of(now)
    assert "ES" not in view.codes
    assert "Spain has least for its need (28\u202f% of their mean)" in finding(view, view.choice)


def test_parity_of_open_figures_is_a_range_and_never_exact(now: Dataset) -> None:
    """Zeeland has 48 to 55 % of its country's mean: whether anyone lacks cannot be told."""
    view = view_of(now, level="2", parity="50", **{"in": "NL"})
    low, high, *_ = view.evened.ranges
    assert (view.evened.parity.added, low) == (0, 0) and high > 0
    for text in (in_all(view), in_detail(view)):
        assert "cannot be told: 0 to 24 places" in text
    view = view_of(now, level="2", **{"in": "NL"})
    for text in (in_all(view), in_detail(view), of_one(view, view.rows.loc["NL34"])):
        assert "best guess" in text
        assert "fewer do not do" not in text and "exactly" not in text
    rows = view.evened.rows
    assert (rows["add_least"] <= rows["add"]).all() and (rows["add"] <= rows["add_most"]).all()


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
    assert "Not counted, and not zero: 30 countries without a published figure" in said(run())


def test_who_publishes_nothing_is_counted_as_unknown_within_what_is_asked(now: Dataset) -> None:
    """Of 40 countries nine are counted and one needs nothing; SAI is Italy's, with 20 regions."""
    told = view_of(now).left_out
    assert (told.counted, told.idle, told.unknown) == (9, 1, 30)
    assert view_of(now, what="hosted_sai").left_out.unknown == 0


def test_dates_of_the_places_stand_beside_the_date_of_the_need(now: Dataset) -> None:
    text = said(run(at="HR"))
    assert "Places of 2023, need of 2024." in text
    assert "places of 31 December 2023 to February 2025" in text


def test_one_count_at_both_dates_tells_nothing_of_a_change(now: Dataset) -> None:
    """All five Dutch regions were counted once, in September 2021."""
    view = view_of(now, level="2", **{"in": "NL"})
    assert view.counted_once == view.codes
    text = finding(view, view.choice)
    assert "every territory has the same count of places: only need differs" in text
    assert "it did not change" in text
    assert view_of(now).counted_once == ()


def test_one_date_is_chosen_or_is_all_there_is(now: Dataset) -> None:
    view = view_of(now, **{"from": "2021", "to": "2021"})
    assert finding(view, view.choice).startswith("**One date was chosen, 2021, so there is no")


def test_figures_hard_to_believe_are_told_in_the_answer(now: Dataset) -> None:
    """France has places of status U for 2021."""
    view = view_of(now)
    assert "Hard to believe, but counted: figures of France (2021)." in finding(view, view.choice)


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
    apart = said(run(data="demonstration", at="BG31"))
    assert "at least 250 places are published (31 December 2025); not counted" in apart
    dataset = current("demonstration")
    assert dataset is not None
    view = view_of(dataset, **{"in": "AT.DE.IT"})
    rows = series_rows(dataset, view.choice)
    assert (rows["between"] + rows["within"]).tolist() == pytest.approx(rows["theil"].tolist())
    assert set(rows["evidence"]) == {"synthetic"}
