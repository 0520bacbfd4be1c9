"""The points of the plan on the page: title, where it stands, what cannot be measured."""

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from analysis.plan import PARTS, POINTS, Point
from ui.address import kept
from ui.area import records
from ui.language import Words, _, n_, plural
from ui.plan.known import Facts
from ui.plan.share import Standing, some
from ui.plan.standing import standing
from ui.store import ask
from ui.words import is_known, number

_HALF = 0.5
# What a bar says, by what is counted.
_BARS = {
    "country": plural("known for {known} of {count} country",
                      "known for {known} of {count} countries"),
    "region": plural("known for {known} of {count} region",
                     "known for {known} of {count} regions"),
    "type of actor": plural("known for {known} of {count} type of actor",
                            "known for {known} of {count} types of actor"),
    "body": plural("known for {known} of {count} body", "known for {known} of {count} bodies"),
    "amount": plural("known for {known} of {count} amount",
                     "known for {known} of {count} amounts"),
    "consultation": plural("known for {known} of {count} consultation",
                           "known for {known} of {count} consultations"),
    "service": plural("known for {known} of {count} service",
                      "known for {known} of {count} services"),
}  # fmt: skip
_SHORT = "country short of places"
_PAGES = Words(
    {
        "gaps": "See the gaps",
        "sources": "See who publishes what",
        "digital": "See Digital",
        "partnership": "See Partnership",
        "sponsorship": "See Sponsorship",
        "funds": "See Funds",
        "protection": "See Protection",
    }
)


def finding(facts: Facts) -> str:
    """How many of the points rest on figures of at least half of what there is to know."""
    found = [standing(point.point_id, facts) for point in POINTS]
    # Of what is on record only, nobody knows how much there is to know.
    shares = [each.share for each in found if not each.on_record]
    enough = sum(share >= _HALF for share in shares)
    return _(
        "**For {enough} of {all} points whose whole is known, at least half of what one would "
        "have to know is known**; for {others} others there is only what is on record. A full bar "
        "means that figures exist, not that all is well.",
        enough=some(enough), all=number(len(shares)), others=number(len(found) - len(shares)),
    )  # fmt: skip


def part(part_id: str, facts: Facts) -> None:
    """One part of the reading: its points, one below the other."""
    st.markdown(f"### {_(PARTS[part_id])}")
    for point in POINTS:
        if point.part == part_id:
            _point(point, standing(point.point_id, facts), facts)


def _point(point: Point, found: Standing, facts: Facts) -> None:
    """A point: what was asked, where it stands, what is measured and what cannot be."""
    with st.container(key=f"point_{point.point_id}"):
        asked, stands, limits = st.columns([1.1, 1.5, 1.5], gap="large")
        with asked:
            st.markdown(f"**{_(point.title)}**")
        with stands:
            _bar(found)
            st.markdown(found.sentence)
            st.caption(records.origin(facts.dataset, found.source_ids, most_named=2))
        with limits:
            st.markdown(f"**{_('Measured here:')}** {_(point.measured)}")
            st.markdown(f"**{_('Cannot be measured today:')}** {_(point.not_measured)}")
            st.page_link(
                f"pages/{point.page}.py",
                label=f":primary[{_PAGES[point.page]}]",
                query_params=kept(dict(point.query)),
            )


def _bar(found: Standing) -> None:
    """A bar of what is known, hatched where it is not; only our own numbers go into it."""
    percent = round(100 * found.share, 1)
    label = escape(bar_label(found))
    st.html(
        f"<div class='gw-share' role='img' aria-label='{label}'>"
        f"<i style='width:{percent}%'></i></div><small>{label}</small>"
    )


def bar_label(found: Standing) -> str:
    """What a bar says: 'known for 15 of 40 countries'."""
    if not found.whole:
        return _("nothing on record")
    known = some(found.known)
    if found.noun == _SHORT:
        return n_(
            "{known} of {count} country short of places with a known scheme",
            "{known} of {count} countries short of places with a known scheme",
            found.whole, known=known,
        )  # fmt: skip
    bar = n_(*_BARS[found.noun], found.whole, known=known)
    return _("{bar} on record", bar=bar) if found.on_record else bar


def table(facts: Facts) -> pd.DataFrame:
    """The page as rows: one per point, with how much is known and from where."""
    sources = records.titles(facts.dataset)
    terms = ask(facts.dataset, "source").set_index("source_id")
    rows = []
    for point in POINTS:
        found = standing(point.point_id, facts)
        rows.append(
            {
                "part": PARTS[point.part], "point": point.title, "measured": point.measured,
                "where_it_stands": found.sentence, "known": found.known, "of": found.whole,
                "what": found.noun, "not_measured": point.not_measured, "page": point.page,
                "sources": "; ".join(sources.get(each, each) for each in found.source_ids),
                "licences": _each(terms["licence"], found.source_ids),
                "retrieved_days": _each(terms["retrieved_on"], found.source_ids),
                "dataset": facts.dataset.watermark or facts.dataset.name,
                "dataset_built": facts.dataset.built.date().isoformat(),
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


def _each(values: pd.Series, source_ids: Sequence[str]) -> str:
    """What sources have, each once; '' where none says."""
    found = values.reindex([each for each in source_ids if each in values.index])
    return "; ".join(dict.fromkeys(str(each) for each in found if is_known(each)))
