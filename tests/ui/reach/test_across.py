"""Who comes to the places of a cell and what its people reach abroad, in the invented cells.

Hospital b is run by a neighbour, XB; a protected place stands where a does. Within 20 km of b live
the 600 of a, b and c.
"""

import json
from datetime import datetime

import pandas as pd
import pytest

from tests.etl.invented import CELL, built, hospital, world
from ui import words
from ui.area.where import Where
from ui.reach import across, drawn, hexagons
from ui.reach.way import COVERED, EVERYBODY, ReachChoice, Way
from ui.reach.whole import At
from ui.store import Dataset

WAY = Way("health", EVERYBODY, COVERED, 20, 1.0, need=1000.0)
CHOICE = ReachChoice(WAY, Where(3, ("XA",)))


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("across")
    frames = world([])
    hidden = {"facility_id": "s", "name": "protected place", "publish_level": "nuts3",
              "groups": "victims_of_torture", "country": "XB"}  # fmt: skip
    rows = [hospital("a"), hospital("b") | {"country": "XB"}, hospital("a") | hidden]
    facilities = pd.DataFrame(rows).assign(places=[100, 250, 1])
    facilities["places"] = facilities["places"].astype("Int64")
    territories = frames["territory", "invented"]
    middle = hospital("d")
    territories["lon"], territories["lat"] = middle["lon"], middle["lat"]
    frames["facility", "invented"] = facilities
    with built(folder, frames):
        path = (folder / "invented.duckdb").resolve()
    return Dataset("Published", str(path), datetime(2026, 1, 1))


def test_people_of_a_cell_reach_places_across_the_border(dataset: Dataset) -> None:
    rows = across.reached_from(dataset, WAY, CELL["a"])
    assert rows["facility_id"].tolist() == ["a", "b"], "nearest first; d is too far"
    assert rows["far"].is_monotonic_increasing
    text = across.sentence_of_reached(dataset, WAY, CELL["a"], "XA")
    there = words.country("XB")
    assert text == f"Its people reach two places in 20 km, 1 of them across a border, in {there}."
    text = across.sentence_of_reached(dataset, WAY, CELL["a"], "XA", part="its")
    assert text.startswith("From its most populous part (about 6 km across) people reach two")


def test_who_comes_is_counted_by_country_and_those_beyond_are_not(dataset: Dataset) -> None:
    many, people, whole = across.comers_to(dataset, WAY, CELL["b"])
    assert (many, people.to_dict(), whole) == (1, {"XA": 600}, True)
    text = across.sentence_of_comers(dataset, WAY, CELL["b"]).replace("\u202f", " ")
    who = f"600 people in need: 100 % in {words.country('XA')}"
    assert text == f"One place stands here. Within 20 km live {who}."
    assert across.sentence_of_comers(dataset, WAY, CELL["c"]) == "", "no place stands there"


def test_a_protected_place_is_not_told_of_where_it_counts_from(dataset: Dataset) -> None:
    assert len(across.reached_from(dataset, WAY, CELL["d"])) == 1
    assert across.comers_to(dataset, WAY, CELL["d"])[0] == 0


def test_the_map_draws_lines_across_the_border_to_places_that_may_be_shown(
    dataset: Dataset,
) -> None:
    """The cell's own outline, a line to b, and the circle of 20 km; none to the protected place."""
    picture = hexagons.picture_of(dataset, CHOICE)
    by_cell = dict(zip(picture.rows["cell"], picture.rows.index, strict=True))
    for name, many in (("a", 3), ("d", 2)):
        shape = json.loads(drawn._catchment(dataset, CHOICE, picture, At(by_cell[CELL[name]])))
        assert len(shape["coordinates"]) == many
