"""What may not be known of people in sensitive groups never enters a frame that is kept.

Applied to every source's tables as soon as they are read, so that the shipped figures, a built
dataset and every page, file or message made from it hold rounded counts only, and of a protected
place neither name nor note, key, source or position. A build's checks refuse what slipped
through (`etl/sql/checks`).
"""

import pandas as pd

from analysis.disclosure import (
    SENSITIVE,
    counts_people,
    is_sensitive,
    rates_people,
    rounded,
    shares_people,
    steadied,
)
from etl import contract, protected_actors, withholding
from etl.measures import BY_ID
from etl.validate import conform
from etl.withholding import without_numbers

ROUNDED = "rounded to 5"
_ENDS = ["value", "lower", "upper"]
_CHANGED = ("facility", "observation", "facility_observation", "set_aside", "source")

Tables = dict[str, pd.DataFrame]


def protect(tables: Tables, module: str = "") -> Tables:
    """The tables of a module with sensitive counts rounded and protected places withheld.

    Tables that it changes come back with all of the contract's columns.
    """
    found = dict(protected_actors.withheld(tables, module or "own"))
    for name in _CHANGED:
        if name in found:
            table = contract.BY_NAME[name]
            texts = {column.name: object for column in table.columns if column.type == "VARCHAR"}
            found[name] = conform(table, found[name]).astype(texts)
    told = _told(found)
    if "observation" in found:
        found["observation"] = _figures(found["observation"])
    if "facility" in found:
        facilities = found["facility"].astype({"opened": object, "closed": object})
        if "facility_observation" in found:
            found["facility_observation"] = _figures_of_places(
                found["facility_observation"], facilities, module
            )
        found["facility"] = withholding.places(facilities, module)
    if "set_aside" in found:
        found["set_aside"] = withholding.kept_out(found["set_aside"], module)
    if "source" in found:
        found["source"] = withholding.sources(found["source"], told, _used(found))
    return found


def is_count_of_people(measure_id: str) -> bool:
    """Whether a measure counts people met, as against places, tasks, money or keys."""
    return counts_people(BY_ID[measure_id].kind, BY_ID[measure_id].unit)


def is_share_of_people(measure_id: str) -> bool:
    """Whether a measure is a share of a total of such people, which would give the count back."""
    return shares_people(BY_ID[measure_id].kind, BY_ID[measure_id].unit)


def is_rate_of_people(measure_id: str) -> bool:
    """Whether a measure is people per residents, whose number is known to the head."""
    return rates_people(BY_ID[measure_id].kind, BY_ID[measure_id].unit)


def _sensitive(rows: pd.DataFrame) -> pd.Series:
    pairs = zip(rows["measure_id"].astype(str), rows["group_id"].astype(str), strict=True)
    return pd.Series([is_sensitive(*each) for each in pairs], index=rows.index, dtype=bool)


def _figures(rows: pd.DataFrame) -> pd.DataFrame:
    """Observations: counts rounded one by one, totals steadied, shares in whole percent."""
    sensitive = _sensitive(rows)
    counts = sensitive & rows["measure_id"].map(is_count_of_people)
    shares = sensitive & rows["measure_id"].map(is_share_of_people)
    rates = sensitive & rows["measure_id"].map(is_rate_of_people)
    found = _rounded(rows, counts)
    for _, part in found[counts].groupby(["measure_id", "group_id", "period", "source_id"]):
        values = pd.Series(part["value"].to_numpy(), index=part["territory_id"])
        if values.index.is_unique:
            found.loc[part.index, "value"] = steadied(values).to_numpy()
    for column in _ENDS:
        found.loc[shares, column] = found.loc[shares, column].astype(float).round(0)
    notes = found.loc[shares, "note"].map(without_numbers)
    found.loc[shares, "note"] = _noted(notes, "rounded to whole percent")
    found.loc[rates, _ENDS] = None
    found.loc[rates, "obs_status"] = "Q"
    found.loc[rates, "note"] = "withheld: a rate would give the count back"
    # Who runs a service for victims, and in which town, stands in notes on services.
    victims = rows["group_id"].astype(str).str.startswith("victims_") & ~counts
    found.loc[victims, "note"] = None
    return _around(found, counts)


def _figures_of_places(rows: pd.DataFrame, places: pd.DataFrame, module: str) -> pd.DataFrame:
    """Figures of places: people in protected ones, those near them, and sensitive ones anywhere."""
    people = rows["measure_id"].map(is_count_of_people)
    here = rows["facility_id"].isin(places.loc[withholding.is_protected(places), "facility_id"])
    blurred = rows["facility_id"].isin(places.loc[withholding.blurred(places), "facility_id"])
    found = _rounded(rows, people & (blurred | rows["group_id"].isin(SENSITIVE)))
    shares = blurred & rows["measure_id"].map(is_share_of_people)
    for column in _ENDS:
        found.loc[shares, column] = (found.loc[shares, column].astype(float) / 10).round(0) * 10
    found.loc[here, "note"] = None
    found.loc[here, "source_line"] = None
    found.loc[here, "source_file"] = "withheld"
    if module:
        found.loc[here, "source_id"] = module
    names = withholding.new_keys(places, module)
    return found.assign(facility_id=found["facility_id"].map(names).fillna(found["facility_id"]))


def _told(tables: Tables) -> dict[str, set[int]]:
    """By source, the true counts that are rounded: a page's title must not tell them."""
    found: dict[str, set[int]] = {}
    rows = tables.get("observation")
    if rows is not None:
        counts = rows[_sensitive(rows) & rows["measure_id"].map(is_count_of_people)]
        known = counts[counts["value"].notna()]
        for source_id, value in zip(known["source_id"], known["value"], strict=True):
            found.setdefault(str(source_id), set()).add(int(value))
    apart = tables.get("set_aside")
    if apart is not None:
        numbers = pd.to_numeric(apart["value"], errors="coerce")
        said = apart["group_name"].isin(SENSITIVE) & numbers.notna()
        for source_id, value in zip(apart["source_id"][said], numbers[said], strict=True):
            found.setdefault(str(source_id), set()).add(int(value))
    return found


def _used(tables: Tables) -> set[str]:
    """Sources that some row still cites."""
    return {
        str(each)
        for name, frame in tables.items()
        if name != "source" and "source_id" in frame
        for each in frame["source_id"].dropna().unique()
    }


def _rounded(rows: pd.DataFrame, which: pd.Series) -> pd.DataFrame:
    """The rows with the counts of some rounded, and notes that do not give them back."""
    found = rows.copy()
    for column in _ENDS:
        found.loc[which, column] = rounded(found.loc[which, column])
    notes = [
        without_numbers(without_numbers(note, {int(value)} if pd.notna(value) else set()))
        for note, value in zip(rows.loc[which, "note"], rows.loc[which, "value"], strict=True)
    ]
    found.loc[which, "note"] = _noted(pd.Series(notes, rows.index[which], dtype=object), ROUNDED)
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
