"""Who does what where: an incomplete list never shows that there is nobody."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.partnership import (
    ACTORS,
    EVERY_SERVICE,
    KNOWN,
    LEVELS,
    NO_LIST,
    NONE,
    NONE_FOUND,
    NOT_STATED,
    UNION,
    acting_above,
    around,
    by_level,
    missing_levels,
    states,
    three_w,
    types_known,
)

WORK = ["territory_id", "organisation_id", "actor", "level", "own", "service"]
LISTS = ["territory_id", "actor", "service", "complete"]


def work(*rows: tuple[object, ...]) -> pd.DataFrame:
    """Rows of work; an organisation is seated where its work is its own."""
    frame = pd.DataFrame(list(rows), columns=WORK)
    return frame.assign(seat=frame["territory_id"].where(frame["own"].astype(bool), "ITI14"))


def missing_actors(
    territory_id: str, rows: pd.DataFrame, held: pd.DataFrame, service: str
) -> pd.Series:
    return states([territory_id], rows, held, service).loc[territory_id]


def lists(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=LISTS)


# Two organisations in a province, one of them an NGO on language; a ministry of the country.
HERE = work(
    ("ITI14", "town", "public", "local", True, "reception"),
    ("ITI14", "club", "ngo", "local", True, "language"),
    ("IT", "town", "public", "local", False, "reception"),
    ("IT", "club", "ngo", "local", False, "language"),
    ("IT", "ministry", "public", "national", True, "reception"),
)


def test_each_state_is_what_its_list_can_say() -> None:
    """Faith: complete and empty. Employers: a list that is not complete. The rest: none."""
    found = missing_actors(
        "ITI14",
        HERE,
        lists(("ITI14", "faith", "all", True), ("IT", "employer", "all", False)),
        EVERY_SERVICE,
    )
    assert found.to_dict() == {
        "public": KNOWN, "ngo": KNOWN, "refugee_led": NO_LIST, "employer": NONE_FOUND,
        "faith": NONE, "academic": NO_LIST, "volunteer": NO_LIST,
    }  # fmt: skip


def test_a_complete_list_of_one_service_says_nothing_of_all() -> None:
    of_one = lists(("IT", "faith", "language", True))
    assert missing_actors("ITI14", HERE, of_one, "language")["faith"] == NONE
    assert missing_actors("ITI14", HERE, of_one, EVERY_SERVICE)["faith"] == NONE_FOUND
    assert missing_actors("ITI14", HERE, of_one, "housing")["faith"] == NO_LIST


def test_a_list_next_door_says_nothing_here() -> None:
    next_door = lists(("ITI15", "faith", "all", True))
    assert missing_actors("ITI14", HERE, next_door, "all")["faith"] == NO_LIST


def test_a_ministry_acts_in_its_provinces_and_a_town_does_not_act_next_door() -> None:
    levels = missing_levels("ITI15", HERE, lists(), EVERY_SERVICE)
    assert levels.to_dict() == {
        "local": NO_LIST, "regional": NO_LIST, "national": KNOWN, "eu": NO_LIST,
    }  # fmt: skip
    office = HERE.assign(seat="ITI14")
    assert acting_above("ITI15", office).empty
    strayed = work(("IT", "town", "public", "local", True, "reception"))
    assert acting_above("ITI14", strayed).empty


def test_outside_the_eu_no_level_of_the_eu_is_missing() -> None:
    assert "eu" not in missing_levels("NO02", HERE, lists(), EVERY_SERVICE)
    network = work((UNION, "network", "ngo", "eu", True, None))
    assert missing_levels("ITI14", network, lists(), EVERY_SERVICE)["eu"] == KNOWN


def test_types_are_counted_once_and_may_be_more() -> None:
    found = types_known(HERE, lists(("IT", "faith", "all", True)), EVERY_SERVICE)
    assert found.loc["ITI14", ["value", "organisations", "upper"]].tolist() == [2, 2, 6]
    assert found.loc["IT", "organisations"] == 3
    assert "ITI15" not in found.index


def test_nobody_is_a_zero_only_where_complete_lists_say_so() -> None:
    every = lists(*[("ITI15", actor, "all", True) for actor in ACTORS])
    assert types_known(HERE, every, "all").loc["ITI15"].tolist() == [0, 0, 0]
    assert "ITI15" not in types_known(HERE, every.iloc[1:], "all").index
    partial = every.assign(complete=False)
    assert "ITI15" not in types_known(HERE, partial, "all").index


def test_the_matrix_has_unknown_cells_and_a_zero_only_where_it_is_known() -> None:
    here = HERE[HERE["territory_id"] == "ITI14"]
    matrix = three_w(here, lists(("ITI14", "faith", "language", True)), ["reception", "language"])
    assert matrix.loc["reception", "public"] == 1 and matrix.loc["language", "ngo"] == 1
    assert matrix.loc["language", "faith"] == 0
    assert math.isnan(matrix.loc["reception", "faith"])
    assert matrix.notna().to_numpy().sum() == 3


def test_levels_are_counted_by_service_and_never_zero() -> None:
    matrix = by_level(HERE[HERE["territory_id"] == "IT"], ["reception", "language"])
    assert matrix.loc["reception", ["local", "national"]].tolist() == [1, 1]
    assert matrix.notna().to_numpy().sum() == 3


def test_work_on_an_unstated_service_has_its_own_row() -> None:
    silent = work(("UKL", "body", "public", "regional", True, None))
    matrix = three_w(silent, lists(), ["reception"])
    assert matrix.loc[NOT_STATED, "public"] == 1
    assert matrix.loc["reception"].isna().all()


def test_a_joint_territory_lies_in_its_country() -> None:
    assert around("ITH1+ITH2") == ["ITH1+ITH2", "ITH", "IT", UNION]


TERRITORIES = ("IT", "ITI", "ITI1", "ITI14", "ITI15", "NO")
SERVICES = ("reception", "language", None)
works = st.lists(
    st.tuples(
        st.sampled_from(TERRITORIES), st.sampled_from("abcde"), st.sampled_from(ACTORS),
        st.sampled_from(LEVELS), st.booleans(), st.sampled_from(SERVICES),
    ),
    max_size=12,
)  # fmt: skip
listed = st.lists(
    st.tuples(
        st.sampled_from(TERRITORIES), st.sampled_from(ACTORS),
        st.sampled_from(("all", "reception", "language")), st.booleans(),
    ),
    max_size=12,
)  # fmt: skip


@given(works, listed, st.sampled_from(TERRITORIES), st.sampled_from(("all", "reception")))
def test_nobody_is_concluded_absent_without_a_complete_list(rows, lines, territory, service):
    held = lists(*[line for line in lines if not line[3]])
    assert NONE not in set(missing_actors(territory, work(*rows), held, service))
    assert NONE not in set(missing_levels(territory, work(*rows), held, service))
    found = types_known(work(*rows), held, service)
    assert (found["value"] > 0).all() and (found["upper"] == len(ACTORS)).all()
    assert not (three_w(work(*rows), held, ["reception", "language"]) == 0).to_numpy().any()


@given(works, listed, st.sampled_from(("all", "reception")))
def test_the_types_known_are_those_whose_state_is_known(rows, lines, service):
    found = types_known(work(*rows), lists(*lines), service)
    for territory in found.index:
        each = missing_actors(territory, work(*rows), lists(*lines), service)
        assert found.loc[territory, "value"] == (each == KNOWN).sum()
        assert found.loc[territory, "upper"] == (each != NONE).sum()


@given(works, listed, works)
def test_more_work_known_never_makes_less_known(rows, lines, more):
    before = types_known(work(*rows), lists(*lines), "all")["value"]
    after = types_known(work(*rows, *more), lists(*lines), "all")["value"]
    assert (after.reindex(before.index) >= before).all()


@pytest.mark.parametrize("empty", [work()])
def test_of_nothing_nothing_is_known(empty: pd.DataFrame) -> None:
    assert types_known(empty, lists(), "all").empty
    assert set(missing_actors("IT", empty, lists(), "all")) == {NO_LIST}
