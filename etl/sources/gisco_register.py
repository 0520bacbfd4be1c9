"""What the readers of GISCO's registers of basic services share: coordinates and their quality."""

QUALITY_NOTE = {
    "-1": "quality of the coordinates not stated",
    "2": "coordinates of medium quality",
    "3": "coordinates of low quality",
}


def degrees(text: str, limit: float) -> float:
    """A coordinate to 5 decimals (a metre); ValueError when it is none.

    >>> degrees("16.222628", 180)
    16.22263
    """
    value = float(text)
    if not -limit <= value <= limit:
        raise ValueError(f"{text} is not between -{limit} and {limit} degrees")
    return round(value, 5)
