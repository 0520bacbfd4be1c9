"""Languages of countries, as the pinned library has them from CLDR."""

from pathlib import Path

import pytest

from etl.sources import cldr_languages
from etl.sources.cldr_languages import FILE, language_of


@pytest.fixture(scope="module")
def rows():
    table = cldr_languages.read(Path()).tables["spoken_language"]
    assert not table.duplicated(["country", "locale"]).any()
    return table.set_index(["country", "locale"])


def test_a_share_is_that_of_the_publisher(rows) -> None:
    """CLDR 47, territoryInfo: 65 % of Ukraine's people can use Ukrainian, 46 % Russian."""
    assert FILE.startswith("supplementalData.xml, CLDR 47")
    assert rows.loc[("UA", "uk"), "percent"] == 65
    assert rows.loc[("UA", "ru"), "percent"] == 46
    assert rows.loc[("LK", "si"), "percent"] == 68


def test_kinds_of_arabic_are_arabic_and_two_kinds_of_kurdish_stay_two(rows) -> None:
    assert rows.loc[("SY", "apc"), "language"] == rows.loc[("SY", "ar"), "language"] == "ar"
    assert rows.loc[("IQ", "ckb"), "language"] == "ckb"
    assert rows.loc[("SY", "ku"), "language"] == "ku"
    assert language_of("az_Arab") == "az"


def test_official_is_of_the_whole_country(rows) -> None:
    official = rows[rows["official"]].reset_index().groupby("country")["language"].agg(set)
    assert official["FR"] == {"fr"} and official["AT"] == {"de"}
    assert official["CY"] == {"el", "tr"} and official["ES"] == {"es"}


def test_shares_are_shares_and_no_region_of_the_world_is_a_country(rows) -> None:
    assert rows["percent"].dropna().between(0, 100).all()
    assert "ZZ" not in rows.index.get_level_values("country")
    assert set(rows["obs_status"]) == {"E"}
