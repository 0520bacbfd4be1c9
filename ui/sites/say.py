"""What the new places would do, in sentences; how good the answer is; what stands behind it."""

from ui import words
from ui.reach.offer import offer_of
from ui.reach.plainly import plainly as reach_plainly
from ui.reach.way import ReachChoice, Way, group_words
from ui.sites.asked import MOST_PEOPLE, NONE, SitesChoice, places_of
from ui.sites.plans import Answer, Plan, answer_of, plan_of
from ui.sites.problem import Problem, can_tell, problem_of
from ui.sites.rows import least_of, served_between
from ui.store import Dataset

PC = f"{words.THIN}%"


def finding(dataset: Dataset, choice: SitesChoice) -> str:
    """What the plan does and how good it is, in a few sentences."""
    task, way = choice.task, choice.task.way
    if not can_tell(dataset, task):
        many = words.count_of(len(offer_of(dataset, way.asked).rows), "place")
        return (
            f"**Nobody can tell who has none**: only {many} on record, and no register says "
            "which others exist. Take it in the sidebar that there are no others to see what new "
            "ones would change."
        )
    problem, answer = problem_of(dataset, task), answer_of(dataset, task)
    if not problem.total:
        return "**Nothing can be told here**: no place of this service is on record."
    if not problem.without:
        one = places_of(way.service, 1)
        return (
            f"**Everybody of whom it can be told has a {one} within {way.km} km.** There is "
            "nobody whom a new one would newly reach."
        )
    plan = plan_of(dataset, choice)
    said = [_brings(problem, plan, choice), proof(choice, problem, answer)]
    return " ".join([*said, _equal(problem, plan)])


def _brings(problem: Problem, plan: Plan, choice: SitesChoice) -> str:
    """Whom the new places would reach."""
    way = choice.task.way
    many = len(plan.picks.sites)
    reached, without = people(way, plan.reached), words.short(round(problem.without))
    some = f"{reached} of the {without}"
    if plan.reached >= problem.without * (1 - 1e-9):
        some = f"all {people(way, plan.reached)}"
    who = f"{some} {way.people()} who have no known {places_of(way.service, 1)} within {way.km} km"
    # Whoever is within reach of places that take only so many is not thereby taken.
    would = f"bring {who} within reach of one" if choice.task.takes is None else f"take {who}"
    new = _capital(new_places(way, many))
    return f"**{new} would {would}.**{_interval(problem, plan, choice)}"


def _interval(problem: Problem, plan: Plan, choice: SitesChoice) -> str:
    """Between which numbers the sum lies where need is estimated."""
    if not choice.task.way.by_need:
        return ""
    ends = [sum(each) for each in zip(*served_between(problem, plan, choice.task), strict=True)]
    low, high = (people(None, each) for each in ends)
    return "" if low == high else f" Need is an estimate: it may be {low} to {high}."


def proof(choice: SitesChoice, problem: Problem, answer: Answer) -> str:
    """How far the plan is at most from the best, and from the one that reaches most people."""
    way, most = choice.task.way, answer.most
    many = len(most.picks.sites)
    cells = f"{words.count_of(len(problem.sites), 'cell')} on offer"
    if choice.aim != MOST_PEOPLE:
        at = answer.at(choice.aim)
        if at == 0:
            return "No plan found is more equal than the one for most people, which is this."
        fewer = most.reached - answer.plans[at].reached
        share = words.rate(100 * fewer / most.reached)
        return f"That is {people(way, fewer)} fewer, {share}{PC}, than the plan for most people."
    if answer.proven:
        return f"No other choice of {_count(many)} among {cells} reaches more: proven best."
    gap = answer.gap_percent
    within = "less than 0.1" if gap < 0.05 else f"{gap:.2g}"
    return (
        f"No choice of {_count(many)} among {cells} can reach more than "
        f"{people(way, answer.bound)}: this is within {within}{PC} of the best, certified."
    )


def _equal(problem: Problem, plan: Plan) -> str:
    """What becomes of the territory whose people reach least."""
    if plan.worst is None or len(problem.territories) < 2:
        return ""
    before, after = 100 * plan.before[plan.worst], 100 * plan.share[plan.worst]
    first = words.escaped(str(problem.territories["place"].iloc[plan.worst]))
    if after - before >= 0.05:
        rise = f"rises from {words.share_of(before)} to {words.share_of(after)}{PC}"
    else:
        rise = f"stays at {words.share_of(before)}{PC}"
    least, place = least_of(plan.share, problem.territories["place"])
    now = "" if place == str(problem.territories["place"].iloc[plan.worst]) else (
        f", and {words.escaped(place)} is then least, with {words.share_of(least)}{PC}"
    )  # fmt: skip
    return f"{first}, where fewest reach one today, {rise}{now}."


def plainly(dataset: Dataset, choice: SitesChoice) -> str:
    """What is not known, and what stands in for it, in sentences."""
    task = choice.task
    said = [reach_plainly(dataset, ReachChoice(task.way, task.where))]
    if not can_tell(dataset, task):
        return said[0]
    problem = problem_of(dataset, task)
    if task.unlisted == NONE:
        said.append("That there are no others is your assumption: whoever has one may be counted "
                    "here as having none.")  # fmt: skip
    if problem.possible > len(problem.sites) > 0:
        said.append(
            f"On offer are {words.number(len(problem.sites))} of {words.number(problem.possible)} "
            "cells with people: in each group of neighbours, the one that would reach most."
        )
    said.append("Places there are today count as in reach, whatever room they have.")
    if task.takes is not None:
        said.append(f"A new place takes {words.number(task.takes)} people at most.")
    return " ".join(said)


def new_places(way: Way, many: int) -> str:
    """So many new places of the service, in words.

    >>> new_places(Way("health", "everybody", "distance", 30, 1.3), 10)
    'ten new hospitals'
    """
    count = words.count_of(many, "x").split(" ")[0]
    whom = "" if way.group == "everybody" else f" for {group_words(way.group)}"
    return f"{count} new {places_of(way.service, many)}{whom}"


def people(way: Way | None, many: float) -> str:
    """A number of people; one that was shared out to cells is about so many."""
    about = "about " if way is not None and way.by_need else ""
    return f"{about}{words.short(float(f'{round(many):.3g}'))}"


def _count(many: int) -> str:
    return words.count_of(many, "x").split(" ")[0]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
