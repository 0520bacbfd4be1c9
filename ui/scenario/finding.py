"""The finding of the Scenario page: what the plans leave missing, and what nobody can tell."""

from analysis.gap import SHORT, UNKNOWN
from analysis.standard import Standard
from ui.cased import begins
from ui.gap_finding import headline
from ui.gap_words import span
from ui.language import _, later, n_, plural
from ui.scenario.compared import Column, against, better, columns_of
from ui.scenario.found import Scenario
from ui.scenario.units import (
    MISSING,
    NOT_PROMISED,
    NOT_RECEIVED,
    lacking,
    lacking_words,
    title,
)
from ui.words import counted, is_known, listed, number


def finding(scenario: Scenario) -> str:
    """Today in sentences where there is no plan yet, else what the plans make of it."""
    today, *plans = columns_of(scenario)
    if not plans or not is_known(today.missing_lower):
        return headline(scenario.today)
    standard = scenario.today.choice.standard
    said = _one(today, plans[0], standard) if len(plans) == 1 else _several(today, plans, standard)
    return " ".join([*said, *_unknown(today, plans, len(scenario.today.rows))])


def _one(today: Column, plan: Column, standard: Standard) -> list[str]:
    short, before = plan.count(SHORT), today.count(SHORT)
    name = title(plan.name)
    if is_known(against(plan, today)[0]):
        leaves = _left(_LEAVES, today, plan, standard, name)
    else:
        lacks = {MISSING: _UNTOLD, NOT_RECEIVED: _NOT_RECEIVED, NOT_PROMISED: _NOT_PROMISED}
        leaves = _(lacks[lacking(standard)], plan=name)
    count = begins(counted(short))
    if short == before:
        then = n_(
            "{count} territory is then short, as today.",
            "{count} territories are then short, as today.", short, count=count,
        )  # fmt: skip
    else:
        then = n_(
            "{count} territory is then short, {before} today.",
            "{count} territories are then short, {before} today.", short,
            count=count, before=number(before),
        )  # fmt: skip
    return [f"{leaves} {then}"]


_UNTOLD = later("**What {plan} leaves missing cannot be told.**")
_NOT_RECEIVED = later("**What {plan} leaves not received cannot be told.**")
_NOT_PROMISED = later("**What {plan} leaves not promised cannot be told.**")


def _several(today: Column, plans: list[Column], standard: Standard) -> list[str]:
    """The best of several plans, where one is at least as good at both ends of what is known."""
    what = lacking_words(standard)
    best = [
        each for each in plans
        if all(better(each, other) for other in plans if other is not each)
    ]  # fmt: skip
    if not best:
        none = _("**No plan alone leaves the fewest {what} for certain**; {now} today.",
                 what=what, now=_now(today, standard))  # fmt: skip
        return [none]
    found = [
        _("**Of these plans {plan} leaves the fewest {what}: {left}.**",
          plan=title(best[0].name), what=what, left=_left(_FEWER, today, best[0], standard))
    ]  # fmt: skip
    if worse := [title(each.name) for each in plans if better(today, each)]:
        found.append(n_(*_WORSE[lacking(standard)], len(worse), plans=listed(worse)))
    return found


def _now(today: Column, standard: Standard) -> str:
    """How many are missing today, within a sentence."""
    now = _missing(today)
    return {
        MISSING: _("{count} are missing", count=now),
        NOT_RECEIVED: _("{count} are not received", count=now),
        NOT_PROMISED: _("{count} are not promised", count=now),
    }[lacking(standard)]


_WORSE = {
    MISSING: plural(
        "{plans} leaves more missing than today.", "{plans} leave more missing than today."
    ),
    NOT_RECEIVED: plural(
        "{plans} leaves more not received than today.",
        "{plans} leave more not received than today.",
    ),
    NOT_PROMISED: plural(
        "{plans} leaves more not promised than today.",
        "{plans} leave more not promised than today.",
    ),
}


def _unknown(today: Column, plans: list[Column], territories: int) -> list[str]:
    """Gaps that are unknown today, and those that a plan makes unknown."""
    said = []
    changed = any(each.lost_sight or each.count(UNKNOWN) != today.count(UNKNOWN) for each in plans)
    if unknown := today.count(UNKNOWN):
        text = (
            later("For {some} of {all} territories the gap is unknown today, not zero.")
            if changed
            else later(
                "For {some} of {all} territories the gap is unknown today, not zero: no plan "
                "changes that."
            )
        )
        said.append(_(text, some=number(unknown), all=number(territories)))
    said += [
        n_(
            "{plan} makes it unknown in {count} territory more.",
            "{plan} makes it unknown in {count} territories more.",
            each.lost_sight, plan=title(each.name), count=counted(each.lost_sight),
        )
        for each in plans
        if each.lost_sight
    ]  # fmt: skip
    return said


def _missing(column: Column) -> str:
    return span(column.missing_lower, column.missing_upper)


# By how a plan stands against today: as a sentence about it, and as an answer of its own.
AT_MOST_FEWER, AT_LEAST_MORE, AT_LEAST_AS_MANY = (
    "at most fewer",
    "at least more",
    "at least as many",
)
AS_MANY, FEWER, MORE, BETWEEN = "as many", "fewer", "more", "between"
_LEAVES = {
    AT_MOST_FEWER: later("**{plan} leaves at most {high} fewer {what} than the {now} today.**"),
    AT_LEAST_MORE: later("**{plan} leaves at least {low} more {what} than the {now} today.**"),
    AT_LEAST_AS_MANY: later("**{plan} leaves at least as many {what} as today, {now}.**"),
    AS_MANY: later("**{plan} leaves as many {what} as today, {now}.**"),
    FEWER: later("**{plan} leaves {many} fewer {what} than the {now} today.**"),
    MORE: later("**{plan} leaves {many} more {what} than the {now} today.**"),
    BETWEEN: later(
        "**{plan} leaves between {low} fewer and {high} more {what} than the {now} today.**"
    ),
}
_FEWER = {
    AT_MOST_FEWER: later("at most {high} fewer than the {now} today"),
    AT_LEAST_MORE: later("at least {low} more than the {now} today"),
    AT_LEAST_AS_MANY: later("at least as many as today, {now}"),
    AS_MANY: later("as many as today, {now}"),
    FEWER: later("{many} fewer than the {now} today"),
    MORE: later("{many} more than the {now} today"),
    BETWEEN: later("between {low} fewer and {high} more than the {now} today"),
}


def _left(
    texts: dict[str, str], today: Column, plan: Column, standard: Standard, name: str = ""
) -> str:
    """'200 fewer places missing than the 1 200 today', in the texts that fit."""
    least, most = against(plan, today)
    low, open_ended = round(least), not is_known(most)
    high = low if open_ended else round(most)
    if open_ended:
        how = AT_MOST_FEWER if low < 0 else AT_LEAST_MORE if low else AT_LEAST_AS_MANY
    elif low == high == 0:
        how = AS_MANY
    else:
        how = FEWER if high <= 0 else MORE if low >= 0 else BETWEEN
    one = abs(low) == abs(high) == 1
    ends = sorted((abs(low), abs(high)))
    return _(
        texts[how], plan=name, now=_missing(today), many=_from(*ends),
        what=lacking_words(standard, 1 if one else max(2, ends[1])),
        low=number(abs(low)), high=number(abs(high)),
    )  # fmt: skip


def _from(low: float, high: float) -> str:
    if low == high:
        return number(low)
    return _("{low} to {high}", low=number(low), high=number(high))
