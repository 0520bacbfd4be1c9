"""Reports of the reader, made by hand: a ministry's list of five lines, two of them no rows."""

import json
from typing import Any

from ui.add.report import Report, parse

DECIMAL = {
    "setting": "decimal",
    "text": "In column Plätze, line 5 says 1.234: is that one thousand two hundred thirty-four?",
    "options": [
        {"value": ",", "label": "1,234 places (point groups thousands)"},
        {"value": ".", "label": "1.234 (point is decimal)"},
    ],
}
CODES = ["all", "asylum_applicants"]


def told(**other: Any) -> dict[str, Any]:
    """The report as it is written; `other` takes the place of its parts."""
    report: dict[str, Any] = {
        "file": "plätze.csv",
        "table": "observation",
        "understood": [
            {"what": "encoding", "value": "cp1252", "label": "Encoding: Western European (Windows)",
             "sure": True},
            {"what": "date_order", "value": "dmy", "label": "Dates: day first", "sure": False},
        ],
        "settings": {
            "sheet": None, "encoding": "cp1252", "separator": ";", "decimal": ",",
            "thousands": ".", "date_order": "dmy", "header_line": 2, "nuts_version": "2021",
            "coordinates": None, "columns": {"Kreis": "territory_id", "Plätze": "value"},
            "constants": {"obs_status": "A", "measure_id": "reception_places"},
        },
        "questions": [],
        "columns": [
            {"name": "Kreis", "to": "territory_id", "how": "known word",
             "examples": ["DE212", "DE21H"]},
            {"name": "Plätze", "to": "value", "how": "known word", "examples": ["12", "1.234"]},
            {"name": "Stand", "to": "period", "how": "dates", "examples": ["31.12.2024"]},
            {"name": "=cmd|' /C calc'!A0", "to": "", "how": "", "examples": ["<b>x</b>"]},
        ],
        "wanted": [
            {"column": "territory_id", "about": "NUTS code", "required": True, "kind": "text",
             "codes": []},
            {"column": "period", "about": "when", "required": True, "kind": "text", "codes": []},
            {"column": "measure_id", "about": "what", "required": True, "kind": "text",
             "codes": []},
            {"column": "group_id", "about": "whom", "required": True, "kind": "code",
             "codes": CODES},
            {"column": "value", "about": "the figure", "required": False, "kind": "number",
             "codes": []},
            {"column": "obs_status", "about": "status", "required": False, "kind": "code",
             "codes": ["A", "E"]},
        ],
        "counts": {"lines": 5, "accepted": 2, "refused": 1, "left_out": 2},
        "left_out": [
            {"line": 1, "why": "a title above the columns"},
            {"line": 6, "why": "a total"},
        ],
        "accepted": [
            {"territory_id": "DE212", "period": "2024-12-31", "measure_id": "reception_places",
             "group_id": "all", "value": 12.0, "obs_status": "A"},
            {"territory_id": "DE21H", "period": "2024-12-31", "measure_id": "reception_places",
             "group_id": "all", "value": 1234.0, "obs_status": "A"},
        ],
        "refused": [
            {"line": 5, "column": "Plätze", "value": "=1+1", "reason": "not a number",
             "mend": "Write digits only.", "raw": "DE21X;=1+1;31.12.2024"},
            {"line": 5, "column": "group_id", "value": "", "reason": "is empty",
             "mend": "Say whom it counts.", "raw": "DE21X;=1+1;31.12.2024"},
        ],
    }  # fmt: skip
    return report | other


def report(**other: Any) -> Report:
    """The same, parsed."""
    return parse(json.dumps(told(**other)))
