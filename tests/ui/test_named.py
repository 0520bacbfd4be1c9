"""What readers choose territories from is one list for all of them."""

from datetime import datetime

import pandas as pd
import pytest

from ui import named
from ui.store import Dataset

REGIONS = pd.DataFrame(
    {
        "territory_id": ["AT", "AT33"],
        "level": [0, 2],
        "country": ["AT", "AT"],
        "name": ["Austria", "Tirol"],
    }
)


def test_readers_hold_on_to_one_list_however_often_a_page_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(named, "ask", lambda _dataset, _question: REGIONS)
    named.places_of.cache_clear()  # type: ignore[attr-defined]
    dataset = Dataset("Published", "/a.duckdb", datetime(2026, 1, 1))
    first, second = named.places_of(dataset), named.places_of(dataset)
    assert list(first) == ["AT", "AT33"]
    assert all(one is other for one, other in zip(first.values(), second.values(), strict=True))
    named.places_of.cache_clear()  # type: ignore[attr-defined]
