"""The Vision page as a program runs it: published figures, generated ones, choices."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.index.strategy import COVERED, NO_ANSWER, PARTLY, UNKNOWN
from tests.pages.shown import said, shown
from ui.area.where import Where
from ui.palette import LIGHT
from ui.store import Dataset, current
from ui.vision import ranges, rows
from ui.vision.choice import KEYS, VisionChoice
from ui.vision.finding import finding
from ui.vision.seen import Vision, vision_of

COUNTRIES = VisionChoice(Where(0))


def run(**address: str) -> AppTest:
    return shown("vision", **address)


@pytest.fixture
def seen(served: Path) -> Vision:
    found = current("published")
    assert found is not None
    return vision_of(found, COUNTRIES)


def test_the_page_says_how_little_can_be_told(seen: Vision) -> None:
    text = said(run(at="IE"))
    assert "Who has a whole strategy, and who a patchwork?" in text
    assert "**Nobody is known to have a whole strategy**" in text
    assert "most areas are unknown, which is not the same as no answer" in text
    assert "can be told from the middle" in text
    assert "Ireland: what each answer rests on" in text
    assert "[EU money for one applicant](funds?against=applicants&level=0&at=IE)" in text
    assert "0-" not in text.split("**Place")[1].split("**")[0], "no place is before the first"


def test_each_word_follows_its_rule(seen: Vision) -> None:
    """The matrix told anew from the figures, for aspects of which more is better."""
    facts = seen.facts.rows.set_index(["territory_id", "aspect_id"])[["lower", "upper"]]
    aspects = {area: [a for a in COUNTRIES.aspects if a.area == area] for area in KEYS}
    checked = 0
    for area in ("reception", "funds", "sponsorship"):
        for territory_id, word in seen.matrix[area].items():
            ends = facts.loc[[(territory_id, each.aspect_id) for each in aspects[area]]]
            there = (ends["lower"] > 0).any()
            assert (word in (COVERED, PARTLY)) == there
            if word == COVERED:
                assert ends.notna().all().all()
            if word == NO_ANSWER:
                assert (ends["upper"] == 0).all()
            if ends.isna().all().all():
                assert word == UNKNOWN
            checked += 1
    assert checked == 3 * len(seen.rows)


def test_ranks_are_of_territories_something_is_known_of(seen: Vision) -> None:
    known = seen.facts.table.known.any(axis=1)
    assert (seen.rows["median"].notna() == known).all()
    assert set(seen.rows["of"]) == {int(known.sum())}
    assert (seen.rows.loc[~known, "map_class"] == -1).all()
    ranked = seen.ranked
    assert (ranked["lower"] <= ranked["median"]).all()
    assert (ranked["median"] <= ranked["upper"]).all()
    assert ranked["lower"].min() >= 1 and ranked["upper"].max() <= len(ranked)


def test_an_area_nobody_knows_changes_no_rank(seen: Vision) -> None:
    silent = [area for area in KEYS if (seen.matrix[area] == UNKNOWN).all()]
    assert silent, "at least one area is unknown everywhere"
    weights = tuple(0 if area in silent else 1 for area in KEYS)
    other = vision_of(seen.dataset, VisionChoice(Where(0), weights))
    pd.testing.assert_series_equal(other.rows["median"], seen.rows["median"])


def test_the_files_say_what_the_page_says(seen: Vision) -> None:
    ranks = rows.of_territories(seen.dataset, COUNTRIES).set_index("territory_id")
    matrix = rows.of_matrix(seen.dataset, COUNTRIES)
    assert len(matrix) == len(ranks) * len(KEYS)
    assert (ranks["rank_median"].isna() == seen.rows["median"].isna()).all()
    counted = matrix[matrix["answer"] == COVERED].groupby("territory_id").size()
    assert ranks["areas_covered"].eq(counted.reindex(ranks.index, fill_value=0)).all()
    funded = matrix[(matrix["area_id"] == "funds") & (matrix["aspects_known"] > 0)]
    assert funded["licences"].str.len().gt(0).all()


def test_a_place_in_a_few_draws_is_no_place(seen: Vision) -> None:
    """Ireland is ranked in 20 of 8,192 draws, Belgium in none though four figures are known."""
    choice = VisionChoice(Where(0), filling="withhold")
    vision = vision_of(seen.dataset, choice)
    assert vision.rows.loc["IE", "ranked"] == pytest.approx(20 / 8192)
    assert vision.ranked.empty and not vision.rows["from_the_middle"].any()
    assert "**Nobody can be ranked**" in finding(vision)
    found = rows.of_territories(seen.dataset, choice).set_index("territory_id")
    assert found.loc[["IE", "BE"], "rank_label"].eq("withheld: too little known").all()
    assert found["third"].eq("unknown").all() and found["rank_median"].isna().all()
    text = said(run(filling="withhold", at="BE"))
    assert "**No rank, withheld: too little is known**; known here: 4 of 22 aspects" in text
    assert "Which assumption moves ranks is unknown" in text
    assert "No assumption moves a rank" not in text


def test_the_reason_for_no_place_is_its_cause(seen: Vision) -> None:
    """With what is unknown left out nothing is withheld: Liechtenstein has one aspect alone."""
    text = said(run(weigh_funds="3", weighing="fixed", filling="reweigh", at="LI"))
    assert "of draws it has no place: they leave out the only aspect known here." in text


def test_a_share_of_aspects_known_is_of_all_that_count(seen: Vision) -> None:
    choice = VisionChoice(Where(2, ("IT",)))
    found = rows.of_territories(seen.dataset, choice).set_index("territory_id")["coverage_share"]
    matrix = rows.of_matrix(seen.dataset, choice).groupby("territory_id")
    known = matrix["aspects_known"].sum() / len(choice.aspects)
    assert found.sort_index().to_numpy() == pytest.approx(100 * known.sort_index().to_numpy())
    assert found.max() < 50


def test_ranges_are_drawn_on_the_scale_their_places_are_of(seen: Vision) -> None:
    few = seen.ranked.head(8)
    spec = ranges._spec(few, None, LIGHT)
    middle, line, _ = spec["layer"]
    assert line["encoding"]["x"]["scale"]["domain"] == [1, 37]
    assert middle["encoding"]["x"]["datum"] == 19
    unknown = pd.Series({"first": float("nan"), "total": float("nan")})
    assert ranges._driver("weights", unknown, False)["said"] == "unknown"
    assert ranges._driver("weights", unknown, True)["said"].startswith("0 to 0")


def test_one_country_alone_is_not_compared(seen: Vision) -> None:
    alone = vision_of(seen.dataset, VisionChoice(Where(0, ("IE",))))
    assert "too few to compare" in finding(alone)


def test_the_demonstration_is_full_and_says_so(served_both: Path) -> None:
    app = run(data="demonstration", table="1", checks="1")
    text = said(app)
    assert "Demonstration: generated figures" in text
    table = app.dataframe[0].value
    assert table["range"].str.contains("of").all()
    words = {COVERED, PARTLY, NO_ANSWER, UNKNOWN}
    assert set(table["funds"]) <= words and set(table["reception"]) <= words


def test_a_choice_of_nothing_shows_everything(served: Path) -> None:
    app = run(**{f"weigh_{area}": "0" for area in KEYS})
    assert "Nothing would count" in said(app)


def test_a_dataset_of_nothing_is_no_error(seen: Vision) -> None:
    dataset: Dataset = seen.dataset
    nothing = VisionChoice(Where(0), only=("covered_women_at_risk",))
    empty = vision_of(dataset, nothing)
    assert empty.ranking is None
    assert "Nothing is known to rank them by" in finding(empty)
    assert rows.of_territories(dataset, nothing)["rank_median"].isna().all()
    assert set(rows.of_matrix(dataset, nothing)["answer"]) == {UNKNOWN}
