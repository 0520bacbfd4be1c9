"""People who need protection per 1,000 residents, by country."""

from analysis.figure_rate import rate_rows
from analysis.indicator import Indicator

INDICATOR = Indicator(
    indicator_id="need",
    label="Protection need",
    question="How many people need protection per 1,000 residents?",
    unit="per 1,000 residents",
    count_label="people",
    reads="figure",
    rows=rate_rows,
    breaks=(0.5, 1, 2, 5, 10, 20),
    alarm=None,
    ranking="most",
    definition=(
        "People from Ukraine with temporary protection at the end of a month, or asylum "
        "applicants in a year, per 1,000 residents. The one is a stock, the other a flow: they "
        "are never added."
    ),
    method=(
        "Eurostat's national figures, rounded to 5 by Eurostat, divided by residents on 1 "
        "January of that year or the last year before it. Eurostat publishes no region: regions, "
        "and countries at dates Eurostat has not, are read off public pages."
    ),
    unknown_means="No figure found",
    measures={
        "temporary_protection": "temporary_protection_persons",
        "asylum_applicants": "asylum_applicants_persons",
    },
    counts_of={
        "temporary_protection": "people from Ukraine with temporary protection",
        "asylum_applicants": "people who asked for asylum in the year",
    },
)
