"""Generated schemes of sponsorship, their rules, and their figures by quarter."""

import numpy as np
import pandas as pd

from etl.demonstration.anchors import FACT, YEARS, Anchors

# scheme, name, pathway, and the NUTS level it is organised at: a scheme is never counted at two
_SCHEMES = (
    ("community_sponsorship", "Demonstration community sponsorship", "community_sponsorship", 3),
    ("parish_sponsorship", "Demonstration parish sponsorship", "community_sponsorship", 2),
    ("humanitarian_corridor", "Demonstration corridor", "humanitarian_corridor", 2),
    ("university_corridor", "Demonstration university corridor", "university_corridor", 2),
    ("hosts", "Demonstration hosts", "private_hosting", 3),
)
# scheme, rule, lower, upper, words; what is not in it is not stated
_RULES = (
    ("community_sponsorship", "group_persons", 5, 12, None),
    ("community_sponsorship", "support_months", 18, 18, None),
    ("community_sponsorship", "housing_months", 24, None, None),
    ("community_sponsorship", "selects", None, None, "a UN agency; the ministry decides"),
    ("parish_sponsorship", "group_persons", 8, None, None),
    ("parish_sponsorship", "selects", None, None, "the sponsoring parish names the family"),
    ("humanitarian_corridor", "support_months", 12, 24, None),
    ("humanitarian_corridor", "selects", None, None, "associations propose; the ministry screens"),
    ("university_corridor", "support_months", 24, 24, None),
    ("hosts", "housing_months", 6, None, None),
)
_QUARTERS = tuple(f"{year}-Q{n}" for year in YEARS[-3:] for n in (1, 2, 3, 4))
# Of countries: all regions counted, a part of them, none.
_COUNTED, _PARTLY = 0.8, 0.93
# NUTS 2 regions where sources say that nobody sponsors.
_QUIET = 0.2
# Countries of which no source tells anything.
_SILENT = 0.1
_UNKNOWN = {"sponsor_groups": 0.04, "pledged_places": 0.08}
_LOCALITIES_OF = "demo_community_sponsorship"


def schemes() -> pd.DataFrame:
    """Table scheme; when one began is not always stated."""
    rows = [
        {
            "scheme_id": f"demo_{scheme}",
            "name": name,
            "country": "EU",
            "pathway": pathway,
            "began": str(YEARS[0]) if scheme != "hosts" else None,
        }
        for scheme, name, pathway, _ in _SCHEMES
    ]
    return pd.DataFrame(rows).assign(note="generated", **FACT)


def rules() -> pd.DataFrame:
    """Table scheme_rule; most schemes leave something unsaid."""
    names = ["scheme_id", "rule", "lower", "upper", "words"]
    rows = pd.DataFrame(_RULES, columns=names).assign(note="generated", **FACT)
    return rows.assign(scheme_id="demo_" + rows["scheme_id"])


def sponsorship(anchors: Anchors) -> pd.DataFrame:
    """Each scheme by quarter of the last three years: in most countries in every region of its
    level, in some only in a part of them, in some in none. A few groups and pledges are unknown.
    """
    random = anchors.random("sponsorship")
    larger = anchors.larger().index
    quiet = set(larger[random.random(len(larger)) < _QUIET])
    countries = sorted(anchors.regions["country"].unique())
    silent = {country for country in countries if random.random() < _SILENT}
    frames = []
    for scheme, _, _, level in _SCHEMES:
        regions = anchors.regions if level == 3 else anchors.larger()
        here = regions[_takes_part(random, regions["country"], silent)]
        trend = random.uniform(0.8, 1.25, len(here))
        for i, quarter in enumerate(_QUARTERS):
            expected = here["residents"].to_numpy() / 150_000 * trend ** (i / 4)
            expected[here.index.str[:4].isin(quiet)] = 0
            groups = random.poisson(expected)
            pledged = groups * random.integers(3, 8, len(here))
            frames.append(
                pd.DataFrame(
                    {
                        "scheme_id": f"demo_{scheme}",
                        "territory_id": here.index,
                        "period": quarter,
                        "sponsor_groups": groups,
                        "pledged_places": pledged,
                        "arrivals_persons": np.floor(pledged * random.uniform(0.3, 1, len(here))),
                    }
                )
            )
    rows = pd.concat(frames, ignore_index=True)
    for column, share in _UNKNOWN.items():
        rows[column] = rows[column].mask(random.random(len(rows)) < share)
    whole = ["sponsor_groups", "pledged_places", "arrivals_persons"]
    rows[whole] = rows[whole].astype("Int64")
    return rows.assign(arrivals_span="period", note="generated", **FACT)


def _takes_part(random: np.random.Generator, countries: pd.Series, silent: set[str]) -> np.ndarray:
    """Which regions a scheme is counted in; those of `silent` countries in none."""
    drawn = {country: random.random() for country in sorted(countries.unique())}
    luck = countries.map(drawn).to_numpy(dtype=float)
    half = random.random(len(countries)) < 0.5
    counted = (luck < _COUNTED) | ((luck < _PARTLY) & half)
    part: np.ndarray = counted & ~countries.isin(silent).to_numpy()
    return part


def localities(anchors: Anchors, figures: pd.DataFrame) -> pd.DataFrame:
    """Table sponsorship_locality: a third of the small regions tell of two towns each."""
    random = anchors.random("localities")
    own = figures[(figures["scheme_id"] == _LOCALITIES_OF) & (figures["arrivals_persons"] > 0)]
    told = anchors.regions.index[random.random(len(anchors.regions)) < 0.33]
    own = own[own["territory_id"].isin(told)]
    first = (own["arrivals_persons"].astype(float) * 0.6).round().astype("int64")
    towns = []
    for town, persons in (("A", first), ("B", own["arrivals_persons"].astype("int64") - first)):
        names = own["territory_id"].map(anchors.regions["name"])
        columns = ["scheme_id", "territory_id", "period"]
        towns.append(
            own[columns].assign(
                locality_code=own["territory_id"] + f"_{town}",
                locality_name=f"Demonstration town {town}, " + names.astype(str),
                arrivals_persons=persons,
            )
        )
    return pd.concat(towns, ignore_index=True).assign(note="generated", **FACT)
