"""The answer of the Equality page in sentences, with how sure it is."""

from typing import Any

from ui import words
from ui.cased import begins
from ui.equality import parity
from ui.equality.choice import EQUIVALENT, EqualityChoice
from ui.equality.figures import Equality
from ui.equality.rows import places
from ui.equality.subjects import KIND_WORDS, RESIDENTS
from ui.equality.words import NAMES, measured, rate_unit, regions, signed
from ui.language import Words, _
from ui.words import THIN, day, escaped, short

_NAMED = 3
MORE, LESS, OPEN = "more", "less", "cannot tell"
_SAME = 1e-9  # a change below this is of the machine's rounding
_VERDICT = Words(
    {
        MORE: "**Yes, more equally.**",
        LESS: "**No, less equally.**",
        OPEN: "**It cannot be told.**",
    }
)


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
    return _(
        "**It cannot be told: too little is published.** Fewer than four {regions} have both "
        "figures at one moment. Choose another level, or see below for what there is enough of.",
        regions=words.LEVEL_NOUN[choice.where.level],
    )


def _answer(view: Equality) -> str:
    choice = view.choice
    then, now = view.at(choice.then), view.at(choice.now)
    measure = choice.measure
    unit = f" {rate_unit(choice)}" if measure == EQUIVALENT else ""
    said = OPEN if len(view.counted_once) == len(view.codes) else verdict(view)
    lines = [_VERDICT[said], _counted_once(view)]
    lines.append(
        _(
            "Over {regions} known at both dates, {measure} went from {before} ({then}) to {after} "
            "({now}); {changed}.",
            regions=regions(choice, len(view.codes)), measure=NAMES[measure],
            before=measured(then[measure], choice), then=day(choice.then),
            after=f"{measured(now[measure], choice)}{unit}", now=day(choice.now),
            changed=_changed(view.change.loc[measure], choice),
        )
    )  # fmt: skip
    if measure == EQUIVALENT:
        before, after = (measured(each["mean"], choice) for each in (then, now))
        lines.append(_("The plain mean went from {before} to {after}.", before=before, after=after))
    if view.estimated:
        low, high = (measured(now[f"{measure}_{end}"], choice) for end in ("least", "most"))
        lines.append(
            _(
                "Need is known as an interval only: now, anything from {low} to {high} was found "
                "possible.",
                low=low, high=high,
            )
        )  # fmt: skip
    return " ".join(line for line in lines if line)


def _changed(row: Any, choice: EqualityChoice) -> str:
    """By how much a measure changed in 95 % of resamples."""
    if abs(row["lower"]) <= _SAME and abs(row["upper"]) <= _SAME:
        return _("resampled, it did not change")
    low, high = (signed(measured(row[end], choice)) for end in ("lower", "upper"))
    if row["lower"] < -_SAME and row["upper"] > _SAME:
        return _("resampled, it changed by {low} to {high}, which allows both", low=low, high=high)
    return _("resampled, it changed by {low} to {high}", low=low, high=high)


def _counted_once(view: Equality) -> str:
    """Whose places were counted once only, so that both dates show the same count."""
    once, many = len(view.counted_once), view.choice.subject.many
    if not once:
        return ""
    if once == len(view.codes):
        return _(
            "At both dates every territory has the same count of {many}: only need differs.",
            many=many,
        )
    return _(
        "At both dates {regions} kept the same count of {many}: only need differs.",
        regions=regions(view.choice, once), many=many,
    )  # fmt: skip


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
    if not said:
        return ""
    return _("Hard to believe, but counted: figures of {whose}.", whose="; ".join(said))


def _now_only(view: Equality) -> str:
    choice = view.choice
    now = view.at(choice.now)
    name = NAMES[choice.measure]
    low, high = (measured(now[f"{choice.measure}_{end}"], choice) for end in ("lower", "upper"))
    unit = f" {rate_unit(choice)}" if choice.measure == EQUIVALENT else ""
    why = _("**Only {now} is known well enough, so there is no before.**", now=day(choice.now))
    if len(view.series) > 1:
        why = _("**One date was chosen, {now}, so there is no before.**", now=day(choice.now))
    said = _(
        "{measure} of {regions} is {value} (resampled {low} to {high}).",
        measure=begins(name), regions=regions(choice, len(view.codes)),
        value=f"{measured(now[choice.measure], choice)}{unit}", low=low, high=high,
    )  # fmt: skip
    return f"{why} {said}"


def _who(view: Equality) -> str:
    """Best and worst supplied of all known now, whether or not they were before."""
    ranked = view.evened.rows["of_all"].dropna().sort_values(kind="stable")
    if ranked.empty:
        return ""
    names, whom = places(view), regions(view.choice, len(view.evened.rows))
    least, most = (f"{words.rate(float(ranked.iloc[i]))}{THIN}%" for i in (0, -1))
    return _(
        "Of the {regions} known now, {worst} has least for its {over} ({least} of their mean), "
        "{best} most ({most}).",
        regions=whom, worst=escaped(names[ranked.index[0]]), over=view.choice.over,
        least=least, best=escaped(names[ranked.index[-1]]), most=most,
    )  # fmt: skip


def caution(view: Equality) -> str:
    """The quiet line: what is not counted, and of what kind the figures are."""
    choice, told = view.choice, view.left_out
    kind = KIND_WORDS[choice.subject.kind]
    parts = [_("Counted: {kind}.", kind=kind)]
    if told.unknown:
        whole = told.need_counted + told.need_unknown
        share = told.need_unknown / whole * 100 if whole else 0
        parts.append(
            _(
                "Not counted, and not zero: {regions} without a published figure now, with "
                "{share} of the {over} known.",
                regions=regions(choice, told.unknown), share=f"{words.rate(share)}{THIN}%",
                over=choice.over,
            )
        )  # fmt: skip
    if told.idle_capacity:
        parts.append(
            _(
                "Nor are {idle} {many} in {regions} where nothing is needed.",
                idle=short(told.idle_capacity), many=choice.subject.many,
                regions=regions(choice, told.idle),
            )
        )  # fmt: skip
    if choice.basis == RESIDENTS:
        parts.append(_("Residents stand in for need, which is not published by region."))
    return " ".join(parts)
