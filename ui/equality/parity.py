"""What parity takes, in words: every mean is named, and open figures give a range."""

from typing import Any

from ui import words
from ui.equality.choice import COUNTRY
from ui.equality.figures import Equality
from ui.equality.subjects import USE
from ui.equality.words import amount, regions
from ui.language import _
from ui.words import THIN, number


def whose(view: Equality) -> str:
    """The mean parity is measured by: 'the mean of the nine countries known now'."""
    if view.choice.mean_of == COUNTRY:
        return _("its country's mean")
    whom = regions(view.choice, len(view.evened.rows))
    return _("the mean of the {regions} known now", regions=whom)


def in_all(view: Equality) -> str:
    """The fewest to add, and to move, in a sentence."""
    choice, ranges = view.choice, view.evened.ranges
    goal = _("{share} of {whose}", share=f"{choice.parity}{THIN}%", whose=whose(view))
    if view.evened.parity.added == 0:
        if ranges and ranges[1] > 0:
            return _(
                "Whether everyone known now has at least {goal} cannot be told: {lack} were found "
                "possible to lack.",
                goal=goal, lack=_lack(view),
            )  # fmt: skip
        return _("Everyone known now has at least {goal}.", goal=goal)
    parts = {"goal": goal, "taken": _taken(view)}
    if choice.subject.kind == USE:
        if ranges:
            return _("To bring everyone known now to {goal}, {taken}.", **parts)
        return _("To bring everyone known now to {goal}, {taken}, at least.", **parts)
    if ranges:
        return _("To bring everyone known now to {goal} takes {taken}.", **parts)
    return _("To bring everyone known now to {goal} takes {taken}: fewer do not do.", **parts)


def in_detail(view: Equality) -> str:
    """The same above the table: how many have less, and how it was worked out."""
    choice, found, ranges = view.choice, view.evened.parity, view.evened.ranges
    count = number(len(view.evened.rows))
    if not found.added:
        if ranges and ranges[1] > 0:
            return _("It cannot be told: {lack} were found possible to lack.", lack=_lack(view))
        return _("Nothing: all {count} territories known now have as much.", count=count)
    taken = _taken(view)
    taken = taken if choice.subject.kind == USE else _("it takes {taken}", taken=taken)
    parts = {"less": number(int((found.add > 0).sum())), "count": count, "taken": taken}
    if ranges:
        return _(
            "By the best guess, {less} of {count} territories known now have less. Of what was "
            "found possible inside the intervals, {taken}; the true range is at least as wide. "
            "The table is the best guess.",
            **parts,
        )
    return _(
        "{less} of {count} territories known now have less. At the least, {taken}; whole {many}, "
        "exactly worked out.",
        many=choice.subject.many, **parts,
    )  # fmt: skip


def of_one(view: Equality, row: Any) -> str:
    """Where one territory stands by the mean of parity, and what that takes here."""
    if not words.is_known(row["add"]):
        return ""
    choice, use = view.choice, view.choice.subject.kind == USE
    ends = row["standing_lower"], row["standing_upper"]
    stands = words.rate(float(row["standing"]))
    if ends[1] - ends[0] > 0.5:
        first, last = (words.rate(float(end)) for end in ends)
        stands = _("{first} to {last}", first=first, last=last)
    parts = {"share": f"{stands}{THIN}%", "whose": whose(view)}
    most = row["add_most"] if words.is_known(row["add_most"]) else row["add"]
    if row["add"] > 0 or most > 0:
        least = row["add_least"] if words.is_known(row["add_least"]) else row["add"]
        what = _("more people hosted here") if use else _("more places here")
        return _(
            "It has {share} of {whose}: {parity} of it takes {lacks}.",
            parity=f"{choice.parity}{THIN}%", lacks=amount(row["add"], least, most, f" {what}"),
            **parts,
        )  # fmt: skip
    said = _("It has {share} of {whose}.", **parts)
    if row["give"] > 0:
        moved = number(row["give"])
        said += " " + _("The fewest moves for all would take {moved} from here.", moved=moved)
    return said


def _lack(view: Equality) -> str:
    low, high = view.evened.ranges[:2]
    return _(
        "{low} to {high} {many}", low=number(low), high=number(high),
        many=view.choice.subject.many,
    )  # fmt: skip


def _taken(view: Equality) -> str:
    """'5 more places, or 4 of today's moved and 1 added'; of people, who would be elsewhere."""
    found, many = view.evened.parity, view.choice.subject.many
    ranges = view.evened.ranges or (
        found.added, found.added, found.moved, found.moved, found.left, found.left
    )  # fmt: skip
    use = view.choice.subject.kind == USE
    what = " " + _("people would be hosted elsewhere") if use else ""
    moved = amount(found.moved, ranges[2], ranges[3], what)
    left = amount(found.left, ranges[4], ranges[5])
    rest = "" if ranges[5] == 0 else left
    if use:
        return _("{moved}, and {rest} more hosted", moved=moved, rest=rest) if rest else moved
    more = _("more {many}", many=many)
    parts = {"added": amount(found.added, ranges[0], ranges[1], f" {more}"), "moved": moved}
    if rest:
        return _("{added}, or {moved} of today's moved and {rest} added", rest=rest, **parts)
    return _("{added}, or {moved} of today's moved", **parts)
