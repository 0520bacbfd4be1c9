"""Four invented cells with hospitals of stated sizes."""

from datetime import datetime
from pathlib import Path

import pandas as pd

from tests.etl.invented import built, hospital, world
from ui.store import Dataset


def made(folder: Path, sizes: dict[str, int | None], shelter: bool = False) -> Dataset:
    """The invented dataset with the sizes of hospitals, and maybe a shelter where a is."""
    frames = world([])
    rows = [hospital(name) | {"places": places} for name, places in sizes.items()]
    if shelter:
        hidden = {"facility_id": "s", "name": "protected place", "publish_level": "nuts3"}
        rows.append(hospital("a") | hidden | {"places": 1, "groups": "victims_of_torture"})
        # A protected place counts from the middle of its territory, here cell b.
        middle = hospital("b")
        territories = frames["territory", "invented"]
        territories["lon"], territories["lat"] = middle["lon"], middle["lat"]
    facilities = pd.DataFrame(rows)
    facilities["places"] = facilities["places"].astype("Int64")
    frames["facility", "invented"] = facilities
    with built(folder, frames):
        path = (folder / "invented.duckdb").resolve()
    return Dataset("Published", str(path), datetime(2026, 1, 1))
