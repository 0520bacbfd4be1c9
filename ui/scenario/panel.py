"""One territory under the plan looked at: today, what each change does there, after, why."""

from collections.abc import Hashable
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from analysis.scenario.plan import Add, Arrive, Lose
from ui import chosen, words
from ui.address import link
from ui.gap_territory import explained
from ui.language import _, later, n_, plural
from ui.scenario.document import BASELINE
from ui.scenario.found import Outcome, Scenario
from ui.scenario.story import impossible
from ui.scenario.text import NAME
from ui.scenario.units import PEOPLE, amount, between, names_in, supplied, title
from ui.scenario.words import sentence
from ui.words import escaped, is_known

Row = dict[Hashable, Any]
_PASSED_OVER = later("A rule that looks at the gap passes it over, as its gap is unknown.")


def explain(scenario: Scenario, at: str) -> None:
    """Sentences about one territory, and the way to everything else known of it."""
    name = str(scenario.today.rows.loc[at, "place"])
    chosen.heading(scenario.today.dataset, at, name)
    place = escaped(name)
    outcome = scenario.looked
    today = _row(scenario, at)
    st.markdown(_("Today: {answer}", answer=explained(scenario.today, today)[0]))
    if outcome is not None:
        st.markdown("\n\n".join(told(outcome, at)))
    st.markdown(f"[{_('Everything known of {place}', place=place)}]({territory_link(at)})")


def told(outcome: Outcome, at: str) -> list[str]:
    """What a plan does in a territory, change by change, and what is so after it."""
    name, moves = title(outcome.plan.name), outcome.applied.ledger
    here = moves[moves["territory_id"] == at]
    said = [_moved(outcome, row) for row in here.to_dict("records")]
    lost = _lost_unknown(outcome, at)
    if not said and lost:
        said = [_(_PASSED_OVER)] if _has_rules(outcome) else []
    elif not said:
        nothing = _("{plan} changes nothing here.", plan=name)
        said = [f"{nothing} {_why_not(outcome, at)}"]
    said = [*lost, *said]
    after = explained(outcome.after, dict(outcome.after.rows.loc[[at]].iloc[0].to_dict()))[0]
    return [*said, _("After {plan}: {answer}", plan=name, answer=after)]


def _moved(outcome: Outcome, row: Row) -> str:
    """What one change moves here, and by which rule."""
    turn, unit = int(row["change"]), supplied(outcome.after.choice.standard)
    change, names = outcome.plan.changes[turn], names_in(outcome.after.rows)
    parts = []
    if row["persons"]:
        many = int(row["persons"])
        parts.append(
            n_("{amount} comes here", "{amount} come here", many, amount=amount(many, PEOPLE))
        )
    if row["places_lower"] or row["places_upper"]:
        low, high = sorted((float(row["places_lower"]), float(row["places_upper"])))
        today = dict(outcome.applied.rows.loc[[str(row["territory_id"])]].iloc[0].to_dict())
        least = isinstance(change, Lose) and _is_from_below(today)
        parts.append(_places(low, high, unit, least))
    return f"{sentence(change, names, unit)}: **{words.listed(parts)}**."


def _is_from_below(today: Row) -> bool:
    """Whether only the least of its places is known: of these more may be lost than is counted."""
    known = [is_known(today[f"capacity{end}"]) for end in ("", "_lower", "_upper")]
    return known == [False, True, False]


def _places(lower: float, upper: float, unit: str, least: bool) -> str:
    """Places that are lost or added here; `least` where more may be."""
    lost, low, high = upper <= 0, *sorted((abs(lower), abs(upper)))
    is_one = lower == upper and high == 1
    # An end of an interval around zero is below it.
    said = amount(1, unit) if is_one else between(*((low, high) if lost else (lower, upper)), unit)
    pair = (_LOST_AT_LEAST if least else _LOST) if lost else _ADDED
    return n_(*pair, 1 if is_one else max(2, round(high)), amount=said)


_LOST = plural("{amount} is lost here", "{amount} are lost here")
_LOST_AT_LEAST = plural("at least {amount} is lost here", "at least {amount} are lost here")
_ADDED = plural("{amount} is added here", "{amount} are added here")


def _lost_unknown(outcome: Outcome, at: str) -> list[str]:
    """A sentence for each change that takes a share of places away here, of which none is known."""
    ends = ["capacity", "capacity_lower", "capacity_upper"]
    if outcome.after.rows.loc[at, ends].notna().any():
        return []
    names, unit = names_in(outcome.after.rows), supplied(outcome.after.choice.standard)
    return [
        _(
            "{change}: **how many here is not known**, as nobody publishes the {unit} there.",
            change=sentence(change, names, unit),
            unit=_(unit),
        )
        for change in _losses(outcome, at)
    ]


def _losses(outcome: Outcome, at: str) -> list[Lose]:
    return [
        each for each in outcome.plan.changes
        if isinstance(each, Lose) and (not each.only or at in each.only)
    ]  # fmt: skip


def _has_rules(outcome: Outcome) -> bool:
    """Whether a rule decides where a change of the plan is."""
    return any(isinstance(each, Arrive | Add) for each in outcome.plan.changes)


def _why_not(outcome: Outcome, at: str) -> str:
    """Why nothing changes: it is unknown, or the rules look elsewhere first."""
    row = outcome.after.rows.loc[at]
    unit = supplied(outcome.after.choice.standard)
    if row["missing"] and _has_rules(outcome):
        return _(_PASSED_OVER)
    limits = [
        impossible(change, each, unit)
        for change, each in zip(outcome.plan.changes, outcome.applied.told, strict=True)
        if each.limit
    ]
    if limits:
        return limits[0]
    if _losses(outcome, at):
        return _("What it takes away here is less than {amount}.", amount=amount(1, unit))
    if not _has_rules(outcome):
        return _("Its changes are in other territories.")
    return _("Its rules find other territories where it matters more.")


def territory_link(at: str) -> str:
    """The Territory page of it, with the same baseline and plans."""
    kept = {name: st.query_params[name] for name in (*BASELINE, NAME) if name in st.query_params}
    return link(f"territory?{urlencode({**kept, 'at': at})}")


def _row(scenario: Scenario, at: str) -> Row:
    return dict(scenario.today.rows.loc[[at]].iloc[0].to_dict())
