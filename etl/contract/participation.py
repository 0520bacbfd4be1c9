"""Tables of who is at work, how complete the lists of them are, and who was asked."""

from etl import codes
from etl.columns import Column, Table, code, count, text
from etl.contract.shared import FACT, PERIOD, PERIOD_IF_KNOWN, TERRITORY_ID

TABLES: tuple[Table, ...] = (
    Table(
        "activity",
        "one row per organisation, service, territory and period in which it is at work there",
        (
            text("organisation_id", "key of table organisation", True),
            code("service", "service it works on", codes.SERVICE, True),
            TERRITORY_ID,
            PERIOD,
            count("contracts", "public contracts it put out or holds; NULL is unknown"),
            *FACT,
        ),
        ("organisation_id", "service", "territory_id", "period"),
    ),
    Table(
        "actor_list",
        "one row per source, territory, type of actor and service that a list of organisations"
        " covers; only a complete list can show that there is none",
        (
            TERRITORY_ID,
            code("actor", "type of actor on the list", codes.ACTOR, True),
            code("service", "service the list is about", codes.SERVICE_OR_ALL, True),
            Column(
                "complete",
                "BOOLEAN",
                "whether every organisation of this type at work there is on the list",
                required=True,
            ),
            text("about", "what the list is of, and what it leaves out", True),
            PERIOD_IF_KNOWN,
            *FACT,
        ),
        ("source_id", "territory_id", "actor", "service"),
    ),
    Table(
        "consultation",
        "one row per consultation: who asked whom, how many replied, what became of it",
        (
            text("consultation_id", "key", True),
            text("name", "what it was about", True),
            text("organiser", "who asked", True),
            TERRITORY_ID,
            PERIOD,
            code("level", "level of the organiser", codes.GOVERNANCE_LEVEL, True),
            text("asked", "who was asked"),
            count("replies", "replies received; NULL is unknown"),
            count("newcomer_replies", "of these, from newcomers; NULL is unknown"),
            text("outcome", "what became of it"),
            *FACT,
        ),
        ("consultation_id",),
    ),
)
