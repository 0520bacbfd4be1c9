"""Norms: what is counted per what, how binding, and whose page says so."""

from pathlib import Path

import pytest

from etl import codes
from etl.reading import LOADED, LayoutError, Reading
from etl.sources import transcribed_benchmarks
from etl.sources.transcribed_benchmark_mapping import NORMS
from tests.etl.sources.transcribing import Put, by_line, only, text

FILE = "transcribed/norms_benchmarks.csv"
Row = dict[str, str]
AREA = {
    "measure": "min_floor_area_per_person_reception",
    "unit": "m2 per person",
    "value": "7.5",
    "territory_code": "FR",
}


def read(put: Put, folder: Path, *rows: Row) -> Reading:
    put(FILE, text(transcribed_benchmarks._COLUMNS, *rows))
    return transcribed_benchmarks.read(folder)


def test_a_norm_of_law_is_a_threshold_with_its_page(put: Put, tmp_path: Path) -> None:
    reading = read(put, tmp_path, AREA | {"period": "2023"})
    row = only(reading, "benchmark")
    assert row["benchmark_id"] == "fr_min_floor_area_per_person_reception"
    assert (row["threshold"], row["unit"]) == (7.5, "m2 per person")
    assert (row["numerator"], row["denominator"]) == ("square metres", "person")
    assert (row["kind"], row["editable"], row["period"]) == ("legal_norm", True, "2023")
    assert row["source_id"] == only(reading, "source")["source_id"]


@pytest.mark.parametrize(("code", "territory"), [("EU", "EU27_2020"), ("OECD", "OECD")])
def test_averages_stay_with_their_union(
    put: Put, tmp_path: Path, code: str, territory: str
) -> None:
    row = {"measure": "language_hours_average", "unit": "hours", "territory_code": code}
    assert only(read(put, tmp_path, row), "benchmark")["territory_id"] == territory


def test_an_old_or_open_period_stays_as_written_and_casts_no_doubt(
    put: Put, tmp_path: Path
) -> None:
    row = AREA | {"period": "c. 2019-24"}
    norm = only(read(put, tmp_path, row), "benchmark")
    assert (norm["period"], norm["obs_status"]) == ("c. 2019-24", "A")


def test_a_quotation_and_a_lower_end_have_low_reliability(put: Put, tmp_path: Path) -> None:
    hours = {"measure": "language_hours_average", "unit": "hours"}
    quoted = hours | {"source_publisher": "quoted at a blog", "value": "525"}
    lower = hours | {"territory_code": "SE", "note": "'just over 600'", "value": "600"}
    rows = by_line(read(put, tmp_path, quoted, lower), "benchmark")
    assert {line: (r["threshold"], r["obs_status"]) for line, r in rows.items()} == {
        2: (525, "U"),
        3: (600, "U"),
    }


def test_planned_places_are_set_aside(put: Put, tmp_path: Path) -> None:
    planned = {"measure": "humanitarian_places_CAED", "unit": "places", "value": "1060"}
    reading = read(put, tmp_path, planned, AREA)
    assert only(reading, "set_aside")["value"] == "1060"
    assert reading.outcomes == {(FILE, LOADED): 2}


def test_shares_of_a_formula_are_not_for_a_user_to_edit() -> None:
    fixed = {name for name, norm in NORMS.items() if not norm.editable}
    assert {"koenigstein_weight_population", "AMIF_2021_27_weight_asylum"} <= fixed
    assert "UAM_places_per_100000_inhabitants" not in fixed


def test_every_norm_uses_the_code_lists() -> None:
    assert {norm.kind for norm in NORMS.values()} <= set(codes.BENCHMARK_KIND)
    assert {norm.group_id for norm in NORMS.values()} <= set(codes.GROUP)
    assert {norm.service for norm in NORMS.values()} - {None} <= set(codes.SERVICE)


@pytest.mark.parametrize("change", [{"measure": "max_floor_area"}, {"unit": "square feet"}])
def test_an_unknown_norm_or_unit_is_named(put: Put, tmp_path: Path, change: Row) -> None:
    (strange,) = change.values()
    with pytest.raises(LayoutError, match=f"line 2: no norm for .*{strange}"):
        read(put, tmp_path, AREA | change)
