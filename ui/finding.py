"""What a view shows, in a sentence and three figures."""

from typing import NamedTuple

import pandas as pd

from ui import words
from ui.view import View


class Headline(NamedTuple):
    """A large figure and what it counts."""

    figure: str
    counts: str


def sentence(view: View) -> str:
    """The finding: how much, where most, and what is unknown."""
    if view.known.empty:
        return (
            "Nobody publishes this for the territories and period chosen: all are unknown, "
            "not zero."
        )
    if view.choice.indicator.is_share:
        return " ".join([_out_of_reach(view), *_no_answer(view)])
    return " ".join([_rates(view), *_no_answer(view)])


def headlines(view: View) -> list[Headline]:
    """Three figures, each with its unit; unknown ones are counted, never left out."""
    noun = _noun(view)
    first = _total(view) or _median(view)
    above = _above_alarm(view)
    known = Headline(
        f"{len(view.known)}{words.THIN}of{words.THIN}{len(view.rows)}", f"{noun} with a figure"
    )
    unknown = Headline(words.number(len(view.unknown)), f"{noun} unknown")
    return [first, above or known, unknown]


def _out_of_reach(view: View) -> str:
    known = view.known
    count, residents = known["count"].sum(), known["residents"].sum()
    lead = (
        f"About {words.short(count)} of {words.short(residents)} residents live farther than "
        f"{view.choice.km} km from the nearest hospital"
    )
    top = known.groupby("country")["count"].sum().nlargest(3)
    if len(top) == 3 and count > 0:
        return f"{lead}, most of them in {words.listed([words.country(c) for c in top.index])}."
    return f"{lead}."


def _rates(view: View) -> str:
    known, unit = view.known, view.choice.indicator.unit
    order = known.sort_values("value", ascending=view.choice.indicator.ranking == "least")
    ends = [order.iloc[0], order.iloc[-1]]
    places = [words.escaped(str(end["place"])) for end in ends]
    if len(known) == 1:
        return f"{places[0]} has {words.with_unit(ends[0]['value'], unit)} residents."
    years = sorted(known["period"].str[:4].unique())
    dates = f" Dates differ, from {years[0]} to {years[-1]}." if len(years) > 1 else ""
    return (
        f"From {words.rate(ends[0]['value'])} per 1,000 residents in {places[0]} to "
        f"{words.rate(ends[1]['value'])} in {places[1]}.{dates}"
    )


def _no_answer(view: View) -> list[str]:
    """A sentence on what is unknown, when anything is."""
    silent = [
        words.country(str(code))
        for code, part in view.rows.groupby("country")
        if part["value"].isna().all()
    ]
    share = view.choice.indicator.is_share
    if len(silent) > 4:
        why = "send no hospital register" if share else "publish no figure"
        return [
            f"{words.count_of(len(silent), 'country').capitalize()} {why}: "
            "there the answer is unknown, not zero."
        ]
    if silent:
        verb = "sends no hospital register" if share else "publishes no figure"
        if len(silent) > 1:
            verb = verb.replace("sends", "send").replace("publishes", "publish")
        return [f"{words.listed(silent)} {verb}: unknown, not zero."]
    if len(view.unknown):
        return [f"For {words.count_of(len(view.unknown), 'territory')} the answer is unknown."]
    return []


def _total(view: View) -> Headline | None:
    """The sum, only where every figure counts the same thing on the same day."""
    known = view.known
    if known.empty or len(known[["period", "group_id"]].drop_duplicates()) > 1:
        return None
    label = view.choice.indicator.count_label
    lower, upper = known["count_lower"].sum(), known["count_upper"].sum()
    if view.choice.indicator.is_share and words.short(lower) != words.short(upper):
        low, high = words.short(lower), words.short(upper)
        return Headline(_interval(low, high), label)
    return Headline(words.short(known["count"].sum()), label)


def _interval(low: str, high: str) -> str:
    """'23.5 to 26.1 million', not 'million' twice."""
    for tail in (f"{words.THIN}million",):
        if low.endswith(tail) and high.endswith(tail):
            return f"{low.removesuffix(tail)}–{high}"
    return f"{low}–{high}"


def _median(view: View) -> Headline:
    unit = view.choice.indicator.unit
    if view.known.empty:
        return Headline("unknown", unit)
    return Headline(words.rate(float(view.known["value"].median())), f"{unit}, middle territory")


def _above_alarm(view: View) -> Headline | None:
    """How many territories lie above the indicator's alarm, where it has one."""
    alarm = view.choice.indicator.alarm
    if alarm is None or view.known.empty:
        return None
    above = int((view.known["value"] > alarm).sum())
    return Headline(
        words.number(above), f"of {len(view.known)} {_noun(view)} above {alarm:g}{words.THIN}%"
    )


def _noun(view: View) -> str:
    """What the territories are called: by their level, or territories when levels mix."""
    levels = view.rows["level"].unique()
    return words.LEVEL_NOUN[int(levels[0])] if len(levels) == 1 else "territories"


def level_note(view: View) -> str | None:
    """Which countries are drawn at a coarser level than asked for, and why."""
    coarser = view.coarser()
    if not coarser:
        return None
    asked = words.LEVEL_NOUN[view.choice.level]
    total = sum(len(codes) for codes in coarser.values())
    if total == view.known["country"].nunique() and list(coarser) == [0]:
        return (
            f"These figures are published for countries only. The map shows countries: a "
            f"national figure says nothing about {asked}."
        )
    parts = [
        f"{words.listed([words.country(code) for code in codes])} {_drawn_as(level, len(codes))}"
        for level, codes in sorted(coarser.items())
    ]
    return (
        f"Not published for {asked} everywhere. Drawn at the level they are known at: "
        f"{'; '.join(parts)}."
    )


def _drawn_as(level: int, countries: int) -> str:
    """How countries at a level are drawn: 'as a whole', 'by NUTS 1 region'."""
    if level == 0:
        return "as a whole" if countries == 1 else "each as a whole"
    return f"by NUTS {level} region"


def ranked(view: View, most: int) -> pd.DataFrame:
    """The territories at the sharp end of the view, sharpest first.

    A share is ranked by the people behind it, a rate by itself.
    """
    indicator = view.choice.indicator
    by = "count" if indicator.is_share else "value"
    return view.known.sort_values(
        [by, "place"], ascending=[indicator.ranking == "least", True]
    ).head(most)


def ranking_title(view: View) -> str:
    """What the ranking ranks."""
    indicator = view.choice.indicator
    if indicator.is_share:
        return f"Most {indicator.count_label}"
    end = "Fewest" if indicator.ranking == "least" else "Most"
    return f"{end} {indicator.count_label} per 1,000 residents"
