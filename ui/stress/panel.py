"""One territory on the Stress page, in sentences before figures."""

import math

import streamlit as st

from analysis.stress.saturation import UNKNOWN
from ui import chosen, words
from ui.cased import begins
from ui.language import _, later, n_, plural
from ui.stress.amounts import NOT_ENOUGH, at_worst, buffer, enough, nobody, people
from ui.stress.tested import Stress
from ui.stress.today import HOSTED_AT_ONCE
from ui.stress.when import Row, today, when
from ui.stress.words import figure
from ui.words import counted, is_known, number, rate

_COMING = plural(
    "{count} person comes within {horizon} weeks.", "{count} people come within {horizon} weeks."
)
_GAIN = plural("{more} ({places}) gain {count} week", "{more} ({places}) gain {count} weeks")
_GAIN_AT_LEAST = plural(
    "{more} ({places}) gain at least {count} week", "{more} ({places}) gain at least {count} weeks"
)
_GAIN_TO = plural(
    "{more} ({places}) gain {low} to {count} weeks", "{more} ({places}) gain {low} to {count} weeks"
)
_GAIN_TO_AT_LEAST = plural(
    "{more} ({places}) gain {low} to at least {count} weeks",
    "{more} ({places}) gain {low} to at least {count} weeks",
)
_EACH = plural("{count} places for each week.", "{count} places for each week.")
_EACH_AT_MOST = plural(
    "at most {count} places for each week.", "at most {count} places for each week."
)
_HAS = later("{now} it has {rate}{past}.")
_HAS_AT_MOST = later("{now} it has at most {rate}{past}.")
_HAD = later("{now} it had {rate}{past}.")
_HAD_AT_MOST = later("{now} it had at most {rate}{past}.")


def explain(stress: Stress, at: str) -> None:
    """When one territory is full, of what, what a buffer buys it, when to begin."""
    row: Row = stress.rows.loc[[at]].to_dict("records")[0]
    chosen.heading(stress.dataset, at, str(row["place"]))
    st.markdown("\n\n".join(line for line in sentences(stress, row) if line))


def sentences(stress: Stress, row: Row) -> list[str]:
    """What is known of one territory, the answer first."""
    known = "; ".join(each for each in (figure(row, "people"), figure(row, "places")) if each)
    if row["answer"] == UNKNOWN:
        return [
            _("**Unknown**: nobody publishes its {missing}, which is not room.",
              missing=_(str(row["missing"]))),
            _("Known: {known}.", known=known) if known else "",
        ]  # fmt: skip
    return [
        f"**{begins(when(row, stress.choice.horizon))}.** {known}.",
        _coming(stress, row),
        _short(row),
        _buffer(stress, row),
        _begin(stress, row),
    ]


def _coming(stress: Stress, row: Row) -> str:
    if not is_known(row["arrivals_upper"]):
        return ""
    said = people(
        _COMING, row["arrivals_lower"], row["arrivals_upper"], horizon=stress.choice.horizon
    )
    return begins(said)


def _short(row: Row) -> str:
    if not is_known(row["without_peak_upper"]):
        return ""
    if nobody(row["without_peak_upper"]):
        return _("Nobody is without a place.")
    without = at_worst(row["without_peak_lower"], row["without_peak_upper"])
    said = f"{without} {_('(week {week})', week=int(row['without_peak_week']))}"
    if not is_known(row["least_buffer_percent_upper"]):
        return f"{said}; {_(NOT_ENOUGH)}."
    least = enough(float(row["least_buffer_percent_upper"]))
    return f"{said}; {_('{places} would be enough for all.', places=least)}"


def _buffer(stress: Stress, row: Row) -> str:
    low, high = row["weeks_gained_lower"], row["weeks_gained_upper"]
    if not is_known(high) or not is_known(row["week_full_earliest"]):
        return ""
    places = number(math.ceil(float(row["buffer_places"])))
    more = {"more": buffer(stress.choice.buffer), "places": places}
    if not high:
        return _("{more} ({places}) gain no week.", **more)
    # A gain that ends with the horizon may go on after it.
    goes_on, weeks = bool(row["gain_goes_on"]), int(high)
    if low == high:
        pair = _GAIN_AT_LEAST if goes_on else _GAIN
        gained = n_(*pair, weeks, count=counted(weeks), **more)
    else:
        pair = _GAIN_TO_AT_LEAST if goes_on else _GAIN_TO
        gained = n_(*pair, weeks, low=int(low), **more)
    each = row["places_per_week_gained"]
    if not is_known(each):
        return f"{gained}."
    pair = _EACH_AT_MOST if row["worst_gain_goes_on"] else _EACH
    return f"{gained}: {n_(*pair, round(float(each)))}"


def _begin(stress: Stress, row: Row) -> str:
    """From which occupancy on there is no time left to act."""
    percent, lead = row["warning_occupancy_percent"], stress.choice.lead
    if not is_known(percent):
        return ""
    if percent <= 0:
        return n_(
            "Even empty, it would be full within {count} week of this shock.",
            "Even empty, it would be full within {count} weeks of this shock.",
            lead, count=counted(lead),
        )  # fmt: skip
    past = words.is_known(row["occupancy_today"]) and row["occupancy_today"] >= percent
    # Where places are a least only, so many are the most that can be taken.
    held = row["places_known_as"] == HOSTED_AT_ONCE
    passed = (_(": may be past it") if held else _(": past it")) if past else ""
    now = _(
        (_HAD_AT_MOST if held else _HAD) if row["old_period"] else _HAS_AT_MOST if held else _HAS,
        now=begins(today(row)), rate=rate(float(row["occupancy_today"])), past=passed,
    )  # fmt: skip
    begin = n_(
        "Begin to act at {rate} people per 100 places: from there, less than {count} week remain.",
        "Begin to act at {rate} people per 100 places: from there, less than {count} weeks remain.",
        lead, count=counted(lead), rate=rate(float(percent)),
    )  # fmt: skip
    return f"{begin} {now}"
