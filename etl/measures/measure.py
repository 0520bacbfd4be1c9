"""What a measure is."""

from typing import NamedTuple


class Measure(NamedTuple):
    """A row of table `measure`."""

    measure_id: str
    label: str
    unit: str
    kind: str
    domain: str | None
    direction: str
    definition: str
