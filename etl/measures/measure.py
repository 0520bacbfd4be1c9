"""What a measure is."""

from typing import NamedTuple


class Measure(NamedTuple):
    """A row of table `measure`; a flow is counted over its period, a stock at its end."""

    measure_id: str
    label: str
    unit: str
    kind: str
    domain: str | None
    direction: str
    definition: str
    flow: bool = False
