"""What somebody wrote into the form, turned into a proposal or into sentences on what to mend."""

import math
import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from analysis.corrections import ALONE, ROLES, Proposal, Statement
from analysis.disclosure import BASE, rounded
from ui.corrections import store
from ui.corrections.target import BLUR, DAY, NUMBER, PERCENT, Target
from ui.store import Dataset
from ui.words import is_web

NUMBERS, BETWEEN, UNKNOWN = "number", "between", "unknown"
LIMITS = {
    "reason": 2_000, "evidence_url": 500, "organisation": 120, "contact": 200, "text": 200,
}  # fmt: skip
_NAMES = {
    "reason": "The reason", "evidence_url": "The address", "organisation": "The organisation",
    "contact": "The contact", "text": "The text",
}  # fmt: skip
_LEAST_REASON = 10
_MOST = 1e9
_MOST_PERCENT = 1_000
# Overrides of the writing direction, and tags nobody sees, can make a text read as another one.
_UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f\u2028\u2029]")
_CONTROL = frozenset({"Cc", "Cs", "Co", "Cn"})
_ADDRESS = re.compile(r"https?://[^\s/?#@:]+(:\d{1,5})?([/?#][^\s]*)?", re.IGNORECASE)
_NOT_IN_ADDRESS = frozenset("[]{}|`^$*")
_DIGITS = re.compile(r"\d[\d., \u00a0\u202f]*")


@dataclass(frozen=True)
class Form:
    """What was written, field by field."""

    says: Statement
    reason: str = ""
    evidence_url: str = ""
    organisation: str = ""
    role: str = ""
    contact: str = ""


def tidy(text: str) -> str:
    """A text in one spelling: composed letters, plain line ends, no space around it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def of_text(name: str, text: str) -> list[str]:
    """What is wrong with a text of a field: its length, or letters that are none."""
    said = _NAMES[name]
    found = []
    if len(text) > LIMITS[name]:
        found.append(f"{said} has {len(text)} letters; at most {LIMITS[name]} are kept.")
    allowed = "\n" if name == "reason" else ""
    odd = any(unicodedata.category(each) in _CONTROL for each in text if each not in allowed)
    if odd or _UNSEEN.search(text):
        found.append(f"{said} has characters that are not text. Type it anew.")
    return found


def of_address(url: str) -> list[str]:
    """What is wrong with a link to evidence; none at all is allowed."""
    if not url:
        return []
    if not _ADDRESS.fullmatch(url) or not is_web(url) or set(url) & _NOT_IN_ADDRESS:
        return [
            "The link to evidence must be a web address that begins with https:// or http://, "
            "without spaces, quotes, brackets or a name before the host."
        ]
    return []


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
    if len(form.reason) < _LEAST_REASON:
        found.append("Say in a sentence how you know: a proposal without a reason is not kept.")
    for name in ("reason", "evidence_url", "organisation", "contact"):
        found += of_text(name, getattr(form, name))
    found += of_address(form.evidence_url)
    if form.role not in ROLES:
        found.append("Say as what you speak.")
    elif not form.organisation and form.role not in ALONE:
        found.append("Name the organisation you speak for, or say that you speak for yourself.")
    if target.guard == BLUR and _gives_away(form):
        found.append(
            "The reason repeats the exact count. Counts of these people are kept rounded to "
            f"{BASE}, so leave the exact one out."
        )
    return found


def _of_statement(target: Target, says: Statement) -> list[str]:
    if target.form == NUMBER:
        found = _of_numbers(target, says)
    elif target.form == DAY:
        found = [] if says.unknown or _is_day(says.text) else ["Write the day as 2025-12-31."]
    else:
        found = of_text("text", says.text)
    if not found and guarded(target, says) == target.published.statement:
        same = "unknown" if says.unknown else "the same"
        found.append(f"What is published is {same} already: there is nothing to correct.")
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
        return [f"Write a number from 0 to {most:,.0f}."]
    if target.whole and any(each != int(each) for each in numbers):
        return [f"A count of {target.unit} is a whole number."]
    if says.lower is not None and says.upper is not None and says.lower > says.upper:
        return ["The lowest number is above the highest one: change them round."]
    return []


def _gives_away(form: Form) -> bool:
    """Whether a text tells a count that is kept rounded."""
    exact = {
        int(each) for each in (form.says.value, form.says.lower, form.says.upper)
        if each is not None and each % BASE
    }  # fmt: skip
    text = f"{form.reason} {form.organisation} {form.contact}"
    told = {int(digits) for part in _DIGITS.findall(text) if (digits := re.sub(r"\D", "", part))}
    return bool(exact & told)


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
