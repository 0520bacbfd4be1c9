"""One territory in the picture: sentences first, then each area with the figures behind it."""

import pandas as pd
import streamlit as st

from analysis.index.strategy import UNKNOWN
from ui import address, chosen, words
from ui.aspects import AREAS, Aspect, address_of
from ui.language import _, n_
from ui.vision.seen import Vision, range_of
from ui.vision.words import AXES, CAUSES, NAMES, NOTHING, SIGNS


def standing(vision: Vision, at: str) -> None:
    """Where a territory stands, what moves it, and how many areas have an answer."""
    row = vision.rows.loc[[at]].iloc[0]
    chosen.heading(vision.dataset, at, str(row["place"]), key="clear_rank")
    st.markdown(_standing(vision, row, at))


def areas(vision: Vision, at: str) -> None:
    """Each area with its word, and the aspects it rests on."""
    place = words.escaped(str(vision.rows.loc[at, "place"]))
    st.markdown("##### " + _("{place}: what each answer rests on", place=place))
    st.markdown(_areas(vision, at))


def _standing(vision: Vision, row: pd.Series, at: str) -> str:
    """The range of its rank, and what drives it."""
    many = len(vision.facts.aspects)
    known = round(float(row["coverage"]) * many)
    aspects = _("known here: {known} of {all} aspects",
                known=words.number(known), all=words.number(many))  # fmt: skip
    if vision.ranking is None or row["why"] == NOTHING:
        if not known:
            return _("**No rank**: nothing is known here of what territories are ranked by.")
        return _(
            "**No rank**: no figure here has an upper end to rank it by; {aspects}.",
            aspects=aspects,
        )
    if pd.isna(row["median"]):
        said = [
            _("**No rank, withheld: too little is known**; {aspects}.", aspects=aspects),
            _("A place is told where at least half of all draws give one."),
            _gaps(vision, at),
        ]
        return " ".join(each for each in said if each)
    return _placed(vision, row, at, aspects)


def _placed(vision: Vision, row: pd.Series, at: str, aspects: str) -> str:
    """Where a territory stands that has a place."""
    assert vision.ranking is not None
    every = float(row["ranked"]) == 1
    parts = {"range": range_of(dict(row)), "median": words.rate(row["median"]), "known": aspects}
    said = [
        _("**Place {range} in 9 of 10 draws**, median {median}; {known}.", **parts)
        if every
        else _(
            "**Place {range} in 9 of 10 draws that rank it**, median {median}; {known}.", **parts
        )
    ]
    if row["wide"]:
        said.append(_("The range is too wide to tell in which third it stands."))
    if not every:
        said.append(_gaps(vision, at))
        return " ".join(each for each in said if each)
    total = vision.ranking.drivers(at)["total"].dropna()
    if len(total) and total.max() > 0:
        axis = words.inside(AXES[str(total.idxmax())])
        said.append(_("What moves it most: {axis}.", axis=axis))
    return " ".join(said)


def _gaps(vision: Vision, at: str) -> str:
    """In how many draws it has no place, by each cause."""
    assert vision.ranking is not None
    unplaced = vision.ranking.unplaced
    shares = {name: float(unplaced[name][at]) for name in CAUSES}
    causes = [(CAUSES[name], shares[name]) for name in CAUSES if shares[name] > 0]
    total = _percent(sum(share for _cause, share in causes))
    why = causes[0][0]
    if len(causes) > 1:
        why = words.listed(
            [_("in {share} {cause}", share=_percent(each), cause=cause) for cause, each in causes]
        )
    return _("In {total} of draws it has no place: {why}.", total=total, why=why)


def _percent(share: float) -> str:
    """A share of draws; not quite all is not all."""
    if 0.995 <= share < 1:
        return _("over {share}", share=f"99{words.THIN}%")
    return f"{words.rate(100 * share)}{words.THIN}%"


def _areas(vision: Vision, at: str) -> str:
    """Each area with its word, and the aspects it rests on, each a link to its page."""
    facts = vision.facts.rows
    here = facts[facts["territory_id"] == at].set_index("aspect_id")
    lines = []
    for area in vision.choice.areas:
        state = str(vision.matrix.loc[at, area])
        lines.append(f"- {SIGNS[state]} **{_(AREAS[area])}**: {NAMES[state]}")
        aspects = [each for each in vision.choice.aspects if each.area == area]
        known = [each for each in aspects if _is_known(here, each)]
        lines += [f"    - {_figure(vision, here, each, at)}" for each in known]
        if state == UNKNOWN or len(known) < len(aspects):
            silent = len(aspects) - len(known)
            unknown = n_("unknown: {count} aspect", "unknown: {count} aspects",
                         silent, count=words.counted(silent))  # fmt: skip
            lines.append(f"    - {unknown}")
    return "\n".join(lines)


def _is_known(here: pd.DataFrame, aspect: Aspect) -> bool:
    if aspect.aspect_id not in here.index:
        return False
    return bool(here.loc[aspect.aspect_id, ["lower", "upper"]].notna().any())


def _figure(vision: Vision, here: pd.DataFrame, aspect: Aspect, at: str) -> str:
    """A figure in words: value or interval, unit, period."""
    row = here.loc[[aspect.aspect_id]].iloc[0]
    link = address.link(address_of(aspect, at, vision.choice.where.level).removeprefix("/"))
    period = f", {words.day(str(row['period']))}" if row["period"] else ""
    return f"[{_(aspect.label)}]({link}): {amount(row)} {_(aspect.unit)}{period}"


def amount(row: pd.Series) -> str:
    """A value, an interval, or one end of it."""
    lower, upper = row["lower"], row["upper"]
    if pd.isna(upper):
        return _("at least {count}", count=words.rate(float(lower)))
    if pd.isna(lower):
        return _("at most {count}", count=words.rate(float(upper)))
    low, high = (_shown(float(each)) for each in (lower, upper))
    return low if low == high else f"{low}-{high}"


def _shown(value: float) -> str:
    return words.short(value) if value >= 1000 else words.rate(value)
