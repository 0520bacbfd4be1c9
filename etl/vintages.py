"""Vintages of NUTS: which of them has a code, and where a code that ended has gone.

Publishers mix vintages in one file: Eurostat gives the codes of NUTS 2021 beside those that
ended with NUTS 2016. A row gets the latest vintage, up to that of its file, that has its code.
Codes of NUTS 2013 and 2016 follow from those of NUTS 2021 and the table of changes.
"""

from collections.abc import Mapping

import pandas as pd

from etl.codes import NUTS_VERSION
from etl.validate import Fault, unknown_codes

Codes = Mapping[str, frozenset[str]]
_VERSIONS = sorted(NUTS_VERSION)
_DISPLAY = _VERSIONS[-1]
# Countries that NUTS writes otherwise than ISO 3166-1.
_ISO = {"GR": "EL", "GB": "UK"}
_COUNTRY = 2
_PAIR = ["old_version", "old_code", "new_code"]


def codes_by_version(territories: pd.DataFrame, changes: pd.DataFrame) -> dict[str, frozenset[str]]:
    """The codes of each version; a country's code is in all of them.

    `territories` is table `territory` with the two latest versions, `changes` is table
    `nuts_change`. The display geography counts as the latest version: the United Kingdom is in
    it with its old codes.
    """
    latest, before, *older = reversed(_VERSIONS)
    is_old = territories["version"] == before
    found = {
        latest: set(territories.loc[~is_old | territories["shown"].eq(True), "territory_id"]),
        before: set(territories.loc[is_old, "territory_id"]),
    }
    for version in older:
        step = changes[changes["old_version"] == version]
        begun = set(step.loc[step["new_version"] == before, "new_code"])
        found[version] = (found[before] - begun) | set(step["old_code"])
        before = version
    countries = {code for codes in found.values() for code in codes if len(code) == _COUNTRY}
    return {version: frozenset(codes | countries) for version, codes in found.items()}


def vintages(code: str, known: Codes) -> list[str]:
    """The versions that have a code, oldest first.

    >>> vintages("HU10", {"2016": frozenset({"HU11"}), "2013": frozenset({"HU10"})})
    ['2013']
    """
    return [version for version in sorted(known) if code in known[version]]


def version_of_file(codes: pd.Series, claimed: str, known: Codes) -> str:
    """The version a file is in: a later one than claimed if some of its codes began with it.

    >>> known = {"2021": frozenset({"PT", "PT170"}), "2024": frozenset({"PT", "PT1A0"})}
    >>> version_of_file(pd.Series(["PT", "PT1A0"]), "2021", known)
    '2024'
    >>> version_of_file(pd.Series(["PT", "PT170", "PT999"]), "2021", known)
    '2021'
    """
    version, met = claimed, set(known[claimed])
    for later in sorted(v for v in known if v > claimed):
        if codes.isin(known[later] - met).any():
            version = later
        met |= known[later]
    return version


def settle(codes: pd.Series, file_version: pd.Series, known: Codes) -> pd.Series:
    """The vintage of each row: the latest, up to its file's, that has its code.

    Where none has it the file's version stays, and `faults` names the row.
    """
    settled = file_version.copy()
    for claimed in file_version.dropna().unique():
        rest = codes[file_version == claimed]
        for version in reversed([v for v in _VERSIONS if v <= str(claimed) and v in known]):
            has = rest.isin(known[version])
            settled.loc[rest.index[has]] = version
            rest = rest[~has]
    return settled


def faults(codes: pd.Series, versions: pd.Series, known: Codes) -> list[Fault]:
    """Rows whose code is not in their version, each with what it may have meant."""
    found: list[Fault] = []
    for version, group in codes.groupby(versions):
        allowed = known[str(version)]
        strange = group[group.notna() & ~group.isin(allowed)]
        reasons = unknown_codes(strange, allowed)
        for code, (index, column, reason) in zip(strange, reasons, strict=True):
            found.append((index, column, _hint(str(code), str(version), known) or reason))
    return found


def _hint(code: str, version: str, known: Codes) -> str | None:
    """What a code is that the version does not have, where that can be told."""
    spelled = _ISO.get(code[:_COUNTRY], code[:_COUNTRY]) + code[_COUNTRY:]
    if spelled != code and spelled in known[version]:
        return f"{code!r} begins with an ISO country code; in NUTS it is {spelled!r}"
    if later := vintages(code, known):
        return f"{code!r} is a code of NUTS {later[-1]}, the file's are of NUTS {version}"
    return None


def crosswalk(changes: pd.DataFrame) -> pd.DataFrame:
    """Where each code that ended is in the display geography, through all vintages since.

    Shape: one row per `old_code` (with the version it ended with, `old_version`) and `new_code`;
    `parts` is how many codes of that version the new one is made of. What the old code gives the
    new one is an interval of 0 to 1, so that the parts of a figure add up to it when each is the
    difference of two rounded ends: `share_from` to `share_to` of its residents, `area_from` to
    `area_to` of its area; missing where a share is not known.
    """
    shares = {"share": pd.Series(dtype=float), "area_share": pd.Series(dtype=float)}
    done = pd.DataFrame({**{name: pd.Series(dtype=object) for name in _PAIR}, **shares})
    for version in reversed(_VERSIONS[:-1]):
        step = changes[changes["old_version"] == version]
        direct = step[step["new_version"] == _DISPLAY]
        by_steps = step[~step["old_code"].isin(direct["old_code"])]
        frames = [done, direct[done.columns], _onward(by_steps, done)]
        some = [frame for frame in frames if not frame.empty]
        done = pd.concat(some, ignore_index=True) if some else done
    done = done.sort_values(_PAIR, ignore_index=True)
    done["parts"] = done.groupby(["old_version", "new_code"])["old_code"].transform("size")
    return _as_intervals(done)


def _onward(step: pd.DataFrame, done: pd.DataFrame) -> pd.DataFrame:
    """The lines of one version, followed to where their new codes have gone since."""
    since = done.rename(columns={"old_code": "via", "new_code": "final"})
    since = since.rename(columns={"share": "then", "area_share": "area_then"})
    path = step.merge(
        since.drop(columns="old_version"), left_on="new_code", right_on="via", how="left"
    )
    ended = path["via"].notna()
    path["new_code"] = path["final"].where(ended, path["new_code"])
    path["share"] *= path["then"].where(ended, 1.0).astype(float)
    path["area_share"] *= path["area_then"].where(ended, 1.0).astype(float)
    ends = path.groupby(_PAIR)[["share", "area_share"]]
    # A sum with an unknown part is unknown: pandas would leave the part out.
    return ends.sum().where(ends.count().eq(ends.size(), axis=0)).reset_index()


def _as_intervals(rows: pd.DataFrame) -> pd.DataFrame:
    """Shares as intervals, in the order of the new codes; the last one ends at exactly 1."""
    ended = rows.groupby(["old_version", "old_code"])
    last = ~rows.duplicated(["old_version", "old_code"], keep="last")
    for share, stem in (("share", "share"), ("area_share", "area")):
        known = ended[share].transform("count") == ended[share].transform("size")
        upto = ended[share].cumsum().mask(last, 1.0).where(known)
        rows[f"{stem}_from"] = upto.groupby(rows["old_code"]).shift(fill_value=0.0).where(known)
        rows[f"{stem}_to"] = upto
    return rows.drop(columns=["share", "area_share"])
