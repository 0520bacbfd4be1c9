"""What a ledger says in sentences: of the view, of its benchmark, of what to ask for first."""

from collections.abc import Hashable
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
from ui.language import _, n_, per_language
from ui.language.numbers import with_point
from ui.ledger import Ledger
from ui.shortage_choice import NEED, STATED


@per_language(128)
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
        return _unknown_everywhere(ledger)
    said = [_short_and_met(ledger, known)]
    if old := sum(is_of_years_before(row) for row in known.to_dict("records")):
        said.append(
            _(
                "For {some} of these **now is unknown**: a need years newer is published.",
                some=words.number(old),
            )
        )
    if unsure := int(counts.get(CANNOT_TELL, 0)):
        said.append(
            n_(
                "For {count} territory the interval straddles zero.",
                "For {count} territories the interval straddles zero.",
                unsure, count=words.counted(unsure),
            )
        )  # fmt: skip
    if unknown:
        said.append(
            _(
                "For {some} of {all} the gap is unknown, not zero: {why}",
                some=words.number(unknown), all=words.number(total), why=_why_unknown(ledger),
            )
        )  # fmt: skip
    return " ".join(said)


def _short_and_met(ledger: Ledger, known: pd.DataFrame) -> str:
    """How many are short, by how much, and how many have enough."""
    counts = known["answer"].value_counts()
    short, met = int(counts.get(SHORT, 0)), _met(int(counts.get(MET, 0)))
    if not short:
        return _("**No territory is known to be short;** {met}.", met=met)
    sums = totals(known)
    return n_(
        "**{count} territory is short, by {lack} {unit} together**; {met}.",
        "**{count} territories are short, by {lack} {unit} together**; {met}.",
        short, count=_capital(words.counted(short)), unit=ledger.unit(), met=met,
        lack=span(sums["missing_lower"], sums["missing_upper"]),
    )  # fmt: skip


def is_of_years_before(row: dict[Hashable, Any]) -> bool:
    """Whether an answer stands on figures years older than the newest need that is published."""
    newer = str(row.get("newer_need_period") or "")
    return newer not in ("", str(row["period"])) and row["answer"] in (SHORT, MET, CANNOT_TELL)


def _unknown_everywhere(ledger: Ledger) -> str:
    territories, why = len(ledger.rows), _why_unknown(ledger)
    return n_(
        "**Unknown**: {why}", "**Unknown in all {count} territories**: {why}", territories,
        count=territories, why=why,
    )  # fmt: skip


def totals(rows: pd.DataFrame) -> dict[Hashable, Any]:
    """The sums of `analysis.gap.roll_up` over all of `rows`."""
    whole = roll_up(rows, pd.Series("all", index=rows.index))
    return dict(whole.to_dict("records")[0])


def _met(count: int) -> str:
    if count == 0:
        return _("none is known to have enough")
    return n_(
        "{count} territory has enough", "{count} territories have enough", count,
        count=words.counted(count),
    )  # fmt: skip


def supply_words(standard: Standard) -> str:
    """What is held against the demand: 'places that exist', 'hours on offer'."""
    words_of = {
        "capacity": _("places that exist")
        if standard.unit == "places"
        else _("{unit} on offer", unit=_(standard.unit)),
        "commitment": _("places promised"),
        "use": _("people received"),
    }
    return words_of[standard.supply_kind]


def _why_unknown(ledger: Ledger) -> str:
    """What most of the unknown answers lack."""
    lacks = ledger.answered(UNKNOWN)["missing"].value_counts()
    supply = supply_words(ledger.choice.standard)
    reasons = {
        NO_BENCHMARK: _(
            "no norm is published for this service: write your own benchmark in the sidebar."
        ),
        NO_NEED: _("no count of the people is published."),
        NO_CAPACITY: _("no figure of {supply} from the same time is published.", supply=supply),
    }
    return reasons[str(lacks.index[0])]


def _need_sentence(ledger: Ledger) -> str:
    rows = ledger.rows
    known = rows[rows["demand"].notna()]
    if known.empty:
        return _unknown_everywhere(ledger)
    shared = int((known["need_method"] == "shared").sum())
    said = [
        # Shared-out parts sum to their country whatever the key: the total has no interval.
        n_(
            "**{demand} {unit} are asked for** in {count} territory.",
            "**{demand} {unit} are asked for** in {count} territories.",
            len(known), count=words.counted(len(known)),
            demand=words.short(known["demand"].sum()), unit=ledger.unit(),
        )
    ]  # fmt: skip
    if shared:
        said.append(
            _(
                "In {some} of them the national figure is shared out between keys: "
                "an estimate, shown as an interval.",
                some=words.number(shared),
            )
        )
    if lost := len(rows) - len(known):
        said.append(_("Unknown, not zero, in {some}.", some=words.number(lost)))
    return " ".join(said)


def _stated_sentence(ledger: Ledger) -> str:
    """What the publisher itself states, added up where it can be."""
    rows, label = ledger.rows, _(ledger.choice.standard.published_label)
    known = rows["published_value"].dropna()
    which = {"some": words.count_of(len(known), "territory"), "all": words.number(len(rows))}
    if known.empty:
        return _("**Nothing is stated** for the territories chosen.")
    if ledger.choice.stated_in_percent:
        short = _capital(words.count_of(int((known < 100).sum()), "territory"))
        return _(
            "**{short} below 100 {label}**, of {some} of {all} with a statement.",
            short=short, label=label, **which,
        )  # fmt: skip
    total = words.number(known.sum())
    return _("**{total} {label}**, as stated for {some} of {all}.",
             total=total, label=label, **which)  # fmt: skip


def span(low: float, high: float) -> str:
    """An interval of counts: '1 378', '1 200 to 1 900', 'an unknown number of'.

    >>> span(1200.0, 1900.0).replace(words.THIN, " "), span(12.0, 12.0)
    ('1 200 to 1 900', '12')
    """
    if not words.is_known(low) and not words.is_known(high):
        return _("an unknown number of")
    if not words.is_known(high):
        return _("at least {number}", number=words.short(low))
    if not words.is_known(low):
        return _("at most {number}", number=words.short(high))
    first, last = words.short(low), words.short(high)
    return last if first == last else _("{first} to {last}", first=first, last=last)


@per_language(128)
def most_worth_asking(ledger: Ledger, most: int) -> list[str]:
    """The territories whose missing datum leaves most open, in sentences."""
    rows = ledger.rows[ledger.rows["at_stake"].fillna(0) > 0]
    top = rows.sort_values(["at_stake", "place"], ascending=[False, True]).head(most)
    supply = supply_words(ledger.choice.standard)
    of = {"capacity": supply, "need": _("number of people in need")}
    return [
        _(
            "{place}: {wanted} ({at_stake} {unit} hang on it)",
            place=words.escaped(row["place"]), wanted=of.get(row["ask"], _("a norm")),
            at_stake=words.short(row["at_stake"]), unit=ledger.unit(),
        )
        for row in top.to_dict("records")
    ]  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def measured_by(ledger: Ledger) -> str:
    """The benchmark in a line, and whose it is."""
    choice = ledger.choice
    if choice.edited:
        return _(
            "Measured by your own benchmark, {value} ({label} is the usual).",
            value=amount(choice.threshold), label=_(choice.standard.label),
        )  # fmt: skip
    if choice.threshold is None:
        return _("No norm is published for this service.")
    return _("Measured by: {label}.", label=_(choice.standard.label))


def amount(threshold: float | None) -> str:
    """A benchmark as it is written: '0.8', or 'none'."""
    return _("none") if threshold is None else with_point(f"{threshold:g}")


def ranking_title(ledger: Ledger) -> str:
    """What the ranking ranks."""
    unit = ledger.unit()
    if ledger.choice.show == NEED:
        return _("Most {unit} asked for", unit=unit)
    if ledger.choice.show == STATED:
        label = _capital(_(ledger.choice.standard.published_label))
        return _("{label}, as stated", label=label)
    return _("Most {unit} missing", unit=unit)
