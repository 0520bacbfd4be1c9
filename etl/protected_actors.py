"""Organisations that are protected services: counted where they may be, named nowhere."""

import pandas as pd

from etl.protected_places import LENGTH

NAME = "a protected service, not named"
_UNIONS = ("EU27", "OECD")


def withheld(tables: dict[str, pd.DataFrame], module: str) -> dict[str, pd.DataFrame]:
    """The tables with protected organisations without name, note and key; their work coarser.

    An agreement would give one away by its partner, so theirs are left out. The build does the
    same (`etl/sql/core/protected_organisations.sql`) for what came in another way; here it is
    done before anything is written, so that no file holds a name that was deleted later.
    """
    rows = tables.get("organisation")
    if rows is None or "publish_level" not in rows:
        return tables
    here = rows["publish_level"].isin(LENGTH)
    if not here.any():
        return tables
    # In the order of what may be known of them, so that the number tells nothing else.
    known = rows[here].sort_values(["publish_level", "actor", "level"], kind="stable")
    keys = {
        str(old): f"{module}_protected_{i:05}"
        for i, old in enumerate(known["organisation_id"], start=1)
    }
    letters = rows[here].set_index("organisation_id")["publish_level"].map(LENGTH)
    found = dict(tables)
    found["organisation"] = _coarse(rows, keys, letters).assign(name=rows["name"].mask(here, NAME))
    if "activity" in found:
        work = _coarse(found["activity"], keys, letters)
        found["activity"] = work.drop_duplicates(
            ["organisation_id", "service", "territory_id", "period"]
        )
    if "partnership" in found:
        shared = found["partnership"]
        theirs = shared["organisation_id"].isin(keys) | shared["partner_id"].isin(keys)
        found["partnership"] = shared[~theirs]
    return found


def _coarse(rows: pd.DataFrame, keys: dict[str, str], letters: pd.Series) -> pd.DataFrame:
    """Rows of organisations, those of protected ones with another key, coarser, without a note."""
    found = rows.astype({"organisation_id": object, "territory_id": object})
    here = found["organisation_id"].isin(keys)
    cut = [
        code if str(code).startswith(_UNIONS) else str(code)[: int(letters[old])]
        for code, old in zip(
            found.loc[here, "territory_id"], found.loc[here, "organisation_id"], strict=True
        )
    ]
    found.loc[here, "territory_id"] = cut
    for column in ("note", "contracts", "source_line"):
        if column in found:
            found[column] = found[column].astype(object).mask(here, None)
    found["organisation_id"] = found["organisation_id"].map(keys).fillna(found["organisation_id"])
    return found
