"""Refugees and asylum-seekers as UNHCR counts them.

Every country is in it, also those Eurostat does not cover. The definitions are wider than
Eurostat's, so these figures have measures of their own and are never added to those.
"""

from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    Measure(
        "refugees_persons",
        "Refugees (UNHCR)",
        "persons",
        "need",
        "reception",
        "neutral",
        "Refugees at the end of the year, with people who have complementary or temporary "
        "protection: do not add people with temporary protection to it.",
    ),
    Measure(
        "asylum_seekers_pending_persons",
        "Asylum-seekers waiting for a decision (UNHCR)",
        "persons",
        "need",
        "reception",
        "neutral",
        "People whose asylum claim is not decided at the end of the year, at whatever instance.",
    ),
    Measure(
        "other_protection_need_persons",
        "Other people in need of international protection (UNHCR)",
        "persons",
        "need",
        "reception",
        "neutral",
        "People abroad at the end of the year who likely need protection but are neither counted "
        "as refugees nor as asylum-seekers.",
    ),
    Measure(
        "asylum_applications_persons",
        "Asylum applications in the year (UNHCR)",
        "persons",
        "need",
        "reception",
        "neutral",
        "People named in new and repeated asylum applications lodged in the year, without "
        "appeals: a flow, not a stock.",
        flow=True,
    ),
    Measure(
        "decisions_recognised_persons",
        "Recognised as refugees at first instance in the year (UNHCR)",
        "persons",
        "need",
        "reception",
        "neutral",
        "People recognised as refugees by first-instance decisions of the year: a flow.",
        flow=True,
    ),
    Measure(
        "decisions_complementary_persons",
        "Given complementary protection at first instance in the year (UNHCR)",
        "persons",
        "need",
        "reception",
        "neutral",
        "People given a form of protection other than refugee status by first-instance decisions "
        "of the year: a flow.",
        flow=True,
    ),
    Measure(
        "decisions_rejected_persons",
        "Rejected at first instance in the year (UNHCR)",
        "persons",
        "context",
        "reception",
        "neutral",
        "People whose asylum claim was rejected by first-instance decisions of the year: a flow.",
        flow=True,
    ),
    Measure(
        "decisions_closed_persons",
        "Cases closed without a decision on the claim in the year (UNHCR)",
        "persons",
        "context",
        "reception",
        "neutral",
        "People whose claim was closed at first instance in the year for another reason, such as "
        "withdrawal or another country's responsibility: a flow.",
        flow=True,
    ),
    Measure(
        "resettlement_arrivals_persons",
        "Arrivals by resettlement in the year (UNHCR)",
        "persons",
        "need",
        "reception",
        "neutral",
        "Refugees who arrived in the year from a country of first asylum by resettlement: a flow.",
        flow=True,
    ),
)
