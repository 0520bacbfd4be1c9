"""The funnel as bars: certain, perhaps, unknown; drawn in markup, so that unknown is hatched.

Only digits and words of ours go into the markup.
"""

from html import escape

import pandas as pd
import streamlit as st

from analysis.funnel import PEOPLE, STEPS, UNKNOWN
from ui import words
from ui.language import _, later
from ui.palette import Palette
from ui.protection.step_words import STEP_LABELS
from ui.protection.words import count

HOW_TO_READ = later(
    "Each bar is the people who get as far as a step: solid is certain, pale is possible, hatched "
    "is unknown because the step is not published."
)


def funnel(steps: pd.DataFrame, palette: Palette, watermark: str) -> None:
    """One funnel, widest at its first step; `steps` is indexed by step."""
    if steps["upper"][PEOPLE] == 0:
        # Rounded counts: a funnel of 0 to 2 people is none that could be drawn.
        return
    whole = float(steps["upper"].max())
    if not words.is_known(whole) or whole <= 0:
        whole = max(float(steps["lower"].max()) * 2, 1.0)
    rows = "".join(_row(step, steps.loc[[step]].iloc[0], whole, palette) for step in STEPS)
    quiet = f"margin:0;color:{palette.quiet_text}"
    mark = f"<p style='{quiet}'>{_(watermark)}</p>" if watermark else ""
    spoken = "; ".join(f"{STEP_LABELS[step]}: {_said(steps.loc[[step]].iloc[0])}" for step in STEPS)
    label = escape(_("Funnel. {steps}", steps=spoken))
    st.html(f"<div role='img' aria-label='{label}' style='width:100%'>{mark}{rows}</div>")
    st.caption(_(HOW_TO_READ))


def _said(row: pd.Series) -> str:
    return count(float(row["lower"]), float(row["upper"]), str(row["state"]))


def _row(step: str, row: pd.Series, whole: float, palette: Palette) -> str:
    """A step's name and count, and its bar below."""
    lower, upper = float(row["lower"]), float(row["upper"])
    high = upper if words.is_known(upper) else whole
    solid = 100 * min(lower, whole) / whole
    perhaps = 100 * max(min(high, whole) - min(lower, whole), 0) / whole
    hatch = f"repeating-linear-gradient(135deg,{palette.unknown} 0 3px,{palette.hatch} 3px 4.5px)"
    fill = hatch if row["state"] == UNKNOWN else f"{palette.bar}55"
    return (
        "<div style='margin:0 0 9px 0'>"
        "<div style='display:flex;justify-content:space-between;gap:12px;font-size:14px;"
        f"line-height:1.35;color:{palette.text}'><span>{STEP_LABELS[step]}</span>"
        "<span style='font-variant-numeric:tabular-nums;text-align:right'>"
        f"{_said(row)}</span></div>"
        f"<div style='display:flex;height:11px;background:{palette.quiet_text}1c'>"
        f"<i style='width:{solid:.2f}%;background:{palette.bar}'></i>"
        f"<i style='width:{perhaps:.2f}%;background:{fill}'></i></div></div>"
    )
