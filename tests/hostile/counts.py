"""What was tried against the product, and what came of it: added up at the end of a run."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

NAME = "hostile"
KINDS = ("cases", "executed scripts", "crashes", "silent losses")


@dataclass(frozen=True)
class Count:
    """Counts for one test; `record` keeps a kind with its number."""

    record: Callable[[str, object], None]

    def case(self, many: int = 1) -> None:
        """One more input was tried."""
        self.record(NAME, ("cases", many))

    def seen(self, kind: str, many: int) -> None:
        """So many of a kind that must not be were seen; the test itself fails then."""
        self.record(NAME, (kind, many))


def summed(properties: list[tuple[str, object]]) -> Counter[str]:
    """The counts among what tests recorded.

    >>> summed([("hostile", ("cases", 2)), ("hostile", ["cases", 1]), ("other", 3)])["cases"]
    3
    """
    found: Counter[str] = Counter()
    for name, value in properties:
        if name == NAME and isinstance(value, tuple | list):
            found[str(value[0])] += int(value[1])
    return found


def line(properties: list[tuple[str, object]], failed: int) -> str:
    """The counts in a line; '' where nothing hostile ran. A test that fails counts as a crash."""
    found = summed(properties)
    if not found:
        return ""
    found["crashes"] += failed
    return "hostile inputs: " + ", ".join(f"{kind} {found[kind]:,}" for kind in KINDS)
