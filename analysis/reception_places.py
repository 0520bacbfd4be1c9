"""Reception places per 1,000 residents."""

from analysis.figure_rate import rate_rows
from analysis.indicator import Indicator

INDICATOR = Indicator(
    indicator_id="places",
    label="Reception places",
    question="Where are reception places scarce?",
    unit="per 1,000 residents",
    count_label="reception places",
    reads="figure",
    rows=rate_rows,
    breaks=(0.5, 1, 1.5, 2, 3, 5),
    alarm=None,
    ranking="least",
    definition=(
        "Places that exist in reception accommodation on the reference day, taken or free, "
        "per 1,000 residents."
    ),
    method=(
        "Figures as their publishers state them, divided by residents on 1 January of that "
        "year or the last year before it. Plans, targets and places promised are not counted."
    ),
    unknown_means="No figure found",
    caution=(
        "Few countries publish places by region, and each counts its own kinds of accommodation."
    ),
    measures={
        "reception": "reception_places",
        "all": "reception_places",
        "asylum_applicants": "reception_places",
        "temporary_protection": "reception_places",
    },
)
