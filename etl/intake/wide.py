"""Tables with a column for each year: a line then gives a row for each of them."""

from dataclasses import replace

from etl.columns import Table
from etl.intake.columns import CHOSEN, Header, Matched, period_in
from etl.intake.grid import Line, Understood
from etl.intake.layout import Layout
from etl.intake.said import say

HOW = "a period in its name"


def periods(
    layout: Layout, matched: Matched, table: Table, constants: dict[str, str]
) -> dict[int, str]:
    """The columns of figures that are named after a period, with it; none where rows say theirs."""
    if matched.place("period") is not None or "period" in constants:
        return {}
    found = {}
    for place, header in enumerate(layout.headers):
        to, chosen = matched.to.get(place, ""), matched.how.get(place) == CHOSEN
        named = period_in(header.name, table) or period_in(" ".join(header.parts[-1:]), table)
        left = not to and place not in matched.dropped
        if named and (left or (to == "value" and chosen)):
            found[place] = named
    others = [place for place, to in matched.to.items() if to == "value" and place not in found]
    return {} if others else found


def unpivot(layout: Layout, matched: Matched, across: dict[int, str]) -> tuple[Layout, Matched]:
    """The layout with a row for each period of a line, in two columns at its end."""
    width = len(layout.headers)
    headers = [*layout.headers, Header("the columns' names"), Header("the columns' figures")]
    rows: list[Line] = []
    for line in layout.rows:
        beyond = any(place >= width for place in line.filled)
        if line.fault or beyond or (layout.strict and len(line.cells) < width):
            rows.append(line)
            continue
        cells = [*line.cells, *[None] * (width - len(line.cells))][:width]
        for place, period in across.items():
            base = [None if i in across else cell for i, cell in enumerate(cells)]
            rows.append(replace(line, cells=[*base, period, cells[place]], whole=line.raw))
    to = {place: name for place, name in matched.to.items() if place not in across}
    to |= {width: "period", width + 1: "value"}
    return replace(layout, headers=headers, rows=rows), replace(matched, to=to)


def understood(across: dict[int, str]) -> list[Understood]:
    """What to say of it."""
    if not across:
        return []
    named = ", ".join(across.values())
    label = say(
        "A row for each of the periods that columns are named after: {periods}", periods=named
    )
    return [Understood("periods", named, label)]
