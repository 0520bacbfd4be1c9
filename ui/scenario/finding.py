"""The finding of the Scenario page: what the plans leave missing, and what nobody can tell."""

from analysis.gap import SHORT, UNKNOWN
from ui.gap_words import headline, span
from ui.scenario.compared import Column, against, better, columns_of
from ui.scenario.found import Scenario
from ui.scenario.words import lacking, title
from ui.words import count_of, is_known, listed, number


def finding(scenario: Scenario) -> str:
    """Today in sentences where there is no plan yet, else what the plans make of it."""
    today, *plans = columns_of(scenario)
    if not plans or not is_known(today.missing_lower):
        return headline(scenario.today)
    unit = scenario.today.unit()
    lack = lacking(scenario.today.choice.standard)
    said = (
        _one(today, plans[0], f"{unit} {lack}")
        if len(plans) == 1
        else _several(today, plans, unit, lack)
    )
    rows = scenario.today.rows
    if unknown := int(rows["answer"].eq(UNKNOWN).sum()):
        said.append(
            f"For {number(unknown)} of {number(len(rows))} territories the gap is unknown today, "
            "not zero: no plan changes that."
        )
    return " ".join(said)


def _one(today: Column, plan: Column, what: str) -> list[str]:
    short, before = plan.count(SHORT), today.count(SHORT)
    beside = "as today" if short == before else f"{number(before)} today"
    return [
        f"**{title(plan.name)} leaves {_left(today, plan, what)}.** "
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
             f"{_left(today, best[0], '')}.**"]  # fmt: skip
    if worse := [title(each.name) for each in plans if better(today, each)]:
        verb = "leaves" if len(worse) == 1 else "leave"
        found.append(f"{listed(worse)} {verb} more {lack} than today.")
    return found


def _missing(column: Column) -> str:
    return span(column.missing_lower, column.missing_upper)


def _left(today: Column, plan: Column, what: str) -> str:
    """'200 fewer places missing than the 1 200 today', as the end of a sentence."""
    low, high = (round(end) for end in against(plan, today))
    what = f" {what}" if what else ""
    now = _missing(today)
    if low == high == 0:
        return f"as many{what} as today, {now}"
    if high <= 0:
        return f"{_from(-high, -low)} fewer{what} than the {now} today"
    if low >= 0:
        return f"{_from(low, high)} more{what} than the {now} today"
    return f"between {number(-low)} fewer and {number(high)} more{what} than the {now} today"


def _from(low: float, high: float) -> str:
    return number(low) if low == high else f"{number(low)} to {number(high)}"
