"""The ledger as a file: every column, unknown empty, the reader's own benchmark named."""

import csv
import io

from tests.ui.conftest import SOURCES
from tests.ui.shortages import MakeLedger, asked_for
from ui import export, gap_table
from ui.ledger import Ledger


def read(ledger: Ledger) -> list[dict[str, str]]:
    text = export.frame_as_csv(gap_table.table(ledger)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_every_column_is_there_and_unknown_is_empty(make_ledger: MakeLedger) -> None:
    ledger = make_ledger(
        asked_for("AT11", 100.0, 60.0), asked_for("AT12", 100.0, None), sources=SOURCES
    )
    first, second = read(ledger)
    assert tuple(first) == gap_table._FILE_COLUMNS
    assert (first["need"], first["capacity"], first["gap"]) == ("100", "60", "40")
    assert (first["answer"], first["coverage_percent"]) == ("short", "60")
    assert (second["capacity"], second["gap"], second["coverage_percent"]) == ("", "", "")
    assert (second["answer"], second["missing"]) == ("unknown", "capacity")
    assert first["need_source"] == "Office: Register of homes"
    assert (first["need_licence"], first["need_source_line"]) == ("CC BY 4.0", "7")
    assert (first["capacity_source"], first["capacity_licence"]) == ("Ministry: Notice", "")
    assert second["capacity_source"] == second["published_source"] == ""


def test_a_benchmark_of_the_readers_own_is_named_in_every_row(make_ledger: MakeLedger) -> None:
    row = asked_for("AT11", 100.0, 60.0)
    usual, own = (
        read(make_ledger(row, sources=SOURCES, **choice))[0] for choice in ({}, {"threshold": 0.8})
    )
    assert (usual["benchmark"], usual["benchmark_edited"]) == ("1", "no")
    assert (own["benchmark"], own["benchmark_edited"]) == ("0.8", "yes, by the reader")
    assert own["benchmark_kind"] == "the reader's own"
    assert (own["demand"], own["gap"]) == ("80", "20")
    assert usual["benchmark_unit"] == "places per person in need"


def test_a_norm_of_the_catalogue_keeps_its_kind(make_ledger: MakeLedger) -> None:
    ledger = make_ledger(asked_for("FI19", 90.0, 100.0), standard="occupancy", sources=SOURCES)
    (row,) = read(ledger)
    assert (row["benchmark_kind"], row["benchmark_unit"]) == ("target", "people per 100 places")
    assert (row["demand"], row["answer"]) == ("100", "met")


def test_text_that_a_spreadsheet_would_run_gets_a_quote(make_ledger: MakeLedger) -> None:
    row = asked_for("AT11", 100.0, 160.0, need_note="=1+1", capacity_note="-2 of them")
    (found,) = read(make_ledger(row, sources=SOURCES, names={"AT11": "@SUM(A1)"}))
    assert (found["name"], found["need_note"]) == ("'@SUM(A1)", "'=1+1")
    assert found["capacity_note"] == "'-2 of them"
    assert found["gap"] == "-60", "a number below zero is a number"
