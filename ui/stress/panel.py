"""One territory on the Stress page, in sentences before figures."""

import math

import streamlit as st

from analysis.stress.saturation import UNKNOWN
from ui import chosen, words
from ui.stress.amounts import NOT_ENOUGH, at_worst, buffer, enough, nobody, people
from ui.stress.tested import Stress
from ui.stress.today import HOSTED_AT_ONCE
from ui.stress.words import Row, figure, today, when
from ui.words import count_of, escaped, is_known, number, rate


def explain(stress: Stress, at: str) -> None:
    """When one territory is full, of what, what a buffer buys it, when to begin."""
    row: Row = stress.rows.loc[[at]].to_dict("records")[0]
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        st.markdown(f"##### {escaped(str(row['place']))}", width="content")
        st.button("Clear", type="tertiary", on_click=chosen.choose, args=(None,))
    st.markdown("\n\n".join(line for line in sentences(stress, row) if line))


def sentences(stress: Stress, row: Row) -> list[str]:
    """What is known of one territory, the answer first."""
    known = "; ".join(each for each in (figure(row, "people"), figure(row, "places")) if each)
    if row["answer"] == UNKNOWN:
        return [
            f"**Unknown**: nobody publishes its {row['missing']}, which is not room.",
            f"Known: {known}." if known else "",
        ]
    horizon = stress.choice.horizon
    coming = people(row["arrivals_lower"], row["arrivals_upper"], "comes", "come")
    return [
        f"**{_capital(when(row, horizon))}.** {known}.",
        f"{_capital(coming)} within {horizon} weeks." if is_known(row["arrivals_upper"]) else "",
        _short(row),
        _buffer(stress, row),
        _begin(stress, row),
    ]


def _short(row: Row) -> str:
    if not is_known(row["without_peak_upper"]):
        return ""
    if nobody(row["without_peak_upper"]):
        return "Nobody is without a place."
    without = at_worst(row["without_peak_lower"], row["without_peak_upper"])
    said = f"{without} (week {_week(row)})"
    if not is_known(row["least_buffer_percent_upper"]):
        return f"{said}; {NOT_ENOUGH}."
    return f"{said}; {enough(float(row['least_buffer_percent_upper']))} would be enough for all."


def _week(row: Row) -> int:
    return int(row["without_peak_week"])


def _buffer(stress: Stress, row: Row) -> str:
    low, high = row["weeks_gained_lower"], row["weeks_gained_upper"]
    if not is_known(high) or not is_known(row["week_full_earliest"]):
        return ""
    places = number(math.ceil(float(row["buffer_places"])))
    more = f"{buffer(stress.choice.buffer)} ({places})"
    if not high:
        return f"{more} gain no week."
    # A gain that ends with the horizon may go on after it.
    least = "at least " if row["gain_goes_on"] else ""
    gained = f"{least}{count_of(int(high), 'week')}"
    if low != high:
        gained = f"{int(low)} to {least}{int(high)} weeks"
    each, most = row["places_per_week_gained"], "at most " if row["worst_gain_goes_on"] else ""
    price = f": {most}{number(float(each))} places for each week" if is_known(each) else ""
    return f"{more} gain {gained}{price}."


def _begin(stress: Stress, row: Row) -> str:
    """From which occupancy on there is no time left to act."""
    percent, lead = row["warning_occupancy_percent"], stress.choice.lead
    if not is_known(percent):
        return ""
    weeks = count_of(lead, "week")
    if percent <= 0:
        return f"Even empty, it would be full within {weeks} of this shock."
    past = words.is_known(row["occupancy_today"]) and row["occupancy_today"] >= percent
    # Where places are a least only, so many are the most that can be taken.
    held = row["places_known_as"] == HOSTED_AT_ONCE
    passed = (": may be past it" if held else ": past it") if past else ""
    now, has = today(row), "had" if row["old_period"] else "has"
    most = "at most " if held else ""
    said = f" {_capital(now)} it {has} {most}{rate(float(row['occupancy_today']))}{passed}."
    return (
        f"Begin to act at {rate(float(percent))} people per 100 places: from there, less than "
        f"{weeks} remain.{said}"
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
