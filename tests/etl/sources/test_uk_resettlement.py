"""UK resettlement: arrivals by quarter and region, Afghan schemes and sponsorship apart."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.reading import LOADED, LayoutError, Reading
from etl.sources import uk_resettlement

Put = Callable[[str, str], Path]
FILE = "uk/local_authority_resettlement.csv"
HEADER = "Date,Year,Quarter,UK Region,LAD Code,Local Authority,Resettlement Scheme,Persons"
QUARTER = "2024-06-30,2024,2"
UKRS = "UK Resettlement Scheme"
ACRS = "Resettlement - ACRS Pathway 2"
SPONSORED = "Community Sponsorship Scheme"
LINES = (
    f"{QUARTER},South West,E07000041,Exeter,{UKRS},10",
    f"{QUARTER},South West,E07000041,Exeter,{UKRS} - {SPONSORED},4",
    f"{QUARTER},Scotland,S12000036,City of Edinburgh,Mandate Scheme,1",
    f"{QUARTER},Unknown,Unknown,Unknown,{UKRS},2",
    f"{QUARTER},Unknown,Unknown,Unknown,{ACRS},400",
    f"{QUARTER},Unknown,Unknown,Unknown,{ACRS} - {SPONSORED},6",
    f"{QUARTER},Unknown,Unknown,Unknown,{ACRS} - Communities for Afghans,3",
    f"{QUARTER},Unknown,Unknown,Unknown,Relocation - ARAP,1000",
    "2014-03-31,2014,1,South West,E07000041,Exeter,Vulnerable Persons Resettlement Scheme,13",
)


@pytest.fixture
def reading(put: Put, tmp_path: Path) -> Reading:
    put(FILE, "\n".join((HEADER, *LINES)) + "\n")
    found = uk_resettlement.read(tmp_path)
    assert found.outcomes == {(FILE, LOADED): len(LINES)}
    return found


def values(frame: pd.DataFrame, *names: str) -> dict[tuple[str, ...], float]:
    *key, value = names
    return frame.set_index(key)[value].to_dict()


def test_schemes_with_a_local_authority_are_summed_by_region_and_quarter(reading: Reading) -> None:
    frame = reading.tables["observation"]
    own = frame[frame["measure_id"] == "resettled_by_scheme_persons"]
    assert values(own, "territory_id", "period", "value") == {
        ("UKK", "2024-Q2"): 14,
        ("UKM", "2024-Q2"): 1,
        ("UK", "2024-Q2"): 17,
        ("UKK", "2014-Q1"): 13,
        ("UK", "2014-Q1"): 13,
    }
    assert values(own, "territory_id", "period", "upper")["UKK", "2024-Q2"] == 16


def test_afghan_schemes_are_the_countrys_and_relocation_is_apart(reading: Reading) -> None:
    frame = reading.tables["observation"]
    afghans = frame[frame["measure_id"].str.contains("afghans")]
    assert values(afghans, "territory_id", "measure_id", "value") == {
        ("UK", "resettled_afghans_persons"): 409,
        ("UK", "relocated_afghans_persons"): 1000,
    }


def test_sponsored_arrivals_by_scheme_are_part_of_the_arrivals(reading: Reading) -> None:
    frame = reading.tables["sponsorship"]
    assert set(frame["period"]) == {"2024-Q2"}
    assert values(frame, "scheme_id", "territory_id", "arrivals_persons") == {
        ("community_sponsorship_uk", "UKK"): 4,
        ("community_sponsorship_uk", "UK"): 10,
        ("communities_for_afghans_uk", "UK"): 3,
    }
    notes = values(frame, "scheme_id", "territory_id", "note")
    assert "all regions together" in notes["community_sponsorship_uk", "UK"]
    assert "all regions together" not in notes["community_sponsorship_uk", "UKK"]


def test_local_authorities_are_told_as_listed_and_the_unknown_one_is_none(
    reading: Reading,
) -> None:
    (row,) = reading.tables["sponsorship_locality"].to_dict("records")
    assert (row["locality_code"], row["locality_name"]) == ("E07000041", "Exeter")
    assert (row["territory_id"], row["period"], row["arrivals_persons"]) == ("UKK", "2024-Q2", 4)
    assert (row["evidence"], row["source_line"]) == ("published", 3)


def test_before_2021_no_line_names_sponsors(reading: Reading) -> None:
    """The Vulnerable Persons Scheme of 2014 holds sponsored arrivals that nobody can tell apart."""
    assert "2014-Q1" not in set(reading.tables["sponsorship"]["period"])


def test_every_row_starts_at_a_line_of_the_file(reading: Reading) -> None:
    lines = {
        (row["territory_id"], row["measure_id"]): row["source_line"]
        for row in reading.tables["observation"].to_dict("records")
        if row["period"] == "2024-Q2"
    }
    assert lines["UKM", "resettled_by_scheme_persons"] == 4
    assert lines["UK", "relocated_afghans_persons"] == 9


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("Resettlement Scheme,Persons", "Scheme,Persons", "Resettlement Scheme is missing"),
        ("Mandate Scheme", "New Scheme", "line 4: scheme 'New Scheme' is not known"),
        (",Persons", ",People", "Persons is missing"),
    ],
)
def test_another_layout_is_refused(
    put: Put, tmp_path: Path, old: str, new: str, named: str
) -> None:
    put(FILE, "\n".join((HEADER, *LINES)).replace(old, new) + "\n")
    with pytest.raises(LayoutError, match=named):
        uk_resettlement.read(tmp_path)
