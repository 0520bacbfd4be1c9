"""The answer of the Equality page in sentences, with how sure it is."""

from typing import Any

from ui import words
from ui.equality import parity
from ui.equality.choice import EQUIVALENT, EqualityChoice
from ui.equality.figures import Equality
from ui.equality.rows import places
from ui.equality.subjects import KIND_WORDS, RESIDENTS
from ui.equality.words import NAMES, measured, rate_unit, regions, signed
from ui.words import THIN, day, escaped, short

_NAMED = 3
MORE, LESS, OPEN = "more", "less", "cannot tell"
_SAME = 1e-9  # a change below this is of the machine's rounding
_VERDICT = {
    MORE: "**Yes, more equally.**",
    LESS: "**No, less equally.**",
    OPEN: "**It cannot be told.**",
}


def verdict(view: Equality) -> str:
    """Whether the spread became more equal: only where resamples and open figures all agree.

    By Kolm and Pollak, what the unequal spread costs is compared: the mean less the equivalent.
    """
    measure = view.choice.measure
    row: Any = view.change.loc["cost" if measure == EQUIVALENT else measure]
    if not words.is_known(row["lower"]):
        return OPEN
    then, now = view.at(view.choice.then), view.at(view.choice.now)
    said = MORE if row["upper"] < -_SAME else LESS if row["lower"] > _SAME else OPEN
    least, most = f"{measure}_least", f"{measure}_most"
    if said == OPEN or not (words.is_known(now[least]) or words.is_known(then[least])):
        return said
    if measure == EQUIVALENT:
        return OPEN  # how the mean and the equivalent move together is not searched
    ends = {
        (name, end): each[end] if words.is_known(each[end]) else each[measure]
        for name, each in (("then", then), ("now", now))
        for end in (least, most)
    }
    if said == MORE:
        return MORE if ends["now", most] < ends["then", least] else OPEN
    return LESS if ends["now", least] > ends["then", most] else OPEN


def finding(view: Equality | None, choice: EqualityChoice) -> str:
    """The answer, who stands where, and what parity takes."""
    if view is None:
        return nothing(choice)
    answer = _answer(view) if choice.compares else _now_only(view)
    lines = [answer, _doubt(view), _who(view), parity.in_all(view)]
    return " ".join(line for line in lines if line)


def nothing(choice: EqualityChoice) -> str:
    """What is said where too little is published."""
    return (
        f"**It cannot be told: too little is published.** Fewer than four "
        f"{words.LEVEL_NOUN[choice.where.level]} have both figures at one moment. "
        "Choose another level, or see below for what there is enough of."
    )


def _answer(view: Equality) -> str:
    choice = view.choice
    then, now = view.at(choice.then), view.at(choice.now)
    measure = choice.measure
    unit = f" {rate_unit(choice)}" if measure == EQUIVALENT else ""
    row: Any = view.change.loc[measure]
    name, once = NAMES[measure], _counted_once(view)
    said = OPEN if len(view.counted_once) == len(view.codes) else verdict(view)
    text = (
        f"{_VERDICT[said]} {once}Over {regions(choice, len(view.codes))} known at both dates, "
        f"{name} went from {measured(then[measure], choice)} ({day(choice.then)}) to "
        f"{measured(now[measure], choice)}{unit} ({day(choice.now)}); resampled, it "
        f"{_changed(row, choice)}."
    )
    if measure == EQUIVALENT:
        text += (
            f" The plain mean went from {measured(then['mean'], choice)} to "
            f"{measured(now['mean'], choice)}."
        )
    if view.estimated:
        low, high = (now[f"{measure}_{end}"] for end in ("least", "most"))
        text += (
            f" Need is known as an interval only: now, anything from {measured(low, choice)} to "
            f"{measured(high, choice)} was found possible."
        )
    return text


def _changed(row: Any, choice: EqualityChoice) -> str:
    """By how much a measure changed in 95 % of resamples."""
    if abs(row["lower"]) <= _SAME and abs(row["upper"]) <= _SAME:
        return "did not change"
    low, high = (signed(measured(row[end], choice)) for end in ("lower", "upper"))
    both = ", which allows both" if row["lower"] < -_SAME and row["upper"] > _SAME else ""
    return f"changed by {low} to {high}{both}"


def _counted_once(view: Equality) -> str:
    """Whose places were counted once only, so that both dates show the same count."""
    once, many = len(view.counted_once), view.choice.subject.many
    if not once:
        return ""
    whole = once == len(view.codes)
    who = "every territory has" if whole else f"{regions(view.choice, once)} kept"
    return f"At both dates {who} the same count of {many}: only need differs. "


def _doubt(view: Equality) -> str:
    """Figures behind the answer that are hard to believe; they are counted."""
    said, names = [], places(view)
    for at, moment in {"then": view.choice.then, "now": view.choice.now}.items():
        if at == "then" and not view.choice.compares:
            continue
        rows = view.rows.loc[list(view.codes) if at == "then" else view.evened.rows.index]
        doubted = rows[rows[f"capacity_status_{at}"].eq("U") | rows[f"need_status_{at}"].eq("U")]
        if len(doubted):
            whom = regions(view.choice, len(doubted))
            if len(doubted) <= _NAMED:
                whom = words.listed([escaped(names[str(code)]) for code in doubted.index])
            said.append(f"{whom} ({day(moment)})")
    return f"Hard to believe, but counted: figures of {'; '.join(said)}." if said else ""


def _now_only(view: Equality) -> str:
    choice = view.choice
    now = view.at(choice.now)
    name = NAMES[choice.measure]
    low, high = (measured(now[f"{choice.measure}_{end}"], choice) for end in ("lower", "upper"))
    unit = f" {rate_unit(choice)}" if choice.measure == EQUIVALENT else ""
    why = f"Only {day(choice.now)} is known well enough"
    if len(view.series) > 1:
        why = f"One date was chosen, {day(choice.now)}"
    return (
        f"**{why}, so there is no before.** "
        f"{name[:1].upper()}{name[1:]} of {regions(choice, len(view.codes))} is "
        f"{measured(now[choice.measure], choice)}{unit} (resampled {low} to {high})."
    )


def _who(view: Equality) -> str:
    """Best and worst supplied of all known now, whether or not they were before."""
    ranked = view.evened.rows["of_all"].dropna().sort_values(kind="stable")
    if ranked.empty:
        return ""
    names, whom = places(view), regions(view.choice, len(view.evened.rows))
    least, most = (f"{words.rate(float(ranked.iloc[i]))}{THIN}%" for i in (0, -1))
    return (
        f"Of the {whom} known now, {escaped(names[ranked.index[0]])} has least for its "
        f"{view.choice.over} ({least} of their mean), {escaped(names[ranked.index[-1]])} most "
        f"({most})."
    )


def caution(view: Equality) -> str:
    """The quiet line: what is not counted, and of what kind the figures are."""
    choice, told = view.choice, view.left_out
    kind = KIND_WORDS[choice.subject.kind]
    parts = [f"Counted: {kind}."]
    if told.unknown:
        whole = told.need_counted + told.need_unknown
        share = told.need_unknown / whole * 100 if whole else 0
        whom = "residents" if choice.basis == RESIDENTS else "need"
        parts.append(
            f"Not counted, and not zero: {regions(choice, told.unknown)} without a published "
            f"figure now, with {words.rate(share)}{THIN}% of the {whom} known."
        )
    if told.idle_capacity:
        parts.append(
            f"Nor are {short(told.idle_capacity)} {choice.subject.many} in "
            f"{regions(choice, told.idle)} where nothing is needed."
        )
    if choice.basis == RESIDENTS:
        parts.append("Residents stand in for need, which is not published by region.")
    return " ".join(parts)
