"""The Reach page as a program runs it: real hospitals, generated centres, its file."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.shown import said, shown
from ui.out.views import VIEWS
from ui.store import Dataset, current


def run(**address: str) -> AppTest:
    return shown("reach", **address)


@pytest.fixture
def now(served: Path) -> Dataset:
    found = current("published")
    assert found is not None
    return found


def test_real_hospitals_open_with_distance_and_say_what_is_unknown(served: Path) -> None:
    """Most hospitals do not state their beds, so the page opens with what is known of all."""
    text = said(run())
    assert "How far is the nearest known hospital?" in text
    assert "live more than 30 km from a known hospital.**" in text
    assert "residents live where no place is on record" in text
    assert "as the crow flies, times 1.3 for detours" in text


def test_what_if_asks_for_room_where_a_territory_is_chosen(served: Path) -> None:
    """Real hospitals again, a region by its code. With one resident in ten in need every bed
    is taken, so a hospital of 500 beds more serves 500 more people.
    """
    text = said(run(show="covered", **{"in": "AT"}, at="AT11", more="500", need="100"))
    assert "Who reaches a hospital within 30 km that still has room?" in text
    assert "Burgenland, Austria as a whole: " in text
    assert "The cell around its most populous part" in text
    assert "What if there were one more here?" in text
    assert "**500 more people in need would be served**, with 500 places." in text
    assert "- Nordburgenland, Austria: " in text


def test_the_file_holds_the_rows_of_the_page(now: Dataset) -> None:
    values = {"in": "AT", "show": "covered", "level": "1"}
    rows = VIEWS["reach"].take(now, values).frame().set_index("territory_id")
    assert set(rows.index) == {"AT1", "AT2", "AT3"}
    for end, other in (("lower", "upper"), ("upper", "lower")):
        total = rows[f"served_{end}_percent"] + rows[f"full_{other}_percent"] + rows["out_percent"]
        assert total.to_numpy() == pytest.approx([100, 100, 100])
    assert (rows["served_lower_percent"] <= rows["served_upper_percent"]).all()
    assert set(rows["obs_status"]) == {"E"}


def test_a_country_without_register_is_unknown_not_far(now: Dataset) -> None:
    """Ukraine has hospitals, but none in the register: no distance, every cell unknown."""
    (row,) = VIEWS["reach"].take(now, {"in": "UA", "level": "0"}).frame().to_dict("records")
    assert row["nearest_km"] != row["nearest_km"]
    assert row["unknown_cells_percent"] == 100
    assert row["obs_status"] == "L"


def test_where_only_some_places_are_known_nobody_is_out_of_reach(served: Path) -> None:
    """One centre is on record for Spain, of many there are: far from it is unknown, not far."""
    text = said(run(**{"for": "reception", "show": "covered", "in": "ES"}))
    assert "**At least " in text
    assert "Places that are not on record may be nearer or have room." in text
    assert "are out of reach" not in text
    assert "Where people are farthest" not in text
    now = current("published")
    assert now is not None
    view = VIEWS["reach"].take(now, {"for": "reception", "in": "ES", "show": "covered"})
    rows = view.frame()
    assert rows["out_percent"].isna().all()
    assert set(rows["obs_status"]) == {"U"}


def test_own_groups_of_territories_are_told_beside_the_map(served: Path) -> None:
    text = said(run(show="distance", **{"in": "AT"}, level="1", group="East~3A Alps:AT1.AT33"))
    assert "Own groups of territories" in text
    assert "East\\: Alps: **" in text
    assert "km to the nearest known hospital.**" in text
