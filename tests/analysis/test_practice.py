"""Criteria of good practice: what is not stated is neither met nor missed."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.practice import CRITERIA, MET, NOT_MET, NOT_STATED, assess, in_order

NOTHING: dict[str, object] = dict.fromkeys(
    ["languages", "languages_count", "accessibility", "offline", "updated", "period", "on_site",
     "use_value", "use_lower", "effect"]
)  # fmt: skip
OWN = {"AT": frozenset({"de"})}


def assessed(**said: object) -> pd.Series:
    row = NOTHING | {"country": "AT"} | said
    return assess(pd.DataFrame([row], index=["s"]).astype(object), OWN).loc["s"]


def test_of_a_service_that_states_nothing_nothing_is_known() -> None:
    found = assessed()
    assert (found["met"], found["not_stated"]) == (0, len(CRITERIA))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"languages": "de en"}, MET),
        ({"languages": "de"}, NOT_STATED),
        ({"languages": "de", "languages_count": 1}, NOT_MET),
        ({"languages": "de", "languages_count": 4}, MET),
        ({"languages_count": 12.0}, MET),
        ({"languages_count": 1}, NOT_STATED),
        ({"languages": "de en", "country": "XX"}, NOT_STATED),
    ],
)
def test_languages(said: dict[str, object], expected: str) -> None:
    assert assessed(**said)["languages"] == expected


@pytest.mark.parametrize(
    ("updated", "seen", "expected"),
    [
        ("2024-01", "2025-01", MET),
        ("2023-12", "2025-01", NOT_MET),
        ("2024", "2025-06-30", MET),
        ("2023", "2025-01", NOT_MET),
        ("2024-Q1", "2025-03", MET),
        ("2024-01", None, NOT_STATED),
        (None, "2025", NOT_STATED),
    ],
)
def test_up_to_date_is_held_against_the_day_it_was_described(
    updated: str | None, seen: str | None, expected: str
) -> None:
    assert assessed(updated=updated, period=seen)["updated"] == expected


def test_stated_answers_count_on_their_side() -> None:
    found = assessed(
        accessibility="partial", offline=False, on_site=True, use_lower=100.0, effect="a trial"
    )
    assert found[["accessibility", "on_site", "use", "effect"]].eq(MET).all()
    assert found["offline"] == NOT_MET
    assert (found["met"], found["not_stated"]) == (4, 2)


answers = st.sampled_from([None, True, False])


@given(st.lists(st.tuples(answers, answers, st.sampled_from([None, 5.0])), min_size=1, max_size=6))
def test_answers_add_up_and_saying_more_never_lowers_what_is_met(rows: list[tuple]) -> None:
    table = pd.DataFrame(
        [NOTHING | {"country": "AT", "offline": o, "on_site": s, "use_value": u}
         for o, s, u in rows], index=[f"s{i}" for i in range(len(rows))],
    ).astype(object)  # fmt: skip
    found = assess(table, OWN)
    missed = (found[[each.criterion_id for each in CRITERIA]] == NOT_MET).sum(axis=1)
    assert (found["met"] + found["not_stated"] + missed == len(CRITERIA)).all()
    more = assess(table.assign(effect="measured"), OWN)
    assert (more["met"] == found["met"] + 1).all()
    order = in_order(found, pd.Series(table.index, index=table.index))
    assert found.loc[order, "met"].is_monotonic_decreasing
