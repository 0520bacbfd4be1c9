"""At which level a country's figures can honestly be drawn.

A national figure is never painted over regions as if it were regional: where a measure is
not known at the level somebody asks for, the country is drawn at the level it is known at.
"""

import pandas as pd

# A level stands for a country when its known regions hold at least half the residents.
LEAST_RESIDENTS_SHARE = 0.5


def drawn_levels(figures: pd.DataFrame, territories: pd.DataFrame, level: int) -> pd.Series:
    """The level each country is drawn at, when somebody asks for `level`.

    Shape   : `figures` has `territory_id` and `value` (NaN is unknown); `territories` has
              `territory_id`, `country`, `level`, `residents`, `members` (missing, or the
              codes a joint territory stands for). Result: country -> level.
    Missing : a country with no known figure at `level` or above is drawn at the finest level
              that any country is drawn at, or its own finest where its regions end before.
    Source  : the finest level up to `level` whose known regions hold at least half of the
              country's residents; failing that, the level whose regions hold most.
    """
    known = set(figures.loc[figures["value"].notna(), "territory_id"])
    rows = territories[territories["level"] <= level].copy()
    single = rows["members"].isna()
    # A joint territory is known in place of its members, not besides them.
    joint = rows[~single & rows["territory_id"].isin(known)]
    counted = known - {member for codes in joint["members"] for member in codes.split("+")}
    rows["known_residents"] = (
        rows["residents"].fillna(0).where(rows["territory_id"].isin(counted), 0)
    )
    whole = rows[single].groupby(["country", "level"])["residents"].sum()
    covered = rows.groupby(["country", "level"])["known_residents"].sum()
    any_known = rows[rows["territory_id"].isin(known)].groupby(["country", "level"]).size()
    share = (covered / whole.where(whole > 0)).fillna(0).reindex(whole.index)
    share[share.index.isin(any_known.index) & (share == 0)] = LEAST_RESIDENTS_SHARE / 2
    shares = {str(country): part.droplevel(0) for country, part in share.groupby(level=0)}
    best = {country: _best(part) for country, part in shares.items()}
    # Where nobody knows, at the finest level that anybody does.
    usual = max((found for found in best.values() if found is not None), default=level)
    return pd.Series(
        {
            country: min(usual, _finest(shares[country])) if found is None else found
            for country, found in best.items()
        },
        dtype="int64",
    )


def _best(share: pd.Series) -> int | None:
    """The finest level that is good enough, else the one known best; None if none is known."""
    enough = share[share >= LEAST_RESIDENTS_SHARE]
    if not enough.empty:
        return _finest(enough)
    return int(str(share.idxmax())) if (share > 0).any() else None


def _finest(share: pd.Series) -> int:
    return max(int(str(level)) for level in share.index)


def drawn_territories(figures: pd.DataFrame, territories: pd.DataFrame, level: int) -> pd.DataFrame:
    """The territories to draw: each country at its own level, joint ones for their members.

    A joint territory is drawn when it has a figure; its members are not drawn then.
    """
    levels = drawn_levels(figures, territories, level)
    at_level = territories[territories["level"] == territories["country"].map(levels)]
    known = set(figures.loc[figures["value"].notna(), "territory_id"])
    joint = at_level[at_level["members"].notna()]
    used = joint[joint["territory_id"].isin(known)]
    replaced = {member for members in used["members"] for member in members.split("+")}
    unused = set(joint["territory_id"]) - set(used["territory_id"])
    return at_level[~at_level["territory_id"].isin(replaced | unused)]
