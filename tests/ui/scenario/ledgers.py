"""Three regions worked by hand: one short by 40, one with 30 to spare, one unknown."""

from analysis.scenario.applied import Terms
from analysis.scenario.plan import Change, Plan
from analysis.scenario.prices import Price, Prices
from tests.ui.shortages import MakeLedger, asked_for
from ui.scenario.choice import ScenarioChoice
from ui.scenario.found import Scenario, worked

SHORT, SPARE, UNKNOWN = "ES11", "ES12", "ES13"


def scenario(make_ledger: MakeLedger, **plans: tuple[Change, ...]) -> Scenario:
    """These regions and what plans, by name, make of them; a place is 20 to 50 euro a day."""
    today = make_ledger(
        asked_for(SHORT, 100.0, 60.0), asked_for(SPARE, 50.0, 80.0), asked_for(UNKNOWN, 10.0, None),
        names={SHORT: "Narrow", SPARE: "Roomy", UNKNOWN: "Silent"},
    )  # fmt: skip
    terms = Terms(1.0, Prices({"ES": Price(20.0, 50.0)}))
    made = tuple(Plan(name, changes) for name, changes in plans.items())
    choice = ScenarioChoice(today.choice, made)
    return Scenario(choice, today, tuple(worked(today, each, terms) for each in made))
