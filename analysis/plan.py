"""What was asked of the EU Action Plan on Integration and Inclusion 2021-27, point by point.

A civil-society reading of the plan: what was asked for in the public consultation of 2020 (12
weeks, 864 responses), what was welcomed in the plan launched on 24 November 2020, and what is
still urged. Each point says what Groundwork measures for it and what cannot be measured today.
"""

from dataclasses import dataclass

ASKED, WELCOMED, URGED = "asked", "welcomed", "urged"
PARTS = {
    ASKED: "Asked for in the consultation of 2020",
    WELCOMED: "Welcomed in the plan",
    URGED: "Still urged",
}


@dataclass(frozen=True)
class Point:
    """One point of the reading: `page` is where its figures are, with its query if it has one."""

    point_id: str
    part: str
    title: str
    measured: str
    not_measured: str
    page: str
    query: tuple[tuple[str, str], ...] = ()


POINTS: tuple[Point, ...] = (
    Point(
        "vision", ASKED, "A strategic vision for integration, not a patchwork",
        "Which kinds of figures each country and region publishes, by one set of definitions.",
        "Whether strategies agree with each other: no public register says what each aims at.",
        "sources",
    ),
    Point(
        "reception", ASKED,
        "Reception and settlement, with protection programmes and vulnerable groups",
        "Reception places against people in need, by a stated benchmark, as intervals.",
        "Quality of places and length of stay; places by group are published almost nowhere.",
        "gaps", (("level", "0"),),
    ),
    Point(
        "equally", ASKED, "Capacity that grows more equally across territories",
        "Gaps by region, each at the finest level its figures allow.",
        "Change over time by region: hardly any country publishes a regional series of places.",
        "gaps", (("level", "2"),),
    ),
    Point(
        "comprehensive", ASKED, "Comprehensive services for all newcomers in a territory",
        "Which of eleven services are known to exist in each region, on site or digital.",
        "How many people each service can take: most publishers count sites, not places.",
        "digital", (("view", "on_site"),),
    ),
    Point(
        "partnership", ASKED, "Multistakeholder, multilevel partnership and participation",
        "Which organisations work where, on what, at which level; who shares work with whom.",
        "Who is missing for certain: no list of organisations claims to be complete.",
        "partnership",
    ),
    Point(
        "sponsorship", ASKED, "More community-based sponsorship",
        "Schemes with their rules, groups, places pledged and arrivals by territory and period.",
        "Places pledged, nearly everywhere; regions outside the United Kingdom.",
        "sponsorship",
    ),
    Point(
        "coherence", ASKED, "Coherence with EU funds, monitored and evaluated",
        "Whether money follows need, by rank; reports and evaluations that are due.",
        "Payments and results by region: neither is published in a form that can be joined.",
        "funds",
    ),
    Point(
        "multilevel", WELCOMED, "Multilevel and multistakeholder partnerships",
        "Levels and types of actors at work in each territory.",
        "Partnerships without a contract or a public agreement.",
        "partnership", (("view", "missing"),),
    ),
    Point(
        "decisions", WELCOMED, "Refugees and migrants in consultation and decisions",
        "Bodies in which newcomers sit: seats, meetings, power to decide on a stated scale.",
        "Local and regional bodies: no register of them exists.",
        "partnership", (("view", "seats"),),
    ),
    Point(
        "more_sponsorship", WELCOMED, "More community sponsorship",
        "Where reception is short and sponsors exist, or none is known.",
        "What becomes of people after the months of support.",
        "sponsorship", (("show", "short"),),
    ),
    Point(
        "access", WELCOMED,
        "Better access to EU funds for local and regional authorities and civil society",
        "The share of money that reaches each kind of recipient, where recipients are told.",
        "Final recipients of AMIF and ESF+: lists exist by programme, without common codes.",
        "funds",
    ),
    Point(
        "codesign", WELCOMED, "Co-design with refugees, migrants and host communities",
        "Consultations: who asked whom, how many replied, what became of it.",
        "Whether replies changed a decision.",
        "partnership", (("view", "seats"),),
    ),
    Point(
        "digital", WELCOMED, "Good practice in digital services that arose with COVID-19",
        "A catalogue of services on stated criteria; languages that no known service speaks.",
        "Effect: hardly any service publishes an evaluation.",
        "digital", (("view", "services"),),
    ),
    Point(
        "settlement", URGED, "Attention to reception and settlement of newcomers",
        "People in need whose place is unknown, and what to ask for first.",
        "Where people settle after reception, below the country.",
        "gaps",
    ),
    Point(
        "durable", URGED,
        "For refugees, unaccompanied children and victims of torture or trafficking: support "
        "whose purpose is durable protection, with services of their own",
        "The way from a service that exists to protection that lasts, step by step.",
        "The last step, nearly everywhere: who got residence, a guardian, care beyond 18.",
        "protection",
    ),
)  # fmt: skip
