"""Money and sponsorship: grants and allocations by territory, schemes of sponsors.

Decisions: an allocation or a decided grant is money committed; allocations with and without
later additions are two objectives. What is only proposed or in another currency is set aside. An
AMIF figure from before an increase that a later page states is superseded. The sponsorship
places of 2023 in Germany are among the figures of community sponsorship already, and the sums
of the United Kingdom's arrivals "from 2016 on" are those of the Home Office's quarters since
2021. Homes for Ukraine is a running total, whose beginning the page does not give.
"""

from etl.sources.regional.reasons import LATER
from etl.sources.transcribed_funds import Money
from etl.sources.transcribed_mapping import ByNote, Meanings, Scheme
from etl.sources.transcribed_rows import AGGREGATE, Aside

_APPROVED = "national programme as approved"
_CHILDREN = Money(
    "spain_children", "reception of unaccompanied children by the regions",
    "local_or_regional", "reception",
)  # fmt: skip
_PROPOSED = Aside("proposed, not decided")
_ZLOTY = Aside("in Polish złoty, not converted")
_COUNTED = Aside("the same figure stands among those of community sponsorship")
_REPEATED = Aside(
    "the same persons as the Home Office's quarters since 2021, region by region; that they were "
    "counted from 2016 on is not borne out"
)

_AMIF = ByNote(
    (
        ("initial envelope|programme share before the 2025 top-ups", LATER),
        ("top-ups; AMIF", Money("AMIF", "allocation with the additions up to 2025")),
        ("after the early-2024 increase", Money("AMIF", "national programme after an increase")),
        ("contribution to the national programme", Money("AMIF", "EU contribution, undated")),
    )
)


def _eur(group: str) -> tuple[str, str, str, str]:
    return ("funding_eur", "funding", group, "EUR")


MEANINGS: Meanings = {
    _eur("AMIF"): _AMIF,
    _eur("all"): ByNote((("AMIF national programme", Money("AMIF", _APPROVED)),)),
    _eur("AMIF_integration"): Money("AMIF", f"{_APPROVED}: integration"),
    _eur("AMIF_BMVI_topup"): AGGREGATE,
    _eur("ESF+"): Money("ESF_plus", "all objectives, EU contribution"),
    _eur("ESF+_welfare_sector"): Money("ESF_plus", "measures of the welfare ministry"),
    _eur("solidarity_pool"): AGGREGATE,
    _eur("solidarity_pool_actual_pledges"): AGGREGATE,
    _eur("unaccompanied_children"): ByNote((("PROPOSED", _PROPOSED),), _CHILDREN),
    ("reception_cost_pln", "funding", "temporary_protection", "PLN"): _ZLOTY,
    ("integration_project_pln", "funding", "all", "PLN"): _ZLOTY,
    ("CADA_operating_grant", "EUR"): Money(
        "france_cada", "operating grant to CADA by region", service="reception"
    ),
    ("CPH_operating_grant", "EUR"): Money(
        "france_cph", "operating grant to CPH by region", service="housing"
    ),
    ("sponsorship_persons", "sponsorship", "homes_for_ukraine", "persons"): Scheme(
        "homes_for_ukraine", "arrivals_persons", "since_start"
    ),
    ("sponsorship_persons", "sponsorship", "resettled", "persons"): ByNote(
        (("cumulative 2016 to", _REPEATED),), Scheme("community_sponsorship_uk", "arrivals_persons")
    ),
    ("sponsorship_places", "sponsorship", "resettled", "places"): _COUNTED,
    ("sponsorship_places", "sponsorship", "students", "places"): Scheme(
        "university_corridor_fr", "pledged_places"
    ),
}
