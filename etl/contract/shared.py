"""Columns that several tables of the contract have."""

from dataclasses import replace

from etl import codes
from etl.columns import Column, code, count, number, text

LON = number("lon", "longitude, degrees east, ETRS89", -180, 180)
LAT = number("lat", "latitude, degrees north, ETRS89", -90, 90)
TERRITORY_ID = text("territory_id", "NUTS code, or codes joined by + for a joint territory", True)
_MOMENT = r"\d{4}(-Q[1-4]|-\d{2}(-\d{2})?)?"
PERIOD = Column(
    "period",
    "VARCHAR",
    "reference period, ISO 8601: 2024, 2024-Q3, 2024-07, 2024-07-31 or, from/to, 2021/2027",
    required=True,
    pattern=rf"{_MOMENT}(/{_MOMENT})?",
)
PERIOD_IF_KNOWN = replace(
    PERIOD, required=False, about=f"{PERIOD.about}; NULL where its page is undated"
)

# Every fact row says where it is from and how sure it is.
FACT: tuple[Column, ...] = (
    text("source_id", "where the figure is from: key of table source", True),
    code("obs_status", "SDMX observation status", codes.OBS_STATUS, True),
    code("evidence", "what kind of figure it is", codes.EVIDENCE, True),
    text("note", "what to know before using the row"),
    text("source_file", "publisher's file the row was read from", True),
    count("source_line", "line of the publisher's file the row was read from"),
)
