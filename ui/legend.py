"""The legend below a map: classes, and what is unknown, told apart by hatch and by name."""

import streamlit as st

from analysis.classes import labels
from ui.palette import Palette
from ui.view import View


def legend(view: View, palette: Palette) -> None:
    """Swatches with their names; only constants of ours go into the markup."""
    indicator = view.choice.indicator
    unit = "%" if indicator.is_share else ""
    names = labels(indicator.breaks, unit)
    colours = palette.scale(len(names))
    items = [_swatch(colour, name) for colour, name in zip(colours, names, strict=True)]
    hatch = f"repeating-linear-gradient(135deg,{palette.unknown} 0 3px,{palette.hatch} 3px 4.5px)"
    items.append(_swatch(hatch, f"unknown: {indicator.unknown_means.lower()}"))
    st.html(f"<div class='gw-legend' role='list' aria-label='Legend'>{''.join(items)}</div>")


def _swatch(fill: str, name: str) -> str:
    return f"<span role='listitem'><i style='background:{fill}'></i>{name}</span>"
