"""Names that try to be something else, and a view whose texts from data are all such a name."""

from collections.abc import Callable
from datetime import datetime

import pandas as pd
import pytest

from analysis import BY_ID
from analysis.indicator import ROW_COLUMNS
from tests.hostile.counts import Count
from ui.choice import LATEST, Choice
from ui.store import Dataset
from ui.view import View, view_of

NAMES = {
    "tag": "<img src=x onerror=alert(1)>",
    "closing": "</div></div><script>alert(1)</script>",
    "image": "![x](http://evil.example/pixel.png)",
    "formula": "=1+1",
    "command": "@SUM(1)|cmd",
    "right to left": "\u202eevil\u202c \u200fname",
    "long": "x" * 5_000,
    "nul": "a\x00b",
    "quotes": "\"quoted\" 'name' \\ back",
    "braces": "{i}",
    "attribute": "{place.__class__}",
    "percent": "%s %(x)s $& $1",
    "lines": "one\r\ntwo\u2028three\n# four",
    "json": '"},"geometry":null,{"',
}
CHOICE = Choice(BY_ID["hosted"], group_id="all", km=20, period=LATEST, level=2, countries=())
DATASET = Dataset("Test", "/nowhere", datetime(2025, 1, 1))


@pytest.fixture(params=NAMES.values(), ids=NAMES.keys())
def name(request: pytest.FixtureRequest) -> str:
    """Each hostile name."""
    return request.param


@pytest.fixture
def view(name: str, monkeypatch: pytest.MonkeyPatch) -> View:
    """A view of three regions, all of whose texts from data are the hostile name."""
    regions = pd.DataFrame(
        {
            "territory_id": ["AT11", "AT12", "AT13"], "level": 2, "country": "AT", "name": name,
            "members": None, "local_name": name, "residents": 1000.0, "residents_period": "2024",
        }
    )  # fmt: skip
    figures = pd.DataFrame(
        [
            dict.fromkeys(ROW_COLUMNS)
            | {
                "territory_id": code, "value": value, "count": value, "count_lower": lower,
                "residents": 1000.0, "residents_period": "2024", "period": "2024-12-31",
                "group_id": "all", "obs_status": "A", "evidence": "published", "note": name,
                "source_id": "s", "source_file": name, "source_line": 1,
            }
            for code, value, lower in
            (("AT11", 2.0, None), ("AT12", 3.0, None), ("AT13", None, 1.0))
        ]
    )  # fmt: skip
    texts = ["title", "publisher", "licence", "attribution", "vintage", "caveats"]
    sources = pd.DataFrame(
        {"source_id": ["s"], "retrieved_on": pd.NaT, "url": f"javascript:{name}"}
        | {text: [name] for text in texts}
    )
    monkeypatch.setattr("ui.view.ask", lambda *_: regions)
    monkeypatch.setattr("ui.view.rows_of", lambda *_: figures.astype({"value": float}))
    for module in ("export", "cite", "panel"):
        monkeypatch.setattr(f"ui.{module}.ask", lambda *_: sources.copy())
    return view_of(DATASET, CHOICE)


@pytest.fixture
def count(record_property: Callable[[str, object], None]) -> Count:
    """Where a test tells how many hostile inputs it tried."""
    return Count(record_property)


@pytest.fixture(autouse=True)
def each_is_a_case(record_property: Callable[[str, object], None]) -> None:
    """Every test here is a case at least."""
    Count(record_property).case()
