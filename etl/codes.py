"""The code lists of the data contract, each code with what it means.

Sources: SDMX cross-domain code list CL_OBS_STATUS 2.2 (observation status); the service
terms and newcomer groups are Groundwork's own, worded after the EU Action Plan on
Integration and Inclusion 2021-27 and Directive (EU) 2024/1346.
"""

OBS_STATUS = {
    "A": "normal value",
    "E": "estimated",
    "P": "provisional",
    "B": "break in the series",
    "F": "forecast",
    "L": "missing: exists but was not collected",
    "M": "missing: cannot exist or is not published",
    "N": "not significant",
    "Q": "missing: suppressed",
    "U": "low reliability",
}

EVIDENCE = {
    "published": "a figure as its publisher states it",
    "declared": "a figure somebody declared, not yet published",
    "estimated": "worked out by Groundwork from published figures by a stated method",
    "synthetic": "generated for demonstration",
}

NUTS_VERSION = {
    "2013": "NUTS 2013",
    "2016": "NUTS 2016",
    "2021": "NUTS 2021",
    "2024": "NUTS 2024",
}

NUTS_CHANGE = {
    "recoded": "the same region under another code",
    "merged": "whole regions became one",
    "split": "one region became several",
    "shifted": "borders were redrawn: parts of several regions",
}

SPLIT_BY = {
    "residents": "shared out and summed by residents",
    "area": "shared out and summed by area",
}

PLAUSIBILITY = {
    "level_break": "the series jumps by more than its history supports",
    "sum_differs": "the parts do not add up to the published total",
    "repeated": "the same figure stands for another territory or period where it should differ",
    "rate": "the rate per resident is beyond anything observed",
    "stale": "the latest figure is older than the series' rhythm allows",
}

KIND = {
    "need": "persons who need protection or a service",
    "capacity": "places that exist",
    "presence": "service points that exist, however many people each can take",
    "use": "persons present, or places in use",
    "target": "places or persons somebody is asked to provide for",
    "commitment": "places or persons somebody offers or decides, neither asked for nor there yet",
    "key": "a distribution key",
    "context": "residents, area, economy",
    "fund": "money",
    "partnership": "agreements and contracts between organisations",
    "participation": "newcomers' part in decisions",
}

GROUP = {
    "all": "all newcomers",
    "residents": "all residents",
    "asylum_applicants": "asylum applicants",
    "temporary_protection": "people with temporary protection",
    "beneficiaries_of_protection": "beneficiaries of international protection",
    "resettled": "resettled refugees",
    "humanitarian_admission": "people admitted from abroad on humanitarian grounds",
    "unaccompanied_children": "unaccompanied children",
    "victims_of_torture": "victims of torture",
    "victims_of_trafficking": "victims of trafficking",
    "women_at_risk": "women at risk",
    "persons_with_disabilities": "persons with disabilities",
    "children": "children",
    "young_migrants": "young migrants of 12 to 27",
    "women": "women and girls",
    "foreign_citizens": "foreign citizens",
    "non_eu_citizens": "citizens of countries outside the EU",
    "nationals": "nationals of the country",
}

SERVICE = {
    "reception": "reception",
    "housing": "housing",
    "language": "language",
    "employment": "employment",
    "education": "education and childcare",
    "health": "health",
    "mental_health": "mental health and rehabilitation",
    "legal_aid": "legal aid",
    "social_orientation": "social orientation",
    "social_participation": "social participation",
    "digital": "digital services",
}

SERVICE_OR_ALL = {**SERVICE, "all": "every service"}

DIRECTION = {
    "more_is_better": "a higher value closes the gap",
    "less_is_better": "a lower value closes the gap",
    "neutral": "neither is better",
}

URBAN_TYPE = {
    "urban": "predominantly urban",
    "intermediate": "intermediate",
    "rural": "predominantly rural",
}

FACILITY_KIND = {"reception": "reception place", "service": "service point"}

MODE = {"on_site": "on site", "digital": "digital", "mobile": "mobile"}

PUBLISH_LEVEL = {
    "point": "may be drawn as a point",
    "nuts3": "no finer than NUTS 3",
    "nuts2": "no finer than NUTS 2",
    "country": "no finer than the country",
}

ACTOR = {
    "public": "public authority",
    "ngo": "non-governmental organisation",
    "refugee_led": "refugee-led organisation",
    "employer": "employer",
    "faith": "faith community",
    "academic": "academic institution",
    "volunteer": "volunteer group",
}

GOVERNANCE_LEVEL = {"local": "local", "regional": "regional", "national": "national", "eu": "EU"}

BENCHMARK_KIND = {
    "legal_norm": "binding in law",
    "target": "a stated aim",
    "observed": "what is found somewhere",
}

RECIPIENT = {
    "national": "national authority",
    "local_or_regional": "local or regional authority",
    "civil_society": "civil society organisation",
    "other": "other",
}

PATHWAY = {
    "community_sponsorship": "community sponsorship",
    "humanitarian_corridor": "humanitarian corridor",
    "university_corridor": "university corridor",
    "private_hosting": "hosting in private homes",
    "family": "relatives as sponsors",
    "other": "another pathway",
}

SCHEME_RULE = {
    "group_persons": "people in a sponsoring group",
    "support_months": "months a group supports the people it receives",
    "housing_months": "months of housing that sponsors secure",
    "selects": "who selects the people who come",
}

ARRIVALS_SPAN = {
    "period": "arrived within the period",
    "since_start": "arrived since the scheme began, up to the end of the period",
}

DIGITAL_REACH = {
    "whole": "everywhere in its territory",
    "part": "in some towns or districts of its territory",
}

ACCESSIBILITY = {
    "full": "states that it meets the standard (EN 301 549) in full",
    "partial": "states that it meets the standard in part",
    "none": "has no statement on accessibility",
}
