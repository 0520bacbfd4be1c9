"""Names of files: which dataset, view and filters; a name on every system."""

from datetime import datetime

import pytest

from ui.out.naming import file_name
from ui.store import DEMONSTRATION, PUBLISHED, Dataset


@pytest.mark.parametrize(
    ("kind", "name", "filters", "said"),
    [
        (PUBLISHED, "gaps", {}, "groundwork_gaps.csv"),
        (PUBLISHED, "gaps", {"level": "0", "in": "AT.DE"}, "groundwork_gaps_in-AT-DE_level-0.csv"),
        (PUBLISHED, "gaps", {"norm": "0.8"}, "groundwork_gaps_norm-0-8.csv"),
        (DEMONSTRATION, "funds", {}, "demo_groundwork_funds.csv"),
        (PUBLISHED, "table.figure", {"from": "../x"}, "groundwork_table-figure_from--x.csv"),
    ],
)
def test_a_name_says_what_the_file_holds(kind, name, filters, said) -> None:
    dataset = Dataset("Test", "/nowhere", datetime(2026, 1, 1), kind)
    assert file_name(dataset, name, filters, "csv") == said


def test_a_name_is_never_too_long() -> None:
    dataset = Dataset("Test", "/nowhere", datetime(2026, 1, 1))
    assert len(file_name(dataset, "gaps", {"in": "AT." * 200}, "parquet")) < 140
