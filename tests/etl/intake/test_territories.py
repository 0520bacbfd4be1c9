"""Territories by the codes and names that people write; what may be two is never chosen."""

import pytest

from etl.intake.places import Places
from etl.intake.territories import TerritoryFaultError, resolve, wrong_version


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ITC4", "ITC4"),
        (" it c4 ", "ITC4"),
        ("GR30", "EL30"),
        ("Lombardy", "ITC4"),
        ("LOMBARDIA", "ITC4"),
        ("Regione Lombardia", "ITC4"),
        ("Bavaria", "DE2"),
        ("Île-de-France", "FR1"),
        ("Provence-Alpes-Côte d’Azur", "FRL"),
        ("Provincia di Torino", "ITC11"),
        ("Landkreis Rosenheim", "DE21K"),
        ("Wien", "AT13"),
        ("Südtirol", "ITH1"),
        ("Italien", "IT"),
        ("Pays-Bas", "NL"),
        ("Vereinigtes Königreich", "UK"),
    ],
)
def test_codes_and_names_in_several_languages(text: str, code: str, territories: Places) -> None:
    assert resolve(text, territories, {}, None) == code


@pytest.mark.parametrize("text", ["Köln", "Limburg", "Luxembourg", "München"])
def test_a_name_of_several_is_refused_with_all_of_them(text: str, territories: Places) -> None:
    with pytest.raises(TerritoryFaultError, match="several territories") as caught:
        resolve(text, territories, {}, None)
    assert str(caught.value).count("NUTS") >= 2


def test_one_may_say_which_is_meant(territories: Places) -> None:
    assert resolve("Köln", territories, {"Köln": "DEA23"}, None) == "DEA23"
    assert resolve("Köln", territories, {}, "2") == "DEA2"


@pytest.mark.parametrize("text", ["Atlantis", "IT99", "ITC4+ITC1", "Lombardia e Piemonte"])
def test_what_is_no_territory_is_refused(text: str, territories: Places) -> None:
    with pytest.raises(TerritoryFaultError, match="neither the code nor the name"):
        resolve(text, territories, {}, None)


def test_tables_without_a_version_hold_what_is_displayed(territories: Places) -> None:
    assert wrong_version("ITC4", None, territories) == ""
    assert wrong_version("EU27_2020", None, territories) == ""
    assert "NUTS 2013" in wrong_version("FR21", None, territories)
    assert wrong_version("FR21", "2024", territories) == ""
    assert "no territory" in wrong_version("EU27_2020", "2024", territories)
