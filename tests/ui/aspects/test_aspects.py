"""Aspects: each is a page's own figure, and what is unknown says why."""

import pandas as pd
import pytest

from ui.aspects import AREAS, ASPECTS, BY_ID, LARGER, address_of, aspect_of, aspects_of
from ui.aspects.read import NOT_OFFERED
from ui.out.views import VIEWS
from ui.store import DEMONSTRATION, PUBLISHED, Dataset, current

CHEAP = ("covered_applicants", "hospital_far", "actor_types", "newcomer_seats")


@pytest.fixture
def figures(served_both: object) -> Dataset:
    found = current(PUBLISHED)
    assert found is not None
    return found


@pytest.fixture
def generated(served_both: object) -> Dataset:
    found = current(DEMONSTRATION)
    assert found is not None
    return found


def at(rows: pd.DataFrame, territory_id: str, aspect_id: str) -> pd.Series:
    (index,) = rows.index[rows["territory_id"].eq(territory_id) & rows["aspect_id"].eq(aspect_id)]
    return rows.loc[index]


def test_every_area_of_the_action_plan_has_an_aspect() -> None:
    assert {aspect.area for aspect in ASPECTS} == set(AREAS)
    assert len(BY_ID) == len(ASPECTS)


def test_a_territory_has_one_row_an_aspect_and_a_reason_where_it_is_unknown(
    figures: Dataset,
) -> None:
    rows = aspects_of(figures, 2, CHEAP)
    assert not rows.duplicated(["territory_id", "aspect_id"]).any()
    unknown = rows["lower"].isna() & rows["upper"].isna()
    assert rows.loc[unknown, "value"].isna().all()
    assert rows.loc[unknown, "why"].ne("").all()
    assert rows.loc[rows["value"].notna(), ["source_ids", "evidence"]].ne("").all(axis=None)
    ends = rows[rows["value"].notna()]
    assert (ends["lower"] <= ends["value"]).all()
    assert (ends["value"] <= ends["upper"]).all()


def test_one_region_s_figure_is_the_page_s_own(figures: Dataset) -> None:
    """Gelderland: the page Gaps and the aspect say the same per cent."""
    aspect = BY_ID["covered_applicants"]
    page = VIEWS["gaps"].take(figures, {**aspect.filters, "level": "2"}).frame()
    theirs = page.set_index("territory_id")["coverage_percent"].dropna()
    assert len(theirs) > 5
    ours = aspect_of(figures, aspect.aspect_id, 2).set_index("territory_id")["value"]
    pd.testing.assert_series_equal(
        ours.reindex(theirs.index), theirs, check_names=False, check_dtype=False
    )


def test_a_figure_of_a_country_is_no_figure_of_its_regions(figures: Dataset) -> None:
    rows = aspect_of(figures, "covered_applicants", 2)
    swedish = rows[rows["territory_id"].str.startswith("SE") & rows["level"].eq(2)]
    assert len(swedish) == 8
    assert swedish["lower"].isna().all()
    assert set(swedish["why"]) == {"known only for a larger territory"}
    assert at(rows, "SE", "covered_applicants")["lower"] > 0


def test_a_region_s_own_figure_stands_although_the_page_draws_its_country(
    figures: Dataset,
) -> None:
    """Gelderland: 6,200 places in September 2021; the country's figure stays for silent ones."""
    rows = aspect_of(figures, "covered_applicants", 2)
    gelderland = at(rows, "NL22", "covered_applicants")
    assert gelderland["value"] > 100 and gelderland["period"] == "2021-09"
    assert gelderland["newer_need_period"] > "2022"
    assert at(rows, "NL", "covered_applicants")["lower"] > 0
    assert at(rows, "NL11", "covered_applicants")["why"] == LARGER
    assert at(rows, "LU00", "covered_applicants")["lower"] > 0
    assert "LU" not in set(rows["territory_id"]), "nothing in it is unknown"
    children = aspect_of(figures, "covered_unaccompanied_children", 2)
    assert at(children, "ITG1", "covered_unaccompanied_children")["value"] == 44
    assert at(children, "ITF6", "covered_unaccompanied_children")["why"] == LARGER


def test_what_is_unknown_has_a_missing_status_and_no_evidence(figures: Dataset) -> None:
    rows = aspects_of(figures, 2, (*CHEAP, "covered_housing", "places_to_move"))
    unknown = rows[rows[["value", "lower", "upper"]].isna().all(axis=1)]
    assert len(unknown) > 1_000 and set(unknown["obs_status"]) <= {"L", "M", "N", "Q", "U"}
    assert unknown[["evidence", "period"]].eq("").all(axis=None)
    known = rows.drop(unknown.index)
    assert not known["obs_status"].eq("L").any()


def test_types_nobody_lists_make_an_interval(figures: Dataset) -> None:
    toscana = at(aspect_of(figures, "actor_types", 2), "ITI1", "actor_types")
    assert pd.isna(toscana["value"])
    assert (toscana["lower"], toscana["upper"]) == (1, 7)


def test_every_aspect_is_known_somewhere_in_the_demonstration(generated: Dataset) -> None:
    rows = aspects_of(generated, 2)
    known = rows[rows["lower"].notna()].groupby("aspect_id").size()
    assert set(known.index) == set(BY_ID)
    assert NOT_OFFERED not in set(rows["why"])
    assert set(rows.loc[rows["value"].notna(), "evidence"]) == {"synthetic"}


def test_the_way_back_to_the_page_keeps_its_filters() -> None:
    assert address_of(BY_ID["newcomer_seats"], "AT13", 2) == (
        "/partnership?view=seats&level=2&at=AT13"
    )


def test_a_share_from_nobody_to_everybody_is_unknown(figures: Dataset) -> None:
    """Austria's known services do not list their languages: 0 to 100 % says nothing."""
    rows = aspect_of(figures, "language_left_out", 0).set_index("territory_id")
    assert rows.loc["AT", ["value", "lower", "upper"]].isna().all()
    assert rows.loc["AT", "why"] == "the languages of services are not listed"
    assert rows.loc["FR", ["lower", "upper"]].round().tolist() == [47, 58]
