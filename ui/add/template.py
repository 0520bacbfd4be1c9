"""What a table asks of whoever fills it in: its columns in a spreadsheet's words, its codes."""

import re

import pandas as pd

from ui import export
from ui.language import Words, later
from ui.store import Dataset, ask
from ui.words import GROUP_WORDS, GROUPS, SERVICES, STATUS

# Kinds of value as somebody with a spreadsheet calls them, turned where they are shown.
KINDS = {
    "VARCHAR": later("text"), "DOUBLE": later("number"), "BIGINT": later("whole number"),
    "TINYINT": later("whole number"), "DATE": later("day, 2024-07-31"),
    "BOOLEAN": later("true or false"),
}  # fmt: skip
_PLAIN = {"SDMX observation status": "status: A normal, E estimated, P provisional; A if left out"}
# What the loader fills in by itself.
_FILLED_IN = frozenset({"source_id", "evidence", "source_file", "source_line"})
# What may be left out, and is then filled in.
_USUAL = frozenset({"obs_status", "nuts_version"})
_QUOTED = re.compile(r"'((?:[^']|'')*)'")
_MEANINGS: dict[str, Words[str]] = {
    "obs_status": STATUS, "service": SERVICES, "group_id": Words({**GROUPS, **GROUP_WORDS}),
    "actor": Words(
        {"public": "public authority", "ngo": "non-governmental organisation",
         "refugee_led": "refugee-led organisation", "faith": "faith community",
         "academic": "academic institution", "volunteer": "volunteer group"}),
    "publish_level": Words(
        {"point": "may be drawn where it stands",
         "nuts3": "no finer than its NUTS 3 region",
         "nuts2": "no finer than its NUTS 2 region",
         "country": "no finer than its country"}),
    "level": Words({"eu": "European Union"}),
}  # fmt: skip


def template(dataset: Dataset, table: str) -> pd.DataFrame:
    """The columns a reader fills in: `column_name`, `about`, `data_type`, `required`."""
    columns = ask(dataset, "columns", table_name=table)
    columns = columns[~columns["column_name"].isin(_FILLED_IN)].reset_index(drop=True)
    columns["required"] &= ~columns["column_name"].isin(_USUAL)
    columns["data_type"] = columns["data_type"].map(KINDS).fillna(columns["data_type"])
    columns["about"] = columns["about"].str.replace("NULL", "empty").replace(_PLAIN)
    return columns


def empty_file(dataset: Dataset, table: str) -> bytes:
    """An empty CSV with these columns."""
    names = list(template(dataset, table)["column_name"])
    return export.frame_as_csv(pd.DataFrame(columns=names))


def codes(dataset: Dataset, table: str) -> dict[str, dict[str, str]]:
    """By column, the codes it may hold with what each means; columns without a list are absent."""
    rules = ask(dataset, "column_codes", table_name=table)
    found = {
        str(column): [text.replace("''", "'") for text in _QUOTED.findall(str(rule))]
        for column, rule in zip(rules["column_name"], rules["rule"], strict=True)
        if column not in _FILLED_IN
    }
    told = {
        column: {code: meaning_of(column, code) for code in listed}
        for column, listed in found.items()
    }
    if "measure_id" in set(template(dataset, table)["column_name"]):
        measures = ask(dataset, "measures")
        words = measures["label"] + ", in " + measures["unit"]
        told["measure_id"] = dict(zip(measures["measure_id"], words, strict=True))
    return told


def meaning_of(column: str, code: str) -> str:
    """A code in words.

    >>> meaning_of("obs_status", "P"), meaning_of("pathway", "private_hosting")
    ('provisional', 'private hosting')
    """
    words = _MEANINGS.get(column)
    return words[code] if words and code in words else code.replace("_", " ")
