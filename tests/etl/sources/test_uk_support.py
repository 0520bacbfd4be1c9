"""UK asylum support: kinds told apart, sums by region, what no region has as bounds."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from etl.measures import BY_ID
from etl.reading import LOADED, LayoutError
from etl.sources import uk_support

Put = Callable[[str, str], Path]
FILE = "uk/local_authority_support.csv"
HEADER = (
    "Date,Year,Quarter,Support Type,UK Region,Local Authority,LAD Code,Accommodation Type,People"
)
HOSTED, DISPERSAL = "people_hosted_persons", "hosted_in_dispersal_persons"
HOTELS, MONEY = "hosted_in_hotels_persons", "supported_without_accommodation_persons"
EARLY = "2017-12-31,2017,4"
LATE = "2022-12-31,2022,4"
S98, S4 = "N/A - Section 98 (pre-Dec 2022)", "N/A - Section 4 (pre-2018)"
LINES = (
    f"{LATE},Section 95,East of England,Luton,E06000032,Dispersal Accommodation,10",
    f"{LATE},Section 4,East Of England,Luton,E06000032,Dispersal Accommodation,3",
    f"{LATE},Section 98,East Of England,Ipswich,E07000202,Contingency Accommodation - Hotel,20",
    f"{LATE},Section 95,East Of England,Ipswich,E07000202,Subsistence only,4",
    f"{LATE},Section 98,Scotland,Glasgow City,S12000033,Contingency Accommodation - Hotel,7",
    f"{LATE},Section 98,Scotland,Glasgow City,S12000033,Contingency Accommodation - Hotel,5",
    f"{LATE},Section 95,Unknown,Unknown,N/A,Dispersal Accommodation,2",
    f"{EARLY},Section 95,Wales,Cardiff,W06000015,Dispersal Accommodation,50",
    f"{EARLY},Section 95,Wales,Cardiff,W06000015,Subsistence Only,6",
    f"{EARLY},Section 4,{S4},{S4},{S4},Dispersal Accommodation,9",
    f"{EARLY},Section 98,{S98},{S98},{S98},N/A - Section 98 (pre-2023),11",
)


@pytest.fixture
def rows(put: Put, tmp_path: Path) -> pd.DataFrame:
    put(FILE, "\n".join((HEADER, *LINES)) + "\n")
    reading = uk_support.read(tmp_path)
    assert reading.outcomes == {(FILE, LOADED): len(LINES)}
    frame = reading.tables["observation"].set_index(["territory_id", "period", "measure_id"])
    assert frame.index.is_unique
    return frame.sort_index()


def figure(rows: pd.DataFrame, *key: str) -> tuple[float, float, float, str]:
    row = rows.loc[key]
    return tuple(row[["value", "lower", "upper", "obs_status"]].where(row.notna(), None))


def test_kinds_of_support_are_added_and_spellings_of_a_region_are_one(rows: pd.DataFrame) -> None:
    """10 + 3 in flats and 20 in a hotel; the 2 of region Unknown may be any region's."""
    assert figure(rows, "UKH", "2022-12-31", DISPERSAL) == (13, 13, 15, "A")
    assert figure(rows, "UKH", "2022-12-31", HOSTED) == (33, 33, 35, "A")
    assert figure(rows, "UKH", "2022-12-31", HOTELS) == (20, None, None, "A")


def test_money_only_is_not_hosted(rows: pd.DataFrame) -> None:
    assert figure(rows, "UKH", "2022-12-31", MONEY) == (4, None, None, "A")
    kinds = {measure_id: BY_ID[measure_id].kind for measure_id in (HOSTED, MONEY)}
    assert kinds == {HOSTED: "use", MONEY: "use"}


def test_an_authority_split_over_two_lines_is_added_up(rows: pd.DataFrame) -> None:
    assert figure(rows, "UKM", "2022-12-31", HOTELS)[0] == 12


def test_the_country_has_every_line_of_its_quarter(rows: pd.DataFrame) -> None:
    """Hosted: 10 + 3 + 20 + 7 + 5 + 2 late, 50 + 9 + 11 early, of which 11 of no known kind."""
    assert figure(rows, "UK", "2022-12-31", HOSTED) == (47, None, None, "A")
    assert "2 of the persons are without a region" in rows.loc[("UK", "2022-12-31", HOSTED), "note"]
    assert figure(rows, "UK", "2017-12-31", HOSTED) == (70, None, None, "E")
    assert figure(rows, "UK", "2017-12-31", DISPERSAL) == (59, None, None, "A")
    assert "11 under Section 98" in rows.loc[("UK", "2017-12-31", DISPERSAL), "note"]


def test_what_is_published_for_the_country_only_leaves_a_region_with_bounds(
    rows: pd.DataFrame,
) -> None:
    """Wales has 50 for sure; the 9 under Section 4 and the 11 under Section 98 may be there."""
    assert figure(rows, "UKL", "2017-12-31", DISPERSAL) == (None, 50, 59, "M")
    assert figure(rows, "UKL", "2017-12-31", HOSTED) == (None, 50, 70, "M")
    assert figure(rows, "UKL", "2017-12-31", MONEY) == (6, None, None, "A")


def test_a_region_nobody_is_listed_in_has_no_row(rows: pd.DataFrame) -> None:
    assert set(rows.index.get_level_values(0)) == {"UK", "UKH", "UKM", "UKL"}
    assert ("UKM", "2022-12-31", DISPERSAL) not in rows.index


def test_sums_say_that_they_are_ours_and_where_they_start(rows: pd.DataFrame) -> None:
    assert set(rows["evidence"]) == {"estimated"}
    assert set(rows["nuts_version"]) == {"2021"}
    row = rows.loc[("UKH", "2022-12-31", HOSTED)]
    assert (row["source_line"], row["note"].split(";")[0]) == (
        2,
        "sum of 3 lines by local authority",
    )


def test_dispersal_breaks_where_hotels_under_section_95_are_told_apart(
    put: Put, tmp_path: Path
) -> None:
    line = "Section 95,London,Barnet,E09000003"
    dates = ("2023-03-31,2023,1", "2023-06-30,2023,2", "2023-09-30,2023,3")
    lines = [f"{date},{line},Dispersal Accommodation,22" for date in dates]
    put(FILE, "\n".join((HEADER, *lines)) + "\n")
    frame = uk_support.read(tmp_path).tables["observation"]
    of_london = frame[(frame["territory_id"] == "UKI")].set_index(["measure_id", "period"])
    assert of_london.loc[DISPERSAL, "obs_status"].tolist() == ["A", "B", "A"]
    assert of_london.loc[HOSTED, "obs_status"].tolist() == ["A", "A", "A"]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("LAD Code", "LA Code", "LAD Code is missing"),
        ("Section 4,East", "Section 5,East", "line 3: 'Section 5'"),
        ("Hotel,20", "Ship,20", "line 4: 'Section 98' in 'Contingency Accommodation - Ship'"),
        (",Wales,", ",Cymru,", "line 9: UK Region 'Cymru' is none of the twelve"),
        ("S12000033,Contingency Accommodation - Hotel,7", "E12,Initial Accommodation,7", "of Sco"),
        (f"{LATE},Section 4", "2022-12-30,2022,4,Section 4", "'2022-12-30' is not the last day"),
        ("Hotel,7", "Hotel,*", r"line 6: People '\*' is not a whole number"),
        ("Hotel,7", "Hotel,5", "line 7: the same line as 6"),
        ("East Of England,Luton", "London,Luton", "line 3: Luton is in UKH and UKI"),
    ],
)
def test_a_line_that_a_sum_cannot_do_with_stops_the_reading(
    put: Put, tmp_path: Path, old: str, new: str, named: str
) -> None:
    put(FILE, "\n".join((HEADER, *LINES)).replace(old, new) + "\n")
    with pytest.raises(LayoutError, match=named):
        uk_support.read(tmp_path)
