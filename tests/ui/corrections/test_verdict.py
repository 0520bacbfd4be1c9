"""A decision is told with its name, as one that nobody has verified."""

import pytest

from analysis.corrections import Review, Standing
from tests.ui.corrections.conftest import Make
from ui.corrections import verdict


@pytest.mark.parametrize(
    ("proposer", "reviewer", "like"),
    [("Helpers", "Office", False), ("Newcomers of Arnhem", "Newcomers of Arnhem 2", True),
     ("Caritas", "CARITAS Wien", True), ("Newcomers of Arnhem", "Newcomer of Arnhem", True),
     ("COA", "Coalition", False), ("COA", "COA Arnhem", True), ("", "Office", False)],
)  # fmt: skip
def test_a_review_has_a_name_that_is_not_verified(
    make: Make, proposer: str, reviewer: str, like: bool
) -> None:
    review = Review("x", "2026-02-01T00:00:00+00:00", "accept", "because", reviewer)
    told = verdict.standing(Standing(make(organisation=proposer), (review,)))
    assert told.startswith(f"Accepted by {reviewer}, not verified.")
    assert (verdict.ALIKE in told) is like
    assert verdict.standing(Standing(make())) == "Open"
