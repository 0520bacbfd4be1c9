"""Italy's regions and provinces: a code each, of the right length."""

from etl.sources.italy_regions import PROVINCE, REGION


def test_bolzano_and_trento_are_regions_of_their_own() -> None:
    assert (REGION["Bolzano"], REGION["Trento"]) == ("ITH1", "ITH2")
    assert len(set(REGION.values())) == len(REGION) == 21


def test_each_of_the_107_provinces_has_its_own_region_of_nuts_3() -> None:
    assert len(PROVINCE) == len(set(PROVINCE.values())) == 107
    assert {code[:2] for code in PROVINCE.values()} == {"IT"}
    assert {len(code) for code in PROVINCE.values()} == {5}


def test_provinces_lie_in_the_regions() -> None:
    assert {code[:4] for code in PROVINCE.values()} == set(REGION.values())
