"""What the picture shows, in sentences."""

import pandas as pd

from analysis.index.ranking import SURE
from analysis.index.strategy import COVERED, NO_ANSWER, PARTLY, UNKNOWN
from ui import words
from ui.aspects import AREAS
from ui.vision.seen import Vision
from ui.vision.words import AXES, NOTHING, TOO_LITTLE
from ui.words import count_of, number

_LEAST = 3


def finding(vision: Vision) -> str:
    """Who has a whole strategy, and how far ranks can be believed."""
    return f"{_strategy(vision)} {_ranks(vision)}"


def _noun(vision: Vision) -> str:
    return words.LEVEL_NOUN[vision.choice.where.level]


def _strategy(vision: Vision) -> str:
    """The matrix in two sentences: whole ones, the fullest, the silent."""
    counts, areas = vision.rows, len(vision.matrix.columns)
    every = f"all {number(areas)} areas" if areas > 1 else "the one area that counts"
    whole = counts[counts[COVERED] == areas]
    there = counts[COVERED] + counts[PARTLY]
    if len(whole):
        said = f"**{_capital(count_of(len(whole), 'territory'))} of {number(len(counts))} "
        said += f"{'covers' if len(whole) == 1 else 'cover'} {every}.**"
    else:
        said = f"**Nobody is known to have a whole strategy**: none of {number(len(counts))} "
        said += f"{_noun(vision)} is known to cover {every}."
    silent = int((counts[UNKNOWN] * 2 > areas).sum())
    if there.max() > 0:
        said += f" {_fullest(counts, there, areas)}"
    if silent:
        said += (
            f" For {number(silent)} of {number(len(counts))} most areas are unknown, which is not "
            "the same as no answer."
        )
    return said


def _fullest(counts: pd.DataFrame, there: pd.Series, areas: int) -> str:
    """The territory with something in most areas; how many share its place."""
    best = counts.assign(there=there).sort_values([COVERED, "there"], ascending=False)
    first = best.iloc[0]
    like = int(((best[COVERED] == first[COVERED]) & (best["there"] == first["there"])).sum())
    place = words.escaped(str(first["place"])) if like == 1 else count_of(like, "territory")
    verb = "covers" if like == 1 else "each cover"
    return (
        f"The fullest is known of {place}, which {verb} {number(int(first[COVERED]))} of "
        f"{number(areas)} areas and {number(int(first[PARTLY]))} in part."
    )


def _ranks(vision: Vision) -> str:
    """How many can be told from the middle."""
    ranking = vision.ranking
    if ranking is None:
        return "Nothing is known to rank them by."
    of, apart = len(vision.ranked), int(vision.rows["from_the_middle"].sum())
    if of < _LEAST:
        if not of:
            return f"**Nobody can be ranked**{_unranked(vision)}."
        some = f"Only {count_of(of, 'territory')} can be ranked at all: too few to compare"
        return f"{some}{_unranked(vision)}."
    only = "none" if not apart else f"only {number(apart)}" if apart * 3 < of else number(apart)
    said = f"**Of {number(of)} that can be ranked, {only} can be told from the middle**"
    return (
        f"{said}{_unranked(vision)}. For the rest of those ranked the assumptions alone decide on "
        "which side of it they stand."
    )


def _unranked(vision: Vision) -> str:
    """Of how many others too little is known, and of how many nothing."""
    counts = vision.rows["why"].value_counts()
    some = {"too little": int(counts.get(TOO_LITTLE, 0)), "nothing": int(counts.get(NOTHING, 0))}
    others = " others" if len(vision.ranked) else ""
    parts = [f"of {number(many)}{others} {what} is known" for what, many in some.items() if many]
    return f"; {', '.join(parts)}" if parts else ""


def apart(vision: Vision) -> str:
    """How many pairs can be told apart."""
    ranking = vision.ranking
    many = len(vision.ranked)
    pairs = many * (many - 1) // 2
    if ranking is None or not pairs:
        return "There is nobody to compare with."
    sure = int((ranking.above >= SURE).sum())
    if not sure:
        return (
            f"**In none of {number(pairs)} pairs can it be told which one stands above**: it would "
            "have to in 95 of 100 draws."
        )
    share = 100 * sure / pairs
    return (
        f"In {words.rate(share)}{words.THIN}% of {number(pairs)} pairs one stands above the other "
        "in at least 95 of 100 draws. The rest cannot be told apart."
    )


def drivers(vision: Vision) -> str:
    """Which assumption moves ranks most."""
    ranking = vision.ranking
    if ranking is None:
        return ""
    found = ranking.drivers()["total"].dropna().sort_values(ascending=False)
    if ranking.is_still():
        return "No assumption moves a rank."
    if found.empty or found.iloc[0] <= 0:
        return "**Which assumption moves ranks is unknown**: too few draws rank anybody."
    shift = float(pd.Series(ranking.shift).mean())
    moved = (
        f"A draw moves a territory by {words.rate(shift)} places on average from the reference "
        "ranking."
    )
    first = f"**{AXES[str(found.index[0])]}** matters most for how far"
    still = [AXES[str(axis)].lower() for axis in found.index[found < 0.01]]
    rest = f" Not at all or hardly: {words.listed(still)}." if still else ""
    return f"{moved} {first}: {_percent(found.iloc[0])} of the variance goes with it.{rest}"


def _percent(share: float) -> str:
    return f"{words.rate(100 * min(1.0, max(0.0, share)))}{words.THIN}%"


def no_answers(vision: Vision) -> str:
    """Areas in which somebody is known to have nothing."""
    counted = (vision.matrix == NO_ANSWER).sum()
    named = [f"{AREAS[str(area)].lower()} ({number(n)})" for area, n in counted.items() if n]
    if not named:
        return (
            "In no area is anybody known to have no answer at all: what is not known may be there."
        )
    return f"Known to have no answer at all: {words.listed(named)}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
