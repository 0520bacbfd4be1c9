"""Reception by country: totals share measures with regions, parts have their own."""

from pathlib import Path

import pytest

from etl import codes
from etl.measures import BY_ID
from etl.reading import LOADED, LayoutError, Reading
from etl.sources import transcribed_national
from etl.sources.transcribed_rows import Figure
from tests.etl.sources.transcribing import Put, by_line, only, rows_of, text

FILE = "transcribed/reception_national.csv"
Row = dict[str, str]
PLACES = {"measure": "reception_places_total", "unit": "places"}
REGISTERED = {"measure": "registered_in_reception_system", "unit": "persons"}


def read(put: Put, folder: Path, *rows: Row) -> Reading:
    put(FILE, text(transcribed_national._COLUMNS, *rows))
    return transcribed_national.read(folder)


def test_the_parts_of_dutch_reception_are_not_its_total(put: Put, tmp_path: Path) -> None:
    """On 6 January 2025 the three parts sum to the people entitled to reception."""
    parts = {
        "entitled_to_reception": "72610",
        "in_regular_COA_centres": "34675",
        "in_COA_emergency_locations": "30393",
        "in_municipal_crisis_reception": "7542",
    }
    rows = [
        {"territory_code": "NL", "measure": name, "unit": "persons", "value": value}
        for name, value in parts.items()
    ]
    observed = rows_of(read(put, tmp_path, *rows), "observation")
    values = {str(row["measure_id"]): float(str(row["value"])) for row in observed}
    assert len(values) == 4
    assert "people_hosted_persons" not in values
    assert values.pop("entitled_to_reception_persons") == sum(values.values())
    assert BY_ID["entitled_to_reception_persons"].kind == "need"


@pytest.mark.parametrize(
    ("row", "status"),
    [
        (PLACES | {"territory_code": "BG", "period": "2022-12-31"}, "U"),
        (PLACES | {"territory_code": "BG", "period": "2023-12-31"}, "A"),
        (
            {"measure": "persons_in_reception", "unit": "persons"}
            | {"territory_code": "BG", "period": "2022-12-31"},
            "A",
        ),
    ],
)
def test_a_note_doubts_the_one_figure_it_is_about(
    put: Put, tmp_path: Path, row: Row, status: str
) -> None:
    note = {"note": "nominal 2022 figure disputed: usable 3,932"}
    assert only(read(put, tmp_path, row | note), "observation")["obs_status"] == status
    assert only(read(put, tmp_path, row), "observation")["obs_status"] == "A"


def test_sweden_s_register_breaks_when_it_takes_in_another_group(put: Put, tmp_path: Path) -> None:
    years = ("2021-12-31", "2022-12-31", "2023-12-31")
    rows = [REGISTERED | {"territory_code": "SE", "period": day} for day in years]
    other = REGISTERED | {"territory_code": "FI", "period": years[1]}
    observed = by_line(read(put, tmp_path, *rows, other), "observation")
    assert {line: row["obs_status"] for line, row in observed.items()} == {
        2: "A",
        3: "B",
        4: "A",
        5: "A",
    }


def test_aggregates_and_parts_of_a_country_are_set_aside(put: Put, tmp_path: Path) -> None:
    union = {"measure": "reception_places_set_up_with_AMIF", "unit": "places"}
    mainland = {"measure": "international_protection_places_peninsula", "unit": "places"}
    reading = read(put, tmp_path, union | {"territory_code": "EU"}, mainland, PLACES)
    assert sorted(map(str, by_line(reading, "set_aside"))) == ["2", "3"]
    assert only(reading, "observation")["source_line"] == 4
    assert reading.outcomes == {(FILE, LOADED): 3}


def test_every_meaning_is_a_known_measure_and_group() -> None:
    figures = [m for m in transcribed_national._MEANING.values() if isinstance(m, Figure)]
    assert {figure.measure_id for figure in figures} <= set(BY_ID)
    assert {figure.group_id for figure in figures} <= set(codes.GROUP)
    shares = [figure.measure_id for figure in figures if figure.measure_id.endswith("_percent")]
    assert {BY_ID[name].unit for name in shares} == {"percent"}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"unit": "rooms"}, "line 2: no mapping for reception_places_total / rooms"),
        ({"period": "winter"}, "line 2: 'winter' is not a period"),
    ],
)
def test_drift_is_named(put: Put, tmp_path: Path, change: Row, named: str) -> None:
    with pytest.raises(LayoutError, match=named):
        read(put, tmp_path, PLACES | change)
