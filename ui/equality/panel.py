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
from ui.equality.words import per, points, rate_unit, regions
from ui.words import THIN, day, escaped, number

_MOST = 5
_ENDS = ("then", "now")
_SAID = {
    GAINS: "**It gained** on the mean",
    LOSES: "**It lost** against the mean",
    KEEPS: "**It kept its place** by the mean",
    CANNOT_TELL: "**It cannot be told whether it gained** on the mean",
}


def explain(view: Equality | None, spread: Spread, choice: EqualityChoice, at: str) -> None:
    """What one territory has, had, and what parity would take."""
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"##### {escaped(str(spread.rows.loc[at, 'place']))}", width="content")
        st.button("Clear", type="tertiary", on_click=chosen.choose, args=(None,))
    if view is None or at not in view.rows.index:
        st.markdown("**Unknown**: no figure of it is published at this level.")
        return
    row: Any = view.rows.loc[at]
    st.markdown("\n\n".join(_sentences(view, row)))


def _sentences(view: Equality, row: Any) -> list[str]:
    choice = view.choice
    if not words.is_known(row["capacity_now"]) or not words.is_known(row["need_now"]):
        return [_unknown(row, choice)]
    found = [_has(row, choice)]
    if words.is_known(row["gain"]) and choice.compares:
        once = ""
        if row["capacity_period_then"] == row["capacity_period_now"]:
            once = f" Both dates show one count of {choice.subject.many}: only need differs."
        whom = regions(choice, len(view.codes))
        then, now = (f"{words.rate(float(row[f'relative_{at}']))}{THIN}%" for at in _ENDS)
        found.append(
            f"{_SAID[row['direction']]} of the {whom} known at both dates: {then} of it "
            f"({day(choice.then)}), then {now} ({day(choice.now)}): {_gain(row)} points.{once}"
        )
    elif choice.compares:
        found.append(f"It is not known for {day(choice.then)}, so it neither gains nor loses here.")
    found.append(parity.of_one(view, row))
    return found


def _unknown(row: Any, choice: EqualityChoice) -> str:
    """What is not known of it, and what is all the same."""
    low, high = row["capacity_lower_now"], row["capacity_upper_now"]
    if not words.is_known(row["capacity_now"]) and words.is_known(low):
        why = "only an interval is known" if words.is_known(high) else "the upper end is unknown"
        most = f" and at most {number(high)}" if words.is_known(high) else ""
        return (
            f"**Unknown now**: at least {number(low)}{most} {choice.subject.many} are published "
            f"({day(str(row['capacity_period_now']))}); not counted, as {why}."
        )
    lacks = "capacity" if not words.is_known(row["capacity_now"]) else choice.over
    return f"**Unknown now**: nobody publishes its {lacks} for {day(choice.now)}."


def _has(row: Any, choice: EqualityChoice) -> str:
    need, ends = float(row["need_now"]), (row["need_lower_now"], row["need_upper_now"])
    asked = number(need)
    if all(map(words.is_known, ends)) and ends[0] != ends[1]:
        asked = f"{number(ends[0])} to {number(ends[1])} (estimated)"
    whom = "residents" if choice.over == "residents" else "in need"
    rate = float(row["capacity_now"]) / need * per(choice) if need > 0 else float("nan")
    said = f"{number(float(row['capacity_now']))} {choice.subject.many} for {asked} {whom}"
    if words.is_known(rate):
        said += f": {words.rate(rate)} {rate_unit(choice)}"
    of, need_of = day(str(row["capacity_period_now"])), day(str(row["period_now"]))
    if of == need_of:
        return f"{said}, {of}."
    return f"{said}. {choice.subject.many.capitalize()} of {of}, {choice.over} of {need_of}."


def _gain(row: Any) -> str:
    low, high = float(row["gain_lower"]), float(row["gain_upper"])
    if abs(high - low) < 0.05:
        return points(float(row["gain"]))
    return f"{points(low)} to {points(high)}"


def winners(view: Equality) -> None:
    """Who gained and who lost most, by name."""
    if not view.choice.compares:
        return
    rows = view.rows[view.rows["direction"].isin([GAINS, LOSES])].copy()
    names = places(view)
    for title, part in (
        ("Gains most", rows[rows["direction"] == GAINS].sort_values("gain", ascending=False)),
        ("Loses most", rows[rows["direction"] == LOSES].sort_values("gain")),
    ):
        st.markdown(f"##### {title}")
        lines = [
            f"{i}. {escaped(names[str(code)])}: {points(float(gain))} points"
            for i, (code, gain) in enumerate(part["gain"].head(_MOST).items(), 1)
        ]
        st.markdown("\n".join(lines) or "Nobody for certain.")
    open_ones = int(view.rows["direction"].eq(CANNOT_TELL).sum())
    if open_ones:
        st.caption(
            f"Of {number(open_ones)} more it cannot be told: their figures are intervals that "
            "allow both."
        )
    st.caption(
        f"In percentage points of the mean of the {regions(view.choice, len(view.codes))} known at "
        "both dates."
    )
