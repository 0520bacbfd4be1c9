"""What may not be known of people in sensitive groups never enters a frame that is kept.

Applied to every source's tables as soon as they are read, so that the shipped figures, a built
dataset and every page, file or message made from it hold rounded counts only, and of a protected
place no name and no note. A build's checks refuse what slipped through (`etl/sql/checks`).
"""

import re

import pandas as pd

from analysis.disclosure import SENSITIVE, rounded, steadied
from etl import contract
from etl.measures import BY_ID
from etl.validate import conform

PROTECTED_NAME = "protected place"
ROUNDED = "rounded to 5"
# Counts of people met in them; places, money, tasks and keys are no people.
_COUNTED = frozenset({"need", "use", "context"})
_WORDS = re.compile(
    r"unaccompanied|(?<![a-z])(?:uam|uasc|msna)(?![a-z])|minori stranieri|tortur|traffick|"
    r"women.at.risk",
    re.I,
)
_PEOPLE = re.compile(r"person|applicant|patient|child|minor|client", re.I)
_NUMBER = re.compile(r"\d[\d., \u202f]*")

_ENDS = ["value", "lower", "upper"]

Tables = dict[str, pd.DataFrame]


def is_count_of_people(measure_id: str) -> bool:
    """Whether a measure counts people met, as against places, tasks, money or keys."""
    measure = BY_ID[measure_id]
    return measure.unit == "persons" and measure.kind in _COUNTED


def is_share_of_people(measure_id: str) -> bool:
    """Whether a measure is a share of a total of such people, which would give the count back."""
    measure = BY_ID[measure_id]
    return measure.unit == "percent" and measure.kind in _COUNTED


def protect(tables: Tables) -> Tables:
    """The tables with sensitive counts rounded and protected places without name and note.

    Tables that it changes come back with all of the contract's columns.
    """
    found = dict(tables)
    for name in ("facility", "observation", "facility_observation", "set_aside"):
        if name in found:
            table = contract.BY_NAME[name]
            texts = {column.name: object for column in table.columns if column.type == "VARCHAR"}
            found[name] = conform(table, found[name]).astype(texts)
    if "facility" in found:
        found["facility"] = _places(found["facility"])
    if "observation" in found:
        found["observation"] = _figures(found["observation"])
    if "facility_observation" in found:
        protected = _protected_ids(found.get("facility"))
        found["facility_observation"] = _figures_of_places(found["facility_observation"], protected)
    if "set_aside" in found:
        found["set_aside"] = _kept_out(found["set_aside"])
    return found


def withheld(rejected: list[dict[str, object]]) -> list[dict[str, object]]:
    """Refused lines as they may be kept: without their numbers where they count such people.

    >>> line = {"file": "regions.csv", "raw": "ES61;unaccompanied children;17", "reason": "17?"}
    >>> withheld([line])[0]["raw"], withheld([line])[0]["reason"]
    ('ES··;unaccompanied children;··', '··?')
    """
    return [
        line | {each: re.sub(r"\d+", "··", str(line[each])) for each in ("raw", "reason")}
        if _WORDS.search(f"{line['raw']} {line['file']}")
        else line
        for line in rejected
    ]


def _figures(rows: pd.DataFrame) -> pd.DataFrame:
    """Observations: counts rounded one by one, totals steadied, shares in whole percent."""
    sensitive = rows["group_id"].isin(SENSITIVE)
    counts = sensitive & rows["measure_id"].map(is_count_of_people)
    shares = sensitive & rows["measure_id"].map(is_share_of_people)
    found = _rounded(rows, counts)
    for _, part in found[counts].groupby(["measure_id", "group_id", "period", "source_id"]):
        values = pd.Series(part["value"].to_numpy(), index=part["territory_id"])
        if values.index.is_unique:
            found.loc[part.index, "value"] = steadied(values).to_numpy()
    for column in _ENDS:
        found.loc[shares, column] = found.loc[shares, column].astype(float).round(0)
    notes = found.loc[shares, "note"].map(_without_numbers)
    found.loc[shares, "note"] = _noted(notes, "rounded to whole percent")
    return _around(found, counts)


def _figures_of_places(rows: pd.DataFrame, protected: frozenset[str]) -> pd.DataFrame:
    """Figures of places: people in protected ones, and of sensitive groups anywhere."""
    people = rows["measure_id"].map(is_count_of_people)
    here = rows["facility_id"].isin(protected)
    found = _rounded(rows, people & (here | rows["group_id"].isin(SENSITIVE)))
    shares = here & rows["measure_id"].map(is_share_of_people)
    for column in _ENDS:
        found.loc[shares, column] = (found.loc[shares, column].astype(float) / 10).round(0) * 10
    found.loc[here, "note"] = None
    return found


def _places(rows: pd.DataFrame) -> pd.DataFrame:
    """Facilities: protected ones lose name and note, and people in them are rounded."""
    found = rows.copy()
    here = _is_protected(found)
    found.loc[here, "name"] = PROTECTED_NAME
    found.loc[here, "note"] = "name and place withheld to protect those who live or come here"
    occupied = found["occupied"].astype(float)
    found["occupied"] = occupied.mask(here, rounded(occupied)).astype("Int64")
    return found


def _is_protected(rows: pd.DataFrame) -> pd.Series:
    return rows["publish_level"] != "point"


def _protected_ids(facilities: pd.DataFrame | None) -> frozenset[str]:
    if facilities is None:
        return frozenset()
    return frozenset(facilities.loc[_is_protected(facilities), "facility_id"])


def _kept_out(rows: pd.DataFrame) -> pd.DataFrame:
    """Figures kept out of maps: the same rule, on figures as printed."""
    found = rows.copy()
    said = found[["group_name", "measure"]].fillna("").agg(" ".join, axis=1)
    sensitive = found["group_name"].isin(SENSITIVE) | said.str.contains(_WORDS)
    people = (found["unit"].fillna("") + " " + found["measure"].fillna("")).str.contains(_PEOPLE)
    counts = sensitive & people
    numbers = pd.to_numeric(found["value"].where(counts), errors="coerce")
    found["value"] = found["value"].mask(
        numbers.notna(), rounded(numbers).map(lambda value: f"{value:.0f}")
    )
    single = sensitive & found["reason"].str.contains("single site")
    found["territory_name"] = found["territory_name"].mask(
        single, "a place in " + found["territory_id"].fillna("an unnamed region")
    )
    kept = found["note"].mask(single, None)
    found["note"] = kept.mask(counts & kept.notna(), kept.map(_without_numbers))
    return found


def _rounded(rows: pd.DataFrame, which: pd.Series) -> pd.DataFrame:
    """The rows with the counts of some rounded, and notes that do not give them back."""
    found = rows.copy()
    for column in _ENDS:
        found.loc[which, column] = rounded(found.loc[which, column])
    found.loc[which, "note"] = _noted(found.loc[which, "note"].map(_without_numbers), ROUNDED)
    return found


def _around(rows: pd.DataFrame, which: pd.Series) -> pd.DataFrame:
    """Intervals that hold their value again after it was rounded."""
    value = rows["value"].astype(float)
    rows.loc[which, "lower"] = rows["lower"].astype(float).clip(upper=value)[which]
    rows.loc[which, "upper"] = rows["upper"].astype(float).clip(lower=value)[which]
    return rows


def _noted(notes: pd.Series, words: str) -> pd.Series:
    """Notes that say what was done, and what stands where a number was taken out."""

    def noted(note: object) -> str:
        if not isinstance(note, str) or not note:
            return words
        return f"{note}; {words}" + ("; … is a number withheld" if "…" in note else "")

    return notes.map(noted)


def _without_numbers(note: object) -> str | None:
    """A note whose numbers are taken out, but for years: they could give a count back.

    >>> _without_numbers("line 12 of 2024: 17 boys, 1,234 in all")
    'line … of 2024: … boys, … in all'
    """
    if not isinstance(note, str):
        return None

    def kept(found: re.Match[str]) -> str:
        text = found[0].strip(" .,")
        return found[0] if re.fullmatch(r"(19|20)\d\d", text) else found[0].replace(text, "…")

    return _NUMBER.sub(kept, note)
