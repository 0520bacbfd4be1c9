"""Generated organisations and their agreements, from towns to the EU."""

import pandas as pd

from etl.codes import ACTOR, SERVICE
from etl.demonstration.anchors import FACT, YEARS, Anchors

_AGREEMENTS = ("contract", "grant", "memorandum", "informal cooperation")
_UNION = "EU27_2020"


def organisations(anchors: Anchors) -> pd.DataFrame:
    """Three to seven organisations a small region, an authority a NUTS 2 region, a ministry and
    an umbrella a country, and EU networks.
    """
    random = anchors.random("organisations")
    rows = []
    for code, region in anchors.regions.iterrows():
        kinds = ["public", *random.permutation(list(ACTOR)[1:])[: int(random.integers(2, 7))]]
        for kind in kinds:
            level = "regional" if kind != "public" and random.random() < 0.2 else "local"
            rows.append(_organisation(f"{code}_{kind}", str(region["name"]), kind, level, code))
    for code in anchors.larger().index:
        rows.append(_organisation(f"{code}_public", str(code), "public", "regional", code))
    for country in sorted(anchors.regions["country"].unique()):
        rows.append(_organisation(f"{country}_state", country, "public", "national", country))
        rows.append(_organisation(f"{country}_umbrella", country, "ngo", "national", country))
    rows += [_organisation(f"eu_{kind}", "European Union", kind, "eu", _UNION) for kind in ACTOR]
    return pd.DataFrame(rows).assign(note="generated", **FACT)


def _organisation(key: str, place: str, actor: str, level: str, code: object) -> dict[str, str]:
    """One organisation; its name says what it is and that it is generated."""
    return {
        "organisation_id": f"demo_{key}",
        "name": f"{place} {ACTOR[actor]} (generated)",
        "actor": actor,
        "level": level,
        "territory_id": str(code),
    }


def partnerships(anchors: Anchors, organisations: pd.DataFrame) -> pd.DataFrame:
    """Local authorities with those around them, ministries with regions and umbrellas, the EU
    with ministries; some began the year before. An umbrella of NGOs joins many small regions.
    """
    random = anchors.random("partnerships")
    here = organisations[~organisations["level"].isin(["national", "eu"])]
    public = here[here["actor"] == "public"].set_index("territory_id")["organisation_id"]
    around = here[here["actor"] != "public"]
    around = around.assign(first=around["territory_id"].map(public))
    regions = here[
        here["organisation_id"].isin([f"demo_{c}_public" for c in anchors.larger().index])
    ]
    regions = regions.assign(first="demo_" + regions["territory_id"].str[:2] + "_state")
    networks = organisations[organisations["level"] == "eu"]
    states = organisations[organisations["organisation_id"].str.endswith("_state")]
    pairs = pd.concat(
        [around, regions, _umbrellas(organisations), _between(networks, states)],
        ignore_index=True,
    )
    pairs = pairs[random.random(len(pairs)) < 0.7]
    rows = pd.DataFrame(
        {
            "organisation_id": pairs["first"],
            "partner_id": pairs["organisation_id"],
            "territory_id": pairs["territory_id"],
            "service": random.choice(list(SERVICE), len(pairs)),
            "agreement": random.choice(_AGREEMENTS, len(pairs)),
        }
    ).assign(note="generated", **FACT)
    older = rows[random.random(len(rows)) < 0.6]
    return pd.concat(
        [rows.assign(period=str(YEARS[-1])), older.assign(period=str(YEARS[-2]))],
        ignore_index=True,
    )


def _umbrellas(organisations: pd.DataFrame) -> pd.DataFrame:
    """The national umbrella with each country's local NGOs and its ministry."""
    local = organisations[organisations["actor"].isin(["ngo", "refugee_led"])]
    local = local[local["level"].isin(["local", "regional"])]
    of_country = "demo_" + local["territory_id"].str[:2] + "_umbrella"
    members = local.assign(first=of_country)
    umbrellas = organisations[organisations["organisation_id"].str.endswith("_umbrella")]
    state = "demo_" + umbrellas["territory_id"] + "_state"
    return pd.concat([members, umbrellas.assign(first=state)])


def _between(networks: pd.DataFrame, states: pd.DataFrame) -> pd.DataFrame:
    """The EU's public network with each ministry."""
    first = networks.loc[networks["actor"] == "public", "organisation_id"].iloc[0]
    return states.assign(first=first)
