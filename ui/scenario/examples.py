"""Plans to start from, of a size that fits what is asked for in the view."""

import math

from analysis.scenario.plan import Add, Arrive, Lose, Plan
from ui import words
from ui.group_text import tidy
from ui.language import _
from ui.ledger import Ledger
from ui.scenario.units import money, supplied

_ROUND = (1, 2, 5)
_LEAST_PEOPLE, _SHARE = 100, 0.01
_BUDGET = 2_000_000


def examples(ledger: Ledger) -> tuple[Plan, ...]:
    """Three plans: more people, fewer places, and a budget (or places, where none is priced)."""
    people, supply = people_of(ledger), supplied(ledger.choice.standard)
    more = {"count": words.number(people), "unit": _(supply)}
    return (
        Plan(tidy(_("{count} more people", **more)), (Arrive(people),)),
        Plan(tidy(_("A tenth of {unit} lost", **more)), (Lose(10.0),)),
        Plan(tidy(_("{money} for places", money=money(_BUDGET))), (Add(budget_eur=_BUDGET),))
        if ledger.unit() == "places"
        else Plan(tidy(_("{count} more {unit}", **more)), (Add(places=people),)),
    )


def people_of(ledger: Ledger) -> int:
    """About a hundredth of the people counted where the answer is known, as a round number."""
    known = ledger.rows[ledger.rows["gap_lower"].notna() & ledger.rows["gap_upper"].notna()]
    return rounded(max(_LEAST_PEOPLE, float(known["need"].sum()) * _SHARE))


def rounded(value: float) -> int:
    """The largest 1, 2 or 5 times a power of ten that is not above a value of at least 1.

    >>> rounded(640.0), rounded(100.0), rounded(4999.0)
    (500, 100, 2000)
    """
    power = 10 ** int(math.log10(value))
    return max(each * power for each in _ROUND if each * power <= value)
