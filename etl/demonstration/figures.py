"""Generated observations: need, places, use, tasks and keys of every finest region."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.apportion import largest_remainder
from etl.demonstration.anchors import USUAL, YEARS, Anchors
from etl.demonstration.reception import children, reception
from etl.demonstration.safeguards import safeguards
from etl.demonstration.series import capacity, drift, rows_of

# measure, group, and whether it is a flow
NEEDS = (
    ("temporary_protection_persons", "temporary_protection", False),
    ("asylum_seekers_pending_persons", "asylum_applicants", False),
    ("asylum_applicants_persons", "asylum_applicants", True),
    ("refugees_persons", "beneficiaries_of_protection", False),
    ("resettlement_arrivals_persons", "resettled", True),
    ("unaccompanied_children_present_persons", "unaccompanied_children", False),
)
# The Directive was first applied in March 2022: before, nobody had temporary protection.
_FIRST_YEAR = {"temporary_protection_persons": 2022}
# group, share of applicants and people with a status
_IDENTIFIED = (
    ("victims_of_torture", 0.03), ("victims_of_trafficking", 0.006),
    ("women_at_risk", 0.02), ("persons_with_disabilities", 0.035),
)  # fmt: skip
# measure, group, places for one of the people in need there, on average
_SERVICES = (
    ("language_course_places", "all", 0.30), ("housing_places", "all", 0.25),
    ("employment_service_places", "all", 0.22), ("education_places", "all", 0.20),
    ("health_service_places", "all", 0.15), ("mental_health_places", "all", 0.03),
    ("social_orientation_places", "all", 0.28),
    ("social_participation_places", "all", 0.10), ("digital_service_places", "all", 0.18),
)  # fmt: skip
_SPECIAL = (
    ("mental_health_places", "victims_of_torture"),
    ("legal_aid_places", "victims_of_trafficking"),
    ("housing_places", "victims_of_trafficking"),
    ("housing_places", "women_at_risk"),
    ("social_orientation_places", "persons_with_disabilities"),
)
# measure and residents for one
_PRESENCE = (
    ("integration_centres", 80_000), ("advice_offices", 60_000), ("language_course_sites", 40_000),
)  # fmt: skip
# measure, percent among nationals, how much more or less among citizens of other countries
_WORK = (("employment_rate_percent", 72.0, -9.0), ("unemployment_rate_percent", 6.0, 5.0))


def observations(anchors: Anchors) -> pd.DataFrame:
    """All generated figures in the shape of table `observation`."""
    frame = pd.concat(_every(anchors), ignore_index=True)
    return frame.assign(nuts_version="2024").sort_values(
        ["measure_id", "group_id", "territory_id", "period"], ignore_index=True
    )


def _every(anchors: Anchors) -> Iterator[pd.DataFrame]:
    need = {measure: _need(anchors, measure) for measure, _, _ in NEEDS}
    for measure, group, flow in NEEDS:
        yield rows_of(need[measure], measure, group, flow=flow)
    pending = need["asylum_seekers_pending_persons"]
    protected = pending + need["refugees_persons"]
    identified = {group: _part(anchors, group, protected, share) for group, share in _IDENTIFIED}
    for group, people in identified.items():
        yield rows_of(people, "identified_persons", group)
    yield from reception(anchors, pending, need["temporary_protection_persons"])
    present = need["unaccompanied_children_present_persons"]
    yield from children(anchors, present)
    yield from safeguards(anchors, {"unaccompanied_children": present, **identified})
    for measure, group, share in _SERVICES:
        yield capacity(anchors, protected * share, measure, group)
    yield capacity(anchors, pending * 0.12, "legal_aid_places", "all")
    for measure, group in _SPECIAL:
        yield capacity(anchors, identified[group] * 0.7, measure, group)
    yield from _presence(anchors)
    yield _key(anchors)
    yield from _work(anchors)


def _need(anchors: Anchors, measure: str) -> pd.DataFrame:
    """Persons by region and year; regions sum to their country's total.

    In the last year that is the latest published one, before it a smooth path to there.
    """
    regions = anchors.regions
    random = anchors.random(measure)
    weight = regions["residents"] * random.lognormal(0, 0.45, len(regions))
    paths = drift(random, regions.index, 0, 0.12)
    people = regions.groupby("country")["residents"].sum()
    known = pd.Series(anchors.totals.get(measure, {}), dtype=float).reindex(people.index)
    total = known.fillna(people * USUAL[measure]).round()
    levels = drift(random, people.index, 0.12, 0.15)
    years = {}
    for year in YEARS:
        level = levels[year] if year >= _FIRST_YEAR.get(measure, year) else 0.0
        asked = (total * level).round()
        years[year] = largest_remainder(weight * paths[year], regions["country"], asked)
    return pd.DataFrame(years).astype(float)


def _part(anchors: Anchors, name: str, of: pd.DataFrame, share: float) -> pd.DataFrame:
    """About a share of a need, differing by region."""
    tilt = anchors.random(name).lognormal(0, 0.35, len(of))
    return of.mul(share * tilt, axis=0).round()


def _presence(anchors: Anchors) -> Iterator[pd.DataFrame]:
    """Centres, offices and sites: at least one wherever somebody lives."""
    residents = anchors.regions["residents"]
    for measure, per in _PRESENCE:
        count = (residents / per).round().clip(lower=1).where(residents > 0, 0.0)
        yield rows_of(pd.DataFrame({YEARS[-1]: count}), measure, "all")


def _key(anchors: Anchors) -> pd.DataFrame:
    """Each country's distribution key: shares that sum to 100."""
    regions = anchors.regions
    weight = regions["residents"] * anchors.random("key").lognormal(0, 0.15, len(regions))
    share = weight / weight.groupby(regions["country"]).transform("sum") * 100
    return rows_of(pd.DataFrame({YEARS[-1]: share}), "distribution_key_percent",
                   "asylum_applicants")  # fmt: skip


def _work(anchors: Anchors) -> Iterator[pd.DataFrame]:
    """Who has work, by citizenship and NUTS 2 region: the level a survey can speak for."""
    codes = anchors.larger().index
    for measure, usual, more in _WORK:
        random = anchors.random(measure)
        nationals = usual * random.lognormal(0, 0.1, len(codes))
        others = nationals + more * random.lognormal(0, 0.3, len(codes))
        for group, rate in (("nationals", nationals), ("non_eu_citizens", others)):
            wide = drift(random, codes, 0.02, 0.03).mul(rate, axis=0)
            shown = pd.DataFrame(np.clip(wide, 1, 95)).round(1)
            yield rows_of(shown, measure, group, flow=True)
