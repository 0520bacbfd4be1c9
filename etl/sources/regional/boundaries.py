"""Rows that are a region of today under an old code, or a named part of one.

Norway's counties of NUTS 2016 became other regions in 2018, 2020 and 2024. Five regions of
NUTS 2024 are to the municipality one such county, or two merged whole: their figures are theirs.
The others gave or took municipalities (Hornindal, Halsa and Rindal in the west, Tjeldsund in
the north, Jevnaker, Lunner, Rømskog, Svelvik, Røyken and Hurum around Oslo): a figure of theirs
is history that no region of today can carry.
"""

from typing import NamedTuple

from etl.sources.transcribed_mapping import Record

# County of NUTS 2016 -> region of NUTS 2024 that it is, or that it was merged into whole.
_COUNTY = {
    "NO011": "NO081",  # Oslo
    "NO034": "NO094",  # Telemark
    "NO041": "NO092",  # Aust-Agder, now Agder
    "NO042": "NO092",  # Vest-Agder, now Agder
    "NO043": "NO0A1",  # Rogaland
    "NO073": "NO073",  # Finnmark
}
_OLD_COUNTY = "NUTS 2016"
# France's key counts the metropolis of Lyon and the rest of the Rhône apart.
_TWO_PARTS = "add the two rows"


class Whole(NamedTuple):
    """The region a row is of, and how many rows make up its figure."""

    territory_id: str
    parts: int


def whole_of(record: Record) -> Whole | None:
    """The region of today a row is a figure of; None for an old county that is none."""
    code, note = record["territory_code"], record["note"]
    if _OLD_COUNTY in note:
        region = _COUNTY.get(code)
        return Whole(region, list(_COUNTY.values()).count(region)) if region else None
    return Whole(code, 2 if _TWO_PARTS in note else 1)
