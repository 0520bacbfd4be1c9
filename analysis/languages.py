"""Which languages newcomers can use, and whom a set of languages reaches: always intervals.

Nobody publishes the languages newcomers speak. Their countries of origin are published, and so
is, roughly, how much of each country's population can use each of its languages. One person may
use several, and how the languages overlap is not published: what a set of languages reaches lies
between the largest of its shares (all overlap) and their sum (none do), and both ends are
possible. Source: Fréchet's bounds of a union (M. Fréchet, 1935).
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

SPOKEN = "spoken"
OWN = "own"
CANNOT_TELL = "cannot tell"
NOT_KNOWN = "no known service"
NO_SERVICE = "no service known"
STATES = (SPOKEN, OWN, CANNOT_TELL, NOT_KNOWN, NO_SERVICE)


@dataclass(frozen=True)
class Voices:
    """What the known services of a territory speak.

    `languages` are those a known service is known to speak, `own` the official ones of the
    country. `services` is how many services are known; `listed` whether each of them lists all
    the languages it speaks.
    """

    languages: frozenset[str] = field(default_factory=frozenset)
    own: frozenset[str] = field(default_factory=frozenset)
    services: int = 0
    listed: bool = False

    @property
    def all(self) -> frozenset[str]:
        """Every language in which somebody can be reached for certain."""
        return self.languages | self.own

    def state(self, language: str) -> str:
        """What is known of one language; a service without a list may speak any."""
        if language in self.languages:
            return SPOKEN
        if language in self.own:
            return OWN
        if self.services == 0:
            return NO_SERVICE
        return NOT_KNOWN if self.listed else CANNOT_TELL


def abilities(table: pd.DataFrame) -> pd.DataFrame:
    """The share of each country's people that can use each language, as an interval.

    Shape   : `table` has a row per `country`, `language` and script or kind of it, with
              `percent`; result: one row per country and language with `lower` and `upper`.
    Units   : shares, 0 to 1; the largest percentage, and the sum of all of them, at most 1.
    Missing : a row without a percentage says nothing and is left out.

    >>> rows = {"country": "SY", "language": "ar", "percent": [85.0, 80.0]}
    >>> abilities(pd.DataFrame(rows))[["lower", "upper"]].to_numpy().tolist()
    [[0.85, 1.0]]
    """
    known = table.dropna(subset=["percent"])
    grouped = (known["percent"] / 100).groupby([known["country"], known["language"]])
    found = pd.DataFrame({"lower": grouped.max(), "upper": grouped.sum().clip(upper=1.0)})
    return found.reset_index()


def together(able: pd.DataFrame, origins: Iterable[str]) -> pd.DataFrame:
    """`able` with countries of origin that are counted together ("RS+XK") added.

    How many are from each is not known: a language is used by at least the smallest share among
    them, 0 where one does not have it, and at most the largest.
    """
    more = []
    for origin in sorted({each for each in map(str, origins) if "+" in each}):
        parts = able[able["country"].isin(origin.split("+"))]
        grouped = parts.groupby("language")
        everywhere = grouped.size() == origin.count("+") + 1
        lower = grouped["lower"].min().where(everywhere, 0.0)
        ends = pd.DataFrame({"lower": lower, "upper": grouped["upper"].max()})
        more.append(ends.reset_index().assign(country=origin))
    return pd.concat([able, *more], ignore_index=True)[list(able.columns)]


def speakers(origins: pd.DataFrame, able: pd.DataFrame) -> pd.DataFrame:
    """People in each territory who can use each language.

    Shape   : `origins` has `territory_id`, `origin` and `persons`, one row a pair; `able` is
              that of `abilities`. Result: one row per territory and language with `lower`,
              `upper` and `main_origin`, the country that most of them are from.
    Units   : persons. A person counts for each language, so languages do not add up.
    Missing : people from a country that `able` does not have are in no language; see `reach`.
    """
    rows = _usable(origins, able)
    rows = rows.sort_values(["upper_persons", "origin"], ascending=[False, True])
    grouped = rows.groupby(["territory_id", "language"], sort=True)
    found = grouped.agg(
        lower=("lower_persons", "sum"),
        upper=("upper_persons", "sum"),
        main_origin=("origin", "first"),
    )
    return found.reset_index()


def reach(origins: pd.DataFrame, able: pd.DataFrame, voices: Mapping[str, Voices]) -> pd.DataFrame:
    """People that no language of a territory's known services reaches, as an interval.

    Shape   : as in `speakers`; result: one row per territory of `origins`, indexed by it, with
              `persons`, `unplaced_persons` (from where no language is known) and
              `unreached_lower` and `unreached_upper`.
    Units   : persons.
    Missing : both ends are NaN where no service is known. Where one does not list all of its
              languages, it may speak any: the lower end is 0.
    """
    rows = origins.merge(_union(origins, able, voices), on=["territory_id", "origin"], how="left")
    unplaced = ~rows["origin"].isin(able["country"])
    low, high = rows["low"].fillna(0.0), rows["high"].fillna(0.0).mask(unplaced, 1.0)
    rows["unreached_lower"] = rows["persons"] * (1 - high)
    rows["unreached_upper"] = rows["persons"] * (1 - low)
    rows["unplaced_persons"] = rows["persons"].where(unplaced, 0)
    columns = ["persons", "unplaced_persons", "unreached_lower", "unreached_upper"]
    found = rows.groupby("territory_id")[columns].sum()
    known = {code: voices.get(str(code), Voices()) for code in found.index}
    ends = ["unreached_lower", "unreached_upper"]
    found.loc[[code for code, each in known.items() if each.services == 0], ends] = float("nan")
    unlisted = [code for code, each in known.items() if each.services and not each.listed]
    found.loc[unlisted, "unreached_lower"] = 0.0
    return found


def gains(origins: pd.DataFrame, able: pd.DataFrame, spoken: Collection[str]) -> pd.DataFrame:
    """People that one language more would reach, who use none of `spoken`, by language.

    Shape   : `origins` of one territory; result: `lower` and `upper`, indexed by language.
    Units   : persons; at least its share less all of `spoken`, at most what those leave.
    """
    rows = _usable(origins, able)
    by_origin = rows[rows["language"].isin(list(spoken))].groupby("origin")
    low, high = by_origin["lower"].max(), by_origin["upper"].sum()
    new = rows[~rows["language"].isin(list(spoken))].copy()
    covered_low = new["origin"].map(low).astype(float).fillna(0.0)
    covered_high = new["origin"].map(high).astype(float).fillna(0.0)
    new["lower"] = (new["lower"] - covered_high).clip(lower=0) * new["persons"]
    new["upper"] = pd.concat([new["upper"], 1 - covered_low], axis=1).min(axis=1) * new["persons"]
    return new.groupby("language")[["lower", "upper"]].sum()


def _usable(origins: pd.DataFrame, able: pd.DataFrame) -> pd.DataFrame:
    """One row per territory, origin and language used there, with shares and persons."""
    rows = origins.merge(able.rename(columns={"country": "origin"}), on="origin", how="inner")
    rows["lower_persons"] = rows["persons"] * rows["lower"]
    rows["upper_persons"] = rows["persons"] * rows["upper"]
    return rows


def _union(origins: pd.DataFrame, able: pd.DataFrame, voices: Mapping[str, Voices]) -> pd.DataFrame:
    """The share of each pair of territory and origin that the known languages reach."""
    rows = _usable(origins, able)
    spoken = [
        language in voices.get(str(code), Voices()).all
        for code, language in zip(rows["territory_id"], rows["language"], strict=True)
    ]
    grouped = rows[pd.Series(spoken, index=rows.index, dtype=bool)].groupby(
        ["territory_id", "origin"]
    )
    found = pd.DataFrame({"low": grouped["lower"].max(), "high": grouped["upper"].sum()})
    return found.assign(high=found["high"].clip(upper=1.0)).reset_index()
