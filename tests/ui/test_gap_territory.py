"""What is said of one territory: each of the four answers, and what would narrow it."""

import pytest

from tests.ui.shortages import MakeLedger, asked_for, plain
from ui import gap_territory, ledger
from ui.ledger import Ledger


def said(ledger: Ledger, territory_id: str) -> list[str]:
    row = ledger.rows.loc[[territory_id]].iloc[0].to_dict()
    return [plain(each) for each in gap_territory.explained(ledger, row)]


def test_short(make_ledger: MakeLedger) -> None:
    first, counted, there = said(make_ledger(asked_for("AT11", 1_250.0, 250.0)), "AT11")
    assert first == "**Short by 1 000 places**: 20 % of what is asked for is there."
    assert counted.startswith("Counted: 1 250 asylum applicants with a pending case")
    assert counted.endswith("At 1 place per person in need that asks for 1 250 places.")
    assert there == "250 exist (31 December 2024)."


def test_met(make_ledger: MakeLedger) -> None:
    first, *_ = said(make_ledger(asked_for("AT11", (100.0, 80.0, 120.0), 150.0)), "AT11")
    assert first == "**Met**, with 30 to 70 places to spare."


def test_met_by_what_is_certain(make_ledger: MakeLedger) -> None:
    first, *rest = said(make_ledger(asked_for("AT11", 40.0, (None, 50.0, 90.0))), "AT11")
    assert first == "**Met**, with 10 to 50 places to spare."
    assert "At least 50 exist." in rest


def test_cannot_tell(make_ledger: MakeLedger) -> None:
    ledger = make_ledger(asked_for("AT11", (100.0, 80.0, 120.0), 90.0, need_method="shared"))
    first, counted, _there, ask = said(ledger, "AT11")
    assert first == "**Cannot tell**: between 10 places more than asked for and 30 too few."
    assert "80 to 120" in counted and "shared out between keys" in counted
    assert ask.startswith("What would narrow this most: ask Region AT11 for the number of people")
    assert ask.endswith("; 40 places hang on it.")


@pytest.mark.parametrize(
    ("need", "capacity", "standard", "reason"),
    [
        (100.0, None, "place_each_applicant", "nobody publishes the places that exist here"),
        (None, 5.0, "place_each_applicant", "nobody publishes how many people need it here"),
        (100.0, 5.0, "housing_all", "no norm says how much is enough here"),
    ],
)
def test_unknown(make_ledger: MakeLedger, need, capacity, standard: str, reason: str) -> None:
    first, *rest = said(make_ledger(asked_for("AT11", need, capacity), standard=standard), "AT11")
    assert first == f"**Unknown**: {reason}."
    assert "0 exist" not in " ".join(rest)


def test_a_place_of_nothing_is_told_apart_from_an_unknown_one(make_ledger: MakeLedger) -> None:
    assert "0 exist (31 December 2024). None there." in said(
        make_ledger(asked_for("AT11", 100.0, 0.0)), "AT11"
    )


def test_what_the_publisher_says_itself(make_ledger: MakeLedger) -> None:
    row = asked_for(
        "ES61", 8_519_106.0, 1_384.0, published_value=1378.0, published_period="2025-05-28"
    )
    ledger = make_ledger(row, standard="children_es")
    assert "The publisher itself states 1 378 places to create (28 May 2025)." in said(
        ledger, "ES61"
    )


def test_names_are_not_markup(make_ledger: MakeLedger) -> None:
    ledger = make_ledger(asked_for("AT11", 100.0, None), names={"AT11": "![x](http://a.b)"})
    for text in said(ledger, "AT11"):
        assert "![" not in text and "](" not in text


def test_what_is_short_now_is_unknown_where_a_newer_need_is_published(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both answers of 2024; a need of 2026 is known in one, whose places are of 2023."""
    monkeypatch.setattr(ledger, "newer_need", lambda *_: ["2026", ""])
    found = make_ledger(
        asked_for("AT11", 100.0, 60.0, capacity_period="2023-12-31"), asked_for("AT12", 50.0, 80.0)
    )
    since = said(found, "AT11")[1]
    assert since.startswith("That is of 31 December 2023. What is short **now is unknown**")
    assert "no complete figure of what is there is published beside it" in since
    assert "now is unknown" not in " ".join(said(found, "AT12"))
