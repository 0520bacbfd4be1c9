"""A scenario from a file, worked out without a page: the same bytes as its views give."""

import json
import re
from collections.abc import Iterator
from itertools import count

from analysis.scenario.plan import Plan
from ui.asked import asked
from ui.out.command import Made, opened
from ui.out.formats import FORMATS
from ui.out.views import VIEWS
from ui.scenario import kept
from ui.scenario.choice import choose
from ui.scenario.document import Document
from ui.scenario.document import opened as document_of
from ui.scenario.found import Scenario, scenario_of
from ui.scenario.plain_json import DocumentError
from ui.scenario.summary import readme, summary
from ui.store import Dataset

_LONGEST = 40


def made(data: bytes, kind: str | None) -> Iterator[Made]:
    """The files of a scenario: two for each plan, the comparison, a summary and what to read first.

    `kind` is the dataset to work on, the one the file names where it is None. Raises
    DocumentError for a file that is none, NotOfferedError for a dataset, filter or territory
    there is not; nothing is made then.
    """
    found = document_of(data)
    for at, plan in enumerate(found.plans):
        if not plan.changes:
            raise DocumentError(f"plans[{at}].changes", "the plan has no change", "Add one.")
    if not found.plans:
        raise DocumentError("plans", "there is no plan", "Add one, or save one on the page.")
    dataset = opened(kind or found.dataset)
    with asked(found.parameters):
        scenario = scenario_of(dataset, choose(dataset))
    return _files(dataset, found, scenario)


def _files(dataset: Dataset, found: Document, scenario: Scenario) -> Iterator[Made]:
    for turn, stem in enumerate(stems(found.plans), 1):
        # The first plan is the one that is looked at where nothing is said.
        filters = {**found.parameters, **({kept.LOOK: str(turn)} if turn > 1 else {})}
        for view, name in (("scenario", "territories"), ("scenario-ledger", "ledger")):
            yield _rows(dataset, view, filters, f"{stem}-{name}")
    yield _rows(dataset, "scenario-compared", found.parameters, "comparison")
    compared = VIEWS["scenario-compared"].take(dataset, found.parameters).frame()
    told = summary(dataset, found, scenario, compared)
    text = json.dumps(told, indent=2, ensure_ascii=False, allow_nan=False)
    yield Made(f"{dataset.prefix}summary.json", iter([f"{text}\n".encode()]))
    yield Made(f"{dataset.prefix}README.txt", iter([readme(told).encode()]))


def _rows(dataset: Dataset, view: str, filters: dict[str, str], name: str) -> Made:
    taken = VIEWS[view].take(dataset, filters)
    return Made(f"{dataset.prefix}{name}.csv", FORMATS["csv"].stream(taken))


def stems(plans: tuple[Plan, ...]) -> list[str]:
    """A name for the files of each plan, one on every system, none twice.

    >>> stems((Plan("Winter 2027", ()), Plan("winter/2027", ()), Plan("冬", ())))
    ['Winter-2027', 'winter-2027-2', 'plan-3']
    >>> stems((Plan("x-3", ()), Plan("x", ()), Plan("x!", ())))
    ['x-3', 'x', 'x-4']
    """
    wanted = [_stem(plan.name) or f"plan-{turn}" for turn, plan in enumerate(plans, 1)]
    # A number is tried only where no other plan has it in its own name.
    others = {each.casefold() for each in (*wanted, "comparison")}
    found: list[str] = []
    for turn, stem in enumerate(wanted, 1):
        free = stem
        if stem.casefold() in {each.casefold() for each in (*found, "comparison")}:
            free = next(
                f"{stem}-{n}" for n in count(turn) if f"{stem}-{n}".casefold() not in others
            )
        found.append(free)
        others.add(free.casefold())
    return found


def _stem(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", name)[:_LONGEST].strip("-")
