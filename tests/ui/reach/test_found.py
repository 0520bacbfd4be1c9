"""Reach as worked out on paper, in the four invented cells of `tests.etl.invented`.

Hospital a has 100 places for the 100 people of its cell, hospital b 250 for the 200 of its own.
Cell c, 300 people, is 13 to 17 km from b; d, 400, about 52 km from c and 65 from b. Everybody is in
need: of 1,000 people 100 + 200 + 50 find room, 250 find b full, 400 have nothing within 20 km.
"""

import json

import pandas as pd
import pytest

from analysis.catchment import coverage
from analysis.catchment.model import StoppedError, silent
from analysis.classes import CANNOT_TELL
from tests.etl.invented import CELL
from tests.ui.reach.sized import made
from ui.area.where import Where
from ui.group_text import Group
from ui.reach import charts, found, ground, hexagons, offer, plainly, regions, room, together, whole
from ui.reach.way import (
    COVERED,
    DISTANCE,
    EVERYBODY,
    PER_1000,
    Asked,
    ReachChoice,
    Way,
)  # fmt: skip
from ui.store import ROOT, Dataset, ask

THIN = "\u202f"
EUROPE = Where(0, ())
HOSPITALS = Asked("health", EVERYBODY)
SIZES = {"a": 100, "b": 250}


@pytest.fixture(scope="module")
def sized(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    return made(tmp_path_factory.mktemp("sized"), dict(SIZES))


@pytest.fixture(scope="module")
def unsized(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Nobody says how large b is; the register's typical place is a, of 100."""
    return made(tmp_path_factory.mktemp("unsized"), {"a": 100, "b": None}, shelter=True)


def asked(show: str, need: float | None = 1000.0, km: int = 20) -> ReachChoice:
    return ReachChoice(Way("health", EVERYBODY, show, km, 1.0, need=need), EUROPE)


def by_cell(dataset: Dataset, choice: ReachChoice) -> pd.DataFrame:
    names = {cell: name for name, cell in CELL.items()}
    rows = found.found_of(dataset, choice.way)
    return rows.set_index(rows["cell"].map(names))


def test_the_nearest_come_first_and_the_rest_find_it_full(sized: Dataset) -> None:
    rows = by_cell(sized, asked(COVERED))
    assert rows["served_lower"].to_dict() == pytest.approx({"a": 1, "b": 1, "c": 1 / 6, "d": 0})
    assert rows["full_lower"].to_dict() == pytest.approx({"a": 0, "b": 0, "c": 5 / 6, "d": 0})
    assert rows["out"].to_dict() == pytest.approx({"a": 0, "b": 0, "c": 0, "d": 1})
    assert together.finding(sized, asked(COVERED)).replace(THIN, " ") == (
        "**Of 1 000 people in need, 35 % are served, 25 % reach only places that are full, and "
        "40 % are out of reach.** "
    )


def test_a_place_of_unknown_size_makes_an_interval(unsized: Dataset) -> None:
    """b takes from nobody to 51, the median of 100 and the shelter's 1, and the shelter one."""
    choice = asked(COVERED)
    means = together.together(unsized, choice).means
    assert 1000 * means["served_lower"] == pytest.approx(101)
    assert 1000 * means["served_upper"] == pytest.approx(101 + 50.5)
    assert means["served_lower"] + means["full_upper"] + means["out"] == pytest.approx(1)
    assert "do not state their size" in plainly.plainly(unsized, choice)
    # Of the 300 of a and b, in one coarse cell, 101 to 151.5 find room: do most? Cannot be told.
    rows = hexagons.picture_of(unsized, choice).rows
    assert rows.loc[rows["region_id"] == "XA111", "map_class"].tolist() == [CANNOT_TELL]


def test_a_protected_place_counts_and_is_no_point(unsized: Dataset) -> None:
    url, many = hexagons.points_url(unsized, HOSPITALS, (-9.0, -9.0, 9.0, 9.0))
    assert many == 2
    points = json.loads((ROOT / "static" / url.removeprefix("app/static/")).read_text("utf-8"))
    assert len(points) == 2
    assert set(points[0]) == {"at"}
    assert len(offer.offer_of(unsized, HOSPITALS).rows) == 3
    assert offer.groups_of(unsized, "health") == ["victims_of_torture"]


def test_distances_and_who_is_beyond(sized: Dataset) -> None:
    choice = asked(DISTANCE, need=None)
    km = by_cell(sized, choice)["km"]
    assert km[["a", "b"]].to_numpy() == pytest.approx([0, 0], abs=0.01)
    assert 12 < km["c"] < 20
    assert 50 < km["d"] < 66
    sums = together.together(sized, choice)
    assert (sums.known, sums.beyond, sums.dark) == (1000, 400, 0)
    bands = charts.by_distance(sized, choice).set_index("from_km")["people"]
    assert bands.to_dict() == pytest.approx(
        {0: 300, 5: 0, 10: 300, 20: 0, 30: 0, 50: 400, 75: 0, 100: 0, 200: 0}
    )


def test_places_shared_add_up_to_the_places_there_are(sized: Dataset) -> None:
    rows = by_cell(sized, asked(PER_1000, need=None))
    assert (rows["lower"] * rows["residents"]).sum() / 1000 == pytest.approx(350)


def test_one_more_place_serves_whom_the_others_turned_away(sized: Dataset) -> None:
    """In cell d, 300 places: the 400 of d come first; it brings a place into reach of all 400."""
    cells = ground.cells_of(sized).set_index("cell")
    at = tuple(float(each) for each in cells.loc[CELL["d"], ["lon", "lat"]])
    gain = found.one_more(sized, asked(COVERED).way, (at[0], at[1]), 300.0)
    assert gain.set_index("region_id")[["lower", "upper", "reached"]].to_dict("index") == {
        "XA112": pytest.approx({"lower": 300, "upper": 300, "reached": 400})
    }


def test_territories_are_means_of_their_people(sized: Dataset) -> None:
    way = asked(COVERED).way
    rows = regions.regions_of(sized, way, Where(3, ()))
    served = rows["served_lower_percent"].to_dict()
    assert served == pytest.approx({"XA111": 100, "XA112": 100 * 50 / 700})
    assert rows["residents"].to_dict() == {"XA111": 300, "XA112": 700}
    table = regions.table_of(sized, ReachChoice(way, Where(3, ())))
    assert table["territory_id"].tolist() == ["XA112", "XA111"], "farthest first"
    assert set(table["evidence"]) == {"estimated"}


def test_every_territory_is_told_of_whatever_territory_most_of_its_hexagon_is_in(
    sized: Dataset,
) -> None:
    """On the map of Europe c and d, of XA112, or a and b may be in one hexagon; each region's own
    fine cell stands for it.
    """
    for choice in (asked(COVERED), ReachChoice(asked(COVERED).way, Where(0, ("XA",)))):
        picture = hexagons.picture_of(sized, choice)
        for code, name in {"XA": "d", "XA11": "d", "XA111": "b", "XA112": "d"}.items():
            at = whole.at_of(sized, choice, picture, code)
            assert at is not None
            assert (at.cell, at.territory) == (CELL[name], code)
            assert at.hexagon in picture.rows.index
            row = whole.row_of(sized, picture, at)
            assert str(row["region_id"]).startswith(code)
        assert whole.at_of(sized, choice, picture, "nowhere") is None
    row = whole.whole_of(sized, asked(DISTANCE, need=None).way, "XA111")
    text = whole.sentence(sized, asked(DISTANCE, need=None), row).replace(THIN, " ")
    assert "as a whole: <0.1 km to the nearest on average." in text


def test_a_territory_known_in_part_is_not_told_of_as_a_whole(sized: Dataset) -> None:
    choice = asked(DISTANCE, need=None)
    row = pd.Series({"place": "Isle", "nearest_km": 28.0, "unknown_people_percent": 75.0,
                     "abroad_percent": 0.0})  # fmt: skip
    text = whole.sentence(sized, choice, row).replace(THIN, " ")
    assert text == "Isle: 28 km to the nearest on average, known for 25 % of residents."


def test_own_groups_are_means_over_all_their_regions(sized: Dataset) -> None:
    """Both regions by name, one of them twice over: 350 of 1,000 are served, as in the country."""
    both, one = Group("Both", ("XA11", "XA112")), Group("One", ("XA112",))
    choice = ReachChoice(asked(COVERED).way, Where(3, ()), (both, one))
    table = regions.table_of(sized, choice).set_index("territory_id")
    assert table.index.tolist() == ["XA11+XA112", "XA112", "XA112", "XA111"]
    assert table["place"].tolist()[:2] == ["Both", "One"]
    assert table["residents"].tolist() == [1000, 700, 700, 300]
    assert table["served_lower_percent"].tolist()[:2] == pytest.approx([35, 100 * 50 / 700])
    assert set(table["obs_status"]) == {"E"}


def test_looking_elsewhere_works_nothing_out_again(
    sized: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another level, country or a new click asks nothing new; another distance does, once."""
    calls: list[float] = []
    real = coverage.coverage

    def counting(setting, reach, typical=None, watch=silent):
        calls.append(reach)
        return real(setting, reach, typical, watch)

    monkeypatch.setattr("analysis.catchment.coverage.coverage", counting)
    for cached in (found.found_of, found.coverage_of, found.one_more, hexagons._picture):
        cached.clear()
    for where in (EUROPE, Where(2, ()), Where(3, ("XA",)), EUROPE):
        choice = ReachChoice(asked(COVERED).way, where)
        hexagons.picture_of(sized, choice)
        regions.regions_of(sized, choice.way, where)
        together.finding(sized, choice)
    assert calls == [20]
    for _ in range(2):
        hexagons.picture_of(sized, asked(COVERED, km=30))
    assert calls == [20, 30]
    for _ in range(2):
        found.one_more(sized, asked(COVERED).way, (11.0, 50.0), 300.0)
    assert calls == [20, 30, 20]


def test_a_cell_of_the_map_says_what_it_is(sized: Dataset) -> None:
    picture = hexagons.picture_of(sized, ReachChoice(asked(COVERED).way, Where(0, ("XA",))))
    shapes = hexagons.shapes_of(sized, ("XA",))
    assert shapes.territory_ids == tuple(picture.rows.index)
    labels = dict(zip(picture.rows["cell"], picture.rows["label"], strict=True))
    assert labels[CELL["c"]] == "17 % served, 0 % out"
    assert labels[CELL["d"]] == "0 % served, 100 % out"
    classes = dict(zip(picture.rows["cell"], picture.rows["map_class"], strict=True))
    assert [classes[CELL[name]] for name in "abcd"] == [0, 0, 1, 2]
    (corners,) = ask(sized, "cell_corners", cell=CELL["a"])["corners"]
    assert len(corners) == 12


def test_need_is_at_first_as_many_as_there_are_places(sized: Dataset, unsized: Dataset) -> None:
    """350 places for 1,000 residents; with b taken to be typical, 100 + 50.5 + 1."""
    assert room.usual_need(sized, HOSPITALS) == 350
    assert room.usual_need(unsized, HOSPITALS) == 150


def test_need_that_is_only_assumed_is_called_so(sized: Dataset) -> None:
    """350 places: 350 in need is the assumption; any other number is the reader's own."""
    for need, assumed in ((350.0, True), (400.0, False), (None, False)):
        choice = asked(COVERED, need=need)
        assert ("an assumption" in plainly.plainly(sized, choice)) == assumed
        assert ("people assumed in need" in together.finding(sized, choice)) == assumed
        assert charts._title(sized, choice).startswith("People assumed in need") == assumed
    assert "assum" not in plainly.plainly(sized, asked(DISTANCE, need=None))


def test_a_stopped_computation_keeps_nothing_half_done(sized: Dataset) -> None:
    """Stopped at its first word; asked again, it is worked out whole."""
    way = asked(COVERED, km=31).way
    with pytest.raises(StoppedError):
        found.found_of(sized, way, lambda share: False)
    shares: list[float] = []
    rows = found.found_of(sized, way, lambda share: shares.append(share) or True)
    assert rows["out"].notna().all()
    assert shares == sorted(shares)
    assert shares[-1] == 1
