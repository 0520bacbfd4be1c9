"""Names, notes, keys and sources that would lead to a protected place or give a count back."""

import re

import pandas as pd

from analysis.disclosure import SENSITIVE, rounded

PROTECTED_NAME = "protected place"
_WORDS = re.compile(
    r"unaccompanied|(?<![a-z])(?:uam|uasc|msna)(?![a-z])|minori stranieri|tortur|traffick|"
    r"women.at.risk|special.needs|disab|handicap",
    re.I,
)
_PEOPLE = re.compile(r"person|applicant|patient|child|minor|client|special.needs", re.I)
_ONE_PLACE = re.compile(r"single site|one municipality|old list|undated|two centres|no reference")
_SITE = re.compile(r"https?://[^/?#]+")
_NUMBER = re.compile(r"\d[\d., \u202f]*")
_COARSE = re.compile(r"(?<![a-z0-9])(?:nuts3|nuts2|country)(?![a-z0-9])")


def places(rows: pd.DataFrame, module: str) -> pd.DataFrame:
    """Facilities: protected ones lose name, note, key, source and dates; people are rounded.

    People are rounded in every centre of a country that has a protected one, or a country's
    published total less its open centres would be the protected one's.
    """
    found = rows.copy()
    here = is_protected(found)
    found.loc[here, "name"] = PROTECTED_NAME
    found.loc[here, "note"] = "name and place withheld to protect those who live or come here"
    found.loc[here, ["opened", "closed", "languages", "source_line"]] = None
    found.loc[here, "source_file"] = "withheld"
    if module:
        found.loc[here, "source_id"] = module
    occupied = found["occupied"].astype(float)
    found["occupied"] = occupied.mask(blurred(found), rounded(occupied)).astype("Int64")
    names = new_keys(found, module)
    return found.assign(facility_id=[names.get(str(key), key) for key in found["facility_id"]])


def new_keys(rows: pd.DataFrame, module: str) -> dict[str, str]:
    """Keys of protected facilities that say nothing: numbered by where they may be shown."""
    protected = rows[is_protected(rows)].sort_values(["country", "lon", "lat", "service"])
    return {
        str(key): f"{module or 'own'}_protected_{i:05}"
        for i, key in enumerate(protected["facility_id"], start=1)
    }


def is_protected(rows: pd.DataFrame) -> pd.Series:
    """Which facilities may not be shown where they stand."""
    return rows["publish_level"] != "point"


def blurred(rows: pd.DataFrame) -> pd.Series:
    """Which facilities' people are rounded."""
    reception = rows["kind"] == "reception"
    near = rows["country"].isin(rows.loc[is_protected(rows) & reception, "country"])
    sensitive = rows["groups"].map(
        lambda groups: isinstance(groups, str) and bool(set(groups.split()) & SENSITIVE)
    )
    dedicated = rows["groups"].map(
        lambda groups: isinstance(groups, str) and set(groups.split()) <= SENSITIVE
    )
    return is_protected(rows) | (near & reception) | (sensitive & dedicated)


def kept_out(rows: pd.DataFrame, module: str) -> pd.DataFrame:
    """Figures kept out of maps: counts rounded, places that are no whole territory not named."""
    found = rows.copy()
    said = found[["group_name", "measure"]].fillna("").agg(" ".join, axis=1)
    sensitive = found["group_name"].isin(SENSITIVE) | said.str.contains(_WORDS)
    people = (found["unit"].fillna("") + " " + found["measure"].fillna("")).str.contains(_PEOPLE)
    counts = sensitive & people & (found["unit"] != "percent")
    numbers = pd.to_numeric(found["value"].where(counts), errors="coerce")
    found["value"] = found["value"].mask(
        numbers.notna(), rounded(numbers).map(lambda value: f"{value:.0f}")
    )
    single = sensitive & found["reason"].str.contains(_ONE_PLACE)
    found["territory_name"] = found["territory_name"].mask(
        single, "a place in " + found["territory_id"].fillna("an unnamed region")
    )
    plain = found["territory_name"].str.replace(r"\s*\(.*\)", "", regex=True)
    found["territory_name"] = found["territory_name"].mask(sensitive & ~single, plain)
    kept = found["note"].mask(single, None)
    found["note"] = kept.mask(counts & kept.notna(), kept.map(without_numbers))
    if module:
        found["source_id"] = found["source_id"].mask(single, module)
    return found


def sources(rows: pd.DataFrame, told: dict[str, set[int]], used: set[str]) -> pd.DataFrame:
    """Sources: pages nothing cites any more are left out, titles do not tell a true count.

    `told` gives, by source, the counts that were rounded; `used` the sources still cited.
    """
    found = rows[(rows["source_id"] == rows["module"]) | rows["source_id"].isin(used)].copy()
    for index, row in found.iterrows():
        counts = told.get(str(row["source_id"]), set())
        for column in ("title", "attribution"):
            found.loc[index, column] = without_numbers(row[column], counts) or ""
        url = row["url"]
        if isinstance(url, str) and counts & {int(n) for n in re.findall(r"\d+", url)}:
            site = _SITE.match(url)
            found.loc[index, "url"] = site[0] if site else None
    return found


def rejected(lines: list[dict[str, object]]) -> list[dict[str, object]]:
    """Refused lines as they may be kept: without their numbers where they count such people.

    >>> line = {"file": "regions.csv", "raw": "ES61;unaccompanied children;17", "reason": "17?"}
    >>> rejected([line])[0]["raw"], rejected([line])[0]["reason"]
    ('ES··;unaccompanied children;··', '··?')
    """
    return [_refused(line) for line in lines]


def _refused(line: dict[str, object]) -> dict[str, object]:
    """One refused line, with what may not be known taken out."""
    if _COARSE.search(str(line["raw"])):
        return line | {"raw": "withheld: a protected place", "reason": "cannot be loaded"}
    if _WORDS.search(f"{line['raw']} {line['file']}".replace("_", " ")):
        return line | {each: re.sub(r"\d+", "··", str(line[each])) for each in ("raw", "reason")}
    return line


def without_numbers(note: object, only: set[int] | None = None) -> str | None:
    """A text whose numbers are taken out, but for years: they could give a count back.

    With `only`, these numbers and no others.

    >>> without_numbers("line 12 of 2024: 17 boys, 1,234 in all")
    'line … of 2024: … boys, … in all'
    >>> without_numbers("667 children, 2 boats", {667})
    '… children, 2 boats'
    """
    if not isinstance(note, str):
        return None

    def kept(found: re.Match[str]) -> str:
        text = found[0].strip(" .,\u202f")
        number = int(re.sub(r"\D", "", text))
        if only is not None:
            return found[0].replace(text, "…") if number in only else found[0]
        year = re.fullmatch(r"(19|20)\d\d", text)
        return found[0] if year else found[0].replace(text, "…")

    return _NUMBER.sub(kept, note)
