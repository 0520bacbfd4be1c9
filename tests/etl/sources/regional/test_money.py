"""Money decided is committed; proposed, pledged or foreign money is set aside."""

import pytest

from etl.reading import LayoutError
from etl.sources.regional import meaning_of
from etl.sources.transcribed_funds import Money
from etl.sources.transcribed_mapping import Meaning, Scheme
from etl.sources.transcribed_rows import Aside
from tests.etl.sources.regional.conftest import Newer, Older


@pytest.mark.parametrize(
    ("group", "note", "meaning"),
    [
        (
            "AMIF",
            "total AMIF allocation incl. top-ups; AMIF+BMVI+ISF",
            Money("AMIF", "allocation with the additions up to 2025"),
        ),
        ("AMIF", "initial envelope (2021)", Aside("superseded by a later decision")),
        ("ESF+", "EU contribution, all ESF+", Money("ESF_plus", "all objectives, EU contribution")),
        ("unaccompanied_children", "PROPOSED extraordinary credit", Aside("proposed, not decided")),
    ],
)
def test_money_that_is_decided_is_loaded(
    newer: Newer, group: str, note: str, meaning: Meaning
) -> None:
    fields = {"measure": "funding_eur", "kind": "funding", "unit": "EUR"}
    assert meaning_of(newer(group=group, note=note, **fields)) == meaning


def test_grants_of_two_schemes_are_two_funds(older: Older) -> None:
    grants = [
        meaning_of(older(measure=f"{scheme}_operating_grant", unit="EUR"))
        for scheme in ("CADA", "CPH")
    ]
    assert all(isinstance(grant, Money) for grant in grants)
    assert grants[0] != grants[1]


def test_an_amount_whose_note_does_not_say_what_it_covers_is_named(newer: Newer) -> None:
    row = newer(measure="funding_eur", kind="funding", group="AMIF", unit="EUR", note="much money")
    with pytest.raises(LayoutError, match="much money"):
        meaning_of(row)


def test_arrivals_and_pledges_go_to_their_columns_and_none_is_counted_twice(newer: Newer) -> None:
    def sponsored(measure: str, group: str, unit: str, note: str = "") -> Meaning:
        row = newer(measure=measure, kind="sponsorship", group=group, unit=unit, note=note)
        return meaning_of(row)

    arrivals = sponsored("sponsorship_persons", "resettled", "persons")
    assert arrivals == Scheme("community_sponsorship_uk", "arrivals_persons")
    pledges = sponsored("sponsorship_places", "students", "places")
    assert pledges == Scheme("university_corridor_fr", "pledged_places")
    assert isinstance(sponsored("sponsorship_places", "resettled", "places"), Aside)
    since = "derived: cumulative 2016 to 2024-09-30, UKRS + ACRS community sponsorship"
    assert isinstance(sponsored("sponsorship_persons", "resettled", "persons", since), Aside)
    hosted = sponsored("sponsorship_persons", "homes_for_ukraine", "persons")
    assert hosted == Scheme("homes_for_ukraine", "arrivals_persons", "since_start")
