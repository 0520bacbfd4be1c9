"""What a ledger says in sentences: of the view, of one territory, of what to ask for."""

from typing import Any

import pandas as pd

from analysis.gap import (
    CANNOT_TELL,
    MET,
    NO_BENCHMARK,
    NO_CAPACITY,
    NO_NEED,
    SHORT,
    UNKNOWN,
    roll_up,
)
from analysis.standard import SUPPLY_WORDS
from ui import words
from ui.ledger import Ledger
from ui.shortage_choice import NEED

_EXISTS = {"capacity": "exist", "commitment": "are promised", "use": "are received"}
_RESIDENTS = "residents"


def headline(ledger: Ledger) -> str:
    """The finding in two or three sentences: short, met, cannot tell, unknown."""
    if ledger.choice.show == NEED:
        return _need_sentence(ledger)
    counts = ledger.rows["answer"].value_counts()
    known = ledger.answered(SHORT, MET)
    total, unknown = len(ledger.rows), int(counts.get(UNKNOWN, 0))
    if total == unknown:
        return f"**Unknown in all {total} territories.** {_why_unknown(ledger)}"
    said = []
    if short := int(counts.get(SHORT, 0)):
        sums = roll_up(known, pd.Series("all", index=known.index)).loc["all"]
        lack = span(sums["missing_lower"], sums["missing_upper"])
        verb = "is" if short == 1 else "are"
        said.append(
            f"**{_capital(words.count_of(short, 'territory'))} {verb} short, by {lack} "
            f"{ledger.unit()} together**; {_met(int(counts.get(MET, 0)))}."
        )
    else:
        said.append(f"**No territory is known to be short;** {_met(int(counts.get(MET, 0)))}.")
    if unsure := int(counts.get(CANNOT_TELL, 0)):
        said.append(f"For {words.count_of(unsure, 'territory')} the interval straddles zero.")
    if unknown:
        said.append(
            f"For {words.number(unknown)} of {words.number(total)} the gap is unknown, not zero: "
            f"{_why_unknown(ledger)}"
        )
    return " ".join(said)


def _met(count: int) -> str:
    return f"{words.count_of(count, 'territory')} {'has' if count == 1 else 'have'} enough"


def _why_unknown(ledger: Ledger) -> str:
    """What most of the unknown answers lack."""
    lacks = ledger.answered(UNKNOWN)["missing"].value_counts()
    supply = SUPPLY_WORDS[ledger.choice.standard.supply_kind]
    reasons = {
        NO_BENCHMARK: "no norm is published for this service: write your own benchmark in the "
        "sidebar.",
        NO_NEED: "no count of the people is published.",
        NO_CAPACITY: f"no figure of {supply} from the same time is published.",
    }
    return reasons[str(lacks.index[0])]


def _need_sentence(ledger: Ledger) -> str:
    rows = ledger.rows
    known = rows[rows["demand"].notna()]
    if known.empty:
        return f"**Unknown in all {len(rows)} territories.** {_why_unknown(ledger)}"
    low = known["demand_lower"].fillna(known["demand"]).sum()
    high = known["demand_upper"].fillna(known["demand"]).sum()
    shared = int((known["need_method"] == "shared").sum())
    said = [
        f"**{span(low, high)} {ledger.unit()} are asked for** in "
        f"{words.count_of(len(known), 'territory')}."
    ]
    if shared:
        said.append(
            f"In {words.number(shared)} of them the national figure is shared out between keys: "
            "an estimate, shown as an interval."
        )
    if lost := len(rows) - len(known):
        said.append(f"Unknown, not zero, in {words.number(lost)}.")
    return " ".join(said)


def span(low: float, high: float) -> str:
    """An interval of counts: '1 378', '1 200 to 1 900', 'an unknown number of'.

    >>> span(1200.0, 1900.0).replace(words.THIN, " "), span(12.0, 12.0)
    ('1 200 to 1 900', '12')
    """
    if pd.isna(low) and pd.isna(high):
        return "an unknown number of"
    if pd.isna(high):
        return f"at least {words.short(low)}"
    if pd.isna(low):
        return f"at most {words.short(high)}"
    first, last = words.short(low), words.short(high)
    return last if first == last else f"{first} to {last}"


def explained(ledger: Ledger, row: dict[str, Any]) -> list[str]:
    """One territory in sentences: the answer, the need, what is there, what to ask for."""
    return [
        sentence
        for sentence in (
            _answer(ledger, row), _asked(ledger, row), _there(ledger, row),
            _published(ledger, row), to_ask(ledger, row),
        )
        if sentence
    ]  # fmt: skip


def _answer(ledger: Ledger, row: dict[str, Any]) -> str:
    unit, answer = ledger.unit(), row["answer"]
    if answer == SHORT:
        return f"**Short by {span(row['gap_lower'], row['gap_upper'])} {unit}**{_rate(row)}."
    if answer == MET:
        spare = span(-row["gap_upper"], -row["gap_lower"])
        return f"**Met**, with {spare} {unit} to spare."
    if answer == CANNOT_TELL:
        if pd.isna(row["gap_lower"]) or pd.isna(row["gap_upper"]):
            return "**Cannot tell**: the need is an estimate without an interval."
        over = words.short(-row["gap_lower"])
        return (
            f"**Cannot tell**: between {over} {unit} more than asked for and "
            f"{words.short(row['gap_upper'])} too few."
        )
    lacks = {
        NO_BENCHMARK: "no norm says how much is enough",
        NO_NEED: "nobody publishes how many people need it",
        NO_CAPACITY: f"nobody publishes the {SUPPLY_WORDS[ledger.choice.standard.supply_kind]}",
    }
    return f"**Unknown**: {lacks[row['missing']]} here."


def _rate(row: dict[str, Any]) -> str:
    if pd.isna(row["coverage_percent"]):
        return ""
    return f": {words.rate(row['coverage_percent'])}{words.THIN}% of what is asked for is there"


def _asked(ledger: Ledger, row: dict[str, Any]) -> str:
    """How much is asked for, of whom, by which benchmark."""
    choice = ledger.choice
    if pd.isna(row["need"]):
        return ""
    need = span(
        row["need_lower"] if pd.notna(row["need_lower"]) else row["need"],
        row["need_upper"] if pd.notna(row["need_upper"]) else row["need"],
    )
    label = choice.basis.label[0].lower() + choice.basis.label[1:]
    when = words.day(str(row["period"]))
    counted = f"{need} {_RESIDENTS if choice.basis.reads == 'residents' else ''}".strip()
    how = {
        "shared": " (the national figure shared out between keys, so an interval)",
        "summed": " (the sum of the regions inside it)",
        "combined": " (two counts added that share nobody)",
    }.get(str(row["need_method"]), "")
    base = f"Counted: {counted}, {label}, {when}{how}."
    if pd.isna(row["demand"]):
        return base
    demand = span(
        row["demand_lower"] if pd.notna(row["demand_lower"]) else row["demand"],
        row["demand_upper"] if pd.notna(row["demand_upper"]) else row["demand"],
    )
    own = " (your own benchmark)" if choice.edited else ""
    per = (
        f"{words.rate(choice.threshold or 0)} people per {choice.standard.per_label}"
        if choice.standard.inverse
        else f"{choice.threshold:g} {ledger.unit()} per {choice.standard.per_label}"
    )
    return f"{base} At {per}{own} that asks for {demand} {ledger.unit()}."


def _there(ledger: Ledger, row: dict[str, Any]) -> str:
    standard = ledger.choice.standard
    if pd.notna(row["capacity"]):
        number = words.number(row["capacity"])
        when = words.day(str(row["capacity_period"]))
        none = " None there." if row["capacity"] == 0 else ""
        return f"{number} {_EXISTS[standard.supply_kind]} ({when}).{none}"
    if pd.notna(row["capacity_lower"]):
        return f"At least {words.number(row['capacity_lower'])} {_EXISTS[standard.supply_kind]}."
    return ""


def _published(ledger: Ledger, row: dict[str, Any]) -> str:
    if pd.isna(row["published_value"]):
        return ""
    value = words.number(row["published_value"])
    if "per cent" in ledger.choice.standard.published_label:
        value = f"{row['published_value']:g}"
    when = words.day(str(row["published_period"]))
    label = ledger.choice.standard.published_label
    return f"The publisher itself states {value} {label} ({when})."


def to_ask(ledger: Ledger, row: dict[str, Any]) -> str:
    """The datum that would narrow the answer most; '' where nothing is in doubt."""
    supply = SUPPLY_WORDS[ledger.choice.standard.supply_kind]
    name = words.escaped(str(row["name"]))
    wanted = {
        "capacity": f"the number of {supply}",
        "need": f"the number of people ({ledger.choice.basis.label.lower()})",
        "benchmark": "a norm that says how much is enough",
    }
    if row["ask"] not in wanted:
        return ""
    at_stake = row["at_stake"]
    how = "" if pd.isna(at_stake) else f"; {words.short(at_stake)} {ledger.unit()} hang on it"
    return f"What would narrow this most: ask {name} for {wanted[row['ask']]}{how}."


def most_worth_asking(ledger: Ledger, most: int) -> list[str]:
    """The territories whose missing datum leaves most open, in sentences."""
    rows = ledger.rows[ledger.rows["at_stake"].fillna(0) > 0]
    top = rows.sort_values(["at_stake", "place"], ascending=[False, True]).head(most)
    supply = SUPPLY_WORDS[ledger.choice.standard.supply_kind]
    of = {"capacity": supply, "need": "number of people in need"}
    return [
        f"{words.escaped(row['place'])}: {of.get(row['ask'], 'a norm')} "
        f"({words.short(row['at_stake'])} {ledger.unit()} hang on it)"
        for row in top.to_dict("records")
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def measured_by(ledger: Ledger) -> str:
    """The benchmark in a line, and whose it is."""
    choice = ledger.choice
    if choice.edited:
        value = "none" if choice.threshold is None else f"{choice.threshold:g}"
        return f"Measured by your own benchmark, {value} ({choice.standard.label} is the usual)."
    if choice.threshold is None:
        return "No norm is published for this service."
    return f"Measured by: {choice.standard.label}."


def ranking_title(ledger: Ledger) -> str:
    """What the ranking ranks."""
    unit = ledger.unit()
    if ledger.choice.show == NEED:
        return f"Most {unit} asked for"
    return f"Most {unit} missing"
