"""Tables that account for every line of a publisher's file."""

from etl.columns import Table, count, text

TABLES: tuple[Table, ...] = (
    Table(
        "line_count",
        "one row per reader, file and outcome",
        (
            text("module", "the reader in etl/sources", True),
            text("file", "the publisher's file", True),
            text("outcome", "loaded, rejected, or 'left out: why'", True),
            count("lines", "lines of the file with that outcome", True),
        ),
        ("module", "file", "outcome"),
    ),
    Table(
        "rejected_row",
        "one row per refused line and reason",
        (
            text("module", "the reader in etl/sources", True),
            text("file", "the publisher's file", True),
            count("line", "line in the file", True),
            text("column_name", "column at fault"),
            text("reason", "what is wrong and what was expected", True),
            text("raw", "the line as it stands in the file"),
        ),
        ("module", "file", "line", "reason"),
    ),
)
