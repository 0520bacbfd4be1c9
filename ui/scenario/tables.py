"""Tables of the Scenario page: plans side by side, and every move of the plan looked at."""

import streamlit as st

from analysis.gap import ANSWERS
from analysis.scenario.costs import Cost
from analysis.scenario.fairness import Measured
from ui import words
from ui.cased import begins
from ui.gap_words import span
from ui.language import _
from ui.language.numbers import with_point
from ui.language.tables import dataframe
from ui.ledger import Ledger
from ui.scenario.compared import Column, against, columns_of
from ui.scenario.found import Outcome, Scenario
from ui.scenario.units import from_to, lacking_words, names_in, supplied
from ui.scenario.words import short
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
        if said := costs_note(scenario):
            st.caption(said)


def table(columns: tuple[Column, ...], today: Ledger) -> Table:
    """The same as texts."""
    unit, standard = today.unit(), today.choice.standard
    supply = _(supplied(standard))
    before, *plans = columns
    rows = [
        (begins(lacking_words(standard)), *(_interval(each) for each in columns)),
        (_("Against today"), _NONE, *(_against(each, before) for each in plans)),
        *(
            (_("Territories: {answer}", answer=_(answer)),
             *(number(each.counts[at]) for each in columns))
            for at, answer in enumerate(ANSWERS)
        ),
        (_("Most short for its residents"), *(_worst(each) for each in columns)),
        (
            _("Inequality of {supply} over need (Gini)", supply=supply),
            *(_measured(each.gini) for each in columns),
        ),
        (_("The same (Theil)"), *(_measured(each.theil) for each in columns)),
        (_("People who come"), _NONE, *(number(each.persons) for each in plans)),
        (_("{units} added", units=begins(supply)), _NONE, *(_added(each) for each in plans)),
    ]  # fmt: skip
    if unit == "places":
        rows += [
            (_("Added places cost, euro"), _NONE, *(_cost(each.added) for each in plans)),
            (_("A year for people newly hosted, euro"), _NONE,
             *(_cost(each.hosted) for each in plans)),
        ]  # fmt: skip
    heads = ("", *(escaped(each.name) for each in columns))
    title = _("Territories whose gap is unknown are in no sum.")
    return Table(title, heads, tuple(rows), tuple(range(1, len(heads))))


def _interval(column: Column) -> str:
    if not words.is_known(column.missing_lower):
        return _("unknown")
    return span(column.missing_lower, column.missing_upper)


def _against(plan: Column, today: Column) -> str:
    return from_to(*against(plan, today))


def _worst(column: Column) -> str:
    if not column.worst:
        return _("none is known")
    rate = words.rate(column.worst_rate)
    return _("{place}: {rate} per 1,000", place=escaped(column.worst), rate=rate)


def _measured(found: Measured | None) -> str:
    """Three decimals, or the range found where figures are intervals."""
    if found is None or not words.is_known(found.value):
        return _("unknown")
    low, value, high = (
        with_point(f"{each:.3f}") for each in (found.lower, found.value, found.upper)
    )
    if low == high:
        return value
    return _("{value} ({low} to {high})", value=value, low=low, high=high)


def _cost(found: Cost | None) -> str:
    if found is None or not (found.many or found.left_out):
        return _NONE
    if not found.many:
        return _("unknown")
    mark = "" if found.own else r"\*"
    cost = f"{span(found.lower, found.upper)}{mark}"
    return _("at least {number}", number=cost) if found.left_out else cost


def costs_note(scenario: Scenario) -> str:
    """How the costs are to be read, on one quiet line; '' where there are none."""
    found = [each for one in columns_of(scenario)[1:] for each in (one.added, one.hosted) if each]
    if not any(each.many for each in found):
        return ""
    said = _(
        "Costs at cited daily prices, from the lowest to the highest; places are kept for a year "
        "where the plan does not say how long, and places that close save nothing."
    )
    if any(not each.own and each.many for each in found):
        others = _("Some countries cite no price: the range cited in others stands for them.")
        said += rf" \*{others}"
    return said


def _added(column: Column) -> str:
    found = from_to(column.places_lower, column.places_upper)
    found = _("{number} or fewer", number=found) if column.from_below else found
    if not column.loss_unknown:
        return found
    nothing = column.places_lower == column.places_upper == 0
    return _("unknown") if nothing else _("{number}, less an unknown loss", number=found)


def moves(outcome: Outcome) -> None:
    """Every move of a plan: which change, where, how many people and places."""
    ledger, unit = outcome.applied.ledger, supplied(outcome.after.choice.standard)
    if ledger.empty:
        st.caption(_("This plan moves nothing."))
        return
    if outcome.after.dataset.watermark:
        st.caption(outcome.after.dataset.watermark)
    names = names_in(outcome.after.rows)
    rows = ledger.assign(
        what=[
            f"{turn + 1}. {short(outcome.plan.changes[turn], unit)}" for turn in ledger["change"]
        ],
        place=ledger["territory_id"].map(names),
    )
    number_of = st.column_config.NumberColumn
    dataframe(
        rows[["place", "what", "persons", "places_lower", "places_upper"]],
        hide_index=True, height=360 if len(rows) > 9 else "content",
        column_config={
            "place": st.column_config.TextColumn(_("Where"), width="medium", pinned=True),
            "what": st.column_config.TextColumn(_("Change"), width="large"),
            "persons": number_of(_("People who come"), format="localized"),
            "places_lower": number_of(
                _("{units} added, from", units=begins(_(unit))), format="localized"
            ),
            "places_upper": number_of(_("to"), format="localized"),
        },
    )  # fmt: skip
