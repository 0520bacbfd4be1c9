"""Services: presence apart from capacity, use and need; what is not the region's is set aside."""

from pathlib import Path

import pytest

from etl import codes
from etl.measures import BY_ID
from etl.reading import LOADED, LayoutError, Reading
from etl.sources import transcribed_services
from etl.sources.transcribed_places import Place
from etl.sources.transcribed_rows import Aside, Figure
from etl.sources.transcribed_service_mapping import _ALL, _OF_COUNTRY
from tests.etl.sources.transcribing import Put, by_line, only, rows_of, text

FIRST, SOUTH, WEST = transcribed_services.SOURCE.files
Row = dict[str, str]
ALL = {"group": "all", "kind": "service"}
WIEN = {"city": "Wien", "lat": "48.21", "lon": "16.37"}
LAND = ALL | {"territory_code": "DE1", "measure": "employment_services_count"}
NETWORK = LAND | {"unit": "IQ Land network"}
CLINIC = ALL | WIEN | {"measure": "torture_rehab_centres", "unit": "centre"}
CENTRE = ALL | WIEN | {"measure": "integration_centre", "unit": "centre"}
PUPILS = ALL | {"measure": "integration_course_participants", "unit": "participants"}


@pytest.fixture
def read(put: Put, tmp_path: Path) -> "Read":
    return Read(put, tmp_path)


class Read:
    """Reads rows of the three tables, which may be empty."""

    def __init__(self, put: Put, folder: Path) -> None:
        self.put, self.folder = put, folder

    def __call__(
        self, *rows: Row, first: tuple[Row, ...] = (), south: tuple[Row, ...] = ()
    ) -> Reading:
        self.put(FIRST, text(transcribed_services._FIRST_COLUMNS, *first))
        self.put(SOUTH, text(transcribed_services._LATER_COLUMNS, *south))
        self.put(WEST, text(transcribed_services._LATER_COLUMNS, *rows))
        return transcribed_services.read(self.folder)


def test_a_network_in_every_region_is_presence(read: Read) -> None:
    row = only(read(NETWORK), "observation")
    assert (row["measure_id"], row["value"], row["territory_id"]) == (
        "employment_networks",
        1,
        "DE1",
    )
    assert BY_ID["employment_networks"].kind == "presence"


def test_counts_of_centres_are_never_capacity() -> None:
    """Whatever the table calls them, only places are capacity and only persons are use."""
    for (measure, _, unit), meaning in _ALL.items():
        for figure in (m for m in meaning if isinstance(m, Figure)):
            kind = BY_ID[figure.measure_id].kind
            if "centres" in unit or "count" in measure:
                assert kind == "presence", (measure, unit)
            if kind == "capacity":
                assert unit == "places", (measure, unit)


def test_every_meaning_is_known_to_the_contract() -> None:
    meanings = [m for meaning in (*_ALL.values(), *_OF_COUNTRY.values()) for m in meaning]
    figures = [m for m in meanings if isinstance(m, Figure)]
    assert {figure.measure_id for figure in figures} <= set(BY_ID)
    assert {figure.group_id for figure in figures} <= set(codes.GROUP)
    places = [m for m in meanings if isinstance(m, Place)]
    assert {place.service for place in places} <= set(codes.SERVICE)
    assert {place.publish_level for place in places} <= set(codes.PUBLISH_LEVEL)
    assert {m.reason for m in meanings if isinstance(m, Aside)}


def test_a_centre_of_a_whole_network_is_a_place_and_its_region_s_figure(read: Read) -> None:
    centre = WIEN | {
        "measure": "OIF_integration_centre",
        "unit": "centre",
        "category": "integration",
    }
    reading = read(first=(centre,))
    place, figure = only(reading, "facility"), only(reading, "observation")
    assert (place["kind"], place["service"]) == ("service", "social_orientation")
    assert (figure["measure_id"], figure["value"]) == ("integration_centres", 1)
    assert reading.outcomes == {(FIRST, LOADED): 1}


def test_one_clinic_says_nothing_of_how_many_its_region_has(read: Read) -> None:
    counted = {"measure": "torture_rehab_centres", "unit": "psychosocial centres", "value": "4"}
    reading = read(CLINIC, ALL | counted | {"territory_code": "DE7"})
    place = only(reading, "facility")
    assert (place["service"], place["publish_level"]) == ("mental_health", "nuts3")
    assert place["groups"] == "victims_of_torture"
    figure = only(reading, "observation")
    assert (figure["territory_id"], figure["value"], figure["group_id"]) == (
        "DE7",
        4,
        "victims_of_torture",
    )


def test_a_region_without_an_office_of_its_own_has_none(read: Read) -> None:
    row = ALL | {
        "measure": "employment_services_count",
        "unit": "recognition advice unit",
        "value": "0",
        "note": "no unit of its own",
    }
    found = only(read(row), "observation")
    assert (found["value"], found["obs_status"]) == (0, "A")


@pytest.mark.parametrize(
    ("code", "unit", "measure_id"),
    [
        ("NO081", "participants", "integration_course_persons"),
        ("FR101", "contracts (CIR)", "integration_contracts"),
        ("AT", "places taken up", "language_course_taken_places"),
        ("BE3", "persons", "integration_course_persons"),
        ("BE2", "persons", "language_course_persons"),
        ("SE", "students", "language_course_persons"),
    ],
)
def test_the_unit_decides_what_a_course_figure_is(
    read: Read, code: str, unit: str, measure_id: str
) -> None:
    row = only(read(PUPILS | {"territory_code": code, "unit": unit}), "observation")
    assert row["measure_id"] == measure_id
    assert BY_ID[measure_id].kind == "use"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (CENTRE | {"note": "CLAIM PLANNED"}, "planned, not open"),
        (CENTRE | {"note": "centre (AMIF project, 12 months)"}, "a project that has ended"),
        (CLINIC | {"note": "member (OLD, c. 2004-2006)"}, "an old list"),
        (PUPILS | {"note": "MUNICIPAL school"}, "one municipality, centre or provider"),
        (PUPILS | {"note": "without the cities of A and B"}, "counts another area"),
        (PUPILS | {"note": "Agency, cumulative"}, "whose beginning is not given"),
        (PUPILS | {"period": ""}, "the page is undated"),
        (PUPILS | {"territory_code": "EU"}, "an aggregate of countries"),
        (PUPILS | {"territory_code": "PT-03"}, "not a region of NUTS"),
        (PUPILS | {"unit": "students (monthly average)"}, "a part of an offer"),
        (CENTRE | {"lat": "", "lon": ""}, "a single centre without coordinates"),
    ],
)
def test_what_is_not_the_region_s_own_is_set_aside(read: Read, row: Row, reason: str) -> None:
    reading = read(row)
    assert reason in str(only(reading, "set_aside")["reason"])
    assert not rows_of(reading, "observation")
    assert not rows_of(reading, "facility")
    assert reading.outcomes == {(WEST, LOADED): 1}


def test_an_undated_centre_is_a_place_without_a_period(read: Read) -> None:
    row = only(read(CENTRE | {"period": "", "note": "page undated"}), "facility")
    assert (row["period"], row["obs_status"]) == (None, "U")


def test_a_cumulative_count_with_a_beginning_is_a_span(read: Read) -> None:
    row = PUPILS | {"period": "2023-12", "note": "cumulative from 2022", "value": "9556"}
    found = only(read(row), "observation")
    assert (found["period"], found["value"]) == ("2022/2023-12", 9556)


def test_applications_of_children_are_a_flow_of_need(read: Read) -> None:
    """First applications in a month are neither children in care nor places for them."""
    child = {"measure": "uam_persons", "group": "unaccompanied_children", "unit": "persons"}
    row = only(read(south=(child | {"kind": "use", "period": "2025-08"},)), "observation")
    assert row["measure_id"] == "unaccompanied_children_applicants_persons"
    assert BY_ID[str(row["measure_id"])].kind == "need"


def test_a_key_of_disputed_years_has_low_reliability(read: Read) -> None:
    key = {"measure": "distribution_key_pct", "unit": "percent", "kind": "key", "value": "12.86456"}
    years = {"group": "GWK_key_by_key_year", "note": "so BAMF years run one later"}
    row = only(read(south=(key | years,)), "observation")
    assert (row["measure_id"], row["value"]) == ("koenigstein_key_percent", 12.86456)
    assert (row["obs_status"], BY_ID["koenigstein_key_percent"].kind) == ("U", "key")


def test_spain_s_single_centres_have_their_series_and_no_region_has_their_places(
    read: Read,
) -> None:
    city = {"territory_code": "ES300", "city": "Pozuelo de Alarcón", "lat": "40.4", "lon": "-3.8"}
    note = {"note": "MUNICIPAL figure of one centre; CREADE Pozuelo"}
    places = city | note | {"measure": "reception_places", "kind": "capacity", "unit": "places"}
    people = city | note | {"measure": "reception_persons", "kind": "use", "unit": "persons"}
    rows = (
        places | {"group": "asylum_applicants", "value": "570"},
        people | {"group": "asylum_applicants", "value": "395"},
        people
        | {"group": "temporary_protection", "value": "178"}
        | {"note": f"{note['note']}, of which from Ukraine"},
    )
    reading = read(south=rows)
    row = only(reading, "facility")
    assert (row["name"], row["places"], row["occupied"]) == ("CREADE Pozuelo", 570, 395)
    series = by_line(reading, "facility_observation")
    assert {line: (r["group_id"], r["value"]) for line, r in series.items()} == {
        2: ("all", 570),
        3: ("all", 395),
        4: ("temporary_protection", 178),
    }
    assert not rows_of(reading, "observation")


def test_money_is_a_fund_of_its_objective(read: Read) -> None:
    money = {"measure": "funding_eur", "kind": "funding", "unit": "EUR", "territory_code": "IT"}
    parts = ("AMIF", "AMIF_asylum_SO1", "AMIF_integration_SO2", "AMIF_reported")
    reading = read(south=tuple(money | {"group": g, "period": "2021/2027"} for g in parts))
    funds = rows_of(reading, "funding")
    assert {row["fund_id"] for row in funds} == {"AMIF"}
    assert len({row["objective"] for row in funds}) == 3
    assert only(reading, "set_aside")["group_name"] == "AMIF_reported"


@pytest.mark.parametrize(
    ("note", "status"),
    [
        ("the same page also still shows 206.9 M", "U"),
        ("second version of the agreement", "P"),
        ("EU contribution", "A"),
    ],
)
def test_an_amount_that_is_not_final_says_so(read: Read, note: str, status: str) -> None:
    money = {"measure": "funding_eur", "kind": "funding", "unit": "EUR", "group": "ESF+"}
    assert only(read(south=(money | {"note": note},)), "funding")["obs_status"] == status


def test_a_ratio_is_a_norm_that_is_observed(read: Read) -> None:
    share = {"measure": "PSZ_share_of_estimated_need_met", "unit": "percent", "value": "3.3"}
    row = only(read(first=(share | {"territory_code": "DE", "category": "torture"},)), "benchmark")
    assert (row["threshold"], row["kind"], row["territory_id"]) == (3.3, "observed", "DE")


@pytest.mark.parametrize(
    ("row", "named"),
    [
        (
            PUPILS | {"unit": "pupils"},
            "no mapping for integration_course_participants / all / pupils",
        ),
        (PUPILS | {"measure": "course_pupils"}, "no mapping for course_pupils"),
        (PUPILS | {"kind": "guess"}, "line 2: kind 'guess' is not one of"),
        (PUPILS | {"group": "everyone"}, "no mapping for .* / everyone / participants"),
        (
            {"measure": "funding_eur", "kind": "funding", "group": "ISF", "unit": "EUR"},
            "line 2: no mapping for the funding of 'ISF' in AT13",
        ),
    ],
)
def test_an_unknown_combination_is_named(read: Read, row: Row, named: str) -> None:
    with pytest.raises(LayoutError, match=named):
        read(row)


def test_a_missing_column_is_named(read: Read, put: Put, tmp_path: Path) -> None:
    read(NETWORK)
    put(WEST, text([c for c in transcribed_services._LATER_COLUMNS if c != "group"], NETWORK))
    with pytest.raises(LayoutError, match="group is missing"):
        transcribed_services.read(tmp_path)
