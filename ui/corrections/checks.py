"""What somebody wrote into the form, turned into a proposal or into sentences on what to mend."""

import math
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from analysis.corrections import ALONE, ROLES, Proposal, Statement
from analysis.disclosure import rounded
from ui import words
from ui.corrections import store
from ui.corrections.target import BLUR, DAY, NUMBER, PERCENT, Target
from ui.corrections.texts import letters, of_address, of_text
from ui.corrections.told import LEAVE_OUT, exact_in, near_in, number_in
from ui.language import _, current
from ui.language.spoken import ENGLISH
from ui.store import Dataset

NUMBERS, BETWEEN, UNKNOWN = "number", "between", "unknown"
_LEAST_REASON = 10
_MOST = 1e9
_MOST_PERCENT = 1_000


@dataclass(frozen=True)
class Form:
    """What was written, field by field."""

    says: Statement
    reason: str = ""
    evidence_url: str = ""
    organisation: str = ""
    role: str = ""
    contact: str = ""


def guarded(target: Target, says: Statement) -> Statement:
    """The statement as it may be kept: counts of people in sensitive groups blurred for good."""
    if target.guard == BLUR:
        return replace(
            says, value=_blurred(says.value), lower=_blurred(says.lower), upper=_blurred(says.upper)
        )
    if target.guard == PERCENT:
        ends = (says.value, says.lower, says.upper)
        value, lower, upper = (None if each is None else float(round(each)) for each in ends)
        return Statement(value, lower, upper)
    return says


def _blurred(count: float | None) -> float | None:
    return None if count is None else float(rounded(pd.Series([count])).iloc[0])


def problems(target: Target, form: Form) -> list[str]:
    """Everything that keeps a form from being a proposal, in sentences."""
    if target.refused:
        return [target.refused]
    found = [*_of_statement(target, form.says)]
    if letters(form.reason) < _LEAST_REASON:
        found.append(_("Say in a sentence how you know: a proposal without a reason is not kept."))
    for name in ("reason", "evidence_url", "organisation", "contact"):
        found += of_text(name, getattr(form, name))
    found += of_address(form.evidence_url)
    if form.role not in ROLES:
        found.append(_("Say as what you speak."))
    elif not form.organisation and form.role not in ALONE:
        found.append(_("Name the organisation you speak for, or say that you speak for yourself."))
    if target.guard:
        found += _gives_away(target, form)
    return found


def _of_statement(target: Target, says: Statement) -> list[str]:
    if target.form == NUMBER:
        found = _of_numbers(target, says)
    elif target.form == DAY:
        found = [] if says.unknown or _is_day(says.text) else [_("Write the day as 2025-12-31.")]
    else:
        found = of_text("text", says.text)
    if not found and guarded(target, says) == target.published.statement:
        found.append(
            _("What is published is unknown already: there is nothing to correct.")
            if says.unknown
            else _("What is published is the same already: there is nothing to correct.")
        )
    return found


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _of_numbers(target: Target, says: Statement) -> list[str]:
    numbers = [each for each in (says.value, says.lower, says.upper) if each is not None]
    most = _MOST_PERCENT if target.unit.startswith("percent") else _MOST
    if not all(math.isfinite(each) and 0 <= each <= most for each in numbers):
        number = f"{most:,.0f}" if current() == ENGLISH else words.number(most)
        return [_("Write a number from 0 to {most}.", most=number)]
    if target.whole and any(each != int(each) for each in numbers):
        return [_("A count of {unit} is a whole number.", unit=_(target.unit))]
    if says.lower is not None and says.upper is not None and says.lower > says.upper:
        return [_("The lowest number is above the highest one: change them round.")]
    return []


def _gives_away(target: Target, form: Form) -> list[str]:
    """Which texts tell a number that is kept blurred."""
    kept = guarded(target, form.says)
    found = telling(target, kept, form.reason)
    for said, text in (
        (_("The link to evidence has the exact number in it, which is kept rounded only."),
         form.evidence_url),
        (_("The name of the organisation has the exact number in it, which is kept rounded "
           "only."), form.organisation),
        (_("The contact has the exact number in it, which is kept rounded only."), form.contact),
    ):  # fmt: skip
        if exact_in(text, form.says, kept):
            found.append(said)
    return found


def telling(target: Target, kept: Statement, reason: str) -> list[str]:
    """What a reason tells of people in a sensitive group beside the blurred number."""
    number = number_in(reason, kept) if target.guard else ""
    if not number:
        return []
    said = _("It says “{number}”. Numbers in words count too.", number=words.escaped(number))
    return [f"{_(LEAVE_OUT)} {said}"]


def of_decision(target: Target, kept: Statement, reason: str, organisation: str) -> list[str]:
    """What keeps a review or a withdrawal from being kept, in sentences."""
    found = [*of_text("reason", reason), *of_text("organisation", organisation)]
    if not letters(reason):
        found.append(_("Give a reason: a decision without one is not kept."))
    found += telling(target, kept, reason)
    if target.guard and near_in(organisation, kept):
        found.append(
            _("The name of the organisation has a number in it that could be the exact one.")
        )
    return found


def proposal_of(dataset: Dataset, target: Target, form: Form) -> Proposal:
    """The proposal a form without problems makes, its numbers guarded."""
    return Proposal(
        store.new_id(),
        store.now(),
        dataset.kind,
        dataset.path.rpartition("/")[2],
        dataset.built.isoformat(timespec="seconds"),
        target.subject,
        target.published,
        guarded(target, form.says),
        target.unit,
        form.reason,
        form.evidence_url,
        form.organisation,
        form.role,
        form.contact,
    )
