"""What the note of a transcribed row says about its figure.

The notes were written by the transcribers, who saw the page. They say whether a figure is its
territory's whole, whether it is rounded, a lower end or a sum, and what to doubt.
"""

import re
from datetime import date

from etl.sources.transcribed_mapping import COMMITTED, FIRST_STAGE, SITE, TARGET, Figure, Record

_PARTIAL = "a sub-total, not the whole territory"
_ONE_KIND = "one kind of place only, not all reception"
_FLOW = "a flow or a cumulative count, not a stock"
_CARE = "people counted by status or hosted privately, not in reception"
_MIXED = "groups counted together that are counted apart elsewhere"
_DEFINITIONS = "definitions differ between the regions of the set"
_LATER = "superseded by a later decision"
_NO_PERIOD = "no reference period"
_AGGREGATE = "an aggregate of countries"
_OLD_CODE = "county of NUTS 2016, before the mergers"
_NOT_NUTS = "code is not in NUTS 2021 or 2024"

# Remarks in a row's note that keep it out, the first that fits; read with every note in hand.
# Case matters: MUNICIPAL marks a row of a municipality, "municipal reception" is a country's.
_REMARKS: tuple[tuple[str, str], ...] = (
    (_OLD_CODE, r"NUTS 2016"),
    (SITE, r"MUNICIPAL|LOCAL AUTHORITY|island facilit|STATE-OWNED|ANKER"),
    (SITE, r"county figure"),
    (_PARTIAL, r"PARTIAL(?! SET)|excl\. Corsica"),
    (COMMITTED, r"PLANNED|agreement for two years|counted towards the task"),
    (COMMITTED, r"offered by the municipalities"),
    (FIRST_STAGE, r"state facilities|state accommodation|\(Land\) facilities|Länder on the page"),
    (FIRST_STAGE, r"federal \(BBU\) facilities only|FEDERAL asylum|federal centres (only|\(36)"),
    (_ONE_KIND, r"SUBSET|MAINLAND|ESTIA|CADA places only|long-term places only"),
    (_ONE_KIND, r"EMERGENCY beds|emergency places|mobile camps|hotel scheme|collective centres"),
    (_ONE_KIND, r"contracted"),
    (_FLOW, r"FLOW|flow, not stock|cumulative|so far|part of the 22,370"),
    (_CARE, r"cantonal asylum system|all refugees in|in the care of the canton"),
    (_CARE, r"accommodated people from Ukraine|accommodation need|hosts who claim|private homes"),
    (_MIXED, r"applicants and beneficiaries|about 30,000 from Ukraine|adjusted settlement request"),
    (_DEFINITIONS, r"definitions differ between Länder, do not sum"),
    (_LATER, r"superseded in June"),
    (_NO_PERIOD, r"undated"),
)
# Sweden raised 2,800 to 18,800 in June 2024 to take in people with temporary protection.
_MIXED_ROW = {("refugee_settlement_assignments_lanstal", "SE", "2024")}
# "Dublin (city and county)" is the region IE061; other counties are parts of theirs.
_COUNTY_IS_REGION = {("IE061", "Dublin (city and county)")}
# What to know besides the note: words in the measure's name or the note, and what they mean.
_ADDED_NOTES = (
    (
        r"basic care persons|persons in basic care|seekers in basic care",
        "people in basic care (Grundversorgung), in organised or private housing",
    ),
    (r"basic care quota", "persons in basic care, not places"),
    (r"IPAS residents", "residents of IPAS accommodation, some of whom have a status already"),
    (r"refugee settlement", "persons to be settled in municipalities in the year, not places"),
)
# The transcribers' marks, as words of a sentence; the address is the source's, not the note's.
_MARKERS = re.compile(r"\b(?:ROUNDED|COMPUTED|DERIVED|NATIONAL|PARTIAL|SET|MISMATCH|TOTAL)\b")
_ADDRESS = re.compile(r";? ?(?:official: )?https?://\S+")
# Of a country and year; Migrationsverket, 3 July 2024.
_ADDED_NOTE_OF = {
    ("SE", "2025"): "with people under temporary protection who have registered as residents"
}
# The note of a whole set doubts one of its rows only.
_DOUBTED_ROW = ("NL12", "Friesland 3,744 is probably a typo")
_MORE_THAN = re.compile(r"\b(?:more than|at least|over) (\d[\d,]*)( thousand)?", re.IGNORECASE)


def why_left_out(record: Record, figure: Figure) -> str | None:
    """Why a row that is a figure is still not its territory's value; None where it is."""
    code = record["territory_code"]
    if code in ("EU", "OECD"):
        return _AGGREGATE
    if not re.fullmatch(r"[A-Z]{2}[0-9A-Z]{0,3}", code):
        return _NOT_NUTS
    if record.get("city"):
        return SITE
    if (record["measure"], code, record["period"]) in _MIXED_ROW:
        return _MIXED
    whole_county = (code, record["territory_name"]) in _COUNTY_IS_REGION
    for why, remark in _REMARKS:
        if re.search(remark, record["note"]) and not (whole_county and remark == "county figure"):
            return why
    return None if period_of(record["period"], figure) else _NO_PERIOD


def period_of(text: str, figure: Figure) -> str | None:
    """The period as ISO 8601 year, month or day; None for a range or anything else.

    "(target)" after a date is taken off, and is only right with a target.
    """
    found = re.fullmatch(r"(\d{4}(?:-\d{2}){0,2})( \(target\))?", text)
    if found is None or (found[2] and figure.measure_id != TARGET):
        return None
    try:
        date.fromisoformat(found[1] + "-01-01"[len(found[1]) - 4 :])
    except ValueError:
        return None
    return found[1]


def value_of(record: Record) -> tuple[float | None, float | None]:
    """Value and lower end: "more than" a number gives the lower end only."""
    number = float(record["value"])
    note = record["note"]
    stated = [
        float(printed.replace(",", "")) * (1000 if thousand else 1)
        for printed, thousand in _MORE_THAN.findall(note)
    ]
    more = number in stated or (not stated and re.search(r"\bat least\b", note) is not None)
    return (None, number) if more else (number, None)


def status_of(record: Record, value: float | None) -> tuple[str, str]:
    """Observation status and evidence, from what the note says about the figure."""
    note, (code, doubt) = record["note"], _DOUBTED_ROW
    doubted = "MISMATCH" in note or (record["territory_code"] == code and doubt in note)
    summed = re.search(r"\bderived\b|\bcomputed\b|\bsum of\b", note, re.IGNORECASE) is not None
    evidence = "estimated" if summed else "published"
    if value is None or doubted:
        return "U", evidence
    return "E" if summed else "A", evidence


def note_of(record: Record) -> str | None:
    """The row's note, after what else there is to know."""
    text = record["measure"].replace("_", " ") + " " + record["note"]
    added = [meaning for words, meaning in _ADDED_NOTES if re.search(words, text)]
    more = _ADDED_NOTE_OF.get((record["territory_code"][:2], record["period"]), "")
    own = _MARKERS.sub(lambda word: word[0].lower(), _ADDRESS.sub("", record["note"]))
    return "; ".join(part for part in (*added, more, own) if part) or None
