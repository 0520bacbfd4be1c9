"""Choices of the Vision page, read from an address alone."""

from pathlib import Path

import pytest

from analysis.index.assumptions import AGGREGATIONS, AROUND, EQUAL, OWN
from ui.asked import asked
from ui.out.taken import NotOfferedError
from ui.store import Dataset, current
from ui.vision.choice import KEYS, VisionChoice, choose


@pytest.fixture
def now(served: Path) -> Dataset:
    found = current("published")
    assert found is not None
    return found


def chosen(dataset: Dataset, **address: str) -> VisionChoice:
    with asked(address) as found:
        choice = choose(dataset)
    assert found.filters == address
    return choice


def test_a_silent_address_counts_every_area_once_and_tries_everything(now: Dataset) -> None:
    choice = chosen(now)
    assert choice.areas == KEYS
    given = choice.assumptions()
    # One's own weights are the equal ones: they are tried once, and random ones around them.
    assert given.weightings == (EQUAL, AROUND)
    assert given.aggregations == AGGREGATIONS


def test_weights_aspects_and_assumptions_are_in_the_address(now: Dataset) -> None:
    choice = chosen(now, weigh_funds="3", weigh_digital="0", combining="geometric", level="2")
    assert "digital" not in choice.areas
    given = choice.assumptions()
    assert given.weights["funds"] == 3
    assert given.weightings == (OWN, EQUAL, AROUND)
    assert given.aggregations == ("geometric",)
    assert chosen(now, weighing="fixed").assumptions().weightings == (OWN,)
    assert chosen(now, aspects="sponsored.fund_each").areas == ("sponsorship", "funds")


def test_context_is_no_strategy_and_nothing_is_not_a_choice(now: Dataset) -> None:
    assert all(each.better for each in chosen(now).aspects)
    nothing = {f"weigh_{area}": "0" for area in KEYS}
    # A page shows everything and says so; a file would claim weights that do not hold.
    with asked(nothing, strict=False):
        assert choose(now).areas == KEYS
    with pytest.raises(NotOfferedError, match="at least one area"):
        chosen(now, **nothing)


@pytest.mark.parametrize("address", [{"weigh_funds": "9"}, {"level": "3"}, {"scaling": "best"}])
def test_what_is_not_on_offer_is_refused(now: Dataset, address: dict[str, str]) -> None:
    with pytest.raises(NotOfferedError):
        chosen(now, **address)
