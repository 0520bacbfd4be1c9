"""The answer of the Stress page in sentences, with how sure it is."""

from analysis.stress.arrivals import FIRST_MONTH
from analysis.stress.saturation import FILLS, FULL, MAY_FILL, ROOM, UNKNOWN
from ui import words
from ui.stress.answers import stands_in
from ui.stress.asked import OWN
from ui.stress.months import months_of
from ui.stress.tested import Stress
from ui.stress.today import SUPPOSED
from ui.stress.words import Row, at_worst, many, named, shock, terms, when
from ui.words import count_of, country, escaped, is_known

_NAMED = 3


def finding(stress: Stress) -> str:
    """Who is full first, how many follow, how many people are without a place, who is unknown."""
    if not stress.known.any():
        return nothing(stress)
    lines = [_first(stress), _many(stress), _without(stress)]
    return " ".join(line for line in lines if line)


def nothing(stress: Stress) -> str:
    """What is said where nothing can be tested, and what to do."""
    missing = stress.rows["missing"].value_counts()
    what = str(missing.index[0]) if len(missing) else "people and places"
    return (
        f"**It cannot be told: nobody publishes the {what} here.** Choose other countries, "
        "another group or shock, or suppose how many places are taken."
    )


def _first(stress: Stress) -> str:
    order = stress.first()
    if not order:
        return f"**Nobody is full within {stress.choice.horizon} weeks.**"
    rows = stress.rows.iloc[order]
    lead = rows.iloc[0]
    alike = ["week_full_earliest", "answer", "places_known_as"]
    same = rows[rows[alike].eq(lead[alike]).all(axis=1)]
    names = [escaped(each) for each in named(stress, same)[:_NAMED]]
    if len(same) > _NAMED:
        names = [*names[: _NAMED - 1], f"{words.number(len(same) - _NAMED + 1)} more"]
    verb, their = ("are", "their") if len(same) > 1 else ("is", "its")
    said = when(_row(lead), stress.choice.horizon).replace("its", their)
    if lead["week_full_earliest"]:
        said = f"full first, {said}" if said.startswith("not") else f"full first, in {said}"
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
    if not high.max():
        return "Nobody is without a place."
    week = int(high.argmax())
    return f"{at_worst(float(low[week]), float(high[week]))} at once (week {week})."


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
    if rows["people_known_as"].eq(SUPPOSED).any():
        parts.append("Where people are unknown, your supposition stands in for them.")
    later = _begins_later(stress)
    return " ".join([*parts, later] if later else parts)


def _begins_later(stress: Stress) -> str:
    """Countries whose series begins after March 2022: their worst month may be missing."""
    if stress.choice.shock.kind != OWN:
        return ""
    months = months_of(stress.dataset)
    codes = [str(each) for each in stress.rows.loc[stress.known, "country"].unique()]
    late = months.reindex(codes)
    late = late[(late["begins"] > FIRST_MONTH) & late["worst"].map(is_known)]
    if late.empty:
        return ""
    names = words.listed([country(str(code)) for code in late.index[:4]])
    return f"The series of {names} begins after March 2022, so a worse month may be missing."


def _row(series: object) -> Row:
    return dict(series)  # type: ignore[call-overload]
