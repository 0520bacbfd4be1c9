"""The measures of a dataset: one name for one quantity, wherever it comes from.

Places, persons present, targets and keys are different kinds and never share a measure.
"""

from etl.measures import (
    asked,
    children,
    context,
    economy,
    national,
    places,
    protection,
    reception,
    reception_parts,
    reception_stages,
    refugees,
    safeguards,
    served,
    services,
)
from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    *context.MEASURES,
    *economy.MEASURES,
    *protection.MEASURES,
    *refugees.MEASURES,
    *reception.MEASURES,
    *national.MEASURES,
    *reception_parts.MEASURES,
    *reception_stages.MEASURES,
    *asked.MEASURES,
    *children.MEASURES,
    *services.MEASURES,
    *served.MEASURES,
    *places.MEASURES,
    *safeguards.MEASURES,
)

BY_ID = {measure.measure_id: measure for measure in MEASURES}
