"""People who need protection."""

from etl.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    Measure(
        "temporary_protection_persons",
        "People with temporary protection",
        "persons",
        "need",
        "reception",
        "neutral",
        "People enjoying temporary protection on the last day of the period.",
    ),
    Measure(
        "asylum_applicants_persons",
        "Asylum applicants in the year",
        "persons",
        "need",
        "reception",
        "neutral",
        "People who applied for asylum in the year, first time or again: a flow, not a stock.",
        True,
    ),
    Measure(
        "asylum_benefit_recipients_persons",
        "People on asylum seekers' benefits",
        "persons",
        "need",
        "reception",
        "neutral",
        "People who receive standard benefits for asylum seekers on the last day of the "
        "period: asylum seekers, people whose stay is tolerated and others (Germany, "
        "AsylbLG), counted where the benefit is paid.",
    ),
    Measure(
        "lodged_asylum_applications",
        "Asylum applications lodged",
        "applications",
        "need",
        "reception",
        "neutral",
        "Applications for asylum lodged in the period, first or again, as the country counts "
        "them: a flow, by place of application, not people present.",
        True,
    ),
    Measure(
        "first_asylum_applications",
        "First asylum applications",
        "applications",
        "need",
        "reception",
        "neutral",
        "First applications for asylum in the period, without repeated ones: a flow, not a stock.",
        True,
    ),
    Measure(
        "protection_seekers_persons",
        "People who stay for protection",
        "persons",
        "need",
        "reception",
        "neutral",
        "Foreigners who stay for protection, whether recognised, still waiting or rejected "
        "and not gone (Germany's Schutzsuchende): wider than beneficiaries.",
    ),
    Measure(
        "protection_beneficiaries_persons",
        "Beneficiaries of protection",
        "persons",
        "need",
        "reception",
        "neutral",
        "People with a recognised protection status on the last day of the period.",
    ),
    Measure(
        "afghan_programme_persons",
        "People of the Afghan resettlement programme",
        "persons",
        "need",
        "reception",
        "neutral",
        "People who live in a region under the United Kingdom's Afghan Resettlement "
        "Programme, in housing of local authorities, private or transitional.",
    ),
    Measure(
        "displaced_from_ukraine_persons",
        "People displaced from Ukraine",
        "persons",
        "need",
        "reception",
        "neutral",
        "People registered as displaced from Ukraine, with or without temporary protection, "
        "as each register counts them: wider than holders of temporary protection.",
    ),
    Measure(
        "temporary_protection_granted_persons",
        "Temporary protections granted",
        "persons",
        "need",
        "reception",
        "neutral",
        "Temporary protections granted since March 2022, by place of grant: a running total, "
        "not people who live there.",
    ),
)
