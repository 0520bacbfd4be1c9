"""The same test with a larger shock or more places: what changes in all."""

import math

import pandas as pd

from analysis.stress.buffers import least_buffer
from analysis.stress.course import Course, Given
from analysis.stress.saturation import FILLS, FULL, MAY_FILL, ROOM
from ui.language import Words, _, n_, plural
from ui.stress.amounts import buffer, enough, people
from ui.stress.tested import Stress
from ui.words import number, short

_TIMES = Words(
    {0.5: "Half of this shock", 1.0: "This shock", 1.5: "Half as much again", 2.0: "Twice it"}
)
_OR_MAY = plural(
    "{more} ({places}): {count} territory fills or may, instead of {before}",
    "{more} ({places}): {count} territories fill or may, instead of {before}",
)
_AT_ONCE = plural(
    "at worst, {count} person is without a place at once, instead of {before}.",
    "at worst, {count} people are without a place at once, instead of {before}.",
)


def scenario_rows(stress: Stress) -> pd.DataFrame:
    """One row per size of the shock: who fills, who is without a place, what would be enough."""
    found = []
    for times, label in _TIMES.items():
        given = Given(
            stress.given.present, stress.given.places, stress.given.arrivals * times,
            stress.given.staying, stress.given.replaced, stress.given.left_open,
        )  # fmt: skip
        found.append({"scenario": label, **of_course(stress, stress.run(given))})
    return pd.DataFrame(found)


def of_course(stress: Stress, course: Course) -> dict[str, int]:
    """How many territories fill, may or keep room, and who is without a place at once."""
    answers = pd.Series(stress.said(course))[stress.known]
    low, high = stress.without(course)
    return {
        "fill": int(answers.isin([FULL, FILLS]).sum()),
        "may": int(answers.eq(MAY_FILL).sum()),
        "room": int(answers.eq(ROOM).sum()),
        "without_low": round(float(low.max())),
        "without_high": round(float(high.max())),
    }


def needed(stress: Stress) -> str:
    """What the chosen buffer buys in all, and the least one that is enough."""
    known, choice = stress.known, stress.choice
    if not known.any():
        return _("It cannot be told: nothing here can be tested.")
    now = of_course(stress, stress.course)
    if not now["without_high"]:
        return _("Nobody is without a place within the horizon.")
    bigger = of_course(stress, stress.run(stress.given.with_more(choice.buffer)))
    places = short(math.ceil(float(stress.rows.loc[known, "buffer_places"].sum())))
    worst = bigger["without_high"]
    fill, before = (each["fill"] + each["may"] for each in (bigger, now))
    fills = n_(*_OR_MAY, fill, more=buffer(choice.buffer), places=places, before=number(before))
    without = people(_AT_ONCE, worst, worst, before=short(now["without_high"]))
    parts = [f"{fills}; {without}", _alone(stress), _together(stress)]
    return " ".join(part for part in parts if part)


def _alone(stress: Stress) -> str:
    """What would be enough for the tightest territory; nothing is where it has no place left."""
    rows = stress.rows[stress.known]
    alone = rows["least_buffer_percent_upper"]
    if (alone.isna() & (rows["without_peak_upper"] > 0)).any():
        return _(
            "For nobody to be without a place, no percentage is enough where no place is left."
        )
    if not alone.max() > 0:
        return ""
    least = enough(float(alone.max()))
    return _(
        "For nobody to be without a place, the tightest territory needs {places}.", places=least
    )


def _together(stress: Stress) -> str:
    """What would be enough if all places of the one country were shared."""
    known = stress.known
    if known.sum() < 2 or stress.rows.loc[known, "country"].nunique() != 1:
        return ""
    whole = stress.course
    part = Course(whole.persons[:, known], whole.places[:, known], whole.left[:, known])
    least = float(least_buffer(part, stress.country[known] * 0).max())
    if not least:
        return _("Shared by all territories together, the places of today are enough.")
    if not math.isfinite(least):
        return _(
            "Shared by all territories together, no percentage is enough where no place is left."
        )
    return _("Shared by all territories together, {places} are enough.", places=enough(least))
