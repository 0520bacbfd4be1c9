"""A tiny world of two NUTS versions: parents, ended codes, kept codes, and every region a cell.

NUTS 2021                                   NUTS 2024
   50.5-51 N   XA113 (10-11 E)                XA114 (9.8-10.5 E), XA115 (10.5-11 E)
   50-50.5 N   XA111 (10-10.5), XA112         XA111 (10-10.6), XA112 (border moved)
   50-50.01    XA119 (11-11.01), a speck      XA119
   52-52.5     UKC11 (0-0.5)                  none: the United Kingdom left
   55-55.4     none                           XB (20-20.4), without regions below it
"""

import json
from pathlib import Path

import h3
import pandas as pd
import pytest
import shapely
from shapely.geometry import Polygon, box, mapping
from shapely.ops import unary_union

from etl.reading import Reading
from etl.sources import nuts

OLD = {
    "XA111": box(10, 50, 10.5, 50.5),
    "XA112": box(10.5, 50, 11, 50.5),
    "XA113": box(10, 50.5, 11, 51),
    "XA119": box(11, 50, 11.01, 50.01),
    "UKC11": box(0, 52, 0.5, 52.5),
}
NEW = {
    "XA111": box(10, 50, 10.6, 50.5),
    "XA112": box(10.6, 50, 11, 50.5),
    "XA114": box(9.8, 50.5, 10.5, 51),
    "XA115": box(10.5, 50.5, 11, 51),
    "XA119": box(11, 50, 11.01, 50.01),
    "XB": box(20, 55, 20.4, 55.4),
}
JOINT = {"XA111+XA112": ("XA11", "Both", ("XA111", "XA112"))}


def write_version(folder: Path, version: str, finest: dict[str, Polygon]) -> None:
    """The four files of a version, one per level, as the publisher lays them out."""
    for level in nuts.LEVELS:
        codes = sorted({code[: level + 2] for code in finest if len(code) >= level + 2})
        shapes = {
            code: unary_union([shape for at, shape in finest.items() if at.startswith(code)])
            for code in codes
        }
        features = [
            {
                "type": "Feature",
                "properties": {
                    "NUTS_ID": code,
                    "LEVL_CODE": level,
                    "CNTR_CODE": code[:2],
                    "NAME_LATN": f"Latin {code}",
                    "NUTS_NAME": f"Local {code}",
                },
                "geometry": mapping(shape),
            }
            for code, shape in shapes.items()
        ]
        file = folder / nuts._file(version, level)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    write_version(folder, "2021", OLD)
    write_version(folder, "2024", NEW)
    types = "NUTS_ID,LEVL_CODE,URBN_TYPE\nXA111,3,1\nXA112,3,2\nXA114,3,3\nXA115,3,\n"
    (folder / nuts._TYPOLOGY).write_text(types, "utf-8")
    return folder


@pytest.fixture(scope="module")
def reading(world: Path) -> Reading:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(nuts, "JOINT", JOINT)
        return nuts.read(world)


@pytest.fixture(scope="module")
def territories(reading: Reading) -> pd.DataFrame:
    return reading.tables["territory"].set_index(["territory_id", "version"]).sort_index()


@pytest.fixture(scope="module")
def cells(reading: Reading) -> pd.DataFrame:
    """The cells with the centre of each."""
    frame = reading.tables["cell"]
    assert frame["cell"].dtype == "uint64"
    assert frame["cell"].is_unique
    at = [h3.cell_to_latlng(h3.int_to_str(int(cell))) for cell in frame["cell"]]
    return frame.assign(lat=[lat for lat, _ in at], lon=[lon for _, lon in at])


def test_a_parent_is_the_code_without_its_last_character(territories: pd.DataFrame) -> None:
    parents = territories["parent_id"].xs("2024", level="version")
    assert [parents[code] for code in ("XA111", "XA11", "XA1")] == ["XA11", "XA1", "XA"]
    assert pd.isna(parents["XA"])
    named = parents.dropna()
    assert set(named) <= set(parents.index)


def test_shown_are_nuts_2024_and_the_united_kingdom_of_2021(territories: pd.DataFrame) -> None:
    old = territories.xs("2021", level="version")["shown"]
    assert territories.xs("2024", level="version")["shown"].all()
    assert sorted(old.index[old]) == ["UK", "UKC", "UKC1", "UKC11"]


def test_urban_types_are_of_nuts_2024_and_unknown_where_not_given(
    territories: pd.DataFrame, reading: Reading
) -> None:
    types = territories["urban_type"].dropna().to_dict()
    given = {"XA111": "urban", "XA112": "intermediate", "XA114": "rural"}
    assert types == {(code, "2024"): kind for code, kind in given.items()}
    assert reading.outcomes[nuts._TYPOLOGY, "left out: no urban type given"] == 1


def test_a_joint_territory_is_the_sum_of_its_members(territories: pd.DataFrame) -> None:
    joint = territories.loc[("XA111+XA112", "2024")]
    halves = territories.loc[[("XA111", "2024"), ("XA112", "2024")]]
    assert (joint["level"], joint["parent_id"], joint["country"]) == (3, "XA11", "XA")
    assert (joint["members"], joint["shown"]) == ("XA111+XA112", True)
    assert joint["area_km2"] == pytest.approx(halves["area_km2"].sum())
    assert ("XA111+XA112", "2021") not in territories.index


def test_a_cell_belongs_to_the_region_of_its_centre(cells: pd.DataFrame) -> None:
    shown = {**NEW, "UKC11": OLD["UKC11"]}
    for code in set(shown) - {"XA119"}:
        west, south, east, north = shown[code].bounds
        inside = cells["lon"].between(west, east) & cells["lat"].between(south, north)
        expected = set(cells.loc[inside & (cells["nuts_2024"] != "XA119"), "cell"])
        assert set(cells.loc[cells["nuts_2024"] == code, "cell"]) == expected
        assert len(expected) > 20


def test_a_region_too_small_for_a_centre_has_one_cell_at_it(cells: pd.DataFrame) -> None:
    (cell,) = cells.loc[cells["nuts_2024"] == "XA119", "cell"]
    near = h3.grid_disk(h3.latlng_to_cell(50.005, 11.005, 6), 1)
    assert h3.int_to_str(int(cell)) in near


def test_a_code_in_both_versions_is_the_same_region(cells: pd.DataFrame) -> None:
    both = cells[cells["nuts_2024"].isin(["XA111", "XA112", "XA119", "UKC11"])]
    assert (both["nuts_2021"] == both["nuts_2024"]).all()
    moved = cells["lon"].between(10.5, 10.6) & cells["lat"].between(50, 50.5)
    assert set(cells.loc[moved, "nuts_2021"]) == {"XA111"}


def test_cells_of_a_new_region_keep_the_code_that_ended_even_beyond_its_coast(
    cells: pd.DataFrame,
) -> None:
    new = cells[cells["nuts_2024"].isin(["XA114", "XA115"])]
    assert set(new["nuts_2021"]) == {"XA113"}
    assert (new["lon"] < 10).any()
    assert "XA113" not in set(cells["nuts_2024"])


LINES = [("2021", "XA116", "2024", "XA118"), ("2021", "XA117", "2024", "XA11A")]


@pytest.mark.parametrize(("lines", "between"), [([], "XA117"), (LINES, "XA116")])
def test_a_border_drawn_otherwise_moves_nobody_between_renamed_regions(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lines: list[tuple[str, str, str, str]],
    between: str,
) -> None:
    """The two files draw the border of XA116 (now XA118) with XA117 (now XA11A) 0.1 apart.

    Where the table of changes has a region it is made of the codes listed; else of those the
    files put there.
    """
    columns = ["old_version", "old_code", "new_version", "new_code"]
    monkeypatch.setattr(nuts, "JOINT", {})
    monkeypatch.setattr(nuts, "changes", lambda: pd.DataFrame(lines, columns=columns))
    west, east = box(10, 50, 10.5, 50.5), box(10.5, 50, 11, 50.5)
    write_version(tmp_path, "2021", {"XA116": west, "XA117": east})
    west, east = box(10, 50, 10.6, 50.5), box(10.6, 50, 11, 50.5)
    write_version(tmp_path, "2024", {"XA118": west, "XA11A": east})
    (tmp_path / nuts._TYPOLOGY).write_text("NUTS_ID,LEVL_CODE,URBN_TYPE\n", "utf-8")
    cells = nuts.read(tmp_path).tables["cell"]
    lon = [h3.cell_to_latlng(h3.int_to_str(int(cell)))[1] for cell in cells["cell"]]
    moved = pd.Series(lon).between(10.5, 10.6)
    assert set(cells.loc[moved, "nuts_2021"]) == {between}
    assert set(cells.loc[~moved, "nuts_2021"] + ">" + cells.loc[~moved, "nuts_2024"]) == {
        "XA116>XA118",
        "XA117>XA11A",
    }


def test_where_nuts_2021_has_nothing_there_is_no_old_code(cells: pd.DataFrame) -> None:
    assert cells.loc[cells["nuts_2024"] == "XB", "nuts_2021"].isna().all()


def test_a_world_without_joint_territories(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nuts, "JOINT", {})
    ids = nuts.read(world).tables["territory"]["territory_id"]
    assert not ids.str.contains("+", regex=False).any()


def test_a_code_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    write_version(tmp_path, "2021", {"XA111": OLD["XA111"]})
    file = tmp_path / nuts._file("2021", 2)
    file.write_text((tmp_path / nuts._file("2021", 3)).read_text("utf-8"), "utf-8")
    with pytest.raises(ValueError, match="NUTS 2021: a code is there twice"):
        nuts.read(tmp_path)


def test_the_finest_regions_of_the_display_geography_have_an_outline(reading: Reading) -> None:
    """As the publisher draws them: NUTS 2024, and the United Kingdom of 2021."""
    outlines = reading.tables["outline"].set_index("territory_id")["wkb"]
    expected = {**NEW, "UKC11": OLD["UKC11"]}
    assert set(outlines.index) == set(expected) == set(reading.tables["cell"]["nuts_2024"])
    for code, shape in expected.items():
        assert shapely.equals(shapely.from_wkb(outlines[code]), shape)
