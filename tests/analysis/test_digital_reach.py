"""Which services reach a territory, on a country of two regions with two districts each."""

import pandas as pd

from analysis.digital_reach import BOTH, DIGITAL_ONLY, NOT_TOLD, counterpart, reaching

TERRITORIES = pd.DataFrame(
    [("A", None), ("A1", "A"), ("A2", "A"), ("A11", "A1"), ("A12", "A1"), ("A21", "A2"),
     ("B", None)],
    columns=["territory_id", "parent_id"],
)  # fmt: skip
SERVICES = pd.DataFrame(
    [("portal", None, "A", "whole"), ("app", None, "A", "part"), ("app_A11", "app", "A11", "whole"),
     ("app_A2", "app", "A2", "part")],
    columns=["service_id", "part_of", "territory_id", "reach"],
)  # fmt: skip


def families(code: str) -> dict[str, bool]:
    """The services known in a territory, and whether everybody there can use each."""
    found = reaching(SERVICES, TERRITORIES)
    here = found[found["territory_id"] == code]
    return {str(k): bool(v) for k, v in here.groupby("family")["whole"].max().items()}


def test_a_national_service_reaches_every_place_in_its_country_and_no_other() -> None:
    assert families("A21") == {"portal": True}
    assert families("B") == {}


def test_an_app_of_some_towns_says_nothing_of_the_others() -> None:
    assert families("A12") == {"portal": True}
    assert families("A11") == {"portal": True, "app": True}


def test_a_local_edition_is_known_around_it_in_part_and_counts_as_one_service() -> None:
    assert families("A1") == {"portal": True, "app": False}
    assert families("A2") == {"portal": True, "app": False}
    assert families("A") == {"portal": True, "app": False}


def test_without_services_nothing_is_known() -> None:
    assert reaching(SERVICES.head(0), TERRITORIES).empty


def test_unknown_on_site_is_never_digital_only() -> None:
    on_site = pd.Series({"A": 0.0, "B": 3.0, "C": None})
    found = counterpart(dict.fromkeys("ABCD", True), on_site, pd.Index(list("ABCD")))
    assert found.tolist() == [DIGITAL_ONLY, BOTH, NOT_TOLD, NOT_TOLD]
