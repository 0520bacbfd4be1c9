"""Named groups of territories as they stand in an address: `Alpine:ITH1.AT33;Coast:ITG1`.

A name may be any text on one line. What would end it there is written as `~` and two digits.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from ui.address import apart, joined
from ui.language import _
from ui.out.taken import NotOfferedError

NAME = "group"
MOST_GROUPS, MOST_TERRITORIES, LONGEST = 8, 60, 60
_GROUPS, _NAMED, _JOINT = ";", ":", "+"
_ALLOWED = (
    "NAME:CODE.CODE;NAME:CODE",
    f"{MOST_GROUPS} groups of {MOST_TERRITORIES} territories at most, codes of table.territory",
)
RESERVED = re.compile(r"[~:;&=#%+?]")
WRITTEN = re.compile(r"~([0-9A-F]{2})")
# Joiners that some scripts need inside words; other marks without a width could hide a name.
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True)
class Group:
    """Territories under a name of the reader's own; none lies within another."""

    name: str
    territories: tuple[str, ...]


@dataclass(frozen=True)
class Read:
    """Groups as they were read, those without a territory too, and what was passed over."""

    groups: tuple[Group, ...]
    notes: tuple[str, ...] = ()

    @property
    def filled(self) -> tuple[Group, ...]:
        """Groups that have a territory."""
        return tuple(each for each in self.groups if each.territories)


def written(groups: Sequence[Group]) -> str:
    """Groups as an address has them, so that the same are read again.

    >>> written([Group("Alpine", ("ITH1", "AT33")), Group("A: b", ("ITG1",))])
    'Alpine:ITH1.AT33;A~3A b:ITG1'
    """
    return _GROUPS.join(
        f"{RESERVED.sub(lambda one: f'~{ord(one[0]):02X}', each.name)}{_NAMED}"
        f"{joined(each.territories)}"
        for each in groups
    )


def tidy(name: str) -> str:
    r"""A name on one line: no control signs, no marks without a width, no double spaces.

    >>> tidy("  Alpine \n arc ")
    'Alpine arc'
    """
    plain = " ".join(unicodedata.normalize("NFC", name).split())
    kept = (one for one in plain if one in _JOINERS or unicodedata.category(one)[0] != "C")
    return " ".join("".join(kept).split())


def read(text: str, known: Set[str]) -> Read:
    """Groups of an address as far as they make sense; `known` are the codes there are.

    What is passed over is said in `notes`. A name that stands twice gets a number, so that
    neither is lost.
    """
    found: list[Group] = []
    notes: list[str] = []
    for part in _parts(text):
        if len(found) == MOST_GROUPS:
            notes.append(_("Only {count} groups are kept.", count=MOST_GROUPS))
            break
        name, codes = _apart(part)
        if len(name) > LONGEST:
            notes.append(_("A name has {count} letters at most.", count=LONGEST))
            name = name[:LONGEST].strip()
        kept = territories(codes, known, notes.append)
        name = unused(
            name or _("Group {number}", number=len(found) + 1), [each.name for each in found]
        )
        found.append(Group(name, kept))
    return Read(tuple(found), tuple(dict.fromkeys(notes)))


def read_strictly(text: str, known: Set[str]) -> Read:
    """The same, or NotOfferedError for anything that would be passed over or changed."""
    for part in _parts(text):
        name, codes = _apart(part)
        if not name or not codes:
            raise NotOfferedError(NAME, part, _ALLOWED)
    found = read(text, known)
    names = [_apart(part)[0] for part in _parts(text)]
    if len(names) != len({each.casefold() for each in names}):
        raise NotOfferedError(NAME, f"{text} (a name stands twice)", _ALLOWED)
    if found.notes:
        raise NotOfferedError(NAME, f"{text} ({' '.join(found.notes)})", _ALLOWED)
    return found


def territories(
    codes: Sequence[str], known: Set[str], say: Callable[[str], None]
) -> tuple[str, ...]:
    """Codes that exist, each once, none inside another; what is left out is said."""
    unique = list(dict.fromkeys(codes))
    if strangers := [each for each in unique if each not in known]:
        say(
            _(
                "Not a territory of this dataset: {codes}.",
                codes=", ".join(tidy(one) for one in strangers[:5]),
            )
        )
    there = [each for each in unique if each in known]
    around = _around(there)
    apart_from_others = [each for each in there if each not in around]
    for each, larger in around.items():
        say(_("{code} lies within {larger} and is counted there.", code=each, larger=larger))
    if len(apart_from_others) > MOST_TERRITORIES:
        say(_("A group has {count} territories at most.", count=MOST_TERRITORIES))
    return tuple(apart_from_others[:MOST_TERRITORIES])


def unused(name: str, names: Sequence[str]) -> str:
    """The name, with a number where another group has it already.

    >>> unused("Coast", ["Alpine", "coast"])
    'Coast (2)'
    """
    taken = {each.casefold() for each in names}
    turn, free = 2, name
    while free.casefold() in taken:
        mark = f" ({turn})"
        free, turn = f"{name[: LONGEST - len(mark)].strip()}{mark}", turn + 1
    return free


def _around(codes: Sequence[str]) -> dict[str, str]:
    """The largest of the codes that has a code inside it, for each that lies within another.

    A joint territory (`ITH1+ITH2`) is around what lies within one of its parts.
    """
    owners: dict[str, set[str]] = {}
    for each in codes:
        for part in each.split(_JOINT):
            owners.setdefault(part, set()).add(each)
    found = {}
    for each in codes:
        around = [
            set().union(*(owners.get(part[:end], ()) for end in range(1, len(part) + 1)))
            for part in each.split(_JOINT)
        ]
        if larger := set.intersection(*around) - {each}:
            found[each] = min(larger)
    return found


def _parts(text: str) -> list[str]:
    return [part for part in text.split(_GROUPS) if part.strip()]


def _apart(part: str) -> tuple[str, list[str]]:
    """Name and codes of one group's text."""
    name, _, codes = part.partition(_NAMED)
    plain = WRITTEN.sub(lambda one: chr(int(one[1], 16)), name)
    return tidy(plain), [each.strip() for each in apart(codes.strip()) if each.strip()]
