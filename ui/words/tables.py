"""Codes of the contract as readers know them."""

from ui.language import Words, later

LEVELS = Words(
    {
        0: "Countries",
        1: "Major regions (NUTS 1)",
        2: "Regions (NUTS 2)",
        3: "Small regions (NUTS 3)",
    }
)
LEVEL_NOUN = Words({0: "countries", 1: "NUTS 1 regions", 2: "NUTS 2 regions", 3: "NUTS 3 regions"})

GROUPS = Words(
    {
        "reception": "All, else asylum applicants",
        "all": "All newcomers in reception",
        "residents": "All residents",
        "asylum_applicants": "Asylum applicants",
        "temporary_protection": "Temporary protection",
        "beneficiaries_of_protection": "People granted protection",
        "resettled": "Resettled refugees",
    }
)

# Groups as they stand inside a sentence.
GROUP_WORDS = Words(
    {
        "all": "all newcomers",
        "asylum_applicants": "asylum applicants",
        "temporary_protection": "people under temporary protection",
        "beneficiaries_of_protection": "people granted protection",
        "unaccompanied_children": "unaccompanied children",
        "victims_of_torture": "victims of torture",
        "victims_of_trafficking": "victims of trafficking",
        "women_at_risk": "women at risk",
        "persons_with_disabilities": "newcomers with disabilities",
        "residents": "residents",
    }
)
SERVICES = Words(
    {
        "reception": "Reception",
        "housing": "Housing",
        "language": "Language teaching",
        "employment": "Employment support",
        "education": "Education and childcare",
        "health": "Health care",
        "mental_health": "Mental health and rehabilitation",
        "legal_aid": "Legal aid",
        "social_orientation": "Social orientation",
        "social_participation": "Social participation",
        "digital": "Digital services",
    }
)
# The same inside a sentence.
SERVICE_WORDS = Words(
    {
        "reception": "reception",
        "housing": "housing",
        "language": "language teaching",
        "employment": "employment support",
        "education": "education and childcare",
        "health": "health care",
        "mental_health": "mental health and rehabilitation",
        "legal_aid": "legal aid",
        "social_orientation": "social orientation",
        "social_participation": "social participation",
        "digital": "digital services",
    }
)
BENCHMARK_KINDS = Words(
    {
        "legal_norm": "binding in law",
        "target": "a stated aim",
        "observed": "found in practice",
    }
)

EMPTY = later("Missing is unknown; it is never zero.")
BOUNDARIES = later("Boundaries: © EuroGeographics for the administrative boundaries, simplified.")

STATUS = Words(
    {
        "A": "as published",
        "E": "estimated",
        "P": "provisional",
        "B": "break in series",
        "F": "forecast",
        "L": "not published",
        "M": "not applicable",
        "N": "not significant",
        "Q": "suppressed",
        "U": "cannot tell",
    }
)
EVIDENCE = Words(
    {
        "published": "published",
        "declared": "declared",
        "estimated": "worked out from published figures",
        "synthetic": "demonstration",
    }
)
