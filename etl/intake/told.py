"""The columns of a file as they are told: what each is taken for, how that is known, examples."""

from typing import Any

from etl.intake import wide
from etl.intake.columns import Matched
from etl.intake.grid import Line, shown
from etl.intake.layout import Layout


def sample(lines: list[Line], place: int) -> list[str]:
    """A few values of a column, for people."""
    found: list[str] = []
    for line in lines[:200]:
        text = shown(line.cells[place]) if place < len(line.cells) else ""
        if text.strip() and text not in found:
            found.append(text[:60])
        if len(found) == 3:
            break
    return found


def as_settings(told: list[dict[str, Any]], matched: Matched) -> dict[str, str]:
    """The columns as settings: those that are asked about are not decided by handing them back."""
    asked = {header for q in matched.questions for header, _ in q.options}
    return {each["name"]: each["to"] for each in told if each["name"] not in asked}


def named_after(told: list[dict[str, Any]], across: dict[int, str]) -> list[dict[str, Any]]:
    """The columns with those of periods as the figures they hold."""
    return [
        each | {"to": "value", "how": wide.HOW} if place in across else each
        for place, each in enumerate(told)
    ]


def columns_told(laid: Layout, matched: Matched) -> list[dict[str, Any]]:
    """The columns of the file, what each is taken for, and how that is known."""
    return [
        {
            "name": header.name,
            "to": matched.to.get(place, ""),
            "how": matched.how.get(place, "") if matched.to.get(place) else "",
            "examples": sample(laid.rows, place),
        }
        for place, header in enumerate(laid.headers)
    ]
