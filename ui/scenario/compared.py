"""Today and every plan side by side: what is missing, where it is worst, how equal, the cost."""

from dataclasses import dataclass

import pandas as pd

from analysis.gap import ANSWERS, SHORT
from ui.gap_words import totals
from ui.ledger import Ledger
from ui.scenario.found import Scenario

NAN = float("nan")


@dataclass(frozen=True)
class Column:
    """What is compared of today or of one plan; NaN is unknown.

    `missing_*` add up what lacks in territories that are short or may be, in the benchmark's
    unit. `counts` are territories by answer. `worst` is the one most short for its residents,
    '' where none is known to be short; `worst_rate` its gap per 1,000 of them.
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

    def count(self, answer: str) -> int:
        """Territories with this answer."""
        return self.counts[ANSWERS.index(answer)]


def columns_of(scenario: Scenario) -> list[Column]:
    """Today first, then each plan in its order."""
    today = [_column("Today", scenario.today)]
    return today + [
        _column(each.plan.name, each.after, each.applied.ledger) for each in scenario.outcomes
    ]


def _column(name: str, ledger: Ledger, moves: pd.DataFrame | None = None) -> Column:
    rows = ledger.rows
    sums = totals(rows)
    answers = rows["answer"].value_counts()
    rate = rows["gap_per_1000"].where(rows["answer"].eq(SHORT)).astype(float)
    worst, worst_rate = "", NAN
    if rate.notna().any():
        at = int(rate.fillna(-1.0).argmax())
        worst, worst_rate = str(rows["place"].iloc[at]), float(rate.iloc[at])
    moved = [0, 0, 0]
    if moves is not None:
        moved = [int(moves[each].sum()) for each in ("persons", "places_lower", "places_upper")]
    return Column(
        name, float(sums["missing_lower"]), float(sums["missing_upper"]),
        tuple(int(answers.get(each, 0)) for each in ANSWERS), worst, worst_rate, *moved,
    )  # fmt: skip
