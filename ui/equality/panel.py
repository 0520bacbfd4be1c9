"""One territory on the Equality page, in sentences before figures."""

from typing import Any

import streamlit as st

from analysis.equality.gains import CANNOT_TELL, GAINS, KEEPS, LOSES
from ui import chosen, words
from ui.area.spread import Spread
from ui.equality import parity
from ui.equality.choice import EqualityChoice
from ui.equality.figures import Equality
from ui.equality.rows import places
from ui.equality.subjects import RESIDENTS
from ui.equality.words import per, points, rate_unit, regions
from ui.language import Words, _, n_
from ui.words import THIN, day, escaped, number

_MOST = 5
_ENDS = ("then", "now")
_SAID = Words(
    {
        GAINS: "**It gained** on the mean of the {regions} known at both dates: {before} of it "
        "({then}), then {after} ({now}): {gain} points.",
        LOSES: "**It lost** against the mean of the {regions} known at both dates: {before} of it "
        "({then}), then {after} ({now}): {gain} points.",
        KEEPS: "**It kept its place** by the mean of the {regions} known at both dates: {before} "
        "of it ({then}), then {after} ({now}): {gain} points.",
        CANNOT_TELL: "**It cannot be told whether it gained** on the mean of the {regions} known "
        "at both dates: {before} of it ({then}), then {after} ({now}): {gain} points.",
    }
)


def explain(view: Equality | None, spread: Spread, choice: EqualityChoice, at: str) -> None:
    """What one territory has, had, and what parity would take."""
    chosen.heading(spread.dataset, at, str(spread.rows.loc[at, "place"]))
    if view is None or at not in view.rows.index:
        st.markdown(_("**Unknown**: no figure of it is published at this level."))
        return
    row: Any = view.rows.loc[at]
    st.markdown("\n\n".join(_sentences(view, row)))


def _sentences(view: Equality, row: Any) -> list[str]:
    choice = view.choice
    if not words.is_known(row["capacity_now"]) or not words.is_known(row["need_now"]):
        return [_unknown(row, choice)]
    found = [_has(row, choice)]
    if words.is_known(row["gain"]) and choice.compares:
        found.append(_moved(view, row))
    elif choice.compares:
        found.append(
            _(
                "It is not known for {then}, so it neither gains nor loses here.",
                then=day(choice.then),
            )
        )
    found.append(parity.of_one(view, row))
    return found


def _moved(view: Equality, row: Any) -> str:
    """Where it stood by the mean, and where it stands."""
    choice = view.choice
    before, after = (f"{words.rate(float(row[f'relative_{at}']))}{THIN}%" for at in _ENDS)
    said = _SAID[row["direction"]].format(
        regions=regions(choice, len(view.codes)), before=before, then=day(choice.then),
        after=after, now=day(choice.now), gain=_gain(row),
    )  # fmt: skip
    if row["capacity_period_then"] != row["capacity_period_now"]:
        return said
    many = choice.subject.many
    once = _("Both dates show one count of {many}: only need differs.", many=many)
    return f"{said} {once}"


def _unknown(row: Any, choice: EqualityChoice) -> str:
    """What is not known of it, and what is all the same."""
    low, high = row["capacity_lower_now"], row["capacity_upper_now"]
    if not words.is_known(row["capacity_now"]) and words.is_known(low):
        parts = {
            "low": number(low), "many": choice.subject.many,
            "when": day(str(row["capacity_period_now"])),
        }  # fmt: skip
        if words.is_known(high):
            return _(
                "**Unknown now**: at least {low} and at most {high} {many} are published "
                "({when}); not counted, as only an interval is known.",
                high=number(high), **parts,
            )  # fmt: skip
        return _(
            "**Unknown now**: at least {low} {many} are published ({when}); not counted, as the "
            "upper end is unknown.",
            **parts,
        )
    lacks = _("capacity") if not words.is_known(row["capacity_now"]) else choice.over
    return _("**Unknown now**: nobody publishes its {lacks} for {now}.",
             lacks=lacks, now=day(choice.now))  # fmt: skip


def _has(row: Any, choice: EqualityChoice) -> str:
    need, ends = float(row["need_now"]), (row["need_lower_now"], row["need_upper_now"])
    asked = number(need)
    if all(map(words.is_known, ends)) and ends[0] != ends[1]:
        asked = _("{low} to {high} (estimated)", low=number(ends[0]), high=number(ends[1]))
    rate = float(row["capacity_now"]) / need * per(choice) if need > 0 else float("nan")
    parts = {
        "has": number(float(row["capacity_now"])), "many": choice.subject.many, "asked": asked,
    }  # fmt: skip
    if choice.basis == RESIDENTS:
        said = _("{has} {many} for {asked} residents", **parts)
    else:
        said = _("{has} {many} for {asked} in need", **parts)
    if words.is_known(rate):
        said += f": {words.rate(rate)} {rate_unit(choice)}"
    of, need_of = day(str(row["capacity_period_now"])), day(str(row["period_now"]))
    if of == need_of:
        return f"{said}, {of}."
    dates = _(
        "{many} of {of}, {over} of {need_of}.", many=choice.subject.many.capitalize(), of=of,
        over=choice.over, need_of=need_of,
    )  # fmt: skip
    return f"{said}. {dates}"


def _gain(row: Any) -> str:
    low, high = float(row["gain_lower"]), float(row["gain_upper"])
    if abs(high - low) < 0.05:
        return points(float(row["gain"]))
    return _("{first} to {last}", first=points(low), last=points(high))


def winners(view: Equality) -> None:
    """Who gained and who lost most, by name."""
    if not view.choice.compares:
        return
    rows = view.rows[view.rows["direction"].isin([GAINS, LOSES])].copy()
    names = places(view)
    for title, part in (
        (_("Gains most"), rows[rows["direction"] == GAINS].sort_values("gain", ascending=False)),
        (_("Loses most"), rows[rows["direction"] == LOSES].sort_values("gain")),
    ):
        st.markdown(f"##### {title}")
        lines = [
            f"{i}. "
            + _("{place}: {gain} points", place=escaped(names[str(code)]), gain=points(float(gain)))
            for i, (code, gain) in enumerate(part["gain"].head(_MOST).items(), 1)
        ]
        st.markdown("\n".join(lines) or _("Nobody for certain."))
    open_ones = int(view.rows["direction"].eq(CANNOT_TELL).sum())
    if open_ones:
        st.caption(
            n_(
                "Of {count} more it cannot be told: its figures are intervals that allow both.",
                "Of {count} more it cannot be told: their figures are intervals that allow both.",
                open_ones,
            )
        )
    st.caption(
        _(
            "In percentage points of the mean of the {regions} known at both dates.",
            regions=regions(view.choice, len(view.codes)),
        )
    )
