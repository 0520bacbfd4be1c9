"""Open ends, and how much is enough."""

import pandas as pd
import pytest

from ui.aspects import BY_ID, Aspect
from ui.vision.facts import closed

NAN = float("nan")


def ends(aspect: Aspect, lower: float, upper: float) -> tuple[float, float]:
    frames = [pd.DataFrame({aspect.aspect_id: [each]}) for each in (lower, upper)]
    low, high = closed(aspect, *frames)
    return low.iloc[0], high.iloc[0]


@pytest.mark.parametrize(
    ("aspect_id", "given", "found"),
    [
        # A coverage: 100 % is all that is asked for, and more is no better.
        ("covered_all", (40, 40), (40, 40)),
        ("covered_all", (250, 250), (100, 100)),
        ("covered_all", (40, NAN), (40, 100)),
        ("covered_all", (140, NAN), (100, 100)),
        ("covered_all", (NAN, 60), (0, 60)),
        # A share ends at 100 %.
        ("hospital_far", (20, NAN), (20, 100)),
        # Places per resident have no end: at least so many stays open, so it gives no rank.
        ("places_per_1000", (3, NAN), (3, NAN)),
        ("places_per_1000", (NAN, NAN), (NAN, NAN)),
    ],
)
def test_an_open_end_is_closed_by_its_scale_alone(
    aspect_id: str, given: tuple[float, float], found: tuple[float, float]
) -> None:
    assert ends(BY_ID[aspect_id], *given) == pytest.approx(found, nan_ok=True)
