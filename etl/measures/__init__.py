"""The measures of a dataset: one name for one quantity, wherever it comes from.

Places, persons present, targets and keys are different kinds and never share a measure.
"""

from etl.measures import context, protection, reception, reception_parts, services
from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    *context.MEASURES,
    *protection.MEASURES,
    *reception.MEASURES,
    *reception_parts.MEASURES,
    *services.MEASURES,
)

BY_ID = {measure.measure_id: measure for measure in MEASURES}
