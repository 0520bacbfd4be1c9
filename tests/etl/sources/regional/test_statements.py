"""What a line states of its figure: the day a task is due, the span a flow was counted over."""

import pytest

from etl.sources.regional.statements import said_of
from etl.sources.transcribed_rows import Figure
from tests.etl.sources.regional.conftest import Older

TARGET = Figure("reception_target_places")
PLACES = Figure("reception_places")


def test_a_dutch_task_is_dated_by_the_day_it_is_due(older: Older) -> None:
    task = older(measure="spreidingswet_target_places", period="2024-02..2025-07")
    assert said_of(task, TARGET).period == "2025-07-01"
    assert said_of(older(period="2024-02..2025-07"), TARGET).period == "2024-02/2025-07"


@pytest.mark.parametrize(
    ("note", "period"),
    [
        ("January to August 2024, places taken up", "2024-01/2024-08"),
        ("persons attended 1 Jan - c. 20 June 2025 (cumulative)", "2025-01/2025-06"),
        ("derived: cumulative 2016 to 2024-09-30, UKRS", "2016/2024-09-30"),
        ("rounded", "2024"),
    ],
)
def test_a_flow_is_of_the_span_its_note_gives(older: Older, note: str, period: str) -> None:
    assert said_of(older(note=note)).period == period


def test_a_target_date_is_only_right_with_a_target(older: Older) -> None:
    row = older(period="2024-01-01 (target)")
    assert said_of(row, TARGET).period == "2024-01-01"
    assert said_of(row, PLACES).period is None
    assert said_of(row).period is None


def test_more_than_is_a_lower_end_of_low_reliability(older: Older) -> None:
    said = said_of(older(note="more than 10"), PLACES)
    assert (said.value, said.lower, said.obs_status) == (None, 10, "U")
