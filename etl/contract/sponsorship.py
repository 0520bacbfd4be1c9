"""Tables of sponsorship besides its figures: what each scheme is, its rules, local arrivals."""

from dataclasses import replace

from etl import codes
from etl.columns import Table, code, count, number, text
from etl.contract.shared import FACT, PERIOD, TERRITORY_ID

TABLES: tuple[Table, ...] = (
    Table(
        "scheme",
        "one row per scheme of sponsorship or complementary pathway",
        (
            text("scheme_id", "key; table sponsorship counts by it", True),
            text("name", "name for readers", True),
            text("country", "two-letter country code as Eurostat uses it", True),
            code("pathway", "what kind of pathway it is", codes.PATHWAY, True),
            replace(PERIOD, name="began", required=False, about="when it began; NULL: not stated"),
            replace(PERIOD, name="ended", required=False, about="when it ended; NULL: not stated"),
            *FACT,
        ),
        ("scheme_id",),
    ),
    Table(
        "scheme_rule",
        "one row per scheme and rule that a source states; a rule without a row is not stated",
        (
            text("scheme_id", "key of table scheme", True),
            code("rule", "what is laid down", codes.SCHEME_RULE, True),
            number("lower", "the least, in the rule's unit", 0),
            number("upper", "the most, in the rule's unit; NULL where only the least is stated", 0),
            text("words", "the rule in words where it is no number"),
            *FACT,
        ),
        ("scheme_id", "rule"),
    ),
    Table(
        "sponsorship_locality",
        "one row per scheme, local authority, period and source, finer than any NUTS region",
        (
            text("scheme_id", "key of table scheme", True),
            replace(TERRITORY_ID, about="NUTS region the publisher places it in"),
            text("locality_code", "the publisher's code of the local authority", True),
            text("locality_name", "its name", True),
            PERIOD,
            count("arrivals_persons", "persons who arrived in the period"),
            *FACT,
        ),
        ("scheme_id", "locality_code", "period", "source_id"),
    ),
)
