"""What of a file's baseline a dataset has: each part that it does not have is named."""

import pytest

from ui.asked import asked
from ui.scenario.on_offer import on_offer
from ui.shortage_choice import measure
from ui.store import Dataset

CASES = [
    ({}, {}, []),
    ({"service": "reception", "norm": "0.8", "in": "IT.ES"},) * 2 + ([],),
    ({"in": "IT.XX.ES", "norm": "2.5"}, {"in": "IT.ES", "norm": "2.5"}, ["in: XX"]),
    ({"norm": "1e9", "level": "7"}, {}, ["norm: 1e9", "level: 7"]),
    # A benchmark with one definition of need has no control for it.
    ({"by": "task_nl", "basis": "asylum"}, {"by": "task_nl"}, ["basis: asylum"]),
    ({"when": "1066", "service": ""}, {}, ["when: 1066"]),
]


@pytest.mark.parametrize(("baseline", "kept", "left_out"), CASES)
def test_what_is_not_on_offer_is_left_out_and_named(
    open_data: Dataset, baseline: dict[str, str], kept: dict[str, str], left_out: list[str]
) -> None:
    assert on_offer(open_data, baseline) == (kept, left_out)
    with asked(kept, strict=True):
        measure(open_data)
