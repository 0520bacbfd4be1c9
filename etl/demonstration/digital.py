"""Generated digital services, where newcomers are from, and what there is on site."""

import h3
import numpy as np
import pandas as pd
from babel.languages import get_official_languages

from etl.codes import ACCESSIBILITY
from etl.demonstration.anchors import FACT, USUAL, YEARS, Anchors
from etl.demonstration.series import rows_of

_SERVICES = ("language", "social_orientation", "employment", "legal_aid", "mental_health")
_SPOKEN = ("en", "ar", "uk", "ru", "fa", "ps", "tr", "fr", "ti", "so", "es", "ku", "bn", "sq")
_UNITS = ("visits", "learners", "accesses in 12 months", "downloads")
_EFFECTS = (
    "generated: learners were more often in work a year later than those on a waiting list",
    "generated: appointments at offices that could be settled online fell by a fifth",
    "generated: users found a language course five weeks earlier than others",
)
_ISO = {"EL": "GR", "UK": "GB"}
_KNOWN = 0.62
# Country of origin and how common it is; XXA has no nationality, so no language is known.
_ORIGINS = {
    "UA": 30, "SY": 16, "AF": 11, "IQ": 6, "ER": 4, "SO": 4, "TR": 5, "IR": 4, "NG": 3, "RU": 3,
    "CD": 3, "GN": 2, "BD": 3, "PK": 3, "GE": 2, "VE": 4, "CO": 3, "LK": 1, "SD": 2, "ET": 2,
    "ML": 1, "CI": 1, "AL": 2, "MM": 1, "XXA": 1,
}  # fmt: skip
# What is counted on site: measure, and the service of the places it counts.
_ON_SITE = (
    ("legal_advice_offices", "legal_aid"), ("recognition_advice_offices", "employment"),
    ("mental_health_resource_centres", "mental_health"),
)  # fmt: skip


def services(anchors: Anchors) -> pd.DataFrame:
    """Two services a country, one of them with local editions; one in most NUTS 2 regions and
    in some small ones. About four answers in ten are not stated.
    """
    random = anchors.random("digital services")
    countries = pd.Series(sorted(anchors.regions["country"].unique()))
    larger, small = anchors.larger(), anchors.regions
    lived_in = (small.index.str.len() == 5) & (small["residents"] > 0)
    small = small[lived_in & (random.random(len(small)) < 0.12)]
    rows = [_service(random, f"{code}_portal", "portal", code, "whole") for code in countries]
    rows += [_service(random, f"{code}_app", "app", code, "part") for code in countries]
    for code in larger.index[random.random(len(larger)) < 0.6]:
        rows.append(_service(random, f"{code}_guide", "guide", code, "whole"))
    for code, region in small.iterrows():
        edition = _service(random, f"{code}_app", "app", str(code), "whole")
        rows.append(edition | {"part_of": f"demo_{region['country']}_app"})
    # In two countries of three every service lists its languages.
    silent = countries[random.random(len(countries)) < 0.34]
    for row in rows:
        if str(row["territory_id"])[:2] in set(silent) and random.random() < 0.4:
            row["languages"] = None
    return pd.DataFrame(rows).assign(note="generated", period="2025", **FACT)


def _service(
    random: np.random.Generator, key: str, kind: str, code: str, reach: str
) -> dict[str, object]:
    """One service; what it does not state is missing."""
    said = random.random(6) < _KNOWN
    country = code[:2]
    own = [each.split("_")[0] for each in get_official_languages(_ISO.get(country, country))]
    more = random.choice(_SPOKEN, int(random.integers(0, 8)), replace=False)
    spoken = sorted({*own[:1], *map(str, more)})
    unit = str(random.choice(_UNITS))
    used = float(np.round(random.lognormal(9.5, 1.2), -2))
    return {
        "service_id": f"demo_{key}",
        "name": f"Demonstration {kind}, {code}",
        "provider": "Demonstration provider" if random.random() < 0.5 else None,
        "territory_id": code,
        "reach": reach,
        "part_of": None,
        "service": str(random.choice(_SERVICES)),
        "languages": " ".join(spoken),
        "languages_count": len(spoken),
        "accessibility": str(random.choice(list(ACCESSIBILITY))) if said[0] else None,
        "offline": bool(random.random() < 0.4) if said[1] else None,
        "updated": f"{random.integers(2022, 2026)}-{random.integers(1, 13):02}"
        if said[2]
        else None,
        "on_site": bool(random.random() < 0.6) if said[3] else None,
        "started": str(random.integers(2014, 2025)) if said[4] else None,
        "use_value": used if said[5] else None,
        "use_unit": unit if said[5] else None,
        "use_period": "2025" if said[5] else None,
        "effect": str(random.choice(_EFFECTS)) if random.random() < 0.25 else None,
        "url": None,
    }


def origins(anchors: Anchors) -> pd.DataFrame:
    """Refugees and asylum-seekers of each country, by country of origin; rounded to 5."""
    random = anchors.random("origins")
    weight = np.array(list(_ORIGINS.values()), dtype=float)
    frames = []
    for country, residents in anchors.regions.groupby("country")["residents"].sum().items():
        shares = random.dirichlet(weight / weight.sum() * 30)
        for year in YEARS[-3:]:
            level = 1 - 0.05 * (YEARS[-1] - year)
            counts = {
                name: _to_five(level * shares * _total(anchors, measure, str(country), residents))
                for name, measure in (
                    ("refugees_persons", "refugees_persons"),
                    ("asylum_seekers_persons", "asylum_seekers_pending_persons"),
                )
            }
            frames.append(
                pd.DataFrame({"origin": list(_ORIGINS), **counts}).assign(
                    territory_id=str(country), period=str(year)
                )
            )
    rows = pd.concat(frames, ignore_index=True)
    return rows.assign(origin_name=rows["origin"], note="generated", **FACT)


def _total(anchors: Anchors, measure: str, country: str, residents: float) -> float:
    """People of a country: its published total, else as many as usual."""
    return anchors.totals.get(measure, {}).get(country, residents * USUAL[measure])


def _to_five(persons: np.ndarray) -> np.ndarray:
    return (np.round(persons / 5) * 5).astype(int)


def on_site(anchors: Anchors, facilities: pd.DataFrame) -> pd.DataFrame:
    """Service points counted in two regions of three, small and NUTS 2, some of which have none.

    They are the generated places, so that a count and the places never disagree.
    """
    region_of = dict(zip(anchors.cells["cell"], anchors.cells["territory_id"], strict=True))
    open_to = facilities[
        (facilities["mode"] == "on_site") & facilities["publish_level"].isin(["point", "nuts3"])
    ]
    at = [
        region_of[h3.str_to_int(h3.latlng_to_cell(lat, lon, 6))]
        for lat, lon in zip(open_to["lat"], open_to["lon"], strict=True)
    ]
    counted = pd.Series(at, index=open_to.index).groupby([open_to["service"], at]).size()
    frames = []
    for measure, service in _ON_SITE:
        random = anchors.random(f"on site {measure}")
        codes = anchors.regions.index[random.random(len(anchors.regions)) < 0.66]
        here = counted.xs(service, level="service")
        values = here.reindex(codes).fillna(0).astype(float)
        larger = anchors.larger().index
        larger = larger[random.random(len(larger)) < 0.66]
        around = here.groupby(here.index.astype(str).str[:4]).sum()
        values = pd.concat([values, around.reindex(larger).fillna(0).astype(float)])
        frames.append(rows_of(pd.DataFrame({YEARS[-1]: values}), measure, "all"))
    return pd.concat(frames, ignore_index=True).assign(nuts_version="2024")
