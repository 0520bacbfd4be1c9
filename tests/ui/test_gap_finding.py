"""The finding of the Gaps page: how many are short, by how much, and what is unknown."""

import pytest

from tests.ui.shortages import MakeLedger, asked_for, plain
from ui import gap_finding, ledger


def test_the_headline_counts_every_answer(make_ledger: MakeLedger) -> None:
    text = plain(
        gap_finding.headline(
            make_ledger(
                asked_for("AT11", 100.0, 60.0), asked_for("AT12", 100.0, 90.0),
                asked_for("AT13", 50.0, 80.0), asked_for("AT21", (100.0, 80.0, 120.0), 90.0),
                asked_for("AT22", 100.0, None),
            )
        )
    )  # fmt: skip
    assert "**Two territories are short, by 50 places together**; one territory has enough." in text
    assert "For one territory the interval straddles zero." in text
    assert "For 1 of 5 the gap is unknown, not zero" in text


def test_the_headline_knows_no_most_where_there_is_none(make_ledger: MakeLedger) -> None:
    """At least 60 people for 50 places, beside 40 short: at least 50."""
    row = asked_for("AT12", (None, 60.0, float("nan")), 50.0)
    text = plain(gap_finding.headline(make_ledger(asked_for("AT11", 100.0, 60.0), row)))
    assert "are short, by at least 50 places together" in text


def test_the_headline_where_nothing_is_known(make_ledger: MakeLedger) -> None:
    text = gap_finding.headline(make_ledger(asked_for("AT11", 100.0, None)))
    assert text.startswith("**Unknown**:")


def test_answers_of_years_before_are_counted(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both answers of 2024; a need of 2026 is known in one."""
    monkeypatch.setattr(ledger, "newer_need", lambda *_: ["2026", ""])
    found = make_ledger(asked_for("AT11", 100.0, 60.0), asked_for("AT12", 50.0, 80.0))
    assert "For 1 of these **now is unknown**" in gap_finding.headline(found)
