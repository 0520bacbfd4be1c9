"""Plans as they stand in an address: `Winter:arrive.5000.unmet.residents,places.ITG1.200;...`.

Plans are parted by `;`, changes by `,`, the words of a change by `.`; a decimal sign is `_`.

    arrive.PERSONS.RULE.KEY [.most.PERCENT] [.free] [.family.SIZE] [.in.CODE.CODE]
    places.CODE.NUMBER      lose.PERCENT [.in.CODE.CODE]
    add.PLACES.RULE.KEY [.in.CODE]      add.eur.BUDGET.DAYS.RULE.KEY [.in.CODE]

`free`: never beyond free places. What makes no sense is passed over and said in a note.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from analysis.scenario.plan import MOST_CHANGES, MOST_PLANS, Change, Plan
from ui.group_text import LONGEST, RESERVED, WRITTEN, tidy, unused
from ui.language import _
from ui.out.taken import NotOfferedError
from ui.scenario.change_text import change_of, text_of

NAME = "plan"
_PLANS, _NAMED, _CHANGES = ";", ":", ","
ALLOWED = (
    "NAME:arrive.5000.unmet.residents,places.CODE.200,lose.10,add.300.worst.need",
    f"{MOST_PLANS} plans of {MOST_CHANGES} changes at most, codes of table.territory",
)


@dataclass(frozen=True)
class Read:
    """Plans as they were read, those without a change too, and what was passed over."""

    plans: tuple[Plan, ...]
    notes: tuple[str, ...] = ()


def written(plans: Sequence[Plan]) -> str:
    """Plans as an address has them, so that the same are read again.

    >>> from analysis.scenario.plan import Arrive, Lose
    >>> written([Plan("Winter; late", (Arrive(5000, most_percent=0.5), Lose(10)))])
    'Winter~3B late:arrive.5000.unmet.residents.most.0_5,lose.10'
    """
    return _PLANS.join(
        f"{RESERVED.sub(lambda one: f'~{ord(one[0]):02X}', plan.name)}{_NAMED}"
        f"{_CHANGES.join(text_of(each) for each in plan.changes)}"
        for plan in plans
    )


def read(text: str, known: Set[str]) -> Read:
    """Plans of an address as far as they make sense; `known` are the codes there are.

    A name that stands twice gets a number, so that neither plan is lost.
    """
    found: list[Plan] = []
    notes: list[str] = []
    for part in _parts(text):
        if len(found) == MOST_PLANS:
            notes.append(_("Only {number} plans are kept.", number=MOST_PLANS))
            break
        name, changes = _apart(part)
        if len(name) > LONGEST:
            notes.append(_("A name has {number} letters at most.", number=LONGEST))
            name = name[:LONGEST].strip()
        name = unused(name or f"Plan {len(found) + 1}", [each.name for each in found])
        found.append(Plan(name, _changes(changes, known, notes)))
    return Read(tuple(found), tuple(dict.fromkeys(notes)))


def read_strictly(text: str, known: Set[str]) -> Read:
    """The same, or NotOfferedError for anything that would be passed over or changed."""
    parts = [_apart(part) for part in _parts(text)]
    for name, changes in parts:
        if not name:
            raise NotOfferedError(NAME, f"{name}{_NAMED}{_CHANGES.join(changes)}"[:200], ALLOWED)
    if len(parts) != len({name.casefold() for name, _ in parts}):
        raise NotOfferedError(NAME, f"{text[:200]} (a name stands twice)", ALLOWED)
    found = read(text, known)
    if found.notes:
        raise NotOfferedError(NAME, f"{text[:200]} ({' '.join(found.notes)})", ALLOWED)
    return found


def _changes(texts: Sequence[str], known: Set[str], notes: list[str]) -> tuple[Change, ...]:
    found: list[Change] = []
    for text in texts:
        if len(found) == MOST_CHANGES:
            notes.append(_("A plan has {number} changes at most.", number=MOST_CHANGES))
            break
        try:
            found.append(change_of(text, known))
        except ValueError as error:
            why = tidy(str(error))
            notes.append(_("Passed over: {text} ({why}).", text=tidy(text)[:60], why=why))
    return tuple(found)


def _parts(text: str) -> list[str]:
    return [part for part in text.split(_PLANS) if part.strip()]


def _apart(part: str) -> tuple[str, list[str]]:
    """Name and changes of one plan's text."""
    # No change has such a sign, so that one left in a name written by hand ends nothing.
    name, _, changes = part.rpartition(_NAMED) if _NAMED in part else (part, "", "")
    plain = WRITTEN.sub(lambda one: chr(int(one[1], 16)), name)
    return tidy(plain), [each.strip() for each in changes.split(_CHANGES) if each.strip()]
