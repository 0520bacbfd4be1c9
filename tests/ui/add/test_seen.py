"""Added rows are seen on the page that draws them, at their place."""

import pandas as pd
import pytest

from ui.add.kinds import BY_KEY, KINDS
from ui.add.seen import Seen, seen


@pytest.mark.parametrize(
    ("key", "row", "goal"),
    [
        (
            "places",
            {"measure_id": "reception_places", "group_id": "all", "territory_id": "ITC4C"},
            Seen("figures", {"short": "places", "whom": "all", "level": "3", "at": "ITC4C"}),
        ),
        (
            "figure",
            {"measure_id": "gdp_eur", "group_id": "residents", "territory_id": "DE"},
            Seen("sources", {"level": "0", "at": "DE"}),
        ),
        (
            "service",
            {"service": "language", "country": "IT"},
            Seen("digital", {"view": "on_site", "term": "language", "level": "0", "at": "IT"}),
        ),
        ("centre", {"service": "reception", "country": "IT"},
         Seen("reach", {"for": "reception", "in": "IT"})),
        ("funding", {"territory_id": "AT13+AT12"},
         Seen("funds", {"level": "2", "at": "AT13"})),
        ("partnership", {"territory_id": "EU27_2020"}, Seen("partnership", {"view": "network"})),
    ],
)  # fmt: skip
def test_the_first_row_leads_the_way(key, row, goal):
    assert seen(BY_KEY[key], pd.DataFrame([row, {}])) == goal


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_without_rows_there_still_is_a_page(kind):
    assert seen(kind, pd.DataFrame()).query.keys() <= {"view"}
