"""Sums over territories and schemes, in an invented country X.

X has the regions X1 and X2; X1 has X11 and X12, X2 has X21.
"""

from typing import Any

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from analysis import sponsorship
from analysis.sponsorship_places import bounded, summed_up, together
from tests.analysis.test_sponsorship import came, rows

COLUMN = "arrivals_persons"
CODES = ("X", "X1", "X2", "X11", "X12", "X21")
TERRITORIES = pd.DataFrame(
    {
        "territory_id": CODES,
        "parent_id": [None, "X", "X", "X1", "X1", "X2"],
        "country": "X",
        "level": [len(code) - 1 for code in CODES],
        "members": None,
        "residents": 1000.0,
    }
)


def arrived(**persons: float) -> pd.DataFrame:
    """Arrivals of one scheme by territory."""
    given = [came("2024", value, territory_id=code) for code, value in persons.items()]
    return sponsorship.arrivals(rows(*given))


def of(found: pd.DataFrame, code: str) -> dict[str, Any]:
    (row,) = found[found["territory_id"] == code].to_dict("records")
    return {str(name): value for name, value in row.items()}


def test_known_parts_sum_to_their_whole() -> None:
    found = summed_up(arrived(X11=3, X12=4, X21=5), TERRITORIES, COLUMN)
    assert (of(found, "X1")[COLUMN], of(found, "X")[COLUMN]) == (7, 12)
    assert of(found, "X")["evidence"] == "estimated"
    assert of(found, "X11")["evidence"] == "published"


def test_a_part_nobody_counts_makes_the_whole_unknown_with_a_lower_end() -> None:
    found = summed_up(arrived(X11=3, X21=5), TERRITORIES, COLUMN)
    assert np.isnan(of(found, "X1")[COLUMN]) and of(found, "X1")["lower"] == 3
    assert np.isnan(of(found, "X")[COLUMN]) and of(found, "X")["lower"] == 8
    assert of(found, "X2")[COLUMN] == 5


def test_a_territory_counted_by_its_source_keeps_that_figure() -> None:
    found = summed_up(arrived(X=100, X11=3, X12=4, X21=5), TERRITORIES, COLUMN)
    assert of(found, "X")[COLUMN] == 100


def test_persons_without_a_region_may_be_in_any_region() -> None:
    """20 in the country, 12 in X1: X1 has 12 to 20, X2, which is not listed, 0 to 8."""
    found = bounded(summed_up(arrived(X=20, X1=12), TERRITORIES, COLUMN), TERRITORIES, COLUMN)
    assert (of(found, "X1")["lower"], of(found, "X1")["upper"]) == (12, 20)
    assert np.isnan(of(found, "X2")[COLUMN])
    assert (of(found, "X2")["lower"], of(found, "X2")["upper"]) == (0, 8)


def test_another_source_s_total_bounds_nothing() -> None:
    both = [came("2024", 20, territory_id="X", source_id="b"), came("2024", 12)]
    found = summed_up(sponsorship.arrivals(rows(*both)), TERRITORIES, COLUMN)
    found = bounded(found, TERRITORIES, COLUMN)
    assert found["upper"].isna().all()
    assert "X2" not in set(found["territory_id"])


def test_schemes_are_added_and_one_with_an_unknown_part_leaves_no_sum() -> None:
    two = pd.concat([arrived(X1=3), arrived(X1=4).assign(scheme_id="t")], ignore_index=True)
    row = of(together(summed_up(two, TERRITORIES, COLUMN), COLUMN), "X1")
    assert (row[COLUMN], row["schemes"]) == (7, "s t")
    part = pd.concat([arrived(X1=3), arrived(X11=4).assign(scheme_id="t")], ignore_index=True)
    row = of(together(summed_up(part, TERRITORIES, COLUMN), COLUMN), "X1")
    assert np.isnan(row[COLUMN]) and row["lower"] == 7


@given(st.lists(st.one_of(st.none(), st.integers(0, 50)), min_size=3, max_size=3))
def test_a_sum_is_known_exactly_where_every_part_is(parts: list[int | None]) -> None:
    known = {c: v for c, v in zip(("X11", "X12", "X21"), parts, strict=True) if v is not None}
    if not known:
        return
    whole = of(together(summed_up(arrived(**known), TERRITORIES, COLUMN), COLUMN), "X")
    if len(known) == 3:
        assert whole[COLUMN] == sum(known.values())
    else:
        assert np.isnan(whole[COLUMN]) and whole["lower"] == sum(known.values())
