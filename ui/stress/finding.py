"""The answer of the Stress page in sentences, with how sure it is."""

import numpy as np

from analysis.stress.arrivals import FIRST_MONTH
from analysis.stress.saturation import FILLS, FULL, MAY_FILL, ROOM, UNKNOWN
from analysis.stress.shares import known_key
from ui import words
from ui.stress.amounts import at_worst, many, nobody, people
from ui.stress.answers import stands_in
from ui.stress.asked import CUSTOM, LIKE, OWN
from ui.stress.months import months_of
from ui.stress.tested import Stress
from ui.stress.today import SUPPOSED
from ui.stress.words import Row, named, shock, terms, today, when
from ui.words import count_of, country, day, escaped, is_known

_NAMED = 3


def finding(stress: Stress) -> str:
    """Who is full first, how many follow, how many people are without a place, who is unknown."""
    if not stress.known.any():
        return nothing(stress)
    lines = [_first(stress), _many(stress), _without(stress)]
    return " ".join(line for line in lines if line)


def nothing(stress: Stress) -> str:
    """What is said where nothing can be tested, and what to do."""
    return (
        f"**{cannot_be_told(stress)}** Choose other countries, "
        "another group or shock, or suppose how many places are taken."
    )


def cannot_be_told(stress: Stress) -> str:
    """Why nothing can be tested."""
    missing = stress.rows["missing"].value_counts()
    what = str(missing.index[0]) if len(missing) else "people and places"
    return f"It cannot be told: nobody publishes the {what} here."


def _first(stress: Stress) -> str:
    order = stress.first()
    if not order:
        return f"**Nobody is full within {stress.choice.horizon} weeks.**"
    rows = stress.rows.iloc[order]
    lead = rows.iloc[0]
    alike = [
        "week_full_earliest", "week_full_latest", "answer", "places_known_as", "old_period",
    ]  # fmt: skip
    # What is unknown of the first is unknown of those like it.
    same = rows[
        (rows[alike].eq(lead[alike]) | (rows[alike].isna() & lead[alike].isna())).all(axis=1)
    ]
    names = [escaped(each) for each in named(stress, same)[:_NAMED]]
    if len(same) > _NAMED:
        names = [*names[: _NAMED - 1], f"{words.number(len(same) - _NAMED + 1)} more"]
    old = str(lead["old_period"])
    was = bool(old) and lead["week_full_earliest"] == 0
    verb, their = ("are", "their") if len(same) > 1 else ("is", "its")
    if was:
        verb = "were" if len(same) > 1 else "was"
    said = when(_row(lead), stress.choice.horizon).replace("its", their)
    if lead["week_full_earliest"]:
        said = f"full first, {said}" if said.startswith("not") else f"full first, in {said}"
        said += f", by figures of {day(old)}" if old else ""
    elif said.startswith(today(_row(lead))):
        said = f"full {said}"
    return f"**{words.listed(names)} {verb} {said}.**"


def _many(stress: Stress) -> str:
    answers = stress.rows["answer"].value_counts()
    full = int(answers.get(FULL, 0) + answers.get(FILLS, 0))
    may, room, unknown = (int(answers.get(each, 0)) for each in (MAY_FILL, ROOM, UNKNOWN))
    horizon = stress.choice.horizon
    parts = [many(full, "fill", f" within {horizon} weeks")] if full else []
    if may:
        parts.append(f"{words.number(may)} may" + ("" if full else f" fill within {horizon} weeks"))
    if room:
        parts.append(many(room, "keep", " room"))
    said = f"Of {count_of(full + may + room, 'territory')} that can be tested, "
    said += f"{words.listed(parts)}."
    if unknown:
        said += f" Of {words.number(unknown)} more it is unknown, which is not room."
    return said


def _without(stress: Stress) -> str:
    low, high = stress.without()
    week = int(high.argmax())
    here = at_worst(float(low[week]), float(high[week]))
    elsewhere = _elsewhere(stress)
    here += " in these" if elsewhere else ""
    if not nobody(float(high[week])):
        here += f" at once (week {week})"
    return f"{here}.{elsewhere}"


def _elsewhere(stress: Stress) -> str:
    """How many people go where nothing can be tested, whose places nobody knows."""
    going = stress.given.arrivals[:, ~stress.known].sum(axis=2)
    known = ~np.isnan(going)
    if not known.any():
        return ""
    every = np.where(known, going, 0).sum(axis=1)
    if nobody(float(every.max())):
        return ""
    said = people(float(every.min()), float(every.max()), "goes", "go")
    # People of one's own are shared out whole, among those with residents on record.
    whole = known.all() or stress.choice.shock.kind == CUSTOM
    least = "" if whole else "At least "
    said = f"{least}{said}" if least else f"{said[:1].upper()}{said[1:]}"
    return f" {said} where nothing can be tested."


def supposed(stress: Stress) -> str:
    """The quiet line: who comes, what is supposed, and what stands in for places."""
    choice = stress.choice
    parts = [shock(stress.dataset, choice), terms(choice, stress.rows)]
    rows = stress.rows
    held = rows[stands_in(rows) & rows["answer"].ne(UNKNOWN)]
    if len(held):
        who = words.countries([str(each) for each in held["country"].unique()])
        parts.append(
            f"Nobody publishes the places of {who} by territory: the most people hosted at once "
            "stand in, an estimate. There is room for at least that many, so no territory is full "
            "before the week shown."
        )
    if replaced := _other_key(stress):
        parts.append(replaced)
    if rows["people_known_as"].eq(SUPPOSED).any():
        parts.append("Where people are unknown, your supposition stands in for them.")
    later = _begins_later(stress)
    return " ".join([*parts, later] if later else parts)


def _other_key(stress: Stress) -> str:
    """Where residents are the key instead of the people hosted that the reader chose."""
    if stress.choice.key not in ("hosted", "mix"):
        return ""
    by_hosted = known_key(stress.rows["people"].to_numpy(float), stress.coming.pool)
    replaced = stress.rows[stress.known & ~by_hosted]
    if replaced.empty:
        return ""
    where = f"in {words.countries([str(each) for each in replaced['country'].unique()])}"
    if stress.choice.shock.kind == CUSTOM:
        where = "that is looked at"
    return (
        f"People hosted are not known everywhere {where}, so people are shared out there by "
        "residents instead."
    )


def _begins_later(stress: Stress) -> str:
    """Countries whose series begins after March 2022: their worst month may be missing."""
    asked = stress.choice.shock
    if asked.kind not in (OWN, LIKE):
        return ""
    months = months_of(stress.dataset)
    codes = [str(each) for each in stress.rows.loc[stress.known, "country"].unique()]
    if asked.kind == LIKE:
        codes = [asked.like]
    late = months.reindex(codes)
    late = late[(late["begins"] > FIRST_MONTH) & late["worst"].map(is_known)]
    if late.empty:
        return ""
    names = words.listed([country(str(code)) for code in late.index[:4]])
    return f"The series of {names} begins after March 2022, so a worse month may be missing."


def _row(series: object) -> Row:
    return dict(series)  # type: ignore[call-overload]
