"""People hosted in reception per 1,000 residents."""

from analysis.figure_rate import rate_rows
from analysis.indicator import Indicator

INDICATOR = Indicator(
    indicator_id="hosted",
    label="People hosted in reception",
    question="Where do people in reception live?",
    unit="per 1,000 residents",
    count_label="people hosted",
    reads="figure",
    rows=rate_rows,
    breaks=(0.5, 1, 1.5, 2, 3, 5),
    alarm=None,
    ranking="most",
    definition="People staying in reception on the reference day, per 1,000 residents.",
    method=(
        "Figures as their publishers state them, divided by residents on 1 January of that "
        "year or the last year before it. People present are not places: a region may have "
        "places left."
    ),
    unknown_means="No figure found",
    caution=(
        "Countries count different people: Austria includes people in private homes, Ireland "
        "people who already have a status, the United Kingdom people with subsistence support."
    ),
    measures={
        "reception": "people_hosted_persons",
        "all": "people_hosted_persons",
        "asylum_applicants": "people_hosted_persons",
        "temporary_protection": "people_hosted_persons",
    },
)
