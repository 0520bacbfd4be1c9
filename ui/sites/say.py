"""What the new places would do, in sentences; how good the answer is; what stands behind it."""

from ui import words
from ui.cased import begins
from ui.language import _, n_
from ui.language.numbers import with_point
from ui.reach.offer import offer_of
from ui.reach.plainly import plainly as reach_plainly
from ui.reach.way import EVERYBODY, ReachChoice, Way, by_place, group_words
from ui.sites.asked import MOST_PEOPLE, NONE, SitesChoice
from ui.sites.plans import Answer, Plan, answer_of, plan_of
from ui.sites.problem import Problem, can_tell, places_in, problem_of
from ui.sites.rows import least_of, served_between
from ui.sites.sentences import BRING, COUNTED, HAS_ONE, OF_LEAST, TAKE
from ui.store import Dataset

PC = f"{words.THIN}%"


def finding(dataset: Dataset, choice: SitesChoice) -> str:
    """What the plan does and how good it is, in a few sentences."""
    task, way = choice.task, choice.task.way
    if not can_tell(dataset, task):
        many = len(offer_of(dataset, way.asked).rows)
        return n_(
            "**Nobody can tell who has none**: only {count} place on record, and no register says "
            "which others exist. Take it in the sidebar that there are no others to see what new "
            "ones would change.",
            "**Nobody can tell who has none**: only {count} places on record, and no register says "
            "which others exist. Take it in the sidebar that there are no others to see what new "
            "ones would change.",
            many, count=words.counted(many),
        )  # fmt: skip
    problem, answer = problem_of(dataset, task), answer_of(dataset, task)
    if not problem.total:
        nothing = _("**Nothing can be told here**: no place of this service is on record.")
        return f"{nothing} {_('Choose other countries or another service.')}"
    if not problem.without:
        everybody = _(
            by_place(way.service, *HAS_ONE), far=way.far(),
            service=words.SERVICE_WORDS[way.service],
        )  # fmt: skip
        return f"{everybody} {_('There is nobody whom a new one would newly reach.')}"
    plan = plan_of(dataset, choice)
    said = [
        _brings(problem, plan, choice), _interval(problem, plan, choice),
        proof(choice, problem, answer), _equal(problem, plan),
    ]  # fmt: skip
    return " ".join(each for each in said if each)


def _brings(problem: Problem, plan: Plan, choice: SitesChoice) -> str:
    """Whom the new places would reach."""
    way, many = choice.task.way, len(plan.picks.sites)
    parts = {"reached": people(way, plan.reached), "people": way.people()}
    if plan.reached >= problem.without * (1 - 1e-9):
        who = _("all {reached} {people}", **parts)
    else:
        without = words.short(round(problem.without))
        who = _("{reached} of the {without} {people}", without=without, **parts)
    kinds = BRING if choice.task.takes is None else TAKE
    pair = kinds.get(way.service, kinds[""])
    return n_(
        *pair, many, new=begins(counted_places(way, many)), who=who, far=way.far(),
        service=words.SERVICE_WORDS[way.service],
    )  # fmt: skip


def _interval(problem: Problem, plan: Plan, choice: SitesChoice) -> str:
    """Between which numbers the sum lies where need is estimated."""
    if not choice.task.way.by_need:
        return ""
    ends = [sum(each) for each in zip(*served_between(problem, plan, choice.task), strict=True)]
    low, high = (people(None, each) for each in ends)
    if low == high:
        return ""
    return _("Need is an estimate: it may be {low} to {high}.", low=low, high=high)


def proof(choice: SitesChoice, problem: Problem, answer: Answer) -> str:
    """How far the plan is at most from the best, and from the one that reaches most people."""
    way, most = choice.task.way, answer.most
    cells, many = len(problem.sites), words.counted(len(most.picks.sites))
    if choice.aim != MOST_PEOPLE:
        at = answer.at(choice.aim)
        if at == 0:
            return _("No plan found is more equal than the one for most people, which is this.")
        fewer = most.reached - answer.plans[at].reached
        return _(
            "That is {people} fewer, {share}, than the plan for most people.",
            people=people(way, fewer), share=f"{words.rate(100 * fewer / most.reached)}{PC}",
        )  # fmt: skip
    if answer.proven:
        return n_(
            "No other choice of {many} among {count} cell on offer reaches more: proven best.",
            "No other choice of {many} among {count} cells on offer reaches more: proven best.",
            cells, count=words.counted(cells), many=many,
        )  # fmt: skip
    gap = answer.gap_percent
    least = _("less than {share}", share=f"{with_point('0.1')}{PC}")
    return n_(
        "No choice of {many} among {count} cell on offer can reach more than {people}: this is "
        "within {gap} of the best, certified.",
        "No choice of {many} among {count} cells on offer can reach more than {people}: this is "
        "within {gap} of the best, certified.",
        cells, count=words.counted(cells), many=many, people=people(way, answer.bound),
        gap=least if gap < 0.05 else f"{with_point(f'{gap:.2g}')}{PC}",
    )  # fmt: skip


def _equal(problem: Problem, plan: Plan) -> str:
    """What becomes of the territory whose people reach least."""
    if plan.worst is None or len(problem.territories) < 2:
        return ""
    before, after = 100 * plan.before[plan.worst], 100 * plan.share[plan.worst]
    places = places_in(problem)
    worst = str(places.iloc[plan.worst])
    share, least = least_of(plan.share, places)
    rises, moves = after - before >= 0.05, least != worst
    return _(
        OF_LEAST[rises, moves], place=words.escaped(worst), least=words.escaped(least),
        before=words.share_of(before) + ("" if rises else PC),
        after=f"{words.share_of(after)}{PC}", share=f"{words.share_of(share)}{PC}",
    )  # fmt: skip


def plainly(dataset: Dataset, choice: SitesChoice) -> str:
    """What is not known, and what stands in for it, in sentences."""
    task = choice.task
    said = [reach_plainly(dataset, ReachChoice(task.way, task.where))]
    if not can_tell(dataset, task):
        return said[0]
    problem = problem_of(dataset, task)
    if task.unlisted == NONE:
        said.append(
            _("That there are no others is your assumption: whoever has one may be counted here as "
              "having none.")
        )  # fmt: skip
    if problem.possible > len(problem.sites) > 0:
        said.append(
            _("On offer are {some} of {all} cells with people: in each group of neighbours, the "
              "one that would reach most.",
              some=words.number(len(problem.sites)), all=words.number(problem.possible))
        )  # fmt: skip
    said.append(_("Places there are today count as in reach, whatever room they have."))
    if task.takes is not None:
        said.append(
            n_("A new place takes {count} people at most.",
               "A new place takes {count} people at most.", round(task.takes),
               count=words.number(task.takes))
        )  # fmt: skip
    return " ".join(said)


def counted_places(way: Way, many: int) -> str:
    """So many new places of the service, in words.

    >>> counted_places(Way("health", "everybody", "distance", 30, 1.3), 10)
    'ten new hospitals'
    """
    kind = COUNTED[way.group != EVERYBODY]
    pair = kind.get(way.service, kind[""])
    return n_(
        *pair, many, count=words.counted(many), service=words.SERVICE_WORDS[way.service],
        whom=group_words(way.group),
    )  # fmt: skip


def people(way: Way | None, many: float) -> str:
    """A number of people; one that was shared out to cells is about so many."""
    count = words.short(float(f"{round(many):.3g}"))
    return _("about {count}", count=count) if way is not None and way.by_need else count
