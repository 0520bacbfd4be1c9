"""Money and sponsorship: grants and allocations by territory, schemes of sponsors.

Decisions: an allocation or a decided grant is money committed. What is only proposed, pledged
for the Union as a whole or in another currency is set aside. An AMIF figure from before an
increase that a later page of the same file states is superseded.
"""

from etl.sources.regional.reasons import AGGREGATE, LATER
from etl.sources.transcribed_mapping import Aside, ByNote, Meanings, Money, Scheme

_ALL = "all objectives"
_AMIF = Money("AMIF", _ALL)
_CHILDREN = Money("Spain: reception of children", "reception of unaccompanied children")
_PROPOSED = "proposed, not decided"
_ZLOTY = "in Polish złoty, not converted"


def _eur(group: str) -> tuple[str, str, str, str]:
    return ("funding_eur", "funding", group, "EUR")


MEANINGS: Meanings = {
    _eur("AMIF"): ByNote(
        (("initial envelope|programme share before the 2025 top-ups", Aside(LATER)),), _AMIF
    ),
    _eur("all"): ByNote((("AMIF national programme", _AMIF),)),
    _eur("AMIF_integration"): Money("AMIF", "integration"),
    _eur("AMIF_BMVI_topup"): Aside(AGGREGATE),
    _eur("ESF+"): Money("ESF+", _ALL),
    _eur("ESF+_welfare_sector"): Money("ESF+", "measures of the welfare ministry"),
    _eur("solidarity_pool"): Aside(AGGREGATE),
    _eur("solidarity_pool_actual_pledges"): Aside(AGGREGATE),
    _eur("unaccompanied_children"): ByNote((("PROPOSED", Aside(_PROPOSED)),), _CHILDREN),
    ("reception_cost_pln", "funding", "temporary_protection", "PLN"): Aside(_ZLOTY),
    ("integration_project_pln", "funding", "all", "PLN"): Aside(_ZLOTY),
    ("CADA_operating_grant", "EUR"): Money("France: CADA operating grant", "reception"),
    ("CPH_operating_grant", "EUR"): Money("France: CPH operating grant", "reception"),
    ("sponsorship_persons", "sponsorship", "homes_for_ukraine", "persons"): Scheme(
        "uk_homes_for_ukraine", "arrivals_persons"
    ),
    ("sponsorship_persons", "sponsorship", "resettled", "persons"): Scheme(
        "uk_community_sponsorship", "arrivals_persons"
    ),
    ("sponsorship_places", "sponsorship", "resettled", "places"): Scheme(
        "de_neustart_im_team", "pledged_places"
    ),
    ("sponsorship_places", "sponsorship", "students", "places"): Scheme(
        "fr_university_corridor", "pledged_places"
    ),
}
