"""Small alliances: two to four neighbours that together cover most of what they lack."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product

import pandas as pd

MOST_MEMBERS = 4
LEAST_COVERED = 0.5
_TINY = 1e-9
Amounts = Mapping[str, float]
Ways = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Cluster:
    """Members in the order of their codes; what they share and lack, at least and at most."""

    members: tuple[str, ...]
    shared_lower: float
    shared_upper: float
    shortage_lower: float
    shortage_upper: float

    @property
    def certain(self) -> bool:
        """Whether they cover most of their shortage however the intervals turn out."""
        return self.shared_lower >= LEAST_COVERED * self.shortage_upper > 0


@dataclass(frozen=True)
class _Known:
    """Ends of surplus and shortage by territory, and whom each could help."""

    surplus: tuple[Amounts, Amounts]
    shortage: tuple[Amounts, Amounts]
    ways: Ways

    def shared(self, members: frozenset[str]) -> tuple[float, float]:
        """What members share, at least and at most; one is short or has enough, never both."""
        least = covered(members, self.surplus[0], self.shortage[0], self.ways)
        gives, lacks = ({m: ends[1][m] for m in members} for ends in (self.surplus, self.shortage))
        either = [m for m in sorted(members) if gives[m] > 0 and lacks[m] > 0]
        most = 0.0
        for sides in product((True, False), repeat=len(either)):
            side = dict(zip(either, sides, strict=True))
            given = {m: gives[m] if side.get(m, True) else 0.0 for m in members}
            lacked = {m: 0.0 if side.get(m, False) else lacks[m] for m in members}
            most = max(most, covered(members, given, lacked, self.ways))
        return least, most


def clusters(shares: pd.DataFrame, most_members: int = MOST_MEMBERS) -> list[Cluster]:
    """Alliances that cover most of their shortage, most shared for sure first, none overlapping.

    Shape   : `shares` as `analysis.alliances.pairs` gives them.
    Units   : the benchmark's. A surplus is used once: places move between neighbours inside an
              alliance, and a territory is in one alliance only. Every member is needed: without
              it less would be shared.
    Missing : an alliance that covers most only if the intervals turn out well is not `certain`.
    Source  : every connected set of neighbours is tried once (after Wernicke 2006); what a set
              shares is its least cut (Ford & Fulkerson 1956). Of overlapping ones the first
              in rank is kept.
    """
    known = _known(shares)
    worth: dict[frozenset[str], tuple[float, float]] = {}

    def value(members: frozenset[str]) -> tuple[float, float]:
        if members not in worth:
            worth[members] = known.shared(members) if len(members) > 1 else (0.0, 0.0)
        return worth[members]

    found = []
    for members in connected(known.ways, most_members):
        least, most = value(members)
        fewer = (value(members - {member}) for member in members)
        if any(least - low < _TINY and most - high < _TINY for low, high in fewer):
            continue
        lower, upper = (sum(amounts[m] for m in sorted(members)) for amounts in known.shortage)
        cluster = Cluster(tuple(sorted(members)), least, most, lower, upper)
        if cluster.certain or most >= LEAST_COVERED * lower:
            found.append(cluster)
    return _apart(found)


def _apart(found: list[Cluster]) -> list[Cluster]:
    """Clusters in rank order without those that overlap a better one."""
    kept, taken = [], set[str]()
    for cluster in sorted(found, key=_rank):
        if taken.isdisjoint(cluster.members):
            kept.append(cluster)
            taken.update(cluster.members)
    return kept


def _rank(cluster: Cluster) -> tuple[float, float, int, tuple[str, ...]]:
    return -cluster.shared_lower, -cluster.shared_upper, len(cluster.members), cluster.members


def _known(shares: pd.DataFrame) -> _Known:
    """What pairs say of each territory, 0 where they say nothing."""
    everyone = sorted({*shares["helper_id"], *shares["short_id"]})
    ends: dict[str, dict[str, float]] = {}
    for side, amount in (("helper_id", "surplus"), ("short_id", "shortage")):
        for end in ("lower", "upper"):
            of = shares.groupby(side)[f"{amount}_{end}"].first()
            known = dict(zip(of.index.astype(str), of.astype(float), strict=True))
            ends[f"{amount}_{end}"] = {code: known.get(code, 0.0) for code in everyone}
    takers = shares.groupby("helper_id")["short_id"]
    ways = {str(helper): frozenset(those) for helper, those in takers}
    return _Known(
        (ends["surplus_lower"], ends["surplus_upper"]),
        (ends["shortage_lower"], ends["shortage_upper"]),
        ways,
    )


def covered(members: frozenset[str], surplus: Amounts, shortage: Amounts, ways: Ways) -> float:
    """The most that members' surplus covers of members' shortage: their least cut.

    >>> ways = {"a": frozenset("c"), "b": frozenset("cd")}
    >>> covered(frozenset("abcd"), {"a": 5, "b": 4}, {"c": 3, "d": 9}, ways)
    7.0
    """
    givers = sorted(m for m in members & ways.keys() if surplus[m] > 0)
    least = float(sum(surplus[giver] for giver in givers))
    for size in range(1, len(givers) + 1):
        for some in combinations(givers, size):
            takers = sorted(frozenset[str]().union(*(ways[giver] for giver in some)) & members)
            cut = sum(surplus[giver] for giver in givers if giver not in some)
            least = min(least, float(cut + sum(shortage[taker] for taker in takers)))
    return least


def connected(ways: Ways, most_members: int) -> Iterator[frozenset[str]]:
    """Every connected set of two to `most_members`, each once, in a fixed order."""
    around: dict[str, set[str]] = {}
    for giver, takers in ways.items():
        for taker in takers:
            around.setdefault(giver, set()).add(taker)
            around.setdefault(taker, set()).add(giver)
    for root in sorted(around):
        yield from _grown({root}, {n for n in around[root] if n > root}, root, around, most_members)


def _grown(
    members: set[str], beside: set[str], root: str, around: Mapping[str, set[str]], most: int
) -> Iterator[frozenset[str]]:
    """Sets that hold `members`, some of those `beside`, and nobody before `root`."""
    if len(members) > 1:
        yield frozenset(members)
    if len(members) == most:
        return
    near = members.union(*(around[member] for member in members))
    for member in sorted(beside):
        beside = beside - {member}
        new = {n for n in around[member] if n > root and n not in near}
        yield from _grown(members | {member}, beside | new, root, around, most)
