"""What a ledger says of one territory: the answer, what is asked for, what is there."""

from collections.abc import Hashable
from typing import Any

from analysis.gap import CANNOT_TELL, MET, NO_BENCHMARK, NO_CAPACITY, NO_NEED, SHORT
from ui import words
from ui.gap_words import is_of_years_before, span, supply_words
from ui.ledger import Ledger
from ui.shortage_choice import ShortageChoice

Row = dict[Hashable, Any]
_EXISTS = {"capacity": "exist", "commitment": "are promised", "use": "are received"}


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
        return f"**Short by {span(row['gap_lower'], row['gap_upper'])} {unit}**{_rate(row)}."
    if answer == MET:
        spare = span(-row["gap_upper"], -row["gap_lower"])
        return f"**Met**, with {spare} {unit} to spare."
    if answer == CANNOT_TELL:
        if not words.is_known(row["gap_lower"]) or not words.is_known(row["gap_upper"]):
            return "**Cannot tell**: the need is an estimate without an interval."
        over = words.short(-row["gap_lower"])
        return (
            f"**Cannot tell**: between {over} {unit} more than asked for and "
            f"{words.short(row['gap_upper'])} too few."
        )
    lacks = {
        NO_BENCHMARK: "no norm says how much is enough",
        NO_NEED: "nobody publishes how many people need it",
        NO_CAPACITY: f"nobody publishes the {supply_words(ledger.choice.standard)}",
    }
    if row["missing"] == NO_CAPACITY and words.is_known(row["capacity_lower"]):
        return f"**Unknown**: not all {supply_words(ledger.choice.standard)} are published here."
    return f"**Unknown**: {lacks[row['missing']]} here."


def _since(row: Row) -> str:
    """That a newer need is known, where the answer is of years before."""
    if not is_of_years_before(row):
        return ""
    # Need and what is held against it can be of two dates: the answer is as old as the older.
    dates = [str(row[name]) for name in ("period", "capacity_period") if words.is_known(row[name])]
    return (
        f"That is of {words.day(min(dates))}. What is short **now is unknown**: need is known up "
        f"to {words.day(str(row['newer_need_period']))}, and no complete figure of what is there "
        "is published beside it."
    )


def _rate(row: Row) -> str:
    if not words.is_known(row["coverage_percent"]):
        return ""
    return f": {words.rate(row['coverage_percent'])}{words.THIN}% of what is asked for is there"


def _asked(ledger: Ledger, row: Row) -> str:
    """How much is asked for, of whom, by which benchmark."""
    choice = ledger.choice
    if not words.is_known(row["need"]):
        return ""
    need = span(
        row["need_lower"] if words.is_known(row["need_lower"]) else row["need"],
        row["need_upper"] if words.is_known(row["need_upper"]) else row["need"],
    )
    label = choice.basis.label[0].lower() + choice.basis.label[1:]
    when = words.day(str(row["period"]))
    how = {
        "shared": " (the national figure shared out between keys, so an interval)",
        "summed": " (the sum of the regions inside it)",
        "combined": " (two counts added that share nobody)",
    }.get(str(row["need_method"]), "")
    base = f"Counted: {need} {label}, {when}{how}."
    if choice.basis.reads == "residents":
        base = f"Counted: {need} residents on 1 January {when}."
    if not words.is_known(row["demand"]):
        return base
    demand = span(
        row["demand_lower"] if words.is_known(row["demand_lower"]) else row["demand"],
        row["demand_upper"] if words.is_known(row["demand_upper"]) else row["demand"],
    )
    own = " (your own benchmark)" if choice.edited else ""
    if choice.basis.reads == "figure" and choice.factor() == 1 and not choice.edited:
        return base
    per = (
        f"{words.rate(choice.threshold or 0)} people per {choice.standard.per_label}"
        if choice.standard.inverse
        else f"{choice.threshold:g} {_unit_of(choice)} per {choice.standard.per_label}"
    )
    return f"{base} At {per}{own} that asks for {demand} {ledger.unit()}."


def _unit_of(choice: ShortageChoice) -> str:
    """The unit as it follows the benchmark's number: '1 place', '0.8 places'."""
    unit = choice.standard.unit
    return unit.removesuffix("s") if choice.threshold == 1 else unit


def _there(ledger: Ledger, row: Row) -> str:
    standard = ledger.choice.standard
    if words.is_known(row["capacity"]):
        number = words.number(row["capacity"])
        when = words.day(str(row["capacity_period"]))
        none = " None there." if row["capacity"] == 0 else ""
        return f"{number} {_EXISTS[standard.supply_kind]} ({when}).{none}"
    if words.is_known(row["capacity_lower"]):
        return f"At least {words.number(row['capacity_lower'])} {_EXISTS[standard.supply_kind]}."
    return ""


def _published(ledger: Ledger, row: Row) -> str:
    if not words.is_known(row["published_value"]):
        return ""
    value = words.number(row["published_value"])
    if "per cent" in ledger.choice.standard.published_label:
        value = f"{row['published_value']:g}"
    when = words.day(str(row["published_period"]))
    label = ledger.choice.standard.published_label
    return f"The publisher itself states {value} {label} ({when})."


def to_ask(ledger: Ledger, row: Row) -> str:
    """The datum that would narrow the answer most; '' where nothing is in doubt."""
    supply = supply_words(ledger.choice.standard)
    name = words.escaped(str(row["name"]))
    wanted = {
        "capacity": f"the number of {supply}",
        "need": f"the number of people ({ledger.choice.basis.label.lower()})",
        "benchmark": "a norm that says how much is enough",
    }
    if row["ask"] not in wanted:
        return ""
    at_stake = row["at_stake"]
    how = (
        ""
        if not words.is_known(at_stake)
        else f"; {words.short(at_stake)} {ledger.unit()} hang on it"
    )
    return f"What would narrow this most: ask {name} for {wanted[row['ask']]}{how}."
