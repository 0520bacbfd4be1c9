"""Coordinates are only looked for where they can be; a list without them is told so."""

from pathlib import Path

import pytest

ROWS = {
    "text": ("Zona", ["Nord", "Sud", "Nord"]),
    "beds": ("Bagni", ["4", "12", "3"]),
    "lon": ("Gradi uno", ["11,34", "9,19", ""]),
    "lat": ("Gradi due", ["44,49", "45,46", "n.d."]),
    "east": ("Metri uno", ["686000", "514800", "520000"]),
    "north": ("Metri due", ["4929000", "5034500", "5040000"]),
}


def _file(folder: Path, *keys: str) -> Path:
    columns = [ROWS[key] for key in keys]
    lines = [["Nome", *(name for name, _ in columns)]]
    lines += [[f"Casa {i}", *(cells[i] for _, cells in columns)] for i in range(3)]
    file = folder / "centri.csv"
    file.write_text("\n".join(";".join(line) for line in lines), "utf-8")
    return file


@pytest.mark.parametrize("keys", [("lon", "lat"), ("east", "north")], ids="-".join)
def test_only_columns_of_numbers_that_may_be_coordinates_are_offered(look, tmp_path, keys):
    found = look(_file(tmp_path, "text", "beds", *keys), "reception_centres")
    asked = {each["setting"]: each["options"] for each in found["questions"]}
    names = [ROWS[key][0] for key in keys]
    for setting in ("choose.lon", "choose.lat"):
        assert [each["value"] for each in asked[setting]] == names


@pytest.mark.parametrize("keys", [("text",), ("beds",), ("text", "lon")], ids="-".join)
def test_a_list_without_coordinates_is_told_so_and_asked_nothing(look, tmp_path, keys):
    found = look(_file(tmp_path, *keys), "reception_centres")
    assert found["problem"].startswith("This file has no coordinates: places are added only")
    assert "'Reception places of a territory'" in found["problem"]


def test_how_finely_a_place_is_shown_says_what_follows(look, tmp_path):
    found = look(_file(tmp_path, "lon", "lat"), "reception_centres")
    asked = next(e for e in found["questions"] if e["setting"] == "constants.publish_level")
    labels = {each["value"]: each["label"] for each in asked["options"]}
    withheld = "its name and note are withheld too, it is counted as a protected place."
    assert {code for code, label in labels.items() if withheld in label} == {
        "nuts3", "nuts2", "country",
    }  # fmt: skip
