"""What a measure is."""

from typing import NamedTuple

# By what a figure in a unit is shared out, and summed, where NUTS split or merged a region. In
# any other unit (a rate, a share, a key, a number of centres) it is neither.
SPLIT_BY = {
    "persons": "residents",
    "places": "residents",
    "applications": "residents",
    "million euro": "residents",
    "km²": "area",
}


class Measure(NamedTuple):
    """A measure; a flow is counted over its period, a stock at its end."""

    measure_id: str
    label: str
    unit: str
    kind: str
    domain: str | None
    direction: str
    definition: str
    flow: bool = False

    def row(self) -> dict[str, object]:
        """The measure as a row of table `measure`."""
        return {**self._asdict(), "split_by": SPLIT_BY.get(self.unit)}
