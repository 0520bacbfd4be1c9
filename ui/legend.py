"""The legend below a map: classes, and what is unknown, told apart by hatch and by name."""

from html import escape

import streamlit as st

from ui.language import _
from ui.palette import Palette
from ui.picture import Picture


def legend(picture: Picture, palette: Palette) -> None:
    """Swatches with their names; names go into the markup as text."""
    colours = palette.colours(len(picture.classes), picture.scale)
    items = [_swatch(fill, name) for fill, name in zip(colours, picture.classes, strict=True)]
    hatch = f"repeating-linear-gradient(135deg,{palette.unknown} 0 3px,{palette.hatch} 3px 4.5px)"
    if picture.cannot_tell:
        dots = f"radial-gradient({palette.dots} 1.1px,{palette.cannot_tell} 1.4px) 0 0/5px 5px"
        items.append(_swatch(dots, picture.cannot_tell))
    items.append(_swatch(hatch, picture.unknown))
    name = escape(_("Legend"), quote=True)
    st.html(f"<div class='gw-legend' role='list' aria-label='{name}'>{''.join(items)}</div>")


def _swatch(fill: str, name: str) -> str:
    return f"<span role='listitem'><i style='background:{fill}'></i>{escape(name)}</span>"
