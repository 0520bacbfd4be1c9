"""Generated observations: need, places, use, tasks and keys of every finest region."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.apportion import largest_remainder
from etl.demonstration.anchors import FACT, USUAL, YEARS, Anchors

# How a measure's level moves from 2022 to 2025, the last year being the country's total.
_TREND = (0.86, 0.95, 1.03, 1.0)
_MISSING, _ESTIMATED = 0.06, 0.06

# measure, group, and whether it is a flow
NEEDS = (
    ("temporary_protection_persons", "temporary_protection", False),
    ("asylum_seekers_pending_persons", "asylum_applicants", False),
    ("asylum_applicants_persons", "asylum_applicants", True),
    ("refugees_persons", "beneficiaries_of_protection", False),
    ("resettlement_arrivals_persons", "resettled", True),
)
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
    ("mental_health_places", "victims_of_torture", "victims_of_torture"),
    ("legal_aid_places", "victims_of_trafficking", "victims_of_trafficking"),
    ("housing_places", "victims_of_trafficking", "victims_of_trafficking"),
    ("housing_places", "women_at_risk", "women_at_risk"),
    ("social_orientation_places", "persons_with_disabilities", "persons_with_disabilities"),
)


def observations(anchors: Anchors) -> pd.DataFrame:
    """All generated figures in the shape of table `observation`."""
    frame = pd.concat(_every(anchors), ignore_index=True)
    return frame.assign(nuts_version="2024").sort_values(
        ["measure_id", "group_id", "territory_id", "period"], ignore_index=True
    )


def _every(anchors: Anchors) -> Iterator[pd.DataFrame]:
    need = {measure: _need(anchors, measure) for measure, _, _ in NEEDS}
    for measure, group, flow in NEEDS:
        yield _long(need[measure], measure, group, flow=flow)
    pending = need["asylum_seekers_pending_persons"]
    protected = pending + need["refugees_persons"]
    children = _part(anchors, "children", pending, 0.05)
    yield _long(children, "unaccompanied_children_present_persons", "unaccompanied_children")
    identified = {}
    for group, share in _IDENTIFIED:
        identified[group] = _part(anchors, group, protected, share)
        yield _long(identified[group], "identified_persons", group)
    yield from _reception(anchors, pending, need["temporary_protection_persons"])
    yield from _children(anchors, children)
    for measure, group, share in _SERVICES:
        yield _capacity(anchors, protected * share, measure, group)
    yield _capacity(anchors, pending * 0.12, "legal_aid_places", "all")
    for measure, group, whom in _SPECIAL:
        yield _capacity(anchors, identified[whom] * 0.7, measure, group)
    yield _presence(anchors)
    yield _key(anchors)


def _need(anchors: Anchors, measure: str) -> pd.DataFrame:
    """Persons by region and year; regions sum to their country's total, as published."""
    regions = anchors.regions
    random = anchors.random(measure)
    weight = regions["residents"] * random.lognormal(0, 0.45, len(regions))
    people = regions.groupby("country")["residents"].sum()
    known = pd.Series(anchors.totals.get(measure, {}), dtype=float).reindex(people.index)
    total = known.fillna(people * USUAL[measure]).round()
    years = {}
    for year, level in zip(YEARS, _TREND, strict=True):
        moved = weight * random.lognormal(0, 0.05, len(regions))
        years[year] = largest_remainder(moved, regions["country"], (total * level).round())
    return pd.DataFrame(years).astype(float)


def _part(anchors: Anchors, name: str, of: pd.DataFrame, share: float) -> pd.DataFrame:
    """About a share of a need, differing by region."""
    tilt = anchors.random(name).lognormal(0, 0.35, len(of))
    return of.mul(share * tilt, axis=0).round()


def _long(wide: pd.DataFrame, measure: str, group: str, *, flow: bool = False) -> pd.DataFrame:
    """Region x year as rows of table `observation`; a year's stock is of its last day."""
    rows = wide.rename_axis("territory_id").reset_index().melt("territory_id", var_name="year")
    rows["period"] = rows["year"].astype(str) + ("" if flow else "-12-31")
    rows = rows.drop(columns="year").assign(measure_id=measure, group_id=group, **FACT)
    return rows.assign(note="generated")


def _capacity(
    anchors: Anchors, wanted: pd.DataFrame, measure: str, group: str, spread: float = 0.55
) -> pd.DataFrame:
    """Places spread unevenly around what is wanted; some estimated, some not reported."""
    random = anchors.random(f"{measure} {group}")
    country = anchors.regions["country"]
    by_country = dict(
        zip(sorted(country.unique()), random.lognormal(-0.08, 0.3, country.nunique()), strict=True)
    )
    tilt = country.map(by_country) * random.lognormal(0, spread, len(country))
    return _doubted(_long(wanted.mul(tilt, axis=0).round(), measure, group), random)


def _doubted(rows: pd.DataFrame, random: np.random.Generator) -> pd.DataFrame:
    """Some figures become estimates with an interval, some are missing: never zero."""
    codes = pd.Index(sorted(rows["territory_id"].unique()))
    countries = codes.str[:2].unique()
    # Two countries in three report everything, so that their totals are known.
    lacking = set(random.choice(countries, len(countries) // 3, replace=False))
    draw = pd.Series(random.random(len(codes)), index=codes)
    chance = rows["territory_id"].map(draw)
    missing = (chance < 3 * _MISSING) & rows["territory_id"].str[:2].isin(lacking)
    rough = chance > 1 - _ESTIMATED
    rows["lower"] = (rows["value"] * 0.8).round().where(rough)
    rows["upper"] = (rows["value"] * 1.25).round().where(rough)
    rows["value"] = rows["value"].mask(missing)
    rows["obs_status"] = rows["obs_status"].mask(rough, "E").mask(missing, "L")
    rows["note"] = rows["note"].mask(missing, "generated: not reported")
    return rows


def _reception(
    anchors: Anchors, pending: pd.DataFrame, temporary: pd.DataFrame
) -> Iterator[pd.DataFrame]:
    """Reception places, people hosted, tasks and promises."""
    places = {
        "asylum_applicants": _capacity(anchors, pending, "reception_places", "asylum_applicants"),
        "temporary_protection": _capacity(
            anchors, temporary * 0.35, "reception_places", "temporary_protection"
        ),
    }
    yield from places.values()
    keys = ["territory_id", "period"]
    both = places["asylum_applicants"].merge(
        places["temporary_protection"][[*keys, "value"]], on=keys, suffixes=("", "_other")
    )
    everyone = both.assign(
        value=((both["value"] + both["value_other"]) * 1.08).round(), group_id="all",
        obs_status="A", lower=np.nan, upper=np.nan,
    ).drop(columns="value_other")  # fmt: skip
    everyone["obs_status"] = everyone["obs_status"].mask(everyone["value"].isna(), "L")
    places["all"] = everyone
    yield everyone
    for group, rows in places.items():
        taken = anchors.random(f"hosted {group}").uniform(0.55, 1.1, len(rows))
        hosted = rows.assign(
            measure_id="people_hosted_persons", value=(rows["value"] * taken).round(),
            lower=np.nan, upper=np.nan,
        )  # fmt: skip
        hosted["obs_status"] = hosted["value"].isna().map({True: "L", False: "A"})
        yield hosted
    random = anchors.random("tasks")
    for group, wanted in (
        ("asylum_applicants", pending), ("beneficiaries_of_protection", pending * 0.2)
    ):  # fmt: skip
        tilt = random.lognormal(0, 0.1, len(wanted))
        yield _long(wanted.mul(tilt, axis=0).round(), "reception_target_places", group)
    yield _long((pending * 1.1 + temporary * 0.3).round(), "reception_target_places", "all")
    promised = pending.mul(random.lognormal(-0.15, 0.4, len(pending)), axis=0).round()
    yield _long(promised, "committed_places", "asylum_applicants")
    settled = (promised * 0.2).round()
    yield _long(settled, "settlement_commitment_persons", "beneficiaries_of_protection")


def _children(anchors: Anchors, children: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Places for unaccompanied children, what the law asks, what is left to create."""
    group = "unaccompanied_children"
    yield _capacity(anchors, children, "unaccompanied_children_places", group)
    random = anchors.random("unaccompanied_children_places unaccompanied_children legal")
    tilt = random.lognormal(0.1, 0.3, len(children))
    legal = children.mul(tilt, axis=0).round()
    yield _long(legal, "unaccompanied_children_legal_places", group)
    # The same generator makes the same places again.
    made = _capacity(anchors, children, "unaccompanied_children_places", group)
    asked = _long(legal, "unaccompanied_children_to_create_places", group)
    asked["value"] = (asked["value"] - made["value"]).clip(lower=0).to_numpy()
    asked["obs_status"] = asked["value"].isna().map({True: "L", False: "A"})
    yield asked
    cared = children.mul(random.uniform(0.7, 1.0, len(children)), axis=0).round()
    yield _long(cared, "unaccompanied_children_in_care_persons", group)


def _presence(anchors: Anchors) -> pd.DataFrame:
    """Integration centres: one for about 80,000 residents."""
    count = (anchors.regions["residents"] / 80_000).round().clip(lower=1)
    wide = pd.DataFrame(dict.fromkeys(YEARS, count))
    return _long(wide, "integration_centres", "all")


def _key(anchors: Anchors) -> pd.DataFrame:
    """Each country's distribution key: shares that sum to 100."""
    regions = anchors.regions
    weight = regions["residents"] * anchors.random("key").lognormal(0, 0.15, len(regions))
    share = weight / weight.groupby(regions["country"]).transform("sum") * 100
    wide = pd.DataFrame({YEARS[-1]: share})
    return _long(wide, "distribution_key_percent", "asylum_applicants")
