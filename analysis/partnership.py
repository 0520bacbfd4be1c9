"""Who does what where, and who is missing: what lists of organisations can and cannot say.

A list that is not complete shows who is there and never who is not. So a type of actor is
*known*, known to be *none* (a complete list covers it and holds none), *none found* (a list
covers it, holds none, and is not complete), or on *no list* at all.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

ACTORS = ("public", "ngo", "refugee_led", "employer", "faith", "academic", "volunteer")
LEVELS = ("local", "regional", "national", "eu")
EVERY_SERVICE = "all"
NOT_STATED = "not stated"
UNION = "EU27_2020"
# Member States of the EU since 2020, in Eurostat's codes.
MEMBERS = frozenset(
    "AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
)

KNOWN, NONE, NONE_FOUND, NO_LIST = "known", "none", "none found", "no list"


def around(territory_id: str) -> list[str]:
    """The territories that hold this one, itself first, the EU last where it is a member.

    >>> around("ITI14")
    ['ITI14', 'ITI1', 'ITI', 'IT', 'EU27_2020']
    >>> around("NO02"), around("EU27_2020")
    (['NO02', 'NO0', 'NO'], ['EU27_2020'])
    """
    if territory_id == UNION:
        return [UNION]
    # A joint territory lies in what its first member lies in.
    first = territory_id.split("+", maxsplit=1)[0]
    holding = [first[:size] for size in range(len(first) - 1, 1, -1)]
    union = [UNION] if first[:2] in MEMBERS else []
    return [territory_id, *holding, *union]


def types_known(work: pd.DataFrame, lists: pd.DataFrame, service: str) -> pd.DataFrame:
    """How many types of actor are known to work in each territory.

    Shape   : `work` has territory_id, organisation_id, actor (one service, or all of them);
              `lists` has territory_id, actor, service, complete. Result: one row per territory
              with work or with a complete list of its own: `value` (types known), `upper`
              (types that may be there), `organisations`.
    Units   : types of actor, of 7; organisations.
    Missing : a territory of which no work is known is absent, unless complete lists show that
              there is nobody: then it is 0. What no complete list covers may be there: it is in
              `upper`, never in `value`.
    """
    found = work.groupby("territory_id").agg(
        value=("actor", "nunique"), organisations=("organisation_id", "nunique")
    )
    complete = lists[lists["complete"].astype(bool) & _covers(lists["service"], service)]
    own = complete.groupby("territory_id")["actor"].nunique()
    silent = own.index[(own == len(ACTORS)) & ~own.index.isin(found.index)]
    found = pd.concat(
        [found, pd.DataFrame(0, index=silent, columns=found.columns)] if len(silent) else [found]
    )
    codes = list(found.index.astype(str))
    found["upper"] = (states(codes, work, lists, service) != NONE).sum(axis=1).to_numpy()
    return found.rename_axis("territory_id")


def states(
    territories: Sequence[str], work: pd.DataFrame, lists: pd.DataFrame, service: str
) -> pd.DataFrame:
    """State of each type of actor in each territory: known, none, none found, no list.

    Shape   : `work` and `lists` as in `types_known`; a frame by territory and actor, in the
              order given and that of ACTORS.
    Missing : never concluded from a list that is not complete, nor from the absence of one.
    """
    present = set(zip(work["territory_id"], work["actor"], strict=True))
    whole = lists["complete"].astype(bool) & _covers(lists["service"], service)
    complete = _pairs(lists[whole])
    listed = _pairs(lists[_touches(lists["service"], service)])

    def state(territory_id: str, actor: str) -> str:
        if (territory_id, actor) in present:
            return KNOWN
        holding = around(territory_id)
        if any((each, actor) in complete for each in holding):
            return NONE
        return NONE_FOUND if any((each, actor) in listed for each in holding) else NO_LIST

    return pd.DataFrame(
        [[state(code, actor) for actor in ACTORS] for code in territories],
        index=pd.Index(list(territories), name="territory_id", dtype=object),
        columns=list(ACTORS),
    )


def _pairs(lists: pd.DataFrame) -> set[tuple[str, str]]:
    """Territory and type of actor of each list."""
    return set(zip(lists["territory_id"], lists["actor"], strict=True))


def missing_levels(
    territory_id: str, work: pd.DataFrame, lists: pd.DataFrame, service: str
) -> pd.Series:
    """State of each level of government in a territory, from local to EU.

    An organisation of a larger territory acts here too: a regional authority around it, a
    ministry of the whole country, a network of the EU.

    Shape   : as in `states`; `work` also has the columns of `acting_above`. A Series by level;
              no EU level outside the EU.
    Missing : a level is none only where complete lists cover every type of actor.
    """
    holding = around(territory_id)
    inside = set(work.loc[work["territory_id"] == territory_id, "level"])
    present = inside | set(acting_above(territory_id, work)["level"])
    of_actors = set(states([territory_id], work.iloc[:0], lists, service).loc[territory_id])
    otherwise = of_actors.pop() if len(of_actors) == 1 else NONE_FOUND
    return pd.Series(
        {
            level: KNOWN if level in present else otherwise
            for level in LEVELS
            if level != "eu" or UNION in holding
        },
        name="state",
    )


def acting_above(territory_id: str, work: pd.DataFrame) -> pd.DataFrame:
    """Rows of `work` of larger territories whose organisations act for this one too.

    A national body seated in the country as a whole acts for all of it, a regional one for its
    region. A state office in another province, or a town's body, says nothing of this one.

    Shape   : `work` has territory_id, level, `own` (the work is stated for that territory
              itself) and `seat` (where the organisation is listed); the rows that act.
    """
    holding = around(territory_id)[1:]
    at_seat = work["own"].astype(bool) & (work["seat"] == work["territory_id"])
    rows = work[work["territory_id"].isin(holding) & at_seat]
    size = rows["territory_id"].str.len()
    union = rows["territory_id"] == UNION
    acts = (
        ((rows["level"] == "eu") & union)
        | ((rows["level"] == "national") & (size == 2))
        | ((rows["level"] == "regional") & (size > 2) & ~union)
    )
    return rows[acts]


def three_w(work: pd.DataFrame, lists: pd.DataFrame, services: Sequence[str]) -> pd.DataFrame:
    """Who does what: organisations by service and type of actor, in one territory.

    Shape   : `work` has organisation_id, service (missing: not stated) and actor, `lists` those
              that cover the territory; a frame by service (the given ones, and 'not stated'
              where there is such work) and actor.
    Units   : organisations; one that works on two services is in two rows, so rows are not
              summed.
    Missing : NaN where none is known; 0 only where a complete list says there is none.
    """
    matrix = _counted(work, services, "actor", ACTORS)
    complete = lists[lists["complete"].astype(bool)]
    for service in services:
        closed = complete.loc[_covers(complete["service"], service), "actor"].unique()
        matrix.loc[service, closed] = matrix.loc[service, closed].fillna(0.0)
    return matrix


def by_level(work: pd.DataFrame, services: Sequence[str]) -> pd.DataFrame:
    """The same by level of government; NaN where none is known, as no list is of a level."""
    return _counted(work, services, "level", LEVELS)


def _counted(
    work: pd.DataFrame, services: Sequence[str], column: str, order: Sequence[str]
) -> pd.DataFrame:
    rows = work.assign(service=work["service"].fillna(NOT_STATED))
    counts = rows.groupby(["service", column])["organisation_id"].nunique().unstack(column)
    index = [*services, *([NOT_STATED] if NOT_STATED in counts.index else [])]
    matrix = counts.reindex(index=index, columns=list(order)).astype(float)
    return matrix.rename_axis(index="service", columns=column)


def _covers(listed: pd.Series, service: str) -> pd.Series:
    """Lists wide enough to speak for a service: of that service, or of every one."""
    return listed.isin([service, EVERY_SERVICE])


def _touches(listed: pd.Series, service: str) -> pd.Series:
    """Lists that say something of a service; any list does of every service together."""
    if service == EVERY_SERVICE:
        return pd.Series(np.ones(len(listed), dtype=bool), index=listed.index)
    return _covers(listed, service)
