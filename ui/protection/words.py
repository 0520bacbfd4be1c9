"""What the Protection page says in sentences: of the view, of one territory's funnel."""

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
from ui.language import _, later, n_, per_language
from ui.protection.step_words import STEP_INSIDE, STEP_MISSING, WHO_COULD
from ui.protection.view import View

_COUNTED = later("**{count}** {whom} counted ({when}).")
# Whom a count counts, where its measure says it.
_COUNTED_AS = {
    "unaccompanied_children_present_persons": later(
        "**{count}** {whom} counted as present, whoever looks after them ({when})."
    ),
    "unaccompanied_children_in_care_persons": later(
        "**{count}** {whom} counted as looked after by the authorities ({when})."
    ),
}


@per_language(64)
def headline(view: View) -> str:
    """The finding: where it narrows, in how many territories that can be told, what is missing."""
    rows, whom = view.narrow.rows, view.choice.whom
    answers = rows["answer"].value_counts()
    unknown, total = int(answers.get(UNKNOWN, 0)), len(rows)
    if unknown == total:
        return _(
            "**Cannot be told anywhere**: no territory shown publishes how many {whom} there "
            "are, and without that no step can be judged. Unknown is not zero. "
            "Who could publish it: {who}.",
            whom=whom, who=WHO_COULD[PEOPLE],
        )  # fmt: skip
    said = [_where(rows[rows["answer"] == NARROWS], total)]
    if keeps := int(answers.get(KEEPS_ALL, 0)):
        said.append(
            n_("In {count} territory nobody is lost.", "In {count} territories nobody is lost.",
               keeps, count=words.counted(keeps))
        )  # fmt: skip
    if unsure := int(answers.get(CANNOT_TELL, 0)):
        said.append(_unsure(rows, unsure, whom))
    if unknown:
        said.append(
            n_("One does not publish how many {whom} there are, and that is unknown, not zero.",
               "{count} do not publish how many {whom} there are, and that is unknown, not zero.",
               unknown, whom=whom)
        )  # fmt: skip
    return " ".join(said)


def _where(told: pd.DataFrame, total: int) -> str:
    if told.empty:
        return _(
            "**Where protection narrows cannot be told in any of {total} territories.**",
            total=words.number(total),
        )
    steps = told["step"].value_counts()
    often = words.listed([f"*{STEP_INSIDE[str(step)]}* ({count})" for step, count in steps.items()])
    return n_(
        "**In {count} territory of {total} it is certain where protection narrows most**: at "
        "{steps}.",
        "**In {count} territories of {total} it is certain where protection narrows most**: at "
        "{steps}.",
        len(told), count=words.counted(len(told)), total=words.number(total), steps=often,
    )  # fmt: skip


def _unsure(rows: pd.DataFrame, number: int, whom: str) -> str:
    """How many count the people and cannot be told of, and why, most often."""
    count = words.counted(number).capitalize()
    missing = rows[rows["answer"] == CANNOT_TELL]["first_unknown"].value_counts()
    blank = int(missing.get("", 0))
    named = missing[missing.index != ""]
    if named.empty or blank > named.iloc[0]:
        return n_(
            "{count} territory counts the {whom}, but the intervals of later steps overlap: a "
            "protected address is known by its territory only, which makes reach an interval.",
            "{count} territories count the {whom}, but the intervals of later steps overlap: a "
            "protected address is known by its territory only, which makes reach an interval.",
            number, count=count, whom=whom,
        )  # fmt: skip
    return n_(
        "{count} territory counts the {whom}, and the first figure missing is most often "
        "{missing}.",
        "{count} territories count the {whom}, and the first figure missing is most often "
        "{missing}.",
        number, count=count, whom=whom, missing=STEP_MISSING[str(named.index[0])],
    )  # fmt: skip


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
        said = [
            _("**Unknown**: nobody publishes how many {whom} there are here.",
              whom=view.choice.whom)
        ]  # fmt: skip
        if low > 0:
            said.append(_("At least {count} are known of.", count=words.number(low)))
        return " ".join(said)
    inputs = view.inputs
    here = inputs[(inputs["territory_id"] == territory_id) & (inputs["step"] == PEOPLE)]
    when = words.day(str(here["period"].iloc[0]))
    how = _COUNTED_AS.get(str(here["measure_id"].iloc[0]), _COUNTED)
    return _(how, count=_range(low, high), whom=view.choice.whom, when=when)


def _narrows(steps: pd.DataFrame, found: pd.Series) -> str:
    """The step that loses most, or by when people are surely lost."""
    answer = str(found["answer"])
    if steps["upper"][PEOPLE] == 0:
        return _("Nobody, or one or two people, are counted here: counts are rounded to 5.")
    if answer == KEEPS_ALL:
        return _("**Nobody is lost** at any step: there is a place and an arrangement for all.")
    if answer == NARROWS:
        step = str(found["step"])
        return _(
            "**Narrows most at *{step}***: {count} people get as far as *{before}* and no farther.",
            step=STEP_INSIDE[step], before=STEP_INSIDE[STEPS[STEPS.index(step) - 1]],
            count=_range(float(found["lost_lower"]), float(found["lost_upper"])),
        )  # fmt: skip
    if answer == CANNOT_TELL and found["certain_lost"] > 0:
        return _(
            "**Cannot tell at which step most are lost**, but at least {count} people do not get "
            "as far as *{step}*.",
            count=words.number(float(found["certain_lost"])),
            step=STEP_INSIDE[str(found["certain_by"])],
        )
    return _("**Cannot tell where it narrows.**") if answer == CANNOT_TELL else ""


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
        return _(
            "The intervals overlap; *{step}* is the least certain step.",
            step=STEP_INSIDE[str(width.idxmax())],
        )
    others = int((steps["state"].drop(step) == UNKNOWN).sum())
    said = [
        _("Not published here: {what}. Who could: {who}.", what=STEP_MISSING[step],
          who=WHO_COULD[step])
    ]  # fmt: skip
    if others:
        said.append(
            n_("{count} other step is unknown too.", "{count} other steps are unknown too.",
               others, count=words.counted(others).capitalize())
        )  # fmt: skip
    return " ".join(said)


def _range(low: float, high: float) -> str:
    if not words.is_known(high):
        return _("at least {count}", count=words.number(low))
    first, last = words.number(low), words.number(high)
    return last if first == last else _("{first} to {last}", first=first, last=last)


def count(lower: float, upper: float, state: str) -> str:
    """The count that stands beside a bar.

    >>> count(120.0, 120.0, "known"), count(0.0, 120.0, "unknown")
    ('120', 'unknown, at most 120')
    >>> count(0.0, float("nan"), "unknown"), count(30.0, 50.0, "bounded")
    ('unknown', '30 to 50')
    """
    if state == UNKNOWN:
        parts = [_("at least {count}", count=words.number(lower))] if lower > 0 else []
        parts += [_("at most {count}", count=words.number(upper))] if words.is_known(upper) else []
        return ", ".join([_("unknown"), *parts])
    return _range(lower, upper)
