"""What each plan makes of today's shortage: worked out once, remembered, compared."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from analysis.gap import UNKNOWN
from analysis.scenario.applied import Applied, Terms, applied
from analysis.scenario.costs import Cost, of_hosting, of_places
from analysis.scenario.fairness import Fairer, fairer
from analysis.scenario.plan import Plan
from analysis.scenario.prices import Prices
from ui.language import per_language
from ui.ledger import Ledger, ledger_of, redrawn
from ui.scenario.choice import ScenarioChoice
from ui.scenario.costs import terms_of
from ui.shortage_choice import ShortageChoice
from ui.store import Dataset

_MOVED = ["persons", "places", "places_lower", "places_upper"]


@dataclass(frozen=True, eq=False)
class Outcome:
    """One plan and what came of it; `after` is the ledger once it happened."""

    plan: Plan
    applied: Applied
    after: Ledger
    prices: Prices

    @cached_property
    def fairer(self) -> Fairer:
        """Equality of capacity over need before and after."""
        return fairer(self.applied.rows)

    @property
    def cost_of_places(self) -> Cost:
        """What the places that are added cost, for as long as the plan keeps them."""
        return of_places(self.applied, self.plan, self.prices)

    @property
    def cost_of_hosting(self) -> Cost:
        """What a year's places cost for those who newly have one."""
        return of_hosting(self.applied, self.prices, self.after.choice.factor())

    @cached_property
    def moved(self) -> pd.DataFrame:
        """Today's rows with what the plan moves: `persons`, `places`, `gap_change`.

        Units   : persons; places and the change of the gap in the benchmark's unit, the gap
                  growing above 0. `places` and `gap_change` have `_lower` and `_upper`.
        Missing : the change is NaN where today's gap is unknown and nothing is known to move.
        """
        rows, factor = self.applied.rows, self.after.choice.factor() or 0.0
        sums = self.applied.ledger.groupby("territory_id")[_MOVED].sum()
        out = rows.join(sums.reindex(rows.index).fillna(0).astype(int))
        still = rows["answer"].eq(UNKNOWN) & out[_MOVED].eq(0).all(axis=1)
        ends = {"": "", "_lower": "_upper", "_upper": "_lower"}
        for end, other in ends.items():
            change = (out["persons"] * factor - out[f"places{other}"]).astype(float)
            out[f"gap_change{end}"] = change.mask(still)
        return out


@dataclass(frozen=True, eq=False)
class Scenario:
    """Today, and the outcome of every plan; `looked` is the one looked at, None without plans."""

    choice: ScenarioChoice
    today: Ledger
    outcomes: tuple[Outcome, ...]

    @property
    def looked(self) -> Outcome | None:
        """The outcome of the plan looked at."""
        if not self.outcomes:
            return None
        return self.outcomes[min(self.choice.look, len(self.outcomes)) - 1]


@per_language(64)
def scenario_of(dataset: Dataset, choice: ScenarioChoice) -> Scenario:
    """Every plan of a choice worked out."""
    measured = choice.measured
    outcomes = tuple(outcome_of(dataset, measured, each) for each in choice.plans)
    return Scenario(choice, ledger_of(dataset, measured), outcomes)


@per_language(64)
def outcome_of(dataset: Dataset, measured: ShortageChoice, plan: Plan) -> Outcome:
    """One plan worked out on today's ledger; remembered."""
    return worked(ledger_of(dataset, measured), plan, terms_of(dataset, measured))


def worked(today: Ledger, plan: Plan, terms: Terms) -> Outcome:
    """One plan worked out on a ledger."""
    found = applied(today.rows, plan, terms)
    names = [each for each in found.rows if str(each).startswith("after_")]
    then = {str(each).removeprefix("after_"): found.rows[each] for each in names}
    return Outcome(plan, found, redrawn(today, found.rows.assign(**then)), terms.prices)
