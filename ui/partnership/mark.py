"""What every chart of the demonstration says of itself."""

from ui.language import _
from ui.palette import Palette


def title(watermark: str, palette: Palette) -> dict[str, object]:
    """A chart's title: the watermark, or nothing where figures are published."""
    return {
        "text": _(watermark),
        "anchor": "start",
        "fontSize": 12,
        "fontWeight": "normal",
        "color": palette.selected,
    }
