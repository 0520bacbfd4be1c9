"""Tables of digital services, of where newcomers are from, and of what is spoken there."""

from dataclasses import replace

from etl import codes
from etl.columns import Column, Table, code, count, number, text
from etl.contract.shared import FACT, PERIOD, PERIOD_IF_KNOWN, TERRITORY_ID

TABLES: tuple[Table, ...] = (
    Table(
        "digital_service",
        "one row per digital service, or local edition of one",
        (
            text("service_id", "key", True),
            text("name", "name of the service, as its page gives it", True),
            text("provider", "who runs it; NULL is not stated"),
            replace(TERRITORY_ID, about="territory it serves: NUTS code or country"),
            code("reach", "how much of its territory it serves", codes.DIGITAL_REACH, True),
            text("part_of", "service_id of the service it is a local edition of"),
            code("service", "what it helps with", codes.SERVICE, True),
            text("languages", "languages it is known to speak, ISO 639, separated by spaces"),
            count(
                "languages_count",
                "languages it speaks in all; NULL is not stated. Where it is the number of "
                "`languages`, it speaks no other",
            ),
            code(
                "accessibility",
                "what it states on use by people with disabilities; NULL is not stated",
                codes.ACCESSIBILITY,
            ),
            Column("offline", "BOOLEAN", "works without a connection; NULL is not stated"),
            replace(PERIOD_IF_KNOWN, name="updated", about="last update; NULL is not stated"),
            Column(
                "on_site",
                "BOOLEAN",
                "has a counterpart that people can go to; NULL is not stated",
            ),
            replace(PERIOD_IF_KNOWN, name="started", about="first in use; NULL is not stated"),
            number("use_value", "evidence of use: the figure; NULL is not stated", 0),
            number("use_lower", "evidence of use where the page says more than a number", 0),
            text("use_unit", "what the evidence of use counts"),
            replace(PERIOD_IF_KNOWN, name="use_period", about="when that was counted"),
            count("use_line", "line of the same file the evidence of use was read from"),
            text("effect", "evidence of effect, as its page states it; NULL is not stated"),
            text("url", "address of the service; NULL is not stated"),
            replace(PERIOD_IF_KNOWN, about="when its page described it; NULL is undated"),
            *FACT,
        ),
        ("service_id",),
    ),
    Table(
        "origin",
        "one row per country of asylum, country of origin and period",
        (
            TERRITORY_ID,
            text(
                "origin",
                "ISO 3166-1 alpha-2, joined by + where counted together, or the "
                "publisher's code where it has none",
                True,
            ),
            text("origin_name", "country of origin as the publisher names it", True),
            PERIOD,
            count("refugees_persons", "refugees, with temporary protection; NULL is unknown"),
            count("asylum_seekers_persons", "asylum-seekers waiting; NULL is unknown"),
            count("others_persons", "others in need of international protection; NULL is unknown"),
            *FACT,
        ),
        ("territory_id", "origin", "period", "source_id"),
    ),
    Table(
        "spoken_language",
        "one row per country and language written in a script that is used there",
        (
            text("country", "ISO 3166-1 alpha-2", True),
            text("locale", "the publisher's code of language and script", True),
            text("language", "ISO 639 code of the language it counts as here", True),
            number("percent", "share of the country's population that can use it", 0, 100),
            Column("official", "BOOLEAN", "official in the whole country", required=True),
            *FACT,
        ),
        ("country", "locale"),
    ),
)
