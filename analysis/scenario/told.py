"""What became of a change: what was asked, what was done, what was impossible and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# Which limit stood against the rest of a change.
MOST_PERCENT, FREE, BOTH = "most_percent", "free_places", "most_percent and free_places"
NOWHERE, NO_BENCHMARK, NOT_SHOWN = "nowhere", "benchmark", "not_shown"
TOO_FEW, NO_PRICE, BUDGET, FAMILIES = "too_few_places", "price", "budget", "families"
# What a territory lacks that a rule needs.
NEED, CAPACITY, ONLY_LEAST, KEY = "need", "capacity", "only_least", "key"


@dataclass(frozen=True)
class Told:
    """One change of a plan and what became of it.

    `unit` is persons or places; `done` of `asked` were moved, `done_upper` at the low end of
    the prices; `short_by` of them could not be, because of `limit` ('' where all were).
    `left_out` counts territories that the rule could not look at, by what they lack; `guessed`
    those whose figure is an interval, so that its best guess decided, `from_below` those of which
    only a least is known, so that more is lost than is counted. `ends`: of a loss, the least and
    the most of it, below 0. `together`: it was placed with so many changes that compete, itself
    among them, by a solver; 0 where it was not. `bound`: no way leaves fewer of all of these out,
    None where the solver was not asked.
    """

    change: int
    unit: str
    asked: int | None
    done: int
    done_upper: int
    limit: str = ""
    short_by: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)
    guessed: int = 0
    bound: int | None = None
    together: int = 0
    from_below: int = 0
    ends: tuple[int, int] | None = None

    @property
    def all_left_out(self) -> int:
        """Territories that the rule could not look at."""
        return sum(self.left_out.values())
