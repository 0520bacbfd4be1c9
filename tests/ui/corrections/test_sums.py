"""Sums around a place before and after, by hand."""

import pandas as pd
import pytest

from analysis.corrections import PLACE, Statement, Subject
from ui.corrections import sums as summing
from ui.corrections.sums import counted


def test_places_of_a_centre_change_the_sums_around_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two centres, one of 40 known places: 60 more here make 100; unknown leaves the rest."""
    place = pd.DataFrame([{"places": 40.0, "mode": "on_site", "closed": None}])
    around = pd.DataFrame(
        [{"territory_id": "AT111", "name": "A", "sites": 1, "known": 1, "places": 40.0,
          "open_sites": 1},
         {"territory_id": "AT", "name": "B", "sites": 3, "known": 2, "places": 70.0,
          "open_sites": 3}]
    )  # fmt: skip
    answers = {"correction_place": place, "correction_places_around": around}
    monkeypatch.setattr(summing, "ask", lambda _dataset, question, **_: answers[question])

    def sums(column: str, says: Statement) -> list[tuple[float | None, float | None]]:
        subject = Subject(PLACE, column, "AT111", facility_id="f")
        return [(each.before, each.after) for each in counted(None, subject, says)]  # type: ignore[arg-type]

    assert sums("places", Statement(100.0)) == [(40, 100), (70, 130)]
    assert sums("places", Statement()) == [(40, None), (70, 30)]
    assert sums("closed", Statement(text="2025-01-01")) == [(1, 0), (3, 2)]
    assert sums("name", Statement(text="Other")) == []
