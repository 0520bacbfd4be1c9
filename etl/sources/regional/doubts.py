"""Why a row that is a figure is still not its territory's value."""

import re

from etl.sources.regional.boundaries import whole_of
from etl.sources.regional.reasons import AGGREGATE, LATER, MIXED, SITE
from etl.sources.transcribed_mapping import Meaning, Record
from etl.sources.transcribed_notes import period_of

_PARTIAL = "a sub-total, not the whole territory"
_NO_PERIOD = "no reference period"
_OLD_COUNTY = "county of NUTS 2016 whose border or code is another today"
_NOT_NUTS = "code is not in NUTS 2021 or 2024"

_COUNTY = r"county figure"
# Remarks in a row's note that keep it out, the first that fits; read with every note in hand.
_REMARKS: tuple[tuple[str, str], ...] = (
    (SITE, r"MUNICIPAL|LOCAL AUTHORITY|island facilit|STATE-OWNED"),
    (SITE, _COUNTY),
    (_PARTIAL, r"PARTIAL(?! SET)|excl\. Corsica"),
    (LATER, r"superseded in June"),
    (_NO_PERIOD, r"page undated"),
)
# Sweden raised 2,800 to 18,800 in June 2024 to take in people with temporary protection.
_MIXED = {("refugee_settlement_assignments_lanstal", "SE", "2024")}
# "Dublin (city and county)" is the region IE061; other counties are parts of theirs.
_COUNTY_IS_REGION = {("IE061", "Dublin (city and county)")}


def why_set_aside(record: Record, meaning: Meaning) -> str | None:
    """Why a row is not its territory's value; None where it is."""
    doubt = _of_place(record) or _of_note(record)
    if doubt is None and (record["measure"], record["territory_code"], record["period"]) in _MIXED:
        return MIXED
    return doubt or (None if period_of(record["period"], meaning) else _NO_PERIOD)


def _of_place(record: Record) -> str | None:
    """Why the row's code is not the place it counts."""
    code = record["territory_code"]
    if code in ("EU", "OECD"):
        return AGGREGATE
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]{0,3}", code):
        return _NOT_NUTS
    if record.get("city"):
        return SITE
    return None if whole_of(record) else _OLD_COUNTY


def _of_note(record: Record) -> str | None:
    """Why the row's note keeps it out."""
    whole_county = (record["territory_code"], record["territory_name"]) in _COUNTY_IS_REGION
    for why, remark in _REMARKS:
        if re.search(remark, record["note"]) and not (whole_county and remark == _COUNTY):
            return why
    return None
