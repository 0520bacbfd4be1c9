"""Words for what is short: its benchmark, its intervals, its supply, what to ask for first."""

from collections.abc import Hashable
from typing import Any

import pandas as pd

from analysis.gap import CANNOT_TELL, MET, SHORT, roll_up
from analysis.standard import Standard
from ui import words
from ui.cased import begins
from ui.language import _, per_language
from ui.language.numbers import with_point
from ui.ledger import Ledger
from ui.shortage_choice import NEED, STATED


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
        label = begins(_(ledger.choice.standard.published_label))
        return _("{label}, as stated", label=label)
    return _("Most {unit} missing", unit=unit)


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


def is_of_years_before(row: dict[Hashable, Any]) -> bool:
    """Whether an answer stands on figures years older than the newest need that is published."""
    newer = str(row.get("newer_need_period") or "")
    return newer not in ("", str(row["period"])) and row["answer"] in (SHORT, MET, CANNOT_TELL)


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


def totals(rows: pd.DataFrame) -> dict[Hashable, Any]:
    """The sums of `analysis.gap.roll_up` over all of `rows`."""
    whole = roll_up(rows, pd.Series("all", index=rows.index))
    return dict(whole.to_dict("records")[0])
