"""Domain mathematics: frames in, frames out. A new indicator is a line in INDICATORS."""

from analysis import hospital_care, people_hosted, places_asked, protection_need, reception_places
from analysis.indicator import Indicator

INDICATORS: tuple[Indicator, ...] = (
    hospital_care.INDICATOR,
    reception_places.INDICATOR,
    people_hosted.INDICATOR,
    places_asked.INDICATOR,
    protection_need.INDICATOR,
)

BY_ID = {indicator.indicator_id: indicator for indicator in INDICATORS}
