"""What may not be known is in no table: counts of sensitive groups and protected places."""

import pandas as pd
import pytest

from etl import disclosure, protected_places

GROUP = "unaccompanied_children"
FACT = {"source_id": "s", "obs_status": "A", "evidence": "published", "source_file": "f.csv"}


def observations(*rows: dict[str, object]) -> pd.DataFrame:
    usual = {
        "territory_id": "ES61", "nuts_version": "2024", "period": "2024", "group_id": GROUP,
        "measure_id": "unaccompanied_children_present_persons",
    } | FACT  # fmt: skip
    return pd.DataFrame([usual | row for row in rows])


def protected(*rows: dict[str, object]) -> pd.DataFrame:
    return disclosure.protect({"observation": observations(*rows)})["observation"]


def test_people_of_sensitive_groups_are_rounded_and_the_row_says_so():
    (row,) = protected({"value": 17.0, "note": "17 boys in 2024"}).to_dict("records")
    assert row["value"] == 15
    assert row["note"] == "… boys in 2024; rounded to 5; … is a number withheld"


@pytest.mark.parametrize(
    ("measure_id", "group_id"),
    [
        ("unaccompanied_children_legal_places", GROUP),
        ("unaccompanied_children_to_receive_persons", GROUP),
        ("unaccompanied_children_key_percent", GROUP),
        ("people_hosted_persons", "all"),
    ],
)
def test_places_tasks_keys_and_other_groups_stay_as_published(measure_id: str, group_id: str):
    (row,) = protected(
        {"measure_id": measure_id, "group_id": group_id, "value": 17.0, "note": "17"}
    ).to_dict("records")
    assert (row["value"], row["note"]) == (17, "17")


def test_a_share_does_not_give_the_count_back():
    share = {"measure_id": "unaccompanied_children_share_percent", "value": 23.78}
    (row,) = protected(share | {"note": "of 21,711"}).to_dict("records")
    assert row["value"] == 24
    assert "21,711" not in row["note"]


def test_an_interval_still_holds_its_rounded_value():
    (row,) = protected({"value": 18.0, "lower": 17.0, "upper": 18.0}).to_dict("records")
    assert row["lower"] <= row["value"] <= row["upper"]
    assert {row[each] % 5 for each in ("lower", "value", "upper")} == {0}


def test_a_total_that_would_give_its_parts_away_moves():
    parts = [{"territory_id": f"ES{i}1", "value": 2.0} for i in range(1, 5)]
    found = protected({"territory_id": "ES", "value": 8.0}, *parts)
    assert found["value"].tolist() == [5, 0, 0, 0, 0]


def test_unknown_stays_unknown():
    assert protected({"value": None})["value"].isna().all()


SHELTER = {
    "facility_id": "x1", "name": "House of Secret Street", "kind": "reception",
    "service": "reception", "country": "AT", "lon": 16.37, "lat": 48.21, "places": 12,
    "occupied": 7, "groups": "victims_of_trafficking", "mode": "on_site",
    "publish_level": "nuts3", "note": "behind the church of Secret Street",
} | FACT  # fmt: skip


def test_a_protected_place_has_neither_name_nor_note_nor_an_exact_number_of_people():
    open_house = SHELTER | {"facility_id": "x2", "publish_level": "point", "occupied": 7}
    found = disclosure.protect({"facility": pd.DataFrame([SHELTER, open_house])})["facility"]
    assert found["name"].tolist() == ["protected place", "House of Secret Street"]
    assert "Secret" not in found.loc[0, "note"]
    assert found["occupied"].tolist() == [5, 7]
    assert found["places"].tolist() == [12, 12]


def test_a_protected_place_is_moved_to_the_middle_of_its_territory_and_others_stay():
    from etl.geography import cell_at, rings

    near = rings(cell_at(16.37, 48.21), 2)
    cells = pd.DataFrame({"cell": near, "nuts_2024": ["AT130"] * 7 + ["AT127"] * 12})
    open_house = SHELTER | {"facility_id": "x2", "publish_level": "point"}
    tables = {"facility": pd.DataFrame([SHELTER, open_house])}
    found = protected_places.moved(tables, cells)["facility"]
    again = protected_places.moved(
        {"facility": pd.DataFrame([SHELTER | {"lon": 16.40, "lat": 48.20}])}, cells
    )["facility"]
    assert (found.loc[0, "lon"], found.loc[0, "lat"]) != (16.37, 48.21)
    # Wherever in its region it stands, it is shown at the same point.
    assert found.loc[0, ["lon", "lat"]].tolist() == again.loc[0, ["lon", "lat"]].tolist()
    assert found.loc[1, ["lon", "lat"]].tolist() == [16.37, 48.21]


def test_figures_of_a_protected_place_are_rounded_and_lose_their_notes():
    figures = pd.DataFrame(
        [
            {"facility_id": each, "period": "2024", "measure_id": "people_hosted_persons",
             "group_id": "all", "value": 7.0, "note": "in Secret Street"} | FACT
            for each in ("x1", "x2")
        ]
    )  # fmt: skip
    places = pd.DataFrame([SHELTER, SHELTER | {"facility_id": "x2", "publish_level": "point"}])
    found = disclosure.protect({"facility": places, "facility_observation": figures})
    assert found["facility_observation"]["value"].tolist() == [5, 7]
    assert found["facility_observation"]["note"].isna().tolist() == [True, False]


def test_figures_kept_out_of_maps_follow_the_same_rule():
    rows = pd.DataFrame(
        [
            {"reason": "a municipality, county or single site, not the region",
             "territory_name": "Secret Street", "territory_id": "AT130", "measure": "uam persons",
             "group_name": GROUP, "value": "17", "unit": "persons", "note": "17 boys"},
            {"reason": "the page is undated", "territory_name": "Wien", "territory_id": "AT13",
             "measure": "places", "group_name": "all", "value": "17", "unit": "places",
             "note": "17"},
        ]
    ).assign(source_line=1, **FACT)  # fmt: skip
    found = disclosure.protect({"set_aside": rows})["set_aside"]
    assert found["territory_name"].tolist() == ["a place in AT130", "Wien"]
    assert found["value"].tolist() == ["15", "17"]
    assert pd.isna(found.loc[0, "note"]) and found.loc[1, "note"] == "17"


def test_a_refused_line_keeps_no_number_of_such_people_in_text_or_reason():
    line = {"module": "m", "file": "uam_by_region.csv", "line": 3, "column_name": "value",
            "reason": "-17 is below 0", "raw": "ES61,UAM_present,-17"}  # fmt: skip
    other = line | {"file": "residents.csv", "raw": "ES61,-17"}
    kept, plain = disclosure.withheld([line, other])
    assert "17" not in kept["raw"] + kept["reason"]
    assert plain == other
