"""Words for who works together, who pays, and who opens a door."""

from ui.glossary.term import Term
from ui.language import later

TERMS = (
    Term(
        "amif", later("AMIF"),
        later(
            "The EU's Asylum, Migration and Integration Fund. Each Member State has an amount for "
            "2021 to 2027, worked out by a formula in the law."
        ),
        ("funds",), "Regulation (EU) 2021/1147", "https://eur-lex.europa.eu/eli/reg/2021/1147/oj",
    ),
    Term(
        "esf_plus", later("ESF+"),
        later("The European Social Fund Plus, for work, education, inclusion and health."),
        ("funds",), "Regulation (EU) 2021/1057", "http://data.europa.eu/eli/reg/2021/1057/oj",
    ),
    Term(
        "committed_and_paid", later("Committed and paid"),
        later(
            "Committed is money that is promised to a programme, paid is money that has left the "
            "fund. They are never added."
        ),
        ("funds",),
    ),
    Term(
        "partnership_principle", later("Partnership principle"),
        later(
            "Whoever runs an EU fund has to prepare and watch it together with regions, cities, "
            "social partners and civil society."
        ),
        ("partnership", "funds"),
        "Regulation (EU) 2021/1060, Article 8", "https://eur-lex.europa.eu/eli/reg/2021/1060/oj",
    ),
    Term(
        "seat", later("Seat and decision power"),
        later(
            "A seat lets newcomers take part in a body; decision power lets them vote in it. Being "
            "heard is neither."
        ),
        ("partnership?view=seats",),
    ),
    Term(
        "sponsorship", later("Community sponsorship"),
        later(
            "A group of residents commits itself to receive people and to stand by them for a "
            "time, in an agreement with the state."
        ),
        ("sponsorship",),
        "Commission Recommendation (EU) 2020/1364",
        "http://data.europa.eu/eli/reco/2020/1364/oj",
    ),
    Term(
        "humanitarian_corridor", later("Humanitarian corridor"),
        later(
            "Organisations bring people in need of protection by a safe way, by an agreement with "
            "a state, and receive them."
        ),
        ("sponsorship?pathway=humanitarian_corridor",),
        "Commission Recommendation (EU) 2020/1364",
        "http://data.europa.eu/eli/reco/2020/1364/oj",
    ),
    Term(
        "pledge", later("Pledge"),
        later(
            "Places that sponsors or a state have promised. How many people came is another "
            "figure."
        ),
        ("sponsorship",),
    ),
    Term(
        "action_plan", later("Action Plan"),
        later("The EU's Action Plan on Integration and Inclusion 2021 to 2027."),
        ("plan",), "European Commission, COM(2020) 758",
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52020DC0758",
    ),
    Term(
        "social_orientation", later("Social orientation"),
        later(
            "Help with finding one's way: how the country works, which rights one has, whom to ask."
        ),
        ("gaps?service=social_orientation", "digital"),
    ),
)  # fmt: skip
