"""The measures of a dataset: one name for one quantity, wherever it comes from.

Places, persons present, targets and keys are different kinds and never share a measure.
"""

from etl.measures import (
    asked,
    children,
    context,
    integration,
    protection,
    reception,
    reception_parts,
)
from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    *context.MEASURES,
    *protection.MEASURES,
    *reception.MEASURES,
    *reception_parts.MEASURES,
    *asked.MEASURES,
    *children.MEASURES,
    *integration.MEASURES,
)

BY_ID = {measure.measure_id: measure for measure in MEASURES}
