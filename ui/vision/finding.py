"""What the picture shows, in sentences."""

import pandas as pd

from analysis.index.ranking import SURE
from analysis.index.strategy import COVERED, NO_ANSWER, PARTLY, UNKNOWN
from ui import words
from ui.aspects import AREAS
from ui.language import _, n_
from ui.vision.seen import Vision
from ui.vision.words import AXES, NOTHING, TOO_LITTLE
from ui.words import counted, inside, number

_LEAST = 3


def finding(vision: Vision) -> str:
    """Who has a whole strategy, and how far ranks can be believed."""
    return f"{_strategy(vision)} {_ranks(vision)}"


def _noun(vision: Vision) -> str:
    return words.LEVEL_NOUN[vision.choice.where.level]


def _strategy(vision: Vision) -> str:
    """The matrix in two sentences: whole ones, the fullest, the silent."""
    counts, areas = vision.rows, len(vision.matrix.columns)
    whole = int((counts[COVERED] == areas).sum())
    there = counts[COVERED] + counts[PARTLY]
    said = [_whole(whole, len(counts), areas) if whole else _nobody(vision, areas)]
    silent = int((counts[UNKNOWN] * 2 > areas).sum())
    if there.max() > 0:
        said.append(_fullest(counts, there, areas))
    if silent:
        said.append(
            _(
                "For {silent} of {all} most areas are unknown, which is not the same as no "
                "answer.",
                silent=number(silent), all=number(len(counts)),
            )
        )  # fmt: skip
    return " ".join(said)


def _whole(whole: int, territories: int, areas: int) -> str:
    """How many cover everything."""
    count, of = counted(whole).capitalize(), number(territories)
    if areas == 1:
        return n_(
            "**{count} territory of {of} covers the one area that counts.**",
            "**{count} territories of {of} cover the one area that counts.**",
            whole, count=count, of=of,
        )  # fmt: skip
    return n_(
        "**{count} territory of {of} covers all {areas} areas.**",
        "**{count} territories of {of} cover all {areas} areas.**",
        whole, count=count, of=of, areas=number(areas),
    )  # fmt: skip


def _nobody(vision: Vision, areas: int) -> str:
    """That nobody covers everything."""
    of, noun = number(len(vision.rows)), _noun(vision)
    if areas == 1:
        return _(
            "**Nobody is known to have a whole strategy**: none of {of} {noun} is known to cover "
            "the one area that counts.",
            of=of, noun=noun,
        )  # fmt: skip
    return _(
        "**Nobody is known to have a whole strategy**: none of {of} {noun} is known to cover all "
        "{areas} areas.",
        of=of, noun=noun, areas=number(areas),
    )  # fmt: skip


def _fullest(counts: pd.DataFrame, there: pd.Series, areas: int) -> str:
    """The territory with something in most areas; how many share its place."""
    best = counts.assign(there=there).sort_values([COVERED, "there"], ascending=False)
    first = best.iloc[0]
    like = int(((best[COVERED] == first[COVERED]) & (best["there"] == first["there"])).sum())
    parts = {
        "covered": number(int(first[COVERED])), "areas": number(areas),
        "partly": number(int(first[PARTLY])),
    }  # fmt: skip
    if like == 1:
        return _(
            "The fullest is known of {place}, which covers {covered} of {areas} areas and "
            "{partly} in part.",
            place=words.escaped(str(first["place"])), **parts,
        )  # fmt: skip
    return n_(
        "The fullest is known of {count} territory, which covers {covered} of {areas} areas and "
        "{partly} in part.",
        "The fullest is known of {count} territories, which each cover {covered} of {areas} "
        "areas and {partly} in part.",
        like, count=counted(like), **parts,
    )  # fmt: skip


def _ranks(vision: Vision) -> str:
    """How many can be told from the middle."""
    ranking = vision.ranking
    if ranking is None:
        return _("Nothing is known to rank them by.")
    of, apart, rest = len(vision.ranked), int(vision.rows["from_the_middle"].sum()), _rest(vision)
    if of < _LEAST:
        if not of:
            return _("**Nobody can be ranked**{rest}.", rest=rest)
        return n_(
            "Only {count} territory can be ranked at all: too few to compare{rest}.",
            "Only {count} territories can be ranked at all: too few to compare{rest}.",
            of, count=counted(of), rest=rest,
        )  # fmt: skip
    parts = {"of": number(of), "apart": number(apart), "rest": rest}
    if not apart:
        said = _("**Of {of} that can be ranked, none can be told from the middle**{rest}.", **parts)
    elif apart * 3 < of:
        said = _(
            "**Of {of} that can be ranked, only {apart} can be told from the middle**{rest}.",
            **parts,
        )
    else:
        said = _(
            "**Of {of} that can be ranked, {apart} can be told from the middle**{rest}.", **parts
        )
    decides = _(
        "For the rest of those ranked the assumptions alone decide on which side of it they stand."
    )
    return f"{said} {decides}"


def _rest(vision: Vision) -> str:
    """Of how many others too little is known, and of how many nothing."""
    counts = vision.rows["why"].value_counts()
    little, nothing = int(counts.get(TOO_LITTLE, 0)), int(counts.get(NOTHING, 0))
    parts = []
    if len(vision.ranked):
        if little:
            parts.append(_("of {count} others too little is known", count=number(little)))
        if nothing:
            parts.append(_("of {count} others nothing is known", count=number(nothing)))
    else:
        if little:
            parts.append(_("of {count} too little is known", count=number(little)))
        if nothing:
            parts.append(_("of {count} nothing is known", count=number(nothing)))
    return words.apart(["", ", ".join(parts)]) if parts else ""


def apart(vision: Vision) -> str:
    """How many pairs can be told apart."""
    ranking = vision.ranking
    many = len(vision.ranked)
    pairs = many * (many - 1) // 2
    if ranking is None or not pairs:
        return _("There is nobody to compare with.")
    sure = int((ranking.above >= SURE).sum())
    if not sure:
        return _(
            "**In none of {pairs} pairs can it be told which one stands above**: it would "
            "have to in 95 of 100 draws.",
            pairs=number(pairs),
        )
    return _(
        "In {share} of {pairs} pairs one stands above the other in at least 95 of 100 draws. "
        "The rest cannot be told apart.",
        share=f"{words.rate(100 * sure / pairs)}{words.THIN}%", pairs=number(pairs),
    )  # fmt: skip


def drivers(vision: Vision) -> str:
    """Which assumption moves ranks most."""
    ranking = vision.ranking
    if ranking is None:
        return ""
    found = ranking.drivers()["total"].dropna().sort_values(ascending=False)
    if ranking.is_still():
        return _("No assumption moves a rank.")
    if found.empty or found.iloc[0] <= 0:
        return _("**Which assumption moves ranks is unknown**: too few draws rank anybody.")
    said = [
        _(
            "A draw moves a territory by {shift} places on average from the reference ranking.",
            shift=words.rate(float(pd.Series(ranking.shift).mean())),
        ),
        _(
            "**{axis}** matters most for how far: {share} of the variance goes with it.",
            axis=AXES[str(found.index[0])], share=_percent(found.iloc[0]),
        ),
    ]  # fmt: skip
    if still := [inside(AXES[str(axis)]) for axis in found.index[found < 0.01]]:
        said.append(_("Not at all or hardly: {axes}.", axes=words.listed(still)))
    return " ".join(said)


def _percent(share: float) -> str:
    return f"{words.rate(100 * min(1.0, max(0.0, share)))}{words.THIN}%"


def no_answers(vision: Vision) -> str:
    """Areas in which somebody is known to have nothing."""
    found = (vision.matrix == NO_ANSWER).sum()
    named = [f"{inside(_(AREAS[str(area)]))} ({number(n)})" for area, n in found.items() if n]
    if not named:
        return _(
            "In no area is anybody known to have no answer at all: what is not known may be there."
        )
    return _("Known to have no answer at all: {areas}.", areas=words.listed(named))
