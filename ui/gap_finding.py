"""What a ledger says in two or three sentences: who is short, who has enough, what is unknown."""

import pandas as pd

from analysis.gap import CANNOT_TELL, MET, NO_BENCHMARK, NO_CAPACITY, NO_NEED, SHORT, UNKNOWN
from ui import words
from ui.cased import begins
from ui.gap_words import is_of_years_before, span, supply_words, totals
from ui.language import _, n_, per_language
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
        short, count=begins(words.counted(short)), unit=ledger.unit(), met=met,
        lack=span(sums["missing_lower"], sums["missing_upper"]),
    )  # fmt: skip


def _met(count: int) -> str:
    if count == 0:
        return _("none is known to have enough")
    return n_(
        "{count} territory has enough", "{count} territories have enough", count,
        count=words.counted(count),
    )  # fmt: skip


def _unknown_everywhere(ledger: Ledger) -> str:
    territories, why = len(ledger.rows), _why_unknown(ledger)
    return n_(
        "**Unknown**: {why}", "**Unknown in all {count} territories**: {why}", territories,
        count=territories, why=why,
    )  # fmt: skip


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
        short = begins(words.count_of(int((known < 100).sum()), "territory"))
        return _(
            "**{short} below 100 {label}**, of {some} of {all} with a statement.",
            short=short, label=label, **which,
        )  # fmt: skip
    total = words.number(known.sum())
    return _("**{total} {label}**, as stated for {some} of {all}.",
             total=total, label=label, **which)  # fmt: skip
