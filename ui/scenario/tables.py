"""Tables of the Scenario page: plans side by side, and every move of the plan looked at."""

import streamlit as st

from analysis.gap import ANSWERS
from ui import words
from ui.gap_words import span
from ui.ledger import Ledger
from ui.scenario.compared import Column, columns_of
from ui.scenario.found import Outcome, Scenario
from ui.scenario.words import names_in, sentence
from ui.territory.draw import as_markdown
from ui.territory.model import Table
from ui.words import escaped, number

_NONE = "–"


def compared(scenario: Scenario) -> None:
    """Today and each plan as columns; what is compared as rows."""
    columns = columns_of(scenario)
    if scenario.today.dataset.watermark:
        st.caption(scenario.today.dataset.watermark)
    with st.container(key="part_compared"):
        st.markdown(as_markdown(table(columns, scenario.today)))


def table(columns: list[Column], today: Ledger) -> Table:
    """The same as texts."""
    unit = today.unit()
    rows = [
        (f"{unit.capitalize()} missing", *(_interval(each) for each in columns)),
        ("Against today", _NONE, *(_against(each, columns[0]) for each in columns[1:])),
        *(
            (f"Territories: {answer}", *(number(each.counts[at]) for each in columns))
            for at, answer in enumerate(ANSWERS)
        ),
        ("Most short for its residents", *(_worst(each, unit) for each in columns)),
        (
            "People who come",
            *(number(each.persons) if at else _NONE for at, each in enumerate(columns)),
        ),
        (
            f"{unit.capitalize()} added",
            *(_added(each) if at else _NONE for at, each in enumerate(columns)),
        ),
    ]
    heads = ("", *(escaped(each.name) for each in columns))
    return Table("Territories whose gap is unknown are in no sum.", heads, tuple(rows),
                 tuple(range(1, len(heads))))  # fmt: skip


def _interval(column: Column) -> str:
    if not words.is_known(column.missing_lower):
        return "unknown"
    return span(column.missing_lower, column.missing_upper)


def _against(plan: Column, today: Column) -> str:
    """How many more or fewer are missing than today, at both ends of what is known."""
    low, high = plan.missing_lower - today.missing_lower, plan.missing_upper - today.missing_upper
    ends = sorted(round(each) for each in (low, high) if words.is_known(each))
    return _from_to(ends[0], ends[-1]) if ends else "unknown"


def _worst(column: Column, unit: str) -> str:
    if not column.worst:
        return "none is known"
    return f"{escaped(column.worst)}: {words.rate(column.worst_rate)} per 1,000"


def _added(column: Column) -> str:
    return _from_to(column.places_lower, column.places_upper)


def _from_to(low: int, high: int) -> str:
    return _signed(low) if low == high else f"{_signed(low)} to {_signed(high)}"


def _signed(value: int) -> str:
    """With a real minus sign.

    >>> _signed(-5), _signed(0), _signed(5)
    ('−5', '0', '+5')
    """
    return f"{'+' if value > 0 else '−' if value < 0 else ''}{number(abs(value))}"


def moves(outcome: Outcome) -> None:
    """Every move of a plan: which change, where, how many people and places."""
    ledger, unit = outcome.applied.ledger, outcome.after.unit()
    if ledger.empty:
        st.caption("This plan moves nothing.")
        return
    if outcome.after.dataset.watermark:
        st.caption(outcome.after.dataset.watermark)
    names = names_in(outcome.after.rows)
    rows = ledger.assign(
        what=[
            f"{turn + 1}. {sentence(outcome.plan.changes[turn], names, unit)}"
            for turn in ledger["change"]
        ],
        place=ledger["territory_id"].map(names),
    )
    number_of = st.column_config.NumberColumn
    st.dataframe(
        rows[["place", "what", "persons", "places_lower", "places_upper"]],
        hide_index=True, height=360 if len(rows) > 9 else "content",
        column_config={
            "place": st.column_config.TextColumn("Where", width="medium", pinned=True),
            "what": st.column_config.TextColumn("Change", width="large"),
            "persons": number_of("People who come", format="localized"),
            "places_lower": number_of(f"{unit.capitalize()} added, from", format="localized"),
            "places_upper": number_of("to", format="localized"),
        },
    )  # fmt: skip
