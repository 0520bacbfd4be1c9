"""The Handbook's checks: how much is known, what says the same, what in fact decides."""

import pandas as pd
import streamlit as st

from analysis.index import checks
from ui import words
from ui.aspects import AREAS, BY_ID
from ui.vision.seen import Vision

_NUMBER = st.column_config.NumberColumn


def panel(vision: Vision) -> None:
    """Coverage and importance by aspect, and pairs that say the same or the contrary."""
    if vision.dataset.watermark:
        st.caption(vision.dataset.watermark)
    st.markdown(_coverage(vision))
    table = _aspects(vision)
    st.dataframe(
        table,
        hide_index=True,
        placeholder="unknown",
        height=420 if len(table) > 11 else "content",
        column_config={
            "label": st.column_config.TextColumn("Aspect", width="large"),
            "area": "Area",
            "known": _NUMBER("Known for", format="localized"),
            "share": _NUMBER("of territories, %", format="%.0f"),
            "ratio": _NUMBER(
                "Decides, %",
                format="%.0f",
                help="Share of the variance of median places that goes with the aspect by itself "
                "(correlation ratio). Seldom its weight.",
            ),
        },
    )
    st.markdown(_pairs(vision))


def _coverage(vision: Vision) -> str:
    """How many aspects anybody has, and how much of the whole table is filled."""
    found = checks.coverage(vision.facts.table)
    silent = int((found["known"] == 0).sum())
    share = f"{words.rate(100 * float(found['share'].mean()))}{words.THIN}%"
    none = (
        f" {words.number(silent)} of {words.number(len(found))} aspects are known of nobody and "
        "play no part in ranks."
        if silent
        else ""
    )
    return f"**{share} of the table of territories and aspects is known.**{none}"


def _aspects(vision: Vision) -> pd.DataFrame:
    found = checks.coverage(vision.facts.table)
    if vision.ranking is not None:
        ranking = vision.ranking
        # A better place is a lower number.
        decides = checks.importance(ranking.table, -ranking.summary["median"].to_numpy(float))
        found = found.join(decides)
    found = found.reindex(columns=["area", "known", "share", "ratio"])
    return found.assign(
        label=[BY_ID[str(each)].label for each in found.index],
        area=found["area"].map(dict(AREAS)),
        share=100 * found["share"],
        ratio=100 * found["ratio"].astype(float),
    )[["label", "area", "known", "share", "ratio"]]


def _pairs(vision: Vision) -> str:
    """Pairs of aspects that say the same, or the contrary, in words."""
    found = checks.correlations(vision.facts.table)
    counted = found["correlation"].notna().sum()
    if not counted:
        return (
            "No two aspects are known of ten territories together: whether they say the same "
            "cannot be checked."
        )
    said = [f"Of {words.number(len(found))} pairs of aspects {words.number(counted)} can be held "
            "together (ten territories or more have both)."]  # fmt: skip
    for says, lead in (
        ("the same", "Say the same, so that it counts twice (rank correlation of 0.9 or more)"),
        ("the contrary", "Contradict each other, so that they cancel out (-0.4 or less)"),
    ):
        pairs = found[found["says"] == says]
        lines = [
            f"- {BY_ID[one].label} and {BY_ID[other].label} ({value:.2f})".replace("-0.", "−0.")
            for one, other, value in pairs[["one", "other", "correlation"]].itertuples(
                index=False, name=None
            )
        ]
        said.append(f"{lead}: {'' if lines else 'none.'}")
        said.append("\n".join(lines))
    return "\n\n".join(each for each in said if each)
