"""What a ledger says in sentences: of the view, of its benchmark, of what to ask for first."""

from collections.abc import Hashable
from functools import lru_cache
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
from analysis.standard import Standard
from ui import words
from ui.ledger import Ledger
from ui.shortage_choice import NEED, STATED


@lru_cache(maxsize=128)
def headline(ledger: Ledger) -> str:
    """The finding in two or three sentences: short, met, cannot tell, unknown."""
    if ledger.choice.show == NEED:
        return _need_sentence(ledger)
    if ledger.choice.show == STATED:
        return _stated_sentence(ledger)
    counts = ledger.rows["answer"].value_counts()
    known = ledger.answered(SHORT, MET)
    total, unknown = len(ledger.rows), int(counts.get(UNKNOWN, 0))
    if total == unknown:
        return f"**{_everywhere(total)}**: {_why_unknown(ledger)}"
    said = []
    if short := int(counts.get(SHORT, 0)):
        sums = totals(known)
        lack = span(sums["missing_lower"], sums["missing_upper"])
        verb = "is" if short == 1 else "are"
        said.append(
            f"**{_capital(words.count_of(short, 'territory'))} {verb} short, by {lack} "
            f"{ledger.unit()} together**; {_met(int(counts.get(MET, 0)))}."
        )
    else:
        said.append(f"**No territory is known to be short;** {_met(int(counts.get(MET, 0)))}.")
    if old := sum(is_of_years_before(row) for row in known.to_dict("records")):
        said.append(
            f"For {words.number(old)} of these **now is unknown**: a need years newer is published."
        )
    if unsure := int(counts.get(CANNOT_TELL, 0)):
        said.append(f"For {words.count_of(unsure, 'territory')} the interval straddles zero.")
    if unknown:
        said.append(
            f"For {words.number(unknown)} of {words.number(total)} the gap is unknown, not zero: "
            f"{_why_unknown(ledger)}"
        )
    return " ".join(said)


def is_of_years_before(row: dict[Hashable, Any]) -> bool:
    """Whether an answer stands on figures years older than the newest need that is published."""
    newer = str(row.get("newer_need_period") or "")
    return newer not in ("", str(row["period"])) and row["answer"] in (SHORT, MET, CANNOT_TELL)


def _everywhere(territories: int) -> str:
    return "Unknown" if territories == 1 else f"Unknown in all {territories} territories"


def totals(rows: pd.DataFrame) -> dict[Hashable, Any]:
    """The sums of `analysis.gap.roll_up` over all of `rows`."""
    whole = roll_up(rows, pd.Series("all", index=rows.index))
    return dict(whole.to_dict("records")[0])


def _met(count: int) -> str:
    if count == 0:
        return "none is known to have enough"
    return f"{words.count_of(count, 'territory')} {'has' if count == 1 else 'have'} enough"


def supply_words(standard: Standard) -> str:
    """What is held against the demand: 'places that exist', 'hours on offer'."""
    words_of = {
        "capacity": "places that exist"
        if standard.unit == "places"
        else f"{standard.unit} on offer",
        "commitment": "places promised",
        "use": "people received",
    }
    return words_of[standard.supply_kind]


def _why_unknown(ledger: Ledger) -> str:
    """What most of the unknown answers lack."""
    lacks = ledger.answered(UNKNOWN)["missing"].value_counts()
    supply = supply_words(ledger.choice.standard)
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
        return f"**{_everywhere(len(rows))}**: {_why_unknown(ledger)}"
    shared = int((known["need_method"] == "shared").sum())
    said = [
        # Shared-out parts sum to their country whatever the key: the total has no interval.
        f"**{words.short(known['demand'].sum())} {ledger.unit()} are asked for** in "
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


def _stated_sentence(ledger: Ledger) -> str:
    """What the publisher itself states, added up where it can be."""
    rows, label = ledger.rows, ledger.choice.standard.published_label
    known = rows["published_value"].dropna()
    which = f"{words.count_of(len(known), 'territory')} of {words.number(len(rows))}"
    if known.empty:
        return "**Nothing is stated** for the territories chosen."
    if ledger.choice.stated_in_percent:
        short = words.count_of(int((known < 100).sum()), "territory")
        return f"**{_capital(short)} below 100 {label}**, of {which} with a statement."
    return f"**{words.number(known.sum())} {label}**, as stated for {which}."


def span(low: float, high: float) -> str:
    """An interval of counts: '1 378', '1 200 to 1 900', 'an unknown number of'.

    >>> span(1200.0, 1900.0).replace(words.THIN, " "), span(12.0, 12.0)
    ('1 200 to 1 900', '12')
    """
    if not words.is_known(low) and not words.is_known(high):
        return "an unknown number of"
    if not words.is_known(high):
        return f"at least {words.short(low)}"
    if not words.is_known(low):
        return f"at most {words.short(high)}"
    first, last = words.short(low), words.short(high)
    return last if first == last else f"{first} to {last}"


@lru_cache(maxsize=128)
def most_worth_asking(ledger: Ledger, most: int) -> list[str]:
    """The territories whose missing datum leaves most open, in sentences."""
    rows = ledger.rows[ledger.rows["at_stake"].fillna(0) > 0]
    top = rows.sort_values(["at_stake", "place"], ascending=[False, True]).head(most)
    supply = supply_words(ledger.choice.standard)
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
    if ledger.choice.show == STATED:
        return f"{_capital(ledger.choice.standard.published_label)}, as stated"
    return f"Most {unit} missing"
