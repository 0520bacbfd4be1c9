"""The Handbook's checks: how much is known, what says the same, what in fact decides."""

import pandas as pd
import streamlit as st

from analysis.index import checks
from ui import words
from ui.aspects import AREAS, BY_ID
from ui.language import _
from ui.language.numbers import with_point
from ui.language.tables import dataframe
from ui.vision.seen import Vision

_NUMBER = st.column_config.NumberColumn


def panel(vision: Vision) -> None:
    """Coverage and importance by aspect, and pairs that say the same or the contrary."""
    if vision.dataset.watermark:
        st.caption(_(vision.dataset.watermark))
    st.markdown(_coverage(vision))
    table = _aspects(vision)
    dataframe(
        table,
        hide_index=True,
        placeholder=_("unknown"),
        height=420 if len(table) > 11 else "content",
        column_config={
            "label": st.column_config.TextColumn(_("Aspect"), width="large"),
            "area": _("Area"),
            "known": _NUMBER(_("Known for"), format="localized"),
            "share": _NUMBER(_("of territories, %"), format="%.0f"),
            "ratio": _NUMBER(
                _("Decides, %"),
                format="%.0f",
                help=_(
                    "Share of the variance of median places that goes with the aspect by itself "
                    "(correlation ratio). Seldom its weight."
                ),
            ),
        },
    )
    st.markdown(_pairs(vision))


def _coverage(vision: Vision) -> str:
    """How many aspects anybody has, and how much of the whole table is filled."""
    found = checks.coverage(vision.facts.table)
    silent = int((found["known"] == 0).sum())
    share = f"{words.rate(100 * float(found['share'].mean()))}{words.THIN}%"
    said = [_("**{share} of the table of territories and aspects is known.**", share=share)]
    if silent:
        said.append(
            _(
                "{silent} of {all} aspects are known of nobody and play no part in ranks.",
                silent=words.number(silent), all=words.number(len(found)),
            )
        )  # fmt: skip
    return " ".join(said)


def _aspects(vision: Vision) -> pd.DataFrame:
    found = checks.coverage(vision.facts.table)
    if vision.ranking is not None:
        ranking = vision.ranking
        # A better place is a lower number.
        decides = checks.importance(ranking.table, -ranking.summary["median"].to_numpy(float))
        found = found.join(decides)
    found = found.reindex(columns=["area", "known", "share", "ratio"])
    return found.assign(
        label=[_(BY_ID[str(each)].label) for each in found.index],
        area=[_(AREAS[str(each)]) for each in found["area"]],
        share=100 * found["share"],
        ratio=100 * found["ratio"].astype(float),
    )[["label", "area", "known", "share", "ratio"]]


def _pairs(vision: Vision) -> str:
    """Pairs of aspects that say the same, or the contrary, in words."""
    found = checks.correlations(vision.facts.table)
    counted = found["correlation"].notna().sum()
    if not counted:
        return _(
            "No two aspects are known of ten territories together: whether they say the same "
            "cannot be checked."
        )
    said = [
        _(
            "Of {all} pairs of aspects {counted} can be held together (ten territories or more "
            "have both).",
            all=words.number(len(found)), counted=words.number(counted),
        )
    ]  # fmt: skip
    for says, lead in (
        ("the same", _("Say the same, so that it counts twice (rank correlation of 0.9 or more)")),
        ("the contrary", _("Contradict each other, so that they cancel out (-0.4 or less)")),
    ):
        lines = _lines(found[found["says"] == says])
        said.append(words.labelled(lead, "" if lines else _("none.")))
        said.append("\n".join(lines))
    return "\n\n".join(each for each in said if each)


def _lines(pairs: pd.DataFrame) -> list[str]:
    """Pairs of aspects with their correlation, one each."""
    return [
        _(
            "- {one} and {other} ({correlation})",
            one=_(BY_ID[one].label), other=_(BY_ID[other].label),
            correlation=with_point(f"{value:.2f}".replace("-0.", "−0.")),
        )
        for one, other, value in pairs[["one", "other", "correlation"]].itertuples(
            index=False, name=None
        )
    ]  # fmt: skip
