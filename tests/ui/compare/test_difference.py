"""Differences in sentences: certain only where all that is known of one lies above the other."""

import math
from typing import Any

import pandas as pd
import pytest

from ui.compare.difference import APART, CERTAIN, OPEN, differences, headline
from ui.compare.told import span
from ui.words import THIN

NAN = math.nan


def row(name: str, value: float, lower: float, upper: float, **more: Any) -> dict[str, Any]:
    usual = {
        "area": "reception", "measure": "covered", "label": "Places", "unit": "%", "name": name,
        "column": name, "period": "2024", "source_ids": "office", "level_spread": 10.0,
    }  # fmt: skip
    return usual | {"value": value, "lower": lower, "upper": upper} | more


def exact(name: str, value: float, **more: Any) -> dict[str, Any]:
    return row(name, value, value, value, **more)


def only(*rows: dict[str, Any]) -> Any:
    found = differences(pd.DataFrame(rows))
    assert len(found) == 1
    return found[0]


def test_two_published_figures_apart() -> None:
    found = only(exact("A", 20), exact("B", 60))
    assert (found.answer, found.apart) == (CERTAIN, 4.0)
    assert found.sentence == (
        f"**Places**: B 60{THIN}% (2024), A 20{THIN}% (2024): 3 times as high."
    )


def test_intervals_that_overlap_cannot_tell() -> None:
    found = only(row("A", NAN, 10, 40), row("B", NAN, 30, 90))
    assert found.answer == OPEN and "overlaps" in found.sentence
    apart = only(row("A", NAN, 10, 20), row("B", NAN, 30, 90))
    assert apart.answer == CERTAIN and "whatever lies within" in apart.sentence


def test_an_open_end_is_never_certain_on_that_side() -> None:
    assert only(row("A", NAN, 10, NAN), exact("B", 500)).answer == OPEN
    assert only(row("A", NAN, 90, NAN), exact("B", 50)).answer == CERTAIN


def test_another_date_or_publisher_is_said_and_not_called_certain() -> None:
    later = only(exact("A", 20), exact("B", 60, period="2021-12-31"))
    assert later.answer == APART and "The dates differ." in later.sentence
    other = only(exact("A", 20), exact("B", 60, source_ids="ministry"))
    assert other.answer == APART and "Different publishers" in other.sentence


def test_the_same_is_no_difference_and_names_two() -> None:
    found = only(exact("A", 20), exact("B", 20))
    assert found.answer == OPEN and "The same." in found.sentence
    assert "A 20" in found.sentence and "B 20" in found.sentence
    wide = only(row("A", NAN, 1, 7), row("B", NAN, 1, 7))
    assert "A 1 to 7" in wide.sentence and "B 1 to 7" in wide.sentence


def test_a_pair_that_is_certain_comes_before_a_wider_one_that_is_not() -> None:
    found = only(row("A", NAN, 0, 60), exact("B", 50), exact("C", 55))
    assert found.answer == CERTAIN and "C 55" in found.sentence and "B 50" in found.sentence


def test_who_is_unknown_is_named_and_names_are_inert() -> None:
    found = only(exact("<b>x", 1), exact("B", 2), row("*C*", NAN, NAN, NAN))
    assert "Unknown for \\*C\\*." in found.sentence and "\\<b\\>x" in found.sentence


def test_context_sets_nobody_apart() -> None:
    rows = pd.DataFrame([exact("A", 1, area="context"), exact("B", 9, area="context")])
    assert differences(rows) == []


def test_the_headline_counts_what_can_be_compared() -> None:
    rows = [exact("A", 20), exact("B", 60)]
    rows += [exact("A", 1, measure="m"), row("B", NAN, NAN, NAN, measure="m")]
    rows += [row(name, NAN, NAN, NAN, measure="n") for name in "AB"]
    text = headline(pd.DataFrame(rows), ["A", "B"])
    assert text.startswith("Of three measures, 1 is known for both and 1 for none. ")
    assert "**One measure** sets them apart for certain." in text


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ((33, 33, 33), f"33{THIN}%"),
        ((NAN, 20, 33), f"20 to 33{THIN}%"),
        ((NAN, 20, NAN), f"at least 20{THIN}%"),
        ((NAN, NAN, 33), f"at most 33{THIN}%"),
        ((NAN, NAN, NAN), "unknown"),
        ((NAN, 33.1, 33.2), f"33{THIN}%"),
    ],
)
def test_a_figure_in_words(ends: tuple[float, float, float], said: str) -> None:
    assert span(row("A", *ends)) == said
