"""Reception places a territory is asked to provide, per 1,000 residents."""

from analysis.figure_rate import rate_rows
from analysis.indicator import Indicator

INDICATOR = Indicator(
    indicator_id="asked",
    label="Reception places asked for",
    question="How many reception places is each territory asked for?",
    unit="per 1,000 residents",
    count_label="places or persons asked for",
    reads="figure",
    rows=rate_rows,
    breaks=(0.5, 1, 2, 3, 4, 5),
    alarm=None,
    ranking="most",
    definition=(
        "Places, or persons to receive, that a law, decree or decision asks of a territory, "
        "per 1,000 residents. A task, not places that exist."
    ),
    method=(
        "Figures as their publishers state them, divided by residents on 1 January of that "
        "year or the last year before it."
    ),
    unknown_means="No figure found",
    caution=(
        "The Netherlands, France and Austria ask for places or people hosted on a day; Sweden "
        "and Denmark for people to settle within a year."
    ),
    measures={
        "reception": "reception_target_places",
        "all": "reception_target_places",
        "asylum_applicants": "reception_target_places",
        "beneficiaries_of_protection": "reception_target_places",
        "temporary_protection": "reception_target_places",
    },
)
