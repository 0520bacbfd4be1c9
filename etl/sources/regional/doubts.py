"""Why a row that is a figure is still not its territory's value."""

import re

from etl.sources.regional.reasons import LATER, MIXED, SITE
from etl.sources.transcribed_mapping import Record
from etl.sources.transcribed_rows import AGGREGATE, NOT_NUTS, Aside

NO_PERIOD = Aside("no reference period")
_PARTIAL = Aside("a sub-total, not the whole territory")

_COUNTY = r"county figure"
# Remarks in a row's note that keep it out, the first that fits; read with every note in hand.
_REMARKS: tuple[tuple[Aside, str], ...] = (
    (SITE, r"MUNICIPAL|LOCAL AUTHORITY|island facilit|STATE-OWNED"),
    (SITE, _COUNTY),
    (_PARTIAL, r"PARTIAL(?! SET)|excl\. Corsica"),
    (LATER, r"superseded in June"),
    (NO_PERIOD, r"page undated"),
)
# Sweden raised 2,800 to 18,800 in June 2024 to take in people with temporary protection.
_MIXED = {("refugee_settlement_assignments_lanstal", "SE", "2024")}
# "Dublin (city and county)" is the region IE061; other counties are parts of theirs.
_COUNTY_IS_REGION = {("IE061", "Dublin (city and county)")}


def why_set_aside(record: Record) -> Aside | None:
    """Why a row is not its territory's value, its period apart; None where it is."""
    doubt = _of_place(record) or _of_note(record)
    if doubt is None and (record["measure"], record["territory_code"], record["period"]) in _MIXED:
        return MIXED
    return doubt


def _of_place(record: Record) -> Aside | None:
    """Why the row's code is not the place it counts."""
    code = record["territory_code"]
    if code in ("EU", "OECD"):
        return AGGREGATE
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]{0,3}", code):
        return NOT_NUTS
    return SITE if record.get("city") else None


def _of_note(record: Record) -> Aside | None:
    """Why the row's note keeps it out."""
    whole_county = (record["territory_code"], record["territory_name"]) in _COUNTY_IS_REGION
    for why, remark in _REMARKS:
        if re.search(remark, record["note"]) and not (whole_county and remark == _COUNTY):
            return why
    return None
