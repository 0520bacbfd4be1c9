"""Working plans out while a reader waits: how far it is, and a button that stops it."""

from analysis.catchment.model import StoppedError, Watch
from ui.language import _
from ui.reach.working import watched
from ui.scenario.choice import ScenarioChoice
from ui.scenario.compared import columns_of
from ui.scenario.found import Scenario, outcome_of, scenario_of
from ui.store import Dataset


def worked_out(dataset: Dataset, choice: ScenarioChoice) -> Scenario | None:
    """Every plan of a choice worked out; None where the reader stopped it."""
    if not choice.plans:
        return scenario_of(dataset, choice)
    key = ("scenario", choice.measured, choice.plans)
    return watched(key, _("Working the plans out"), lambda watch: _each(dataset, choice, watch))


def _each(dataset: Dataset, choice: ScenarioChoice, watch: Watch) -> Scenario:
    """One plan after another; raises StoppedError where nobody waits any more."""
    for done, plan in enumerate(choice.plans):
        if not watch(done / (len(choice.plans) + 1)):
            raise StoppedError
        # How equal it is afterwards takes as long as the rest of it.
        outcome_of(dataset, choice.measured, plan).fairer  # noqa: B018  # worked out and kept
    found = scenario_of(dataset, choice)
    columns_of(found)
    return found
