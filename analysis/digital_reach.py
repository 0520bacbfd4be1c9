"""Which digital services people in a territory can use, and whether anything is on site there.

A service without a counterpart is only as known as what exists on site: where nobody publishes
what exists, it is not "digital only" but unknown.
"""

from collections.abc import Mapping

import pandas as pd

BOTH = "both"
DIGITAL_ONLY = "digital only"
NOT_TOLD = "on site not known"
NOTHING_KNOWN = "no digital service known"


def reaching(services: pd.DataFrame, territories: pd.DataFrame) -> pd.DataFrame:
    """The services known in each territory.

    Shape   : `services` has `service_id`, `part_of` (missing, or the service it is an edition
              of), `territory_id` and `reach`; `territories` has `territory_id` and `parent_id`.
              Result: one row per territory and service, with `territory_id`, `service_id`,
              `family` (the service, whichever edition) and `whole` (everybody there can use it).
    Missing : a territory without a row has no known service, which is not none. A service that
              serves some places of its territory says nothing of any one inside it.
    """
    pairs = territories[["territory_id", "parent_id"]].to_dict("records")
    parent = {str(each["territory_id"]): each["parent_id"] for each in pairs}
    children: dict[str, list[str]] = {}
    for code, above in parent.items():
        if isinstance(above, str):
            children.setdefault(above, []).append(code)
    rows = []
    for each in services.to_dict("records"):
        own, whole = str(each["territory_id"]), each["reach"] == "whole"
        family = each["part_of"] if pd.notna(each["part_of"]) else each["service_id"]
        found = {own: whole} if own in parent else {}
        found |= dict.fromkeys(_above(own, parent), False)
        if whole:
            found |= dict.fromkeys(_below(own, children), True)
        rows += [(code, each["service_id"], family, every) for code, every in found.items()]
    return pd.DataFrame(rows, columns=["territory_id", "service_id", "family", "whole"])


def counterpart(
    digital: Mapping[str, bool], on_site: pd.Series, territory_ids: pd.Index
) -> pd.Series:
    """What is known of each territory: both, digital only, on site not known, nothing known.

    Shape   : `digital` tells whether a territory has a known digital service; `on_site` is what
              exists on site, by territory: more than 0, 0 where a publisher says so.
    Missing : a territory that `on_site` does not have, or has as NaN, is never digital only.

    >>> found = counterpart({"A": True, "B": True, "C": True}, pd.Series({"A": 2, "B": 0}),
    ...                     pd.Index(["A", "B", "C", "D"]))
    >>> found.tolist()
    ['both', 'digital only', 'on site not known', 'no digital service known']
    """
    known = on_site.reindex(territory_ids)
    state = pd.Series(NOT_TOLD, index=territory_ids, dtype=object)
    state = state.mask(known > 0, BOTH).mask(known == 0, DIGITAL_ONLY)
    has = pd.Series([digital.get(str(code), False) for code in territory_ids], territory_ids)
    return state.where(has.astype(bool), NOTHING_KNOWN)


def _above(code: str, parent: Mapping[str, object]) -> list[str]:
    """The territories around one, nearest first."""
    found = []
    above = parent.get(code)
    while isinstance(above, str):
        found.append(above)
        above = parent.get(above)
    return found


def _below(code: str, children: Mapping[str, list[str]]) -> list[str]:
    """Every territory inside one."""
    found = list(children.get(code, []))
    for inside in children.get(code, []):
        found += _below(inside, children)
    return found
