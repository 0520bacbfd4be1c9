"""What is said of a change: more, less, or that it cannot be told."""

from types import SimpleNamespace
from typing import Any

import pandas as pd
import pytest

from ui.equality.finding import LESS, MORE, OPEN, verdict

NAN = float("nan")


def view(lower: float, upper: float, measure: str = "gini", **ends: float) -> Any:
    """A change known to lie between two ends; `ends` are found ranges then and now."""
    change = pd.DataFrame({"lower": [lower] * 2, "upper": [upper] * 2}, index=["gini", "cost"])
    names = ("then_least", "then_most", "now_least", "now_most")
    found = {name: ends.get(name, NAN) for name in names}
    moments = {
        when: {
            measure: 0.3,
            f"{measure}_least": found[f"{when}_least"],
            f"{measure}_most": found[f"{when}_most"],
        }
        for when in ("then", "now")
    }
    choice = SimpleNamespace(then="then", now="now", measure=measure)
    return SimpleNamespace(choice=choice, change=change, at=moments.__getitem__)


@pytest.mark.parametrize(
    ("lower", "upper", "said"),
    [(-0.2, -0.1, MORE), (0.1, 0.2, LESS), (-0.1, 0.1, OPEN), (NAN, NAN, OPEN)],
)
def test_resamples_on_one_side_decide(lower: float, upper: float, said: str) -> None:
    assert verdict(view(lower, upper)) == said


def test_figures_known_as_intervals_must_agree() -> None:
    """Less unequal in every resample, but what was found possible overlaps: cannot be told."""
    apart = {"then_least": 0.4, "then_most": 0.5, "now_least": 0.1, "now_most": 0.2}
    assert verdict(view(-0.2, -0.1, **apart)) == MORE
    assert verdict(view(-0.2, -0.1, **(apart | {"now_most": 0.45}))) == OPEN
    assert verdict(view(0.1, 0.2, **apart)) == OPEN


def test_what_an_unequal_spread_costs_decides_by_kolm_and_pollak() -> None:
    assert verdict(view(-0.2, -0.1, "equivalent")) == MORE
    assert verdict(view(-0.2, -0.1, "equivalent", now_least=0.1, now_most=0.2)) == OPEN
