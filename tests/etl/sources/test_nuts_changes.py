"""The shipped table of NUTS changes: what must hold of it whatever its facts are.

The code lists of NUTS 2021 and 2024 are those of the shipped figures; the numbers of regions are
the published ones of the NUTS regulations.
"""

import re
from pathlib import Path

import pandas as pd
import pytest

from etl import vintages
from etl.reading import LOADED
from etl.sources import nuts_changes

BUNDLE = Path(__file__).parents[3] / "data" / "bundle"
UNION_2020 = (
    "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK UK".split()
)
# In NUTS 2024 for the first time: no region of an older version became one of theirs.
NEWCOMERS = ("BA", "XK", "UA")


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    return nuts_changes.changes()


@pytest.fixture(scope="module")
def territories() -> pd.DataFrame:
    return pd.read_parquet(BUNDLE / "territory" / "nuts.parquet")


@pytest.fixture(scope="module")
def known(rows: pd.DataFrame, territories: pd.DataFrame) -> vintages.Codes:
    return vintages.codes_by_version(territories, rows)


def codes_of(frame: pd.DataFrame, end: str) -> set[tuple[str, str]]:
    return set(zip(frame[f"{end}_version"], frame[f"{end}_code"], strict=True))


def test_every_line_is_read(tmp_path: Path) -> None:
    reading = nuts_changes.read(tmp_path)
    lines = nuts_changes._PATH.read_text("utf-8").splitlines()
    assert reading.outcomes == {("nuts_changes.csv", LOADED): len(lines) - 1}
    assert len(reading.tables["nuts_change"]) == len(lines) - 1


def test_every_code_exists_in_the_version_it_is_of(
    rows: pd.DataFrame, known: vintages.Codes
) -> None:
    for end in ("old", "new"):
        assert all(code in known[version] for version, code in codes_of(rows, end))


def test_every_code_of_nuts_2021_that_ended_is_listed(
    rows: pd.DataFrame, known: vintages.Codes
) -> None:
    """And every code that began with NUTS 2024, except in countries that came new."""
    step = rows[(rows["old_version"] == "2021") & (rows["new_version"] == "2024")]
    assert set(step["old_code"]) == set(known["2021"] - known["2024"])
    begun = {code for code in known["2024"] - known["2021"] if "+" not in code}
    assert set(step["new_code"]) == {c for c in begun if c[:2] not in NEWCOMERS}


@pytest.mark.parametrize(
    ("version", "level_1", "level_2", "level_3"),
    [("2013", 98, 276, 1342), ("2016", 104, 281, 1348)],
)
def test_older_versions_have_as_many_regions_as_their_regulation(
    known: vintages.Codes, version: str, level_1: int, level_2: int, level_3: int
) -> None:
    """Regulations (EU) 1319/2013 and 2016/2066, of 28 member states."""
    levels = [len(code) - 2 for code in known[version] if code[:2] in UNION_2020]
    assert [levels.count(level) for level in (1, 2, 3)] == [level_1, level_2, level_3]


def test_a_code_ends_once(rows: pd.DataFrame) -> None:
    assert rows.groupby("old_code")["old_version"].nunique().max() == 1


def test_a_code_that_goes_on_is_not_listed(rows: pd.DataFrame, known: vintages.Codes) -> None:
    """Norway's Troms and Finnmark ended with NUTS 2016 and are there again in NUTS 2024."""
    again = rows[rows["old_code"] == rows["new_code"]]
    assert set(again["old_code"]) == {"NO072", "NO073"}
    assert set(again["old_version"] + ">" + again["new_version"]) == {"2016>2024"}
    next_version = {"2013": "2016", "2016": "2021", "2021": "2024"}
    for version, code in codes_of(rows, "old"):
        assert code not in known[next_version[version]]


def test_versions_follow_each_other(rows: pd.DataFrame) -> None:
    assert (rows["old_version"] < rows["new_version"]).all()


def test_every_way_ends_in_the_display_geography(
    rows: pd.DataFrame, territories: pd.DataFrame
) -> None:
    shown = set(territories.loc[territories["shown"], "territory_id"])
    walk = vintages.crosswalk(rows)
    assert set(walk["old_code"]) == set(rows["old_code"])
    assert set(walk["new_code"]) <= shown


def test_parts_of_a_region_add_up_to_it(rows: pd.DataFrame) -> None:
    ended = rows.groupby(["old_version", "new_version", "old_code"])
    for share in ("share", "area_share"):
        assert (ended[share].sum() - 1).abs().max() < 1e-9
        assert rows[share].between(0, 1, inclusive="right").all()


def test_no_part_is_a_municipality_that_changed_sides(rows: pd.DataFrame) -> None:
    assert rows["share"].min() > 1 / 200


def test_codes_keep_their_country_and_level(rows: pd.DataFrame) -> None:
    assert (rows["old_code"].str[:2] == rows["new_code"].str[:2]).all()
    assert (rows["old_code"].str.len() == rows["new_code"].str.len()).all()
    assert rows["old_code"].map(lambda code: re.fullmatch(r"[A-Z]{2}[0-9A-Z]{1,3}", code)).all()


@pytest.mark.parametrize("level", [1, 2])
def test_upper_levels_are_sums_of_level_3(rows: pd.DataFrame, level: int) -> None:
    upper = rows[rows["old_code"].str.len() == level + 2]
    assert not upper.empty
    finest = rows[rows["old_code"].str.len() == 5]
    for line in upper.itertuples():
        inside = finest[
            finest["old_code"].str.startswith(str(line.old_code))
            & finest["new_code"].str.startswith(str(line.new_code))
            & (finest["new_version"] == line.new_version)
        ]
        assert inside["area_km2"].sum() == pytest.approx(line.area_km2)
        if inside["persons"].notna().all():
            assert inside["persons"].sum() == line.persons


def test_a_region_is_as_large_whichever_version_it_is_made_of(rows: pd.DataFrame) -> None:
    """Else one of the versions lacks a part of it, and its sums would be incomplete."""
    counted = rows[rows["persons"].notna()]
    persons = counted.groupby(["old_code", "new_version"])["persons"].sum()
    walk = vintages.crosswalk(counted)
    given = (walk["share_to"] - walk["share_from"]) * walk["old_code"].map(
        persons.groupby("old_code").max()
    )
    sizes = given.groupby([walk["new_code"], walk["old_version"]]).sum().unstack()
    several = sizes[sizes.count(axis=1) > 1]
    assert len(several) > 10
    assert ((several.max(axis=1) / several.min(axis=1)) < 1.03).all()


def kinds(*pairs: tuple[str, str]) -> list[str]:
    frame = pd.DataFrame(pairs, columns=["old_code", "new_code"])
    return nuts_changes._kind(frame.assign(old_version="2016", new_version="2021")).tolist()


def test_what_became_of_a_region_follows_from_the_lines() -> None:
    assert kinds(("A", "X"), ("B", "Y"), ("C", "Y")) == ["recoded", "merged", "merged"]
    assert kinds(("A", "X"), ("A", "Y")) == ["split", "split"]
    assert kinds(("A", "X"), ("A", "Y"), ("B", "Y")) == ["shifted"] * 3


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("FR241", "FRB01", "recoded"),  # Cher
        ("DE919", "DE91C", "merged"),  # Osterode joined Göttingen in 2016
        ("HU10", "HU12", "split"),  # Pest county without Budapest
        ("IE011", "IE062", "shifted"),  # Louth went from the Border to the Mid-East
        ("EE006", "EE009", "recoded"),
        ("NO062", "NO060", "merged"),  # Trøndelag
        ("LV006", "LV00A", "shifted"),  # Riga with parts of Pierīga
        ("NO074", "NO073", "split"),  # Troms og Finnmark
    ],
)
def test_known_changes(rows: pd.DataFrame, old: str, new: str, kind: str) -> None:
    (line,) = rows[(rows["old_code"] == old) & (rows["new_code"] == new)].to_dict("records")
    assert line["kind"] == kind


def test_louth_is_a_quarter_of_the_border_region(rows: pd.DataFrame) -> None:
    """Census 2022: Louth 139,703; Cavan 81,704, Donegal 167,084, Leitrim 35,199, Monaghan
    65,288 and Sligo 70,198 stayed."""
    line = rows[(rows["old_code"] == "IE011") & (rows["new_code"] == "IE062")].iloc[0]
    stayed = 81_704 + 167_084 + 35_199 + 65_288 + 70_198
    assert line["share"] == pytest.approx(139_703 / (139_703 + stayed), abs=0.01)


def test_lisbon_and_setubal(rows: pd.DataFrame) -> None:
    """Census 2021: Grande Lisboa 2,063,000 and Península de Setúbal 808,000 residents."""
    line = rows[(rows["old_code"] == "PT170") & (rows["new_code"] == "PT1A0")].iloc[0]
    assert line["share"] == pytest.approx(2_063 / (2_063 + 808), abs=0.005)
