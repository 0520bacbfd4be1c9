"""The data dictionary, written out of the contract."""

from collections.abc import Iterator

from etl.columns import Column
from etl.contract import TABLES
from etl.measures import MEASURES


def markdown() -> str:
    """Every table with its grain, key and columns, and every measure, as Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Data dictionary"
    for table in TABLES:
        yield from ("", f"## {table.name}", "", f"{table.grain}. Key: {', '.join(table.key)}.", "")
        yield from ("| column | type | missing | meaning |", "|---|---|---|---|")
        for column in table.columns:
            missing = "never" if column.required else "unknown"
            yield f"| {column.name} | {column.type} | {missing} | {column.about}{_codes(column)} |"
    yield from (
        "",
        "## Measures",
        "",
        "| measure | unit | kind | definition |",
        "|---|---|---|---|",
    )
    for measure in MEASURES:
        yield f"| {measure.measure_id} | {measure.unit} | {measure.kind} | {measure.definition} |"


def _codes(column: Column) -> str:
    """The codes a column may hold, with their meaning where it is told."""
    if column.codes is None:
        return ""
    told = [f"{code} ({about})" if about else code for code, about in column.codes.items()]
    return f": {', '.join(told)}"
