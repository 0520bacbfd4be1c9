"""An old county is a region of today only where its border is."""

import pytest

from etl.sources.regional.boundaries import Whole, whole_of
from tests.etl.sources.regional.conftest import Older

OLD = "NUTS 2016 code / county before the 2018-2024 mergers"


@pytest.mark.parametrize(
    ("code", "whole"),
    [
        ("NO011", Whole("NO081", 1)),  # Oslo
        ("NO073", Whole("NO073", 1)),  # Finnmark kept its code
        ("NO041", Whole("NO092", 2)),  # Agder is two counties
        ("NO042", Whole("NO092", 2)),
        ("NO071", None),  # Nordland kept its code and lost Tjeldsund
        ("NO051", None),  # Hordaland: Vestland lost Hornindal
        ("NO031", None),  # Østfold lost Rømskog
    ],
)
def test_a_county_of_2016(older: Older, code: str, whole: Whole | None) -> None:
    assert whole_of(older(territory_code=code, note=OLD)) == whole


def test_a_code_of_today_is_itself(older: Older) -> None:
    assert whole_of(older(territory_code="NO071")) == Whole("NO071", 1)


def test_a_part_of_a_region_says_how_many_there_are(older: Older) -> None:
    note = "part of NUTS3 FRK26 Rhône: add the two rows."
    assert whole_of(older(territory_code="FRK26", note=note)) == Whole("FRK26", 2)
