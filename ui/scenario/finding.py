"""The finding of the Scenario page: what the plans leave missing, and what nobody can tell."""

from analysis.gap import SHORT, UNKNOWN
from ui.gap_words import headline, span
from ui.scenario.compared import Column, against, better, columns_of
from ui.scenario.found import Scenario
from ui.scenario.words import lacking, singular, title
from ui.words import count_of, is_known, listed, number


def finding(scenario: Scenario) -> str:
    """Today in sentences where there is no plan yet, else what the plans make of it."""
    today, *plans = columns_of(scenario)
    if not plans or not is_known(today.missing_lower):
        return headline(scenario.today)
    unit = scenario.today.unit()
    lack = lacking(scenario.today.choice.standard)
    said = (
        _one(today, plans[0], unit, lack) if len(plans) == 1 else _several(today, plans, unit, lack)
    )
    return " ".join([*said, *_unknown(today, plans, len(scenario.today.rows))])


def _one(today: Column, plan: Column, unit: str, lack: str) -> list[str]:
    short, before = plan.count(SHORT), today.count(SHORT)
    beside = "as today" if short == before else f"{number(before)} today"
    name = title(plan.name)
    if is_known(against(plan, today)[0]):
        left = _left(today, plan, f" {unit} {lack}", f" {singular(unit)} {lack}")
        leaves = f"**{name} leaves {left}.**"
    else:
        leaves = f"**What {name} leaves {lack} cannot be told.**"
    return [
        f"{leaves} "
        f"{count_of(short, 'territory').capitalize()} {'is' if short == 1 else 'are'} then short, "
        f"{beside}."
    ]


def _several(today: Column, plans: list[Column], unit: str, lack: str) -> list[str]:
    """The best of several plans, where one is at least as good at both ends of what is known."""
    best = [
        each for each in plans
        if all(better(each, other) for other in plans if other is not each)
    ]  # fmt: skip
    if not best:
        return [f"**No plan alone leaves the fewest {unit} {lack} for certain**; "
                f"{_missing(today)} are {lack} today."]  # fmt: skip
    found = [f"**Of these plans {title(best[0].name)} leaves the fewest {unit} {lack}: "
             f"{_left(today, best[0])}.**"]  # fmt: skip
    if worse := [title(each.name) for each in plans if better(today, each)]:
        verb = "leaves" if len(worse) == 1 else "leave"
        found.append(f"{listed(worse)} {verb} more {lack} than today.")
    return found


def _unknown(today: Column, plans: list[Column], territories: int) -> list[str]:
    """Gaps that are unknown today, and those that a plan makes unknown."""
    said = []
    changed = any(each.lost_sight or each.count(UNKNOWN) != today.count(UNKNOWN) for each in plans)
    if unknown := today.count(UNKNOWN):
        end = "." if changed else ": no plan changes that."
        said.append(
            f"For {number(unknown)} of {number(territories)} territories the gap is unknown today, "
            f"not zero{end}"
        )
    said += [
        f"{title(each.name)} makes it unknown in {count_of(each.lost_sight, 'territory')} more."
        for each in plans
        if each.lost_sight
    ]
    return said


def _missing(column: Column) -> str:
    return span(column.missing_lower, column.missing_upper)


def _left(today: Column, plan: Column, what: str = "", one: str = "") -> str:
    """'200 fewer places missing than the 1 200 today'; `what` is missing, `one` of them after 1."""
    least, most = against(plan, today)
    low, now = round(least), _missing(today)
    if not is_known(most):
        what = one if abs(low) == 1 else what
        if low < 0:
            return f"at most {number(-low)} fewer{what} than the {now} today"
        more = f"{number(low)} more{what} than the {now}" if low else f"as many{what} as"
        return f"at least {more} today{'' if low else f', {now}'}"
    high = round(most)
    what = one if abs(low) == abs(high) == 1 else what
    if low == high == 0:
        return f"as many{what} as today, {now}"
    if high <= 0:
        return f"{_from(-high, -low)} fewer{what} than the {now} today"
    if low >= 0:
        return f"{_from(low, high)} more{what} than the {now} today"
    return f"between {number(-low)} fewer and {number(high)} more{what} than the {now} today"


def _from(low: float, high: float) -> str:
    return number(low) if low == high else f"{number(low)} to {number(high)}"
