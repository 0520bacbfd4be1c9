"""Sentences of alliances from a ledger made by hand: numbers, unknown, names that are markup."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.ui.shortages import MakeLedger, asked_for
from ui.alliances import beside, drawn, known, rows, say
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
    answers = {"neighbour": links, "source": sources}

    def answer(_dataset: Dataset, question: str, **_values: object) -> pd.DataFrame:
        return answers[question].copy()

    monkeypatch.setattr(known, "ledger_of", lambda *_: ledger)
    monkeypatch.setattr(known, "ask", answer)
    monkeypatch.setattr(rows, "ask", answer)
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
