"""What added places cost for the days they are kept, and what it costs to host who arrives."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from analysis.scenario.applied import Applied
from analysis.scenario.plan import Add, Plan
from analysis.scenario.prices import Prices, widest

# What is kept for as long as no change says is kept for a year.
YEAR = 365


@dataclass(frozen=True)
class Cost:
    """EUR, from the lowest cited price to the highest.

    `many` places or persons in territories whose price is known; `unpriced` the others, which
    the amount leaves out. `own`: every price is of the country itself. `sources`: source ids.
    `unknown` are persons and places in territories where nobody can tell who finds a place: the
    amount leaves them out too.
    """

    lower: float
    upper: float
    many: int
    unpriced: int
    own: bool
    sources: tuple[str, ...]
    unknown: int = 0

    @property
    def left_out(self) -> int:
        """What the amount leaves out: it is then at least so much, or unknown where `many` is 0."""
        return self.unpriced + self.unknown


def of_places(found: Applied, plan: Plan, prices: Prices) -> Cost:
    """The cost of the places that a plan adds, for the days of each change, else for a year.

    Units   : EUR. Places that close save nothing here: whose money that was is not known.
              What a budget buys costs the sure number of places at the lowest price, or more, and
              never more than the budget.
    """
    parts = []
    for at, change in enumerate(plan.changes):
        ledger = found.ledger[found.ledger["change"] == at].set_index("territory_id")
        gained = ledger[["places_lower", "places_upper"]].clip(lower=0)
        days = change.days if isinstance(change, Add) else YEAR
        part = _priced(found.rows, gained, prices, days)
        if isinstance(change, Add) and change.budget_eur is not None:
            part = _within(part, float(change.budget_eur))
        parts.append(part)
    return _together(parts)


def of_hosting(found: Applied, prices: Prices, factor: float | None, days: int = YEAR) -> Cost:
    """The cost of a place for everybody a plan finds one for who had none, for so many days.

    Units   : EUR. Hosted are those for whom demand is met after and was not before, by best guess.
    Missing : who comes, or what is added, where need or capacity is unknown is in `unknown`.
    """
    hosted = hosted_places(found.rows, factor)
    moved = found.rows[["persons_added", "places_added_upper"]].clip(lower=0).sum(axis=1)
    known = hosted.fillna(0).clip(lower=0).to_frame("places_lower")
    cost = _priced(found.rows, known.assign(places_upper=known["places_lower"]), prices, days)
    return replace(cost, unknown=int(moved[hosted.isna()].sum()))


def hosted_places(rows: pd.DataFrame, factor: float | None) -> pd.Series:
    """Places in use after less places in use today, by territory; NaN where that is unknown."""
    times = float("nan") if factor is None else factor

    def used(prefix: str) -> pd.Series:
        need, have = (_best(rows, f"{prefix}{name}") for name in ("need", "capacity"))
        return pd.concat([need * times, have], axis=1).min(axis=1, skipna=False)

    return used("after_") - used("")


def _best(rows: pd.DataFrame, name: str) -> pd.Series:
    middle = (rows[f"{name}_lower"].astype(float) + rows[f"{name}_upper"].astype(float)) / 2
    return rows[name].astype(float).fillna(middle)


def _priced(rows: pd.DataFrame, places: pd.DataFrame, prices: Prices, days: int) -> Cost:
    lower = upper = 0.0
    many = unpriced = 0
    used = []
    by_country = places.groupby(rows["country"].reindex(places.index)).sum()
    for country, sure, most in by_country.itertuples():
        price = prices.of(str(country))
        if not most:
            continue
        if price is None:
            unpriced += int(most)
            continue
        lower, upper = lower + sure * days * price.lower, upper + most * days * price.upper
        many += int(most)
        used.append(price)
    price = widest(used)
    return Cost(
        lower, upper, many, unpriced, price is None or price.own,
        () if price is None else price.sources,
    )  # fmt: skip


def _within(cost: Cost, budget: float) -> Cost:
    return Cost(
        min(cost.lower, budget), min(cost.upper, budget), cost.many, cost.unpriced, cost.own,
        cost.sources,
    )  # fmt: skip


def _together(parts: Sequence[Cost]) -> Cost:
    sources = dict.fromkeys(source for part in parts for source in part.sources)
    return Cost(
        sum(part.lower for part in parts), sum(part.upper for part in parts),
        sum(part.many for part in parts), sum(part.unpriced for part in parts),
        all(part.own for part in parts), tuple(sources),
    )  # fmt: skip
