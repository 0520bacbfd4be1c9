"""What is known of a service on site: a place, a stated figure, a stated 0; else nothing."""

from pathlib import Path

import pandas as pd

from etl import contract
from etl.gather import Frames
from etl.validate import conform
from tests.etl.invented import built, hospital, hosted, world

CENTRES = {"measure_id": "integration_centres", "period": "2024"}


def legal_aid(name: str, level: str = "point") -> dict[str, object]:
    return hospital(name) | {"facility_id": f"l{name}{level}", "service": "legal_aid",
                             "publish_level": level, "name": "protected place"}  # fmt: skip


def add(frames: Frames, *places: dict[str, object]) -> Frames:
    more = pd.concat([frames["facility", "invented"], pd.DataFrame(list(places))])
    frames["facility", "invented"] = conform(contract.BY_NAME["facility"], more)
    return frames


def supply(
    folder: Path, frames: Frames, service: str = "legal_aid"
) -> dict[str, tuple[object, object]]:
    """Places known and figure stated of a service, by territory."""
    # A protected place is drawn in the middle of its territory.
    frames["territory", "invented"] = frames["territory", "invented"].assign(lat=50.0, lon=10.0)
    with built(folder, frames) as con:
        found = con.execute(
            "select territory_id, sites, stated from on_site_supply where service = ?", [service]
        ).fetchall()
    return {code: (sites, stated) for code, sites, stated in found}


def test_a_place_is_known_in_its_region_and_in_those_around_it(tmp_path: Path) -> None:
    found = supply(tmp_path, add(world([]), legal_aid("a")))
    assert found["XA111"] == (1, None) and found["XA"] == (1, None)
    assert "XA112" not in found


def test_a_protected_place_is_known_no_finer_than_it_may_be_shown(tmp_path: Path) -> None:
    found = supply(tmp_path, add(world([]), legal_aid("a", "nuts2"), legal_aid("d", "country")))
    assert found == {"XA11": (1, None), "XA1": (1, None), "XA": (2, None)}


def test_a_digital_place_is_not_on_site(tmp_path: Path) -> None:
    online = legal_aid("a") | {"mode": "digital"}
    assert supply(tmp_path, add(world([]), online)) == {}


def test_a_stated_0_is_0_and_says_nothing_of_the_territory_around(tmp_path: Path) -> None:
    rows = [hosted("XA111", 0) | CENTRES, hosted("XA112", None) | CENTRES]
    assert supply(tmp_path, world(rows), "social_orientation") == {"XA111": (None, 0)}
