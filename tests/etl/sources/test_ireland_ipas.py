"""Ireland's accommodation: the country is loaded, six local authorities are set aside."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.measures import BY_ID
from etl.reading import LOADED, LayoutError, Reading
from etl.sources import ireland_ipas

Put = Callable[[str, str], Path]
FILE = "ireland/ie_ipas_2024-12-29_partial.csv"
LINES = (
    "level,area,accommodation_type,centres,persons,children,note",
    "country,Ireland,IPAS Accommodation (long-term),4,60,20,",
    "country,Ireland,Emergency Accommodation,5,100,30,",
    "country,Ireland,National Reception Centre,1,7,2,",
    "country,Ireland,Citywest Transit Hub,1,8,0,",
    "country,Ireland,Tented Accommodation,2,9,0,",
    "country,Ireland,TOTAL,13,184,52,",
    "local_authority,Fingal,TOTAL,,24,,only 6 of 31 LAs are quoted in text",
    "local_authority,Kerry,TOTAL,,19,,",
)


@pytest.fixture
def reading(put: Put, tmp_path: Path) -> Reading:
    put(FILE, "\n".join(LINES) + "\n")
    return ireland_ipas.read(tmp_path)


def test_the_country_has_its_kinds_of_accommodation_and_their_sum(reading: Reading) -> None:
    frame = reading.tables["observation"]
    assert set(frame["territory_id"]) == {"IE"}
    persons = frame[frame["group_id"] == "asylum_applicants"].set_index("measure_id")["value"]
    assert persons["people_hosted_persons"] == 184
    kinds = [name for name in persons.index if name.startswith("hosted_in")]
    assert len(kinds) == 5
    assert persons[kinds].sum() == 184
    assert persons["reception_centres_count"] == 13
    assert {BY_ID[name].kind for name in persons.index} == {"use", "presence"}


def test_a_zero_of_children_is_a_figure(reading: Reading) -> None:
    frame = reading.tables["observation"]
    children = frame[frame["group_id"] == "children"].set_index("measure_id")["value"]
    assert children["hosted_in_tents_persons"] == 0
    assert children["people_hosted_persons"] == 52


def test_local_authorities_are_set_aside_and_in_no_region(reading: Reading) -> None:
    aside = reading.tables["set_aside"].set_index("territory_name")
    assert aside["value"].to_dict() == {"Fingal": "24", "Kerry": "19"}
    assert aside.loc["Fingal", ["territory_id", "source_line"]].tolist() == ["IE061", 8]
    assert aside["territory_id"].isna().to_dict() == {"Fingal": False, "Kerry": True}
    assert aside["reason"].str.contains("not a NUTS region").all()
    assert reading.outcomes == {(FILE, LOADED): 8}


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("accommodation_type", "type", "accommodation_type is missing"),
        ("Tented Accommodation", "Ship", "line 6: country / Ireland / Ship is not known"),
        ("local_authority,Kerry", "county,Kerry", "line 9: county / Kerry"),
        ("13,184,52", "13,185,52", "persons of all kinds are 184, not 185"),
        ("13,184,52", "13,184,53", "children of all kinds are 52, not 53"),
        (",5,100,30,", ",5,c. 100,30,", "line 3: persons 'c. 100' is not a whole number"),
        (",5,100,30,", ",,100,30,", "line 3: centres '' is not a whole number"),
        ("country,Ireland,Tented Accommodation,2,9,0,\n", "", "no line for Tented"),
    ],
)
def test_another_layout_is_refused(
    put: Put, tmp_path: Path, old: str, new: str, named: str
) -> None:
    put(FILE, ("\n".join(LINES) + "\n").replace(old, new))
    with pytest.raises(LayoutError, match=named):
        ireland_ipas.read(tmp_path)
