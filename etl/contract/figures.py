"""Tables of figures: where they are from, what they measure, what they say."""

from etl import codes
from etl.columns import Column, Table, code, count, number, text
from etl.contract.shared import FACT, PERIOD, TERRITORY_ID

TABLES: tuple[Table, ...] = (
    Table(
        "source",
        "one row per publisher's dataset or page",
        (
            text("source_id", "key", True),
            text("module", "the reader in etl/sources that loads it", True),
            text("title", "title as the publisher gives it", True),
            text("publisher", "who publishes it", True),
            text("url", "where it is published"),
            text("licence", "terms of use", True),
            text("attribution", "the credit line to show", True),
            Column("retrieved_on", "DATE", "day it was fetched; NULL where not recorded"),
            text("sha256", "checksum of the file that was read"),
            text("vintage", "periods the file covers", True),
            text("caveats", "what to know before using it"),
        ),
        ("source_id",),
    ),
    Table(
        "measure",
        "one row per measure",
        (
            text("measure_id", "key", True),
            text("label", "name for readers", True),
            text("unit", "unit of the value", True),
            code("kind", "what kind of figure; kinds are never mixed", codes.KIND, True),
            code("domain", "service it belongs to", codes.SERVICE),
            code("direction", "which way is better", codes.DIRECTION, True),
            text("definition", "what is counted, in one sentence", True),
            Column("flow", "BOOLEAN", "counted over the period; else at its end", required=True),
            code(
                "split_by",
                "by what a figure is shared out where a region was split; NULL where it is "
                "neither split nor summed (rates, shares, keys)",
                codes.SPLIT_BY,
            ),
        ),
        ("measure_id",),
    ),
    Table(
        "observation",
        "one row per territory, period, measure, group and source",
        (
            TERRITORY_ID,
            code("nuts_version", "latest NUTS version that has it", codes.NUTS_VERSION, True),
            PERIOD,
            text("measure_id", "key of table measure", True),
            code("group_id", "whom the figure counts", codes.GROUP, True),
            number("value", "the figure; NULL is missing, never 0"),
            number("lower", "lower end where the figure is an interval"),
            number("upper", "upper end where the figure is an interval"),
            *FACT,
        ),
        ("territory_id", "period", "measure_id", "group_id", "source_id"),
        indexed=False,
    ),
    Table(
        "benchmark",
        "one row per norm",
        (
            text("benchmark_id", "key", True),
            text("label", "name for readers", True),
            text("numerator", "what is counted", True),
            text("denominator", "per what", True),
            number("threshold", "how much is enough"),
            text("unit", "unit of the threshold", True),
            code("kind", "law, target or observed", codes.BENCHMARK_KIND, True),
            Column("editable", "BOOLEAN", "a user may set another threshold", required=True),
            TERRITORY_ID,
            code("service", "service it is about", codes.SERVICE),
            code("group_id", "whom it is about", codes.GROUP, True),
            text("period", "when it was stated, as its page says; NULL where undated"),
            *FACT,
        ),
        ("benchmark_id",),
    ),
    Table(
        "set_aside",
        "one row per published figure, a line may have several, that is kept out of maps and sums",
        (
            text("reason", "why it is kept out", True),
            text("territory_name", "place as the source names it", True),
            text(
                "territory_id", "nearest NUTS code, which need not be its territory; NULL if none"
            ),
            text("measure", "what is counted, in the source's words", True),
            text("group_name", "whom it counts, in the source's words"),
            text("period", "period as the source writes it; NULL where undated"),
            text("value", "the figure as printed"),
            text("unit", "unit as printed"),
            *FACT[:-1],
            count("source_line", "line of the publisher's file the row was read from", True),
        ),
        ("source_file", "source_line", "measure"),
    ),
    Table(
        "finding",
        "one row per observation that a plausibility check doubts",
        (
            code("check_id", "which check", codes.PLAUSIBILITY, True),
            TERRITORY_ID,
            PERIOD,
            text("measure_id", "key of table measure", True),
            code("group_id", "whom the figure counts", codes.GROUP, True),
            text("source_id", "key of table source", True),
            number("value", "the figure in doubt"),
            number("expected_lower", "lowest figure that would not be in doubt"),
            number("expected_upper", "highest figure that would not be in doubt"),
            code("published_status", "status before it was marked", codes.OBS_STATUS, True),
            code("obs_status", "status it is marked with", codes.OBS_STATUS, True),
            text("reason", "what is odd, in a sentence", True),
        ),
        ("check_id", "territory_id", "period", "measure_id", "group_id", "source_id"),
    ),
)
