"""What parity takes, in words: every mean is named, and open figures give a range."""

from typing import Any

from ui import words
from ui.equality.choice import COUNTRY
from ui.equality.figures import Equality
from ui.equality.subjects import USE
from ui.equality.words import amount, regions
from ui.words import THIN, number


def whose(view: Equality) -> str:
    """The mean parity is measured by: 'the mean of the nine countries known now'."""
    if view.choice.mean_of == COUNTRY:
        return "its country's mean"
    return f"the mean of the {regions(view.choice, len(view.evened.rows))} known now"


def in_all(view: Equality) -> str:
    """The fewest to add, and to move, in a sentence."""
    choice, ranges = view.choice, view.evened.ranges
    goal = f"{choice.parity}{THIN}% of {whose(view)}"
    if view.evened.parity.added == 0:
        if ranges and ranges[1] > 0:
            return (
                f"Whether everyone known now has at least {goal} cannot be told: "
                f"{_lack(view)} were found possible to lack."
            )
        return f"Everyone known now has at least {goal}."
    taken = _taken(view)
    if choice.subject.kind == USE:
        least = "" if ranges else ", at least"
        return f"To bring everyone known now to {goal}, {taken}{least}."
    end = "" if ranges else ": fewer do not do"
    return f"To bring everyone known now to {goal} takes {taken}{end}."


def in_detail(view: Equality) -> str:
    """The same above the table: how many have less, and how it was worked out."""
    choice, found, ranges = view.choice, view.evened.parity, view.evened.ranges
    count = number(len(view.evened.rows))
    if not found.added:
        if ranges and ranges[1] > 0:
            return f"It cannot be told: {_lack(view)} were found possible to lack."
        return f"Nothing: all {count} territories known now have as much."
    here = f"{number(int((found.add > 0).sum()))} of {count} territories known now have less"
    taken = _taken(view)
    taken = taken if choice.subject.kind == USE else f"it takes {taken}"
    if ranges:
        return (
            f"By the best guess, {here}. Of what was found possible inside the intervals, "
            f"{taken}; the true range is at least as wide. The table is the best guess."
        )
    return f"{here}. At the least, {taken}; whole {choice.subject.many}, exactly worked out."


def of_one(view: Equality, row: Any) -> str:
    """Where one territory stands by the mean of parity, and what that takes here."""
    if not words.is_known(row["add"]):
        return ""
    choice, use = view.choice, view.choice.subject.kind == USE
    ends = row["standing_lower"], row["standing_upper"]
    stands = words.rate(float(row["standing"]))
    if ends[1] - ends[0] > 0.5:
        stands = f"{words.rate(float(ends[0]))} to {words.rate(float(ends[1]))}"
    text = f"It has {stands}{THIN}% of {whose(view)}"
    most = row["add_most"] if words.is_known(row["add_most"]) else row["add"]
    if row["add"] > 0 or most > 0:
        least = row["add_least"] if words.is_known(row["add_least"]) else row["add"]
        what = "more people hosted here" if use else "more places here"
        lacks = amount(row["add"], least, most, f" {what}")
        return f"{text}: {choice.parity}{THIN}% of it takes {lacks}."
    if row["give"] > 0:
        text += f". The fewest moves for all would take {number(row['give'])} from here"
    return f"{text}."


def _lack(view: Equality) -> str:
    low, high = view.evened.ranges[:2]
    return f"{number(low)} to {number(high)} {view.choice.subject.many}"


def _taken(view: Equality) -> str:
    """'5 more places, or 4 of today's moved and 1 added'; of people, who would be elsewhere."""
    found, many = view.evened.parity, view.choice.subject.many
    ranges = view.evened.ranges or (
        found.added, found.added, found.moved, found.moved, found.left, found.left
    )  # fmt: skip
    use = view.choice.subject.kind == USE
    what = f" {many} would be hosted elsewhere" if use else ""
    moved = amount(found.moved, ranges[2], ranges[3], what)
    left = amount(found.left, ranges[4], ranges[5])
    rest = "" if ranges[5] == 0 else left
    if use:
        return f"{moved}{f', and {rest} more hosted' if rest else ''}"
    added = amount(found.added, ranges[0], ranges[1], f" more {many}")
    return f"{added}, or {moved} of today's moved{f' and {rest} added' if rest else ''}"
