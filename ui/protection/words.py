"""What the Protection page says in sentences: of the view, of one territory's funnel."""

from functools import lru_cache

import pandas as pd

from analysis.funnel import (
    CANNOT_TELL,
    KEEPS_ALL,
    KNOWN,
    NARROWS,
    PEOPLE,
    STEPS,
    UNKNOWN,
    lost,
    narrowest,
)
from ui import words
from ui.protection.step_words import STEP_LABELS, STEP_MISSING, WHO_COULD
from ui.protection.view import View

# Whom a count counts, where its measure says it.
_COUNTED_AS = {
    "unaccompanied_children_present_persons": " as present, whoever looks after them",
    "unaccompanied_children_in_care_persons": " as looked after by the authorities",
}


@lru_cache(maxsize=64)
def headline(view: View) -> str:
    """The finding: where it narrows, in how many territories that can be told, what is missing."""
    rows, whom = view.narrow.rows, view.choice.whom
    answers = rows["answer"].value_counts()
    unknown, total = int(answers.get(UNKNOWN, 0)), len(rows)
    if unknown == total:
        return (
            f"**Cannot be told anywhere**: no territory shown publishes how many {whom} there "
            f"are, and without that no step can be judged. Unknown is not zero. "
            f"Who could publish it: {WHO_COULD[PEOPLE]}."
        )
    told = rows[rows["answer"] == NARROWS]
    said = [_where(told, total)]
    if keeps := int(answers.get(KEEPS_ALL, 0)):
        said.append(f"In {words.count_of(keeps, 'territory')} nobody is lost.")
    if unsure := int(answers.get(CANNOT_TELL, 0)):
        counted = words.count_of(unsure, "territory").capitalize()
        verb = "counts" if unsure == 1 else "count"
        said.append(f"{counted} {verb} the {whom}, {_first_missing(rows)}.")
    if unknown:
        rest = words.number(unknown)
        said.append(
            f"{rest} do not publish how many {whom} there are, and that is unknown, not zero."
            if unknown > 1
            else f"One does not publish how many {whom} there are, and that is unknown, not zero."
        )
    return " ".join(said)


def _where(told: pd.DataFrame, total: int) -> str:
    if told.empty:
        return (
            f"**Where protection narrows cannot be told in any of {words.number(total)} "
            "territories.**"
        )
    steps = told["step"].value_counts()
    often = words.listed(
        [f"*{STEP_LABELS[str(step)].lower()}* ({count})" for step, count in steps.items()]
    )
    return (
        f"**In {words.count_of(len(told), 'territory')} of {words.number(total)} it is certain "
        f"where protection narrows most**: at {often}."
    )


def _first_missing(rows: pd.DataFrame) -> str:
    """Why it cannot be told, most often."""
    unsure = rows[rows["answer"] == CANNOT_TELL]
    missing = unsure["first_unknown"].value_counts()
    blank = int(missing.get("", 0))
    named = missing[missing.index != ""]
    if named.empty or blank > named.iloc[0]:
        return (
            "but the intervals of later steps overlap: a protected address is known by its "
            "territory only, which makes reach an interval"
        )
    step = str(named.index[0])
    return f"and the first figure missing is most often {STEP_MISSING[step]}"


def territory(view: View, territory_id: str) -> list[str]:
    """One territory's funnel in sentences: the people, where it narrows, what is missing."""
    steps = view.steps_of(territory_id)
    found = _found(steps)
    return [each for each in (_people(view, territory_id, steps), _narrows(steps, found),
                              _missing(steps, found)) if each]  # fmt: skip


def _found(steps: pd.DataFrame) -> pd.Series:
    """What `narrowest` says of one funnel."""
    whole = pd.concat({"here": steps}, names=["territory_id"])
    return narrowest(whole).iloc[0]


def _people(view: View, territory_id: str, steps: pd.DataFrame) -> str:
    low, high = (float(steps[end][PEOPLE]) for end in ("lower", "upper"))
    if not words.is_known(high):
        seen = f" At least {words.number(low)} are known of." if low > 0 else ""
        return f"**Unknown**: nobody publishes how many {view.choice.whom} there are here.{seen}"
    inputs = view.inputs
    here = inputs[(inputs["territory_id"] == territory_id) & (inputs["step"] == PEOPLE)]
    when = words.day(str(here["period"].iloc[0]))
    how = _COUNTED_AS.get(str(here["measure_id"].iloc[0]), "")
    return f"**{_range(low, high)}** {view.choice.whom} counted{how} ({when})."


def _narrows(steps: pd.DataFrame, found: pd.Series) -> str:
    """The step that loses most, or by when people are surely lost."""
    answer = str(found["answer"])
    if steps["upper"][PEOPLE] == 0:
        return "Nobody, or one or two people, are counted here: counts are rounded to 5."
    if answer == KEEPS_ALL:
        return "**Nobody is lost** at any step: there is a place and an arrangement for all."
    if answer == NARROWS:
        step = str(found["step"])
        low, high = float(found["lost_lower"]), float(found["lost_upper"])
        before = STEP_LABELS[STEPS[STEPS.index(step) - 1]].lower()
        return (
            f"**Narrows most at *{STEP_LABELS[step].lower()}***: {_range(low, high)} people get "
            f"as far as *{before}* and no farther."
        )
    if answer == CANNOT_TELL and found["certain_lost"] > 0:
        by = STEP_LABELS[str(found["certain_by"])].lower()
        return (
            f"**Cannot tell at which step most are lost**, but at least "
            f"{words.number(float(found['certain_lost']))} people do not get as far as *{by}*."
        )
    return "**Cannot tell where it narrows.**" if answer == CANNOT_TELL else ""


def _missing(steps: pd.DataFrame, found: pd.Series) -> str:
    """The first figure that is missing, and who could publish it."""
    step = str(found["first_unknown"])
    if found["answer"] == UNKNOWN:
        step = PEOPLE
    if not step:
        wide = steps.index[(steps["state"] != KNOWN)]
        if found["answer"] != CANNOT_TELL or not len(wide):
            return ""
        losses = lost(pd.concat({"here": steps}, names=["territory_id"]))
        width = (losses["lost_upper"] - losses["lost_lower"]).droplevel(0)
        widest = STEP_LABELS[str(width.idxmax())].lower()
        return f"The intervals overlap; *{widest}* is the least certain step."
    others = int((steps["state"].drop(step) == UNKNOWN).sum())
    verb = "is" if others == 1 else "are"
    more = words.count_of(others, "other step").capitalize()
    return f"Not published here: {STEP_MISSING[step]}. Who could: {WHO_COULD[step]}." + (
        f" {more} {verb} unknown too." if others else ""
    )


def _range(low: float, high: float) -> str:
    if not words.is_known(high):
        return f"at least {words.number(low)}"
    first, last = words.number(low), words.number(high)
    return last if first == last else f"{first} to {last}"


def count(lower: float, upper: float, state: str) -> str:
    """The count that stands beside a bar.

    >>> count(120.0, 120.0, "known"), count(0.0, 120.0, "unknown")
    ('120', 'unknown, at most 120')
    >>> count(0.0, float("nan"), "unknown"), count(30.0, 50.0, "bounded")
    ('unknown', '30 to 50')
    """
    if state == UNKNOWN:
        parts = [f"at least {words.number(lower)}"] if lower > 0 else []
        parts += [f"at most {words.number(upper)}"] if words.is_known(upper) else []
        return ", ".join(["unknown", *parts])
    return _range(lower, upper)
