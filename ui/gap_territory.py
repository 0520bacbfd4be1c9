"""What a ledger says of one territory: the answer, what is asked for, what is there."""

from collections.abc import Hashable
from typing import Any

from analysis.gap import CANNOT_TELL, MET, NO_BENCHMARK, NO_NEED, SHORT
from ui import words
from ui.gap_words import is_of_years_before, span, supply_words
from ui.language import Words, _
from ui.language.numbers import with_point
from ui.ledger import Ledger
from ui.shortage_choice import ShortageChoice

Row = dict[Hashable, Any]
_THERE = Words(
    {
        "capacity": "{number} exist ({when}).",
        "commitment": "{number} are promised ({when}).",
        "use": "{number} are received ({when}).",
    }
)
_ONE = Words({"places": "place", "posts": "post"})
_AT_LEAST = Words(
    {
        "capacity": "At least {number} exist.",
        "commitment": "At least {number} are promised.",
        "use": "At least {number} are received.",
    }
)
_HOW = Words(
    {
        "shared": "the national figure shared out between keys, so an interval",
        "summed": "the sum of the regions inside it",
        "combined": "two counts added that share nobody",
    }
)


def explained(ledger: Ledger, row: Row) -> list[str]:
    """One territory in sentences: the answer, the need, what is there, what to ask for."""
    return [
        sentence
        for sentence in (
            _answer(ledger, row), _since(row), _asked(ledger, row), _there(ledger, row),
            _published(ledger, row), to_ask(ledger, row),
        )
        if sentence
    ]  # fmt: skip


def _answer(ledger: Ledger, row: Row) -> str:
    unit, answer = ledger.unit(), row["answer"]
    if answer == SHORT:
        lack = span(row["gap_lower"], row["gap_upper"])
        if not words.is_known(row["coverage_percent"]):
            return _("**Short by {lack} {unit}**.", lack=lack, unit=unit)
        return _(
            "**Short by {lack} {unit}**: {share}\u202f% of what is asked for is there.",
            lack=lack, unit=unit, share=words.rate(row["coverage_percent"]),
        )  # fmt: skip
    if answer == MET:
        spare = span(-row["gap_upper"], -row["gap_lower"])
        return _("**Met**, with {spare} {unit} to spare.", spare=spare, unit=unit)
    if answer == CANNOT_TELL:
        if not words.is_known(row["gap_lower"]) or not words.is_known(row["gap_upper"]):
            return _("**Cannot tell**: the need is an estimate without an interval.")
        return _(
            "**Cannot tell**: between {over} {unit} more than asked for and {under} too few.",
            over=words.short(-row["gap_lower"]), unit=unit, under=words.short(row["gap_upper"]),
        )  # fmt: skip
    return _lacking(row, supply_words(ledger.choice.standard))


def _lacking(row: Row, supply: str) -> str:
    """Which figure an unknown answer lacks."""
    if row["missing"] == NO_BENCHMARK:
        return _("**Unknown**: no norm says how much is enough here.")
    if row["missing"] == NO_NEED:
        return _("**Unknown**: nobody publishes how many people need it here.")
    if words.is_known(row["capacity_lower"]):
        return _("**Unknown**: not all {supply} are published here.", supply=supply)
    return _("**Unknown**: nobody publishes the {supply} here.", supply=supply)


def _since(row: Row) -> str:
    """That a newer need is known, where the answer is of years before."""
    if not is_of_years_before(row):
        return ""
    # Need and what is held against it can be of two dates: the answer is as old as the older.
    dates = [str(row[name]) for name in ("period", "capacity_period") if words.is_known(row[name])]
    return _(
        "That is of {then}. What is short **now is unknown**: need is known up to {newest}, and "
        "no complete figure of what is there is published beside it.",
        then=words.day(min(dates)), newest=words.day(str(row["newer_need_period"])),
    )  # fmt: skip


def _asked(ledger: Ledger, row: Row) -> str:
    """How much is asked for, of whom, by which benchmark."""
    choice = ledger.choice
    if not words.is_known(row["need"]):
        return ""
    need = span(
        row["need_lower"] if words.is_known(row["need_lower"]) else row["need"],
        row["need_upper"] if words.is_known(row["need_upper"]) else row["need"],
    )
    label = words.inside(_(choice.basis.label))
    when = words.day(str(row["period"]))
    base = _("Counted: {need} {label}, {when}.", need=need, label=label, when=when)
    if how := _HOW.get(str(row["need_method"])):
        base = _("Counted: {need} {label}, {when} ({how}).",
                 need=need, label=label, when=when, how=how)  # fmt: skip
    if choice.basis.reads == "residents":
        base = _("Counted: {need} residents on 1 January {year}.", need=need, year=when)
    if not words.is_known(row["demand"]):
        return base
    demand = span(
        row["demand_lower"] if words.is_known(row["demand_lower"]) else row["demand"],
        row["demand_upper"] if words.is_known(row["demand_upper"]) else row["demand"],
    )
    if choice.basis.reads == "figure" and choice.factor() == 1 and not choice.edited:
        return base
    parts = {"benchmark": _benchmark(choice), "demand": demand, "unit": ledger.unit()}
    if choice.edited:
        asks = _("At {benchmark} (your own benchmark) that asks for {demand} {unit}.", **parts)
    else:
        asks = _("At {benchmark} that asks for {demand} {unit}.", **parts)
    return f"{base} {asks}"


def _benchmark(choice: ShortageChoice) -> str:
    """The benchmark in words: '1 place per person in need', '90 people per 100 places'."""
    per = _(choice.standard.per_label)
    if choice.standard.inverse:
        return _("{number} people per {per}", number=words.rate(choice.threshold or 0), per=per)
    number, unit = with_point(f"{choice.threshold:g}"), choice.standard.unit
    if choice.threshold == 1 and unit in _ONE:
        return _("{number} {unit} per {per}", number=number, unit=_ONE[unit], per=per)
    return _("{number} {unit} per {per}", number=number, unit=_(unit), per=per)


def _there(ledger: Ledger, row: Row) -> str:
    standard = ledger.choice.standard
    if words.is_known(row["capacity"]):
        number = words.number(row["capacity"])
        when = words.day(str(row["capacity_period"]))
        said = _THERE[standard.supply_kind].format(number=number, when=when)
        return f"{said} {_('None there.')}" if row["capacity"] == 0 else said
    if words.is_known(row["capacity_lower"]):
        number = words.number(row["capacity_lower"])
        return _AT_LEAST[standard.supply_kind].format(number=number)
    return ""


def _published(ledger: Ledger, row: Row) -> str:
    if not words.is_known(row["published_value"]):
        return ""
    value = words.number(row["published_value"])
    if "per cent" in ledger.choice.standard.published_label:
        value = with_point(f"{row['published_value']:g}")
    return _(
        "The publisher itself states {value} {label} ({when}).",
        value=value, label=_(ledger.choice.standard.published_label),
        when=words.day(str(row["published_period"])),
    )  # fmt: skip


def wanted(ledger: Ledger, row: Row) -> tuple[str, ...]:
    """Whom to ask for the datum that would narrow the answer most, and for what; () for none."""
    supply = supply_words(ledger.choice.standard)
    of = {
        "capacity": _("the number of {supply}", supply=supply),
        "need": _(
            "the number of people ({label})", label=words.inside(_(ledger.choice.basis.label))
        ),
        "benchmark": _("a norm that says how much is enough"),
    }
    return (words.escaped(str(row["name"])), of[row["ask"]]) if row["ask"] in of else ()


def to_ask(ledger: Ledger, row: Row) -> str:
    """The datum that would narrow the answer most; '' where nothing is in doubt."""
    found = wanted(ledger, row)
    if not found:
        return ""
    parts = {"name": found[0], "wanted": found[1]}
    if not words.is_known(row["at_stake"]):
        return _("What would narrow this most: ask {name} for {wanted}.", **parts)
    return _(
        "What would narrow this most: ask {name} for {wanted}; {at_stake} {unit} hang on it.",
        at_stake=words.short(row["at_stake"]), unit=ledger.unit(), **parts,
    )  # fmt: skip
