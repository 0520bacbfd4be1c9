"""An area's map: every territory is drawn, and unknown stays unknown."""

from datetime import datetime

import pandas as pd
import pytest
from pandas.errors import MergeError

from ui.area.spread import About, Spread, spread
from ui.area.where import Where
from ui.store import Dataset

DATASET = Dataset("Test", "/nowhere", datetime(2025, 1, 1))
ABOUT = About("How many?", "places", breaks=(1.0, 10.0))
# Austria with two regions, Belgium with one.
REGIONS = pd.DataFrame(
    {
        "territory_id": ["AT", "BE", "AT11", "AT12", "BE10"],
        "level": [0, 0, 2, 2, 2],
        "country": ["AT", "BE", "AT", "AT", "BE"],
        "name": ["Austria", "Belgium", "Burgenland", "Niederösterreich", "Brussels"],
        "local_name": [None] * 5,
        "members": [None] * 5,
        "residents": [3000.0, 1000.0, 1000.0, 2000.0, 1000.0],
    }
)


@pytest.fixture(autouse=True)
def regions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.area.spread.ask", lambda *_: REGIONS.copy())


def drawn(where: Where, *figures: dict[str, object]) -> Spread:
    frame = pd.DataFrame(list(figures), columns=["territory_id", "value", "lower", "upper"])
    return spread(DATASET, where, frame, ABOUT)


def test_every_territory_is_drawn_and_the_silent_are_unknown():
    rows = drawn(Where(2), {"territory_id": "AT12", "value": 0.0}).rows
    assert rows["label"].to_dict() == {"AT11": "unknown", "AT12": "0", "BE10": "unknown"}
    assert rows["map_class"].to_dict() == {"AT11": -1, "AT12": 0, "BE10": -1}


def test_a_national_figure_is_never_painted_over_regions():
    rows = drawn(
        Where(2), {"territory_id": "AT12", "value": 5.0}, {"territory_id": "BE", "value": 7.0}
    ).rows
    assert set(rows.index) == {"AT11", "AT12", "BE"}
    assert rows.loc["BE", "place"] == "Belgium"


def test_an_interval_is_said_as_an_interval():
    interval = {"territory_id": "BE10", "value": 4.0, "lower": 2.0, "upper": 9.0}
    assert drawn(Where(2, ("BE",)), interval).rows["label"].tolist() == ["2-9"]


def test_countries_not_chosen_are_left_out():
    assert list(drawn(Where(2, ("BE",))).rows.index) == ["BE10"]


def test_a_territory_with_two_figures_is_refused():
    with pytest.raises(MergeError):
        drawn(Where(2), *[{"territory_id": "BE10", "value": each} for each in (1.0, 2.0)])


def test_no_figure_at_all_draws_all_as_unknown():
    found = drawn(Where(2))
    assert len(found.unknown) == 3 and found.known.empty
    assert found.picture().unknown == "unknown: not published"


def test_a_map_of_what_is_inside_is_drawn_as_asked_however_little_is_known():
    about = About("How many?", "places", breaks=(1.0,), as_asked=True)
    figures = pd.DataFrame({"territory_id": ["AT", "AT11"], "value": [5.0, 1.0]})
    assert set(spread(DATASET, Where(2), figures, about).rows.index) == {"AT11", "AT12", "BE10"}
    assert set(spread(DATASET, Where(1), figures, about).rows.index) == {"AT", "BE"}


def test_what_does_not_decide_is_dotted_at_its_own_level():
    about = About("How many?", "places", class_names=("few", "many"), breaks=(5.0,),
                  cannot_tell="cannot tell: no list")  # fmt: skip
    figures = pd.DataFrame(
        {"territory_id": ["AT", "BE10"], "value": [None, 7.0], "cannot_tell": [True, False]}
    )
    found = spread(DATASET, Where(2), figures, about)
    assert found.rows["map_class"].to_dict() == {"AT": -2, "BE10": 1}
    assert found.rows.loc["AT", "label"] == "cannot tell"
    picture = found.picture()
    assert (picture.classes, picture.cannot_tell) == (("few", "many"), about.cannot_tell)
