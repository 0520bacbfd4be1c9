"""Reception centres: one facility a centre, its whole series, no date mixed with another."""

from pathlib import Path

import pytest

from etl.measures import BY_ID
from etl.reading import LOADED, LayoutError, Reading
from etl.sources import transcribed_centres
from tests.etl.sources.transcribing import Put, by_line, only, rows_of, text

FILE = "transcribed/reception_centres.csv"
CITY = {
    "territory_code": "BG411",
    "territory_name": "Shelter",
    "city": "Sofia",
    "lat": "42.7",
    "lon": "23.3",
    "geo_quality": "city",
}
PLACES = {"measure": "reception_centre_capacity", "unit": "places"}
PRESENT = {"measure": "reception_centre_occupancy", "unit": "persons"}
RATE = {"measure": "reception_centre_occupancy_rate", "unit": "percent"}
YEAR = {"measure": "asylum_seekers_accommodated_during_year", "unit": "persons"}
OPEN = {"measure": "reception_centre_operating", "unit": "centre"}
Row = dict[str, str]


def of(kind: Row, value: str, period: str, **more: str) -> Row:
    """A row of the shelter."""
    return CITY | kind | {"value": value, "period": period} | more


def read(put: Put, folder: Path, *rows: Row) -> Reading:
    put(FILE, text(transcribed_centres._COLUMNS, *rows))
    return transcribed_centres.read(folder)


def test_places_and_people_of_one_date_are_one_facility(put: Put, tmp_path: Path) -> None:
    reading = read(put, tmp_path, of(PLACES, "80", "2023-12-31"), of(PRESENT, "50", "2023-12-31"))
    row = only(reading, "facility")
    assert (row["kind"], row["service"], row["name"]) == ("reception", "reception", "Shelter")
    assert (row["places"], row["occupied"], row["period"]) == (80, 50, "2023-12-31")
    assert (row["source_line"], row["note"]) == (
        2,
        "the coordinates are the city's; people present: line 3 of the file",
    )
    assert reading.outcomes == {(FILE, LOADED): 2}


def test_older_figures_are_the_series_and_dates_do_not_mix(put: Put, tmp_path: Path) -> None:
    reading = read(
        put,
        tmp_path,
        of(PLACES, "70", "2022-12-31"),
        of(PRESENT, "60", "2022-12-31"),
        of(PLACES, "80", "2023-12-31"),
        of(PRESENT, "20", "2024-12-31"),
        of(YEAR, "900", "2024", note="flow over the year, not stock"),
        of(RATE, "36.23", "2024-12-31"),
    )
    row = only(reading, "facility")
    assert (row["places"], row["occupied"], row["period"]) == (80, None, "2023-12-31")
    series = by_line(reading, "facility_observation")
    assert {line: (r["measure_id"], r["period"], r["value"]) for line, r in series.items()} == {
        2: ("reception_places", "2022-12-31", 70),
        3: ("people_hosted_persons", "2022-12-31", 60),
        4: ("reception_places", "2023-12-31", 80),
        5: ("people_hosted_persons", "2024-12-31", 20),
        6: ("accommodated_persons", "2024", 900),
        7: ("reception_occupancy_percent", "2024-12-31", 36.23),
    }
    assert {r["facility_id"] for r in series.values()} == {row["facility_id"]}
    assert {str(r["measure_id"]) for r in series.values()} <= set(BY_ID)
    assert reading.outcomes == {(FILE, LOADED): 6}


def test_people_on_a_day_of_the_year_of_the_places_stand_beside_them(
    put: Put, tmp_path: Path
) -> None:
    reading = read(put, tmp_path, of(PLACES, "80", "2023"), of(PRESENT, "50", "2023-12-31"))
    row = only(reading, "facility")
    assert (row["places"], row["occupied"], row["period"]) == (80, 50, "2023")


def test_a_centre_that_only_operates_has_unknown_places(put: Put, tmp_path: Path) -> None:
    reading = read(put, tmp_path, of(OPEN, "1", "2024-12-31"), of(RATE, "71.67", "2023-12-31"))
    row = only(reading, "facility")
    assert (row["places"], row["occupied"], row["source_line"]) == (None, None, 2)
    assert len(rows_of(reading, "facility_observation")) == 1


def test_a_zero_is_a_figure_and_more_than_is_none(put: Put, tmp_path: Path) -> None:
    reading = read(
        put,
        tmp_path,
        of(PLACES, "80", "2023-12-31"),
        of(PRESENT, "0", "2023-12-31"),
        of(PLACES, "90", "2022", territory_name="Other"),
        of(PRESENT, "3000", "2022", territory_name="Other", note="'just over 3,000'"),
    )
    occupied = {row["name"]: row["occupied"] for row in rows_of(reading, "facility")}
    assert occupied == {"Shelter": 0, "Other": None}
    assert by_line(reading, "facility_observation")[5]["lower"] == 3000


def test_a_sum_of_centres_is_set_aside(put: Put, tmp_path: Path) -> None:
    note = "sum of the Sofia facilities below: do not add"
    reading = read(put, tmp_path, of(PLACES, "2060", "2023", note=note), of(PLACES, "80", "2023"))
    assert only(reading, "set_aside")["source_line"] == 2
    assert [row["places"] for row in rows_of(reading, "facility")] == [80]


@pytest.mark.parametrize(
    ("name", "groups"),
    [("Dormitory (UAM)", "unaccompanied_children"), ("Dar il-Liedna", None)],
)
def test_shelters_are_shown_no_finer_than_their_region(
    put: Put, tmp_path: Path, name: str, groups: str | None
) -> None:
    row = only(read(put, tmp_path, of(PLACES, "20", "2023", territory_name=name)), "facility")
    assert (row["publish_level"], row["groups"]) == ("nuts3", groups)


@pytest.mark.parametrize(("present", "shown"), [("8", 10), ("12", 10), ("13", 15), ("2", 0)])
def test_children_in_a_centre_are_rounded_and_its_places_are_not(
    put: Put, tmp_path: Path, present: str, shown: int
) -> None:
    home = {"territory_name": "Home (children)"}
    reading = read(
        put, tmp_path, of(PLACES, "22", "2023", **home), of(PRESENT, present, "2023", **home)
    )
    row = only(reading, "facility")
    assert (row["places"], row["occupied"]) == (22, shown)
    series = by_line(reading, "facility_observation")[3]
    assert (series["value"], str(series["note"])[:12]) == (shown, "rounded to 5")


def test_places_that_editions_disagree_on_have_low_reliability(put: Put, tmp_path: Path) -> None:
    note = "capacity 34 in the 2022 edition, 130 in others"
    reading = read(
        put, tmp_path, of(PLACES, "130", "2023", note=note), of(PRESENT, "9", "2023", note=note)
    )
    assert only(reading, "facility")["obs_status"] == "U"
    status = {
        line: row["obs_status"] for line, row in by_line(reading, "facility_observation").items()
    }
    assert status == {2: "U", 3: "A"}


@pytest.mark.parametrize(
    ("old", "new"), [("reception_centre_capacity", "beds"), ("places", "rooms")]
)
def test_an_unknown_measure_or_unit_is_named(put: Put, tmp_path: Path, old: str, new: str) -> None:
    row = {name: value.replace(old, new) for name, value in of(PLACES, "80", "2023").items()}
    with pytest.raises(LayoutError, match=f"line 2: no mapping for .*{new}"):
        read(put, tmp_path, row)


def test_a_missing_column_is_named(put: Put, tmp_path: Path) -> None:
    put(
        FILE,
        text(
            [c for c in transcribed_centres._COLUMNS if c != "geo_quality"], of(OPEN, "1", "2024")
        ),
    )
    with pytest.raises(LayoutError, match="geo_quality is missing"):
        transcribed_centres.read(tmp_path)
