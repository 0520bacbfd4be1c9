"""What may not be known is in no table: counts of sensitive groups and protected places."""

import pandas as pd
import pytest

from etl import disclosure, protected_places, withholding

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


OPEN = SHELTER | {
    "facility_id": "x2", "publish_level": "point", "groups": None, "country": "DE",
}  # fmt: skip


def test_a_protected_place_has_neither_name_nor_note_nor_an_exact_number_of_people():
    found = disclosure.protect({"facility": pd.DataFrame([SHELTER, OPEN])}, "homes")["facility"]
    assert found["name"].tolist() == ["protected place", "House of Secret Street"]
    assert "Secret" not in found.loc[0, "note"]
    assert found["occupied"].tolist() == [5, 7]
    assert found["places"].tolist() == [12, 12]


def test_a_protected_place_is_moved_to_the_middle_of_its_territory_and_others_stay():
    from etl.geography import cell_at, rings

    near = rings(cell_at(16.37, 48.21), 2)
    cells = pd.DataFrame({"cell": near, "nuts_2024": ["AT130"] * 7 + ["AT127"] * 12})
    tables = {"facility": pd.DataFrame([SHELTER, OPEN])}
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
    places = pd.DataFrame([SHELTER, OPEN])
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
    kept, plain = withholding.rejected([line, other])
    assert "17" not in kept["raw"] + kept["reason"]
    assert plain == other


def test_a_shelter_is_protected_whatever_level_its_source_gives_it():
    given = SHELTER | {"publish_level": "point"}
    mixed = given | {"facility_id": "x2", "groups": "asylum_applicants women_at_risk"}
    disabled = given | {"facility_id": "x3", "groups": "persons_with_disabilities"}
    rows = protected_places.levelled(pd.DataFrame([given, mixed, disabled]))
    assert rows["publish_level"].tolist() == ["nuts3", "point", "point"]


def test_a_key_that_was_made_of_the_name_is_replaced_in_both_tables():
    figures = pd.DataFrame(
        [{"facility_id": "x1", "period": "2024", "measure_id": "reception_places",
          "group_id": "all", "value": 12.0} | FACT]
    )  # fmt: skip
    found = disclosure.protect(
        {"facility": pd.DataFrame([SHELTER, OPEN]), "facility_observation": figures}, "homes"
    )
    assert found["facility"]["facility_id"].tolist() == ["homes_protected_00001", "x2"]
    assert found["facility_observation"]["facility_id"].tolist() == ["homes_protected_00001"]
    assert found["facility"]["source_id"].tolist() == ["homes", "s"]
    assert pd.isna(found["facility"].loc[0, "source_line"])


def test_an_open_centre_does_not_give_the_protected_one_away_by_subtraction():
    """The country hosts 25; the open centre's 13 would leave 12 for the protected one."""
    near = OPEN | {"country": "AT", "occupied": 13}
    found = disclosure.protect({"facility": pd.DataFrame([SHELTER | {"occupied": 12}, near])})
    assert found["facility"]["occupied"].tolist() == [10, 15]


def test_a_page_s_title_does_not_tell_the_count_that_was_rounded():
    pages = pd.DataFrame(
        [
            {"source_id": "s", "module": "m", "title": "Region takes 667 minors in 2024",
             "attribution": "x", "url": "https://news.example/region-takes-667-minors"},
            {"source_id": "house", "module": "m", "title": "House of Secret Street",
             "attribution": "x", "url": "https://house.example"},
            {"source_id": "m", "module": "m", "title": "Pages", "attribution": "x", "url": None},
        ]
    )  # fmt: skip
    tables = {"source": pages, "observation": observations({"value": 667.0})}
    kept = disclosure.protect(tables, "m")["source"]
    # The page of the shelter, which nothing cites any more, is gone.
    assert kept["source_id"].tolist() == ["s", "m"]
    assert kept.loc[0, "title"] == "Region takes … minors in 2024"
    assert kept.loc[0, "url"] == "https://news.example"


@pytest.mark.parametrize("group_id", ["all", "children"])
def test_a_measure_of_such_people_is_rounded_whatever_group_its_row_gives(group_id: str):
    assert protected({"group_id": group_id, "value": 7.0})["value"].tolist() == [5]


def test_a_rate_is_withheld():
    (row,) = protected({"measure_id": "hosted_per_1000_residents", "value": 0.6}).to_dict("records")
    assert pd.isna(row["value"]) and row["obs_status"] == "Q"
