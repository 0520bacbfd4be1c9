"""Words for people, as law and statistics know them."""

from ui.glossary.term import Term
from ui.language import later

_RECEPTION = ("Directive (EU) 2024/1346", "http://data.europa.eu/eli/dir/2024/1346/oj")
_QUALIFICATION = ("Regulation (EU) 2024/1347", "http://data.europa.eu/eli/reg/2024/1347/oj")

TERMS = (
    Term(
        "newcomer", later("Newcomer"),
        later(
            "Anybody who came from abroad and is settling in, with whatever papers. The groups of "
            "newcomers overlap and are never added to each other."
        ),
        ("gaps", "stress"),
    ),
    Term(
        "third_country_national", later("Third-country national"),
        later("A person who is not a citizen of the European Union."),
        ("funds", "figures"),
        "Treaty on the Functioning of the European Union, Article 20(1)",
        "http://data.europa.eu/eli/treaty/tfeu_2016/art_20/oj",
    ),
    Term(
        "asylum_applicant", later("Asylum applicant"),
        later(
            "A person who has asked for international protection, or is included in the "
            "application of a family member. Those who applied in a year are a flow, those whose "
            "case is pending at its end a stock."
        ),
        ("gaps?whom=asylum_applicants",),
        "Eurostat, asylum and managed migration",
        "https://ec.europa.eu/eurostat/cache/metadata/en/migr_asyapp_esms.htm",
    ),
    Term(
        "international_protection", later("International protection"),
        later(
            "Refugee status, or subsidiary protection for whoever is no refugee but would face "
            "serious harm at home. A state decides on each person."
        ),
        ("gaps",), *_QUALIFICATION,
    ),
    Term(
        "temporary_protection", later("Temporary protection"),
        later(
            "Protection given at once to all people of a mass displacement, without a decision on "
            "each. It has held for people displaced from Ukraine since 4 March 2022."
        ),
        ("gaps?whom=temporary_protection", "stress"),
        "Council Directive 2001/55/EC", "http://data.europa.eu/eli/dir/2001/55/oj",
    ),
    Term(
        "resettlement", later("Resettlement"),
        later(
            "People who fled to one country are chosen there and brought to another that has "
            "agreed to protect them."
        ),
        ("sponsorship", "figures"),
        "Regulation (EU) 2024/1350", "http://data.europa.eu/eli/reg/2024/1350/oj",
    ),
    Term(
        "unaccompanied_child", later("Unaccompanied child"),
        later(
            "Somebody under 18 who arrives without an adult responsible for them, or is left "
            "without one after arrival."
        ),
        ("protection?whom=unaccompanied_children", "gaps?whom=unaccompanied_children"),
        *_RECEPTION,
    ),
    Term(
        "special_reception_needs", later("Special reception needs"),
        later(
            "What some applicants need so that they can use their rights, such as children, "
            "disabled people and victims of torture or trafficking. States have to look for such "
            "needs and meet them."
        ),
        ("protection",), *_RECEPTION,
    ),
    Term(
        "victim_of_torture", later("Victim of torture"),
        later(
            "A person who was tortured, or suffered other serious violence, and is owed medical "
            "and psychological care."
        ),
        ("protection?whom=victims_of_torture",),
        "UN Convention against Torture, Article 14", "",
    ),
    Term(
        "victim_of_trafficking", later("Victim of trafficking"),
        later(
            "A person who was recruited, moved or held by force, threat or fraud to be exploited. "
            "Help does not depend on whether they testify."
        ),
        ("protection?whom=victims_of_trafficking",),
        "Directive 2011/36/EU", "http://data.europa.eu/eli/dir/2011/36/oj",
    ),
    Term(
        "refugee_led_organisation", later("Refugee-led organisation"),
        later("An organisation in which people who fled themselves decide, not only take part."),
        ("partnership",),
    ),
    Term(
        "sensitive_count", later("Sensitive count"),
        later(
            "A count of people in a group in which few people could be recognised. It is rounded "
            "to the nearest 5 before anything is shown, so that totals may not add up; 0 is read "
            "as 0 to 2."
        ),
        ("protection",),
    ),
    Term(
        "protected_place", later("Protected place"),
        later(
            "A shelter for children, women or victims of trafficking. Its address is never shown; "
            "it counts for the territory it may be named in."
        ),
        ("protection", "reach"),
    ),
)  # fmt: skip
