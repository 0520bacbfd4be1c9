"""Where sponsors are, where a source says there are none, and where reception is short."""

import pandas as pd

from analysis.gap import CANNOT_TELL, MET, SHORT

PRESENT, ABSENT, UNKNOWN = "present", "absent", "unknown"
# Where reception is short, from the best served to the one to begin with.
ENOUGH = "enough reception places"
WITH_SPONSORS = "short, sponsors present"
NOT_TOLD = "short, sponsors unknown"
WITHOUT = "short, no sponsors"
SITUATIONS = (ENOUGH, WITH_SPONSORS, NOT_TOLD, WITHOUT)


def sponsors(rows: pd.DataFrame, territories: pd.DataFrame) -> pd.Series:
    """Whether a territory has sponsors: present, absent or unknown, for every territory.

    Shape   : indexed by territory_id.
    Missing : *absent* only where a source says 0 and none says more, or where all parts of a
              territory are absent; a territory nobody counts is *unknown*. What is known for a
              country only says nothing of its regions.
    """
    counts = rows[["sponsor_groups", "pledged_places", "arrivals_persons"]].astype(float)
    most = counts.max(axis=1).groupby(rows["territory_id"]).max()
    state = pd.Series(UNKNOWN, index=territories["territory_id"])
    state[state.index.isin(most.index[most == 0])] = ABSENT
    state[state.index.isin(most.index[most > 0])] = PRESENT
    single = territories[territories["members"].isna() & (territories["residents"] != 0)]
    for level in (3, 2, 1):
        parts = single[single["level"] == level]
        of_part = state.reindex(parts["territory_id"]).set_axis(parts["parent_id"])
        some = of_part[of_part == PRESENT].index.unique()
        none = of_part.eq(ABSENT).groupby(level=0).all()
        state[state.index.isin(some)] = PRESENT
        state[state.index.isin(none.index[none]) & (state == UNKNOWN)] = ABSENT
    return state


def situation(answers: pd.Series, state: pd.Series) -> pd.Series:
    """Reception's answer and the sponsors': one of `SITUATIONS`, `cannot tell` or `unknown`.

    >>> situation(pd.Series(["short", "short", "met", "unknown"]),
    ...           pd.Series(["absent", "unknown", "present", "present"])).tolist()
    ['short, no sponsors', 'short, sponsors unknown', 'enough reception places', 'unknown']
    """
    said = pd.Series(UNKNOWN, index=answers.index)
    said[answers == CANNOT_TELL] = CANNOT_TELL
    said[answers == MET] = ENOUGH
    short = answers == SHORT
    for each, name in ((PRESENT, WITH_SPONSORS), (UNKNOWN, NOT_TOLD), (ABSENT, WITHOUT)):
        said[short & (state == each)] = name
    return said
