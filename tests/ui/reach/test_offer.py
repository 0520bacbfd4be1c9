"""Which places count, how many they take, and what the page says of those it cannot tell of."""

from datetime import datetime

import pandas as pd
import pytest

from analysis.classes import CANNOT_TELL
from tests.etl.invented import CELL, FACT, built, hospital, world
from ui.area.where import Where
from ui.asked import asked
from ui.out import figure
from ui.reach import cells, found, ground, need, offer, plainly, regional, regions, together
from ui.reach.choice import choose
from ui.reach.way import COVERED, DISTANCE, DOUBT, FREE, OPEN, Asked, ReachChoice, Way
from ui.store import Dataset

THIN = "\u202f"
GROUP = "asylum_applicants"
# Applicants by region; XA111 has the cells a and b (100 and 200 residents), XA112 c and d.
APPLICANTS = {"XA111": 30, "XA112": 70}


def place(name: str, at: str, **of: object) -> dict[str, object]:
    return hospital(at) | {"facility_id": name, "name": name, **of}


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """In a a place of 10 for applicants, 4 in use; in b one of 40 that does not say for whom;
    in c one of 20 for others, and one of 99 that its source is not sure of.
    """
    folder = tmp_path_factory.mktemp("offer")
    frames = world([])
    rows = [
        place("p", "a", places=10, occupied=4, groups=f"{GROUP} resettled"),
        place("q", "b", places=40),
        place("r", "c", places=20, groups="resettled"),
        place("s", "c", places=99, groups=GROUP, obs_status="U"),
    ]
    facilities = pd.DataFrame(rows)
    for column in ("places", "occupied"):
        facilities[column] = facilities[column].astype("Int64")
    frames["facility", "invented"] = facilities
    observations = frames["observation", "invented"]
    more = pd.DataFrame(
        [
            {"territory_id": code, "nuts_version": "2024", "period": "2023", "group_id": GROUP,
             "measure_id": "asylum_seekers_pending_persons", "value": float(many), **FACT}
            for code, many in APPLICANTS.items()
        ]
    )  # fmt: skip
    frames["observation", "invented"] = pd.concat([observations, more], ignore_index=True)
    with built(folder, frames):
        path = (folder / "invented.duckdb").resolve()
    return Dataset("Published", str(path), datetime(2026, 1, 1))


def way(show: str = COVERED, **of: str) -> Way:
    return Way("health", GROUP, show, 20, 1.0, counted="asylum_pending", **of)


def ask(of: Way) -> ReachChoice:
    return ReachChoice(of, Where(3, ()))


def test_places_for_others_and_doubtful_ones_do_not_count_and_are_told(dataset: Dataset) -> None:
    here = offer.offer_of(dataset, Asked("health", GROUP))
    assert here.rows["facility_id"].tolist() == ["p", "q"]
    assert (len(here.doubtful), here.elsewhere, here.unnamed, here.taken_known) == (1, 1, 1, 1)
    assert (here.doubtful_in(("XA",)), here.doubtful_in(("XB",))) == (1, 0)
    text = plainly.plainly(dataset, ask(way()))
    assert "One place of which the source is not sure is left out." in text
    assert "One place for other groups is left out." in text
    assert "1 of 2 places name no group: whether they take asylum applicants cannot be told" in text
    assert "All places count as free, though 1 of 2 say how many are in use." in text
    assert "Asylum applicants are of 2023, by region, shared out to cells by residents" in text


def test_a_place_that_names_nobody_takes_from_none_to_all(dataset: Dataset) -> None:
    doubt = offer.offer_of(dataset, Asked("health", GROUP, unnamed=DOUBT)).rows
    opened = offer.offer_of(dataset, Asked("health", GROUP, unnamed=OPEN)).rows
    assert doubt["least"].tolist() == [10, 0]
    assert doubt["most"].tolist() == [10, 40]
    assert opened["least"].tolist() == opened["most"].tolist() == [10, 40]


def test_only_free_places_and_none_to_all_where_nobody_says(dataset: Dataset) -> None:
    rows = offer.offer_of(dataset, Asked("health", GROUP, FREE, OPEN)).rows
    assert rows["least"].tolist() == [6, 0]
    assert rows["most"].tolist() == [6, 40]
    text = plainly.plainly(dataset, ask(way(room=FREE)))
    assert "Only free places count. 1 of 2 places do not say how many are in use" in text


def test_need_of_a_region_is_on_its_cells_by_residents(dataset: Dataset) -> None:
    assert need.needs_of(dataset) == {GROUP: ["asylum_pending"]}
    land = ground.cells_of(dataset)
    here = need.on_cells(dataset, "asylum_pending", land)
    by_cell = dict(zip(land["cell"], here.persons, strict=True))
    assert [by_cell[CELL[name]] for name in "abcd"] == pytest.approx([10, 20, 30, 40])
    assert here.lower == pytest.approx(here.persons), "published by region: no interval"


def test_who_is_served_is_an_interval_between_who_may_be_let_in(dataset: Dataset) -> None:
    """If q is not for them p serves the 10 of a. If it is, q serves 20 of b and 20 of c too."""
    rows = regions.regions_of(dataset, way(), Where(3, ()))
    assert rows["people"].to_dict() == {"XA111": 30, "XA112": 70}
    assert rows["residents"].to_dict() == {"XA111": 300, "XA112": 700}
    low, high = rows["served_lower_percent"], rows["served_upper_percent"]
    assert low.to_dict() == pytest.approx({"XA111": 100 / 3, "XA112": 0})
    assert high.to_dict() == pytest.approx({"XA111": 100, "XA112": 100 * 20 / 70})
    assert rows["out_percent"].to_dict() == pytest.approx({"XA111": 0, "XA112": 100 * 40 / 70})
    assert together.finding(dataset, ask(way())).replace(THIN, " ") == (
        "**Of about 100 asylum applicants, 10-50 % are served, 10-50 % reach only places that are "
        "full, and 40 % are out of reach.** "
    )


def test_distances_are_means_of_those_in_need(dataset: Dataset) -> None:
    rows = regions.regions_of(dataset, way(DISTANCE), Where(3, ()))
    km = found.found_of(dataset, way(DISTANCE)).set_index("cell")["km"]
    mean = (30 * km[CELL["c"]] + 40 * km[CELL["d"]]) / 70
    assert rows.loc["XA112", "nearest_km"] == pytest.approx(mean)


def test_one_more_place_serves_those_in_need(dataset: Dataset) -> None:
    """In d, 100 places: its 40 come, and those of c who q cannot take or does not let in stay."""
    land = ground.cells_of(dataset).set_index("cell")
    lon, lat = (float(each) for each in land.loc[CELL["d"], ["lon", "lat"]])
    (gain,) = found.one_more(dataset, way(), (lon, lat), 100.0).to_dict("records")
    persons = dict.fromkeys(["worst", "best", "lower", "upper", "reached"], 40)
    assert gain == pytest.approx({"region_id": "XA112", **persons})


def test_the_page_asks_by_address_for_a_group_and_its_need(dataset: Dataset) -> None:
    with asked({"for": "health", "show": "covered", "whom": GROUP, "room": "free"}):
        chosen = choose(dataset)
    assert (chosen.way.counted, chosen.way.room, chosen.way.need) == ("asylum_pending", FREE, None)
    with asked({"for": "health", "show": "covered", "whom": GROUP, "counted": "residents"}):
        assert choose(dataset).way.need is not None
    assert chosen.question() == (
        "Which asylum applicants reach a hospital within 30 km that still has room?"
    )


def test_a_row_per_cell_says_where_it_is_and_what_it_reaches(dataset: Dataset) -> None:
    """q may or may not be for them, so what b and c reach depends on a place not known."""
    rows = cells.cells_table(dataset, ask(way())).set_index("cell")
    here = {name: rows.loc[f"{CELL[name]:x}"] for name in "abcd"}
    assert rows["region_id"].value_counts().to_dict() == {"XA111": 2, "XA112": 2}
    assert [here[name]["counted_people"] for name in "abcd"] == pytest.approx([10, 20, 30, 40])
    assert (here["a"]["lat"], here["a"]["lon"]) == pytest.approx((50.0, 10.0), abs=0.05)
    assert [here[name]["answer"] for name in "abcd"] == [
        "mostly served", "depends on places of unknown size", "depends on places of unknown size",
        "out of reach",
    ]  # fmt: skip
    assert here["b"][["served_lower_percent", "served_upper_percent"]].tolist() == [0, 100]
    assert set(rows["obs_status"]) == {"E"}
    assert set(rows["evidence"]) == {"estimated"}


def test_the_map_to_take_away_is_of_the_table_s_territories(dataset: Dataset) -> None:
    picture = regional.regional_picture(dataset, ask(way()))
    assert picture.rows["map_class"].to_dict() == {"XA111": CANNOT_TELL, "XA112": 2}
    assert picture.rows.loc["XA112", "label"] == "0-29 % served, 57 % out"
    svg = figure.svg(picture, "Who is served", "Nobody")
    assert "XA112" in svg
