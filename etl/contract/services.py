"""Tables of who does what where: places, actors, agreements, schemes, money."""

from dataclasses import replace

from etl import codes
from etl.columns import Column, Table, code, count, number, text
from etl.contract.shared import FACT, LAT, LON, PERIOD, PERIOD_IF_KNOWN, TERRITORY_ID

TABLES: tuple[Table, ...] = (
    Table(
        "facility",
        "one row per place with coordinates",
        (
            text("facility_id", "key", True),
            text("name", "name of the place", True),
            code("kind", "reception or service", codes.FACILITY_KIND, True),
            code("service", "service term", codes.SERVICE, True),
            text("country", "two-letter country code", True),
            replace(LON, about="longitude, degrees east", required=True),
            replace(LAT, about="latitude, degrees north", required=True),
            count("places", "places (beds in a hospital); NULL is unknown"),
            count("occupied", "places in use; NULL is unknown"),
            text("groups", "groups it is open to, separated by spaces"),
            text("languages", "languages spoken, ISO 639-1, separated by spaces"),
            code("mode", "how it reaches people", codes.MODE, True),
            code("publish_level", "finest level it may be shown at", codes.PUBLISH_LEVEL, True),
            Column("opened", "DATE", "first day"),
            Column("closed", "DATE", "last day"),
            PERIOD_IF_KNOWN,
            *FACT,
        ),
        ("facility_id",),
    ),
    Table(
        "facility_observation",
        "one row per facility, period, measure and group: all that is published of one place",
        (
            text("facility_id", "key of table facility", True),
            PERIOD,
            text("measure_id", "key of table measure", True),
            code("group_id", "whom the figure counts", codes.GROUP, True),
            number("value", "the figure; NULL is missing, never 0"),
            number("lower", "lower end where the figure is an interval"),
            number("upper", "upper end where the figure is an interval"),
            *FACT,
        ),
        ("facility_id", "period", "measure_id", "group_id"),
    ),
    Table(
        "organisation",
        "one row per organisation",
        (
            text("organisation_id", "key", True),
            text("name", "name", True),
            code("actor", "type of actor", codes.ACTOR, True),
            code("level", "level it acts on", codes.GOVERNANCE_LEVEL, True),
            TERRITORY_ID,
            code(
                "publish_level",
                "finest level a protected service may be counted at, never named; NULL is open",
                codes.PUBLISH_LEVEL,
            ),
            *FACT,
        ),
        ("organisation_id",),
    ),
    Table(
        "partnership",
        "one row per agreement between two organisations in a territory and period",
        (
            text("organisation_id", "key of table organisation", True),
            text("partner_id", "key of table organisation", True),
            TERRITORY_ID,
            PERIOD,
            code("service", "service it is about", codes.SERVICE, True),
            text("agreement", "kind of agreement", True),
            *FACT,
        ),
        ("organisation_id", "partner_id", "territory_id", "period", "service"),
    ),
    Table(
        "participation",
        "one row per body that decides, per period",
        (
            text("body_id", "key", True),
            text("name", "name of the body", True),
            TERRITORY_ID,
            PERIOD,
            code("level", "level it decides on", codes.GOVERNANCE_LEVEL, True),
            count("seats", "seats in all"),
            count("newcomer_seats", "seats held by newcomers"),
            Column(
                "decision_power",
                "TINYINT",
                "0 informed afterwards, 1 consulted, 2 answered, 3 co-decides, 4 decides",
                minimum=0,
                maximum=4,
            ),
            count("meetings", "meetings held in the period; NULL is unknown"),
            *FACT,
        ),
        ("body_id", "period"),
    ),
    Table(
        "sponsorship",
        "one row per sponsorship scheme, territory, period and source",
        (
            text("scheme_id", "scheme", True),
            TERRITORY_ID,
            PERIOD,
            count("sponsor_groups", "sponsoring groups"),
            count("pledged_places", "places pledged"),
            count("arrivals_persons", "persons who arrived"),
            *FACT,
        ),
        ("scheme_id", "territory_id", "period", "source_id"),
    ),
    Table(
        "funding",
        "one row per fund, objective, territory, period and source",
        (
            text("fund_id", "fund", True),
            text("objective", "what the money is for", True),
            TERRITORY_ID,
            PERIOD,
            number("committed_eur", "committed, euro", 0),
            number("paid_eur", "paid, euro", 0),
            code("recipient", "who spends the money in the end; NULL is not said", codes.RECIPIENT),
            code("service", "the one service it pays for; NULL is not said", codes.SERVICE),
            *FACT,
        ),
        ("fund_id", "objective", "territory_id", "period", "source_id"),
    ),
)
