"""Sentences of alliances from a ledger made by hand: numbers, unknown, names that are markup."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.ui.shortages import MakeLedger, asked_for
from ui.alliances import beside, cite, drawn, known, older, rows, say
from ui.alliances.choice import AllianceChoice
from ui.alliances.known import Alliances, alliances_of
from ui.store import Dataset

# Tirol has 300 for 150 to 180 applicants; Bolzano lacks 230 to 240; Oberbayern is silent.
TIROL = asked_for("AT33", (165, 150, 180), 300)
BOLZANO = asked_for("ITH1", (235, 230, 240), 0, period="2023")
SALZBURG = asked_for("AT32", 10, 10)
NAMES = {"AT33": "Tirol", "ITH1": "Bolzano [x](http://x)", "AT32": "Salzburg", "DE21": "Ober*"}


def links_of(*pairs: tuple[str, str]) -> pd.DataFrame:
    both = [*pairs, *((b, a) for a, b in pairs)]
    frame = pd.DataFrame(both, columns=["territory_id", "neighbour_id"])
    across = [a[:2] != b[:2] for a, b in both]
    return frame.assign(connection="land", border_km=20.0, distance_km=0.0, across_border=across)


def view_of(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch, *given: dict[str, Any], **more: Any
) -> Alliances:
    silent = more.pop("silent", ("DE21",))
    ledger = make_ledger(*given, silent=silent, names=NAMES)
    links = links_of(("AT33", "ITH1"), ("AT33", "AT32"), ("ITH1", "DE21"))
    sources = pd.DataFrame(
        {"source_id": ["office"], "publisher": ["Office"], "title": ["Counts"],
         "licence": ["CC0"], "url": ["https://office.example"]}
    )  # fmt: skip
    newer = pd.DataFrame(
        more.pop("newer", []),
        columns=["territory_id", "period", "day", "need", "need_lower", "need_evidence"],
    )
    answers = {"neighbour": links, "source": sources, "equality_ledger": newer}

    def answer(_dataset: Dataset, question: str, **_values: object) -> pd.DataFrame:
        return answers[question].copy()

    monkeypatch.setattr(known, "ledger_of", lambda *_: ledger)
    monkeypatch.setattr(known, "ask", answer)
    monkeypatch.setattr(rows, "ask", answer)
    monkeypatch.setattr(older, "ask", answer)
    alliances_of.cache_clear()
    return alliances_of(ledger.dataset, AllianceChoice(ledger.choice, **more))


def test_a_pair_reads_as_a_sentence(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(make_ledger, monkeypatch, TIROL, BOLZANO, SALZBURG)
    (line,) = say.listing(view)
    assert line.startswith("**Tirol, Austria** could cover **120 to 150** of the 230 to 240 places")
    assert line.endswith("lacks, across the border (figures of 2024 and 2023).")
    assert "](http" not in line
    assert say.headline(view).startswith(
        "**Neighbours could cover 120 to 150 of the 230 to 240 places that are missing**"
    )
    assert "For 1 of 4 the gap is unknown" in say.headline(view)


def test_who_is_silent_beside_a_shortage_is_asked(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(make_ledger, monkeypatch, TIROL, BOLZANO, SALZBURG)
    (line,) = beside.asking(view)
    # 230 at least, less the 120 that Tirol is sure to have.
    assert line.startswith("Ober\\* (Germany): ") and "110 places are missing for sure" in line
    told = " ".join(beside.of_territory(view, "DE21"))
    assert "**Unknown**" in told and "nobody's surplus" in told


def test_nothing_known_says_so(make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    view = view_of(make_ledger, monkeypatch, asked_for("AT33", None, None), silent=("ITH1",))
    assert say.headline(view).startswith("**Unknown for every territory**")
    assert say.listing(view) == [] and beside.asking(view) == []
    assert rows.file_rows(view).empty


def test_only_across_borders_leaves_the_others_out(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = asked_for("AT32", 50, 10)
    every = view_of(make_ledger, monkeypatch, TIROL, BOLZANO, short)
    across = view_of(make_ledger, monkeypatch, TIROL, BOLZANO, short, borders="across")
    assert set(every.shares["short_id"]) == {"ITH1", "AT32"}
    assert set(across.shares["short_id"]) == {"ITH1"}
    # 120 for sure: 40 for Salzburg, 80 for Bolzano; the surplus is used once.
    assert (every.most_lower, across.most_lower) == (120, 120)
    assert every.shares["along"].sum() == 120


def test_a_small_alliance_is_named_by_its_members(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(make_ledger, monkeypatch, TIROL, BOLZANO, SALZBURG, show="small")
    (line,) = say.listing(view)
    assert line.startswith("**Tirol · Bolzano ")
    assert "(Austria and Italy): together 120 to 150 of 230 to 240 places missing." in line


def test_classes_tell_partners_from_those_without(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = view_of(make_ledger, monkeypatch, TIROL, BOLZANO, SALZBURG)
    assert drawn.classes(view).to_dict() == {"AT33": 0, "ITH1": 3, "AT32": 1, "DE21": -1}


def test_a_row_of_the_file_says_both_ends_and_the_sources(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    (row,) = rows.file_rows(view_of(make_ledger, monkeypatch, TIROL, BOLZANO)).to_dict("records")
    assert (row["helper_id"], row["short_id"]) == ("AT33", "ITH1")
    assert (row["shared_lower"], row["shared_upper"]) == (120, 150)
    assert (row["shared_overall"], row["alliance"]) == (120, "AT33 ITH1")
    assert row["sources"] == "Office: Counts" and row["licences"] == "CC0"
    assert np.isnan(row["water_km"])


def need_of(year: str, need: float | None, least: float | None) -> list[object]:
    return ["AT33", year, pd.Timestamp(f"{year}-12-31"), need, least, "published"]


@pytest.mark.parametrize(
    ("newer", "sure"),
    [
        # 300 places: a newer need of 301 is above them, of 300 is not, nor of 290 to 310.
        ([need_of("2025", 301.0, None)], 0),
        ([need_of("2025", 300.0, None)], 120),
        ([need_of("2025", None, 290.0)], 120),
        # An older need says nothing; of two newer ones the newest counts.
        ([need_of("2023", 900.0, None)], 120),
        ([need_of("2025", 900.0, None), need_of("2026", 100.0, None)], 120),
    ],
)
def test_a_surplus_that_a_newer_need_ends_is_not_sure(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch, newer: list[Any], sure: float
) -> None:
    view = view_of(make_ledger, monkeypatch, TIROL, BOLZANO, newer=newer)
    assert (view.most_lower, view.most_upper) == (sure, 150)
    told = " ".join(beside.of_territory(view, "AT33"))
    assert "by supply of 31 December 2024 and need of 2024" in told
    assert ("Not sure to be there still" in told) == (sure == 0)
    assert ("Not counted as sure is Tirol" in say.headline(view)) == (sure == 0)
    (row,) = rows.file_rows(view).to_dict("records")
    assert (row["helper_newer_need"] == 301) == (sure == 0)


def test_what_rests_on_older_figures_is_said(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = asked_for("AT33", 165, 300, capacity_period="2021-12-31")
    late = asked_for("AT32", 50, 10)
    view = view_of(make_ledger, monkeypatch, old, BOLZANO, late)
    # All 135 of 2021; what lacks them is of 2023 and 2024.
    assert (view.most_lower, view.most_older) == (135, 135)
    assert "Of the 135 that are sure 135 rest on figures of years before" in say.headline(view)
    assert view.shares["older"].all()
    same = view_of(make_ledger, monkeypatch, TIROL, late)
    assert same.most_older == 0 and "years before" not in say.headline(same)


def test_the_quiet_line_counts_by_what_figures_rest_on(
    make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = asked_for("AT33", 165, 300, capacity_evidence="estimated", need_status="P")
    view = view_of(make_ledger, monkeypatch, given, BOLZANO)
    known_rows = view.ledger.rows[view.found["surplus_lower"].notna()]
    assert cite._evidence(known_rows) == (
        "need published for 2, provisional for 1; supply estimated for 1, published for 1"
    )
    (row,) = rows.file_rows(view).to_dict("records")
    assert (row["helper_supply_evidence"], row["helper_need_status"]) == ("estimated", "P")
    assert (row["short_supply_period"], row["short_need_evidence"]) == ("2024-12-31", "published")


def test_periods_are_in_the_order_of_their_ends() -> None:
    # A year ends after its February.
    assert cite._from_to(pd.Series(["2025", "2021", "2025-02", None])) == "2021 to 2025"
