"""Today and every plan side by side: what is missing, where it is worst, how equal, the cost."""

from dataclasses import dataclass, replace
from functools import lru_cache

from analysis.gap import ANSWERS, SHORT, UNKNOWN
from analysis.scenario.costs import Cost
from analysis.scenario.fairness import Measured
from ui.gap_words import totals
from ui.language import _
from ui.ledger import Ledger
from ui.scenario.found import Outcome, Scenario
from ui.scenario.story import loss_unknown
from ui.words import is_known

NAN = float("nan")


@dataclass(frozen=True)
class Column:
    """What is compared of today or of one plan; NaN is unknown.

    `missing_*` add up what lacks in territories that are short or may be, in the benchmark's
    unit. `counts` are territories by answer. `worst` is the one most short for its residents,
    '' where none is known to be short; `worst_rate` its gap per 1,000 of them. `gini` and `theil`
    are of capacity over need; `added` is what added places cost, `hosted` a year's places for
    those who newly have one. `lost_sight` are territories known today whose gap the plan makes
    unknown: they are in no sum of it. `from_below`: it loses more places than is counted, in
    territories of which only the least is known. `loss_unknown`: places are lost of which none is
    known.
    """

    name: str
    missing_lower: float
    missing_upper: float
    counts: tuple[int, ...]
    worst: str
    worst_rate: float
    persons: int = 0
    places_lower: int = 0
    places_upper: int = 0
    loss_unknown: bool = False
    gini: Measured | None = None
    theil: Measured | None = None
    added: Cost | None = None
    hosted: Cost | None = None
    lost_sight: int = 0
    from_below: bool = False

    def count(self, answer: str) -> int:
        """Territories with this answer."""
        return self.counts[ANSWERS.index(answer)]


@lru_cache(maxsize=64)
def columns_of(scenario: Scenario) -> tuple[Column, ...]:
    """Today first, then each plan in its order; remembered."""
    today = _column(_("Today"), scenario.today)
    if scenario.outcomes:
        before = scenario.outcomes[0].fairer.before
        today = replace(today, gini=before.gini, theil=before.theil)
    return (today, *(_of_plan(each) for each in scenario.outcomes))


def _of_plan(outcome: Outcome) -> Column:
    moves, after, rows = outcome.applied.ledger, outcome.fairer.after, outcome.applied.rows
    persons, lower, upper = (
        int(moves[each].sum()) for each in ("persons", "places_lower", "places_upper")
    )
    return replace(
        _column(outcome.plan.name, outcome.after), persons=persons, places_lower=lower,
        loss_unknown=any(loss_unknown(each) for each in outcome.applied.told),
        places_upper=upper, gini=after.gini, theil=after.theil, added=outcome.cost_of_places,
        hosted=outcome.cost_of_hosting,
        from_below=any(each.from_below for each in outcome.applied.told),
        lost_sight=int((rows["answer"].ne(UNKNOWN) & rows["after_answer"].eq(UNKNOWN)).sum()),
    )  # fmt: skip


def _column(name: str, ledger: Ledger) -> Column:
    rows = ledger.rows
    sums = totals(rows)
    answers = rows["answer"].value_counts()
    rate = rows["gap_per_1000"].where(rows["answer"].eq(SHORT)).astype(float)
    worst, worst_rate = "", NAN
    if rate.notna().any():
        at = int(rate.fillna(-1.0).argmax())
        worst, worst_rate = str(rows["place"].iloc[at]), float(rate.iloc[at])
    return Column(
        name, float(sums["missing_lower"]), float(sums["missing_upper"]),
        tuple(int(answers.get(each, 0)) for each in ANSWERS), worst, worst_rate,
    )  # fmt: skip


def against(plan: Column, today: Column) -> tuple[float, float]:
    """How many more (above 0) or fewer are missing than today, from the least to the most.

    Both ends of today's interval are followed; NaN where what is missing is unknown. There is no
    most where the plan makes a known gap unknown: a territory can be met by one end alone, lacks
    nothing in today's sum, and lacks an unknown number in the plan's.
    """
    pairs = ((plan.missing_lower, today.missing_lower), (plan.missing_upper, today.missing_upper))
    ends = [then - now for then, now in pairs if is_known(then) and is_known(now)]
    if not ends:
        return NAN, NAN
    return min(ends), NAN if plan.lost_sight else max(ends)


def better(one: Column, other: Column) -> bool:
    """Whether one leaves no more missing than the other at both ends of what is known, and less
    at one of them; never for certain where it makes a known gap unknown.
    """
    if one.lost_sight:
        return False
    low, high = one.missing_lower - other.missing_lower, one.missing_upper - other.missing_upper
    high = high if is_known(high) else 0.0
    return low <= 0 and high <= 0 and (low < 0 or high < 0)
