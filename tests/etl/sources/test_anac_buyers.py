"""Buyers: the level follows from the kind of body, the place from where contracts are."""

from collections import Counter

import pytest

from etl.sources.anac_buyers import level_of, seat_of


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("PREFETTURA DI FIRENZE", "national"),
        ("UFFICIO TERRITORIALE DEL GOVERNO DI TERNI", "national"),
        ("UFFICIO TERRITORIALE GOVERNO-PREFETTURA FERMO", "national"),
        ("MINISTERO INTERNO-PREFETTURA", "national"),
        ("REGIONE AUTONOMA DELLA VALLE D AOSTA SERVIZI PREFETTURA", "regional"),
        ("PROVINCIA AUTONOMA DI BOLZANO", "regional"),
        ("PROVINCIA DI BERGAMO", "local"),
        ("CITTA' METROPOLITANA DI CAGLIARI", "local"),
        ("UNIONE DEI COMUNI VALLE DEL SAVIO", "local"),
        ("CONSORZIO INTERCOMUNALE DEI SERVIZI SOCIALI", "local"),
        ("C.U.C. REALI SITI", "local"),
        ("ASP CITTA' DI BOLOGNA", "local"),
        ("AZIENDA UNITA' LOCALE SOCIO-SANITARIA N. 8 BERICA", "local"),
        ("SANITARIA DELFINO SOCIETA' COOPERATIVA SOCIALE", None),
        ("CITTALIA FONDAZIONE RICERCHE DELL'ANCI", None),
        ("UNIVERSITA' DEGLI STUDI DI PALERMO", None),
        ("AGENZIA DEL DEMANIO", None),
    ],
)
def test_the_level_follows_from_the_name(name: str, level: str | None) -> None:
    assert level_of(name) == level


@pytest.mark.parametrize(
    ("places", "territory"),
    [
        ({"ITC42": 3, "ITF21": 2}, "ITC42"),
        ({"ITC42": 1, "ITC43": 1}, "ITC4"),
        ({"ITC42": 1, "ITC11": 1}, "ITC"),
        ({"ITC42": 1, "ITF21": 1}, "IT"),
        ({}, "IT"),
    ],
)
def test_the_place_of_a_buyer(places: dict[str, int], territory: str) -> None:
    assert seat_of(Counter(places)) == territory
