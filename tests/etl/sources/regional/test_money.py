"""Money decided is committed; proposed, pledged or foreign money is set aside."""

import pytest

from etl.sources.regional import meaning_of
from etl.sources.transcribed_mapping import Aside, Meaning, Money, Scheme
from tests.etl.sources.regional.conftest import Newer, Older


@pytest.mark.parametrize(
    ("group", "note", "meaning"),
    [
        ("AMIF", "total AMIF allocation", Money("AMIF", "all objectives")),
        ("AMIF", "initial envelope (2021)", Aside("superseded by a later decision")),
        ("ESF+", "EU contribution, all ESF+", Money("ESF+", "all objectives")),
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


def test_sponsors_arrivals_and_pledges_go_to_their_columns(newer: Newer) -> None:
    arrivals = newer(
        measure="sponsorship_persons", kind="sponsorship", group="resettled", unit="persons"
    )
    pledges = newer(
        measure="sponsorship_places", kind="sponsorship", group="resettled", unit="places"
    )
    assert meaning_of(arrivals) == Scheme("uk_community_sponsorship", "arrivals_persons")
    assert meaning_of(pledges) == Scheme("de_neustart_im_team", "pledged_places")
