"""Whether anybody sponsors, and reception beside it: absent is never read into silence."""

import pandas as pd
import pytest

from analysis.sponsors import ABSENT, PRESENT, UNKNOWN, situation, sponsors
from tests.analysis.test_sponsorship import came, rows
from tests.analysis.test_sponsorship_places import TERRITORIES


def test_sponsors_are_absent_only_where_a_source_says_none() -> None:
    given = rows(
        came("2024", 0, territory_id="X11"),
        came("2024", 0, territory_id="X12", sponsor_groups=2),
        came("2024", 0, territory_id="X21"),
    )
    state = sponsors(given, TERRITORIES)
    assert state.to_dict() == {
        "X": PRESENT, "X1": PRESENT, "X2": ABSENT, "X11": ABSENT, "X12": PRESENT, "X21": ABSENT,
    }  # fmt: skip


def test_what_is_known_of_a_country_says_nothing_of_its_regions() -> None:
    state = sponsors(rows(came("2024", 9, territory_id="X")), TERRITORIES)
    assert state["X"] == PRESENT
    assert set(state.drop("X")) == {UNKNOWN}


@pytest.mark.parametrize("state", [PRESENT, ABSENT, UNKNOWN])
def test_an_unknown_shortage_stays_unknown_whoever_sponsors(state: str) -> None:
    assert situation(pd.Series(["unknown"]), pd.Series([state])).tolist() == ["unknown"]
    assert situation(pd.Series(["cannot tell"]), pd.Series([state])).tolist() == ["cannot tell"]
