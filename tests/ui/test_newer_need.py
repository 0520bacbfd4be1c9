"""An answer of years ago is no answer for now, once a newer need is published."""

from pathlib import Path

from tests.pages.shown import said, shown
from ui.newer_need import _newer


def test_a_figure_two_years_older_than_the_newest_need_says_so() -> None:
    assert _newer("2022-12-31", "2022", "2024-12-31") == "2024-12-31"
    assert _newer("2023-01-01", "2022-12-31", "2024-12-31") == "2024-12-31", "its places count"
    assert not _newer("2023", "2023-06", "2024-12-31")
    assert not _newer(None, None, "2024-12-31"), "nothing is answered"
    assert not _newer("2021", "2021", None), "no need is known"


def test_malta_met_in_2022_is_told_as_unknown_now(served: Path) -> None:
    whole = said(
        shown("gaps", by="place_each_applicant", basis="asylum_pending", level="0", at="MT")
    )
    assert "That is of December 2021." in whole, "its places are older than its need"
    assert "now is unknown" in whole
    then = said(
        shown(
            "gaps",
            by="place_each_applicant",
            basis="asylum_pending",
            level="0",
            at="MT",
            when="2022",
        )
    )
    assert "now is unknown" not in then, "a year that was asked for is answered as such"
