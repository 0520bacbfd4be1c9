"""What a view shows, in a sentence and three figures."""

from typing import NamedTuple

import pandas as pd

from analysis.hospital_care import NO_REGISTER, NOT_PLACED
from ui import words
from ui.view import View


class Headline(NamedTuple):
    """A large figure and what it counts."""

    figure: str
    counts: str


def sentence(view: View) -> str:
    """The finding: how much, where most, and what is unknown."""
    if view.known.empty:
        return "Groundwork has no figure for the territories chosen: all are unknown, not zero."
    if view.choice.indicator.is_share:
        return " ".join([_out_of_reach(view), *_thin_registers(view)])
    return " ".join([_rates(view), *_no_figures(view)])


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
    low, high = known["count_lower"].sum(), known["count_upper"].sum()
    who = f"of the {words.short(known['residents'].sum())} residents of territories with an answer"
    lead = (
        f"{_between(low, high)} {who} live farther than {view.choice.km} km from the nearest "
        "hospital (hospitals of 2020, residents of 2022)"
    )
    top = known.groupby("country")["count"].sum().nlargest(3)
    if len(top) < 3 or top.iloc[-1] == 0:
        return f"{lead}."
    names = words.listed([words.country(str(code)) for code in top.index])
    most = "most of them" if top.sum() > known["count"].sum() / 2 else "more than elsewhere"
    return f"{lead}, {most} in {names}."


def _between(low: float, high: float) -> str:
    """An interval in words, as a sentence begins."""
    if words.short(low) == words.short(high):
        return f"About {words.short(high)}"
    return f"Between {words.short(low)} and {words.short(high)}"


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


def _silent(view: View) -> pd.DataFrame:
    """The rows of countries that have no known territory in the view."""
    has_none = view.rows["value"].isna().groupby(view.rows["country"]).transform("all")
    return view.rows[has_none]


def _thin_registers(view: View) -> list[str]:
    """What the hospital register and the population grid leave unknown, when anything."""
    silent = _silent(view)
    absent = list(silent[silent["note"].eq(NO_REGISTER)]["country"].unique())
    others = view.unknown[~view.unknown["country"].isin(absent)]
    unplaced = int(others["note"].eq(NOT_PLACED).sum())
    thin = len(others) - unplaced
    parts = []
    if absent:
        verb = "sends" if len(absent) == 1 else "send"
        parts.append(f"{words.countries(absent)} {verb} no hospital register")
    if thin:
        which = words.count_of(thin, "other territory" if parts else "territory")
        it = "it" if parts else "the hospital register"
        parts.append(f"for {which} {it} is too thin to tell")
    if unplaced:
        which = words.count_of(unplaced, "territory")
        parts.append(f"for {which} no grid says where people live")
    text = "; ".join(parts)
    return [f"{text[0].upper()}{text[1:]}: unknown, not zero."] if text else []


def _no_figures(view: View) -> list[str]:
    """What no figure is known for, when anything."""
    silent = list(_silent(view)["country"].unique())
    if silent:
        return [f"Groundwork has no such figure for {words.countries(silent)}: unknown, not zero."]
    if len(view.unknown):
        return [f"For {words.count_of(len(view.unknown), 'territory')} the answer is unknown."]
    return []


def _total(view: View) -> Headline | None:
    """The sum, only where every figure counts the same thing on the same day."""
    known = view.known
    if known.empty or len(known[["period", "group_id"]].drop_duplicates()) > 1:
        return None
    label = view.choice.counted()
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
    return Headline(words.rate(float(view.known["value"].median())), f"{unit}, median territory")


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
    return f"{end} {view.choice.counted()} per 1,000 residents"
